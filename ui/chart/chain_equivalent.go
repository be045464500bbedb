package chart

import (
	"strconv"

	"nianbao/ui/words"
)

func (d *chainDrawing) tip(k, i int) Tip {
	r := d.Rows[k]
	in, out := (Series{Values: r.In}).value(i), (Series{Values: r.Out}).value(i)
	t := Tip{Title: r.Name, Note: joinNotes(in.Note, out.Note)}
	row := func(year int, name words.Word, v Value) {
		t.Rows = append(t.Rows, TipRow{Name: strconv.Itoa(year) + " " + d.Words.say(name), Value: d.Words.value(v, NumberStyle{}, d.Unit)})
	}
	if i > 0 {
		row(d.Years[i-1], words.ChartOut, (Series{Values: r.Out}).value(i-1))
	}
	row(d.Years[i], words.ChartIn, in)
	if i > 0 {
		t.Rows = append(t.Rows, TipRow{Name: d.Words.say(words.ChartLink), Value: d.linkText(k, i), Strong: true})
	}
	row(d.Years[i], words.ChartOut, out)
	return t
}

// linkText describes the link between year i and the one before.
func (c Chain) linkText(row, i int) string {
	switch kind, gap := c.link(row, i); kind {
	case holds:
		return c.Words.say(words.ChartLinkHolds)
	case broken:
		return c.Words.say(words.ChartLinkBroken, withUnit(whole(gap), c.Unit))
	default:
		return c.Words.say(words.ChartLinkUnknown)
	}
}

// TextEquivalent counts the links that hold, are broken and cannot be judged; the table has a row
// for each unit, with in, out and gap of each year.
func (c Chain) TextEquivalent() TextEquivalent {
	t := TextEquivalent{Title: c.Title, Head: c.Head, words: c.Words}
	for i, year := range c.Years {
		name := strconv.Itoa(year) + " "
		if i > 0 {
			t.Columns = append(t.Columns, TextColumn{Name: name + c.Words.say(words.ChartLink), Unit: c.Unit})
		}
		t.Columns = append(t.Columns, TextColumn{Name: name + c.Words.say(words.ChartIn), Unit: c.Unit}, TextColumn{Name: name + c.Words.say(words.ChartOut), Unit: c.Unit})
	}
	var counts [3]int
	for k, r := range c.Rows {
		row := TextRow{Name: r.Name}
		for i := range c.Years {
			if i > 0 {
				kind, gap := c.link(k, i)
				counts[kind]++
				row.Cells = append(row.Cells, Value{Number: gap, Known: kind != unknown, Text: c.linkText(k, i)})
			}
			row.Cells = append(row.Cells, (Series{Values: r.In}).value(i), (Series{Values: r.Out}).value(i))
		}
		t.Rows = append(t.Rows, row)
	}
	t.Sentence = c.Words.empty()
	if c.drawable() {
		t.Sentence = c.Words.say(words.ChartChainSentence, counts[holds]+counts[broken]+counts[unknown], counts[holds], counts[broken], counts[unknown])
	}
	return t
}

// Sheet draws the gap of each link as a bar.
func (c Chain) Sheet() Sheet {
	s := Sheet{Drawing: SheetBars, Subtitle: c.Subtitle, Note: c.Words.say(words.SheetChain), Numbers: c.TextEquivalent()}
	for i := range s.Numbers.Columns {
		if i%3 == 2 { // in and out of a year come before its link
			s.Drawn = append(s.Drawn, i)
		}
	}
	return s
}

// Without returns the chart itself, which has no legend of series.
func (c Chain) Without(Hidden) Model { return c }
