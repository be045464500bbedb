package ui

import (
	"context"
	"strconv"

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
	"nianbao/ui/words"
)

// chartPane draws the figures of the choice in the kind of chart that the user picks.
type chartPane struct {
	shell *shell
	box   fyne.CanvasObject
	lane  *lane

	kinds  *control.Dropdown
	item   *control.Dropdown
	year   *control.Dropdown
	splits *control.Choice
	ways   *control.Choice // 占比 or 件数; one scale or own
	bar    *fyne.Container
	view   *view.View
	more   *control.Text // what is left out

	twin     *twinView
	sentence *control.Text
	out      *control.Choice // words, copies and files

	request present.ChartRequest // of what is shown
	picture present.Picture
	hidden  chart.Hidden
}

func newChartPane(s *shell) *chartPane {
	p := &chartPane{shell: s, lane: newLane(s.tasks)}
	p.makeFields()
	p.view = view.NewView(chart.Trend{Words: present.ChartWords(s.say)}.Draw, look.Current)
	p.view.OnTap = p.drill
	p.view.OnKey = s.typedKey
	p.view.OnLegend = p.toggle
	caption := control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText, Align: fyne.TextAlignTrailing, Fixed: true}
	p.more = control.NewText("", caption)
	p.bar = container.New(layout.NewCustomPaddedHBoxLayout(8))
	area := container.NewStack(control.NewGround(look.Surface), pad(p.view, 10, 6))
	p.twin = newTwinView(s)
	p.twin.box.Hide()
	below := control.NewDock(nil, p.foot(), nil, nil, p.twin.box)
	p.box = control.NewDock(control.NewDock(nil, control.NewRule(look.Border), nil, nil, pad(p.bar, 12, 6)), below, nil, nil, area)
	return p
}

// makeFields makes what the chart is chosen with.
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
	p.year = list(words.TrendItemHint, control.OneOfFew, fyne.NewSize(96, 216), func(c *present.Choice, id string) { c.Year = present.YearIn(id) })
	p.splits, p.ways = control.NewSegments(nil), control.NewSegments(nil)
	p.splits.OnTap = func(i int) {
		kind, _ := present.KindOf(s.state.choice.Request().Kind)
		s.state.change(func(c *present.Choice) { c.Chart.Split = kind.Splits[i] })
	}
	p.ways.OnTap = func(i int) {
		kind, _ := present.KindOf(s.state.choice.Request().Kind)
		s.state.change(func(c *present.Choice) {
			if kind.Counts {
				c.Chart.Counts = i == 1
			} else {
				c.Chart.Own = i == 1
			}
		})
	}
}

func (p *chartPane) content() fyne.CanvasObject { return p.box }

func (p *chartPane) focus() { p.shell.window.Canvas().Focus(p.view) }

func (p *chartPane) summary() string {
	if p.picture.Model == nil {
		return ""
	}
	kind, _ := present.KindOf(p.request.Kind)
	return p.shell.say.Say(words.ChartStatus, p.shell.say.Say(kind.Name), len(p.picture.Model.Twin().Rows))
}

func (p *chartPane) load() {
	r := p.shell.state.choice.Request()
	r.Language = p.shell.say
	p.showFields(r, nil)
	ask(p.lane, func(ctx context.Context) (chartAnswer, error) {
		return askChart(ctx, p.shell.store, r)
	}, func(a chartAnswer, err error) {
		if err != nil {
			p.shell.fail(err)
			return
		}
		p.show(r, a)
	})
}

// chartAnswer is a chart and the years it could be of.
type chartAnswer struct {
	picture present.Picture
	years   []int
}

func askChart(ctx context.Context, store *data.Store, r present.ChartRequest) (chartAnswer, error) {
	facets, err := store.Facets(ctx, r.Query, data.YearList)
	if err != nil {
		return chartAnswer{}, err
	}
	drawn, err := present.NewPicture(ctx, store, r)
	return chartAnswer{drawn, present.YearsWithin(facets.Years, r.Query)}, err
}

func (p *chartPane) show(r present.ChartRequest, a chartAnswer) {
	if r.Kind != p.request.Kind {
		p.hidden = nil
	}
	p.request, p.picture = r, a.picture
	p.showFields(r, &a)
	p.view.SetChart(p.drawn().Draw)
	p.showTwin()
	p.more.SetText(a.picture.Note)
	p.shell.status.show()
	p.trace()
}

// showFields shows what is chosen, and only what the kind of chart asks for.
func (p *chartPane) showFields(r present.ChartRequest, a *chartAnswer) {
	kind, _ := present.KindOf(r.Kind)
	say := p.shell.say
	p.bar.Objects = []fyne.CanvasObject{sized(p.kinds, 210)}
	p.showKinds(kind)
	if kind.Fits != nil {
		p.showItems(kind, r)
		p.bar.Add(sized(p.item, 240))
	}
	if kind.OneYear && r.Split != present.ByYear && (r.Split != "" || kind.Splits[0] != present.ByYear) && a != nil {
		p.showYears(a)
		p.bar.Add(sized(p.year, 78))
	}
	if len(kind.Splits) > 1 {
		var options []control.Option
		for i, s := range kind.Splits {
			options = append(options, control.Option{Label: say.Say(splitWord(s)), Chosen: s == r.Split || r.Split == "" && i == 0})
		}
		p.splits.SetOptions(options)
		p.bar.Add(container.NewCenter(p.splits))
	}
	if kind.Counts || kind.Own {
		p.ways.SetOptions(wayOptions(kind, r, say))
		p.bar.Add(container.NewCenter(p.ways))
	}
	p.bar.Add(layout.NewSpacer())
	p.bar.Add(p.more)
	p.bar.Refresh()
}

func wayOptions(k present.ChartKind, r present.ChartRequest, say words.Language) []control.Option {
	first, second, on := words.WayShare, words.WayCounts, r.Counts
	if k.Own {
		first, second, on = words.WaySameScale, words.WayOwnScale, r.Own
	}
	return []control.Option{{Label: say.Say(first), Chosen: !on}, {Label: say.Say(second), Chosen: on}}
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

// showItems lists what the kind can draw, and names what is drawn.
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

func (p *chartPane) showYears(a *chartAnswer) {
	var lines []control.Tick
	for i := len(a.years) - 1; i >= 0; i-- {
		year := strconv.Itoa(a.years[i])
		lines = append(lines, control.Tick{ID: year, Label: year, On: a.years[i] == a.picture.Year})
	}
	p.year.Ticks.SetLines(lines)
	p.year.SetText(strconv.Itoa(a.picture.Year))
}

// drill follows a mark to the table.
func (p *chartPane) drill(h chart.Hit) {
	if p.picture.Drill == nil {
		return
	}
	if t, ok := p.picture.Drill(h); ok {
		p.shell.openTarget(t)
	}
}

// toggle switches a series over.
func (p *chartPane) toggle(key string) {
	p.hidden = p.hidden.Toggled(key)
	p.view.Update(p.drawn().Draw)
	p.showTwin()
}

// hiding is the model without some of its series.
func hiding(m present.ChartModel, hidden chart.Hidden) present.ChartModel {
	switch m := m.(type) {
	case chart.Trend:
		m.Hidden = hidden
		return m
	case chart.Stack:
		m.Hidden = hidden
		return m
	case chart.Bars:
		m.Hidden = hidden
		return m
	}
	return m
}

// trace tells a test of the real window what is drawn.
func (p *chartPane) trace() {
	t := p.shell.trace
	switch m := p.picture.Model.(type) {
	case chart.Trend:
		t.note("trend", "item", p.request.Item, "series", len(m.Series), "years", len(m.Years), "points", knownPoints(m.Series), "seams", len(m.Seams))
	default:
		t.note("chart", "kind", p.request.Kind, "item", p.request.Item, "rows", len(p.picture.Model.Twin().Rows))
	}
	p.shell.traceplaces()
}

func knownPoints(series []chart.Series) int {
	n := 0
	for _, s := range series {
		for _, v := range s.Values {
			if v.Known {
				n++
			}
		}
	}
	return n
}
