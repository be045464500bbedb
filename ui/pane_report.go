package ui

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/page"
	"nianbao/ui/present"
	"nianbao/ui/task"
	"nianbao/ui/words"
)

// reportPane shows one report as the official form, with its findings on the left and the
// source of the chosen figure on the right.
type reportPane struct {
	shell *shell
	box   fyne.CanvasObject
	lane  *task.Lane

	units          *control.Dropdown
	years          *control.Choice
	earlier, later *control.Button
	lastYear, text *control.Toggle
	findings       *findingList
	page           *page.Page
	scroll         *container.Scroll
	heading        *page.Page // of the visible table, while its own heading is scrolled out of view
	headingBox     *fyne.Container
	source         *sourcePanel
	pending        *pendingBar
	legend         *fyne.Container
	main           *fyne.Container // the form with its panels
	middle         fyne.CanvasObject
	tools          *control.Bar
	panels         *control.Choice // chooses the panel if there is room for one only
	narrow         bool            // there is
	sourceShown    bool            // the panel shown then
	narrowest      bool            // there is room for none
	panelHidden    bool
	empty          fyne.CanvasObject

	details *present.ReportDetails
	form    *reportForm
}

// reportState is the state of the report view. It outlives the pane, which is rebuilt
// when the language or the theme changes.
type reportState struct {
	name     present.ReportName
	finding  *data.Found   // marked on the page
	identity *form.Finding // marked instead of finding, chosen in the source panel
	cell     form.Key      // its source is shown
	lastYear bool
	text     bool   // the text of the report is shown too
	quote    string // a line of the text that is marked, "" for none
	from     Pane   // where the report was opened from
}

const (
	pageWidth  = 742
	pageMargin = 14
)

func newReportPane(s *shell) *reportPane {
	p := &reportPane{shell: s, lane: task.NewLane(s.tasks), findings: newFindingList(s), source: newSourcePanel(s), page: page.New(pageWidth)}
	p.findings.onPick = func(i int) { p.pickFinding(i) }
	p.source.onPick = p.pickIdentity
	p.page.OnChoose, p.page.OnMenu = p.chooseCell, p.figureMenu
	p.page.OnKey = s.typedKey
	p.makeBar()
	p.heading = page.New(pageWidth)
	p.heading.OnKey = s.typedKey
	p.scroll = container.NewScroll(onPaper(p.page, pageMargin))
	p.scroll.OnScrolled = func(fyne.Position) { p.showHeading() }
	p.headingBox = container.NewVBox(onPaper(p.heading, 0))
	p.headingBox.Hide()
	p.legend = container.NewStack(pageLegend(s.say, false))
	p.empty = container.NewStack(control.NewBackground(look.Surface), container.NewCenter(control.NewText(s.say.Say(words.ReportNone), control.TextStyle{Size: theme.SizeNameSubHeadingText, Color: look.Muted, Fixed: true})))
	middle := container.NewStack(control.NewBackground(theme.ColorNameBackground), control.NewDock(nil, p.legend, nil, nil, container.NewStack(p.scroll, p.headingBox)), p.empty)
	p.empty.Hide()
	p.pending = newPendingBar(s)
	p.main = container.NewStack()
	p.middle = middle
	p.box = control.NewDock(container.New(layout.NewCustomPaddedVBoxLayout(0), p.bar(), p.pending.box), nil, nil, nil, p.main)
	p.fold(s.folding.width)
	return p
}

// onPaper centres a page in the available room.
func onPaper(p *page.Page, down float32) fyne.CanvasObject {
	paper := container.NewStack(control.NewBackground(look.Surface), control.Pad(p, pageMargin, down))
	return container.NewHBox(layout.NewSpacer(), paper, layout.NewSpacer())
}

// showHeading keeps the headings of the columns visible while their table scrolls.
func (p *reportPane) showHeading() {
	block, ok := p.page.HeadingAt(p.scroll.Offset.Y - pageMargin)
	if ok = ok && p.scroll.Offset.X == 0; ok {
		p.heading.SetBlocks([]page.Block{block})
	}
	if ok != p.headingBox.Visible() {
		control.SetVisible(p.headingBox, ok)
	}
}

func (p *reportPane) makeBar() {
	s := p.shell
	p.panels = control.NewSegments(nil)
	p.panels.OnTap = func(i int) { p.tapPanel(i == 1) }
	p.units = control.NewDropdown(control.NewTicks(s.say.Say(words.ReportUnitHint), s.say.Say(words.FilterNothing), control.One), fyne.NewSize(320, 420), false)
	p.units.Ticks.Match = new(data.Finder).Matches
	p.units.OnPick = func(id string) { p.openUnit(present.ParseBodyID(id)) }
	p.years = control.NewSegments(nil)
	p.years.OnTap = func(i int) { p.openYear(p.shownYears()[i]) }
	p.earlier = control.NewIconButton("", theme.NavigateBackIcon(), func() { p.stepYear(-1) })
	p.later = control.NewIconButton("", theme.NavigateNextIcon(), func() { p.stepYear(1) })
	p.lastYear = control.NewToggle(s.say.Say(words.ReportLastYear), func(on bool) {
		s.report.lastYear = on
		p.draw()
	})
	p.lastYear.Set(s.report.lastYear)
	p.text = control.NewToggle(s.say.Say(words.ReportShowText), func(on bool) {
		s.report.text = on
		p.draw()
	})
	p.text.Set(s.report.text)
}

func (p *reportPane) bar() fyne.CanvasObject {
	s := p.shell
	width := control.NewGap(0)
	width.Min = fyne.NewSize(200, 30)
	returned := control.NewButton(s.say.Say(words.ReturnCopy), func() { s.saveReturn(s.report.name) })
	years := container.New(layout.NewCustomPaddedHBoxLayout(8), container.NewCenter(control.Outlined(p.earlier)), container.NewCenter(p.years), container.NewCenter(control.Outlined(p.later)))
	unit := container.NewStack(width, p.units)
	p.tools = control.NewBar(control.BarItems{Keep: []fyne.CanvasObject{p.panels, unit}, Left: []fyne.CanvasObject{p.panels, unit, years, p.lastYear, p.text}, Right: []fyne.CanvasObject{control.Outlined(returned)}})
	return control.NewDock(nil, control.NewRule(look.Border), nil, nil, control.Pad(p.tools, 12, 5))
}

// Content is the content of the pane.
func (p *reportPane) Content() fyne.CanvasObject { return p.box }

// Focus focuses the control for which the keys are most useful.
func (p *reportPane) Focus() { p.shell.window.Canvas().Focus(p.page) }

// Summary describes the content for the status bar.
func (p *reportPane) Summary() string {
	if p.details == nil {
		return ""
	}
	d := p.details
	return p.shell.say.Say(words.ReportSummary, d.Body.String(), d.Year, len(d.Report.Figures), len(d.Findings))
}

// Load reads the open report. If it is gone, or none has been opened yet, it reads the
// first one.
func (p *reportPane) Load() {
	s := p.shell
	name := s.report.name
	if !s.inventory.has(name.Body) {
		name = present.ReportName{}
	}
	task.Ask(p.lane, func(ctx context.Context) (*present.ReportDetails, error) {
		return openNearest(ctx, s.store, name, s.inventory.units)
	}, func(d *present.ReportDetails, err error) {
		if err != nil {
			s.showError(err)
			return
		}
		p.show(d)
	})
}

func (p *reportPane) show(d *present.ReportDetails) {
	p.details = d
	control.SetVisible(p.empty, d == nil)
	if d == nil {
		return
	}
	p.shell.report.name = d.ReportName
	p.pending.show(d.Pending)
	p.showBar()
	p.legend.Objects = []fyne.CanvasObject{pageLegend(p.shell.say, len(d.Amended) > 0)}
	p.legend.Refresh()
	p.draw()
	p.showFindings()
	p.reveal()
	p.showSource()
	p.shell.status.show()
	p.shell.trace.note("report", "unit", d.Body.Unit, "year", d.Year, "findings", len(d.Findings))
	p.shell.tracePlaces()
}

// draw lays out the form, with the marks of the selected finding or identity.
func (p *reportPane) draw() {
	if p.details == nil {
		return
	}
	r := p.shell.report
	p.form = &reportForm{say: p.shell.say, details: p.details, lastYear: r.lastYear, text: r.text}
	if f := p.marked(); f != nil {
		p.form.finding, p.form.text = *f, r.text || f.IsOfText()
		p.form.marks = marksOf(p.details, p.details.Calculation(*f), p.shell.say)
	} else if r.quote != "" {
		p.form.finding = form.Finding{Rule: form.RuleNarrative, Text: r.quote}
	}
	p.form.layOut()
	p.page.SetBlocks(p.form.blocks)
	p.page.Choose(p.form.cellOf(r.cell))
	p.scroll.Refresh()
	p.showHeading()
}

// marked is the finding or identity that is marked on the page.
func (p *reportPane) marked() *form.Finding {
	r := p.shell.report
	if r.identity != nil {
		return r.identity
	}
	if i := p.current(); i >= 0 {
		return &p.details.Findings[i].Finding
	}
	return nil
}

// current is the index of the selected finding, -1 for none.
func (p *reportPane) current() int {
	if f := p.shell.report.finding; f != nil && p.details != nil {
		for i, have := range p.details.Findings {
			if sameFinding(have, *f) {
				return i
			}
		}
	}
	return -1
}

// showFindings lists the findings; while an identity is selected, none of them is marked.
func (p *reportPane) showFindings() {
	if p.shell.report.identity != nil {
		p.findings.show(p.details, -1)
		return
	}
	p.findings.show(p.details, p.current())
}

func (p *reportPane) showSource() {
	if k := p.shell.report.cell; p.form.cellOf(k) >= 0 {
		p.source.show(p.details, k)
		return
	}
	p.source.showReport(p.details)
}

// showBar shows the report's body and year, and other years to choose from.
func (p *reportPane) showBar() {
	d, s := p.details, p.shell
	var lines []control.Tick
	for _, u := range s.inventory.units {
		lines = append(lines, control.Tick{ID: present.BodyID(u.Body), Label: u.Unit, Detail: u.Region, Count: strconv.Itoa(u.Reports), On: u.Body == d.Body})
	}
	p.units.Ticks.SetLines(lines)
	p.units.SetText(d.Body.Unit)
	var options []control.Option
	for _, y := range p.shownYears() {
		options = append(options, control.Option{Label: strconv.Itoa(y), Chosen: y == d.Year})
	}
	p.years.SetOptions(options)
	control.SetEnabled(p.earlier, d.Years[0] < d.Year)
	control.SetEnabled(p.later, d.Years[len(d.Years)-1] > d.Year)
	control.SetEnabled(p.lastYear, d.Before != nil)
	p.text.Set(s.report.text)
	control.SetEnabled(p.text, len(d.Report.Narrative) > 0)
	p.tools.Refresh()
	p.box.Refresh()
}
