package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/control"
	"nianbao/ui/look"
)

// slip is a block of a list that can be clicked; the current one stands out.
type slip struct {
	widget.BaseWidget
	onTap   func()
	ground  *control.Ground
	current bool
	box     fyne.CanvasObject
}

var _ desktop.Hoverable = (*slip)(nil)

// newSlip puts content on a ground with an edge in a colour.
func newSlip(content fyne.CanvasObject, current bool, edge fyne.ThemeColorName, onTap func()) *slip {
	c := &slip{onTap: onTap, current: current, ground: control.NewGround("")}
	bar := control.NewGround(edge)
	bar.Min = fyne.NewSize(3, 0)
	if current {
		c.ground.Fill = look.Surface
	}
	c.box = control.NewDock(nil, control.NewRule(theme.ColorNameSeparator), bar, nil, container.NewStack(c.ground, control.Pad(content, 9, 7)))
	c.ExtendBaseWidget(c)
	return c
}

// Tapped picks the slip.
func (c *slip) Tapped(*fyne.PointEvent) { c.onTap() }

// MouseIn lights the slip.
func (c *slip) MouseIn(*desktop.MouseEvent) { c.light(theme.ColorNameHover) }

// MouseMoved does nothing more.
func (c *slip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut darkens it again.
func (c *slip) MouseOut() { c.light("") }

func (c *slip) light(fill fyne.ThemeColorName) {
	if !c.current {
		c.ground.Fill = fill
		c.ground.Refresh()
	}
}

// CreateRenderer shows the box.
func (c *slip) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	return widget.NewSimpleRenderer(c.box)
}
