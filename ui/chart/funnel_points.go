package chart

import (
	"cmp"
	"slices"

	"nianbao/ui/words"
)

// standing is where a point lies relative to the limits.
type standing int

const (
	within standing = iota
	beyondInner
	beyondOuter
)

// standingOf compares a fraction with the limits around a pooled rate.
func standingOf(f Fraction, pooled float64) standing {
	rate, _ := f.Rate()
	inner, outer := Limits(pooled, f.Whole)
	switch {
	case !outer.Holds(rate):
		return beyondOuter
	case !inner.Holds(rate):
		return beyondInner
	}
	return within
}

// With up to namedPoints points, all are named.
const namedPoints = 16

// points draws the ordinary points first, so that unusual ones lie on top, and names the unusual
// ones.
func (d *funnelDrawing) points() {
	type placed struct {
		index int
		standing
	}
	var all []placed
	for i, p := range d.Points {
		if p.Whole > 0 {
			all = append(all, placed{i, standingOf(p.Fraction, d.pooled)})
		}
	}
	slices.SortStableFunc(all, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.standing, b.standing), cmp.Compare(d.Points[a.index].Whole, d.Points[b.index].Whole))
	})
	for _, p := range all {
		d.point(p.index, p.standing)
	}
	few := len(all) <= namedPoints && d.plot.width() > 500
	for _, p := range all {
		if x, y := d.place(p.index); few || p.standing != within {
			d.occupied = append(d.occupied, box{left: x - 5, right: x + 5, top: y - 5, bottom: y + 5})
		}
	}
	for _, p := range slices.Backward(all) {
		if few || p.standing == beyondOuter || p.standing == beyondInner && len(all) <= 60 && d.plot.width() > 500 {
			d.label(p.index, p.standing)
		}
	}
	slices.SortStableFunc(d.list.Hits, func(a, b Hit) int { return cmp.Compare(a.AtX, b.AtX) })
}

func (d *funnelDrawing) place(i int) (x, y float64) {
	rate, _ := d.Points[i].Rate()
	return d.x.at(d.Points[i].Whole), d.y.at(rate)
}

func (d *funnelDrawing) point(i int, s standing) {
	p := d.Points[i]
	x, y := d.place(i)
	dot := Dot{X: x, Y: y, R: 3, Fill: blend(d.Palette.Muted, d.Palette.Surface, 0.35)}
	if p.Small() && len(d.Points) <= 60 {
		dot = Dot{X: x, Y: y, R: 3.5, Fill: d.Palette.Surface, Stroke: d.Palette.Muted, Width: 1.2}
	}
	switch s {
	case beyondInner:
		dot = Dot{X: x, Y: y, R: 3.5, Fill: blend(d.Palette.Series[0], d.Palette.Surface, 0.6), Stroke: d.Palette.Series[0], Width: 1}
	case beyondOuter:
		dot = Dot{X: x, Y: y, R: 4.5, Fill: d.Palette.Series[0]}
	}
	if p.ID() == d.Focus {
		dot.R += 1.5
	}
	d.list.add(dot)
	d.list.Hits = append(d.list.Hits, Hit{X: x - 12, Y: y - 12, W: 24, H: 24, AtX: x, AtY: y, Key: p.ID(), Index: i, Tip: d.tip(i, s)})
}

// label names a point on the first side that is free: right, left, above, below.
func (d *funnelDrawing) label(i int, s standing) {
	p := d.Points[i]
	x, y := d.place(i)
	width := d.Measure(p.Name, noteSize, false)
	for _, side := range [][2]float64{{x + 8, y}, {x - 8 - width, y}, {x - width/2, y - 14}, {x - width/2, y + 14}} {
		b := box{left: side[0] - 2, right: side[0] + width + 2, top: side[1] - 8, bottom: side[1] + 7}
		if b.left < d.plot.left || b.right > d.plot.right || d.taken(b) {
			continue
		}
		d.occupied = append(d.occupied, b)
		ink := d.Palette.Ink
		if s != beyondOuter {
			ink = d.Palette.Muted
		}
		d.list.add(Text{X: side[0], Y: side[1] + 4, Size: noteSize, Color: ink, Text: p.Name})
		return
	}
}

func (d *funnelDrawing) taken(b box) bool {
	for _, o := range d.occupied {
		if b.left < o.right && o.left < b.right && b.top < o.bottom && o.top < b.bottom {
			return true
		}
	}
	return false
}

func (d *funnelDrawing) tip(i int, s standing) Tip {
	p := d.Points[i]
	t := Tip{Title: p.Name, Note: p.Note, Rows: []TipRow{{Name: d.Title, Value: d.Words.fraction(p.Fraction), Strong: true}}}
	inner, outer := Limits(d.pooled, p.Whole)
	t.Rows = append(t.Rows,
		TipRow{Name: "95%", Value: limitText(inner)}, TipRow{Name: "99.8%", Value: limitText(outer)},
		TipRow{Name: d.Words.say(words.ChartStanding), Value: d.Words.standing(s)})
	return t
}

func limitText(b Limit) string { return Comma(b.Lo*100, 1) + "–" + Comma(b.Hi*100, 1) + "%" }

func (w Words) standing(s standing) string {
	return w.say([]words.Word{words.ChartWithin, words.ChartBeyondInner, words.ChartBeyondOuter}[s])
}
