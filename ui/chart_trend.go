package ui

import (
	"context"
	"strconv"

	"nianbao/data"
	"nianbao/ui/chart"
	"nianbao/ui/words"
)

// trendLines is how many units are drawn as lines: as many as there are colours to tell apart.
const trendLines = 7

// readTrend asks for the request's item over the years, for units or regions.
func readTrend(ctx context.Context, store *data.Store, r ChartRequest, most int) (*data.Trend, error) {
	q := r.Query
	if r.Split == ByRegion {
		q.Rows = data.RegionRows
	}
	return store.Trend(ctx, q, r.Item, most)
}

// trendPicture draws a line a unit or region.
func trendPicture(ctx context.Context, store *data.Store, r ChartRequest) (picture, error) {
	t, err := readTrend(ctx, store, r, trendLines)
	if err != nil {
		return picture{}, err
	}
	if r.Split == Together {
		t.Series, t.Omitted = []data.Series{t.Total}, 0
	}
	p := picture{model: trendModel(t, r), drill: overYears(t, r.Split)}
	if t.Omitted > 0 {
		p.note = r.Language.Say(words.TrendOmitted, len(t.Series), t.Omitted)
	}
	return p, nil
}

// trendModel turns the answer into what is drawn.
func trendModel(t *data.Trend, r ChartRequest) chart.Trend {
	say := r.Language
	style, unit := styleOf(t.Column, say)
	return chart.Trend{
		Title: itemName(t.Column, say), Subtitle: subtitle(t, r), Unit: unit, Style: style,
		Years: t.Years, Series: trendSeries(t, r.Split, say), Seams: chartSeams(t.Seams, r), Words: chartWords(say),
	}
}

func trendSeries(t *data.Trend, split ChartSplit, say words.Language) []chart.Series {
	var bodies []data.Body
	for _, s := range t.Series {
		bodies = append(bodies, s.Body)
	}
	names := newChartNames(bodies, say)
	var list []chart.Series
	for _, s := range t.Series {
		line := chart.Series{Key: bodyID(s.Body), Name: names.of(s.Body)}
		if split == Together {
			line.Name = say.Say(words.TotalRow)
		}
		for i, at := range s.Points {
			v := pointValue(at, t.Column, say)
			v.Note = pointNote(s, i, t, say)
			line.Values = append(line.Values, v)
		}
		list = append(list, line)
	}
	return list
}

// pointValue is a number, or why there is none.
func pointValue(at data.Point, c data.Column, say words.Language) chart.Value {
	if !at.HasReport {
		return chart.Value{Text: say.Say(words.ChartNoReport)}
	}
	return cellValue(at.Cell, c, say)
}

// pointNote says the change against the year before, unless the form changed its meaning, and
// of a region how many reports are summed up.
func pointNote(s data.Series, i int, t *data.Trend, say words.Language) string {
	note := ""
	if i > 0 && !parted(t.Seams, t.Years[i-1]) {
		style, unit := styleOf(t.Column, say)
		step := chart.Change{From: pointValue(s.Points[i-1], t.Column, say), To: pointValue(s.Points[i], t.Column, say), Percent: style.Percent}
		if text := step.Say(unit, say); text != "" {
			note = say.Say(words.ChartAgainstBefore, text)
		}
	}
	if s.Body.Unit == "" && s.Points[i].HasReport {
		note = joined(note, say.Say(words.ChartSummedUp, s.Points[i].Counted))
	}
	return note
}

// parted tells whether the form changed a figure's meaning after a year.
func parted(seams []data.Seam, year int) bool {
	for _, s := range seams {
		if s.Before == year && !s.Comparable {
			return true
		}
	}
	return false
}

// joined puts a further line below a note.
func joined(note, more string) string {
	if note == "" || more == "" {
		return note + more
	}
	return note + "\n" + more
}

// trendTitle names the item, and for a table of units whose it is.
func trendTitle(t *data.Trend, r ChartRequest) string {
	if r.Brief {
		return r.Language.Say(words.ChartOfEach, itemName(t.Column, r.Language))
	}
	return itemName(t.Column, r.Language)
}

func subtitle(t *data.Trend, r ChartRequest) string {
	text, say := yearSpan(t.Years), r.Language
	if r.Brief {
		return text
	}
	if t.Column.Role == data.MetricColumn && text != "" {
		text += " · " + say.Say(words.TrendDefinition, definition(t.Column, say))
	}
	return text
}

func definition(c data.Column, say words.Language) string {
	if say == words.English {
		return c.Metric.Defined
	}
	return c.Metric.Definition
}

// itemName names a column by itself: under its heading where the title alone says too little.
func itemName(c data.Column, say words.Language) string {
	title, heading := sayWords(say, c.Title), sayWords(say, c.Heading)
	if c.Role == data.FigureColumn && !c.IsGroup && heading != "" && heading != title {
		return heading + " · " + title
	}
	return title
}

// overYears leads from a mark of a unit and year to its report.
func overYears(t *data.Trend, split ChartSplit) func(chart.Hit) (target, bool) {
	return func(h chart.Hit) (target, bool) {
		year := 0
		if h.Index >= 0 && h.Index < len(t.Years) {
			year = t.Years[h.Index]
		}
		p := target{year: year}
		if split != Together {
			p = targetOf(h.Key, year)
		}
		p.show(t.Column)
		return p, true
	}
}

// heatPicture draws shades of a unit and year.
func heatPicture(ctx context.Context, store *data.Store, r ChartRequest) (picture, error) {
	t, err := readTrend(ctx, store, r, chartLines)
	if err != nil {
		return picture{}, err
	}
	say := r.Language
	style, unit := styleOf(t.Column, say)
	h := chart.Heat{
		Title: trendTitle(t, r), Subtitle: subtitle(t, r), Unit: unit, Style: style,
		Head: headOf(r.Split, say), Rows: trendSeries(t, r.Split, say), Words: chartWords(say),
	}
	for _, year := range t.Years {
		h.Columns = append(h.Columns, chart.Category{Name: strconv.Itoa(year)})
	}
	h.Seams = rowSeams(t.Years, []data.Column{t.Column}, r)
	return picture{model: h, drill: overYears(t, r.Split)}, nil
}

// multiplesPicture draws a small chart a unit.
func multiplesPicture(ctx context.Context, store *data.Store, r ChartRequest) (picture, error) {
	t, err := readTrend(ctx, store, r, chartLines)
	if err != nil {
		return picture{}, err
	}
	say := r.Language
	style, unit := styleOf(t.Column, say)
	return picture{drill: overYears(t, r.Split), model: chart.Multiples{
		Title: itemName(t.Column, say), Subtitle: subtitle(t, r), Unit: unit, Style: style, Own: r.Own,
		Head: headOf(r.Split, say), Years: t.Years, Series: trendSeries(t, r.Split, say), Seams: chartSeams(t.Seams, r), Words: chartWords(say),
	}}, nil
}

// headOf names what the rows of a chart are.
func headOf(split ChartSplit, say words.Language) string {
	switch split {
	case ByRegion:
		return say.Say(words.ColumnRegion)
	case ByYear:
		return say.Say(words.ColumnYear)
	}
	return say.Say(words.ColumnUnit)
}
