package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Search is an entry that Escape clears, and leaves when it is clear.
type Search struct {
	widget.Entry
	OnCancel func() // Escape in an empty search
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
	case e.Name == fyne.KeyF4:
		ForwardKey(s, e)
	case e.Name != fyne.KeyEscape:
		s.Entry.TypedKey(e)
	case s.Text != "":
		s.SetText("")
	case s.OnCancel != nil:
		s.OnCancel()
	}
}
