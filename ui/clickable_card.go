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

// clickableCard is an entry of a list that can be clicked; the current one stands out.
type clickableCard struct {
	widget.BaseWidget
	onTap   func()
	ground  *control.Background
	current bool
	box     fyne.CanvasObject
}

var _ desktop.Hoverable = (*clickableCard)(nil)

// newClickableCard puts content on a background with a coloured edge.
func newClickableCard(content fyne.CanvasObject, current bool, edge fyne.ThemeColorName, onTap func()) *clickableCard {
	c := &clickableCard{onTap: onTap, current: current, ground: control.NewBackground("")}
	bar := control.NewBackground(edge)
	bar.Min = fyne.NewSize(3, 0)
	if current {
		c.ground.Fill = look.Surface
	}
	c.box = control.NewDock(nil, control.NewRule(theme.ColorNameSeparator), bar, nil, container.NewStack(c.ground, control.Pad(content, 9, 7)))
	c.ExtendBaseWidget(c)
	return c
}

// Tapped picks the card.
func (c *clickableCard) Tapped(*fyne.PointEvent) { c.onTap() }

// MouseIn highlights the card.
func (c *clickableCard) MouseIn(*desktop.MouseEvent) { c.light(theme.ColorNameHover) }

// MouseMoved does nothing.
func (c *clickableCard) MouseMoved(*desktop.MouseEvent) {}

// MouseOut removes the highlight.
func (c *clickableCard) MouseOut() { c.light("") }

func (c *clickableCard) light(fill fyne.ThemeColorName) {
	if !c.current {
		c.ground.Fill = fill
		c.ground.Refresh()
	}
}

// CreateRenderer shows the box.
func (c *clickableCard) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	return widget.NewSimpleRenderer(c.box)
}
