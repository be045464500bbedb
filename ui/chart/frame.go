package chart

import "nianbao/ui/palette"

// Frame is the place for which a chart is laid out.
type Frame struct {
	Width, Height float64
	Palette       palette.Palette
	Measure       Measure
	Focus         string  // key of the series in the spotlight, "" for none
	Scroll        float64 // how far a long chart is scrolled down, in points; excess is ignored
}

// Measure returns the width of one line of text at a size.
type Measure func(text string, size float64, bold bool) float64

// Sizes of text in a chart.
const (
	titleSize = 15.0
	textSize  = 12.0
	noteSize  = 11.0
)

// box is the rest of a frame after titles, legends and labels have taken their room.
type box struct{ left, top, right, bottom float64 }

func (b box) width() float64  { return b.right - b.left }
func (b box) height() float64 { return b.bottom - b.top }

// shorten cuts a text with an ellipsis so that it is no wider than width.
func (f Frame) shorten(text string, size, width float64) string {
	if f.Measure(text, size, false) <= width {
		return text
	}
	runes := []rune(text)
	for n := len(runes) - 1; n > 0; n-- {
		if cut := string(runes[:n]) + "…"; f.Measure(cut, size, false) <= width {
			return cut
		}
	}
	return "…"
}
