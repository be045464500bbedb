package chart

import (
	"fmt"
	"image"
	"image/draw"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Fonts holds the two weights of the typeface. It keeps the shapes of characters, so one value
// serves many pictures; it is not safe for concurrent use.
type Fonts struct {
	files  [2][]byte
	faces  [2]*sfnt.Font
	buffer sfnt.Buffer
	shapes map[glyphKey]glyph
}

// NewFonts reads the regular and the bold weight from TrueType files.
func NewFonts(regular, bold []byte) (*Fonts, error) {
	f := &Fonts{files: [2][]byte{regular, bold}, shapes: map[glyphKey]glyph{}}
	for i, name := range []string{"regular", "bold"} {
		face, err := sfnt.Parse(f.files[i])
		if err != nil {
			return nil, fmt.Errorf("read the %s font: %w", name, err)
		}
		f.faces[i] = face
	}
	return f, nil
}

// Measure returns the width of one line of text, for layouts.
func (f *Fonts) Measure(text string, size float64, bold bool) float64 {
	return advance(f.faces[weightOf(bold)], &f.buffer, text) * size / 1000
}

func weightOf(bold bool) int {
	if bold {
		return 1
	}
	return 0
}

// glyphKey is a character at a size and at one of four positions within a pixel.
type glyphKey struct {
	weight  int
	index   sfnt.GlyphIndex
	size    fixed.Int26_6
	quarter int
}

// glyph is the shape of a character; corner is where its mask begins, relative to the pen.
type glyph struct {
	mask   *image.Alpha
	corner image.Point
}

// text writes with the pen at quarters of a pixel.
func (r *raster) text(i Text) {
	size := fixed.Int26_6(math.Round(i.Size * r.scale * 64))
	x, y := i.X*r.scale, math.Round(i.Y*r.scale)
	width := r.fonts.Measure(i.Text, i.Size, i.Bold) * r.scale
	switch i.Anchor {
	case Middle:
		x -= width / 2
	case End:
		x -= width
	}
	ink := image.NewUniform(i.Color)
	weight := weightOf(i.Bold)
	for _, char := range i.Text {
		index, err := r.fonts.faces[weight].GlyphIndex(&r.fonts.buffer, char)
		if err != nil {
			index = 0
		}
		pen := math.Round(x*4) / 4
		g := r.fonts.glyph(glyphKey{weight, index, size, int(math.Mod(pen, 1) * 4)})
		if g.mask != nil {
			at := g.corner.Add(image.Pt(int(math.Floor(pen)), int(y)))
			draw.DrawMask(r.picture, g.mask.Bounds().Add(at), ink, image.Point{}, g.mask, image.Point{}, draw.Over)
		}
		x += advance(r.fonts.faces[weight], &r.fonts.buffer, string(char)) * i.Size * r.scale / 1000
	}
}

// glyph returns a shape; it is drawn the first time only.
func (f *Fonts) glyph(key glyphKey) glyph {
	if g, ok := f.shapes[key]; ok {
		return g
	}
	g := f.shape(key)
	f.shapes[key] = g
	return g
}

func (f *Fonts) shape(key glyphKey) glyph {
	face := f.faces[key.weight]
	bounds, _, err := face.GlyphBounds(&f.buffer, key.index, key.size, font.HintingNone)
	if err != nil {
		return glyph{}
	}
	outline, err := face.LoadGlyph(&f.buffer, key.index, key.size, nil)
	if err != nil || len(outline) == 0 {
		return glyph{}
	}
	shift := float64(key.quarter) / 4
	left, top := bounds.Min.X.Floor(), bounds.Min.Y.Floor()
	mask := image.NewAlpha(image.Rect(0, 0, bounds.Max.X.Ceil()+1-left, bounds.Max.Y.Ceil()-top))
	fill(mask, outline, pathPen{x: float64(left) - shift, y: float64(top)})
	return glyph{mask: mask, corner: image.Pt(left, top)}
}
