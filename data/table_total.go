package data

import (
	"context"
	"fmt"
	"strings"

	"nianbao/data/form"
)

// Totals counts the rows of Table and sums its columns over all of them. There
// are no totals where the rows are items or single figures: their units differ.
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
	}
	if err != nil {
		return 0, nil, fmt.Errorf("sum up the table: %w", err)
	}
	return count, total, nil
}

func (s *Store) totals(ctx context.Context, q Query) (count int, total []TotalCell, err error) {
	r := s.newReading(q, q.Columns())
	var list []string
	for _, of := range r.of {
		list = append(list, totalSums(of)...)
	}
	source, args, err := r.relation.chosen()
	if err != nil {
		return 0, nil, err
	}
	values := make([]any, len(list))
	targets := []any{&count}
	for i := range values {
		targets = append(targets, &values[i])
	}
	err = s.db.QueryRowContext(ctx, strings.Join(append([]string{`SELECT count(*)`}, list...), `, `)+source, args...).Scan(targets...)
	if err != nil {
		return 0, nil, engineError(err)
	}
	for i, c := range r.columns {
		n := len(r.of[i])
		total = append(total, s.totalCell(c, values[:n], values[n]))
		values = values[n+1:]
	}
	return count, total, nil
}

// totalSums are the SQL of a column's sums, then of the number of rows in them.
// A row counts only if it has all of the column's parts.
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

// totalCell makes a cell of a column's sums.
func (s *Store) totalCell(c Column, parts []any, counted any) TotalCell {
	cell := TotalCell{Cell: s.compose(c, parts, rowFacts{isTotal: true})}
	cell.TooLarge = cell.Note == TooLargeSum
	if n, ok := counted.(int64); ok {
		cell.Counted = int(n)
	}
	if cell.Status == Missing {
		cell.Status = form.StatusBlank
	}
	return cell
}
