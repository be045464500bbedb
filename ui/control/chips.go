package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/look"
)

// Chip is an active filter: its text and a cross that removes it.
type Chip struct {
	widget.BaseWidget
	touch
	OnRemove func()

	text string
}

var (
	_ desktop.Hoverable = (*Chip)(nil)
	_ fyne.Focusable    = (*Chip)(nil)
	_ fyne.Tappable     = (*Chip)(nil)
)

// NewChip returns a chip.
func NewChip(text string, onRemove func()) *Chip {
	c := &Chip{text: text, OnRemove: onRemove}
	c.changed = c.Refresh
	c.ExtendBaseWidget(c)
	return c
}

// Text is what the chip says.
func (c *Chip) Text() string { return c.text }

const (
	chipHeight  = 24
	chipPadding = 10
	crossSize   = 9
)

// MinSize leaves room for text and cross.
func (c *Chip) MinSize() fyne.Size {
	return fyne.NewSize(measure(c.text, theme.TextSize(), false)+2*chipPadding+crossSize+6, chipHeight)
}

// Tapped removes the filter.
func (c *Chip) Tapped(*fyne.PointEvent) {
	if c.OnRemove != nil {
		c.OnRemove()
	}
}

// TypedKey removes the filter with Delete, Backspace, Space or Enter.
func (c *Chip) TypedKey(e *fyne.KeyEvent) {
	tapOn(e, c, func() { c.Tapped(nil) }, fyne.KeyDelete, fyne.KeyBackspace)
}

// CreateRenderer draws the chip.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &chipRenderer{chip: c, ground: canvas.NewRectangle(nil), label: canvas.NewText("", nil), cross: [2]*canvas.Line{canvas.NewLine(nil), canvas.NewLine(nil)}}
	r.Refresh()
	return r
}

type chipRenderer struct {
	chip   *Chip
	ground *canvas.Rectangle
	label  *canvas.Text
	cross  [2]*canvas.Line
}

func (r *chipRenderer) Destroy()           {}
func (r *chipRenderer) MinSize() fyne.Size { return r.chip.MinSize() }

func (r *chipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.label, r.cross[0], r.cross[1]}
}

func (r *chipRenderer) Layout(size fyne.Size) {
	top := (size.Height - chipHeight) / 2
	r.ground.Move(fyne.NewPos(0, top))
	r.ground.Resize(fyne.NewSize(size.Width, chipHeight))
	r.label.Move(fyne.NewPos(chipPadding, top))
	r.label.Resize(fyne.NewSize(size.Width-2*chipPadding-crossSize-6, chipHeight))
	x, y := size.Width-chipPadding-crossSize, top+(chipHeight-crossSize)/2+0.5
	r.cross[0].Position1, r.cross[0].Position2 = fyne.NewPos(x, y), fyne.NewPos(x+crossSize, y+crossSize)
	r.cross[1].Position1, r.cross[1].Position2 = fyne.NewPos(x, y+crossSize), fyne.NewPos(x+crossSize, y)
}

func (r *chipRenderer) Refresh() {
	c := r.chip
	r.ground.FillColor, r.ground.CornerRadius = theme.Color(theme.ColorNameSelection), chipHeight/2
	r.ground.StrokeColor, r.ground.StrokeWidth = nil, 0
	if c.focused {
		r.ground.StrokeColor, r.ground.StrokeWidth = theme.Color(theme.ColorNamePrimary), 1
	}
	r.label.Text, r.label.TextSize, r.label.Color = c.text, theme.TextSize(), theme.Color(theme.ColorNameForeground)
	cross := theme.Color(look.Muted)
	if c.hovered {
		cross = theme.Color(theme.ColorNameForeground)
	}
	for _, line := range r.cross {
		line.StrokeColor, line.StrokeWidth = cross, 1.5
	}
	canvas.Refresh(c)
}
