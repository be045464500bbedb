package ui

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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

// chartPane draws the chosen figures in the kind of chart that the user picks.
type chartPane struct {
	shell *shell
	box   fyne.CanvasObject
	lane  *task.Lane

	kinds    *control.Dropdown
	item     *control.Dropdown
	year     *control.Dropdown
	splits   *control.Choice
	variants *control.Choice // 占比 or 件数; one scale or own
	bar      *control.Bar
	view     *view.View
	more     *control.Text // note on what is left out

	equivalent *equivalentView
	sentence   *control.Text
	out        *control.Choice // text, copies and files

	request present.ChartRequest // of the chart shown
	picture present.Picture
	hidden  chart.Hidden
}

func newChartPane(s *shell) *chartPane {
	p := &chartPane{shell: s, lane: task.NewLane(s.tasks)}
	p.makeFields()
	p.view = view.NewView(chart.Trend{Words: present.ChartWords(s.say)}.Draw, look.Current)
	p.view.OnTap = p.drillDown
	p.view.OnKey = s.typedKey
	p.view.OnLegend = p.toggle
	caption := control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText, Align: fyne.TextAlignTrailing}
	p.more = control.NewText("", caption)
	p.bar = control.NewBar(control.BarItems{})
	area := container.NewStack(control.NewBackground(look.Surface), control.Pad(p.view, 10, 6))
	p.equivalent = newEquivalentView(s)
	p.equivalent.box.Hide()
	below := control.NewDock(nil, p.foot(), nil, nil, p.equivalent.box)
	p.box = control.NewDock(control.NewDock(nil, control.NewRule(look.Border), nil, nil, control.Pad(p.bar, 12, 6)), below, nil, nil, area)
	return p
}

// makeFields makes the controls that choose the chart.
func (p *chartPane) makeFields() {
	s := p.shell
	list := func(hint words.Word, kind control.TicksKind, size fyne.Size, pick func(*present.Choice, string)) *control.Dropdown {
		d := control.NewDropdown(control.NewTicks(s.say.Say(hint), s.say.Say(words.FilterNothing), kind), size, false)
		d.OnPick = func(id string) { s.state.change(func(c *present.Choice) { pick(c, id) }) }
		return d
	}
	p.kinds = list(words.TrendItemHint, control.OneOfFew, fyne.NewSize(220, 420), func(c *present.Choice, id string) {
		c.Chart.Kind, c.Chart.Split = present.ChartName(id), ""
	})
	p.item = list(words.TrendItemHint, control.One, fyne.NewSize(380, 400), func(c *present.Choice, id string) { c.Item = id })
	p.year = list(words.TrendItemHint, control.OneOfFew, fyne.NewSize(96, 216), func(c *present.Choice, id string) { c.Year = present.ParseYear(id) })
	p.splits, p.variants = control.NewSegments(nil), control.NewSegments(nil)
	p.splits.OnTap = func(i int) {
		kind, _ := present.ChartKindByName(s.state.choice.Request().Kind)
		s.state.change(func(c *present.Choice) { c.Chart.Split = kind.Splits[i] })
	}
	p.variants.OnTap = func(i int) {
		kind, _ := present.ChartKindByName(s.state.choice.Request().Kind)
		s.state.change(func(c *present.Choice) { kind.Variant.Choose(&c.Chart, i == 1) })
	}
}

// Content is the content of the pane.
func (p *chartPane) Content() fyne.CanvasObject { return p.box }

// Focus focuses the control for which the keys are most useful.
func (p *chartPane) Focus() { p.shell.window.Canvas().Focus(p.view) }

// Summary describes the content for the status bar.
func (p *chartPane) Summary() string {
	if p.picture.Model == nil {
		return ""
	}
	kind, _ := present.ChartKindByName(p.request.Kind)
	return p.shell.say.Say(words.ChartStatus, p.shell.say.Say(kind.Name), len(p.picture.Model.TextEquivalent().Rows))
}

// Load reads the chart that the choice asks for.
func (p *chartPane) Load() {
	r := p.shell.state.choice.Request()
	r.Language = p.shell.say
	p.showFields(r, nil)
	task.Ask(p.lane, func(ctx context.Context) (chartResult, error) {
		return readChart(ctx, p.shell.store, r)
	}, func(a chartResult, err error) {
		if err != nil {
			p.shell.showError(err)
			return
		}
		p.show(r, a)
	})
}

// chartResult is a chart and the years to choose from.
type chartResult struct {
	picture present.Picture
	years   []int
}

func readChart(ctx context.Context, store *data.Store, r present.ChartRequest) (chartResult, error) {
	facets, err := store.Facets(ctx, r.Query, data.YearList)
	if err != nil {
		return chartResult{}, err
	}
	drawn, err := present.NewPicture(ctx, store, r)
	return chartResult{drawn, present.YearsWithin(facets.Years, r.Query)}, err
}

func (p *chartPane) show(r present.ChartRequest, a chartResult) {
	if r.Kind != p.request.Kind {
		p.hidden = nil
	}
	p.request, p.picture = r, a.picture
	p.showFields(r, &a)
	p.view.SetChart(p.drawn().Draw)
	p.showEquivalent()
	p.more.SetText(a.picture.Note)
	p.shell.status.show()
	p.trace()
}

// showFields shows the controls that the kind of chart needs, with the current choice.
func (p *chartPane) showFields(r present.ChartRequest, a *chartResult) {
	kind, _ := present.ChartKindByName(r.Kind)
	say := p.shell.say
	tools := []fyne.CanvasObject{sized(p.kinds, 210)}
	p.showKinds(kind)
	if kind.Fits != nil {
		p.showItems(kind, r)
		tools = append(tools, sized(p.item, 240))
	}
	if kind.OneYear && r.Split != present.ByYear && (r.Split != "" || kind.Splits[0] != present.ByYear) && a != nil {
		p.showYears(a)
		tools = append(tools, sized(p.year, 78))
	}
	if len(kind.Splits) > 1 {
		var options []control.Option
		for i, s := range kind.Splits {
			options = append(options, control.Option{Label: say.Say(splitWord(s)), Chosen: s == r.Split || r.Split == "" && i == 0})
		}
		p.splits.SetOptions(options)
		tools = append(tools, p.splits)
	}
	if v := kind.Variant; v != nil {
		other := v.IsOther(p.shell.state.choice.Chart)
		p.variants.SetOptions([]control.Option{{Label: say.Say(v.Usual), Chosen: !other}, {Label: say.Say(v.Other), Chosen: other}})
		tools = append(tools, p.variants)
	}
	p.bar.SetItems(control.BarItems{Left: tools, Fill: p.more})
}

func splitWord(s present.ChartSplit) words.Word {
	switch s {
	case present.ByRegion:
		return words.SplitRegions
	case present.ByYear:
		return words.SplitYears
	case present.Together:
		return words.SplitTogether
	}
	return words.SplitUnits
}

func sized(o fyne.CanvasObject, width float32) fyne.CanvasObject {
	room := control.NewGap(0)
	room.Min = fyne.NewSize(width, 30)
	return container.NewStack(room, o)
}

func (p *chartPane) showKinds(current present.ChartKind) {
	say := p.shell.say
	var lines []control.Tick
	for _, k := range present.ChartKinds() {
		lines = append(lines, control.Tick{ID: string(k.ID), Label: say.Say(k.Name), On: k.ID == current.ID})
	}
	p.kinds.Ticks.SetLines(lines)
	p.kinds.SetText(say.Say(current.Name))
}

// showItems lists the columns that the kind can draw, and selects the one drawn.
func (p *chartPane) showItems(k present.ChartKind, r present.ChartRequest) {
	say := p.shell.say
	var lines []control.Tick
	for _, c := range p.shell.state.choice.ChartColumns(k) {
		detail := ""
		if c.Role == data.MetricColumn {
			detail = say.Say(words.TopicMeasures)
		}
		lines = append(lines, control.Tick{ID: c.ID, Label: present.ColumnName(c, say), Detail: detail, Search: say.Say(c.Label), On: c.ID == r.Item})
	}
	p.item.Ticks.SetLines(lines)
	column, _ := data.ColumnByID(r.Item)
	p.item.SetText(present.ColumnName(column, say))
}

func (p *chartPane) showYears(a *chartResult) {
	var lines []control.Tick
	for i := len(a.years) - 1; i >= 0; i-- {
		year := strconv.Itoa(a.years[i])
		lines = append(lines, control.Tick{ID: year, Label: year, On: a.years[i] == a.picture.Year})
	}
	p.year.Ticks.SetLines(lines)
	p.year.SetText(strconv.Itoa(a.picture.Year))
}

// drillDown opens the reports behind a mark in the table.
func (p *chartPane) drillDown(h chart.Hit) {
	if p.picture.DrillDown == nil {
		return
	}
	if t, ok := p.picture.DrillDown(h); ok {
		p.shell.openTarget(t)
	}
}

// toggle switches a series.
func (p *chartPane) toggle(key string) {
	p.hidden = p.hidden.Toggled(key)
	p.view.Update(p.drawn().Draw)
	p.showEquivalent()
}

// trace records the drawn chart, for tests of the real window.
func (p *chartPane) trace() {
	p.shell.trace.note("chart", "kind", p.request.Kind, "item", p.request.Item, "rows", len(p.picture.Model.TextEquivalent().Rows))
	p.shell.tracePlaces()
}
