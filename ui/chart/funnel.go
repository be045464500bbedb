package chart

import (
	"math"

	"nianbao/ui/words"
)

// Funnel plots the rate of each unit against its number of cases, with the limits within
// which chance alone keeps 95 % and 99.8 % of the units around the rate of all units
// together.
type Funnel struct {
	Title, Subtitle, Note string
	Volume                string // what the cases are: 办结件数
	Head                  string // what the points are, for the table
	Points                []Entry
	Words                 Words
}

// funnelDrawing is a Funnel being laid out.
type funnelDrawing struct {
	*drawing
	Funnel
	pooled   float64
	x        volumes
	y        scale
	occupied []box // taken by texts and marks
}

// Draw lays the chart out. Points beyond the outer limits are named if there is room.
func (n Funnel) Draw(f Frame) List {
	d := funnelDrawing{drawing: f.start(n.Title, n.Subtitle, n.Words), Funnel: n}
	pool := Pool(fractions(n.Points))
	rate, ok := pool.Rate()
	if !ok {
		return d.nothing()
	}
	d.pooled = rate
	d.foot(joinNotes(n.Words.say(words.ChartFunnelNote), n.Note))
	d.list.Walk, d.list.Still = WalkThrough, len(n.Points) > 300
	d.axes()
	d.curves()
	d.points()
	return d.finish()
}

// axes draws the axis of percentages upwards and the axis of cases to the right.
func (d *funnelDrawing) axes() {
	most, least := 0.0, math.Inf(1)
	lo, hi := d.pooled, d.pooled
	for _, p := range d.Points {
		if rate, ok := p.Rate(); ok {
			most, least = max(most, p.Whole), min(least, p.Whole)
			lo, hi = min(lo, rate), max(hi, rate)
		}
	}
	d.plot.top += 8
	d.under = 34
	d.plot.bottom -= d.under
	s := newSpan(max(0, lo-0.05), min(1, hi+0.05), int(max(2, d.plot.height()/48)), false)
	s.lo, s.hi = max(0, s.lo), min(1, s.hi)
	s.from, s.to = d.plot.bottom, d.plot.top
	d.y = s
	d.plot.left += d.Measure("100%", noteSize, false) + 8
	d.plot.right -= d.Measure("99.8%", noteSize, false) + 8
	for _, v := range s.ticks() {
		d.rule(d.plot.left, s.at(v), d.plot.right, s.at(v), d.Palette.Rule)
		d.note(d.plot.left-8, s.at(v)+4, End, s.label(v, NumberStyle{Percent: true}))
	}
	d.x = newVolumes(least, most, d.plot.left+6, d.plot.right-6)
	for _, v := range d.x.ticks() {
		x := d.x.at(v)
		d.rule(x, d.plot.bottom, x, d.plot.bottom+4, d.Palette.Faint)
		d.note(x, d.plot.bottom+18, Middle, Comma(v, 0))
	}
	volume := d.Volume
	if d.x.logarithmic {
		volume += d.Words.aside(d.Words.say(words.ChartLogAxis))
	}
	d.note(d.plot.right, d.plot.bottom+33, End, volume+" →")
}

// curves draws the pooled rate and the four limits, and names them at their right ends.
func (d *funnelDrawing) curves() {
	y := d.y.at(d.pooled)
	d.rule(d.plot.left, y, d.plot.right, y, d.Palette.Ink)
	label := d.Words.say(words.ChartPooled, percent(d.pooled))
	lower := func(b Limit) float64 { return b.Lo }
	upper := func(b Limit) float64 { return b.Hi }
	for _, side := range []func(Limit) float64{lower, upper} {
		d.curve(side, true)
		d.curve(side, false)
	}
	inner, outer := Limits(d.pooled, d.x.value(d.plot.right))
	d.limitLabels(inner, outer)
	width := d.Measure(label, noteSize, false)
	d.list.add(Rect{X: d.plot.left + 2, Y: y - 17, W: width + 6, H: 15, Fill: d.Palette.Surface},
		Text{X: d.plot.left + 5, Y: y - 5, Size: noteSize, Color: d.Palette.Ink, Text: label})
	d.occupied = append(d.occupied, box{left: d.plot.left, right: d.plot.left + width + 10, top: y - 18, bottom: y})
}

// curve draws one limit in short strokes; the 95 % one is dashed.
func (d *funnelDrawing) curve(side func(Limit) float64, dashed bool) {
	const strokes = 90
	lastX, lastY, on := 0.0, 0.0, false
	for i := range strokes + 1 {
		x := d.plot.left + d.plot.width()*float64(i)/strokes
		inner, outer := Limits(d.pooled, d.x.value(x))
		limit, c := side(outer), d.Palette.Muted
		if dashed {
			limit, c = side(inner), d.Palette.Faint
		}
		y := d.y.exact(limit)
		inside := y >= d.plot.top-0.5 && y <= d.plot.bottom+0.5
		if on && inside && (!dashed || i%2 == 0) {
			d.list.add(Line{X1: lastX, Y1: lastY, X2: x, Y2: y, Width: 1.2, Color: c})
		}
		lastX, lastY, on = x, y, inside
	}
}

// limitLabels names the limits at their right ends, moved apart so that they do not overlap.
func (d *funnelDrawing) limitLabels(inner, outer Limit) {
	write := func(v, shift float64, text string) {
		if y := d.y.exact(v); y >= d.plot.top && y <= d.plot.bottom {
			d.note(d.plot.right+5, y+4+shift, Start, text)
		}
	}
	apart := max(0, 13-math.Abs(d.y.exact(inner.Hi)-d.y.exact(outer.Hi))) / 2
	write(outer.Hi, -apart, "99.8%")
	write(inner.Hi, apart, "95%")
	if d.y.exact(inner.Lo)-d.y.exact(inner.Hi) > 44 {
		write(inner.Lo, -apart, "95%")
		write(outer.Lo, apart, "99.8%")
	}
}
