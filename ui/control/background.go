package control

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Background is a filled rectangle in a colour of the theme; unlike a plain rectangle it follows a
// change of theme. It serves as background, rule and frame.
type Background struct {
	widget.BaseWidget
	Fill, Stroke fyne.ThemeColorName // "" is none
	Radius       float32
	Min          fyne.Size

	rect *canvas.Rectangle
}

// NewBackground returns a background in a colour.
func NewBackground(fill fyne.ThemeColorName) *Background {
	g := &Background{Fill: fill, rect: canvas.NewRectangle(nil)}
	g.ExtendBaseWidget(g)
	return g
}

// NewFrame returns a background with a hairline around it.
func NewFrame(fill, stroke fyne.ThemeColorName, radius float32) *Background {
	g := NewBackground(fill)
	g.Stroke, g.Radius = stroke, radius
	return g
}

// NewRule returns a hairline one point thick both ways; its container stretches it.
func NewRule(color fyne.ThemeColorName) *Background {
	g := NewBackground(color)
	g.Min = fyne.NewSize(1, 1)
	return g
}

// MinSize is Min.
func (g *Background) MinSize() fyne.Size { return g.Min }

// CreateRenderer draws the rectangle.
func (g *Background) CreateRenderer() fyne.WidgetRenderer {
	g.ExtendBaseWidget(g)
	r := &backgroundRenderer{widget.NewSimpleRenderer(g.rect), g}
	r.Refresh()
	return r
}

type backgroundRenderer struct {
	fyne.WidgetRenderer
	ground *Background
}

func (r *backgroundRenderer) MinSize() fyne.Size { return r.ground.Min }

func (r *backgroundRenderer) Refresh() {
	g := r.ground
	g.rect.FillColor, g.rect.CornerRadius = colorOf(g.Fill), g.Radius
	g.rect.StrokeColor, g.rect.StrokeWidth = nil, 0
	if g.Stroke != "" {
		g.rect.StrokeColor, g.rect.StrokeWidth = theme.Color(g.Stroke), 1
	}
	g.rect.Refresh()
}

func colorOf(name fyne.ThemeColorName) color.Color {
	if name == "" {
		return color.Transparent
	}
	return theme.Color(name)
}
