package present

import (
	"context"
	"errors"
	"slices"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/words"
)

// ReportName names a report: its body and year.
type ReportName struct {
	Body data.Body
	Year int
}

// ReportDetails is everything that the report view shows of one report.
type ReportDetails struct {
	ReportName
	id        int64
	Report    form.Report
	Before    *form.Report // the report of the year before, nil if there is none
	Years     []int        // years in which the body reported
	Findings  []data.Found
	repairs   []form.Repair
	Revisions []Revision // the latest first
	Sources   []Source   // the highest first

	Figures, FiguresBefore map[form.Key]*form.Figure

	amendments []data.Amendment
	Amended    map[form.Key]data.Amendment // figures that were corrected
	Pending    []data.PendingAmendment     // corrections of an earlier file that wait to be confirmed
}

// Revision is one of the reports handed in for a body and year.
type Revision struct {
	data.Revision
	Figures map[form.Key]*form.Figure
}

// Source is one of the files that a report has figures from.
type Source struct {
	data.ReportSource
	Figures map[form.Key]*form.Figure
}

// ReadReportDetails reads a report and everything shown with it. The error is data.ErrUnknownReport
// if there is no such report.
func ReadReportDetails(ctx context.Context, store *data.Store, name ReportName) (*ReportDetails, error) {
	d := &ReportDetails{ReportName: name}
	var err error
	if d.id, err = store.ReportID(ctx, name.Body, name.Year); err != nil {
		return nil, err
	}
	if d.Report, err = store.Report(ctx, d.id); err != nil {
		return nil, err
	}
	d.Figures = d.Report.Index()
	if d.Before, err = reportBefore(ctx, store, name); err != nil {
		return nil, err
	}
	if d.Before != nil {
		d.FiguresBefore = d.Before.Index()
	}
	if err := d.takeAmendments(ctx, store); err != nil {
		return nil, err
	}
	d.repairs = form.Diagnose(&d.Report, d.Before)
	if d.Findings, err = store.Findings(ctx, data.FindingFilter{ReportID: d.id}); err != nil {
		return nil, err
	}
	if err := d.takeYears(ctx, store); err != nil {
		return nil, err
	}
	if err := d.takeRevisions(ctx, store); err != nil {
		return nil, err
	}
	return d, d.takeSources(ctx, store)
}

func (d *ReportDetails) takeAmendments(ctx context.Context, store *data.Store) (err error) {
	if d.amendments, err = store.AmendmentsOf(ctx, d.id); err != nil {
		return err
	}
	d.Amended = map[form.Key]data.Amendment{}
	for _, a := range d.amendments {
		d.Amended[a.Key] = a
	}
	d.Pending, err = store.PendingOf(ctx, d.id)
	return err
}

// ID is the report's number in the store.
func (d *ReportDetails) ID() int64 { return d.id }

// PendingAt is the correction of a figure that waits to be confirmed, or nil.
func (d *ReportDetails) PendingAt(k form.Key) *data.PendingAmendment {
	for i := range d.Pending {
		if d.Pending[i].Key == k {
			return &d.Pending[i]
		}
	}
	return nil
}

// reportBefore is the body's report of the year before, nil if there is none.
func reportBefore(ctx context.Context, store *data.Store, name ReportName) (*form.Report, error) {
	id, err := store.ReportID(ctx, name.Body, name.Year-1)
	if errors.Is(err, data.ErrUnknownReport) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	r, err := store.Report(ctx, id)
	if err != nil {
		return nil, err
	}
	return &r, nil
}

func (d *ReportDetails) takeYears(ctx context.Context, store *data.Store) error {
	facets, err := store.Facets(ctx, data.Query{Units: []data.Body{d.Body}}, data.YearList)
	if err != nil {
		return err
	}
	for _, y := range facets.Years {
		d.Years = append(d.Years, y.Year)
	}
	return nil
}

func (d *ReportDetails) takeRevisions(ctx context.Context, store *data.Store) error {
	list, err := store.Revisions(ctx, d.Body, d.Year)
	if err != nil {
		return err
	}
	for _, r := range list {
		figures := d.Figures
		if r.ReportID != d.id {
			former, err := store.Report(ctx, r.ReportID)
			if err != nil {
				return err
			}
			figures = former.Index()
		}
		d.Revisions = append(d.Revisions, Revision{r, figures})
	}
	return nil
}

// takeSources reads the sources. It removes them from the revisions, where the store lists
// further sources too, although no later file has replaced them.
func (d *ReportDetails) takeSources(ctx context.Context, store *data.Store) error {
	list, err := store.SourcesOf(ctx, d.id)
	if err != nil {
		return err
	}
	for _, source := range list {
		at := slices.IndexFunc(d.Revisions, func(r Revision) bool { return r.ReportID == source.ReportID })
		if at < 0 {
			continue
		}
		d.Sources = append(d.Sources, Source{source, d.Revisions[at].Figures})
		if source.ReportID != d.id {
			d.Revisions = slices.Delete(d.Revisions, at, at+1)
		}
	}
	return nil
}

// SourceOf is the file that a figure was taken from: the highest source, unless the
// figure is from a further one; f may be nil.
func (d *ReportDetails) SourceOf(f *form.Figure) data.ReportSource {
	own := data.ReportSource{File: d.Report.File, Sheet: d.Report.Sheet}
	for i := range d.Sources {
		switch s := &d.Sources[i]; {
		case s.ReportID == d.id && own.ReportID == 0:
			own = s.ReportSource
		case f != nil && f.Source.File != "" && f.Source.File == s.File:
			return s.ReportSource
		}
	}
	return own
}

// SourceKindName says how much of a report a file gives.
func SourceKindName(k form.SourceKind) words.Word {
	switch k {
	case form.PartSource:
		return words.SourcePart
	case form.SummarySource:
		return words.SourceSummary
	}
	return words.SourceForm
}

// Differing lists the further sources that have another number for a figure than the one in
// use.
func (d *ReportDetails) Differing(k form.Key) (list []Source) {
	taken := d.Figures[k]
	if a, ok := d.Amended[k]; ok {
		taken = &a.Original
	}
	if taken == nil || !taken.Status.HasValue() {
		return nil
	}
	for _, s := range d.Sources {
		if f := s.Figures[k]; s.ReportID != d.id && f != nil && f.Status.HasValue() && f.Value != taken.Value {
			list = append(list, s)
		}
	}
	return list
}

// comparable reports whether a figure had the same meaning last year.
func (d *ReportDetails) comparable(k form.Key) bool {
	return d.Before != nil && form.Comparable(k, d.Report.Edition, d.Before.Edition)
}

// LastYear is the figure of last year's report; nil if there is none with the same meaning.
func (d *ReportDetails) LastYear(k form.Key) *form.Figure {
	if !d.comparable(k) {
		return nil
	}
	return d.FiguresBefore[k]
}
