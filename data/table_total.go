package data

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"nianbao/data/form"
)

// Totals counts the rows of Table and sums its columns over all of them. There are no
// totals if the rows are items or single figures, whose units differ.
func (s *Store) Totals(ctx context.Context, q Query) (count int, total []TotalCell, err error) {
	q, err = s.bounded(ctx, q)
	if err != nil {
		return 0, nil, err
	}
	switch q.Rows {
	case ItemRows:
		count, err = s.itemCount(ctx, q)
	case FigureRows:
		count, err = s.figureCount(ctx, q)
	default:
		count, total, err = s.totals(ctx, q)
		if err == nil && !q.Rows.sumsBodies() {
			total, err = s.totalWithoutWholes(ctx, q, total)
		}
	}
	if err != nil {
		return 0, nil, fmt.Errorf("sum up the table: %w", err)
	}
	return count, total, nil
}

// totalWithoutWholes returns the total without the reports that contain others of the
// table.
func (s *Store) totalWithoutWholes(ctx context.Context, q Query, total []TotalCell) ([]TotalCell, error) {
	parts, err := s.WithoutWholes(ctx, q)
	if err != nil || len(parts.extra.where) == len(q.extra.where) {
		return total, err
	}
	_, total, err = s.totals(ctx, parts)
	return total, err
}

func (s *Store) totals(ctx context.Context, q Query) (count int, total []TotalCell, err error) {
	r := s.newTotalQuery(q)
	var list []string
	for i, of := range r.of {
		sums := totalSums(of, r.besides(i), r.columns[i].Compare == ThisYear)
		if r.columns[i].IsStock() {
			r.withinYear(r.columns[i], of, sums)
		}
		list = append(list, sums...)
	}
	source, args, err := r.relation.chosen()
	if err != nil {
		return 0, nil, err
	}
	values := make([]sum, len(list))
	var years sql.NullInt64
	targets := []any{&count, &years}
	for i := range values {
		targets = append(targets, &values[i])
	}
	err = s.db.QueryRowContext(ctx, strings.Join(append([]string{`SELECT count(*), bit_or(years)`}, list...), `, `)+source, args...).Scan(targets...)
	if err != nil {
		return 0, nil, duckdbError(err)
	}
	facts := rowFacts{query: q, isTotal: true, years: years.Int64}
	for i := range r.columns {
		n := len(r.of[i])
		total = append(total, s.totalCell(&r.columns[i], values[:n], &facts, values[n]))
		values = values[n+1:]
	}
	return count, total, s.ratesOfReports(ctx, q, total)
}

// ratesOfReports replaces the totals of rates over rows of one year each by those over their
// reports: a rate over several years is not a sum of the rows.
func (s *Store) ratesOfReports(ctx context.Context, q Query, total []TotalCell) error {
	columns := q.Columns()
	if q.Rows == ReportRows || !q.Rows.hasYear() || len(q.Conditions) > 0 || q.compares() || !slices.ContainsFunc(columns, Column.IsRate) {
		return nil
	}
	q.Rows, q.Sort = ReportRows, nil
	_, rates, err := s.totals(ctx, q)
	for i := range rates {
		if columns[i].IsRate() {
			total[i].Cell, total[i].TooLarge = rates[i].Cell, rates[i].TooLarge
		}
	}
	return err
}

// totalQuery is a columnQuery for a total, which also has the parts of both years of
// each column that is compared.
type totalQuery struct {
	columnQuery
	both [][]int // for each column, the parts of both years; nil if it is not compared
}

func (s *Store) newTotalQuery(q Query) *totalQuery {
	columns := q.Columns()
	r := &totalQuery{columnQuery: columnQuery{relation: s.newRelation(q), columns: columns, of: make([][]int, len(columns))}, both: make([][]int, len(columns))}
	r.relation.isTotal = true
	for i, c := range columns {
		r.of[i] = r.relation.indexed(c)
		if q.compares() && (c.Compare == ThisYear || c.Compare == Prior) {
			if change := comparisons(c.compared(ThisYear)); len(change) > 1 {
				r.both[i] = r.relation.indexed(c.compared(change[len(change)-1]))
			}
		}
	}
	return r
}

// besides returns the parts that a row must also have to count in a column: for a compared
// column those of the other year, so that this year − last year = the change.
func (r *totalQuery) besides(i int) []int {
	var list []int
	for _, part := range r.both[i] {
		if !slices.Contains(r.of[i], part) {
			list = append(list, part)
		}
	}
	return list
}

// withinYear leaves out sums of a stock over rows of several years.
func (r *columnQuery) withinYear(c Column, parts []int, sums []string) {
	one := ofOneYear(fmt.Sprintf(`c%d`, parts[0]))
	switch q := r.relation.query; {
	case q.Rows == ReportRows, q.Rows.hasYear():
	case q.overYears(c):
		one = `bit_count(bit_or(years)) = 1` // the sums of rows over several years may be NULL
	default:
		return
	}
	for i := range parts {
		sums[i] = `CASE WHEN ` + one + ` THEN ` + sums[i] + ` END`
	}
}

// totalSums is the SQL of a column's sums, then of the number of rows in them. A row counts
// only if it has all of the column's parts and all of besides. If orElse is set and no row has
// besides, besides is ignored.
func totalSums(parts, besides []int, orElse bool) []string {
	sums := func(besides []int) []string {
		var list []string
		for i := range parts {
			list = append(list, `sum(`+ifKnown(parts, besides, i)+`)`)
		}
		var all []string
		for _, part := range append(slices.Clone(parts), besides...) {
			all = append(all, fmt.Sprintf(`c%d`, part))
		}
		return append(list, `nullif(count(`+strings.Join(all, ` + `)+`), 0)`)
	}
	list := sums(besides)
	if len(besides) > 0 && orElse {
		for i, all := range sums(nil) {
			list[i] = `coalesce(` + list[i] + `, ` + all + `)`
		}
	}
	last := len(list) - 1
	list[last] = `coalesce(` + list[last] + `, 0)`
	return list
}

// ifKnown is the SQL of a part, NULL if the row lacks another one.
func ifKnown(parts, besides []int, i int) string {
	var others []string
	for j, other := range parts {
		if j != i {
			others = append(others, fmt.Sprintf(`c%d IS NOT NULL`, other))
		}
	}
	for _, other := range besides {
		others = append(others, fmt.Sprintf(`c%d IS NOT NULL`, other))
	}
	if len(others) == 0 {
		return fmt.Sprintf(`c%d`, parts[i])
	}
	return fmt.Sprintf(`CASE WHEN %s THEN c%d END`, strings.Join(others, ` AND `), parts[i])
}

// totalCell makes a cell from a column's sums.
func (s *Store) totalCell(c *Column, parts []sum, f *rowFacts, counted sum) TotalCell {
	cell := TotalCell{Cell: compose(c, parts, f)}
	cell.TooLarge = cell.Note == TooLargeSum
	cell.Counted = int(counted.n)
	if !cell.hasNumber() && cell.Note != TooLargeSum && c.IsStock() && cell.Counted > 0 {
		cell.Cell = Cell{Status: form.StatusNA, Note: NotAdded}
	}
	if cell.Status == Missing && cell.Note == "" {
		cell.Status = form.StatusBlank
	}
	return cell
}
