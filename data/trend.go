package data

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"nianbao/data/form"
)

// Trend is a column over the years, one series a body.
type Trend struct {
	Column  Column
	Years   []int    // without gaps, from the first to the last report
	Series  []Series // the largest first
	Total   Series   // all bodies of the query together; its Body is empty
	Omitted int      // bodies beyond the limit
	Seams   []Seam
}

// Series is the line of one body.
type Series struct {
	Body   Body
	Points []Point // by Trend.Years
}

// Point is one year of a series.
type Point struct {
	Cell      // Missing where there is no report or it does not print the figure
	HasReport bool
	Edition   string // of the report
	ReportID  int64
	Counted   int // reports summed up, in Trend.Total
}

// Seam stands between two years whose forms differ in edition.
type Seam struct {
	Before, After int  // years on its sides
	Comparable    bool // whether the column means the same on both sides
}

// Trend returns the column of that id over the years of the query, for at most
// limit bodies (0: 12), those with the largest values.
func (s *Store) Trend(ctx context.Context, q Query, columnID string, limit int) (*Trend, error) {
	column, ok := ColumnByID(columnID)
	if !ok {
		return nil, fmt.Errorf("draw a trend: %w: %s", ErrUnknownColumn, columnID)
	}
	if limit <= 0 {
		limit = 12
	}
	t := &Trend{Column: column}
	for _, step := range []func(context.Context, Query, *Trend, int) error{s.trendTotal, s.trendSeries} {
		if err := step(ctx, q, t, limit); err != nil {
			return nil, fmt.Errorf("draw a trend: %w", err)
		}
	}
	t.Seams = seams(column, t.Years)
	return t, nil
}

// trendTotal fills the years and the total of each.
func (s *Store) trendTotal(ctx context.Context, q Query, t *Trend, limit int) error {
	list := sums(s.expressions([]Column{t.Column}))
	n := len(list) - 1
	where := q.filter()
	totals := map[int]Point{}
	err := eachRow(ctx, s.db, `SELECT year, `+strings.Join(list, `, `)+where.from()+` GROUP BY year ORDER BY year`, func(rows *sql.Rows) error {
		var year int
		values := make([]any, len(list))
		targets := []any{&year}
		for i := range values {
			targets = append(targets, &values[i])
		}
		err := rows.Scan(targets...)
		cell := totalCell(values[:n], values[n])
		totals[year] = Point{Cell: cell.Cell, HasReport: true, Counted: cell.Counted}
		if len(t.Years) == 0 {
			t.Years = append(t.Years, year)
		}
		for last := t.Years[len(t.Years)-1]; last < year; last++ {
			t.Years = append(t.Years, last+1)
		}
		return err
	}, where.args...)
	if err != nil {
		return err
	}
	t.Total.Points = missingPoints(t.Years)
	for i, year := range t.Years {
		if p, ok := totals[year]; ok {
			t.Total.Points[i] = p
		}
	}
	where = q.filter()
	var bodies int
	if err := s.db.QueryRowContext(ctx, `SELECT count(DISTINCT body_id)`+where.from(), where.args...).Scan(&bodies); err != nil {
		return engineError(err)
	}
	t.Omitted = max(0, bodies-limit)
	return nil
}

func missingPoints(years []int) []Point {
	points := make([]Point, len(years))
	for i := range points {
		points[i].Status = Missing
	}
	return points
}

// trendSeries fills the series of the bodies with the largest values.
func (s *Store) trendSeries(ctx context.Context, q Query, t *Trend, limit int) error {
	columns := []Column{t.Column}
	selected, read := s.selectCells(columns)
	size, err := s.columns.sortExpression(t.Column.ID)
	if err != nil {
		return err
	}
	where := q.filter()
	statement := fmt.Sprintf(`WITH largest AS (SELECT body_id, max(%s) AS size%s GROUP BY body_id ORDER BY size DESC NULLS LAST, body_id LIMIT %d),
		chosen AS (SELECT body_id, report_id, region, unit, year, edition, findings, statuses%s%s)
		SELECT chosen.* EXCLUDE (body_id) FROM chosen JOIN largest USING (body_id) ORDER BY size DESC NULLS LAST, body_id, year`,
		size, where.from(), limit, selected, where.from())
	return eachRow(ctx, s.db, statement, func(rows *sql.Rows) error {
		row, err := read(rows)
		if err != nil || len(t.Years) == 0 {
			return err
		}
		if n := len(t.Series); n == 0 || t.Series[n-1].Body != row.Body {
			t.Series = append(t.Series, Series{Body: row.Body, Points: missingPoints(t.Years)})
		}
		if i := row.Year - t.Years[0]; i >= 0 && i < len(t.Years) {
			t.Series[len(t.Series)-1].Points[i] = Point{Cell: row.Cells[0], HasReport: true, Edition: row.Edition, ReportID: row.ReportID}
		}
		return nil
	}, append(where.args, where.args...)...)
}

// seams are the changes of edition between the years.
func seams(c Column, years []int) []Seam {
	var list []Seam
	for i := 1; i < len(years); i++ {
		a, b := form.EditionOf(years[i-1]), form.EditionOf(years[i])
		if a == b || a == nil || b == nil {
			continue
		}
		list = append(list, Seam{Before: years[i-1], After: years[i], Comparable: comparable(c, a.ID, b.ID)})
	}
	return list
}

// comparable tells whether a column means the same in two editions: a metric
// does if all of its parts do.
func comparable(c Column, a, b string) bool {
	if c.Role == FigureColumn {
		return form.Comparable(c.Key, a, b)
	}
	for _, terms := range [][]form.SignedKey{c.Metric.Numerator, c.Metric.Denominator} {
		for _, term := range terms {
			if !form.Comparable(term.Key, a, b) {
				return false
			}
		}
	}
	return true
}
