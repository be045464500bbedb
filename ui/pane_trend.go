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

// trendPane draws one item of the view over the years, a line a unit.
type trendPane struct {
	shell *shell
	box   fyne.CanvasObject
	item  *control.Dropdown
	view  *chart.View
	more  *control.Text // how many units are left out
	note  *control.Text // what the seam means
	lane  *lane

	trend *data.Trend
	drawn chart.Trend
}

// trendLines is how many units are drawn: as many as there are colours to tell apart.
const trendLines = 7

func newTrendPane(s *shell) *trendPane {
	p := &trendPane{shell: s, lane: newLane(s.tasks)}
	ticks := control.NewTicks(s.say.Say(words.TrendItemHint), s.say.Say(words.FilterNothing), control.One)
	p.item = control.NewDropdown(ticks, fyne.NewSize(420, 400), false)
	p.item.OnPick = func(id string) { s.state.change(func(c *Choice) { c.Item = id }) }
	p.drawn = chart.Trend{Words: chartWords(s.say)}
	p.view = chart.NewView(p.drawn.Draw, look.Current)
	caption := control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText}
	p.note = control.NewText("", caption)
	caption.Align, caption.Fixed = fyne.TextAlignTrailing, true
	p.more = control.NewText("", caption)
	width := control.NewGap(0)
	width.Min = fyne.NewSize(340, 30)
	bar := container.New(layout.NewCustomPaddedHBoxLayout(8),
		control.NewText(s.say.Say(words.FilterItem), control.TextStyle{Color: look.Muted, Fixed: true}),
		container.NewStack(width, p.item), layout.NewSpacer(), p.more)
	foot := control.NewDock(control.NewRule(look.Border), nil, nil, nil, pad(p.note, 12, 5))
	chartArea := container.NewStack(control.NewGround(look.Surface), pad(p.view, 10, 6))
	p.box = control.NewDock(control.NewDock(nil, control.NewRule(look.Border), nil, nil, pad(bar, 12, 6)), foot, nil, nil, chartArea)
	return p
}

func chartWords(say words.Language) chart.Words { return chart.Words{Language: say} }

func (p *trendPane) content() fyne.CanvasObject { return p.box }

// focus leaves the keys alone: a frame around the chart would say nothing yet.
func (p *trendPane) focus() { p.shell.window.Canvas().Unfocus() }

func (p *trendPane) summary() string {
	if p.trend == nil {
		return ""
	}
	return p.shell.say.Say(words.TrendStatus, len(p.trend.Series), len(p.trend.Years))
}

func (p *trendPane) load() {
	p.showItems()
	choice := p.shell.state.choice
	column, ok := choice.column()
	if !ok {
		return
	}
	ask(p.lane, func(ctx context.Context) (*data.Trend, error) {
		return p.shell.store.Trend(ctx, choice.Query, column.ID, trendLines)
	}, func(t *data.Trend, err error) {
		if err != nil {
			p.shell.fail(err)
			return
		}
		t.Column = column // named as the view names it
		p.show(t)
	})
}

// showItems lists what the view can draw, and names what is drawn.
func (p *trendPane) showItems() {
	say, choice := p.shell.say, p.shell.state.choice
	current, _ := choice.column()
	var lines []control.Tick
	for _, c := range choice.Query.Columns() {
		lines = append(lines, control.Tick{ID: c.ID, Label: itemName(c, say), Detail: groupName(c, say), Search: sayWords(say, c.Label), On: c.ID == current.ID})
	}
	p.item.Ticks.SetLines(lines)
	p.item.SetText(itemName(current, say))
}

// itemName names a column by itself: under its heading where the title alone says too little.
func itemName(c data.Column, say words.Language) string {
	title, heading := sayWords(say, c.Title), sayWords(say, c.Heading)
	if c.Role == data.FigureColumn && !c.IsGroup && heading != "" && heading != title {
		return heading + " · " + title
	}
	return title
}

func groupName(c data.Column, say words.Language) string {
	if c.Role == data.MetricColumn {
		return say.Say(words.TopicMeasures)
	}
	return ""
}

func (p *trendPane) show(t *data.Trend) {
	p.trend = t
	p.drawn = p.chart(t)
	p.view.SetChart(p.drawn.Draw)
	say := p.shell.say
	p.more.SetText("")
	if t.Omitted > 0 {
		p.more.SetText(say.Say(words.TrendOmitted, len(t.Series), t.Omitted))
	}
	p.note.SetText(p.seamNote(t))
	points := 0
	for _, s := range t.Series {
		for _, at := range s.Points {
			if at.HasReport {
				points++
			}
		}
	}
	p.shell.status.show()
	p.shell.trace.note("trend", "item", t.Column.ID, "series", len(t.Series), "years", len(t.Years), "points", points, "seams", len(t.Seams))
}

func (p *trendPane) seamNote(t *data.Trend) string {
	for _, s := range t.Seams {
		return p.shell.say.Say(seamWord(s), s.After)
	}
	if len(t.Years) == 1 {
		return p.shell.say.Say(words.ChartOneYear)
	}
	return ""
}

func seamWord(s data.Seam) words.Word {
	if s.Comparable {
		return words.SeamSame
	}
	return words.SeamBroken
}

// chart turns the answer into what is drawn.
func (p *trendPane) chart(t *data.Trend) chart.Trend {
	say := p.shell.say
	drawn := chart.Trend{
		Title: itemName(t.Column, say), Subtitle: p.subtitle(t), Unit: unitName(t.Column.Unit, say),
		Style: chart.NumberStyle{}, Years: t.Years, Words: chartWords(say),
	}
	if t.Column.Unit == "%" {
		drawn.Style, drawn.Unit = chart.NumberStyle{Decimals: 1, Percent: true}, ""
	}
	for _, s := range t.Series {
		drawn.Series = append(drawn.Series, p.series(s, t))
	}
	for _, s := range t.Seams {
		drawn.Seams = append(drawn.Seams, chart.Seam{After: s.Before, Label: say.Say(words.ChartSeam), Note: say.Say(seamWord(s), s.After), Broken: !s.Comparable})
	}
	return drawn
}

func (p *trendPane) subtitle(t *data.Trend) string {
	if len(t.Years) == 0 {
		return ""
	}
	from, to := strconv.Itoa(t.Years[0]), strconv.Itoa(t.Years[len(t.Years)-1])
	text := from + "–" + to
	if from == to {
		text = from
	}
	if t.Column.Role == data.MetricColumn {
		text += " · " + p.shell.say.Say(words.TrendDefinition, definition(t.Column, p.shell.say))
	}
	return text
}

func definition(c data.Column, say words.Language) string {
	if say == words.English {
		return c.Metric.Defined
	}
	return c.Metric.Definition
}

func (p *trendPane) series(s data.Series, t *data.Trend) chart.Series {
	line := chart.Series{Key: bodyID(s.Body), Name: s.Body.Unit}
	for _, other := range t.Series {
		if other.Body != s.Body && other.Body.Unit == s.Body.Unit {
			line.Name = s.Body.String()
		}
	}
	for _, at := range s.Points {
		line.Values = append(line.Values, p.value(at, t.Column))
	}
	return line
}

// value is a point as the chart draws it: what holds no number is a gap with its reason.
func (p *trendPane) value(at data.Point, c data.Column) chart.Value {
	say := p.shell.say
	switch {
	case !at.HasReport:
		return chart.Value{Text: say.Say(words.ChartNoReport)}
	case at.Rate != nil:
		return rateValue(at.Cell, c, say)
	case at.Status.HasValue():
		return chart.Known(at.Value.Float())
	case at.Status == data.Missing:
		return chart.Value{Text: say.Say(words.ChartNotAsked)}
	}
	return chart.Value{Text: figureText(at.Cell, say)}
}

// rateValue is a rate; without a denominator it is a gap.
func rateValue(c data.Cell, column data.Column, say words.Language) chart.Value {
	v := chart.Value{Text: cellText(c, column, say)}
	v.Number, v.Known = c.Rate.Share()
	return v
}
