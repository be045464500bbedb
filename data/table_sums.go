package data

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
)

// needsYears reports whether the sums of a row must be kept separately for each year.
func (r *columnQuery) needsYears() bool {
	q := r.relation.query
	return r.relation.last || q.Rows.hasYear() || slices.ContainsFunc(r.relation.parts, func(p part) bool {
		return p.stock || p.scope.year != 0 || len(p.scope.not) > 0
	})
}

// readGroupSums reads the sums of all rows.
func (s *Store) readGroupSums(ctx context.Context, r *columnQuery) (map[groupName][]groupSums, error) {
	g, err := r.relation.query.Rows.grouping()
	if err != nil {
		return nil, err
	}
	byYear := r.needsYears()
	fields := r.relation.sumFields(g, byYear)
	statement, args := r.relation.groupSumsSQL(g, byYear, fields)
	found := map[groupName][]groupSums{}
	targets := make([]any, 0, len(fields)+len(r.relation.partials))
	return found, eachRow(ctx, s.db, statement, func(rows *sql.Rows) error {
		one := groupSums{values: make([]sum, len(r.relation.partials))}
		targets = targets[:0]
		for _, f := range fields {
			targets = append(targets, f.of(&one))
		}
		for i := range one.values {
			targets = append(targets, &one.values[i])
		}
		if err := rows.Scan(targets...); err != nil {
			return err
		}
		if byYear {
			one.years = yearBit(one.key.year)
		}
		key := one.key
		if !r.relation.query.Rows.hasYear() {
			key.year = 0
		}
		found[key] = append(found[key], one)
		return nil
	}, args...)
}

// sumField is a column of the sums.
type sumField struct {
	sql string
	of  func(*groupSums) any
}

// sumFields are the columns, besides the sums, that differ from row to row: each costs
// the driver as much as a sum.
func (r *relation) sumFields(g grouping, byYear bool) []sumField {
	fields := []sumField{{`CAST(findings AS BIGINT)`, func(s *groupSums) any { return &s.findings }}, {`reports`, func(s *groupSums) any { return &s.reports }}}
	if !byYear {
		fields[0].sql, fields[1].sql = `CAST(sum(findings) AS BIGINT)`, `count(*)`
		fields = append(fields, sumField{`coalesce(` + yearsMask() + `, 0)`, func(s *groupSums) any { return &s.years }})
	}
	add := func(needed bool, sql string, of func(*groupSums) any) {
		if needed {
			fields = append(fields, sumField{sql, of})
		}
	}
	add(g.body == `body_id`, `body_id`, func(s *groupSums) any { return &s.key.body })
	add(g.region == `region`, `region`, func(s *groupSums) any { return &s.key.region })
	add(byYear, `year`, func(s *groupSums) any { return &s.key.year })
	add(byYear && r.last, `shift`, func(s *groupSums) any { return &s.shift })
	add(byYear && r.query.Rows.hasYear(), `edition`, func(s *groupSums) any { return &s.edition })
	add(byYear && r.query.Rows.hasYear(), `last_edition`, func(s *groupSums) any { return &s.last })
	return fields
}

// groupSumsSQL is the SQL of the fields and the sums.
func (r *relation) groupSumsSQL(g grouping, byYear bool, fields []sumField) (string, []any) {
	r.args = nil
	var list []string
	for _, f := range fields {
		list = append(list, f.sql)
	}
	names := strings.Join(list, `, `)
	if byYear {
		source, _ := r.grouped(g, true)
		for i := range r.partials {
			names += fmt.Sprintf(`, y%d`, i)
		}
		return `SELECT ` + names + source, r.args
	}
	where := r.filter(r.query)
	having := ``
	if g.by == `` {
		having = ` HAVING count(*) > 0`
	}
	return `SELECT ` + names + r.partialSums() + ` FROM ` + r.summed() + where.text() + g.by + having, where.args
}
