package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/look"
)

// Dropdown is a button that opens a searchable list.
type Dropdown struct {
	widget.Button
	Ticks   *Ticks
	OnPick  func(id string)
	size    fyne.Size
	staying bool // stays open for further ticks
	popup   *widget.PopUp
}

// NewDropdown returns a button whose list chooses one line and closes, or with several stays
// open for further ticks.
func NewDropdown(ticks *Ticks, size fyne.Size, several bool) *Dropdown {
	d := &Dropdown{Ticks: ticks, size: size, staying: several}
	d.Icon, d.IconPlacement, d.Alignment = theme.MenuDropDownIcon(), widget.ButtonIconTrailingText, widget.ButtonAlignLeading
	d.OnTapped = d.open
	ticks.OnToggle = d.pick
	d.ExtendBaseWidget(d)
	return d
}

func (d *Dropdown) open() {
	c := fyne.CurrentApp().Driver().CanvasForObject(d)
	if c == nil {
		return
	}
	d.Ticks.Search.SetText("")
	frame := NewFrame(look.Surface, look.Border, 4)
	frame.Min = d.size
	d.popup = widget.NewPopUp(container.NewStack(frame, container.NewPadded(d.Ticks)), c)
	d.popup.ShowAtPosition(d.below(c))
	d.Ticks.ScrollToTicked()
	c.Focus(d.Ticks.Search)
}

// below is the place under the button, as far as the list fits into the window.
func (d *Dropdown) below(c fyne.Canvas) fyne.Position {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(d)
	at = at.AddXY(0, d.Size().Height+2)
	room := c.Size().Subtract(d.popup.MinSize())
	return fyne.NewPos(max(min(at.X, room.Width), 0), max(min(at.Y, room.Height), 0))
}

func (d *Dropdown) pick(id string) {
	if !d.staying && d.popup != nil {
		d.popup.Hide()
	}
	if d.OnPick != nil {
		d.OnPick(id)
	}
}
