// Package chart draws charts of numbers over labels: plain models in, pictures out.
//
// A model (Trend and its kin) says what is shown. Its Draw lays it out for a Frame and returns
// a List: rectangles, lines, dots, texts and areas that answer to the pointer. Painters turn a
// List into a picture: View on the screen, SVG for files. Text is measured by a function of
// the Frame, so a layout is the same wherever it is painted. The package knows numbers and
// labels, and nothing of the statutory form, of where numbers come from or of wording.
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
}

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

// Anchor says which point of a text stands at its X.
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

func (Rect) item() {}
func (Line) item() {}
func (Dot) item()  {}
func (Text) item() {}

// Hit is an area that answers to the pointer for one mark of the chart.
type Hit struct {
	X, Y, W, H float64 // the area
	AtX, AtY   float64 // the mark itself
	Key        string  // of the series, "" for an annotation
	Index      int     // of the mark in its series
	Tip        Tip
}

// Tip is what the pointer learns about a mark.
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

// At returns the hit whose area holds the point and whose mark is nearest to it. An annotation
// wins over a series within its area, which is small.
func (l List) At(x, y float64) (Hit, bool) {
	var found Hit
	nearest := math.Inf(1)
	for _, h := range l.Hits {
		if x < h.X || x > h.X+h.W || y < h.Y || y > h.Y+h.H {
			continue
		}
		if h.Key == "" {
			return h, true
		}
		if d := math.Hypot(x-h.AtX, y-h.AtY); d < nearest {
			found, nearest = h, d
		}
	}
	return found, !math.IsInf(nearest, 1)
}

func (l *List) add(items ...Item) { l.Items = append(l.Items, items...) }
