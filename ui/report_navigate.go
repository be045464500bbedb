package ui

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/page"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// openReport shows a report. A finding is marked, a figure shows its source; both may be empty.
func (s *shell) openReport(name present.ReportName, finding *data.Found, cell form.Key) {
	s.showReport(reportState{name: name, finding: finding, cell: cell, text: s.report.text})
}

// showReport brings a report to the front.
func (s *shell) showReport(r reportState) {
	s.jump(func() { s.bringReport(r) })
}

func (s *shell) bringReport(r reportState) {
	r.from, r.lastYear = s.state.pane, s.report.lastYear
	if r.from == ReportPane {
		r.from = s.report.from
	}
	s.report = r
	s.stale[ReportPane] = true
	if s.stale[FindingsPane] { // next and previous follow its list
		s.stale[FindingsPane] = false
		s.findingsPane().Load()
	}
	if s.state.pane == ReportPane {
		s.loadPane()
		return
	}
	s.state.open(ReportPane)
}

// openFound opens the report of a finding and marks the finding.
func (s *shell) openFound(f data.Found) {
	s.openReport(present.ReportName{Body: f.Body, Year: f.Year}, &f, form.Key{})
}

func (s *shell) reportPane() *reportPane { return s.panes[ReportPane].(*reportPane) }

// openNearest opens a report. If it does not exist, it opens the body's latest report; if the body
// has none, that of the first body. It is nil if there are no reports at all.
func openNearest(ctx context.Context, store *data.Store, name present.ReportName, units []data.UnitFacet) (*present.ReportDetails, error) {
	d, err := present.ReadReportDetails(ctx, store, name)
	if !errors.Is(err, data.ErrUnknownReport) {
		return d, err
	}
	if len(units) == 0 {
		return nil, nil
	}
	at := max(slices.IndexFunc(units, func(u data.UnitFacet) bool { return u.Body == name.Body }), 0)
	return present.ReadReportDetails(ctx, store, present.ReportName{Body: units[at].Body, Year: units[at].LastYear})
}

// openUnit opens a body's report of the year shown, or its latest.
func (p *reportPane) openUnit(b data.Body) {
	p.shell.openReport(present.ReportName{Body: b, Year: p.shell.report.name.Year}, nil, p.shell.report.cell)
}

func (p *reportPane) openYear(year int) {
	p.shell.openReport(present.ReportName{Body: p.details.Body, Year: year}, nil, p.shell.report.cell)
}

// openAgainst opens the other report of a comparison.
func (s *shell) openAgainst(f data.Found) {
	name := present.ReportName{Body: f.Body, Year: f.Against.Year}
	if f.Against.Unit != "" {
		name.Body = data.Body{Region: f.Against.Region, Unit: f.Against.Unit}
	}
	s.openReport(name, nil, form.Key{})
}

// againstName says which report openAgainst opens; "" if the finding is about one report only.
func againstName(f data.Found, say words.Language) string {
	switch {
	case f.Against.Year == 0:
		return ""
	case f.Against.Unit == "":
		return say.Say(words.OpenAgainstOwn, f.Against.Year)
	}
	return say.Say(words.OpenAgainst, f.Against.Unit, f.Against.Year)
}

// stepYear opens the body's next report, or the one before.
func (p *reportPane) stepYear(step int) {
	if p.details == nil {
		return
	}
	at := slices.Index(p.details.Years, p.details.Year) + step
	if at >= 0 && at < len(p.details.Years) {
		p.openYear(p.details.Years[at])
	}
}

// shownYears are the years to choose from: at most a few around the one shown.
func (p *reportPane) shownYears() []int {
	const most = 7
	years := p.details.Years
	at := slices.Index(years, p.details.Year)
	from := max(0, min(at-most/2, len(years)-most))
	return years[from:min(from+most, len(years))]
}

// pickFinding marks a finding of the report; a second click removes the marks.
func (p *reportPane) pickFinding(i int) {
	if i == p.current() && p.shell.report.identity == nil {
		return
	}
	f := p.details.Findings[i]
	p.shell.report.finding, p.shell.report.identity = &f, nil
	if p.narrow && !p.panelHidden {
		p.showPanel(false)
	}
	p.draw()
	p.showFindings()
	p.reveal()
	p.showSource()
	p.shell.trace.note("finding", "rule", f.Rule, "at", f.Key)
}

// pickIdentity marks an identity from the source panel.
func (p *reportPane) pickIdentity(f form.Finding) {
	was := p.shell.report.identity
	p.shell.report.identity = &f
	if was != nil && isSameIdentity(*was, f) { // a second click removes the marks
		p.shell.report.identity = nil
	}
	p.draw()
	p.showFindings()
	p.showSource()
}

// chooseCell shows the source of a figure.
func (p *reportPane) chooseCell(cell int) {
	k := p.form.keys[cell]
	p.shell.report.cell = k
	p.source.show(p.details, k)
	if p.narrow && !p.panelHidden {
		p.showPanel(true)
	}
	p.scrollTo(cell)
	p.shell.trace.note("cell", "key", k)
	p.shell.tracePlaces()
}

// reveal scrolls page and list to what is selected: to all the marked cells; if they are too far
// apart, to what should be changed, or to the figure that the finding is about.
func (p *reportPane) reveal() {
	p.findings.reveal(p.current())
	var all, wrong, quoted []int
	for i, c := range p.page.Cells() {
		if c.Mark.Outlined {
			all = append(all, i)
		}
		if c.Mark.Wrong {
			wrong = append(wrong, i)
		}
		if c.Mark.Outlined && c.Style == page.Prose && len(quoted) == 0 {
			quoted = append(quoted, i)
		}
	}
	candidates := [][]int{all, wrong, quoted}
	if f := p.marked(); f != nil {
		candidates = append(candidates, []int{p.form.cellOf(f.Key)})
	}
	for _, cells := range append(candidates, []int{p.page.Chosen()}) {
		if p.scrollIntoView(cells) {
			return
		}
	}
	if p.page.Chosen() < 0 {
		p.scroll.ScrollToTop()
		p.showHeading()
	}
}

// The room that is kept free around cells when the page scrolls to them; the headings of the
// columns cover what is above.
const (
	roomAbove = 70
	roomBelow = 30
)

// extent is where cells begin and end; ok is false if none of them is on the page, or if they are
// too far apart to be seen together.
func (p *reportPane) extent(cells []int) (top, bottom float32, ok bool) {
	top = -1
	for _, cell := range cells {
		if at, size := p.page.Place(cell); size.Height > 0 {
			if at.Y += pageMargin; top < 0 || at.Y < top {
				top = at.Y
			}
			bottom = max(bottom, at.Y+size.Height)
		}
	}
	fits := bottom-top+roomAbove+roomBelow <= p.scroll.Size().Height
	return top, bottom, top >= 0 && (fits || len(cells) == 1)
}

// scrollIntoView scrolls to cells and their surroundings, unless they are visible already. It
// returns false if they cannot be visible together.
func (p *reportPane) scrollIntoView(cells []int) bool {
	top, bottom, ok := p.extent(cells)
	height := p.scroll.Size().Height
	if ok && !p.isInSight(top, bottom) {
		above := max(roomAbove, (height-(bottom-top))/3)
		p.scroll.ScrollToOffset(fyne.NewPos(p.scroll.Offset.X, max(0, top-above)))
		p.showHeading()
	}
	return ok
}

func (p *reportPane) isInSight(top, bottom float32) bool {
	y := p.scroll.Offset.Y
	return top-roomAbove >= y && bottom+roomBelow <= y+p.scroll.Size().Height
}

// scrollTo scrolls no further than a cell needs.
func (p *reportPane) scrollTo(cell int) {
	top, bottom, ok := p.extent([]int{cell})
	offset, height := p.scroll.Offset, p.scroll.Size().Height
	switch {
	case !ok:
		return
	case top-roomAbove < offset.Y:
		offset.Y = max(0, top-roomAbove)
	case bottom+roomBelow > offset.Y+height:
		offset.Y = bottom + roomBelow - height
	}
	p.scroll.ScrollToOffset(offset)
	p.showHeading()
}

// decided shows the user's decision on a finding.
func (p *reportPane) decided(f data.Found) {
	if p.details == nil || p.details.ReportName != (present.ReportName{Body: f.Body, Year: f.Year}) {
		return
	}
	for i := range p.details.Findings {
		if sameFinding(p.details.Findings[i], f) {
			p.details.Findings[i].Decision, p.details.Findings[i].Note = f.Decision, f.Note
		}
	}
	p.showFindings()
}

// walkTo shows a finding of this report, or opens the report of another one.
func (p *reportPane) walkTo(f data.Found) {
	if p.details != nil && p.details.ReportName == (present.ReportName{Body: f.Body, Year: f.Year}) {
		for i, have := range p.details.Findings {
			if sameFinding(have, f) {
				p.pickFinding(i)
				return
			}
		}
	}
	p.shell.openFound(f)
}

// has reports whether there are reports of a body.
func (s inventory) has(b data.Body) bool {
	return slices.ContainsFunc(s.units, func(u data.UnitFacet) bool { return u.Body == b })
}
