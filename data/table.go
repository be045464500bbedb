package data

import (
	"context"
	"fmt"

	"nianbao/data/form"
)

// Page is the part of a table's rows that is wanted.
type Page struct {
	Offset int
	Limit  int // 0: 100
}

// paged is the part of a list that a page shows.
func paged[T any](list []T, p Page) []T {
	from := min(p.Offset, len(list))
	return list[from:min(from+p.Limit, len(list))]
}

// Table is the answer to a query.
type Table struct {
	Query   Query // with the years that Columns depends on
	Columns []Column
	Rows    []Row       // of the page asked for
	Count   int         // rows of all pages
	Total   []TotalCell // by Columns; nil if the rows are items or single figures, whose units differ
	Extent  Extent      // of Total
}

// Row is a row of a table: a report, a group of reports, an item or a single figure,
// according to Query.Rows. In a row over several reports, ReportID is 0, Year is 0 unless
// all are of one year, and Body has only the parts that they share.
type Row struct {
	ReportID int64
	Body     Body
	Year     int
	Edition  string // edition of the report or of all reports of a year, "" if they differ or the row is of several years
	Findings int
	Cells    []Cell // by Table.Columns

	Reports int         // number of reports summed up
	Bodies  int         // number of bodies summed up; 0 if the row is an item
	Years   []int       // of the reports, if they are of several years
	Measure *Column     // if the row is an item or a single figure
	Source  form.Source // if the row is a single figure
}

// Cell is one figure or metric of a row.
type Cell struct {
	Status form.Status // Missing if the report does not print the figure
	Value  form.Number // if Status.HasValue and Rate is nil; 同比 in %, Points in 百分点
	Raw    string      // if Status is text or noted
	Rate   *Rate       // if the column is a rate; nil if a part has no number
	Note   Note        // if the column is a comparison
}

// Note explains a cell of a comparison.
type Note string

// The notes. All but Unvaried are in cells without a number.
const (
	BaseZero      Note = "base-zero"      // 上年为0
	SmallBase     Note = "small-base"     // fewer than ten last year: only the absolute change is given
	Unvaried      Note = "unvaried"       // 持平
	NotComparable Note = "not-comparable" // the form changed its meaning between the years
	NoPrior       Note = "no-prior"       // no report of last year
	PriorBlank    Note = "prior-blank"    // last year's cell has no number
	NoNumber      Note = "no-number"      // this year's cell has text
	TooLargeSum   Note = "too-large"      // too large for a Number
	NotAdded      Note = "not-added"      // a stock over several years: Column.IsStock
)

// Rate is a share with the sums it is computed from. A cell whose denominator is 0
// has the status na.
type Rate struct{ Numerator, Denominator form.Number }

// Share is the rate as a fraction, 0.5 for 50%; ok is false if the denominator is
// 0.
func (r Rate) Share() (share float64, ok bool) {
	if r.Denominator == 0 {
		return 0, false
	}
	return float64(r.Numerator) / float64(r.Denominator), true
}

// TotalCell sums a column over all rows of the table. A rate is computed from the
// sums over the rows that have both of its parts, a comparison from the sums over
// the rows that have both years.
type TotalCell struct {
	Cell
	Counted  int  // rows with a number; the others do not count as 0
	TooLarge bool // the sum is too large for a Number
}

// Table returns a page of rows, the number of all rows, and totals over all of them. Rows
// and Totals return the same separately.
func (s *Store) Table(ctx context.Context, q Query, page Page) (*Table, error) {
	q, err := s.bounded(ctx, q)
	if err != nil {
		return nil, err
	}
	t := &Table{Query: q, Columns: q.Columns()}
	t.Query.span = span{}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	summed := make(chan error, 1)
	go func() {
		count, total, err := s.Totals(ctx, q)
		t.Count, t.Total = count, total
		if err == nil {
			t.Extent, err = s.Extent(ctx, q)
		}
		summed <- err
	}()
	t.Rows, err = s.Rows(ctx, q, page)
	if err != nil {
		cancel()
	}
	if failed := <-summed; err == nil {
		err = failed
	}
	if err != nil {
		return nil, err
	}
	return t, nil
}

// HasTotal reports whether a table of the query has totals. It has none if the rows are
// items or single figures, whose units differ.
func (q Query) HasTotal() bool { return q.Rows != ItemRows && q.Rows != FigureRows }

// First returns the first rows, at most limit (0: 100), and the number of all rows,
// without the totals, which take longer.
func (s *Store) First(ctx context.Context, q Query, limit int) (*Table, error) {
	q, err := s.bounded(ctx, q)
	if err != nil {
		return nil, err
	}
	if limit <= 0 {
		limit = 100
	}
	t := &Table{Query: q, Columns: q.Columns()}
	t.Query.span = span{}
	if t.Rows, err = s.Rows(ctx, q, Page{Limit: limit}); err != nil {
		return nil, err
	}
	t.Count = len(t.Rows)
	if t.Count == limit {
		t.Count, err = s.count(ctx, q)
	}
	if err != nil {
		return nil, fmt.Errorf("count the rows of the table: %w", err)
	}
	return t, nil
}

// count is the number of all rows.
func (s *Store) count(ctx context.Context, q Query) (count int, err error) {
	switch q.Rows {
	case ItemRows:
		return s.itemCount(ctx, q)
	case FigureRows:
		return s.figureCount(ctx, q)
	}
	source, args, err := s.newColumnQuery(q, nil).relation.chosen()
	if err != nil {
		return 0, err
	}
	err = s.db.QueryRowContext(ctx, `SELECT count(*)`+source, args...).Scan(&count)
	return count, duckdbError(err)
}

// years returns the first and the last year of the reports that a query chooses, 0 if it
// chooses none.
func (s *Store) years(ctx context.Context, q Query) (first, last int, err error) {
	where := s.filter(q)
	if len(where.where) == 0 {
		directory, err := s.directory(ctx)
		if err != nil {
			return 0, 0, err
		}
		return directory.first, directory.last, nil
	}
	err = s.db.QueryRowContext(ctx, `SELECT coalesce(min(year), 0), coalesce(max(year), 0)`+where.from(), where.args...).Scan(&first, &last)
	return first, last, duckdbError(err)
}

// bounded normalises the query and sets the range of years if the columns depend on it.
func (s *Store) bounded(ctx context.Context, q Query) (Query, error) {
	q = q.Normalised()
	if q.Rows.sumsBodies() {
		var err error
		if q, err = s.WithoutWholes(ctx, q); err != nil {
			return q, fmt.Errorf("leave reports out that contain others: %w", err)
		}
	}
	if !q.byYear() || q.FromYear != 0 && q.ToYear != 0 {
		return q, nil
	}
	first, last, err := s.years(ctx, q)
	if err != nil {
		return q, fmt.Errorf("read the years of the table: %w", err)
	}
	if q.FromYear == 0 {
		q.FromYear, q.span.from = first, true
	}
	if q.ToYear == 0 {
		q.ToYear, q.span.to = last, true
	}
	return q, nil
}
