package chart

import (
	"math"
	"strconv"

	"nianbao/ui/words"
)

// Chain follows the numbers that units pass from year to year: the number that a year
// carries forward must be the one that the next year carries over. A link is solid if
// they are equal and broken if not.
type Chain struct {
	Title, Subtitle, Note string
	Unit                  string
	Head                  string // what the rows are, for the table
	Years                 []int
	Rows                  []ChainRow
	Words                 Words
}

// ChainRow is the chain of one unit; In and Out are in the order of the years.
type ChainRow struct {
	Key, Name string
	In        []Value // carried over from the year before
	Out       []Value // carried forward to the next year
}

// link is the relation between the numbers of a year and of the one before.
type link int

const (
	unknown link = iota // a number, or a year in between, is missing
	holds
	broken
)

// link compares year i with year i−1; the gap is In minus the Out of the year before.
func (c Chain) link(row, i int) (link, float64) {
	r := c.Rows[row]
	out, in := (Series{Values: r.Out}).value(i-1), (Series{Values: r.In}).value(i)
	switch {
	case i < 1 || c.Years[i]-c.Years[i-1] != 1 || !in.Known || !out.Known:
		return unknown, 0
	case in.Number == out.Number:
		return holds, 0
	default:
		return broken, in.Number - out.Number
	}
}

// ID identifies the row within its chart.
func (r ChainRow) ID() string { return Category{Key: r.Key, Name: r.Name}.ID() }

func (c Chain) drawable() bool {
	for _, r := range c.Rows {
		if anyKnown([]Series{{Values: r.In}, {Values: r.Out}}, len(c.Years)) {
			return true
		}
	}
	return false
}

// chainDrawing is a Chain being laid out.
type chainDrawing struct {
	*drawing
	Chain
	room float64 // width of the names
	cell float64 // width of a year with its link
	half float64 // width of one number
}

// Draw lays the chart out; of thousands of units only the visible rows are drawn.
func (c Chain) Draw(f Frame) List {
	d := chainDrawing{drawing: f.start(c.Title, c.Subtitle, c.Words), Chain: c}
	if !c.drawable() {
		return d.nothing()
	}
	d.foot(joinNotes(c.Words.say(words.ChartChainNote), c.Note))
	d.room = d.names(len(c.Rows), func(i int) string { return c.Rows[i].Name })
	d.cell = math.Floor(min(190, max(64, d.plot.width()/float64(len(c.Years)))))
	d.half = math.Floor(min(44, d.cell*0.33))
	d.plot.right = d.plot.left + d.cell*float64(len(c.Years))
	d.plot.top += 34
	for i, year := range c.Years {
		x := d.left(i)
		d.list.add(Text{X: x + d.half, Y: d.plot.top - 24, Size: textSize, Bold: true, Anchor: Middle, Color: d.Palette.Ink, Text: strconv.Itoa(year)})
		if in, out := c.Words.say(words.ChartIn), c.Words.say(words.ChartOut); d.Measure(out, noteSize, false) < d.half-2 {
			d.note(x+d.half/2, d.plot.top-7, Middle, in)
			d.note(x+d.half*1.5, d.plot.top-7, Middle, out)
		}
	}
	r := d.rows(len(c.Rows), 26, 40)
	r.each(func(i int, y float64) { d.row(i, y, r.pitch) })
	return d.finish()
}

func (d *chainDrawing) left(year int) float64 { return d.plot.left + d.cell*float64(year) }

func (d *chainDrawing) row(k int, y, pitch float64) {
	r := d.Rows[k]
	focused := r.ID() == d.Focus
	if focused {
		d.spotlight(y, pitch)
	}
	d.rowName(r.Name, y, d.room, focused)
	for i := range d.Years {
		if i > 0 {
			d.join(k, i, y)
		}
		in, out := (Series{Values: r.In}).value(i), (Series{Values: r.Out}).value(i)
		d.number(d.left(i), y, in)
		d.number(d.left(i)+d.half, y, out)
		d.list.Hits = append(d.list.Hits, Hit{X: d.left(i) - d.cell + 2*d.half, Y: y - pitch/2, W: d.cell, H: pitch, AtX: d.left(i), AtY: y,
			Key: r.ID(), Category: strconv.Itoa(d.Years[i]), Index: i, Tip: d.tip(k, i)})
	}
}

// number draws one of the two boxes of a year.
func (d *chainDrawing) number(x, y float64, v Value) {
	b := Rect{X: x + 0.5, Y: math.Round(y-10) + 0.5, W: d.half - 1, H: 19, Radius: 2, Fill: d.Palette.Raised}
	text, ink := NumberStyle{}.short(v), d.Palette.Ink
	if !v.Known {
		b.Fill, ink = d.Palette.Void, d.Palette.Faint
		text = v.Text
		if text == "" {
			text = "·"
		}
	}
	d.list.add(b, Text{X: x + d.half/2, Y: y + 4, Size: noteSize, Anchor: Middle, Color: ink, Text: d.shorten(text, noteSize, d.half-2)})
}

// join draws the link before year i: solid, broken with the gap in its middle, or dotted if it
// cannot be judged.
func (d *chainDrawing) join(k, i int, y float64) {
	from, to := d.left(i-1)+2*d.half+1, d.left(i)-2
	kind, gap := d.link(k, i)
	switch kind {
	case holds:
		d.list.add(Line{X1: from, Y1: y, X2: to, Y2: y, Width: 2, Color: d.Palette.Muted})
	case unknown:
		d.list.add(Line{X1: from, Y1: y, X2: to, Y2: y, Width: 1, Dash: 2, Color: d.Palette.Faint})
	case broken:
		text := whole(gap)
		half := d.Measure(text, noteSize, true)/2 + 3
		middle := (from + to) / 2
		fault := d.Palette.Fault
		d.list.add(Line{X1: from, Y1: y, X2: max(from, middle-half), Y2: y, Width: 2, Color: fault},
			Line{X1: min(to, middle+half), Y1: y, X2: to, Y2: y, Width: 2, Color: fault},
			Text{X: middle, Y: y + 4, Size: noteSize, Bold: true, Anchor: Middle, Color: fault, Text: text})
	}
}

// whole writes a gap with its sign.
func whole(gap float64) string {
	if gap > 0 {
		return "+" + Comma(gap, decimals(gap))
	}
	return Comma(gap, decimals(gap))
}
