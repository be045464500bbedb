package sql

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/control"
)

// Editor is a field of several lines that runs its statement with Ctrl+Enter.
type Editor struct {
	widget.Entry
	onRun  func()
	onStop func()
}

func newEditor(onRun, onStop func()) *Editor {
	e := &Editor{onRun: onRun, onStop: onStop}
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.ExtendBaseWidget(e)
	return e
}

// TypedShortcut runs the statement on Ctrl+Enter and leaves other shortcuts to the field.
func (e *Editor) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && c.Modifier == fyne.KeyModifierShortcutDefault && (c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter) {
		e.onRun()
		return
	}
	e.Entry.TypedShortcut(s)
}

// TypedKey stops the statement on Escape and leaves other keys to the field.
func (e *Editor) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		e.onStop()
		return
	}
	if control.IsWindowKey(k.Name) {
		control.ForwardKey(e, k)
		return
	}
	e.Entry.TypedKey(k)
}

// insert inserts a name at the cursor, with a space between it and the word before.
func (e *Editor) insert(name string) {
	lines := strings.Split(e.Text, "\n")
	row := min(e.CursorRow, len(lines)-1)
	line := []rune(lines[row])
	col := min(e.CursorColumn, len(line))
	if col > 0 && !strings.ContainsRune(" \t(,.=<>+-*/", line[col-1]) {
		name = " " + name
	}
	lines[row] = string(line[:col]) + name + string(line[col:])
	e.SetText(strings.Join(lines, "\n"))
	e.CursorRow, e.CursorColumn = row, col+len([]rune(name))
	e.Refresh()
}
