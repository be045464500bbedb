package chart

import (
	"math"
	"strconv"
)

// numberAxis sets the vertical axis: round steps that cover all known numbers and 0.
func (d *trendDrawing) numberAxis() {
	lo, hi, whole := math.Inf(1), math.Inf(-1), !d.Style.Percent
	for _, s := range showing(d.Series, d.Hidden) {
		for i := range d.Years {
			if v, ok := s.at(i); ok {
				lo, hi = min(lo, v), max(hi, v)
				whole = whole && v == math.Trunc(v)
			}
		}
	}
	if d.Unit != "" || len(d.Seams) > 0 {
		d.plot.top += 18
	}
	if lo > hi {
		lo, hi = 0, 0
	}
	n := int(max(2, min(6, d.plot.height()/48)))
	d.y = newScale(lo, hi, n, whole)
	d.y.from, d.y.to = d.plot.bottom, d.plot.top+8
	d.gridLines()
}

// gridLines draws the grid lines, and their numbers on the left, for which it makes room.
func (d *trendDrawing) gridLines() {
	ticks := d.y.ticks()
	label := func(v float64) string { return d.y.label(v, d.Style) }
	room := 0.0
	for _, v := range ticks {
		room = max(room, d.Measure(label(v), noteSize, false))
	}
	if d.Unit != "" {
		d.list.add(Text{X: d.plot.left, Y: d.plot.top - 6, Size: noteSize, Color: d.Palette.Muted, Text: d.Unit})
	}
	d.plot.left += math.Ceil(room) + 8
	for _, v := range ticks {
		y, c := math.Round(d.y.at(v)), d.Palette.Rule
		if v == 0 {
			c = d.Palette.Faint
		}
		d.list.add(Line{X1: d.plot.left, Y1: y, X2: d.plot.right, Y2: y, Width: 1, Color: c},
			Text{X: d.plot.left - 8, Y: y + 4, Size: noteSize, Anchor: End, Color: d.Palette.Muted, Text: label(v)})
	}
}

// yearAxis writes as many years as fit, counted back from the last one.
func (d *trendDrawing) yearAxis() {
	room := d.Measure("2000", noteSize, false) + 14
	every := 1
	if n := len(d.Years); n > 1 {
		every = max(1, int(math.Ceil(room*float64(n-1)/max(1, d.x(n-1)-d.x(0)))))
	}
	last := len(d.Years) - 1
	for i, year := range d.Years {
		if (last-i)%every != 0 {
			continue
		}
		x := math.Round(d.x(i))
		d.list.add(Line{X1: x, Y1: d.plot.bottom, X2: x, Y2: d.plot.bottom + 4, Width: 1, Color: d.Palette.Faint},
			Text{X: x, Y: d.plot.bottom + 18, Size: noteSize, Anchor: Middle, Color: d.Palette.Muted, Text: strconv.Itoa(year)})
	}
}
