package ui

import (
	"context"
	"errors"

	"nianbao/data"
	"nianbao/data/form"
)

// reportName names a report: whose, and of which year.
type reportName struct {
	body data.Body
	year int
}

// dossier is all that the report view shows of one report.
type dossier struct {
	reportName
	id        int64
	report    form.Report
	before    *form.Report // of the year before, nil if there is none
	years     []int        // of which the body has reports
	findings  []data.Found
	repairs   []form.Repair
	revisions []revision // the latest first; the report itself is the first

	figures, figuresBefore map[form.Key]*form.Figure
}

// revision is one of the reports handed in for a body and year.
type revision struct {
	data.Revision
	figures map[form.Key]*form.Figure
}

// openDossier gathers a report with what belongs to it. It is data.ErrUnknownReport if there
// is no such report.
func openDossier(ctx context.Context, store *data.Store, name reportName) (*dossier, error) {
	d := &dossier{reportName: name}
	var err error
	if d.id, err = store.ReportID(ctx, name.body, name.year); err != nil {
		return nil, err
	}
	if d.report, err = store.Report(ctx, d.id); err != nil {
		return nil, err
	}
	d.figures = d.report.Index()
	if d.before, err = reportBefore(ctx, store, name); err != nil {
		return nil, err
	}
	if d.before != nil {
		d.figuresBefore = d.before.Index()
	}
	d.repairs = form.Diagnose(&d.report, d.before)
	if d.findings, err = store.Findings(ctx, data.FindingFilter{ReportID: d.id}); err != nil {
		return nil, err
	}
	if err := d.takeYears(ctx, store); err != nil {
		return nil, err
	}
	return d, d.takeRevisions(ctx, store)
}

// reportBefore is the body's report of the year before, nil if there is none.
func reportBefore(ctx context.Context, store *data.Store, name reportName) (*form.Report, error) {
	id, err := store.ReportID(ctx, name.body, name.year-1)
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

func (d *dossier) takeYears(ctx context.Context, store *data.Store) error {
	facets, err := store.Facets(ctx, data.Query{Units: []data.Body{d.body}}, data.YearList)
	if err != nil {
		return err
	}
	for _, y := range facets.Years {
		d.years = append(d.years, y.Year)
	}
	return nil
}

func (d *dossier) takeRevisions(ctx context.Context, store *data.Store) error {
	list, err := store.Revisions(ctx, d.body, d.year)
	if err != nil {
		return err
	}
	for _, r := range list {
		figures := d.figures
		if r.ReportID != d.id {
			former, err := store.Report(ctx, r.ReportID)
			if err != nil {
				return err
			}
			figures = former.Index()
		}
		d.revisions = append(d.revisions, revision{r, figures})
	}
	return nil
}

// comparable tells whether last year's figure means the same.
func (d *dossier) comparable(k form.Key) bool {
	return d.before != nil && form.Comparable(k, d.report.Edition, d.before.Edition)
}

// lastYear is the figure of the report before; nil if there is none that compares.
func (d *dossier) lastYear(k form.Key) *form.Figure {
	if !d.comparable(k) {
		return nil
	}
	return d.figuresBefore[k]
}
