package ui

import (
	"nianbao/data"
	"nianbao/ui/chart"
	"nianbao/ui/words"
)

// card is one figure of the year with what it is compared with.
type card struct {
	measure measure
	drawn   chart.Card
	same    tally // of the units with a number in both years
	before  tally // the same units the year before
	lacking []lacking
}

// lacking is a unit without a number, and why.
type lacking struct {
	body   data.Body
	reason string
}

// cards are the figures of the year. A change compares the same units: those with a number in
// both years.
func (o *overview) cards(say words.Language) []card {
	var list []card
	for _, m := range measures(say) {
		list = append(list, o.card(m, say))
	}
	return list
}

func (o *overview) card(m measure, say words.Language) card {
	style, unit := styleOf(m.column, say)
	now, was := o.now.having(m), o.was.having(m)
	both := func(b data.Body) bool { return now[b] && was[b] }
	whole, same, before := o.now.of(m, nil), o.now.of(m, both), o.was.of(m, both)
	c := card{measure: m, same: same, before: before, drawn: chart.Card{
		Key: m.column.ID, Name: m.name, Unit: unit, Style: style, Note: m.definition, Words: chartWords(say),
		Value: whole.value(m, say), Of: whole.fraction, Before: before.value(m, say),
		Expected: len(o.units), Reported: whole.counted,
	}}
	if before.counted == 0 {
		c.drawn.Before = chart.Value{Text: o.noBefore(say)}
	}
	if before.counted > 0 && (same.counted < whole.counted || before.counted < len(was)) {
		c.drawn.Same, c.drawn.SameUnits = same.value(m, say), same.counted
	}
	c.lacking = o.lackingOf(m, now, say)
	names := newChartNames(unitBodies(o.units), say)
	for _, l := range c.lacking {
		c.drawn.Missing = append(c.drawn.Missing, names.of(l.body))
	}
	for _, row := range o.course.rows {
		var t tally
		t.add(o.course, row, m)
		for len(c.drawn.Years) > 0 && c.drawn.Years[len(c.drawn.Years)-1] < row.Year-1 {
			c.drawn.Years = append(c.drawn.Years, c.drawn.Years[len(c.drawn.Years)-1]+1)
			c.drawn.Course = append(c.drawn.Course, chart.Value{Text: say.Say(words.ChartNoReport)})
		}
		c.drawn.Years, c.drawn.Course = append(c.drawn.Years, row.Year), append(c.drawn.Course, t.value(m, say))
	}
	c.drawn.Seams = chartSeams(seamsOf(c.drawn.Years, o.columnsOf(m)), ChartRequest{Language: say})
	return c
}

func (o *overview) columnsOf(m measure) []data.Column {
	var list []data.Column
	for _, id := range m.parts {
		if c, ok := data.ColumnByID(id); ok {
			list = append(list, c)
		}
	}
	return list
}

// noBefore says why there is nothing to compare with.
func (o *overview) noBefore(say words.Language) string {
	if len(o.was.rows) == 0 {
		return say.Say(words.CardNoBefore)
	}
	return say.Say(words.CardNoSame)
}

// lackingOf are the units without a number of the measure, and why.
func (o *overview) lackingOf(m measure, has map[data.Body]bool, say words.Language) []lacking {
	rows := map[data.Body]data.Row{}
	for _, row := range o.now.rows {
		rows[row.Body] = row
	}
	var list []lacking
	for _, u := range o.units {
		row, reported := rows[u.Body]
		switch {
		case has[u.Body]:
		case !reported:
			list = append(list, lacking{u.Body, say.Say(words.ChartNoReport)})
		default:
			cell := o.now.cell(row, m.parts[0])
			list = append(list, lacking{u.Body, cellValue(cell, m.column, say).Text})
		}
	}
	return list
}

// missing are the units without a report of the year.
func (o *overview) missing() []data.UnitFacet {
	has := map[data.Body]bool{}
	for _, row := range o.now.rows {
		has[row.Body] = true
	}
	var list []data.UnitFacet
	for _, u := range o.units {
		if !has[u.Body] {
			list = append(list, u)
		}
	}
	return list
}

func unitBodies(units []data.UnitFacet) []data.Body {
	list := make([]data.Body, len(units))
	for i, u := range units {
		list[i] = u.Body
	}
	return list
}
