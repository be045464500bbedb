package data

import (
	"fmt"
	"strings"
)

// clauses is a WHERE condition over store.wide with its arguments. User input is only
// ever an argument.
type clauses struct {
	where []string
	args  []any
}

// filter is the query's condition on body, year, edition and findings.
func (q Query) filter() clauses {
	var c clauses
	if q.FromYear != 0 && !q.span.from {
		c.and(`year >= ?`, q.FromYear)
	}
	if q.ToYear != 0 && !q.span.to {
		c.and(`year <= ?`, q.ToYear)
	}
	if len(q.Units) > 0 {
		var names []any
		for _, b := range q.Units {
			names = append(names, b.Region, b.Unit)
		}
		each := func(name string) string {
			return strings.TrimSuffix(strings.Repeat(`region = ? AND `+name+` = ? OR `, len(q.Units)), ` OR `)
		}
		// A saved view may have a name from before a body was renamed or merged.
		c.and(`body_id IN (SELECT body_id FROM store.bodies WHERE `+each(`unit`)+` UNION SELECT body_id FROM store.names WHERE `+each(`name`)+`)`, append(names, names...)...)
	}
	if len(q.UnitKinds) > 0 {
		var kinds clauses
		kinds.in(unitEndingSQL(), endingsOf(q.UnitKinds))
		c.and(`body_id IN (SELECT body_id FROM store.bodies WHERE `+kinds.where[0]+`)`, kinds.args...)
	}
	c.in(`region`, q.Regions)
	c.in(`edition`, q.Editions)
	if q.WithFindings {
		c.and(`report_id IN (SELECT report_id FROM store.findings)`)
	}
	c.all(q.extra)
	return c
}

// byDimensions reports whether reports are chosen only by body, year, edition and
// findings, and not by their figures.
func (q Query) byDimensions() bool { return len(q.Statuses)+len(q.extra.where) == 0 }

// conditioned replaces conditions on columns by one on report_id, for filter lists and
// trends, which do not have these columns.
func (s *Store) conditioned(q Query) (Query, error) {
	if len(q.Conditions) == 0 || q.Rows != ReportRows {
		return q, nil
	}
	source, args, err := s.newRelation(Query{View: q.View, Conditions: q.Conditions}).chosen()
	q.extra.and(`report_id IN (SELECT report_id`+source+`)`, args...)
	return q, err
}

// Reports returns a query that chooses the same reports and nothing else, for charts,
// roll-ups and findings. Conditions and statuses refer to the columns of this query; they
// become a condition on reports. That is impossible for conditions on rows that sum up
// reports; applied is false if the query has any.
func (s *Store) Reports(q Query) (chosen Query, applied bool, err error) {
	kept, err := s.conditioned(q)
	if err != nil {
		return Query{}, false, fmt.Errorf("choose reports: %w", err)
	}
	if len(q.Statuses) > 0 {
		kept.extra.and(s.hasStatus(q))
	}
	return Query{FromYear: q.FromYear, ToYear: q.ToYear, Units: q.Units, Regions: q.Regions, UnitKinds: q.UnitKinds,
		Editions: q.Editions, WithFindings: q.WithFindings, extra: kept.extra, apart: kept.apart}, len(q.Conditions) == 0 || q.Rows == ReportRows, nil
}

// filter is the query's condition on reports, including that on statuses.
func (s *Store) filter(q Query) clauses {
	c := q.filter()
	if len(q.Statuses) > 0 {
		c.and(s.hasStatus(q))
	}
	return c
}

// hasStatus is the SQL for whether a report has a figure with one of the chosen statuses
// among those that the query shows.
func (s *Store) hasStatus(q Query) string {
	var any []string
	for _, run := range s.positionRanges(q) {
		part := fmt.Sprintf(`substr(statuses, %d, %d)`, run.first+1, run.length)
		if run.length == len(s.columns.keys) {
			part = `statuses`
		}
		for _, status := range q.Statuses {
			any = append(any, fmt.Sprintf(`contains(%s, '%c')`, part, statusLetter(status)))
		}
	}
	if len(any) == 0 {
		return `false`
	}
	return `(` + strings.Join(any, ` OR `) + `)`
}

// positionRange is a range of neighbouring positions.
type positionRange struct{ first, length int }

// positionRanges are the positions of the figures that the query shows. If no applicant kind is
// chosen, they are those of all kinds: these are neighbours, and searching a few long ranges
// for a letter is fast.
func (s *Store) positionRanges(q Query) []positionRange {
	if len(q.Kinds) == 0 {
		q.Kinds = allKinds()
	}
	shown := make([]bool, len(s.columns.keys))
	for _, c := range q.measures() {
		for _, terms := range c.sums() {
			for _, term := range terms {
				shown[s.columns.position[term.Key]] = true
			}
		}
	}
	var list []positionRange
	for i, is := range shown {
		switch n := len(list); {
		case !is:
		case n > 0 && list[n-1].first+list[n-1].length == i:
			list[n-1].length++
		default:
			list = append(list, positionRange{i, 1})
		}
	}
	return list
}

func (c *clauses) and(condition string, args ...any) {
	c.where = append(c.where, condition)
	c.args = append(c.args, args...)
}

// all adds the conditions of another clauses value.
func (c *clauses) all(more clauses) {
	c.where, c.args = append(c.where, more.where...), append(c.args, more.args...)
}

func (c *clauses) in(column string, values []string) {
	if len(values) == 0 {
		return
	}
	var args []any
	for _, v := range values {
		args = append(args, v)
	}
	c.and(column+` IN (`+strings.TrimSuffix(strings.Repeat(`?,`, len(values)), `,`)+`)`, args...)
}

// ofRegions restricts to the bodies of some regions; no regions means all.
func (c *clauses) ofRegions(regions []string) {
	if len(regions) == 0 {
		return
	}
	var in clauses
	in.in(`region`, regions)
	c.and(`body_id IN (SELECT body_id FROM store.bodies`+in.text()+`)`, in.args...)
}

// from is FROM and WHERE.
func (c clauses) from() string { return ` FROM store.wide` + c.text() }

// text is WHERE.
func (c clauses) text() string {
	if len(c.where) == 0 {
		return ``
	}
	return ` WHERE ` + strings.Join(c.where, ` AND `)
}
