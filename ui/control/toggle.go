package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/look"
)

// Toggle is a box with a label that is ticked or not. Unlike Fyne's it passes on the keys it does
// not use.
type Toggle struct {
	widget.BaseWidget
	touch
	OnChanged func(on bool)

	label    string
	on       bool
	disabled bool
}

var (
	_ desktop.Hoverable = (*Toggle)(nil)
	_ fyne.Focusable    = (*Toggle)(nil)
	_ fyne.Tappable     = (*Toggle)(nil)
	_ fyne.Disableable  = (*Toggle)(nil)
)

// NewToggle returns a box that is not ticked.
func NewToggle(label string, onChanged func(on bool)) *Toggle {
	t := &Toggle{label: label, OnChanged: onChanged}
	t.changed = t.Refresh
	t.ExtendBaseWidget(t)
	return t
}

// Set ticks the box or clears it without calling back.
func (t *Toggle) Set(on bool) {
	if on != t.on {
		t.on = on
		t.Refresh()
	}
}

// Text is the label.
func (t *Toggle) Text() string { return t.label }

// On reports whether the box is ticked.
func (t *Toggle) On() bool { return t.on }

// Enable lets the box be ticked.
func (t *Toggle) Enable() { t.able(true) }

// Disable greys the box out.
func (t *Toggle) Disable() { t.able(false) }

// Disabled reports whether the box is greyed out.
func (t *Toggle) Disabled() bool { return t.disabled }

func (t *Toggle) able(yes bool) {
	if t.disabled == yes {
		t.disabled = !yes
		t.Refresh()
	}
}

// Tapped ticks the box or clears it.
func (t *Toggle) Tapped(*fyne.PointEvent) {
	if t.disabled {
		return
	}
	t.Set(!t.on)
	if t.OnChanged != nil {
		t.OnChanged(t.on)
	}
}

// TypedKey ticks the box with Space or Enter.
func (t *Toggle) TypedKey(e *fyne.KeyEvent) {
	tapOn(e, t, func() { t.Tapped(nil) })
}

// MinSize leaves room for box and label.
func (t *Toggle) MinSize() fyne.Size {
	t.ExtendBaseWidget(t)
	return fyne.NewSize(tickBox+14+measure(t.label, theme.TextSize(), false), 28)
}

// CreateRenderer draws box and label.
func (t *Toggle) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := &toggleRenderer{toggle: t, box: canvas.NewRectangle(nil), tick: [2]*canvas.Line{canvas.NewLine(nil), canvas.NewLine(nil)}, label: canvas.NewText("", nil)}
	r.Refresh()
	return r
}

type toggleRenderer struct {
	toggle *Toggle
	box    *canvas.Rectangle
	tick   [2]*canvas.Line
	label  *canvas.Text
}

func (r *toggleRenderer) Destroy()           {}
func (r *toggleRenderer) MinSize() fyne.Size { return r.toggle.MinSize() }
func (r *toggleRenderer) Layout(fyne.Size)   { r.Refresh() }

func (r *toggleRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.tick[0], r.tick[1], r.label}
}

// Refresh places and colours the parts.
func (r *toggleRenderer) Refresh() {
	t, size := r.toggle, r.toggle.Size()
	top := float32(int((size.Height - tickBox) / 2))
	place(r.box, fyne.NewPos(2, top), fyne.NewSize(tickBox, tickBox))
	r.box.CornerRadius, r.box.StrokeWidth = 3, 1
	r.box.FillColor, r.box.StrokeColor = theme.Color(look.Surface), theme.Color(look.Faint)
	ink := theme.Color(theme.ColorNameForeground)
	switch {
	case t.disabled:
		ink = theme.Color(theme.ColorNameDisabled)
		r.box.FillColor = colorOf("")
	case t.on:
		r.box.FillColor, r.box.StrokeColor = theme.Color(theme.ColorNamePrimary), theme.Color(theme.ColorNamePrimary)
	}
	if t.focused || t.hovered && !t.disabled {
		r.box.StrokeColor = theme.Color(theme.ColorNamePrimary)
	}
	points := [3]fyne.Position{fyne.NewPos(5, top+7.2), fyne.NewPos(8, top+10.2), fyne.NewPos(13.2, top+4.2)}
	for i, stroke := range r.tick {
		stroke.Position1, stroke.Position2 = points[i], points[i+1]
		stroke.StrokeColor, stroke.StrokeWidth = theme.Color(theme.ColorNameForegroundOnPrimary), 1.6
		stroke.Hidden = !t.on
	}
	r.label.Text, r.label.TextSize, r.label.Color = t.label, theme.TextSize(), ink
	place(r.label, fyne.NewPos(tickBox+9, 0), fyne.NewSize(size.Width-tickBox-9, size.Height))
	canvas.Refresh(t)
}
