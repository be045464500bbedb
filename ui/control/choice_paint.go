package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"nianbao/ui/look"
)

// CreateRenderer draws the options.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &choiceRenderer{choice: c, ground: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type choiceRenderer struct {
	choice  *Choice
	ground  *canvas.Rectangle
	cells   []*canvas.Rectangle
	labels  []*canvas.Text
	objects []fyne.CanvasObject
}

func (r *choiceRenderer) Destroy()                     {}
func (r *choiceRenderer) MinSize() fyne.Size           { return r.choice.MinSize() }
func (r *choiceRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *choiceRenderer) Layout(fyne.Size)             { r.Refresh() }

// Refresh places and colours all options.
func (r *choiceRenderer) Refresh() {
	c := r.choice
	c.boxes = c.lay(c.Size().Width)
	r.grow(len(c.options))
	r.paintGround()
	for i, o := range c.options {
		r.paintCell(i, o, c.boxes[i])
		r.paintLabel(i, o, c.boxes[i])
	}
	canvas.Refresh(c)
}

func (r *choiceRenderer) grow(n int) {
	for len(r.cells) < n {
		r.cells = append(r.cells, canvas.NewRectangle(nil))
		r.labels = append(r.labels, canvas.NewText("", nil))
	}
	r.objects = append(r.objects[:0], r.ground)
	for i := range n {
		r.objects = append(r.objects, r.cells[i], r.labels[i])
	}
}

func (r *choiceRenderer) paintGround() {
	r.ground.Hidden = !r.choice.joined
	r.ground.FillColor, r.ground.CornerRadius = theme.Color(theme.ColorNameHeaderBackground), 6
	r.ground.Resize(r.choice.MinSize())
}

func (r *choiceRenderer) paintCell(i int, o Option, b box) {
	c, cell := r.choice, r.cells[i]
	cell.Move(fyne.NewPos(b.x, b.y))
	cell.Resize(fyne.NewSize(b.width, b.height))
	cell.CornerRadius = 4
	cell.FillColor, cell.StrokeColor, cell.StrokeWidth = colorOf(""), nil, 0
	switch {
	case o.Chosen && c.joined:
		cell.FillColor = theme.Color(look.Surface)
		cell.StrokeColor, cell.StrokeWidth = theme.Color(look.Border), 1
	case o.Chosen:
		cell.FillColor = theme.Color(theme.ColorNameSelection)
	case c.hover == i:
		cell.FillColor = theme.Color(theme.ColorNameHover)
	}
	if c.focused && c.at == i {
		cell.StrokeColor, cell.StrokeWidth = theme.Color(theme.ColorNamePrimary), 1
	}
}

func (r *choiceRenderer) paintLabel(i int, o Option, b box) {
	c, label := r.choice, r.labels[i]
	label.Text = shorten(o.Label, b.width-8, theme.TextSize(), c.joined && o.Chosen)
	label.TextSize = theme.TextSize()
	label.Alignment = fyne.TextAlignCenter
	label.TextStyle = fyne.TextStyle{Bold: c.joined && o.Chosen}
	label.Color = theme.Color(theme.ColorNameForeground)
	switch {
	case o.Disabled:
		label.Color = theme.Color(theme.ColorNameDisabled)
	case o.Chosen:
		label.Color = theme.Color(theme.ColorNamePrimary)
	case c.joined:
		label.Color = theme.Color(look.Muted)
	}
	label.Move(fyne.NewPos(b.x, b.y))
	label.Resize(fyne.NewSize(b.width, b.height))
}
