package data

import (
	"context"
	"fmt"
)

// Extent is the number of bodies and reports that the totals of a table cover.
type Extent struct{ Bodies, Reports int }

// Extent counts the reports that Totals adds up: in a comparison those whose body has a
// report of the year before, too. Single figures can be blank all the same: see
// TotalCell.Counted. It is zero if a table has no totals, or conditions on its rows.
func (s *Store) Extent(ctx context.Context, q Query) (e Extent, err error) {
	if !q.HasTotal() || len(q.Conditions) > 0 {
		return Extent{}, nil
	}
	added, err := s.bounded(ctx, q)
	if err == nil {
		added, err = s.WithoutWholes(ctx, added)
	}
	if err != nil {
		return Extent{}, fmt.Errorf("count the reports of the totals: %w", err)
	}
	where := s.filter(added)
	paired := ``
	if q.compares() {
		paired = ` SEMI JOIN store.reports AS before ON before.body_id = chosen.body_id AND before.year = chosen.year - 1`
	}
	err = s.db.QueryRowContext(ctx, `SELECT count(DISTINCT body_id), count(*) FROM (SELECT body_id, year`+where.from()+`) AS chosen`+paired, where.args...).Scan(&e.Bodies, &e.Reports)
	if err != nil {
		return Extent{}, fmt.Errorf("count the reports of the totals: %w", duckdbError(err))
	}
	return e, nil
}
