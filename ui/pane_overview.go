package ui

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"nianbao/data"
	"nianbao/ui/chart"
	"nianbao/ui/chart/view"
	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/task"
	"nianbao/ui/words"
)

// overviewPane sums up a region's year at a glance: its figures and their change, three
// charts, and what is unusual.
type overviewPane struct {
	shell     *shell
	box       fyne.CanvasObject
	lane      *task.Lane
	head      *control.Bar
	title     *control.Text
	coverage  *control.Text
	same      *control.Text // the years it is compared with
	missing   *control.Choice
	year      *control.Dropdown
	cards     []*view.View
	charts    []*view.View
	alarm     *fyne.Container // reports with broken sums, above all else
	remarkBox *fyne.Container
	scroll    *container.Scroll

	shown    *present.Overview
	drawn    []present.Card
	pictures []present.Picture
	requests []present.ChartRequest
	remarks  []present.Remark
}

// overviewResult is everything that the pane shows.
type overviewResult struct {
	overview *present.Overview
	cards    []present.Card
	remarks  []present.Remark
	unjudged int
	requests []present.ChartRequest
	pictures []present.Picture
}

// mostRemarks is the largest number of remarks listed.
const mostRemarks = 40

func newOverviewPane(s *shell) *overviewPane {
	p := &overviewPane{shell: s, lane: task.NewLane(s.tasks)}
	objects := []fyne.CanvasObject{}
	for i := range present.Measures(s.say) {
		view := p.newView(func(chart.Hit) { p.explainCard(i) })
		view.OnPointer = func(in bool) { p.tipOfCard(i, in) }
		p.cards = append(p.cards, view)
		objects = append(objects, framed(view))
	}
	for i := range overviewCharts {
		view := p.newView(func(h chart.Hit) { p.drillDown(i, h) })
		p.charts = append(p.charts, view)
		more := control.NewActions([]control.Option{{Label: s.say.Say(words.OverviewEnlarge)}})
		more.OnTap = func(int) { p.enlarge(i) }
		corner := container.NewVBox(container.NewHBox(layout.NewSpacer(), more))
		objects = append(objects, container.NewStack(framed(view), control.Pad(corner, 6, 6)))
	}
	p.remarkBox = container.NewVBox()
	objects = append(objects, container.NewStack(control.NewFrame(look.Surface, look.Border, 4), control.Pad(p.remarkBox, 10, 8)))
	page := &overviewPage{cards: len(p.cards), charts: len(p.charts)}
	p.scroll = container.NewVScroll(control.Pad(&fyne.Container{Layout: page, Objects: objects}, 12, 0))
	page.view = p.scroll.Size
	for _, view := range append(p.cards, p.charts...) {
		view.OnScroll = p.scroll.Scrolled
	}
	p.alarm = container.New(layout.NewCustomPaddedLayout(0, 6, 12, 12))
	p.alarm.Hide()
	p.box = control.NewDock(container.New(layout.NewCustomPaddedVBoxLayout(0), p.headline(), p.alarm), nil, nil, nil, p.scroll)
	return p
}

// overviewCharts is how many charts the overview shows.
const overviewCharts = 3

func (p *overviewPane) newView(onTap func(chart.Hit)) *view.View {
	view := view.NewView(func(chart.Frame) chart.List { return chart.List{} }, look.Current)
	view.OnTap, view.OnKey = onTap, p.shell.typedKey
	return view
}

// framed puts a hairline around a chart.
func framed(view *view.View) fyne.CanvasObject {
	return container.NewStack(control.NewFrame(look.Surface, look.Border, 4), control.Pad(view, 1, 1))
}

// headline says whose year is shown, and which units are missing.
func (p *overviewPane) headline() fyne.CanvasObject {
	s := p.shell
	p.title = control.NewText("", control.TextStyle{Bold: true, Fixed: true, Size: theme.SizeNameHeadingText})
	p.coverage = control.NewText("", control.TextStyle{Color: look.Muted, Fixed: true})
	p.same = control.NewText("", control.TextStyle{Color: look.Muted})
	p.missing = control.NewActions(nil)
	p.missing.OnTap = func(int) { p.explainMissing() }
	ticks := control.NewTicks("", s.say.Say(words.FilterNothing), control.OneOfFew)
	p.year = control.NewDropdown(ticks, fyne.NewSize(96, 216), false)
	p.year.OnPick = func(id string) { s.state.change(func(c *present.Choice) { c.Year = present.ParseYear(id) }) }
	width := control.NewGap(0)
	width.Min = fyne.NewSize(84, 28)
	label := control.NewText(s.say.Say(words.OverviewYear), control.TextStyle{Color: look.Muted, Fixed: true})
	year := container.New(layout.NewCustomPaddedHBoxLayout(8), label, container.NewStack(width, p.year))
	p.head = control.NewBar(control.BarItems{Left: []fyne.CanvasObject{p.title, p.coverage, p.missing}, Fill: p.same, Right: []fyne.CanvasObject{year},
		Spare: []fyne.CanvasObject{p.coverage}, Keep: []fyne.CanvasObject{p.title, year}})
	return control.Pad(p.head, 14, 6)
}

// Content is the content of the pane.
func (p *overviewPane) Content() fyne.CanvasObject { return p.box }

// Focus leaves the focus to the window, since no control of the overview needs it.
func (p *overviewPane) Focus() { p.shell.window.Canvas().Unfocus() }

// Summary describes the content for the status bar.
func (p *overviewPane) Summary() string {
	if p.shown == nil || p.shown.Year == 0 {
		return ""
	}
	return p.shell.say.Say(words.OverviewStatus, p.shown.Year, len(p.shown.Now.Rows), len(p.remarks))
}

// Load reads the overview of the choice.
func (p *overviewPane) Load() {
	choice, say := p.shell.state.choice, p.shell.say
	task.Ask(p.lane, func(ctx context.Context) (overviewResult, error) {
		return readOverview(ctx, p.shell.store, choice, say)
	}, func(a overviewResult, err error) {
		if err != nil {
			p.shell.showError(err)
			return
		}
		p.show(a)
	})
}

// readOverview reads the figures of the year and the charts.
func readOverview(ctx context.Context, store *data.Store, c present.Choice, say words.Language) (overviewResult, error) {
	o, err := present.ReadOverview(ctx, store, c.Query, c.Year)
	if err != nil {
		return overviewResult{}, err
	}
	a := overviewResult{overview: o, cards: o.Cards(say), remarks: o.Unusual(say), unjudged: o.Unjudged(present.MeasureOf(present.DisclosureItem, say))}
	if o.Year == 0 {
		return a, nil
	}
	a.requests = o.Charts(say)
	for _, r := range a.requests {
		picture, err := present.NewPicture(ctx, store, r)
		if err != nil {
			return a, err
		}
		a.pictures = append(a.pictures, picture)
	}
	return a, nil
}

func (p *overviewPane) show(a overviewResult) {
	say := p.shell.say
	p.shown, p.pictures, p.requests = a.overview, a.pictures, a.requests
	p.drawn, p.remarks = a.cards, a.remarks
	p.showHeadline()
	for i, c := range p.drawn {
		p.cards[i].SetChart(withoutTips(c.Drawn.Draw))
	}
	for i, view := range p.charts {
		if i < len(p.pictures) {
			view.SetChart(p.pictures[i].Model.Draw)
		} else {
			view.SetChart(chart.Trend{Words: present.ChartWords(say)}.Draw)
		}
	}
	p.showRemarks(a.unjudged)
	p.scroll.Refresh()
	p.shell.status.show()
	p.shell.trace.note("overview", "year", p.shown.Year, "reports", len(p.shown.Now.Rows), "units", len(p.shown.Units), "remarks", len(p.remarks))
	p.shell.tracePlaces()
}

// withoutTips drops the tooltips: a card is too low for them, and a click shows more.
func withoutTips(draw func(chart.Frame) chart.List) func(chart.Frame) chart.List {
	return func(f chart.Frame) chart.List {
		list := draw(f)
		for i := range list.Hits {
			list.Hits[i].Tip = chart.Tip{}
		}
		return list
	}
}

func (p *overviewPane) showHeadline() {
	o, say := p.shown, p.shell.say
	var lines []control.Tick
	for i := len(o.Years) - 1; i >= 0; i-- {
		year := strconv.Itoa(o.Years[i])
		lines = append(lines, control.Tick{ID: year, Label: year, On: o.Years[i] == o.Year})
	}
	p.year.Ticks.SetLines(lines)
	p.year.SetText(strconv.Itoa(o.Year))
	p.title.SetText(say.Say(words.OverviewTitle, scopeName(o.Query, say), strconv.Itoa(o.Year)))
	p.coverage.SetText(say.Say(words.OverviewCoverage, len(o.Units), len(o.Now.Rows), o.Year))
	p.same.SetText("")
	if slices.ContainsFunc(p.drawn, func(c present.Card) bool { return c.Drawn.SameUnits > 0 }) {
		p.same.SetText(say.Say(words.OverviewSame))
	}
	p.missing.SetOptions(nil)
	if n := len(o.Missing()); n > 0 {
		p.missing.SetOptions([]control.Option{{Label: say.Say(words.OverviewWho, n)}})
	}
	p.head.Refresh() // the texts have changed their widths
}

// scopeName names the bodies whose figures are summed up.
func scopeName(q data.Query, say words.Language) string {
	var names []string
	for _, b := range q.Units {
		names = append(names, b.Unit)
	}
	if len(q.Units) == 0 {
		for _, region := range q.Regions {
			names = append(names, present.RegionName(region, say))
		}
	}
	switch {
	case len(names) == 0:
		return say.Say(words.OverviewAll)
	case len(names) > present.MostSingleChips && len(q.Units) > 0:
		return say.Say(words.OverviewUnits, names[0], len(names))
	case len(names) > present.MostSingleChips:
		return say.Say(words.FilterRegionCount, len(names))
	}
	return strings.Join(names, say.Say(words.ListComma))
}

// showRemarks lists what is unusual, or says that nothing is, and how many units were not
// judged.
func (p *overviewPane) showRemarks(unjudged int) {
	say := p.shell.say
	p.remarkBox.Objects = []fyne.CanvasObject{control.NewText(say.Say(words.OverviewUnusual), control.TextStyle{Bold: true, Size: theme.SizeNameSubHeadingText})}
	p.alarm.RemoveAll()
	p.alarm.Hide()
	for i, r := range p.remarks {
		if r.Fault {
			p.alarm.Add(control.NewAlarm(r.Sentence, func() { p.explainRemark(r) }))
			p.alarm.Show()
			continue
		}
		if i == mostRemarks {
			p.remarkBox.Add(control.NewText(say.Say(words.OverviewRest, len(p.remarks)-i), control.TextStyle{Color: look.Muted}))
			break
		}
		p.remarkBox.Add(control.NewLine(r.Sentence, theme.ColorNamePrimary, func() { p.explainRemark(r) }))
	}
	if len(p.remarkBox.Objects) == 1 {
		p.remarkBox.Add(control.NewText(say.Say(words.OverviewNothing), control.TextStyle{Color: look.Muted}))
	}
	if unjudged > 0 {
		p.remarkBox.Add(control.NewText(say.Say(words.OverviewUnjudged, present.LeastCases, present.MeasureOf(present.DisclosureItem, say).Name, unjudged), control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText}))
	}
	p.remarkBox.Refresh()
}

// drillDown opens the reports behind a mark of one of the charts.
func (p *overviewPane) drillDown(i int, h chart.Hit) {
	if i < len(p.pictures) && p.pictures[i].DrillDown != nil {
		if t, ok := p.pictures[i].DrillDown(h); ok {
			p.shell.openTarget(t)
		}
	}
}

// enlarge opens one of the charts in the charts pane.
func (p *overviewPane) enlarge(i int) {
	if i < len(p.requests) {
		p.shell.openChart(p.requests[i])
	}
}
