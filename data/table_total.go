package data

import (
	"context"
	"database/sql"
	"fmt"
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
	parts, err := s.withoutWholes(ctx, q)
	if err != nil || len(parts.extra.where) == len(q.extra.where) {
		return total, err
	}
	_, total, err = s.totals(ctx, parts)
	return total, err
}

func (s *Store) totals(ctx context.Context, q Query) (count int, total []TotalCell, err error) {
	r := s.newColumnQuery(q, q.Columns())
	var list []string
	for i, of := range r.of {
		sums := totalSums(of)
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
	return count, total, nil
}

// withinYear makes the sum of a stock NULL if it covers several years.
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

// totalSums is the SQL of a column's sums, then of the number of rows in them. A row
// counts only if it has all of the column's parts.
func totalSums(parts []int) []string {
	var list, all []string
	for _, part := range parts {
		all = append(all, fmt.Sprintf(`c%d`, part))
	}
	for i, part := range all {
		var others []string
		for j, other := range all {
			if j != i {
				others = append(others, other+` IS NOT NULL`)
			}
		}
		if len(others) > 0 {
			part = `CASE WHEN ` + strings.Join(others, ` AND `) + ` THEN ` + part + ` END`
		}
		list = append(list, `sum(`+part+`)`)
	}
	return append(list, `count(`+strings.Join(all, ` + `)+`)`)
}

// totalCell makes a cell from a column's sums.
func (s *Store) totalCell(c *Column, parts []sum, f *rowFacts, counted sum) TotalCell {
	cell := TotalCell{Cell: compose(c, parts, f)}
	cell.TooLarge = cell.Note == TooLargeSum
	cell.Counted = int(counted.n)
	if cell.Status == form.StatusBlank && c.IsStock() && cell.Counted > 0 {
		cell.Cell = Cell{Status: form.StatusNA, Note: NotAdded}
	}
	if cell.Status == Missing {
		cell.Status = form.StatusBlank
	}
	return cell
}
