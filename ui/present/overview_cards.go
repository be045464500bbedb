package present

import (
	"nianbao/data"
	"nianbao/ui/chart"
	"nianbao/ui/words"
)

// Card is one figure of the year, and what it is compared with.
type Card struct {
	Measure Measure
	Drawn   chart.Card
	Same    Tally // of the units with a number in both years
	Before  Tally // the same units the year before
	Missing []MissingUnit
}

// MissingUnit is a unit without a number, and why.
type MissingUnit struct {
	Body   data.Body
	Reason string
}

// Cards returns the cards of the year. A change compares the units that have a number in both
// years.
func (o *Overview) Cards(say words.Language) []Card {
	var list []Card
	for _, m := range Measures(say) {
		list = append(list, o.card(m, say))
	}
	return list
}

func (o *Overview) card(m Measure, say words.Language) Card {
	style, unit := styleOf(m.Column, say)
	now, was := o.Now.having(m), o.was.having(m)
	both := func(b data.Body) bool { return now[b] && was[b] }
	whole, same, before := o.Now.of(m, nil), o.Now.of(m, both), o.was.of(m, both)
	c := Card{Measure: m, Same: same, Before: before, Drawn: chart.Card{
		Key: m.Column.ID, Name: m.Name, Unit: unit, Style: style, Note: m.Definition, Words: ChartWords(say),
		Value: whole.value(m, say), Of: whole.fraction, Before: before.value(m, say),
		Expected: len(o.Units), Reported: whole.counted,
	}}
	if before.counted == 0 {
		c.Drawn.Before = chart.Value{Text: o.noBefore(say)}
	}
	if before.counted > 0 && (same.counted < whole.counted || before.counted < len(was)) {
		c.Drawn.Same, c.Drawn.SameUnits = same.value(m, say), same.counted
	}
	c.Missing = o.unitsWithout(m, now, say)
	names := NewBodyNames(UnitBodies(o.Units), say)
	for _, l := range c.Missing {
		c.Drawn.Missing = append(c.Drawn.Missing, names.Name(l.Body))
	}
	for _, row := range o.yearly.Rows {
		var t Tally
		t.add(o.yearly, row, m)
		for len(c.Drawn.Years) > 0 && c.Drawn.Years[len(c.Drawn.Years)-1] < row.Year-1 {
			c.Drawn.Years = append(c.Drawn.Years, c.Drawn.Years[len(c.Drawn.Years)-1]+1)
			c.Drawn.History = append(c.Drawn.History, chart.Value{Text: say.Say(words.ChartNoReport)})
		}
		v := t.value(m, say)
		v.Apart = o.changed[data.RegionYear{Year: row.Year}]
		c.Drawn.Years, c.Drawn.History = append(c.Drawn.Years, row.Year), append(c.Drawn.History, v)
	}
	c.Drawn.Seams = chartSeams(seamsOf(c.Drawn.Years, o.columnsOf(m)), ChartRequest{Language: say})
	return c
}

func (o *Overview) columnsOf(m Measure) []data.Column {
	var list []data.Column
	for _, id := range m.parts {
		if c, ok := data.ColumnByID(id); ok {
			list = append(list, c)
		}
	}
	return list
}

// noBefore says why there is nothing to compare with.
func (o *Overview) noBefore(say words.Language) string {
	if len(o.was.Rows) == 0 {
		return say.Say(words.CardNoBefore)
	}
	return say.Say(words.CardNoSame)
}

// unitsWithout are the units that have no number for the measure, each with the reason.
func (o *Overview) unitsWithout(m Measure, has map[data.Body]bool, say words.Language) []MissingUnit {
	rows := map[data.Body]data.Row{}
	for _, row := range o.Now.Rows {
		rows[row.Body] = row
	}
	var list []MissingUnit
	for _, u := range o.Units {
		row, reported := rows[u.Body]
		switch {
		case has[u.Body]:
		case !reported:
			list = append(list, MissingUnit{u.Body, say.Say(words.ChartNoReport)})
		default:
			cell := o.Now.cell(row, m.parts[0])
			list = append(list, MissingUnit{u.Body, cellValue(cell, m.Column, say).Text})
		}
	}
	return list
}

// Missing are the units without a report of the year.
func (o *Overview) Missing() []data.UnitFacet {
	has := map[data.Body]bool{}
	for _, row := range o.Now.Rows {
		has[row.Body] = true
	}
	var list []data.UnitFacet
	for _, u := range o.Units {
		if !has[u.Body] {
			list = append(list, u)
		}
	}
	return list
}

// UnitBodies are the bodies of a list of units.
func UnitBodies(units []data.UnitFacet) []data.Body {
	list := make([]data.Body, len(units))
	for i, u := range units {
		list[i] = u.Body
	}
	return list
}
