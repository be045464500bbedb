package control

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Field is Fyne's entry, except that it passes on the keys that belong to the window:
// Escape, the function keys and an Enter that it does not use itself.
type Field struct{ widget.Entry }

// NewField returns an empty field.
func NewField() *Field {
	f := &Field{}
	f.ExtendBaseWidget(f)
	return f
}

// SelectAll marks the whole text, so that typing replaces it.
func (f *Field) SelectAll() { f.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// TypedKey handles the keys of an entry.
func (f *Field) TypedKey(e *fyne.KeyEvent) {
	if IsWindowKey(e.Name) || e.Name == fyne.KeyEscape || isEnter(e) && f.OnSubmitted == nil {
		ForwardKey(f, e)
		return
	}
	f.Entry.TypedKey(e)
}

// IsWindowKey reports whether a key is a function key, which belongs to the window
// whatever has the focus.
func IsWindowKey(name fyne.KeyName) bool {
	return slices.Contains([]fyne.KeyName{fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6,
		fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12}, name)
}
