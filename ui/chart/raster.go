package chart

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"

	"golang.org/x/image/vector"
)

// PNG writes a list as a picture on a background, with scale pixels for each point; 2 suits print
// and slides.
func (l List) PNG(w io.Writer, fonts *Fonts, ground color.NRGBA, scale float64) error {
	return png.Encode(w, l.Image(fonts, ground, scale))
}

// Image paints a list on a background, with scale pixels for each point. It needs no window.
func (l List) Image(fonts *Fonts, ground color.NRGBA, scale float64) *image.RGBA {
	picture := image.NewRGBA(image.Rect(0, 0, max(1, int(math.Round(l.Width*scale))), max(1, int(math.Round(l.Height*scale)))))
	draw.Draw(picture, picture.Bounds(), image.NewUniform(ground), image.Point{}, draw.Src)
	r := raster{picture: picture, scale: scale, fonts: fonts, path: vector.NewRasterizer(1, 1)}
	for _, item := range l.Items {
		switch i := item.(type) {
		case Rect:
			r.rect(i)
		case Line:
			for _, stroke := range i.Dashes() {
				r.line(stroke)
			}
		case Dot:
			r.dot(i)
		case Text:
			r.text(i)
		}
	}
	return picture
}

// raster paints items on a picture.
type raster struct {
	picture *image.RGBA
	scale   float64
	fonts   *Fonts
	path    *vector.Rasterizer
}

// rect fills to whole pixels, so that neighbours neither overlap nor leave a gap.
func (r *raster) rect(i Rect) {
	left, top := math.Round(i.X*r.scale), math.Round(i.Y*r.scale)
	b := box{left: left, top: top, right: math.Round((i.X + i.W) * r.scale), bottom: math.Round((i.Y + i.H) * r.scale)}
	if i.Radius > 0 {
		r.rounded(b, i)
		return
	}
	r.block(b, i.Fill)
	if i.Stroke.A == 0 {
		return
	}
	w := max(1, math.Round(r.scale))
	r.block(box{b.left, b.top, b.right, b.top + w}, i.Stroke)
	r.block(box{b.left, b.bottom - w, b.right, b.bottom}, i.Stroke)
	r.block(box{b.left, b.top + w, b.left + w, b.bottom - w}, i.Stroke)
	r.block(box{b.right - w, b.top + w, b.right, b.bottom - w}, i.Stroke)
}

// rounded fills the outer shape with the stroke and the inner one with the fill.
func (r *raster) rounded(b box, i Rect) {
	radius := i.Radius * r.scale
	if i.Stroke.A > 0 {
		w := max(1, math.Round(r.scale))
		r.shape(b, i.Stroke, func(p pathPen) { p.rounded(b, radius) })
		b = box{b.left + w, b.top + w, b.right - w, b.bottom - w}
		radius = max(0, radius-w)
	}
	r.shape(b, i.Fill, func(p pathPen) { p.rounded(b, radius) })
}

func (r *raster) block(b box, c color.NRGBA) {
	if c.A > 0 {
		area := image.Rect(int(b.left), int(b.top), int(b.right), int(b.bottom))
		draw.Draw(r.picture, area, image.NewUniform(c), image.Point{}, draw.Over)
	}
}

// line paints vertical and horizontal strokes on whole pixels, others with round ends.
func (r *raster) line(i Line) {
	width := i.Width * r.scale
	if i.X1 == i.X2 || i.Y1 == i.Y2 {
		w := max(1, math.Round(width))
		half := w / 2
		x1, x2 := min(i.X1, i.X2)*r.scale, max(i.X1, i.X2)*r.scale
		y1, y2 := min(i.Y1, i.Y2)*r.scale, max(i.Y1, i.Y2)*r.scale
		if i.X1 == i.X2 {
			x1 = math.Round(x1 - half)
			x2 = x1 + w
		} else {
			y1 = math.Round(y1 - half)
			y2 = y1 + w
		}
		r.block(box{math.Round(x1), math.Round(y1), math.Round(x2), math.Round(y2)}, i.Color)
		return
	}
	half := max(1, width) / 2
	x1, y1, x2, y2 := i.X1*r.scale, i.Y1*r.scale, i.X2*r.scale, i.Y2*r.scale
	b := box{min(x1, x2) - half, min(y1, y2) - half, max(x1, x2) + half, max(y1, y2) + half}
	r.shape(b, i.Color, func(p pathPen) { p.stroke(x1, y1, x2, y2, half) })
}

func (r *raster) dot(i Dot) {
	x, y := i.X*r.scale, i.Y*r.scale
	outer, inner := (i.R+i.Width/2)*r.scale, (i.R-i.Width/2)*r.scale
	b := box{x - outer, y - outer, x + outer, y + outer}
	if i.Stroke.A == 0 || i.Width == 0 {
		r.shape(b, i.Fill, func(p pathPen) { p.circle(x, y, i.R*r.scale, false) })
		return
	}
	if i.Fill.A > 0 {
		r.shape(b, i.Fill, func(p pathPen) { p.circle(x, y, i.R*r.scale, false) })
	}
	r.shape(b, i.Stroke, func(p pathPen) {
		p.circle(x, y, outer, false)
		p.circle(x, y, inner, true)
	})
}

// shape fills an outline that lies within a box.
func (r *raster) shape(b box, c color.NRGBA, outline func(pathPen)) {
	area := image.Rect(int(math.Floor(b.left)), int(math.Floor(b.top)), int(math.Ceil(b.right)), int(math.Ceil(b.bottom)))
	if c.A == 0 || area.Intersect(r.picture.Bounds()).Empty() {
		return
	}
	r.path.Reset(area.Dx(), area.Dy())
	outline(pathPen{r.path, float64(area.Min.X), float64(area.Min.Y)})
	r.path.Draw(r.picture, area, image.NewUniform(c), image.Point{})
}
