package chart

import (
	"image/color"
	"math"
	"strconv"
)

// Trend is a line chart over years: one line a series, a gap where a year is missing, a
// dashed seam where the form was revised.
type Trend struct {
	Title, Subtitle string
	Unit            string // of all numbers, printed once
	Style           NumberStyle
	Years           []int // ascending, without holes to be closed up: a missing year keeps its place
	Series          []Series
	Seams           []Seam
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
	for _, s := range t.Series {
		for i := range t.Years {
			if _, ok := s.at(i); ok {
				return true
			}
		}
	}
	return false
}

// at is the known number at an index; false stands for a gap.
func (s Series) at(i int) (float64, bool) {
	if i < 0 || i >= len(s.Values) || !s.Values[i].Known {
		return 0, false
	}
	return s.Values[i].Number, true
}

// x is the position of a year by index, on a whole point as screens draw lines; one lone year
// stands in the middle.
func (d *trendDrawing) x(i int) float64 {
	inset := min(24, d.plot.width()/12)
	if len(d.Years) == 1 {
		return math.Round(d.plot.left + d.plot.width()/2)
	}
	span := float64(d.Years[len(d.Years)-1] - d.Years[0])
	return math.Round(d.plot.left + inset + (d.plot.width()-2*inset)*float64(d.Years[i]-d.Years[0])/span)
}

func (d *trendDrawing) numberAxis() {
	lo, hi, whole := math.Inf(1), math.Inf(-1), !d.Style.Percent
	for _, s := range d.Series {
		for i := range d.Years {
			if v, ok := s.at(i); ok {
				lo, hi = min(lo, v), max(hi, v)
				whole = whole && v == math.Trunc(v)
			}
		}
	}
	if d.Unit != "" {
		d.plot.top += 18
	}
	n := int(max(2, min(6, d.plot.height()/48)))
	d.y = newScale(lo, hi, n, whole)
	d.y.from, d.y.to = d.plot.bottom, d.plot.top+8
	d.gridLines()
}

// gridLines draws the rules and their numbers, which take their room on the left.
func (d *trendDrawing) gridLines() {
	ticks := d.y.ticks()
	decimals := max(d.y.decimal, 0)
	if d.Style.Percent {
		decimals = max(decimals-2, 0)
	}
	label := func(v float64) string {
		return NumberStyle{Decimals: decimals, Percent: d.Style.Percent}.Format(v)
	}
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

// indexAfter is the index of the first year after a given one if the one before it is shown.
func (d *trendDrawing) indexAfter(year int) int {
	for i, y := range d.Years {
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
	if !before || !here || t.Years[i]-t.Years[i-1] != 1 {
		return false
	}
	for _, seam := range t.Seams {
		if seam.Broken && t.Years[i-1] <= seam.After && seam.After < t.Years[i] {
			return false
		}
	}
	return true
}

func (d *trendDrawing) lines() {
	d.eachSeries(func(k int, s Series) {
		pen := d.pen(k)
		for i := range d.Years {
			if d.joined(s, i) {
				before, _ := s.at(i - 1)
				here, _ := s.at(i)
				d.list.add(Line{X1: d.x(i - 1), Y1: d.y.at(before), X2: d.x(i), Y2: d.y.at(here), Width: pen.width, Color: pen.color})
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

// eachSeries visits the series so that the first one, and above all the one in the spotlight,
// lie on top.
func (d *trendDrawing) eachSeries(visit func(k int, s Series)) {
	for k := len(d.Series) - 1; k >= 0; k-- {
		if d.Series[k].ID() != d.Focus {
			visit(k, d.Series[k])
		}
	}
	for k, s := range d.Series {
		if s.ID() == d.Focus {
			visit(k, s)
		}
	}
}

// hits makes every known number answer within its half of the way to the next year; a gap
// answers at the foot of the plot with the reason of its absence.
func (d *trendDrawing) hits() {
	for k, s := range d.Series {
		for i := range d.Years {
			v, ok := s.at(i)
			y := d.plot.bottom
			if ok {
				y = d.y.at(v)
			} else if i >= len(s.Values) || len(d.Series) > 3 {
				continue
			}
			left, right := d.column(i)
			h := Hit{X: left, Y: d.plot.top, W: right - left, H: d.plot.height() + 4, AtX: d.x(i), AtY: y, Key: s.ID(), Index: i, Tip: d.tip(k, i)}
			if !ok {
				h.Y, h.H = d.plot.bottom-12, 16
			}
			d.list.Hits = append(d.list.Hits, h)
		}
	}
}

// column is the strip of the plot that belongs to a year.
func (d *trendDrawing) column(i int) (left, right float64) {
	left, right = d.plot.left, d.plot.right
	if i > 0 {
		left = (d.x(i-1) + d.x(i)) / 2
	}
	if i+1 < len(d.Years) {
		right = (d.x(i) + d.x(i+1)) / 2
	}
	return left, right
}

// tip says the number under the pointer; of a few series it lists all for the year.
func (d *trendDrawing) tip(k, i int) Tip {
	tip := Tip{Title: strconv.Itoa(d.Years[i])}
	for j, s := range d.Series {
		if j != k && len(d.Series) > 6 {
			continue
		}
		row := TipRow{Color: d.color(j), Name: s.Name, Value: d.say(s, i), Strong: j == k && len(d.Series) > 1}
		tip.Rows = append(tip.Rows, row)
	}
	if i < len(d.Series[k].Values) {
		tip.Note = d.Series[k].Values[i].Note
	}
	return tip
}

func (d *trendDrawing) say(s Series, i int) string {
	if i >= len(s.Values) || !s.Values[i].Known {
		if i < len(s.Values) && s.Values[i].Text != "" {
			return s.Values[i].Text
		}
		return d.Words.Absent
	}
	text := d.shortSay(s.Values[i])
	if s.Values[i].Text == "" && d.Unit != "" && !d.Style.Percent {
		text += " " + d.Unit
	}
	return text
}

// shortSay is how a label says a known number: exactly, without the unit.
func (d *trendDrawing) shortSay(v Value) string {
	if v.Text != "" {
		return v.Text
	}
	if !d.Style.Percent && d.Style.Decimals == 0 && v.Number != math.Trunc(v.Number) {
		return Comma(v.Number, decimals(v.Number))
	}
	return d.Style.Format(v.Number)
}

// decimals is how many decimals write a number exactly, at most six.
func decimals(number float64) int {
	for n := range 6 {
		if scaled := number * math.Pow10(n); math.Abs(scaled-math.Round(scaled)) < 1e-6 {
			return n
		}
	}
	return 6
}

func (d *trendDrawing) color(k int) color.NRGBA {
	return d.Palette.Series[k%len(d.Palette.Series)]
}
