package chart

import (
	"math"

	"nianbao/ui/words"
)

// BarScale says which bars share an axis.
type BarScale int

// The scales. AutoScale chooses one scale if the numbers are alike, a panel for each series if
// series differ in size, and a logarithmic axis if numbers within a series differ by thousands.
const (
	AutoScale BarScale = iota
	SharedScale
	OwnScale
	LogScale
)

// Bars compares several counts by unit or year: one group of bars for each category.
type Bars struct {
	Title, Subtitle, Note string
	Unit                  string
	Style                 NumberStyle
	Head                  string // what the categories are, for the table
	Scale                 BarScale
	Categories            []Category
	Series                []Series
	Hidden                Hidden
	Seams                 []Seam // After is the index of a category
	Words                 Words
}

// barsDrawing is a Bars being laid out.
type barsDrawing struct {
	*drawing
	Bars
	room  float64 // width of the names
	shown []int   // indices of the series that are drawn
}

// Draw lays the chart out.
func (b Bars) Draw(f Frame) List {
	d := barsDrawing{drawing: f.start(b.Title, b.Subtitle, b.Words), Bars: b}
	if !anyKnown(b.Series, len(b.Categories)) {
		return d.nothing()
	}
	for k, s := range b.Series {
		if !b.Hidden[s.ID()] {
			d.shown = append(d.shown, k)
		}
	}
	d.list.Walk = WalkDown
	switch b.scaling() {
	case OwnScale:
		d.foot(joinNotes(b.Words.say(words.ChartOwnScales), b.Note))
		d.panels()
	case LogScale:
		d.foot(joinNotes(b.Words.say(words.ChartLogScale), b.Note))
		d.logarithmic()
	default:
		d.foot(b.Note)
		d.groups()
	}
	return d.finish()
}

// scaling resolves AutoScale by looking at the numbers that are shown.
func (b Bars) scaling() BarScale {
	if b.Scale != AutoScale {
		return b.Scale
	}
	smallest, largest := math.Inf(1), 0.0
	for _, s := range showing(b.Series, b.Hidden) {
		lo, top := b.spread(s)
		if top >= 1000*lo {
			return LogScale
		}
		if top > 0 {
			smallest, largest = min(smallest, top), max(largest, top)
		}
	}
	if largest > 8*smallest {
		return OwnScale
	}
	return SharedScale
}

// spread returns the smallest number of a series above 0, and the largest.
func (b Bars) spread(s Series) (lo, top float64) {
	lo = math.Inf(1)
	for i := range b.Categories {
		if v, ok := s.at(i); ok && v > 0 {
			lo, top = min(lo, v), max(top, v)
		}
	}
	return lo, top
}

// top is the largest number of the shown series.
func (d *barsDrawing) top() float64 {
	top := 0.0
	for _, k := range d.shown {
		_, t := d.spread(d.Series[k])
		top = max(top, t)
	}
	return top
}

func (d *barsDrawing) nameColumn() {
	d.room = d.names(len(d.Categories), func(i int) string { return d.Categories[i].Name })
}

// groups draws all series on one scale: a row for each category, with a bar for each series.
func (d *barsDrawing) groups() {
	if len(d.Series) > 1 {
		d.legend(d.legendOf(d.Series, d.Hidden))
	}
	d.nameColumn()
	d.plot.right -= d.valueRoom(d.shown)
	x := d.across(newScale(0, d.top(), d.ticksAcross(), d.Style.Decimals == 0), d.Style)
	n := float64(max(1, len(d.shown)))
	r := d.rows(len(d.Categories), 10+12*n, 14+22*n)
	d.acrossRules(x)
	thick := min(20, math.Floor((r.pitch-8)/n)-1)
	r.each(func(i int, y float64) {
		d.rowName(d.Categories[i].Name, y, d.room, false)
		for j, k := range d.shown {
			d.bar(x, k, i, y+(float64(j)-(n-1)/2)*(thick+1), thick)
		}
	})
	d.seams(r)
}

// panels draws the series side by side, each on its own scale, with the numbers beside the bars.
func (d *barsDrawing) panels() {
	d.nameColumn()
	top, left, right := d.plot.top+22, d.plot.left, d.plot.right
	n := float64(max(1, len(d.Series)))
	width := (right - left - 18*(n-1)) / n
	d.plot.top = top
	r := d.rows(len(d.Categories), 20, 36)
	r.each(func(i int, y float64) { d.rowName(d.Categories[i].Name, y, d.room, false) })
	thick := min(20, math.Floor(r.pitch-6))
	for k, s := range d.Series {
		from := left + float64(k)*(width+18)
		d.panelHead(k, from, top-10, width)
		if d.Hidden[s.ID()] {
			continue
		}
		_, most := d.spread(s)
		x := newScale(0, most, 1, false)
		x.lo, x.hi = 0, max(most, 1)
		x.from, x.to = math.Round(from), math.Floor(from+width-d.valueRoom([]int{k}))
		d.rule(x.from, top-2, x.from, d.plot.bottom, d.Palette.Faint)
		r.each(func(i int, y float64) { d.bar(x, k, i, y, thick) })
	}
	d.seams(r)
}

// panelHead writes the name of a panel; a click on it switches the series, as in a legend.
func (d *barsDrawing) panelHead(k int, x, y, width float64) {
	s := d.Series[k]
	e := legendEntry{key: s.ID(), name: s.Name, color: d.tone(k), hidden: d.Hidden[s.ID()]}
	d.swatch(e, x, y)
	ink := d.Palette.Ink
	if e.hidden {
		ink = d.Palette.Faint
	}
	d.list.add(Text{X: x + 15, Y: y, Size: textSize, Bold: true, Color: ink, Text: d.shorten(s.Name, textSize, width-15)})
	d.list.Hits = append(d.list.Hits, Hit{X: x - 2, Y: y - 14, W: width, H: 20, AtX: x + 5, AtY: y - 4, Key: s.ID(), Legend: true})
}

func (d *barsDrawing) seams(r rows) {
	for _, s := range d.Seams {
		d.rowSeam(s, r)
	}
}
