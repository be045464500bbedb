package chart

import "strconv"

// hits makes each known number respond to the pointer, up to halfway to the next year. A
// gap responds at the bottom of the plot with its reason.
func (d *trendDrawing) hits() {
	for k, s := range d.Series {
		if d.Hidden[s.ID()] {
			continue
		}
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

// tip shows the number under the pointer or, if there are few series, the numbers of all of them
// for the year.
func (d *trendDrawing) tip(k, i int) Tip {
	tip := Tip{Title: strconv.Itoa(d.Years[i])}
	for j, s := range d.Series {
		if j != k && len(d.Series) > 6 || d.Hidden[s.ID()] {
			continue
		}
		row := TipRow{Color: d.color(j), Name: s.Name, Value: d.Words.value(s.value(i), d.Style, d.Unit), Strong: j == k && len(d.Series) > 1}
		tip.Rows = append(tip.Rows, row)
	}
	tip.Note = d.Series[k].value(i).Note
	return tip
}
