package chart

import (
	"math"
	"unicode/utf8"
)

// rows are the visible rows of a chart that lists units down the page. Only whole rows are
// shown, so nothing has to be clipped; a chart of 3,000 units draws as much as one of 30.
type rows struct {
	first, count int
	pitch        float64
	top          float64
}

// rows fits as many of n rows into the plot as it can, each at least least and at most most high,
// scrolled as the frame says. The plot ends below the last one.
func (d *drawing) rows(n int, least, most float64) rows {
	r := rows{top: d.plot.top, pitch: math.Floor(min(most, max(least, d.plot.height()/float64(max(n, 1)))))}
	r.count = max(1, min(n, int(d.plot.height()/r.pitch)))
	if n == 0 {
		r.count = 0
	}
	r.first = max(0, min(int(math.Round(d.Scroll/r.pitch)), n-r.count))
	window := float64(r.count) * r.pitch
	d.plot.bottom = d.plot.top + window
	if n > r.count {
		d.list.Scroll = Scroll{Offset: float64(r.first) * r.pitch, Extent: float64(n) * r.pitch, Window: window, Step: r.pitch, Top: d.plot.top}
	}
	return r
}

// each visits the visible rows, with the middle of each.
func (r rows) each(visit func(i int, y float64)) {
	for k := range r.count {
		visit(r.first+k, r.top+(float64(k)+0.5)*r.pitch)
	}
}

// names makes room on the left for the names of n rows. The longest of all names decides,
// not only of the visible ones, so that scrolling moves nothing sideways. It returns the
// room.
func (d *drawing) names(n int, name func(int) string) float64 {
	longest, runes := "", 0
	for i := range n {
		text := name(i)
		if count := utf8.RuneCountInString(text); count > runes {
			longest, runes = text, count
		}
	}
	room := math.Ceil(min(d.Measure(longest, textSize, false)+2, d.Width*0.28, 180))
	d.plot.left += room + 10
	return room
}

// rowName writes the name of a row, ending at the plot.
func (d *drawing) rowName(text string, y, room float64, strong bool) {
	d.list.add(Text{X: d.plot.left - 10, Y: y + 4, Size: textSize, Bold: strong, Anchor: End, Color: d.Palette.Ink, Text: d.shorten(text, textSize, room)})
}

// spotlight shades the row that the pointer or the arrow keys have reached.
func (d *drawing) spotlight(y, pitch float64) {
	d.list.add(Rect{X: 6, Y: y - pitch/2, W: d.plot.right - 2, H: pitch, Radius: 2, Fill: d.Palette.Hover})
}

// rowHit makes a whole row respond to the pointer, for the mark at x.
func (d *drawing) rowHit(h Hit, x, y, pitch float64) {
	h.X, h.Y, h.W, h.H = 0, y-pitch/2, d.Width, pitch
	h.AtX, h.AtY = x, y
	d.list.Hits = append(d.list.Hits, h)
}

// gap writes faintly in a row why its number is missing.
func (d *drawing) gap(x, y float64, text string) {
	d.list.add(Text{X: x, Y: y + 4, Size: noteSize, Color: d.Palette.Faint, Text: text})
}

// rowSeam draws the change of the form between two rows.
func (d *drawing) rowSeam(s Seam, r rows) {
	k := s.After + 1 - r.first
	if k < 1 || k >= r.count {
		return
	}
	y := math.Round(r.top + float64(k)*r.pitch)
	width := d.Measure(s.Label, noteSize, false)
	right := d.Width - 12
	d.list.add(Line{X1: 12, Y1: y, X2: right - width - 6, Y2: y, Width: 1, Dash: 4, Color: d.Palette.Muted},
		Text{X: right, Y: y + 4, Size: noteSize, Anchor: End, Color: d.Palette.Muted, Text: s.Label})
	d.list.Hits = append(d.list.Hits, Hit{X: 12, Y: y - 5, W: right - 12, H: 10, AtX: right - width/2, AtY: y, Tip: Tip{Title: s.Label, Note: s.Note}})
}
