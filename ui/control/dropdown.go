package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/look"
)

// Dropdown is a field that shows what is chosen and opens a list to choose from.
type Dropdown struct {
	widget.BaseWidget
	touch
	Ticks  *Ticks
	OnPick func(id string)

	text     string
	size     fyne.Size // of the list
	several  bool      // the list stays open for further ticks
	popup    *widget.PopUp
	disabled bool
}

var (
	_ desktop.Hoverable = (*Dropdown)(nil)
	_ fyne.Focusable    = (*Dropdown)(nil)
	_ fyne.Tappable     = (*Dropdown)(nil)
)

// NewDropdown returns a field that opens a list of a given size. The list closes when a line is
// chosen; with several, it stays open for further ticks.
func NewDropdown(ticks *Ticks, size fyne.Size, several bool) *Dropdown {
	d := &Dropdown{Ticks: ticks, size: size, several: several}
	ticks.OnToggle = d.pick
	ticks.enterPicks = true
	d.changed = d.Refresh
	d.ExtendBaseWidget(d)
	return d
}

// SetText shows what is chosen.
func (d *Dropdown) SetText(text string) {
	if text != d.text {
		d.text = text
		d.Refresh()
	}
}

// SetEnabled enables the field if there is anything to choose.
func (d *Dropdown) SetEnabled(on bool) {
	d.disabled = !on
	d.Refresh()
}

// Text is the chosen text.
func (d *Dropdown) Text() string { return d.text }

// MinSize is one line high; the container gives the width.
func (d *Dropdown) MinSize() fyne.Size { return fyne.NewSize(60, 28) }

// Tapped opens the list.
func (d *Dropdown) Tapped(*fyne.PointEvent) { d.open() }

// TypedRune opens the list and begins the search.
func (d *Dropdown) TypedRune(char rune) {
	d.open()
	if d.popup != nil && d.Ticks.searchable {
		d.Ticks.Search.SetText(string(char))
		d.Ticks.Search.CursorColumn = 1
	}
}

// TypedKey opens the list with Space, Enter or the down arrow. Escape in the list is the
// window's, which closes what is open above it.
func (d *Dropdown) TypedKey(e *fyne.KeyEvent) {
	tapOn(e, d, d.open, fyne.KeyDown)
}

func (d *Dropdown) open() {
	c := fyne.CurrentApp().Driver().CanvasForObject(d)
	if c == nil || d.disabled {
		return
	}
	d.Ticks.Search.SetText("")
	room := NewGap(0)
	room.Min = fyne.NewSize(fyne.Max(d.size.Width, d.Size().Width-12), fyne.Min(d.size.Height, d.Ticks.WholeHeight()))
	d.popup = widget.NewPopUp(container.NewStack(room, d.Ticks), c)
	d.popup.ShowAtPosition(d.below(c))
	d.Ticks.ScrollToTicked()
	if d.Ticks.searchable {
		c.Focus(d.Ticks.Search)
	} else {
		c.Focus(d.Ticks.list)
	}
}

func (d *Dropdown) close() {
	if d.popup != nil {
		d.popup.Hide()
		d.popup = nil
	}
}

// below is the position under the field, moved so that the list fits into the window.
func (d *Dropdown) below(c fyne.Canvas) fyne.Position {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(d)
	at = at.AddXY(0, d.Size().Height+3)
	room := c.Size().Subtract(d.popup.MinSize())
	return fyne.NewPos(fyne.Max(fyne.Min(at.X, room.Width), 0), fyne.Max(fyne.Min(at.Y, room.Height), 0))
}

func (d *Dropdown) pick(id string) {
	if !d.several {
		d.close()
	}
	if d.OnPick != nil {
		d.OnPick(id)
	}
}

// CreateRenderer draws the field.
func (d *Dropdown) CreateRenderer() fyne.WidgetRenderer {
	d.ExtendBaseWidget(d)
	r := &dropdownRenderer{field: d, ground: canvas.NewRectangle(nil), label: canvas.NewText("", nil), arrow: widget.NewIcon(theme.MenuDropDownIcon())}
	r.Refresh()
	return r
}

type dropdownRenderer struct {
	field  *Dropdown
	ground *canvas.Rectangle
	label  *canvas.Text
	arrow  *widget.Icon
}

func (r *dropdownRenderer) Destroy()           {}
func (r *dropdownRenderer) MinSize() fyne.Size { return r.field.MinSize() }
func (r *dropdownRenderer) Layout(fyne.Size)   { r.Refresh() }

func (r *dropdownRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.label, r.arrow}
}

// Refresh places and colours the field.
func (r *dropdownRenderer) Refresh() {
	const padding, arrow = 8, 18
	d, size := r.field, r.field.Size()
	r.ground.Resize(size)
	r.label.Color = theme.Color(theme.ColorNameForeground)
	r.ground.CornerRadius = theme.InputRadiusSize()
	r.ground.FillColor = theme.Color(look.Surface)
	r.ground.StrokeColor, r.ground.StrokeWidth = theme.Color(look.Border), 1
	if d.disabled {
		r.label.Color = theme.Color(theme.ColorNameDisabled)
		r.ground.FillColor = colorOf("")
	} else if d.hovered || d.focused {
		r.ground.StrokeColor = theme.Color(theme.ColorNamePrimary)
	}
	room := size.Width - 2*padding - arrow
	r.label.Text, r.label.TextSize = shorten(d.text, room, theme.TextSize(), false), theme.TextSize()
	place(r.label, fyne.NewPos(padding, 0), fyne.NewSize(room, size.Height))
	place(r.arrow, fyne.NewPos(size.Width-arrow-4, (size.Height-arrow)/2), fyne.NewSize(arrow, arrow))
	canvas.Refresh(d)
}
