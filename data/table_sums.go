package data

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
)

// needsYears tells whether the reports of a row must be told apart by year.
func (r *reading) needsYears() bool {
	q := r.relation.query
	return r.relation.last || q.Rows.hasYear() || slices.ContainsFunc(r.relation.parts, func(p part) bool {
		return p.stock || p.scope.year != 0 || len(p.scope.not) > 0
	})
}

// groupSums reads the sums of all rows.
func (s *Store) groupSums(ctx context.Context, r *reading) (map[groupName][]groupSums, error) {
	g, err := r.relation.query.Rows.grouping()
	if err != nil {
		return nil, err
	}
	byYear := r.needsYears()
	statement, args := r.relation.groupSums(g, byYear)
	found := map[groupName][]groupSums{}
	return found, eachRow(ctx, s.db, statement, func(rows *sql.Rows) error {
		sum := groupSums{values: make([]sum, len(r.relation.partials))}
		targets := []any{&sum.key.body, &sum.key.region, &sum.key.year, &sum.shift, &sum.edition, &sum.last, &sum.findings, &sum.reports, &sum.years}
		for i := range sum.values {
			targets = append(targets, &sum.values[i])
		}
		if err := rows.Scan(targets...); err != nil {
			return err
		}
		if byYear {
			sum.years = yearBit(sum.key.year)
		}
		key := sum.key
		if !r.relation.query.Rows.hasYear() {
			key.year = 0
		}
		found[key] = append(found[key], sum)
		return nil
	}, args...)
}

// groupSums is the SQL of the sums.
func (r *relation) groupSums(g grouping, byYear bool) (string, []any) {
	r.args = nil
	names := g.body + `, ` + cmp.Or(g.region, `''`)
	if byYear {
		source, _ := r.grouped(g, true)
		years := ``
		for i := range r.partials {
			years += fmt.Sprintf(`, y%d`, i)
		}
		return `SELECT ` + names + `, year, shift, edition, last_edition, CAST(findings AS BIGINT), reports, 0` + years + source, r.args
	}
	where := r.filter(r.query)
	having := ``
	if g.by == `` {
		having = ` HAVING count(*) > 0`
	}
	return `SELECT ` + names + `, 0, 0, '', '', CAST(sum(findings) AS BIGINT), count(*), coalesce(` + yearsMask() + `, 0)` + r.partialSums() + where.of(r.summed()) + g.by + having, where.args
}
