package data

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"slices"
	"unicode/utf8"
)

// The report of a place contains those of the bodies in the place. If its figures are too
// small for that, it is the report of the place's own office alone.

// containment says that one report contains another.
type containment struct {
	whole, part int64
	direct      bool
	place       int64 // body of the whole
}

// reportOf names reports in force by body and year.
type reportOf map[bodyYear]int64

// containments finds the reports that contain others.
func (s *Store) containments(ctx context.Context, q querier) ([]containment, error) {
	above, err := placesAbove(ctx, q)
	if err != nil || len(above) == 0 {
		return nil, err
	}
	reports := reportOf{}
	err = eachRow(ctx, q, `SELECT body_id, year, report_id FROM store.wide`, func(rows *sql.Rows) error {
		var at bodyYear
		var id int64
		err := rows.Scan(&at.body, &at.year, &id)
		reports[at] = id
		return err
	})
	if err != nil {
		return nil, err
	}
	var list []containment
	for at, id := range reports {
		direct := true
		for _, place := range above[at.body] {
			if whole := reports[bodyYear{place, at.year}]; whole != 0 {
				list = append(list, containment{whole, id, direct, place})
				direct = false
			}
		}
	}
	slices.SortFunc(list, func(a, b containment) int {
		if a.whole != b.whole {
			return int(a.whole - b.whole)
		}
		return int(a.part - b.part)
	})
	return list, nil
}

// placesAbove returns for each body the bodies that are places above it, the
// nearest first: those that the register names, or that its region names.
func placesAbove(ctx context.Context, q querier) (map[int64][]int64, error) {
	type place struct {
		id int64
		Body
	}
	var all []place
	byUnit, parents := map[string][]place{}, map[int64]int64{}
	err := eachRow(ctx, q, `SELECT b.body_id, b.region, b.unit, coalesce(r.parent_id, 0) FROM store.bodies b LEFT JOIN store.register r USING (body_id)
		WHERE b.body_id IN (SELECT body_id FROM store.wide)`, func(rows *sql.Rows) error {
		var p place
		var parent int64
		err := rows.Scan(&p.id, &p.Region, &p.Unit, &parent)
		all = append(all, p)
		byUnit[p.Unit] = append(byUnit[p.Unit], p)
		if parent != 0 {
			parents[p.id] = parent
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	found := map[int64][]int64{}
	for _, b := range all {
		seen := map[int64]bool{b.id: true}
		for parent := parents[b.id]; parent != 0 && !seen[parent]; parent = parents[parent] {
			seen[parent] = true
			found[b.id] = append(found[b.id], parent)
		}
		path := b.path()
		for end := len(path); end > 0; end-- {
			if !utf8.RuneStart(endByte(path, end)) || !endsPlace(path[:end]) {
				continue
			}
			for start := end - 1; start >= 0; start-- {
				if !utf8.RuneStart(path[start]) {
					continue
				}
				for _, p := range byUnit[path[start:end]] {
					if !seen[p.id] && fits(p.Region, path[:start]) {
						seen[p.id] = true
						found[b.id] = append(found[b.id], p.id)
					}
				}
			}
		}
	}
	return found, nil
}

// endByte is the byte after a prefix; at the end it is one that begins a character.
func endByte(s string, end int) byte {
	if end == len(s) {
		return 0
	}
	return s[end]
}

// keepContainments replaces the rows of store.contains, within the caller's transaction.
func keepContainments(ctx context.Context, conn *sql.Conn, list []containment) error {
	if _, err := conn.ExecContext(ctx, `DELETE FROM store.contains`); err != nil || len(list) == 0 {
		return err
	}
	return appendRows(conn, func(add func(string, []driver.Value, error) error) error {
		for _, c := range list {
			if err := add("contains", []driver.Value{c.whole, c.part, c.direct}, nil); err != nil {
				return err
			}
		}
		return nil
	})
}

// WithoutWholes returns a query without the reports that contain others of the same query,
// because a sum would count those twice. Its years may be set afterwards.
func (s *Store) WithoutWholes(ctx context.Context, q Query) (Query, error) {
	var any bool
	err := s.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM store.contains)`).Scan(&any)
	if err != nil || !any {
		return q, duckdbError(err)
	}
	everYear := q // so that the year before leaves out the same bodies
	everYear.FromYear, everYear.ToYear, everYear.span = 0, 0, span{}
	chosen := s.filter(everYear)
	kept := q.extra
	q.extra, q.apart = clauses{}, clauses{}
	q.apart.and(`report_id NOT IN (SELECT c.report_id FROM store.contains c SEMI JOIN (SELECT report_id`+chosen.from()+`) f ON f.report_id = c.part_id)`, chosen.args...)
	q.extra.all(kept)
	q.extra.all(q.apart)
	return q, nil
}
