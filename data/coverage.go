package data

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
)

// ExpectedUnits are the bodies of the register that a query chooses and that are expected
// to report, by region and unit, with the years of all their reports, if any. A query
// that chooses reports by their figures chooses only bodies with such reports.
func (s *Store) ExpectedUnits(ctx context.Context, q Query) ([]UnitFacet, error) {
	var expected []UnitFacet
	where := Query{Units: q.Units, Regions: q.Regions, UnitKinds: q.UnitKinds}.filter()
	err := eachRow(ctx, s.db, `SELECT b.region, b.unit, count(r.year), coalesce(min(r.year), 0), coalesce(max(r.year), 0)
		FROM (SELECT * FROM store.bodies`+where.text()+`) b SEMI JOIN store.known USING (body_id)
		LEFT JOIN store.register g USING (body_id) LEFT JOIN store.reports r USING (body_id)
		WHERE coalesce(g.expected, true) GROUP BY b.region, b.unit ORDER BY b.region, b.unit`, func(rows *sql.Rows) error {
		var u UnitFacet
		err := rows.Scan(&u.Region, &u.Unit, &u.Reports, &u.FirstYear, &u.LastYear)
		expected = append(expected, u)
		return err
	}, where.args...)
	if err != nil {
		return nil, fmt.Errorf("list the units that are expected: %w", err)
	}
	if len(q.Editions)+len(q.Statuses)+len(q.Conditions)+len(q.extra.where) == 0 && !q.WithFindings {
		return expected, nil
	}
	q.FromYear, q.ToYear = 0, 0
	known, err := s.Facets(ctx, q, UnitList)
	if err != nil {
		return nil, err
	}
	has := map[Body]bool{}
	for _, u := range known.Units {
		has[u.Body] = true
	}
	return slices.DeleteFunc(expected, func(u UnitFacet) bool { return !has[u.Body] }), nil
}

// Coverage lists the bodies of the register that a query's units, regions and kinds
// choose, and that are expected to report or have reported.
func (s *Store) Coverage(ctx context.Context, q Query) ([]RegisteredBody, error) {
	list, err := s.Register(ctx)
	if err != nil {
		return nil, err
	}
	chosen := map[int]bool{}
	where := Query{Units: q.Units, Regions: q.Regions, UnitKinds: q.UnitKinds}.filter()
	err = eachRow(ctx, s.db, `SELECT body_id FROM store.bodies`+where.text(), func(rows *sql.Rows) error {
		var id int
		err := rows.Scan(&id)
		chosen[id] = true
		return err
	}, where.args...)
	if err != nil {
		return nil, fmt.Errorf("list the units that are expected: %w", err)
	}
	return slices.DeleteFunc(list, func(b RegisteredBody) bool {
		return !chosen[b.ID] || !b.Expected && len(b.Years) == 0
	}), nil
}
