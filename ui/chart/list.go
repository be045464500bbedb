// Package chart draws charts: from models of numbers and labels to pictures.
//
// A model, such as Trend or Bars, holds what is shown. Its Draw lays it out for a Frame
// and returns a List: rectangles, lines, dots, texts and areas that respond to the
// pointer. Painters turn a List into a picture: package view on the screen, SVG, PNG and
// PDF for files. Text is measured by a function of the Frame, so a layout is the same
// wherever it is painted. A model's TextEquivalent has the same content as a sentence and a table.
// The package knows nothing of the statutory form or of where numbers come from; the few
// sentences of its own are in ui/words.
package chart

import (
	"image/color"
	"math"
)

// List is a finished layout. Units are points; the origin is the top left; items are painted
// in order.
type List struct {
	Width, Height float64
	Items         []Item
	Hits          []Hit
	Used          float64 // height that the chart needs, 0 if it takes the whole frame
	Scroll        Scroll
	Walk          Walk // how arrow keys go from hit to hit
	Still         bool // looks the same whichever mark has the spotlight
}

// Scroll is the visible part of a long chart. Lengths are points down the page; a chart
// that fits has the zero Scroll.
type Scroll struct {
	Offset float64 // hidden above, at most Extent − Window
	Extent float64 // all rows together
	Window float64 // the rows shown
	Step   float64 // one row
	Top    float64 // where the visible part begins on the page
}

// Long reports whether rows are hidden.
func (s Scroll) Long() bool { return s.Extent > s.Window }

// Walk says how the arrow keys move between marks.
type Walk int

// The ways to walk: right and left stay within a series; up and down do; all marks form one row.
const (
	WalkAcross Walk = iota
	WalkDown
	WalkThrough
)

// Item is one of Rect, Line, Dot and Text.
type Item interface{ item() }

// Rect is a rectangle; a colour with zero alpha is not painted.
type Rect struct {
	X, Y, W, H, Radius float64
	Fill, Stroke       color.NRGBA
}

// Line is a straight stroke; Dash is the length of dashes and gaps, 0 for a solid line.
type Line struct {
	X1, Y1, X2, Y2 float64
	Width, Dash    float64
	Color          color.NRGBA
}

// Dot is a circle around its centre; Width is that of the stroke, 0 for none.
type Dot struct {
	X, Y, R      float64
	Fill, Stroke color.NRGBA
	Width        float64
}

// Anchor says which point of a text is at its X.
type Anchor int

// The anchors of a text.
const (
	Start Anchor = iota
	Middle
	End
)

// Text is one line of text; Y is its baseline.
type Text struct {
	X, Y, Size float64
	Bold       bool
	Anchor     Anchor
	Color      color.NRGBA
	Text       string
}

// Dashes are the solid strokes of a line.
func (i Line) Dashes() []Line {
	length := math.Hypot(i.X2-i.X1, i.Y2-i.Y1)
	if i.Dash <= 0 || length <= i.Dash {
		return []Line{i}
	}
	var out []Line
	dx, dy := (i.X2-i.X1)/length, (i.Y2-i.Y1)/length
	for from := 0.0; from < length; from += 2 * i.Dash {
		to := min(from+i.Dash, length)
		out = append(out, Line{X1: i.X1 + dx*from, Y1: i.Y1 + dy*from, X2: i.X1 + dx*to, Y2: i.Y1 + dy*to, Width: i.Width, Color: i.Color})
	}
	return out
}

func (Rect) item() {}
func (Line) item() {}
func (Dot) item()  {}
func (Text) item() {}

// Hit is an area that responds to the pointer for one mark of the chart.
type Hit struct {
	X, Y, W, H float64 // the area
	AtX, AtY   float64 // the mark itself
	Key        string  // of the series or unit, "" for an annotation
	Category   string  // of the category within the series, "" if there is none
	Index      int     // of the mark in its series
	Legend     bool    // names a series; a click switches it on or off
	Tip        Tip
}

// Tip is the tooltip of a mark.
type Tip struct {
	Title string
	Rows  []TipRow
	Note  string
}

// TipRow is one line of a Tip; a Color with zero alpha has no swatch.
type TipRow struct {
	Color       color.NRGBA
	Name, Value string
	Strong      bool
}

// At returns the hit whose area contains the point and whose mark is nearest to it. An annotation,
// whose area is small, wins over a series.
func (l List) At(x, y float64) (Hit, bool) {
	var found Hit
	nearest := math.Inf(1)
	for _, h := range l.Hits {
		if x < h.X || x > h.X+h.W || y < h.Y || y > h.Y+h.H {
			continue
		}
		if h.Key == "" || h.Legend {
			return h, true
		}
		if d := math.Hypot(x-h.AtX, y-h.AtY); d < nearest {
			found, nearest = h, d
		}
	}
	return found, !math.IsInf(nearest, 1)
}

func (l *List) add(items ...Item) { l.Items = append(l.Items, items...) }

// Bar draws the scroll bar.
func (s Scroll) Bar(f Frame) []Item {
	if !s.Long() {
		return nil
	}
	const width = 6.0
	length := max(24, s.Window*s.Window/s.Extent)
	top := s.Top + (s.Window-length)*s.Offset/(s.Extent-s.Window)
	c := f.Palette.Faint
	return []Item{Rect{X: f.Width - width - 2, Y: top, W: width, H: length, Radius: width / 2, Fill: color.NRGBA{R: c.R, G: c.G, B: c.B, A: 0xb0}}}
}
