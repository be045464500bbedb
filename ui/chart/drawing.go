package chart

import (
	"image/color"
	"math"
)

// drawing is a chart being laid out: its list, and the room left for the plot.
type drawing struct {
	Frame
	words Words
	list  *List
	plot  box
	notes []string // lines below the plot
	under float64  // room for labels below the plot
}

// start writes the headings.
func (f Frame) start(title, subtitle string, w Words) *drawing {
	list := &List{Width: f.Width, Height: f.Height}
	top := f.heading(title, subtitle, list)
	return &drawing{Frame: f, words: w, list: list, plot: box{left: 12, top: top, right: f.Width - 16, bottom: f.Height - 10}}
}

// nothing returns the finished list of a chart without numbers.
func (d *drawing) nothing() List {
	d.emptyState(d.words, d.list)
	return *d.list
}

// nothingFor draws the reason why there is nothing to draw; without a reason it draws the
// empty state.
func (d *drawing) nothingFor(reason string) List {
	if reason == "" {
		return d.nothing()
	}
	d.list.add(Text{X: d.Width / 2, Y: d.Height / 2, Size: textSize, Anchor: Middle, Color: d.Palette.Muted, Text: reason})
	return *d.list
}

// foot reserves room for a note below the plot, of one or two lines.
func (d *drawing) foot(note string) {
	if note == "" {
		return
	}
	lines := d.wrap(note, noteSize, d.Width-28)
	if len(lines) > 2 {
		lines = append(lines[:1], d.shorten(lines[1]+"…", noteSize, d.Width-28))
	}
	d.notes = lines
	d.plot.bottom -= 16*float64(len(lines)) + 6
}

// finish writes the notes below the plot and returns the list.
func (d *drawing) finish() List {
	y := d.plot.bottom + d.under + 6
	for _, line := range d.notes {
		y += 16
		d.note(12, y, Start, line)
	}
	d.list.Used = y + 10
	return *d.list
}

// note writes a line of secondary text.
func (d *drawing) note(x, y float64, a Anchor, text string) {
	d.list.add(Text{X: x, Y: y, Size: noteSize, Anchor: a, Color: d.Palette.Muted, Text: text})
}

// rule draws a vertical or horizontal hairline.
func (d *drawing) rule(x1, y1, x2, y2 float64, c color.NRGBA) {
	d.list.add(Line{X1: x1, Y1: y1, X2: x2, Y2: y2, Width: 1, Color: c})
}

// across sets a horizontal number axis within the plot and writes its labels above it. acrossRules
// draws its grid lines once the rows are known.
func (d *drawing) across(s scale, style NumberStyle) scale {
	d.plot.top += 18
	s.from, s.to = d.plot.left, d.plot.right
	for i, v := range s.ticks() {
		text, x := s.label(v, style), s.at(v)
		a := Middle
		if half := d.Measure(text, noteSize, false) / 2; i > 0 && x+half > d.Width-6 {
			a = End
		}
		d.note(x, d.plot.top-6, a, text)
	}
	return s
}

// ticksAcross is how many steps fit on a horizontal axis.
func (d *drawing) ticksAcross() int { return int(max(2, min(6, d.plot.width()/90))) }

func (d *drawing) acrossRules(s scale) {
	for _, v := range s.ticks() {
		c := d.Palette.Rule
		if v == 0 {
			c = d.Palette.Faint
		}
		d.rule(s.at(v), d.plot.top-2, s.at(v), d.plot.bottom, c)
	}
}

// tone is the colour of the k-th series. When the palette is used up, its colours repeat, paler.
func (f Frame) tone(k int) color.NRGBA {
	n := len(f.Palette.Series)
	c := f.Palette.Series[k%n]
	if k >= n {
		c = blend(c, f.Palette.Surface, 0.5)
	}
	return c
}

// stepBack makes a colour paler if another series has the spotlight.
func (f Frame) stepBack(c color.NRGBA, keys ...string) color.NRGBA {
	if f.Focus == "" {
		return c
	}
	for _, key := range keys {
		if key == f.Focus {
			return c
		}
	}
	return blend(c, f.Palette.Surface, 0.65)
}

// on is the colour of text on a background: ink or paper if one of them stands out well, else black
// or white, one of which always does.
func (f Frame) on(ground color.NRGBA) color.NRGBA {
	const readable = 4.3
	black, white := color.NRGBA{A: 0xff}, color.NRGBA{R: 0xff, G: 0xff, B: 0xff, A: 0xff}
	best := f.Palette.Ink
	for _, c := range []color.NRGBA{f.Palette.Surface, black, white} {
		if old := contrast(ground, best); old < readable && contrast(ground, c) > old {
			best = c
		}
	}
	return best
}

// contrast is the contrast ratio of WCAG 2, from 1 to 21.
func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		if s := float64(v) / 255; s > 0.04045 {
			return math.Pow((s+0.055)/1.055, 2.4)
		} else {
			return s / 12.92
		}
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
