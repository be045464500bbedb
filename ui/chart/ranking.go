package chart

import (
	"math"
	"strconv"

	"nianbao/ui/words"
)

// Ranking lists units by a rate, the highest first, each with its cases and the 95 % Wilson
// interval. If Counts is set, it lists them by Count. Rates of fewer than SmallSample cases come
// below without a rank, and entries without a figure last.
type Ranking struct {
	Title, Subtitle, Note string
	Unit                  string // of the counts
	Style                 NumberStyle
	Head                  string // what the entries are, for the table
	Counts                bool
	Entries               []Entry
	Words                 Words
}

// rankingDrawing is a Ranking being laid out.
type rankingDrawing struct {
	*drawing
	Ranking
	all    []ranked
	placed int
	small  int
	x      scale
	room   float64 // width of the names
	values float64 // where the values are written
}

// Draw lays the chart out; of thousands of units only the visible rows are drawn.
func (k Ranking) Draw(f Frame) List {
	d := rankingDrawing{drawing: f.start(k.Title, k.Subtitle, k.Words), Ranking: k}
	d.all, d.placed, d.small = rankEntries(k.Entries, k.Counts)
	if d.placed+d.small == 0 {
		return d.nothing()
	}
	d.foot(d.footnote())
	if !d.Counts {
		d.under = 16
		d.plot.bottom -= d.under
	}
	d.list.Walk = WalkThrough
	d.plot.left += 34
	d.room = d.names(len(d.all), func(i int) string { return d.all[i].Name })
	d.valueColumn()
	d.axis()
	r := d.rows(d.lines(), 20, 30)
	d.acrossRules(d.x)
	pooled := d.pooledLine()
	r.each(func(i int, y float64) { d.line(i, y, r.pitch) })
	d.pooledLabel(pooled)
	return d.finish()
}

// footnote explains the marks; rates need more words than counts.
func (d *rankingDrawing) footnote() string {
	if d.Counts {
		return d.Note
	}
	return joinNotes(d.Words.say(words.ChartIntervalNote, SmallSample), d.Note)
}

// valueColumn makes room on the right for the values in words.
func (d *rankingDrawing) valueColumn() {
	room := 0.0
	for _, text := range d.widestValues() {
		room = max(room, d.Measure(text, noteSize, false))
	}
	d.values = d.plot.right
	d.plot.right -= room + 14
}

// widestValues returns a few texts that are as long as any: writing the values of
// thousands of units would take longer than everything else.
func (d *rankingDrawing) widestValues() []string {
	var most Fraction
	var count Value
	reason := Entry{}
	for _, e := range d.all {
		most.Whole = max(most.Whole, e.Whole)
		switch {
		case e.tier == 2 && len(e.Count.Text) >= len(reason.Count.Text):
			reason = *e.Entry
		case e.Count.Known && (!count.Known || math.Abs(e.Count.Number) > math.Abs(count.Number) || len(e.Count.Text) > len(count.Text)):
			count = e.Count
		}
	}
	texts := []string{d.value(reason)}
	if d.Counts {
		return append(texts, d.Words.value(count, d.Style, d.Unit))
	}
	return append(texts, d.Words.fraction(Fraction{most.Whole, most.Whole}))
}

func (d *rankingDrawing) value(e Entry) string {
	switch {
	case d.Counts:
		return d.Words.value(e.Count, d.Style, d.Unit)
	case e.Whole > 0:
		return d.Words.fraction(e.Fraction)
	case e.Count.Text != "":
		return e.Count.Text
	default:
		return d.Words.say(words.ChartNoCases)
	}
}

// axis covers the intervals of rates; an axis of counts begins at 0.
func (d *rankingDrawing) axis() {
	lo, hi := math.Inf(1), 0.0
	for _, e := range d.all {
		if d.Counts {
			lo, hi = 0, max(hi, e.Count.Number)
		} else if from, to, ok := Wilson(e.Fraction); ok {
			lo, hi = min(lo, from), max(hi, to)
		}
	}
	if d.Counts {
		d.x = d.across(newScale(lo, hi, d.ticksAcross(), d.Style.Decimals == 0), d.Style)
		return
	}
	s := newSpan(lo, hi, d.ticksAcross(), false)
	s.lo, s.hi = max(0, s.lo), min(1, max(s.hi, s.lo+s.step))
	d.x = d.across(s, NumberStyle{Percent: true})
}

// lines is the number of rows, including the one above the small samples.
func (d *rankingDrawing) lines() int {
	if d.small > 0 {
		return len(d.all) + 1
	}
	return len(d.all)
}

// line draws row i: an entry, or the words above the small samples.
func (d *rankingDrawing) line(i int, y, pitch float64) {
	if d.small > 0 && i == d.placed {
		text := d.Words.say(words.ChartSmallBand, d.small, SmallSample)
		d.list.add(Rect{X: 12, Y: math.Round(y - 8), W: d.Measure(text, noteSize, false) + 6, H: 16, Fill: d.Palette.Surface})
		d.note(12, y+4, Start, text)
		from := 20 + d.Measure(text, noteSize, false)
		d.rule(from, math.Round(y), d.values, math.Round(y), d.Palette.Border)
		return
	}
	if d.small > 0 && i > d.placed {
		i--
	}
	d.entry(d.all[i], y, pitch)
}

// entry draws rank, name, mark and value of one unit.
func (d *rankingDrawing) entry(e ranked, y, pitch float64) {
	focused := e.ID() == d.Focus
	if focused {
		d.spotlight(y, pitch)
	}
	d.list.add(Text{X: 38, Y: y + 4, Size: textSize, Anchor: End, Color: d.Palette.Muted, Text: e.place()})
	d.rowName(e.Name, y, d.room, focused)
	at := d.plot.left
	switch {
	case d.Counts && e.Count.Known:
		at = d.x.at(e.Count.Number)
		height := math.Floor(min(14, pitch-6))
		d.list.add(Rect{X: d.x.at(0), Y: math.Round(y - height/2), W: at - d.x.at(0), H: height, Fill: d.Palette.Series[0]})
	case !d.Counts && e.Whole > 0:
		at = d.interval(e, y)
	}
	ink := d.Palette.Ink
	if e.rank == 0 {
		ink = d.Palette.Muted
	}
	d.list.add(Text{X: d.values, Y: y + 4, Size: noteSize, Anchor: End, Color: ink, Text: d.value(*e.Entry)})
	d.rowHit(Hit{Key: e.ID(), Index: e.index, Tip: d.tip(e)}, at, y, pitch)
}

// interval draws a rate as a dot on its interval, hollow for few cases.
func (d *rankingDrawing) interval(e ranked, y float64) float64 {
	rate, _ := e.Rate()
	lo, hi, _ := Wilson(e.Fraction)
	c := d.Palette.Series[0]
	dot := Dot{X: d.x.at(rate), Y: y, R: 4, Fill: c}
	if e.rank == 0 {
		c = d.Palette.Faint
		dot = Dot{X: dot.X, Y: y, R: 3.5, Fill: d.Palette.Surface, Stroke: d.Palette.Muted, Width: 1.5}
	}
	d.list.add(Line{X1: d.x.at(lo), Y1: y, X2: d.x.at(hi), Y2: y, Width: 2, Color: blend(c, d.Palette.Surface, 0.5)}, dot)
	return dot.X
}

// ID identifies the entry within its chart.
func (e Entry) ID() string { return Category{Key: e.Key, Name: e.Name}.ID() }

// place writes the rank, with a sign if entries are tied: “2=”.
func (e ranked) place() string {
	switch {
	case e.rank == 0:
		return "–"
	case e.tied:
		return strconv.Itoa(e.rank) + "="
	default:
		return strconv.Itoa(e.rank)
	}
}
