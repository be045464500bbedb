package control

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// touch is how a widget that can be tapped reacts to pointer and keys: it is highlighted under the
// pointer, framed while it has the focus, and takes no text.
type touch struct {
	hovered, focused bool
	changed          func() // draws the widget again
}

// MouseIn highlights the widget.
func (t *touch) MouseIn(*desktop.MouseEvent) { t.light(true, t.focused) }

// MouseMoved does nothing.
func (t *touch) MouseMoved(*desktop.MouseEvent) {}

// MouseOut removes the highlight.
func (t *touch) MouseOut() { t.light(false, t.focused) }

// FocusGained frames the widget.
func (t *touch) FocusGained() { t.light(t.hovered, true) }

// FocusLost removes the frame.
func (t *touch) FocusLost() { t.light(t.hovered, false) }

// TypedRune ignores text.
func (t *touch) TypedRune(rune) {}

func (t *touch) light(hovered, focused bool) {
	t.hovered, t.focused = hovered, focused
	t.changed()
}

// tapOn taps on Space, Enter and the extra keys, and passes any other key on to the
// window. In a dialog Enter belongs to the dialog.
func tapOn(e *fyne.KeyEvent, o fyne.CanvasObject, tap func(), besides ...fyne.KeyName) {
	if e.Name == fyne.KeySpace || slices.Contains(besides, e.Name) || isEnter(e) && !isOverlaid(o) {
		tap()
		return
	}
	ForwardKey(o, e)
}

func isEnter(e *fyne.KeyEvent) bool { return e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter }

// isOverlaid reports whether a dialog or a list is open in an object's window.
func isOverlaid(o fyne.CanvasObject) bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	return c != nil && c.Overlays().Top() != nil
}
