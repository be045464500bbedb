package data

import (
	"context"
	"fmt"
	"slices"

	"nianbao/data/form"
)

// RollUp (汇总) is the sum of the reports of one year, in the form of a report. It
// satisfies every identity that all of these reports satisfy, so it can be checked like a
// report.
type RollUp struct {
	// Report has the sums in form order. A figure without a number in any report is
	// blank; one with a number in only some of them is their sum. Unit is empty; Region
	// is the region of all bodies, if they are in the same one.
	Report       form.Report
	Counted      map[form.Key]int // for each figure, the number of reports in which it is a number
	Bodies       []Body           // bodies whose reports are added
	NoReport     []Body           // bodies that are expected to report and have no report of this year
	OtherEdition []Body           // bodies whose reports follow another edition and are not added
	Parents      []Body           // bodies whose name is the region of others; not added, since their reports count those already
	Whole        *form.Report     // the region's own report of the year, nil if there is none
}

// RollUp adds up the reports of the bodies that a query chooses, for the last year of its
// range. It returns ErrUnknownReport if there are none.
func (s *Store) RollUp(ctx context.Context, q Query) (*RollUp, error) {
	year := q.ToYear
	q.FromYear = year
	q, _, err := s.Reports(q)
	if err != nil {
		return nil, fmt.Errorf("roll up: %w", err)
	}
	all := q
	all.FromYear, all.ToYear = 0, 0
	expected, err := s.ExpectedUnits(ctx, all)
	if err != nil {
		return nil, fmt.Errorf("roll up: %w", err)
	}
	q.View = Measures
	rows, err := s.Rows(ctx, q, Page{Limit: mostBodies})
	if err != nil {
		return nil, fmt.Errorf("roll up: %w", err)
	}
	r := &RollUp{Report: form.Report{Year: year}, Counted: map[form.Key]int{}}
	if !r.take(rows, expected) {
		return nil, fmt.Errorf("roll up %d: %w", year, ErrUnknownReport)
	}
	if err := s.readWhole(ctx, r); err != nil {
		return nil, fmt.Errorf("roll up: %w", err)
	}
	if err := s.addUp(ctx, r); err != nil {
		return nil, fmt.Errorf("roll up: %w", err)
	}
	return r, nil
}

// mostBodies is the largest number of bodies in a roll-up: more than the country has.
const mostBodies = 1_000_000

// take divides the bodies of the year's rows into Bodies, OtherEdition and Parents, and
// puts expected ones without a row into NoReport. It returns false if there is nothing to
// add.
func (r *RollUp) take(rows []Row, expected []UnitFacet) bool {
	editions := map[string]int{}
	for _, row := range rows {
		editions[row.Edition]++
	}
	if e := form.EditionOf(r.Report.Year); e != nil {
		r.Report.Edition = e.ID // unless another has more reports
	}
	for _, e := range form.Editions() {
		if editions[e.ID] > editions[r.Report.Edition] {
			r.Report.Edition = e.ID
		}
	}
	regions := map[string]bool{}
	for _, row := range rows {
		regions[row.Body.Region] = true
	}
	reported := map[Body]bool{}
	for _, row := range rows {
		reported[row.Body] = true
		switch {
		case regions[row.Body.String()]:
			r.Parents = append(r.Parents, row.Body)
		case row.Edition != r.Report.Edition:
			r.OtherEdition = append(r.OtherEdition, row.Body)
		default:
			r.Bodies = append(r.Bodies, row.Body)
		}
	}
	for _, u := range expected {
		if !reported[u.Body] && !regions[u.Body.String()] {
			r.NoReport = append(r.NoReport, u.Body)
		}
	}
	if len(r.Bodies) > 0 && !slices.ContainsFunc(r.Bodies, func(b Body) bool { return b.Region != r.Bodies[0].Region }) {
		r.Report.Region = r.Bodies[0].Region
	}
	return len(r.Bodies) > 0
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
		if u.Body.String() == r.Report.Region {
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

// addUp fills in the sums.
func (s *Store) addUp(ctx context.Context, r *RollUp) error {
	edition := form.EditionByID(r.Report.Edition)
	if edition == nil {
		return fmt.Errorf("no edition %q", r.Report.Edition)
	}
	q := Query{View: Everything, Kinds: allKinds(), FromYear: r.Report.Year, ToYear: r.Report.Year, Units: r.Bodies, Editions: []string{edition.ID}}
	q, err := s.bounded(ctx, q)
	if err != nil {
		return err
	}
	_, totals, err := s.totals(ctx, q)
	if err != nil {
		return err
	}
	sums := map[form.Key]form.Figure{}
	for i, c := range q.Columns() {
		f := form.Figure{Key: c.Key, Status: form.StatusBlank}
		if t := totals[i]; t.Counted > 0 && t.TooLarge {
			f.Status = form.StatusText // too large for a Number
		} else if t.Counted > 0 {
			f.Status, f.Value = form.StatusNumber, t.Value
		}
		sums[c.Key], r.Counted[c.Key] = f, totals[i].Counted
	}
	r.Report.Figures = pick(edition, sums, r.Counted)
	return nil
}

// pick returns the figures that the form prints. If some reports print a group as one row
// and others print its parts, only the group covers all of them, and its parts are left
// out.
func pick(e *form.Edition, sums map[form.Key]form.Figure, counted map[form.Key]int) []form.Figure {
	var list []form.Figure
	for _, t := range e.Tables {
		for _, it := range t.Items {
			for _, c := range t.Columns {
				k := form.Key{Table: t.ID, Item: it.ID, Column: c.ID}
				f, known := sums[k]
				members := t.Members(it.ID)
				switch {
				case !known:
				case len(members) > 0 && !partly(k, members, counted):
				case it.Group != "" && partly(form.Key{Table: t.ID, Item: it.Group, Column: c.ID}, t.Members(it.Group), counted):
				default:
					list = append(list, f)
				}
			}
		}
	}
	return list
}

// partly reports whether more reports have the group than any of its parts.
func partly(group form.Key, parts []form.Item, counted map[form.Key]int) bool {
	for _, part := range parts {
		if counted[form.Key{Table: group.Table, Item: part.ID, Column: group.Column}] >= counted[group] {
			return false
		}
	}
	return true
}
