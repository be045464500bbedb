package chart

import (
	"image/color"
	"math"
)

// spark is a line without axes, for a card or a cell of a table.
type spark struct {
	Years  []int
	Values []Value
	Seams  []Seam
}

// draw lays the line out in a box. The line fills the height: it shows the shape, not the size.
func (s spark) draw(f Frame, list *List, area box) {
	lo, hi := math.Inf(1), math.Inf(-1)
	series := Series{Values: s.Values}
	for i := range s.Years {
		if v, ok := series.at(i); ok {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	if lo > hi {
		return
	}
	l := sparkLine{Frame: f, years: s.Years, seams: s.Seams, series: series, area: area, color: f.Palette.Series[0]}
	l.y = scale{lo: lo, hi: hi, from: area.bottom, to: area.top}
	if lo == hi {
		l.y.lo, l.y.hi = lo-1, hi+1
	}
	l.draw(list)
}

// sparkLine is a small line within a box: gaps and broken seams as in a Trend, the last number
// marked.
type sparkLine struct {
	Frame
	years  []int
	seams  []Seam
	series Series
	y      scale
	area   box
	color  color.NRGBA
}

func (l sparkLine) x(i int) float64 {
	if len(l.years) < 2 {
		return l.area.left + l.area.width()/2
	}
	span := float64(l.years[len(l.years)-1] - l.years[0])
	return l.area.left + l.area.width()*float64(l.years[i]-l.years[0])/span
}

func (l sparkLine) draw(list *List) {
	course := Trend{Years: l.years, Seams: l.seams}
	for i := range l.years {
		v, ok := l.series.at(i)
		if !ok {
			continue
		}
		if course.joined(l.series, i) {
			before, _ := l.series.at(i - 1)
			list.add(Line{X1: l.x(i - 1), Y1: l.y.exact(before), X2: l.x(i), Y2: l.y.exact(v), Width: 1.5, Dash: l.series.dash(i), Color: l.color})
		} else if !course.joined(l.series, i+1) {
			list.add(Dot{X: l.x(i), Y: l.y.exact(v), R: 1.8, Fill: l.color})
		}
	}
	if v, ok := l.series.at(len(l.years) - 1); ok {
		list.add(Dot{X: l.x(len(l.years) - 1), Y: l.y.exact(v), R: 2.6, Fill: l.color})
	}
}
