package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Button is Fyne's button, except that it passes on the keys it does not use.
type Button struct{ widget.Button }

// NewButton returns a button with a text.
func NewButton(text string, tapped func()) *Button { return NewIconButton(text, nil, tapped) }

// NewIconButton returns a button with an icon before its text.
func NewIconButton(text string, icon fyne.Resource, tapped func()) *Button {
	b := &Button{}
	b.Text, b.Icon, b.OnTapped = text, icon, tapped
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey presses the button with Space.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeySpace {
		b.Button.TypedKey(e)
		return
	}
	ForwardKey(b, e)
}
