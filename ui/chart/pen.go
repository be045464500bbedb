package chart

import "image/color"

// pen is how one series is drawn.
type pen struct {
	width, dot float64
	hollow     bool
	color      color.NRGBA
	ground     color.NRGBA
}

// pen returns how the k-th series is drawn: in the colours of the palette with filled dots, then
// with hollow dots. If there are more series than these two rounds can tell apart, only the first
// round is coloured; the others are thin grey lines that the pointer tells apart. While another
// series has the spotlight, a series is paled.
func (d *trendDrawing) pen(k int) pen {
	n := len(d.Palette.Series)
	p := pen{width: 2, dot: 3, color: d.color(k), ground: d.Palette.Surface, hollow: k >= n}
	if k >= d.coloured() {
		p = pen{width: 1, color: d.Palette.Faint, ground: d.Palette.Surface}
	}
	if len(d.Years) > 30 || len(d.Series) > n {
		p.width, p.dot = min(p.width, 1.5), min(p.dot, 2.5)
	}
	if d.Focus == "" {
		return p
	}
	if d.Series[k].ID() == d.Focus {
		p.width, p.dot = 2.5, 3.5
		if k >= d.coloured() {
			p.color = d.Palette.Ink
		}
		return p
	}
	p.color = blend(p.color, d.Palette.Surface, 0.72)
	return p
}

// coloured is how many series have a colour of their own.
func (d *trendDrawing) coloured() int {
	n := len(d.Palette.Series)
	if len(d.Series) > 2*n {
		return n
	}
	return len(d.Series)
}

// mark is the dot of a number, set off from the lines by a rim of the background colour.
func (p pen) mark(x, y float64) Dot {
	radius := max(p.dot, 2)
	if p.hollow {
		return Dot{X: x, Y: y, R: radius, Fill: p.ground, Stroke: p.color, Width: 1.5}
	}
	return Dot{X: x, Y: y, R: radius, Fill: p.color}
}

// blend mixes share of b into a.
func blend(a, b color.NRGBA, share float64) color.NRGBA {
	mix := func(x, y uint8) uint8 { return uint8(float64(x)*(1-share) + float64(y)*share + 0.5) }
	return color.NRGBA{R: mix(a.R, b.R), G: mix(a.G, b.G), B: mix(a.B, b.B), A: 0xff}
}
