package chart

import (
	"cmp"
	"math"
	"slices"

	"nianbao/ui/words"
)

// Waterfall leads from one year's total to the next year's by the changes of units.
type Waterfall struct {
	Title, Subtitle, Note string
	Unit                  string
	Style                 NumberStyle
	Head                  string // what the entries are, for the table
	Before, After         string // the two years
	Entries               []Mover
	Most                  int    // number of units shown by name, 0 for 12; the others are one step
	Missing               string // why one of the years has no total, so that nothing is drawn
	Words                 Words
}

// Mover is one unit with its numbers in both years.
type Mover struct {
	Key, Name string
	From, To  Value
}

// step is one bar of a waterfall: it begins where the last one ended.
type step struct {
	key, name  string
	start, end float64
	total      bool // a total of a year
	coverage   bool // units with a number in only one of the years, which is not a change of theirs
	from, to   Value
}

// steps are the totals and the changes between them. A unit with a number in only one of
// the years did not change; such units are separate steps, so that the sum is still
// right.
func (w Waterfall) steps() []step {
	both, onlyBefore, onlyAfter := w.divided()
	before, after := both.before+onlyBefore.before, both.after+onlyAfter.after
	var movers []Mover
	for _, m := range w.Entries {
		if m.From.Known && m.To.Known {
			movers = append(movers, m)
		}
	}
	steps := []step{{name: w.Words.say(words.ChartTotalOf, w.Before), end: before, total: true}}
	at := before
	add := func(s step, difference float64) {
		s.start, s.end = at, at+difference
		at += difference
		steps = append(steps, s)
	}
	named, rest := w.named(movers)
	for _, m := range named {
		add(step{key: Category{Key: m.Key, Name: m.Name}.ID(), name: m.Name, from: m.From, to: m.To}, m.difference())
	}
	if len(rest) > 0 {
		sum := 0.0
		for _, m := range rest {
			sum += m.difference()
		}
		add(step{name: w.Words.say(words.ChartOthers, len(rest))}, sum)
	}
	if onlyAfter.units > 0 {
		add(step{name: w.Words.say(words.ChartOnlyAfter, w.Before, onlyAfter.units), coverage: true}, onlyAfter.after)
	}
	if onlyBefore.units > 0 {
		add(step{name: w.Words.say(words.ChartOnlyAfter, w.After, onlyBefore.units), coverage: true}, -onlyBefore.before)
	}
	return append(steps, step{name: w.Words.say(words.ChartTotalOf, w.After), end: after, total: true})
}

func (m Mover) difference() float64 { return m.To.Number - m.From.Number }

// named are the units that moved most, the largest rise first, and rest the others.
func (w Waterfall) named(movers []Mover) (named, rest []Mover) {
	most := w.Most
	if most <= 0 {
		most = 12
	}
	movers = slices.Clone(movers)
	slices.SortStableFunc(movers, func(a, b Mover) int { return cmp.Compare(math.Abs(b.difference()), math.Abs(a.difference())) })
	cut := min(most, len(movers))
	for cut > 0 && movers[cut-1].difference() == 0 {
		cut--
	}
	named, rest = movers[:cut], movers[cut:]
	slices.SortStableFunc(named, func(a, b Mover) int { return cmp.Compare(b.difference(), a.difference()) })
	return named, rest
}

// HasTotals reports whether both years have a total: without any number it is unknown,
// not 0.
func (w Waterfall) HasTotals() bool {
	return slices.ContainsFunc(w.Entries, func(m Mover) bool { return m.From.Known }) &&
		slices.ContainsFunc(w.Entries, func(m Mover) bool { return m.To.Known })
}

// waterfallDrawing is a Waterfall being laid out.
type waterfallDrawing struct {
	*drawing
	Waterfall
	all    []step
	x      scale
	zoomed bool // the axis does not begin at 0: totals are drawn as marks, not as bars
	room   float64
	values float64 // where the values are written
}

// Draw lays the chart out.
func (w Waterfall) Draw(f Frame) List {
	d := waterfallDrawing{drawing: f.start(w.Title, w.Subtitle, w.Words), Waterfall: w, all: w.steps()}
	if !w.HasTotals() {
		return d.nothingFor(w.Missing)
	}
	d.list.Walk = WalkThrough
	scale := d.span()
	note := w.Note
	if d.zoomed {
		note = joinNotes(w.Words.say(words.ChartZoomed), w.Note)
	}
	d.foot(note)
	d.room = d.names(len(d.all), func(i int) string { return d.all[i].name })
	d.values = d.plot.right
	longest := ""
	for _, s := range d.all {
		if text := d.valueText(s); len(text) > len(longest) {
			longest = text
		}
	}
	d.plot.right -= d.Measure(longest, noteSize, true) + 12
	d.x = d.across(scale, d.Style)
	r := d.rows(len(d.all), 20, 30)
	d.acrossRules(d.x)
	r.each(func(i int, y float64) { d.step(i, y, r) })
	return d.finish()
}
