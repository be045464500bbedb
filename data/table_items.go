package data

import (
	"context"
	"slices"
)

// itemRows sums up all reports of the query and transposes that one row: each measure
// becomes a row and each slice a column.
func (s *Store) itemRows(ctx context.Context, q Query, page Page) ([]Row, error) {
	rows, err := s.allItems(ctx, q)
	if err != nil {
		return nil, err
	}
	return paged(rows, page), nil
}

func (s *Store) itemCount(ctx context.Context, q Query) (int, error) {
	rows, err := s.allItems(ctx, q)
	return len(rows), err
}

func (s *Store) allItems(ctx context.Context, q Query) ([]Row, error) {
	columns, measures := q.Columns(), q.measures()
	flat := make([]Column, 0, len(columns)*len(measures))
	for _, m := range measures {
		for _, c := range columns {
			if part, ok := m.sliced(c.Slice); ok && suits(c.Compare, m) {
				flat = append(flat, part.compared(c.Compare))
			}
		}
	}
	sum := q
	sum.Sort, sum.Conditions = nil, nil
	sums, err := s.read(ctx, sum, flat, Page{Limit: 1})
	if err != nil || len(sums) == 0 {
		return nil, err
	}
	next := 0
	return q.transposed(sums[0], func(m, c Column) Cell {
		next++
		return sums[0].Cells[next-1]
	})
}

// suits reports whether a measure has that comparison.
func suits(compare Comparison, measure Column) bool {
	return compare == ThisYear || slices.Contains(comparisons(measure), compare)
}

// transposed makes a row of each measure, in the query's order, with the cells that the
// measure has.
func (q Query) transposed(sum Row, cell func(measure, column Column) Cell) ([]Row, error) {
	columns, measures := q.Columns(), q.measures()
	var list []Row
	for i := range measures {
		row := sum
		row.Measure, row.Cells = &measures[i], make([]Cell, len(columns))
		for j, c := range columns {
			row.Cells[j] = Cell{Status: Missing}
			if _, ok := measures[i].sliced(c.Slice); ok && suits(c.Compare, measures[i]) {
				row.Cells[j] = cell(measures[i], c)
			}
		}
		list = append(list, row)
	}
	return q.orderItems(list, columns)
}
