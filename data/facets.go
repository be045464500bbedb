package data

import (
	"context"
	"database/sql"
	"fmt"
)

// Facets are the values that a filter list offers, each with the number of
// reports it would show. A list ignores the query's own choice in it, and
// respects all others.
type Facets struct {
	Years    []YearFacet
	Regions  []Facet
	Units    []UnitFacet
	Editions []Facet
}

// Facet is one value of a list.
type Facet struct {
	Value   string
	Reports int
}

// YearFacet is one reporting year.
type YearFacet struct {
	Year, Reports int
}

// UnitFacet is one body with the years it has reports of.
type UnitFacet struct {
	Body
	Reports             int
	FirstYear, LastYear int
}

// Facets returns the values of the filter lists for a query.
func (s *Store) Facets(ctx context.Context, q Query) (*Facets, error) {
	f := &Facets{}
	years, regions, units, editions := q, q, q, q
	years.FromYear, years.ToYear = 0, 0
	regions.Regions, units.Units, editions.Editions = nil, nil, nil
	steps := []struct {
		q    Query
		list string
		scan func(*sql.Rows) error
	}{
		{years, `SELECT year, count(*)%s GROUP BY 1 ORDER BY 1`, func(rows *sql.Rows) error {
			var y YearFacet
			err := rows.Scan(&y.Year, &y.Reports)
			f.Years = append(f.Years, y)
			return err
		}},
		{regions, `SELECT region, count(*)%s GROUP BY 1 ORDER BY 1`, scanFacet(&f.Regions)},
		{editions, `SELECT edition, count(*)%s GROUP BY 1 ORDER BY 1`, scanFacet(&f.Editions)},
		{units, `SELECT region, unit, count(*), min(year), max(year)%s GROUP BY 1, 2 ORDER BY 1, 2`, func(rows *sql.Rows) error {
			var u UnitFacet
			err := rows.Scan(&u.Region, &u.Unit, &u.Reports, &u.FirstYear, &u.LastYear)
			f.Units = append(f.Units, u)
			return err
		}},
	}
	for _, step := range steps {
		where := s.filter(step.q)
		if err := eachRow(ctx, s.db, fmt.Sprintf(step.list, where.from()), step.scan, where.args...); err != nil {
			return nil, fmt.Errorf("list the filters' values: %w", err)
		}
	}
	return f, nil
}

func scanFacet(list *[]Facet) func(*sql.Rows) error {
	return func(rows *sql.Rows) error {
		var f Facet
		err := rows.Scan(&f.Value, &f.Reports)
		*list = append(*list, f)
		return err
	}
}
