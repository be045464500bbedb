package chart

import (
	"math"
	"strconv"
	"strings"

	"nianbao/ui/words"
)

// Card is one figure of an overview: its value and the cases behind it, last year's value
// and the change since, a small line over the years, and how many units reported.
type Card struct {
	Key, Name string
	Unit      string
	Style     NumberStyle
	Value     Value
	Of        Fraction // of a rate: shown as 12/14, with its interval if cases are few
	Before    Value    // last year's value
	Same      Value    // the part of Value that is comparable with Before, if some units reported in only one of the years
	SameUnits int      // units behind Same and Before; 0: all, and Before is compared with Value
	Years     []int    // of History
	History   []Value
	Seams     []Seam
	Expected  int      // units that should have reported; 0 hides coverage
	Reported  int      // number of units that reported
	Missing   []string // names of those that did not report
	Note      string   // the definition, for the tooltip
	Words     Words
}

// cardDrawing is a Card being laid out.
type cardDrawing struct {
	*drawing
	Card
}

const figureSize = 26.0

// wideCard is the width from which coverage is shown beside the name instead of at the bottom.
const wideCard = 230.0

// Draw lays the card out. It needs about 180×120 points, or a height of 100 if it is wide.
func (c Card) Draw(f Frame) List {
	d := cardDrawing{drawing: &drawing{Frame: f, words: c.Words, list: &List{Width: f.Width, Height: f.Height}}, Card: c}
	d.plot = box{left: 14, right: f.Width - 14, top: 12, bottom: f.Height - 12}
	y := d.plot.top + 10
	d.name(y)
	y += 32
	end := d.basis(d.figure(y), y)
	y += 22
	d.change(y)
	if c.Expected > 0 && f.Width < wideCard {
		d.note(d.plot.left, d.plot.bottom-2, Start, d.shorten(c.coverage(), noteSize, d.plot.width()))
		d.plot.bottom -= 18
	}
	d.sparkline(end, y)
	d.list.Hits = []Hit{{W: f.Width, H: f.Height, AtX: f.Width - 30, AtY: 20, Key: Category{Key: c.Key, Name: c.Name}.ID(), Tip: d.tip()}}
	return *d.list
}

// name writes the name of the figure and, on a wide card, how many units reported.
func (d *cardDrawing) name(y float64) {
	room := d.plot.width()
	if d.Expected > 0 && d.Width >= wideCard {
		text := d.Words.say(words.ChartCoverage, d.Reported, d.Expected)
		d.note(d.plot.right, y, End, text)
		room -= d.Measure(text, noteSize, false) + 10
	}
	d.list.add(Text{X: d.plot.left, Y: y, Size: textSize, Color: d.Palette.Ink, Text: d.shorten(d.Name, textSize, room)})
}

// figure writes the value in large type, or in small type the reason why there is none,
// and returns where it ends.
func (d *cardDrawing) figure(y float64) float64 {
	if !d.Value.Known {
		text := d.Words.value(d.Value, d.Style, d.Unit)
		d.list.add(Text{X: d.plot.left, Y: y - 4, Size: titleSize, Color: d.Palette.Faint, Text: d.shorten(text, titleSize, d.plot.width())})
		return d.plot.right
	}
	v := d.Value
	v.Text = ""
	text, size := d.Style.short(v), figureSize
	for size > 14 && d.Measure(text, size, true) > d.plot.width()-24 {
		size--
	}
	d.list.add(Text{X: d.plot.left, Y: y, Size: size, Bold: true, Color: d.Palette.Ink, Text: text})
	end := d.plot.left + d.Measure(text, size, true) + 5
	if d.Unit != "" && !d.Style.Percent {
		d.note(end, y, Start, d.Unit)
		end += d.Measure(d.Unit, noteSize, false) + 8
	}
	return end
}

// sparkline draws the small line beside the figure if there is room, else at the bottom.
func (d *cardDrawing) sparkline(end, y float64) {
	const least = 44.0
	line := spark{Years: d.Years, Values: d.History, Seams: d.Seams}
	beside := box{left: max(end+14, d.plot.right-110), right: d.plot.right - 3, top: y - 46, bottom: y - 24}
	below := box{left: d.plot.left, right: d.plot.right - 3, top: y + 12, bottom: d.plot.bottom - 4}
	switch {
	case below.height() >= 10:
		line.draw(d.Frame, d.list, below)
	case beside.width() >= least:
		line.draw(d.Frame, d.list, beside)
	}
}

// basis writes the cases of a rate, with its interval if they are few, and returns where it ends.
func (d *cardDrawing) basis(x, y float64) float64 {
	if !d.Value.Known || d.Of.Whole <= 0 {
		return x
	}
	text := strings.TrimSpace(d.Words.aside(Comma(d.Of.Part, 0) + "/" + Comma(d.Of.Whole, 0)))
	room := d.plot.right - x
	if full := text + " " + d.Words.interval(d.Of); d.Of.Small() && d.Measure(full, noteSize, false) <= room {
		text = full
	}
	text = d.shorten(text, noteSize, room)
	d.note(x, y, Start, text)
	return x + d.Measure(text, noteSize, false)
}

// change writes the change in its colour and last year's value.
func (d *cardDrawing) change(y float64) {
	c := d.Change()
	text, before := c.Say(d.Unit, d.Words.Language), d.before(d.Unit)
	const gap = 8
	wide := func() bool {
		return text != "" && d.Measure(text, textSize, true)+gap+d.Measure(before, noteSize, false) > d.plot.width()
	}
	if wide() {
		before = d.before("") // the unit is written above
	}
	if wide() {
		text = c.Say("", d.Words.Language)
	}
	x := d.plot.left
	if text != "" {
		d.list.add(Text{X: x, Y: y, Size: textSize, Bold: true, Color: c.tone(d.Palette), Text: d.shorten(text, textSize, d.plot.width())})
		x += d.Measure(text, textSize, true) + gap
	}
	if !wide() {
		d.note(x, y, Start, d.shorten(before, noteSize, d.plot.right-x))
	}
}

// before writes last year's value, or both years' of the same units if these are not all.
func (c Card) before(unit string) string {
	if !c.Before.Known {
		return c.Before.Text
	}
	if c.SameUnits > 0 { // both sides of the change, since it is not the change of Value
		return c.Words.say(words.ChartSameBefore, c.Words.value(c.Before, c.Style, ""), c.Words.value(c.Same, c.Style, unit))
	}
	return c.Words.say(words.ChartYearBefore, c.Words.value(c.Before, c.Style, unit))
}

// Change is the change since last year, over the same units.
func (c Card) Change() Change {
	to := c.Value
	if c.SameUnits > 0 {
		to = c.Same
	}
	return Change{From: c.Before, To: to, Percent: c.Style.Percent, Decimals: c.Style.Decimals}
}

// coverage writes how many of the expected units reported, and names the missing ones.
func (c Card) coverage() string {
	text := c.Words.say(words.ChartCoverage, c.Reported, c.Expected)
	if len(c.Missing) > 0 {
		text += c.Words.say(words.ChartMissing, c.Words.list(c.Missing))
	}
	return text
}

func (d *cardDrawing) tip() Tip {
	t := Tip{Title: d.Name, Note: d.Note}
	t.Rows = append(t.Rows, TipRow{Name: d.Words.say(words.ChartThisYear), Value: d.Words.value(d.Value, d.Style, d.Unit), Strong: true})
	if text := d.Words.interval(d.Of); text != "" {
		t.Rows = append(t.Rows, TipRow{Name: d.Words.say(words.ChartInterval), Value: text})
	}
	if text := d.before(d.Unit); text != "" {
		t.Rows = append(t.Rows, TipRow{Name: text, Value: d.Change().Say(d.Unit, d.Words.Language)})
	}
	for i, year := range d.Years {
		if i >= len(d.Years)-6 {
			t.Rows = append(t.Rows, TipRow{Name: strconv.Itoa(year), Value: d.Words.value(Series{Values: d.History}.value(i), d.Style, d.Unit)})
		}
	}
	return t
}

// TextEquivalent says value, basis, change and coverage in one sentence; the table has the value of
// each year.
func (c Card) TextEquivalent() TextEquivalent {
	t := TextEquivalent{Title: c.Name, Head: c.Words.say(words.ChartYear), words: c.Words, Columns: []TextColumn{{Name: c.Name, Unit: c.Unit, Style: c.Style}}}
	for i, year := range c.Years {
		t.Rows = append(t.Rows, TextRow{Name: strconv.Itoa(year), Cells: []Value{(Series{Values: c.History}).value(i)}})
	}
	said := c.Words.value(c.Value, c.Style, c.Unit)
	if rate, ok := c.Of.Rate(); ok && c.Value.Known && c.Value.Text == "" && math.Abs(rate-c.Value.Number) < 1e-9 {
		said = c.Words.fraction(c.Of)
	}
	clauses := []string{c.Name + " " + said}
	if interval := c.Words.interval(c.Of); c.Of.Small() && interval != "" {
		clauses = append(clauses, c.Words.say(words.ChartInterval)+" "+interval)
	}
	if text := c.Change().Say(c.Unit, c.Words.Language); text != "" {
		clauses = append(clauses, c.before(c.Unit), text)
	}
	if c.Expected > 0 {
		clauses = append(clauses, c.coverage())
	}
	t.Sentence = c.Words.sentence(clauses)
	return t
}
