package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// Checks is a short list of lines that can be ticked, shown in full. Unlike a Ticks list it leaves
// the mouse wheel to its container.
type Checks struct {
	Box      *fyne.Container // what is drawn
	OnToggle func(id string)

	rows []*Check
}

// NewChecks returns an empty list.
func NewChecks() *Checks { return &Checks{Box: &fyne.Container{Layout: stack{}}} }

// SetLines replaces the lines, or what is ticked.
func (c *Checks) SetLines(lines []Tick) {
	for len(c.rows) < len(lines) {
		c.rows = append(c.rows, newCheck(c))
	}
	c.Box.Objects = c.Box.Objects[:0]
	for i, line := range lines {
		c.rows[i].set(line, false)
		c.Box.Objects = append(c.Box.Objects, c.rows[i])
	}
	c.Box.Refresh()
}

// Lines are the lines shown.
func (c *Checks) Lines() []Tick {
	lines := make([]Tick, len(c.Box.Objects))
	for i := range lines {
		lines[i] = c.rows[i].line
	}
	return lines
}

// stack puts lines under each other without gaps.
type stack struct{}

func (stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for i, o := range objects {
		place(o, fyne.NewPos(0, float32(i)*tickHeight), fyne.NewSize(size.Width, tickHeight))
	}
}

func (stack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(60, tickHeight*float32(len(objects)))
}

// Check is a line of Checks.
type Check struct {
	tickLine
	touch
	checks *Checks
}

var (
	_ desktop.Hoverable = (*Check)(nil)
	_ fyne.Focusable    = (*Check)(nil)
	_ fyne.Tappable     = (*Check)(nil)
)

func newCheck(c *Checks) *Check {
	row := &Check{checks: c}
	row.changed = row.Refresh
	row.ExtendBaseWidget(row)
	return row
}

// Text is the line's label.
func (c *Check) Text() string { return c.line.Label }

// Tapped ticks the line or clears it.
func (c *Check) Tapped(*fyne.PointEvent) {
	if c.checks.OnToggle != nil {
		c.checks.OnToggle(c.line.ID)
	}
}

// TypedKey ticks with Space and Enter.
func (c *Check) TypedKey(e *fyne.KeyEvent) {
	tapOn(e, c, func() { c.Tapped(nil) })
}

// CreateRenderer draws the line on a background that shows pointer and focus.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &checkRenderer{tickRenderer: newTickRenderer(&c.tickLine), check: c, ground: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type checkRenderer struct {
	*tickRenderer
	check  *Check
	ground *canvas.Rectangle
}

func (r *checkRenderer) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.ground}, r.tickRenderer.Objects()...)
}

func (r *checkRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.Refresh()
}

// Refresh colours the background and redraws the line.
func (r *checkRenderer) Refresh() {
	r.ground.FillColor, r.ground.StrokeWidth, r.ground.CornerRadius = colorOf(""), 0, 3
	if r.check.hovered {
		r.ground.FillColor = theme.Color(theme.ColorNameHover)
	}
	if r.check.focused {
		r.ground.StrokeColor, r.ground.StrokeWidth = theme.Color(theme.ColorNamePrimary), 1
	}
	r.tickRenderer.Refresh()
	canvas.Refresh(r.check)
}
