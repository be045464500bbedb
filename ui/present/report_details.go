package present

import (
	"context"
	"errors"

	"nianbao/data"
	"nianbao/data/form"
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
	Revisions []Revision // the latest first; the report itself is the first

	Figures, FiguresBefore map[form.Key]*form.Figure
}

// Revision is one of the reports handed in for a body and year.
type Revision struct {
	data.Revision
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
	d.repairs = form.Diagnose(&d.Report, d.Before)
	if d.Findings, err = store.Findings(ctx, data.FindingFilter{ReportID: d.id}); err != nil {
		return nil, err
	}
	if err := d.takeYears(ctx, store); err != nil {
		return nil, err
	}
	return d, d.takeRevisions(ctx, store)
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
