package data

import (
	"context"
	"slices"
)

// itemRows sums up all reports of the query and turns the one row of sums, so
// that each measure is a row and each slice a column.
func (s *Store) itemRows(ctx context.Context, q Query, page Page) ([]Row, error) {
	rows, err := s.allItems(ctx, q)
	if err != nil {
		return nil, err
	}
	from := min(page.Offset, len(rows))
	return rows[from:min(from+page.Limit, len(rows))], nil
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
	sums, err := s.sumsOf(ctx, sum, flat)
	if err != nil || len(sums) == 0 {
		return nil, err
	}
	return q.turned(sums[0], measures)
}

// suits tells whether a measure has that comparison.
func suits(compare Comparison, measure Column) bool {
	return compare == ThisYear || slices.Contains(comparisons(measure), compare)
}

// sumsOf are rows of the given columns instead of the query's own.
func (s *Store) sumsOf(ctx context.Context, q Query, columns []Column) ([]Row, error) {
	return s.read(ctx, s.newReading(q, columns), Page{Limit: 1})
}

// turned makes a row of each measure, in the query's order.
func (q Query) turned(sum Row, measures []Column) ([]Row, error) {
	columns := q.Columns()
	var list []Row
	next := 0
	for i := range measures {
		row := sum
		row.Measure, row.Cells = &measures[i], make([]Cell, len(columns))
		for j, c := range columns {
			row.Cells[j] = Cell{Status: Missing}
			if _, ok := measures[i].sliced(c.Slice); ok && suits(c.Compare, measures[i]) {
				row.Cells[j] = sum.Cells[next]
				next++
			}
		}
		list = append(list, row)
	}
	return q.orderItems(list, columns)
}
