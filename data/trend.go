package data

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"nianbao/data/form"
)

// Trend is a column over the years, with one series for each body.
type Trend struct {
	Column  Column
	Years   []int    // without gaps, from the first to the last report
	Series  []Series // the one with the largest values first
	Total   Series   // all bodies of the query together; its Body is empty
	Omitted int      // number of bodies beyond the limit
	Seams   []Seam
}

// Series is the line of one body or of one region, whose Body.Unit is empty.
type Series struct {
	Body   Body
	Points []Point // by Trend.Years
}

// Point is one year of a series.
type Point struct {
	Cell      // Missing if there is no report or it does not print the figure
	HasReport bool
	Edition   string // of the report
	ReportID  int64
	Counted   int // number of reports summed up, in Trend.Total and in the series of a region
	// Changed says that the sum is of other bodies than that of the year before.
	Changed bool
}

// Seam is a point between two years whose reports follow different editions.
type Seam struct {
	Before, After int  // the years on its sides
	Comparable    bool // whether the column means the same on both sides
}

// Trend returns the measure with an id over the years of the query. It covers at most
// limit bodies (0: 12), those with the largest values, or regions if the query's rows are
// regions.
func (s *Store) Trend(ctx context.Context, q Query, columnID string, limit int) (*Trend, error) {
	column, ok := measureByID(columnID)
	if !ok {
		return nil, fmt.Errorf("draw a trend: %w: %s", ErrUnknownColumn, columnID)
	}
	if limit <= 0 {
		limit = 12
	}
	q, err := s.conditioned(q)
	if err != nil {
		return nil, fmt.Errorf("draw a trend: %w", err)
	}
	t := &Trend{Column: column}
	for _, step := range []func(context.Context, Query, *Trend, int) error{s.trendTotal, s.trendSeries} {
		if err := step(ctx, q, t, limit); err != nil {
			return nil, fmt.Errorf("draw a trend: %w", err)
		}
	}
	t.Seams = seams(column, t.Years)
	if err := s.trendChanged(ctx, q, t); err != nil {
		return nil, fmt.Errorf("draw a trend: %w", err)
	}
	return t, nil
}

// trendChanged marks the sums over other bodies than those of the year before.
func (s *Store) trendChanged(ctx context.Context, q Query, t *Trend) error {
	mark := func(changed map[RegionYear]bool, line *Series) {
		for i, year := range t.Years {
			line.Points[i].Changed = changed[RegionYear{line.Body.Region, year}]
		}
	}
	if q.byRegion() {
		changed, err := s.ChangedBodies(ctx, q)
		if err != nil {
			return err
		}
		for i := range t.Series {
			mark(changed, &t.Series[i])
		}
	}
	q.Rows = YearRows
	changed, err := s.ChangedBodies(ctx, q)
	mark(changed, &t.Total)
	return err
}

// trendTotal fills the years and the total of each.
func (s *Store) trendTotal(ctx context.Context, q Query, t *Trend, limit int) error {
	terms := t.Column.terms(s.columns.field)
	var list []string
	for _, term := range bothKnown(terms) {
		list = append(list, `sum(`+term+`)`)
	}
	list = append(list, `count(`+strings.Join(terms, ` + `)+`)`)
	parts, err := s.WithoutWholes(ctx, q)
	if err != nil {
		return err
	}
	where := s.filter(parts)
	totals := map[int]Point{}
	err = eachRow(ctx, s.db, `SELECT year, `+strings.Join(list, `, `)+where.from()+` GROUP BY year ORDER BY year`, func(rows *sql.Rows) error {
		var year int
		values := make([]sum, len(list))
		targets := []any{&year}
		for i := range values {
			targets = append(targets, &values[i])
		}
		err := rows.Scan(targets...)
		cell := s.totalCell(&t.Column, values[:len(terms)], &rowFacts{isTotal: true}, values[len(terms)])
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
	return s.trendOmitted(ctx, q, t, limit)
}

func (s *Store) trendOmitted(ctx context.Context, q Query, t *Trend, limit int) error {
	where := s.filter(q)
	var series int
	if err := s.db.QueryRowContext(ctx, `SELECT count(DISTINCT `+q.seriesID()+`)`+where.from(), where.args...).Scan(&series); err != nil {
		return duckdbError(err)
	}
	t.Omitted = max(0, series-limit)
	return nil
}

// seriesID is the column of the wide table that identifies a series.
func (q Query) seriesID() string {
	if q.byRegion() {
		return `region`
	}
	return `body_id`
}

// byRegion reports whether a series is a region instead of a body.
func (q Query) byRegion() bool { return q.Rows == RegionRows || q.Rows == RegionYearRows }

func missingPoints(years []int) []Point {
	points := make([]Point, len(years))
	for i := range points {
		points[i].Status = Missing
	}
	return points
}

// trendSeries fills the series with the largest values.
func (s *Store) trendSeries(ctx context.Context, q Query, t *Trend, limit int) error {
	only, bodies, err := s.largest(ctx, q, t.Column, limit)
	if err != nil || len(bodies) == 0 {
		return err
	}
	q.Sort, q.Conditions, q.Compare = nil, nil, false
	if q.byRegion() {
		q.Rows = RegionYearRows
	} else {
		q.Rows = ReportRows
	}
	q.extra.all(only)
	rows, err := s.read(ctx, q, []Column{t.Column}, Page{Limit: len(bodies) * len(t.Years)})
	if err == nil {
		t.fill(bodies, rows)
	}
	return err
}

// largest are the bodies or regions with the largest values, and the condition that
// chooses them.
func (s *Store) largest(ctx context.Context, q Query, c Column, limit int) (only clauses, bodies []Body, err error) {
	r := s.newRelation(Query{Rows: UnitRows})
	if q.byRegion() {
		r.query.Rows = RegionRows
	}
	size, _, err := r.sortable(c.ID)
	if err != nil {
		return only, nil, err
	}
	r.query = q
	var ids []string
	where := s.filter(q)
	err = eachRow(ctx, s.db, fmt.Sprintf(`SELECT id, region, unit FROM (SELECT CAST(id AS VARCHAR) AS id, first(region) AS region, first(unit) AS unit, max(%s) AS size
		FROM (SELECT %s AS id, year, first(region) AS region, first(unit) AS unit%s FROM %s%s GROUP BY %s, year) GROUP BY id)
		ORDER BY size DESC NULLS LAST, id LIMIT %d`, size, q.seriesID(), r.list(), r.wide(), where.text(), q.seriesID(), limit), func(rows *sql.Rows) error {
		var id string
		var b Body
		err := rows.Scan(&id, &b.Region, &b.Unit)
		if q.byRegion() {
			b.Unit = ""
		}
		ids, bodies = append(ids, id), append(bodies, b)
		return err
	}, where.args...)
	only.in(`CAST(`+q.seriesID()+` AS VARCHAR)`, ids)
	return only, bodies, err
}

// fill puts the rows of the bodies into their series.
func (t *Trend) fill(bodies []Body, rows []Row) {
	if len(t.Years) == 0 {
		return
	}
	index := map[Body]int{}
	for i, b := range bodies {
		index[b] = i
		t.Series = append(t.Series, Series{Body: b, Points: missingPoints(t.Years)})
	}
	for _, row := range rows {
		series, known := index[row.Body]
		if i := row.Year - t.Years[0]; known && i >= 0 && i < len(t.Years) {
			t.Series[series].Points[i] = Point{Cell: row.Cells[0], HasReport: true, Edition: row.Edition, ReportID: row.ReportID, Counted: row.Reports}
		}
	}
}

// seams are the changes of edition between the years.
func seams(c Column, years []int) []Seam {
	var list []Seam
	for i := 1; i < len(years); i++ {
		a, b := form.EditionOf(years[i-1]), form.EditionOf(years[i])
		if a == b || a == nil || b == nil {
			continue
		}
		list = append(list, Seam{Before: years[i-1], After: years[i], Comparable: comparable(&c, a.ID, b.ID)})
	}
	return list
}

// comparable reports whether a column means the same in two editions: a metric
// does if all of its parts do.
func comparable(c *Column, a, b string) bool {
	for _, terms := range c.sums() {
		for _, term := range terms {
			if !form.Comparable(term.Key, a, b) {
				return false
			}
		}
	}
	return true
}
