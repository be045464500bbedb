package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/look"
)

// Pad leaves room around an object.
func Pad(o fyne.CanvasObject, across, down float32) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(down, down, across, across), o)
}

// Outlined draws a hairline around a button, which hardly stands out from its background otherwise.
func Outlined(b *Button) fyne.CanvasObject {
	if b.Importance == widget.HighImportance {
		return b
	}
	return container.NewStack(b, NewFrame("", look.Border, 3))
}

// SetVisible shows or hides an object.
func SetVisible(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

// SetEnabled enables or disables a control.
func SetEnabled(o fyne.Disableable, enabled bool) {
	if enabled {
		o.Enable()
	} else {
		o.Disable()
	}
}
