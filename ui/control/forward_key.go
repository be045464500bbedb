package control

import "fyne.io/fyne/v2"

// HandOn gives a key that an object has no use for to the window, as if nothing had the keys:
// the toolkit gives it to the focused object alone.
func ForwardKey(o fyne.CanvasObject, e *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil || c.OnTypedKey() == nil {
		return
	}
	c.OnTypedKey()(e)
}
