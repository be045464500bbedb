package data

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/data/form"
)

// A place's report contains those of the bodies that lie in the place, unless its
// figures are too small for that: then it is of the place's own office alone.

// containment is a report with the one that contains it.
type containment struct {
	whole, part int64
	direct      bool
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
				list = append(list, containment{whole, id, direct})
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
	return s.plausible(ctx, q, list)
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
		for end := len(b.Region); end > 0; end-- {
			if !utf8.RuneStart(endByte(b.Region, end)) || !endsPlace(b.Region[:end]) {
				continue
			}
			for start := end - 1; start >= 0; start-- {
				if !utf8.RuneStart(b.Region[start]) {
					continue
				}
				for _, p := range byUnit[b.Region[start:end]] {
					if !seen[p.id] && fits(p.Region, b.Region[:start]) {
						seen[p.id] = true
						found[b.id] = append(found[b.id], p.id)
					}
				}
			}
		}
	}
	return found, nil
}

// endByte is the byte behind a prefix, one that begins a character at the end.
func endByte(s string, end int) byte {
	if end == len(s) {
		return 0
	}
	return s[end]
}

// plausible drops those whose figures contradict them: if many figures of a whole
// are smaller than the sum of its direct parts, it does not contain them.
func (s *Store) plausible(ctx context.Context, q querier, list []containment) ([]containment, error) {
	var ids []int64
	for _, c := range list {
		ids = append(ids, c.whole, c.part)
	}
	values, err := s.wideValues(ctx, q, distinct(ids))
	if err != nil {
		return nil, err
	}
	own := map[int64]bool{}
	for from := 0; from < len(list); {
		to := from + 1
		for to < len(list) && list[to].whole == list[from].whole {
			to++
		}
		whole := values[list[from].whole]
		smaller, judged := 0, 0
		for i := range whole.values {
			n, ok := whole.number(i)
			if !ok {
				continue
			}
			sum := form.Number(0)
			for _, c := range list[from:to] {
				if v, has := values[c.part].number(i); has && c.direct {
					sum += v
				}
			}
			if sum > 0 {
				judged++
				if n < sum {
					smaller++
				}
			}
		}
		const mostSmaller = 4 // of these, one may be smaller
		if smaller*mostSmaller > judged {
			own[list[from].whole] = true
		}
		from = to
	}
	return slices.DeleteFunc(list, func(c containment) bool { return own[c.whole] }), nil
}

// wideValues reads the figures of reports in force.
func (s *Store) wideValues(ctx context.Context, q querier, ids []int64) (map[int64]denseFigures, error) {
	found := map[int64]denseFigures{}
	err := inParts(ids, func(part []int64) error {
		return eachRow(ctx, q, `SELECT report_id, figures FROM store.compact WHERE report_id IN `+idList(part), func(rows *sql.Rows) error {
			var id int64
			var blob []byte
			if err := rows.Scan(&id, &blob); err != nil {
				return err
			}
			f := newDenseFigures(len(s.columns.keys))
			if err := f.expand(blob); err != nil {
				return err
			}
			found[id] = f
			return nil
		})
	})
	return found, err
}

// parentFindings compares whole reports with the sums of their direct parts. A whole
// that is less than its parts is wrong, or one of them is; where nearly all figures
// agree, every one that does not is told.
func (s *Store) parentFindings(ctx context.Context, q querier, list []containment) ([]crossed, error) {
	parts := map[int64][]int64{}
	var ids []int64
	for _, c := range list {
		if c.direct {
			parts[c.whole] = append(parts[c.whole], c.part)
			ids = append(ids, c.whole, c.part)
		}
	}
	values, err := s.wideValues(ctx, q, distinct(ids))
	if err != nil {
		return nil, err
	}
	var found []crossed
	for whole, children := range parts {
		list, err := s.residuals(ctx, q, whole, children, values)
		if err != nil {
			return nil, err
		}
		found = append(found, list...)
	}
	return found, nil
}

func (s *Store) residuals(ctx context.Context, q querier, whole int64, children []int64, values map[int64]denseFigures) ([]crossed, error) {
	type residual struct {
		position        int
		published, sums form.Number
	}
	var all []residual
	equal := 0
	for i, k := range s.columns.keys {
		n, ok := values[whole].number(i)
		if !ok || form.IsGroup(k) {
			continue
		}
		sum, has := form.Number(0), false
		for _, child := range children {
			if v, ok := values[child].number(i); ok {
				sum, has = sum+v, true
			}
		}
		if !has {
			continue
		}
		if n == sum {
			equal++
		} else {
			all = append(all, residual{i, n, sum})
		}
	}
	isComplete := equal > 4*len(all) // the parts are all there
	var entries []*storedReport
	var found []crossed
	for _, r := range all {
		if !isComplete && r.published > r.sums {
			continue // of bodies without a report
		}
		if entries == nil {
			var err error
			if entries, err = s.loadEntries(ctx, q, append([]int64{whole}, children...)); err != nil {
				return nil, err
			}
		}
		f := form.Finding{Rule: form.RuleParent, Severity: form.SeverityWarning, Key: s.columns.keys[r.position], Left: r.published, Right: r.sums, HasValues: true}
		var names []string
		for _, e := range entries {
			if e.id == whole {
				f.Edition = e.report.Edition
				if of := e.report.Figure(f.Key); of != nil {
					f.Source = of.Source
				}
				continue
			}
			names = append(names, explanations(&e.report, f.Key, r.sums-r.published)...)
		}
		f.Text = strings.Join(names, "；")
		found = append(found, crossed{whole, f})
	}
	return found, nil
}

// explanations say how a part can explain a difference: its own sums are broken by
// just as much.
func explanations(r *form.Report, k form.Key, by form.Number) (list []string) {
	for _, repair := range form.Diagnose(r, nil) {
		for _, c := range repair.Changes {
			if c.Key == k && !c.WasBlank && c.From-c.To == by {
				text := fmt.Sprintf("%s %s → %s", r.Unit, c.From.Grouped(), c.To.Grouped())
				if !slices.Contains(list, text) {
					list = append(list, text)
				}
			}
		}
	}
	return list
}

// keepContainments replaces what store.contains has, within the caller's transaction.
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

// apart leaves out of a sum the reports that contain others of it.
func (s *Store) apart(ctx context.Context, q Query) (Query, error) {
	var any bool
	err := s.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM store.contains)`).Scan(&any)
	if err != nil || !any {
		return q, duckdbError(err)
	}
	everYear := q // so that it holds for the year before too
	everYear.FromYear, everYear.ToYear, everYear.span = 0, 0, span{}
	chosen := s.filter(everYear)
	kept := q.extra
	q.extra = clauses{}
	q.extra.all(kept)
	q.extra.and(`report_id NOT IN (SELECT c.report_id FROM store.contains c SEMI JOIN (SELECT report_id`+chosen.from()+`) f ON f.report_id = c.part_id)`, chosen.args...)
	return q, nil
}
