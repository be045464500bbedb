package chart

import "image/color"

// legendEntry names a series. Hidden series stay in the legend, so that they can be shown again.
type legendEntry struct {
	key, name string
	color     color.NRGBA
	hidden    bool
	dot       bool   // a dot instead of a box
	text      string // shown in the box
}

// legendOf lists series in the chart's colours.
func (f Frame) legendOf(series []Series, hidden Hidden) []legendEntry {
	entries := make([]legendEntry, len(series))
	for k, s := range series {
		entries[k] = legendEntry{key: s.ID(), name: s.Name, color: f.tone(k), hidden: hidden[s.ID()]}
	}
	return entries
}

// legend names the series above the plot; each entry can be clicked.
func (d *drawing) legend(entries []legendEntry) {
	const swatch, gap, pitch = 10.0, 16.0, 18.0
	x, y := 12.0, d.plot.top+8
	for _, e := range entries {
		name := d.shorten(e.name, noteSize, labelMaxWidth)
		width := swatch + 5 + d.Measure(name, noteSize, false)
		if x+width > d.Width-12 && x > 12 {
			x, y = 12, y+pitch
		}
		d.swatch(e, x, y)
		ink := d.Palette.Ink
		if e.hidden {
			ink = d.Palette.Faint
			d.list.add(Line{X1: x + swatch + 5, Y1: y - 4, X2: x + width, Y2: y - 4, Width: 1, Color: ink})
		}
		d.list.add(Text{X: x + swatch + 5, Y: y, Size: noteSize, Color: ink, Bold: e.key != "" && e.key == d.Focus, Text: name})
		if e.key != "" {
			d.list.Hits = append(d.list.Hits, Hit{X: x - 4, Y: y - 13, W: width + 8, H: pitch, AtX: x + swatch/2, AtY: y - 4, Key: e.key, Legend: true})
		}
		x += width + gap
	}
	if len(entries) > 0 {
		d.plot.top = y + 12
	}
}

func (d *drawing) swatch(e legendEntry, x, y float64) {
	switch {
	case e.dot && e.hidden:
		d.list.add(Dot{X: x + 5, Y: y - 4, R: 3.5, Stroke: d.Palette.Faint, Width: 1})
	case e.dot:
		d.list.add(Dot{X: x + 5, Y: y - 4, R: 4, Fill: e.color})
	case e.hidden:
		d.list.add(Rect{X: x, Y: y - 9, W: 10, H: 10, Radius: 1, Stroke: d.Palette.Faint})
	default:
		d.list.add(Rect{X: x, Y: y - 9, W: 10, H: 10, Radius: 1, Fill: e.color})
		if e.text != "" {
			d.note(x+5, y, Middle, e.text)
		}
	}
}
