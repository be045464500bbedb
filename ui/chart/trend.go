package chart

import (
	"image/color"
	"math"
)

// Trend is a line chart over years: one line for each series, a gap if a year is missing, a dashed
// seam where the form was revised.
type Trend struct {
	Title, Subtitle string
	Unit            string // of all numbers, printed once
	Style           NumberStyle
	Years           []int // ascending; a missing year keeps its place
	Series          []Series
	Seams           []Seam
	Hidden          Hidden
	Words           Words
}

// trendDrawing is a Trend being laid out.
type trendDrawing struct {
	Trend
	Frame
	list *List
	plot box
	y    scale
}

// Draw lays the chart out. Years that are unknown in every series keep their place on the axis.
func (t Trend) Draw(f Frame) List {
	list := &List{Width: f.Width, Height: f.Height}
	d := trendDrawing{Trend: t, Frame: f, list: list}
	top := d.heading(t.Title, t.Subtitle, list)
	if !t.drawable() {
		d.emptyState(t.Words, list)
		return *list
	}
	labels := d.endLabels()
	d.plot = box{left: 12, top: top, right: f.Width - 16, bottom: f.Height - 30}
	if len(t.Years) == 1 && len(labels) > 0 {
		d.plot.right = f.Width - 16
	} else if len(labels) > 0 {
		d.plot.right = f.Width - 14 - widest(labels)
	} else {
		d.plot.top = d.legend(top)
	}
	d.numberAxis()
	d.yearAxis()
	d.seams()
	d.lines()
	d.place(labels)
	d.hits()
	return *list
}

// drawable reports whether any number is known.
func (t Trend) drawable() bool {
	return anyKnown(t.Series, len(t.Years))
}

// at is the known number at an index; false means a gap.
func (s Series) at(i int) (float64, bool) {
	if i < 0 || i >= len(s.Values) || !s.Values[i].Known {
		return 0, false
	}
	return s.Values[i].Number, true
}

// x is the position of a year by index, on a whole point as screens draw lines; a single year
// is in the middle.
func (d *trendDrawing) x(i int) float64 {
	inset := min(24, d.plot.width()/12)
	if len(d.Years) == 1 {
		return math.Round(d.plot.left + d.plot.width()/2)
	}
	span := float64(d.Years[len(d.Years)-1] - d.Years[0])
	return math.Round(d.plot.left + inset + (d.plot.width()-2*inset)*float64(d.Years[i]-d.Years[0])/span)
}

// seams draws a dashed line midway between two years, its words above the plot.
func (d *trendDrawing) seams() {
	for _, s := range d.Seams {
		i := d.indexAfter(s.After)
		if i < 1 {
			continue
		}
		x := math.Round((d.x(i-1) + d.x(i)) / 2)
		top := d.plot.top
		d.list.add(Line{X1: x, Y1: top, X2: x, Y2: d.plot.bottom, Width: 1, Dash: 4, Color: d.Palette.Muted})
		d.list.add(Text{X: x, Y: top - 6, Size: noteSize, Anchor: Middle, Color: d.Palette.Muted, Text: s.Label})
		half := max(8, d.Measure(s.Label, noteSize, false)/2)
		tip := Tip{Title: s.Label, Note: s.Note}
		d.list.Hits = append(d.list.Hits,
			Hit{X: x - half, Y: top - 20, W: 2 * half, H: 22, AtX: x, AtY: top, Tip: tip},
			Hit{X: x - 4, Y: top, W: 8, H: d.plot.height(), AtX: x, AtY: top + 12, Tip: tip})
	}
}

// indexAfter is the index of the first year after a given one, −1 if there is none.
func (t Trend) indexAfter(year int) int {
	for i, y := range t.Years {
		if y > year {
			return i
		}
	}
	return -1
}

// joined reports whether a line runs from year i−1 to year i: both known, neighbours in time,
// no broken seam between.
func (t Trend) joined(s Series, i int) bool {
	_, before := s.at(i - 1)
	_, here := s.at(i)
	if !before || !here || i >= len(t.Years) || t.Years[i]-t.Years[i-1] != 1 {
		return false
	}
	for _, seam := range t.Seams {
		if seam.Broken && t.Years[i-1] <= seam.After && seam.After < t.Years[i] {
			return false
		}
	}
	return true
}

// dash is the length of the dashes in the line that ends at the value with an index, 0 for a
// solid line.
func (s Series) dash(i int) float64 {
	if s.Values[i].Apart {
		return 3
	}
	return 0
}

func (d *trendDrawing) lines() {
	d.eachSeries(func(k int, s Series) {
		pen := d.pen(k)
		for i := range d.Years {
			if d.joined(s, i) {
				before, _ := s.at(i - 1)
				here, _ := s.at(i)
				d.list.add(Line{X1: d.x(i - 1), Y1: d.y.at(before), X2: d.x(i), Y2: d.y.at(here), Width: pen.width, Dash: s.dash(i), Color: pen.color})
			}
		}
		for i := range d.Years {
			v, ok := s.at(i)
			lone := !d.joined(s, i) && (i+1 >= len(d.Years) || !d.joined(s, i+1))
			if ok && (pen.dot > 0 || lone) {
				d.list.add(pen.mark(d.x(i), d.y.at(v)))
			}
		}
	})
}

// eachSeries visits the series in an order that puts the first one and, above all, the
// one in the spotlight on top.
func (d *trendDrawing) eachSeries(visit func(k int, s Series)) {
	for k := len(d.Series) - 1; k >= 0; k-- {
		if s := d.Series[k]; s.ID() != d.Focus && !d.Hidden[s.ID()] {
			visit(k, s)
		}
	}
	for k, s := range d.Series {
		if s.ID() == d.Focus && !d.Hidden[s.ID()] {
			visit(k, s)
		}
	}
}

func (d *trendDrawing) color(k int) color.NRGBA {
	return d.Palette.Series[k%len(d.Palette.Series)]
}
