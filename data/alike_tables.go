package data

import (
	"context"
	"database/sql"
	"math"
	"strings"

	"nianbao/data/form"
)

// leastBits is how much information a table must have for a repetition to be no
// coincidence: the sum of log2(1 + figure) over its figures. For a town with sixteen
// requests this is 20 or 30, for one with three requests 5. Among the three thousand
// towns of a year, no two tables of 32 bits are equal by chance.
const leastBits = 32

// member is a report among others that have the same figures.
type member struct {
	report       int64
	body, year   int
	region, unit string
	edition      string
}

// alikeTables finds reports whose tables repeat, figure by figure, those of another
// body in the same year, or of the same body in the year before.
func (s *Store) alikeTables(ctx context.Context, q querier, _ reportScopes) ([]crossFinding, error) {
	var found []crossFinding
	reported := map[int64]bool{}
	for _, whole := range []bool{true, false} {
		keys := tableKeys(form.ApplicationsTable)
		if whole {
			keys = form.Catalogue()
		}
		groups, err := s.sameFigures(ctx, q, keys)
		if err != nil {
			return nil, err
		}
		for _, group := range groups {
			for _, m := range group {
				other, isAlike := repeated(m, group)
				if !isAlike || reported[m.report] {
					continue
				}
				reported[m.report] = true
				found = append(found, crossFinding{m.report, form.Finding{Rule: form.RuleLookAlike, Severity: form.SeverityWarning, Edition: m.edition, Key: form.Key{Table: form.ApplicationsTable},
					Against: against(m, other, whole)}})
			}
		}
	}
	return found, nil
}

func against(m, other member, whole bool) form.Against {
	a := form.Against{Year: other.year, Of: m.year, Whole: whole, Percent: 100}
	if other.body != m.body {
		a.Region, a.Unit = other.region, other.unit
	}
	return a
}

// repeated chooses the report that a member repeats: that of another body in the
// same year, else that of the same body in the year before.
func repeated(m member, group []member) (other member, ok bool) {
	for _, o := range group {
		switch {
		case o.body != m.body && o.year == m.year:
			return o, true
		case o.body == m.body && o.year == m.year-1:
			other, ok = o, true
		}
	}
	return other, ok
}

// sameFigures groups the reports in which all the figures are equal and have at
// least leastBits.
func (s *Store) sameFigures(ctx context.Context, q querier, keys []form.Key) ([][]member, error) {
	var names []string
	for _, k := range keys {
		name, _ := s.columns.name(k)
		names = append(names, name)
	}
	var groups [][]member
	var last string
	err := eachRow(ctx, q, `SELECT CAST(h AS VARCHAR), report_id, body_id, year, region, unit, edition
		FROM (SELECT report_id, body_id, year, region, unit, edition, hash(edition, `+strings.Join(names, `, `)+`) AS h FROM store.wide)
		QUALIFY count(*) OVER (PARTITION BY h) > 1 ORDER BY h, report_id`, func(rows *sql.Rows) error {
		var h string
		var m member
		err := rows.Scan(&h, &m.report, &m.body, &m.year, &m.region, &m.unit, &m.edition)
		if h != last || len(groups) == 0 {
			groups, last = append(groups, nil), h
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], m)
		return err
	})
	if err != nil || len(groups) == 0 {
		return nil, err
	}
	return s.informativeGroups(ctx, q, keys, groups)
}

// informativeGroups keeps the groups whose figures have at least leastBits.
func (s *Store) informativeGroups(ctx context.Context, q querier, keys []form.Key, groups [][]member) ([][]member, error) {
	var parts []string
	for _, k := range keys {
		if _, it, c, ok := form.Describe(k); ok && !it.IsTotal && !c.IsTotal && !it.IsGroup {
			name, _ := s.columns.name(k)
			parts = append(parts, name)
		}
	}
	ids := make([]int64, len(groups))
	for i, group := range groups {
		ids[i] = group[0].report
	}
	bits := map[int64]float64{}
	values := make([]sql.NullInt64, len(parts))
	var id int64
	targets := []any{&id}
	for i := range values {
		targets = append(targets, &values[i])
	}
	err := eachRow(ctx, q, `SELECT report_id, `+strings.Join(parts, `, `)+` FROM store.wide WHERE report_id IN `+idList(ids), func(rows *sql.Rows) error {
		err := rows.Scan(targets...)
		for _, v := range values {
			bits[id] += math.Log2(1 + math.Abs(form.Number(v.Int64).Float()))
		}
		return err
	})
	var kept [][]member
	for _, group := range groups {
		if bits[group[0].report] >= leastBits {
			kept = append(kept, group)
		}
	}
	return kept, err
}
