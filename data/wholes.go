package data

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"nianbao/data/form"
)

// reportScopes tells, for the reports of places with bodies that reported the same year,
// whether they contain those bodies' reports. Of other reports nothing is known.
type reportScopes map[int64]reportScope

type reportScope int

const (
	scopeUnknown reportScope = iota
	scopeWhole
	scopeOwn
)

// differ reports whether one report contains those of other bodies and the other one
// certainly does not, so that their figures cannot be compared.
func (s reportScopes) differ(a, b int64) bool {
	return s[a] != scopeUnknown && s[b] != scopeUnknown && s[a] != s[b]
}

// wholeReport is a report with the reports that it contains.
type wholeReport struct {
	id    int64
	parts []containment
}

// wholeReports groups containments by the containing report.
func wholeReports(list []containment) (all []wholeReport) {
	for _, c := range list {
		if n := len(all); n == 0 || all[n-1].id != c.whole {
			all = append(all, wholeReport{id: c.whole})
		}
		last := &all[len(all)-1]
		last.parts = append(last.parts, c)
	}
	return all
}

// place is the body of the whole.
func (w *wholeReport) place() int64 { return w.parts[0].place }

// sum adds up a figure of the direct parts; has is false if none has it.
func (w *wholeReport) sum(values map[int64]denseFigures, position int) (sum form.Number, has bool) {
	for _, c := range w.parts {
		if !c.direct {
			continue
		}
		if v, ok := values[c.part].number(position); ok {
			sum, has = sum+v, true
		}
	}
	return sum, has
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

// compareWholes drops containments that the figures contradict, and compares the other
// wholes with the sums of their direct parts. If a figure of a whole is less than that of
// its parts, the whole or a part is wrong; if nearly all figures agree, each one that
// does not is a finding.
func (s *Store) compareWholes(ctx context.Context, q querier, list []containment) (kept []containment, found []crossFinding, scopes reportScopes, err error) {
	scopes = reportScopes{}
	keep := func(w *wholeReport, values map[int64]denseFigures) error {
		more, err := s.residuals(ctx, q, w, values)
		kept, found = append(kept, w.parts...), append(found, more...)
		scopes[w.id] = scopeWhole
		return err
	}
	plausible := map[int64]int{} // by place: years in which the figures allow it, less those in which they do not
	var doubtful []wholeReport
	err = s.eachWhole(ctx, q, wholeReports(list), func(w *wholeReport, values map[int64]denseFigures) error {
		if w.isPlausible(values) {
			plausible[w.place()]++
			return keep(w, values)
		}
		plausible[w.place()]--
		doubtful = append(doubtful, *w)
		scopes[w.id] = scopeOwn
		return nil
	})
	if err != nil {
		return nil, nil, nil, err
	}
	// A place that contains its bodies in other years does so in the year of a wrong report
	// too: else one bad file would add the place to its own bodies.
	doubtful = slices.DeleteFunc(doubtful, func(w wholeReport) bool { return plausible[w.place()] <= 0 })
	err = s.eachWhole(ctx, q, doubtful, keep)
	return kept, found, scopes, err
}

// eachWhole reads the figures of wholes and their parts, a few reports at a time, because a
// country's would not fit into memory.
func (s *Store) eachWhole(ctx context.Context, q querier, all []wholeReport, do func(*wholeReport, map[int64]denseFigures) error) error {
	const most = 5000 // reports
	for from := 0; from < len(all); {
		var ids []int64
		to := from
		for to < len(all) && (to == from || len(ids)+len(all[to].parts) < most) {
			ids = append(ids, all[to].id)
			for _, c := range all[to].parts {
				ids = append(ids, c.part)
			}
			to++
		}
		values, err := s.wideValues(ctx, q, distinct(ids))
		if err != nil {
			return err
		}
		for i := from; i < to; i++ {
			if err := do(&all[i], values); err != nil {
				return err
			}
		}
		from = to
	}
	return nil
}

func (s *Store) residuals(ctx context.Context, q querier, w *wholeReport, values map[int64]denseFigures) ([]crossFinding, error) {
	type residual struct {
		position        int
		published, sums form.Number
	}
	var all []residual
	equal := 0
	for i, k := range s.columns.keys {
		n, ok := values[w.id].number(i)
		if !ok || form.IsGroup(k) {
			continue
		}
		sum, has := w.sum(values, i)
		if !has {
			continue
		}
		if n == sum {
			equal++
		} else {
			all = append(all, residual{i, n, sum})
		}
	}
	isComplete := equal > 4*len(all) // then no part is without a report
	var entries []*storedReport
	var found []crossFinding
	for _, r := range all {
		if !isComplete && r.published > r.sums {
			continue // the difference may be bodies without a report
		}
		if entries == nil {
			var err error
			if entries, err = s.loadEntries(ctx, q, w.direct()); err != nil {
				return nil, err
			}
		}
		f := form.Finding{Rule: form.RuleParent, Severity: form.SeverityWarning, Key: s.columns.keys[r.position], Left: r.published, Right: r.sums, HasValues: true}
		var names []string
		for _, e := range entries {
			if e.id == w.id {
				f.Edition = e.report.Edition
				if of := e.report.Figure(f.Key); of != nil {
					f.Source = of.Source
				}
				continue
			}
			names = append(names, explanations(&e.report, f.Key, r.sums-r.published)...)
		}
		f.Text = strings.Join(names, "；")
		found = append(found, crossFinding{w.id, f})
	}
	return found, nil
}

// direct are the ids of the whole and of its direct parts.
func (w *wholeReport) direct() []int64 {
	ids := []int64{w.id}
	for _, c := range w.parts {
		if c.direct {
			ids = append(ids, c.part)
		}
	}
	return ids
}

// explanations say how a part can explain a difference: its own sums are off by the same
// amount.
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
