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
	return paged(rows, page), nil
}

func (s *Store) itemCount(ctx context.Context, q Query) (int, error) {
	rows, err := s.allItems(ctx, q)
	return len(rows), err
}

func (s *Store) allItems(ctx context.Context, q Query) ([]Row, error) {
	if q.byYear() {
		return s.itemsByYear(ctx, q)
	}
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
	return q.turned(sums[0], func(m, c Column) Cell {
		next++
		return sums[0].Cells[next-1]
	})
}

// itemsByYear turns a table of years: to sum up each year once and to pick from
// that is much quicker than a sum for each item and year.
func (s *Store) itemsByYear(ctx context.Context, q Query) ([]Row, error) {
	measures := q.measures()
	years := q
	years.Rows, years.Across, years.Compare, years.Sort, years.Conditions = YearRows, MeasureAxis, false, nil, nil
	rows, err := s.sumYears(ctx, years, measures)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	was := map[int]Row{}
	if q.compares() {
		before, err := s.sumYears(ctx, years.yearBefore(), measures)
		if err != nil {
			return nil, err
		}
		for _, row := range before {
			was[row.Year] = row
		}
	}
	now := map[int]Row{}
	all := Row{}
	for _, row := range rows {
		now[row.Year] = row
		all.Reports, all.Findings, all.Years = all.Reports+row.Reports, all.Findings+row.Findings, append(all.Years, row.Year)
	}
	place := map[string]int{}
	for i, m := range measures {
		place[m.ID] = i
	}
	return q.turned(all, func(m, c Column) Cell {
		i, year := place[m.ID], c.Slice.Year
		facts := &rowFacts{query: Query{Rows: YearRows}, year: year}
		if row, known := was[year-1]; known {
			facts.before = row.Edition + " " // of some edition
		}
		m.Compare, m.Slice = c.Compare, c.Slice
		return beside(&m, facts, cellOf(now[year], i), cellOf(was[year-1], i))
	})
}

func (s *Store) sumYears(ctx context.Context, q Query, measures []Column) ([]Row, error) {
	r := s.newReading(q, measures)
	r.relation.sumsOnly = true
	return s.readGroups(ctx, r, Page{Limit: mostAtOnce})
}

// cellOf is a cell of a row that may not be there.
func cellOf(r Row, i int) Cell {
	if r.Cells == nil {
		return Cell{Status: Missing}
	}
	return r.Cells[i]
}

// suits tells whether a measure has that comparison.
func suits(compare Comparison, measure Column) bool {
	return compare == ThisYear || slices.Contains(comparisons(measure), compare)
}

// turned makes a row of each measure, in the query's order, asking for the
// cells that a measure has.
func (q Query) turned(sum Row, cell func(measure, column Column) Cell) ([]Row, error) {
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
