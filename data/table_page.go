package data

import (
	"context"
	"database/sql"
	"strings"
)

// mostAtOnce is up to how many rows are named one by one.
const mostAtOnce = 2000

// fewReports is up to how many reports one step is quicker than two.
const fewReports = 1000

// read reads a page of the rows. Where there may be many rows, it finds the
// page by the few columns that order and conditions need, and reads the others
// of its rows only.
func (s *Store) read(ctx context.Context, r *reading, page Page) ([]Row, error) {
	reports, err := s.placed(ctx)
	if err != nil {
		return nil, err
	}
	switch q := r.relation.query; {
	case page.Limit > mostAtOnce, q.Rows != ReportRows && q.Rows != UnitRows, reports <= fewReports && !r.relation.last:
		return s.readOrdered(ctx, r, page)
	case q.Rows == ReportRows:
		return s.readReports(ctx, r, page)
	}
	return s.readUnits(ctx, r, page)
}

func (s *Store) readOrdered(ctx context.Context, r *reading, page Page) ([]Row, error) {
	statement, args, err := r.statement(page)
	if err != nil {
		return nil, err
	}
	var list []Row
	err = eachRow(ctx, s.db, statement, func(rows *sql.Rows) error {
		row, _, err := r.row(rows)
		list = append(list, row)
		return err
	}, args...)
	return list, err
}

// readKeys finds the reports and bodies of a page in order.
func (s *Store) readKeys(ctx context.Context, r *reading, page Page) (reports, bodies []int64, err error) {
	order := s.newReading(r.relation.query, nil)
	order.relation.only, order.relation.last = r.relation.only, r.relation.query.Rows != ReportRows && r.relation.last
	statement, args, err := order.statement(page)
	if err != nil {
		return nil, nil, err
	}
	statement = strings.Replace(statement, rowColumns, `report_id, body_id`, 1)
	err = eachRow(ctx, s.db, statement, func(rows *sql.Rows) error {
		var report, body int64
		err := rows.Scan(&report, &body)
		reports, bodies = append(reports, report), append(bodies, body)
		return err
	}, args...)
	return reports, bodies, err
}

// among is the condition of being one of the numbers. A semi-join with them is
// three times faster than a list in the condition.
func among(column string, ids []int64) string {
	return column + ` IN (SELECT unnest([` + strings.Trim(idList(ids), `()`) + `]))`
}

// fetch hands over the rows of the columns that the condition chooses, in no
// order.
func (s *Store) fetch(ctx context.Context, r *reading, take func(row Row, body int64)) error {
	source, args, err := r.relation.chosen()
	if err != nil {
		return err
	}
	return eachRow(ctx, s.db, `SELECT `+rowColumns+r.names()+source, func(rows *sql.Rows) error {
		row, body, err := r.row(rows)
		take(row, body)
		return err
	}, args...)
}

// readUnits reads the bodies of a page.
func (s *Store) readUnits(ctx context.Context, r *reading, page Page) ([]Row, error) {
	_, bodies, err := s.readKeys(ctx, r, page)
	if err != nil || len(bodies) == 0 {
		return nil, err
	}
	q := r.relation.query
	q.Sort, q.Conditions, q.Units, q.Regions, q.UnitKinds = nil, nil, nil, nil, nil
	r.relation.query = q
	r.relation.only.and(among(`body_id`, bodies))
	place := map[int64]int{}
	for i, body := range bodies {
		place[body] = i
	}
	list := make([]Row, len(bodies))
	return list, s.fetch(ctx, r, func(row Row, body int64) { list[place[body]] = row })
}

// readReports reads the reports of a page and, for a comparison, those of the
// year before beside them.
func (s *Store) readReports(ctx context.Context, r *reading, page Page) ([]Row, error) {
	reports, bodies, err := s.readKeys(ctx, r, page)
	if err != nil || len(reports) == 0 {
		return nil, err
	}
	now, index := thisYear(r.columns)
	place := map[int64]int{}
	for i, report := range reports {
		place[report] = i
	}
	list, years := make([]Row, len(reports)), map[int]bool{}
	err = s.fetch(ctx, s.plainReading(r.relation.query, now, among(`report_id`, reports)), func(row Row, _ int64) {
		list[place[row.ReportID]] = row
		years[row.Year-1] = true
	})
	if err != nil || len(now) == len(r.columns) {
		return list, err
	}
	was := map[reportKey]Row{}
	only := among(`body_id`, bodies) + ` AND year IN (` + joinInts(yearsOf(years)) + `)`
	err = s.fetch(ctx, s.plainReading(r.relation.query, now, only), func(row Row, body int64) { was[reportKey{body, row.Year}] = row })
	if err != nil {
		return nil, err
	}
	for i := range list {
		list[i].compare(r.columns, index, was[reportKey{bodies[i], list[i].Year - 1}])
	}
	return list, nil
}

type reportKey struct {
	body int64
	year int
}

func yearsOf(years map[int]bool) []int {
	var list []int
	for year := range years {
		list = append(list, year)
	}
	return list
}

// plainReading reads columns of this year only, of chosen reports.
func (s *Store) plainReading(q Query, columns []Column, only string) *reading {
	r := s.newReading(Query{View: q.View, Rows: q.Rows}, columns)
	r.relation.only.and(only)
	return r
}

// thisYear are the columns without comparison that a table's columns are made
// of, and for each of the table's which of them it is made of.
func thisYear(columns []Column) (plain []Column, index []int) {
	place := map[string]int{}
	for _, c := range columns {
		id, _, _ := strings.Cut(c.ID, "@")
		i, known := place[id]
		if !known {
			i = len(plain)
			place[id] = i
			c.Compare = ThisYear
			plain = append(plain, c)
		}
		index = append(index, i)
	}
	return plain, index
}

// compare puts the row's cells beside those of last year's report.
func (r *Row) compare(columns []Column, index []int, last Row) {
	facts := rowFacts{isReport: true, edition: r.Edition, before: last.Edition, year: r.Year}
	cells := make([]Cell, len(columns))
	for i, c := range columns {
		was := Cell{Status: Missing}
		if last.ReportID != 0 {
			was = last.Cells[index[i]]
		}
		cells[i] = beside(c, facts, r.Cells[index[i]], was)
	}
	r.Cells = cells
}
