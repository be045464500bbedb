package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Search is an entry that Escape clears, and leaves when it is clear.
type Search struct {
	widget.Entry
	OnCancel func()         // Escape in an empty search; if nil, the window gets the key
	OnStep   func(step int) // the arrows up and down; may be nil
}

// NewSearch returns an empty search with a hint.
func NewSearch(hint string) *Search {
	s := &Search{}
	s.PlaceHolder = hint
	s.ExtendBaseWidget(s)
	return s
}

// TypedKey handles Escape and leaves the rest to the entry.
func (s *Search) TypedKey(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeyEscape && s.Text != "":
		s.SetText("")
	case e.Name == fyne.KeyEscape && s.OnCancel != nil:
		s.OnCancel()
	case IsWindowKey(e.Name) || e.Name == fyne.KeyEscape:
		ForwardKey(s, e)
	case e.Name == fyne.KeyUp && s.OnStep != nil:
		s.OnStep(-1)
	case e.Name == fyne.KeyDown && s.OnStep != nil:
		s.OnStep(1)
	default:
		s.Entry.TypedKey(e)
	}
}
