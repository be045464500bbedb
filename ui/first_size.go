package ui

import (
	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// frameHeight is what a window's frame adds to its height, in Fyne's units.
const frameHeight = 40

// fitScreen makes a window smaller that is larger than the screen it is on. Fyne does not
// tell the size of the screen; GLFW, on which it is built, does.
func fitScreen(w fyne.Window) {
	monitor := glfw.GetPrimaryMonitor()
	if monitor == nil {
		return
	}
	_, _, width, height := monitor.GetWorkarea()
	c := w.Canvas()
	room := fyne.NewSize(float32(width)/c.Scale(), float32(height)/c.Scale()-frameHeight)
	if size := c.Size(); room.Width > 0 && (size.Width > room.Width || size.Height > room.Height) {
		w.Resize(size.Min(room))
		w.CenterOnScreen()
	}
}
