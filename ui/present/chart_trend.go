package present

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"nianbao/data"
	"nianbao/ui/chart"
	"nianbao/ui/words"
)

// trendLines is how many units are drawn as lines: as many as there are distinguishable
// colours.
const trendLines = 7

// itemTrend is a column over the years, with what is needed for its name and for clicks on its
// marks.
type itemTrend struct {
	*data.Trend
	request ChartRequest
	names   BodyNames
	files   map[int64]string
}

// readItemTrend reads the request's column over the years, for units, for regions or for all
// together.
func readItemTrend(ctx context.Context, store *data.Store, r ChartRequest, most int) (*itemTrend, error) {
	q := r.Query
	if r.Split == ByRegion {
		q.Rows = data.RegionRows
	}
	c := &itemTrend{request: r}
	column, _ := data.ColumnByID(r.Item)
	limit := most
	if column.IsRate() {
		limit = chartLines // the largest rates are those with the fewest cases, so all are read
	}
	var err error
	if c.Trend, err = store.Trend(ctx, q, r.Item, limit); err != nil {
		return nil, err
	}
	switch {
	case r.Split == Together:
		c.Series, c.Omitted = []data.Series{c.Total}, 0
	case column.IsRate():
		c.keepMostCases(most)
	}
	var bodies []data.Body
	for _, s := range c.Series {
		bodies = append(bodies, s.Body)
	}
	c.names = NewBodyNames(bodies, r.Language)
	if r.Split == ByRegion {
		c.names.nameless, err = nameless(ctx, store, q)
	} else if r.Split != Together {
		c.files, err = store.Files(ctx, q)
	}
	return c, err
}

// keepMostCases orders the lines of a rate by their cases and keeps the first.
func (c *itemTrend) keepMostCases(most int) {
	cases := func(s data.Series) (sum float64) {
		for _, p := range s.Points {
			sum += fractionOf(p.Cell).Whole
		}
		return sum
	}
	slices.SortStableFunc(c.Series, func(a, b data.Series) int { return cmp.Compare(cases(b), cases(a)) })
	if len(c.Series) > most {
		c.Omitted += len(c.Series) - most
		c.Series = c.Series[:most]
	}
}

// nameless is the name of the only body without a region, "" if there are none or several.
func nameless(ctx context.Context, store *data.Store, q data.Query) (string, error) {
	facets, err := store.Facets(ctx, q, data.UnitList)
	if err != nil {
		return "", err
	}
	name := ""
	for _, u := range facets.ChosenUnits(q) {
		if u.Region != "" {
			continue
		}
		if name != "" {
			return "", nil
		}
		name = u.Unit
	}
	return name, nil
}

// trendPicture draws a line for each unit or region.
func trendPicture(ctx context.Context, store *data.Store, r ChartRequest) (Picture, error) {
	c, err := readItemTrend(ctx, store, r, trendLines)
	if err != nil {
		return Picture{}, err
	}
	p := Picture{Model: c.trend(), DrillDown: c.drillDown}
	switch {
	case c.Omitted > 0 && c.Column.IsRate():
		p.Note = r.Language.Say(words.TrendOmittedCases, len(c.Series), c.Omitted)
	case c.Omitted > 0:
		p.Note = r.Language.Say(words.TrendOmitted, len(c.Series), c.Omitted)
	case c.hasFewCases():
		p.Note = r.Language.Say(words.ChartFewCases, chart.SmallSample)
	case c.hasOtherBodies():
		p.Note = r.Language.Say(words.ChartDashed)
	}
	return p, nil
}

// hasOtherBodies reports whether any line is a sum of other bodies in some year.
func (c *itemTrend) hasOtherBodies() bool {
	return slices.ContainsFunc(c.Series, func(s data.Series) bool {
		return slices.ContainsFunc(s.Points, func(p data.Point) bool { return p.Changed })
	})
}

// hasFewCases reports whether any rate is based on too few cases.
func (c *itemTrend) hasFewCases() bool {
	return slices.ContainsFunc(c.Series, func(s data.Series) bool {
		return slices.ContainsFunc(s.Points, func(p data.Point) bool { return p.Rate != nil && fractionOf(p.Cell).Small() })
	})
}

// trend draws the column over the years as lines.
func (c *itemTrend) trend() chart.Trend {
	say := c.request.Language
	style, unit := styleOf(c.Column, say)
	return chart.Trend{
		Title: ColumnName(c.Column, say), Subtitle: c.subtitle(), Unit: unit, Style: style,
		Years: c.Years, Series: c.series(), Seams: chartSeams(c.Seams, c.request), Words: ChartWords(say),
	}
}

func (c *itemTrend) series() []chart.Series {
	say := c.request.Language
	var list []chart.Series
	for _, s := range c.Series {
		line := chart.Series{Key: BodyID(s.Body), Name: c.names.Name(s.Body)}
		if c.request.Split == Together {
			line.Name = say.Say(words.TotalRow)
		}
		for i := range s.Points {
			v := c.value(s.Points[i])
			v.Note, v.Apart = c.pointNote(s, i), s.Points[i].Changed
			line.Values = append(line.Values, v)
		}
		list = append(list, line)
	}
	return list
}

// value is a number, or the reason why there is none.
func (c *itemTrend) value(at data.Point) chart.Value {
	if !at.HasReport {
		return chart.Value{Text: c.request.Language.Say(words.ChartNoReport)}
	}
	return cellValue(at.Cell, c.Column, c.request.Language)
}

// pointNote says how the number changed since the year before, unless the form changed its meaning.
// It adds how many reports a sum covers, or the file that a report came from.
func (c *itemTrend) pointNote(s data.Series, i int) string {
	say, note := c.request.Language, ""
	switch {
	case s.Points[i].Changed:
		note = say.Say(words.ChartOtherBodies)
	case i > 0 && !c.meaningChanges(c.Years[i-1]):
		style, unit := styleOf(c.Column, say)
		step := chart.Change{From: c.value(s.Points[i-1]), To: c.value(s.Points[i]), Percent: style.Percent}
		if text := step.Say(unit, say); text != "" {
			note = say.Say(words.ChartAgainstBefore, text)
		}
	}
	if s.Body.Unit == "" && s.Points[i].HasReport {
		return joinedWith("\n", note, say.Say(words.ChartSummedUp, s.Points[i].Counted))
	}
	return joinedWith("\n", note, sourceOf(c.files, s.Points[i].ReportID, say))
}

// meaningChanges reports whether the form changed the item's meaning after a year.
func (c *itemTrend) meaningChanges(year int) bool {
	return slices.ContainsFunc(c.Seams, func(s data.Seam) bool { return s.Before == year && !s.Comparable })
}

func (c *itemTrend) subtitle() string {
	text := yearSpan(c.Years)
	if text != "" && !c.request.Brief {
		text += definedAs(c.Column, c.request.Language)
	}
	return text
}

// drillDown leads from a mark of a unit and year to its report.
func (c *itemTrend) drillDown(h chart.Hit) (Target, bool) {
	year := 0
	if h.Index >= 0 && h.Index < len(c.Years) {
		year = c.Years[h.Index]
	}
	t := Target{Year: year}
	if c.request.Split != Together {
		t = targetOf(h.Key, year)
	}
	t.Show(c.Column)
	return t, true
}

// heatPicture draws units over years as shades.
func heatPicture(ctx context.Context, store *data.Store, r ChartRequest) (Picture, error) {
	c, err := readItemTrend(ctx, store, r, chartLines)
	if err != nil {
		return Picture{}, err
	}
	say := r.Language
	style, unit := styleOf(c.Column, say)
	h := chart.Heat{
		Title: ColumnName(c.Column, say), Subtitle: c.subtitle(), Unit: unit, Style: style,
		Head: headOf(r.Split, say), Rows: c.series(), Words: ChartWords(say),
	}
	if r.Brief {
		h.Title = say.Say(words.ChartOfEach, h.Title)
	}
	for _, year := range c.Years {
		h.Columns = append(h.Columns, chart.Category{Name: strconv.Itoa(year)})
	}
	h.Seams = rowSeams(c.Years, []data.Column{c.Column}, r)
	return Picture{Model: h, DrillDown: c.drillDown}, nil
}

// multiplesPicture draws a small chart for each unit.
func multiplesPicture(ctx context.Context, store *data.Store, r ChartRequest) (Picture, error) {
	c, err := readItemTrend(ctx, store, r, chartLines)
	if err != nil {
		return Picture{}, err
	}
	say := r.Language
	style, unit := styleOf(c.Column, say)
	return Picture{DrillDown: c.drillDown, Model: chart.Multiples{
		Title: ColumnName(c.Column, say), Subtitle: c.subtitle(), Unit: unit, Style: style, OwnScales: r.OwnScales,
		Head: headOf(r.Split, say), Years: c.Years, Series: c.series(), Seams: chartSeams(c.Seams, r), Words: ChartWords(say),
	}}, nil
}
