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
	"nianbao/ui/control"
	"nianbao/ui/look"
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
	view   *chart.View
	more   *control.Text // what is left out

	twin     *twinView
	sentence *control.Text
	out      *control.Choice // words, copies and files

	request ChartRequest // of what is shown
	picture picture
	hidden  chart.Hidden
}

func newChartPane(s *shell) *chartPane {
	p := &chartPane{shell: s, lane: newLane(s.tasks)}
	p.makeFields()
	p.view = chart.NewView(chart.Trend{Words: chartWords(s.say)}.Draw, look.Current)
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
	list := func(hint words.Word, kind control.TicksKind, size fyne.Size, pick func(*Choice, string)) *control.Dropdown {
		d := control.NewDropdown(control.NewTicks(s.say.Say(hint), s.say.Say(words.FilterNothing), kind), size, false)
		d.OnPick = func(id string) { s.state.change(func(c *Choice) { pick(c, id) }) }
		return d
	}
	p.kinds = list(words.TrendItemHint, control.OneOfFew, fyne.NewSize(220, 420), func(c *Choice, id string) {
		c.Chart.Kind, c.Chart.Split = ChartKind(id), ""
	})
	p.item = list(words.TrendItemHint, control.One, fyne.NewSize(380, 400), func(c *Choice, id string) { c.Item = id })
	p.year = list(words.TrendItemHint, control.OneOfFew, fyne.NewSize(96, 216), func(c *Choice, id string) { c.Year = yearIn(id) })
	p.splits, p.ways = control.NewSegments(nil), control.NewSegments(nil)
	p.splits.OnTap = func(i int) {
		kind, _ := kindOf(s.state.choice.request().Kind)
		s.state.change(func(c *Choice) { c.Chart.Split = kind.splits[i] })
	}
	p.ways.OnTap = func(i int) {
		kind, _ := kindOf(s.state.choice.request().Kind)
		s.state.change(func(c *Choice) {
			if kind.counts {
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
	if p.picture.model == nil {
		return ""
	}
	kind, _ := kindOf(p.request.Kind)
	return p.shell.say.Say(words.ChartStatus, p.shell.say.Say(kind.name), len(p.picture.model.Twin().Rows))
}

func (p *chartPane) load() {
	r := p.shell.state.choice.request()
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
	picture picture
	years   []int
}

func askChart(ctx context.Context, store *data.Store, r ChartRequest) (chartAnswer, error) {
	facets, err := store.Facets(ctx, r.Query, data.YearList)
	if err != nil {
		return chartAnswer{}, err
	}
	drawn, err := newPicture(ctx, store, r)
	return chartAnswer{drawn, yearsWithin(facets.Years, r.Query)}, err
}

func (p *chartPane) show(r ChartRequest, a chartAnswer) {
	if r.Kind != p.request.Kind {
		p.hidden = nil
	}
	p.request, p.picture = r, a.picture
	p.showFields(r, &a)
	p.view.SetChart(p.drawn().Draw)
	p.showTwin()
	p.more.SetText(a.picture.note)
	p.shell.status.show()
	p.trace()
}

// showFields shows what is chosen, and only what the kind of chart asks for.
func (p *chartPane) showFields(r ChartRequest, a *chartAnswer) {
	kind, _ := kindOf(r.Kind)
	say := p.shell.say
	p.bar.Objects = []fyne.CanvasObject{sized(p.kinds, 210)}
	p.showKinds(kind)
	if kind.fits != nil {
		p.showItems(kind, r)
		p.bar.Add(sized(p.item, 240))
	}
	if kind.oneYear && r.Split != ByYear && (r.Split != "" || kind.splits[0] != ByYear) && a != nil {
		p.showYears(a)
		p.bar.Add(sized(p.year, 78))
	}
	if len(kind.splits) > 1 {
		var options []control.Option
		for i, s := range kind.splits {
			options = append(options, control.Option{Label: say.Say(splitWord(s)), Chosen: s == r.Split || r.Split == "" && i == 0})
		}
		p.splits.SetOptions(options)
		p.bar.Add(container.NewCenter(p.splits))
	}
	if kind.counts || kind.own {
		p.ways.SetOptions(wayOptions(kind, r, say))
		p.bar.Add(container.NewCenter(p.ways))
	}
	p.bar.Add(layout.NewSpacer())
	p.bar.Add(p.more)
	p.bar.Refresh()
}

func wayOptions(k chartKind, r ChartRequest, say words.Language) []control.Option {
	first, second, on := words.WayShare, words.WayCounts, r.Counts
	if k.own {
		first, second, on = words.WaySameScale, words.WayOwnScale, r.Own
	}
	return []control.Option{{Label: say.Say(first), Chosen: !on}, {Label: say.Say(second), Chosen: on}}
}

func splitWord(s ChartSplit) words.Word {
	switch s {
	case ByRegion:
		return words.SplitRegions
	case ByYear:
		return words.SplitYears
	case Together:
		return words.SplitTogether
	}
	return words.SplitUnits
}

func sized(o fyne.CanvasObject, width float32) fyne.CanvasObject {
	room := control.NewGap(0)
	room.Min = fyne.NewSize(width, 30)
	return container.NewStack(room, o)
}

func (p *chartPane) showKinds(current chartKind) {
	say := p.shell.say
	var lines []control.Tick
	for _, k := range chartKinds() {
		lines = append(lines, control.Tick{ID: string(k.id), Label: say.Say(k.name), On: k.id == current.id})
	}
	p.kinds.Ticks.SetLines(lines)
	p.kinds.SetText(say.Say(current.name))
}

// showItems lists what the kind can draw, and names what is drawn.
func (p *chartPane) showItems(k chartKind, r ChartRequest) {
	say := p.shell.say
	var lines []control.Tick
	for _, c := range p.shell.state.choice.chartColumns(k) {
		detail := ""
		if c.Role == data.MetricColumn {
			detail = say.Say(words.TopicMeasures)
		}
		lines = append(lines, control.Tick{ID: c.ID, Label: columnName(c, say), Detail: detail, Search: say.Say(c.Label), On: c.ID == r.Item})
	}
	p.item.Ticks.SetLines(lines)
	column, _ := data.ColumnByID(r.Item)
	p.item.SetText(columnName(column, say))
}

func (p *chartPane) showYears(a *chartAnswer) {
	var lines []control.Tick
	for i := len(a.years) - 1; i >= 0; i-- {
		year := strconv.Itoa(a.years[i])
		lines = append(lines, control.Tick{ID: year, Label: year, On: a.years[i] == a.picture.year})
	}
	p.year.Ticks.SetLines(lines)
	p.year.SetText(strconv.Itoa(a.picture.year))
}

// drill follows a mark to the table.
func (p *chartPane) drill(h chart.Hit) {
	if p.picture.drill == nil {
		return
	}
	if t, ok := p.picture.drill(h); ok {
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
func hiding(m chartModel, hidden chart.Hidden) chartModel {
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
	switch m := p.picture.model.(type) {
	case chart.Trend:
		t.note("trend", "item", p.request.Item, "series", len(m.Series), "years", len(m.Years), "points", knownPoints(m.Series), "seams", len(m.Seams))
	default:
		t.note("chart", "kind", p.request.Kind, "item", p.request.Item, "rows", len(p.picture.model.Twin().Rows))
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
