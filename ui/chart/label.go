package chart

import (
	"fmt"
	"slices"
)

// endLabel names a line at its right end.
type endLabel struct {
	series int
	index  int // of the last known number
	text   string
	width  float64
	y      float64 // where the label is drawn, moved apart from its neighbours
	at     float64 // where the line ends
}

// Heights and widths that decide between labels and a legend.
const (
	labelPitch    = 16.0
	labelMaxWidth = 150.0
	labelValues   = 6 // up to this many series, the labels show the last number too
)

// endLabels returns the labels if they fit beside the plot, and none if a legend is needed instead.
func (d *trendDrawing) endLabels() []endLabel {
	var labels []endLabel
	if len(d.Hidden) > 0 {
		return nil // the legend keeps hidden series, so that they can be shown again
	}
	for k, s := range d.Series {
		if last := s.last(len(d.Years)); last >= 0 {
			text := d.shorten(s.Name, textSize, labelMaxWidth)
			if len(d.Series) <= labelValues {
				text += " " + d.Style.short(s.Values[last])
			}
			labels = append(labels, endLabel{series: k, index: last, text: text, width: d.Measure(text, textSize, false)})
		}
	}
	room := d.Height - 110
	if float64(len(labels))*labelPitch > room || len(labels) > 2*len(d.Palette.Series) || widest(labels) > d.Width*0.35 {
		return nil
	}
	return labels
}

// last is the index of the last known number, −1 if there is none.
func (s Series) last(n int) int {
	for i := min(n, len(s.Values)) - 1; i >= 0; i-- {
		if s.Values[i].Known {
			return i
		}
	}
	return -1
}

// widest is the room that labels need beside the plot.
func widest(labels []endLabel) float64 {
	w := 0.0
	for _, l := range labels {
		w = max(w, l.width)
	}
	return w + 10
}

// place writes the labels beside the line ends, as close to them as their height allows.
func (d *trendDrawing) place(labels []endLabel) {
	for i := range labels {
		v, _ := d.Series[labels[i].series].at(labels[i].index)
		labels[i].at = d.y.at(v)
		labels[i].y = labels[i].at
	}
	spread(labels, d.plot.top+4, d.plot.bottom)
	for _, l := range labels {
		pen := d.pen(l.series)
		x, end := d.plot.right+4, d.x(l.index)
		if len(d.Years) == 1 {
			x = end + 10
		}
		if end+pen.dot+6 < x-4 || l.y-l.at > 3 || l.at-l.y > 3 {
			leader := Line{X1: end + pen.dot + 3, Y1: l.at, X2: x - 2, Y2: l.y, Width: 1, Color: blend(pen.color, d.Palette.Surface, 0.55)}
			if l.index < len(d.Years)-1 {
				leader.Dash = 1.5 // across years without a number: it must not look like data
			}
			d.list.add(leader)
		}
		ink := blend(pen.color, d.Palette.Ink, 0.35)
		focused := d.Series[l.series].ID() == d.Focus
		if d.Focus != "" && !focused {
			ink = pen.color
		}
		d.list.add(Text{X: x, Y: l.y + 4, Size: textSize, Color: ink, Bold: focused, Text: l.text})
		d.list.Hits = append(d.list.Hits, Hit{X: x, Y: l.y - 8, W: l.width, H: labelPitch, AtX: end, AtY: l.at, Key: d.Series[l.series].ID(), Index: l.index, Legend: true})
	}
}

// spread moves labels apart to one pitch, keeping their order and staying within top and
// bottom: neighbours that would overlap form a block around the middle of their ends.
func spread(labels []endLabel, top, bottom float64) {
	slices.SortStableFunc(labels, func(a, b endLabel) int {
		switch {
		case a.at < b.at:
			return -1
		case a.at > b.at:
			return 1
		default:
			return a.series - b.series
		}
	})
	type block struct {
		first, n int
		start    float64
	}
	var blocks []block
	for i := range labels {
		blocks = append(blocks, block{i, 1, labels[i].at})
		for {
			b := &blocks[len(blocks)-1]
			b.start = min(max(middle(labels[b.first:b.first+b.n])-labelPitch*float64(b.n-1)/2, top), bottom-labelPitch*float64(b.n-1))
			if len(blocks) < 2 {
				break
			}
			before := &blocks[len(blocks)-2]
			if before.start+labelPitch*float64(before.n) <= b.start {
				break
			}
			before.n += b.n
			blocks = blocks[:len(blocks)-1]
		}
	}
	for _, b := range blocks {
		for i := range b.n {
			labels[b.first+i].y = b.start + labelPitch*float64(i)
		}
	}
}

func middle(labels []endLabel) float64 {
	sum := 0.0
	for _, l := range labels {
		sum += l.at
	}
	return sum / float64(len(labels))
}

// legend names the series above the plot, in at most three lines, and returns where it ends.
func (d *trendDrawing) legend(top float64) float64 {
	const swatch, gap, pitch, lines = 16.0, 18.0, 18.0, 3
	x, y := 12.0, top+8
	for k, s := range d.Series {
		name := d.shorten(s.Name, noteSize, labelMaxWidth)
		width := swatch + 4 + d.Measure(name, noteSize, false)
		more := fmt.Sprintf(d.Words.more(), len(d.Series)-k)
		full := x+width+gap+d.Measure(more, noteSize, false) > d.Width-12 && y+pitch > top+8+pitch*(lines-1)+1
		if x+width > d.Width-12 && x > 12 && !full {
			x, y = 12, y+pitch
		}
		if k >= d.coloured() || full && k+1 < len(d.Series) {
			d.list.add(Text{X: x, Y: y, Size: noteSize, Color: d.Palette.Muted, Text: more})
			break
		}
		d.legendLine(k, name, x, y, width)
		x += width + gap
	}
	return y + 12
}

// legendLine is one entry of the legend; a hidden one is struck through.
func (d *trendDrawing) legendLine(k int, name string, x, y, width float64) {
	const swatch = 16.0
	pen, ink, id := d.pen(k), d.Palette.Ink, d.Series[k].ID()
	if d.Hidden[id] {
		pen.color, ink = d.Palette.Faint, d.Palette.Faint
		d.list.add(Line{X1: x + swatch + 4, Y1: y - 4, X2: x + width, Y2: y - 4, Width: 1, Color: ink})
	}
	d.list.add(Line{X1: x, Y1: y - 4, X2: x + swatch, Y2: y - 4, Width: pen.width, Color: pen.color},
		Text{X: x + swatch + 4, Y: y, Size: noteSize, Color: ink, Text: name})
	if pen.dot > 0 {
		d.list.add(pen.mark(x+swatch/2, y-4))
	}
	d.list.Hits = append(d.list.Hits, Hit{X: x, Y: y - 13, W: width, H: 18, AtX: x + swatch/2, AtY: y - 4, Key: id, Legend: true})
}
