package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Option is one of a few things to choose from.
type Option struct {
	Label    string
	Chosen   bool
	Disabled bool
}

// Choice shows options side by side: as a segmented control, a grid of cells, or a row of words.
// Its owner decides with SetOptions which of them are chosen.
type Choice struct {
	widget.BaseWidget
	OnTap func(option int)

	shape
	options []Option

	boxes   []box
	hover   int // option under the pointer, -1 for none
	at      int // option reached with the arrow keys
	focused bool
}

// shape is how the options look and are arranged.
type shape struct {
	arrange arrangement
	height  float32 // of an option
	padding float32 // left and right of its label
	joined  bool    // one background behind all, as in a segmented control
}

// box is the place of an option.
type box struct{ x, y, width, height float32 }

func (b box) contains(p fyne.Position) bool {
	return p.X >= b.x && p.X < b.x+b.width && p.Y >= b.y && p.Y < b.y+b.height
}

var (
	_ desktop.Hoverable = (*Choice)(nil)
	_ fyne.Focusable    = (*Choice)(nil)
	_ fyne.Tappable     = (*Choice)(nil)
)

// NewSegments returns a segmented control: options in one row, one of them chosen.
func NewSegments(options []Option) *Choice {
	return newChoice(options, shape{arrange: inRow, height: 28, padding: 14, joined: true})
}

// NewOptionGrid returns options in a grid of equal cells, one of them chosen.
func NewOptionGrid(options []Option, columns int) *Choice {
	return newChoice(options, shape{arrange: inColumns(columns), height: 27, padding: 8})
}

// NewActions returns options in a row that do something rather than stay chosen.
func NewActions(options []Option) *Choice {
	return newChoice(options, shape{arrange: inRow, height: 26, padding: 10})
}

func newChoice(options []Option, s shape) *Choice {
	c := &Choice{shape: s, hover: -1}
	c.ExtendBaseWidget(c)
	c.SetOptions(options)
	return c
}

// SetOptions replaces the options, or what is chosen.
func (c *Choice) SetOptions(options []Option) {
	c.options = options
	c.at = min(c.at, max(len(options)-1, 0))
	c.Refresh()
}

// Options are the options shown.
func (c *Choice) Options() []Option { return c.options }

// Center is the middle of an option, relative to the widget.
func (c *Choice) Center(option int) fyne.Position {
	boxes := c.lay(c.Size().Width)
	if option < 0 || option >= len(boxes) {
		return fyne.Position{}
	}
	b := boxes[option]
	return fyne.NewPos(b.x+b.width/2, b.y+b.height/2)
}

// MinSize leaves room for all options.
func (c *Choice) MinSize() fyne.Size {
	c.ExtendBaseWidget(c)
	size := fyne.Size{}
	for _, b := range c.lay(0) {
		size = size.Max(fyne.NewSize(b.x+b.width, b.y+b.height))
	}
	if c.joined {
		size = size.AddWidthHeight(4, 4)
	}
	return size
}

// lay returns the boxes of the options for a width; 0 means as narrow as possible.
func (c *Choice) lay(width float32) []box {
	widths := make([]float32, len(c.options))
	for i, o := range c.options {
		widths[i] = measure(o.Label, theme.TextSize(), c.joined) + 2*c.padding
	}
	boxes := c.arrange(widths, c.height, width)
	if c.joined {
		for i := range boxes {
			boxes[i].x, boxes[i].y = boxes[i].x+2, boxes[i].y+2
		}
	}
	return boxes
}

func (c *Choice) optionAt(p fyne.Position) int {
	for i, b := range c.boxes {
		if b.contains(p) && !c.options[i].Disabled {
			return i
		}
	}
	return -1
}

// Tapped reports the option that was clicked.
func (c *Choice) Tapped(e *fyne.PointEvent) {
	if i := c.optionAt(e.Position); i >= 0 {
		c.at = i
		c.tap(i)
	}
}

func (c *Choice) tap(i int) {
	if c.OnTap != nil && i < len(c.options) && !c.options[i].Disabled {
		c.OnTap(i)
	}
}

// MouseIn highlights the option under the pointer.
func (c *Choice) MouseIn(e *desktop.MouseEvent) { c.MouseMoved(e) }

// MouseMoved highlights the option under the pointer.
func (c *Choice) MouseMoved(e *desktop.MouseEvent) { c.setHover(c.optionAt(e.Position)) }

// MouseOut highlights none.
func (c *Choice) MouseOut() { c.setHover(-1) }

func (c *Choice) setHover(i int) {
	if i != c.hover {
		c.hover = i
		c.Refresh()
	}
}

// FocusGained shows the focus.
func (c *Choice) FocusGained() {
	c.focused = true
	for i, o := range c.options {
		if o.Chosen {
			c.at = i
			break
		}
	}
	c.Refresh()
}

// FocusLost hides the focus.
func (c *Choice) FocusLost() {
	c.focused = false
	c.Refresh()
}

// TypedRune ignores text.
func (c *Choice) TypedRune(rune) {}

// TypedKey moves between the options with the arrows and chooses with Space or Enter.
func (c *Choice) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		c.at = max(c.at-1, 0)
	case fyne.KeyRight, fyne.KeyDown:
		c.at = min(c.at+1, len(c.options)-1)
	default:
		tapOn(e, c, func() { c.tap(c.at) })
	}
	c.Refresh()
}
