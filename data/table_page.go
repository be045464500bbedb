package data

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
)

// mostAtOnce is up to how many rows are named one by one.
const mostAtOnce = 2000

// read reads a page of the rows. Where there may be many rows, it finds the
// page by the few columns that order and conditions need, and reads the others
// of its rows only.
func (s *Store) read(ctx context.Context, r *reading, page Page) ([]Row, error) {
	placed, err := s.placed(ctx)
	if err != nil {
		return nil, err
	}
	switch q := r.relation.query; {
	case page.Limit > mostAtOnce, q.Rows != ReportRows && q.Rows != UnitRows:
		return s.readOrdered(ctx, r, page)
	case q.Rows == ReportRows:
		return s.readReports(ctx, r, placed, page)
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

// keys asks for names of the rows of a page in order.
func (s *Store) keys(ctx context.Context, r *reading, page Page, names string, take func(*sql.Rows) error) error {
	order := s.newReading(r.relation.query, nil)
	order.relation.only, order.relation.last = r.relation.only, r.relation.query.Rows != ReportRows && r.relation.last
	statement, args, err := order.statement(page)
	if err != nil {
		return err
	}
	return eachRow(ctx, s.db, strings.Replace(statement, rowColumns, names, 1), take, args...)
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
	var bodies []int64
	err := s.keys(ctx, r, page, `body_id`, func(rows *sql.Rows) error {
		var body int64
		err := rows.Scan(&body)
		bodies = append(bodies, body)
		return err
	})
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
func (s *Store) readReports(ctx context.Context, r *reading, placed *placed, page Page) ([]Row, error) {
	var list []Row
	var keys []reportKey
	err := s.keys(ctx, r, page, `report_id, body_id, year, edition, findings`, func(rows *sql.Rows) error {
		row := Row{Reports: 1, Bodies: 1}
		var key reportKey
		err := rows.Scan(&row.ReportID, &key.body, &row.Year, &row.Edition, &row.Findings)
		key.year = row.Year
		list, keys = append(list, row), append(keys, key)
		return err
	})
	if err != nil || len(list) == 0 {
		return nil, err
	}
	for i := range list {
		known := false
		if list[i].Body, known = placed.bodies[keys[i].body]; !known { // written a moment ago
			if placed, err = s.placedAnew(ctx); err != nil {
				return nil, err
			}
			list[i].Body = placed.bodies[keys[i].body]
		}
	}
	wanted := keys
	if compares(r.columns) {
		wanted = slices.Clip(keys)
		for _, k := range keys {
			wanted = append(wanted, k.before())
		}
	}
	found, err := s.compactReports(ctx, wanted)
	if err != nil {
		return nil, err
	}
	return list, s.fill(list, keys, found, r.columns)
}

func compares(columns []Column) bool {
	return slices.ContainsFunc(columns, func(c Column) bool { return c.Compare != ThisYear })
}

// fill makes the cells of reports of their figures and those of the year before.
func (s *Store) fill(list []Row, keys []reportKey, found map[reportKey]compactReport, columns []Column) error {
	now, index := thisYear(columns)
	compares := compares(columns)
	recipes, f := s.recipes(now), newFigures(len(s.columns.keys))
	cells := make([]Cell, len(list)*len(columns))
	was := make([]Cell, len(now))
	for i := range list {
		row := &list[i]
		row.Cells, cells = cells[:len(columns):len(columns)], cells[len(columns):]
		report, known := found[keys[i]]
		if known {
			row.ReportID, row.Edition = report.id, report.edition // replaced a moment ago
		}
		if err := f.expand(report.figures); err != nil {
			return fmt.Errorf("report %d: %w", row.ReportID, err)
		}
		plain := row.Cells[:len(now)]
		for j := range recipes {
			plain[j] = recipes[j].cell(f)
		}
		if !compares {
			continue
		}
		plain = slices.Clone(plain)
		last, known := found[keys[i].before()]
		if err := f.expand(last.figures); err != nil {
			return fmt.Errorf("report %d: %w", last.id, err)
		}
		for j := range recipes {
			was[j] = recipes[j].cell(f)
			if !known {
				was[j] = Cell{Status: Missing}
			}
		}
		facts := rowFacts{isReport: true, edition: row.Edition, before: last.edition, year: row.Year}
		for j, c := range columns {
			row.Cells[j] = beside(c, facts, plain[index[j]], was[index[j]])
		}
	}
	return nil
}

func (k reportKey) before() reportKey { return reportKey{k.body, k.year - 1} }

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
