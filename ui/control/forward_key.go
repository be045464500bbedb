package control

import "fyne.io/fyne/v2"

// ForwardKey passes a key that an object does not use to the window, as if nothing had the focus.
// Fyne gives keys to the focused object only.
func ForwardKey(o fyne.CanvasObject, e *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil || c.OnTypedKey() == nil {
		return
	}
	c.OnTypedKey()(e)
}
