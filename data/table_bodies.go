package data

import (
	"context"
	"database/sql"
)

// regionBodies is the number of bodies of each region.
type regionBodies struct {
	bodies map[string]int
	err    error
}

// regionBodies counts the bodies while the sums are read.
func (s *Store) regionBodies(ctx context.Context, r *relation, directory *bodyDirectory) <-chan regionBodies {
	answer := make(chan regionBodies, 1)
	if r.query.choosesAll() {
		answer <- regionBodies{bodies: directory.bodiesOf}
		return answer
	}
	where := r.filter(r.query)
	go func() {
		counted := regionBodies{bodies: map[string]int{}}
		counted.err = eachRow(ctx, s.db, bodiesOfRegions(where), func(rows *sql.Rows) error {
			var region string
			var n int
			err := rows.Scan(&region, &n)
			counted.bodies[region] = n
			return err
		}, where.args...)
		answer <- counted
	}()
	return answer
}

// choosesAll reports whether all reports of a body are chosen if its region is.
func (q Query) choosesAll() bool {
	return (q.FromYear == 0 || q.span.from) && (q.ToYear == 0 || q.span.to) && !q.WithFindings &&
		len(q.Units)+len(q.UnitKinds)+len(q.Editions)+len(q.Statuses)+len(q.extra.where) == 0
}

// bodiesOfRegions is the SQL of the number of bodies of each region.
func bodiesOfRegions(where clauses) string {
	return `SELECT region, count(*) AS bodies FROM (SELECT DISTINCT body_id` + where.from() + `) JOIN store.bodies USING (body_id) GROUP BY region`
}
