package data

import (
	"context"
	"fmt"
	"slices"

	"nianbao/data/form"
)

// ReadReports reads the reports that a roll-up has added into its Reports.
func (s *Store) ReadReports(ctx context.Context, r *RollUp) error {
	byID := map[int64]form.Report{}
	err := inParts(r.ids, func(part []int64) error {
		entries, err := s.loadEntries(ctx, s.db, part)
		for _, e := range entries {
			byID[e.id] = e.report
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("read the reports of a roll-up: %w", err)
	}
	r.Reports = nil
	for _, id := range r.ids {
		r.Reports = append(r.Reports, byID[id])
	}
	return nil
}

// Explanations name the reports that can explain why a figure of Whole differs from the
// sum: their own sums are off by just that much.
func (r *RollUp) Explanations(k form.Key) []string {
	if r.Whole == nil {
		return nil
	}
	published, sum := r.Whole.Figure(k), r.Report.Figure(k)
	if published == nil || sum == nil || !published.Status.HasValue() || !sum.Status.HasValue() || published.Value == sum.Value {
		return nil
	}
	var list []string
	for i := range r.Reports {
		list = append(list, explanations(&r.Reports[i], k, sum.Value-published.Value)...)
	}
	return list
}

// readWhole reads the region's own report, whether the query chooses it or not.
func (s *Store) readWhole(ctx context.Context, r *RollUp) error {
	if r.Report.Region == "" {
		return nil
	}
	year := Query{FromYear: r.Report.Year, ToYear: r.Report.Year, Editions: []string{r.Report.Edition}}
	known, err := s.Facets(ctx, year, UnitList)
	if err != nil {
		return err
	}
	var whole []Body
	for _, u := range known.Units {
		if u.Body.String() == r.Report.Region && !slices.Contains(r.Bodies, u.Body) {
			whole = append(whole, u.Body)
		}
	}
	if len(whole) != 1 {
		return nil
	}
	id, err := s.ReportID(ctx, whole[0], r.Report.Year)
	if err != nil {
		return err
	}
	report, err := s.Report(ctx, id)
	r.Whole = &report
	return err
}
