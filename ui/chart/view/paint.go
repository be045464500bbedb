package view

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nianbao/ui/chart"
)

// brush paints lists with Fyne objects, which it reuses for the next list.
type brush struct {
	rects pool[*canvas.Rectangle]
	lines pool[*canvas.Line]
	dots  pool[*canvas.Circle]
	texts pool[*canvas.Text]
	out   []fyne.CanvasObject
}

// pool reuses objects, in order.
type pool[T any] struct {
	made []T
	used int
}

func (p *pool[T]) next(create func() T) T {
	if p.used == len(p.made) {
		p.made = append(p.made, create())
	}
	p.used++
	return p.made[p.used-1]
}

// paint returns the objects of the items, in their order.
func (b *brush) paint(items []chart.Item) []fyne.CanvasObject {
	b.rects.used, b.lines.used, b.dots.used, b.texts.used = 0, 0, 0, 0
	b.out = b.out[:0]
	for _, item := range items {
		switch i := item.(type) {
		case chart.Rect:
			b.rect(i)
		case chart.Line:
			b.line(i)
		case chart.Dot:
			b.dot(i)
		case chart.Text:
			b.text(i)
		}
	}
	return b.out
}

func (b *brush) rect(i chart.Rect) {
	r := b.rects.next(func() *canvas.Rectangle { return canvas.NewRectangle(nil) })
	r.FillColor, r.StrokeColor, r.StrokeWidth, r.CornerRadius = i.Fill, i.Stroke, 0, float32(i.Radius)
	if i.Stroke.A > 0 {
		r.StrokeWidth = 1
	}
	r.Move(Position(i.X, i.Y))
	r.Resize(fyne.NewSize(float32(i.W), float32(i.H)))
	r.Refresh()
	b.out = append(b.out, r)
}

// line paints dashes one by one: Fyne knows solid lines only.
func (b *brush) line(i chart.Line) {
	for _, stroke := range i.Dashes() {
		b.stroke(stroke)
	}
}

func (b *brush) stroke(i chart.Line) {
	l := b.lines.next(func() *canvas.Line { return canvas.NewLine(nil) })
	l.StrokeColor, l.StrokeWidth = i.Color, float32(i.Width)
	l.Position1, l.Position2 = Position(i.X1, i.Y1), Position(i.X2, i.Y2)
	l.Refresh()
	b.out = append(b.out, l)
}

func (b *brush) dot(i chart.Dot) {
	c := b.dots.next(func() *canvas.Circle { return canvas.NewCircle(nil) })
	c.FillColor, c.StrokeColor, c.StrokeWidth = i.Fill, i.Stroke, float32(i.Width)
	r := i.R + i.Width/2
	c.Position1, c.Position2 = Position(i.X-r, i.Y-r), Position(i.X+r, i.Y+r)
	c.Refresh()
	b.out = append(b.out, c)
}

func (b *brush) text(i chart.Text) {
	t := b.texts.next(func() *canvas.Text { return canvas.NewText("", nil) })
	t.Text, t.Color, t.TextSize = i.Text, i.Color, float32(i.Size)
	t.TextStyle = fyne.TextStyle{Bold: i.Bold}
	size, baseline := fyne.CurrentApp().Driver().RenderedTextSize(i.Text, t.TextSize, t.TextStyle, nil)
	x := float32(i.X)
	switch i.Anchor {
	case chart.Middle:
		x -= size.Width / 2
	case chart.End:
		x -= size.Width
	}
	t.Move(fyne.NewPos(float32(math.Round(float64(x))), float32(math.Round(i.Y))-baseline))
	t.Resize(size)
	t.Refresh()
	b.out = append(b.out, t)
}

// Position converts the coordinates of a chart to Fyne's.
func Position(x, y float64) fyne.Position { return fyne.NewPos(float32(x), float32(y)) }

// measureOnScreen is the Measure of the current theme.
func measureOnScreen(text string, size float64, bold bool) float64 {
	return float64(fyne.MeasureText(text, float32(size), fyne.TextStyle{Bold: bold}).Width)
}
