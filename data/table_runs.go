package data

import (
	"fmt"
	"strings"

	"nianbao/data/form"
)

// ofRuns returns the names of figures in a rate that is summed over several years. Of a
// run of consecutive reports of a body, only what the first carried over counts, and what
// the last carried forward: the other requests are among those received in the run.
func (r *relation) ofRuns(c Column, name func(form.Key) string) func(form.Key) string {
	if !r.isOfRuns(c) {
		return name
	}
	return func(k form.Key) string {
		_, item, _, ok := form.Describe(k)
		if !ok || !item.Stock {
			return name(k)
		}
		r.hasRuns = true
		if item.Side == form.LeftSide {
			return `(CASE WHEN follows THEN 0 ELSE ` + name(k) + ` END)`
		}
		return `(CASE WHEN precedes THEN 0 ELSE ` + name(k) + ` END)`
	}
}

// wide is store.wide, with the columns that the expressions of ofRuns need: whether the
// query also chooses a report of the same body of the year before, and of the year after.
// DuckDB would look for it once for each of those expressions.
func (r *relation) wide() string {
	if !r.hasRuns {
		return `store.wide`
	}
	return `(SELECT *, ` + r.query.hasReport(-1) + ` AS follows, ` + r.query.hasReport(1) + ` AS precedes FROM store.wide)`
}

// isOfRuns reports whether a rate is summed over several years: in the rows, or only in
// their total.
func (r *relation) isOfRuns(c Column) bool {
	q := r.query
	if !c.IsRate() || c.Compare != ThisYear || c.Slice.Year != 0 || q.compares() || q.FromYear != 0 && q.FromYear == q.ToYear {
		return false
	}
	return r.isTotal || q.Rows != ReportRows && !q.Rows.hasYear()
}

// hasReport is the condition that the query also chooses a report of the same body some
// years on.
func (q Query) hasReport(on int) string {
	var among clauses
	if q.FromYear != 0 {
		among.and(fmt.Sprintf(`year >= %d`, q.FromYear))
	}
	if q.ToYear != 0 {
		among.and(fmt.Sprintf(`year <= %d`, q.ToYear))
	}
	if len(q.Editions) > 0 {
		var ids []string
		for _, id := range q.Editions {
			ids = append(ids, quote(id))
		}
		among.and(`edition IN (` + strings.Join(ids, `, `) + `)`)
	}
	if q.WithFindings {
		among.and(`report_id IN (SELECT report_id FROM store.findings)`)
	}
	const key = `CAST(body_id AS BIGINT) * 4096 + year` // no year is as late
	return fmt.Sprintf(`%s + %d IN (SELECT %s FROM store.wide%s)`, key, on, key, among.text())
}
