package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// sqlEditor is a field of several lines that runs what stands in it with Ctrl+Enter.
type sqlEditor struct {
	widget.Entry
	onRun  func()
	onStop func()
}

func newSQLEditor(onRun, onStop func()) *sqlEditor {
	e := &sqlEditor{onRun: onRun, onStop: onStop}
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.ExtendBaseWidget(e)
	return e
}

// TypedShortcut runs the statement, and leaves the rest to the field.
func (e *sqlEditor) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && c.Modifier == fyne.KeyModifierShortcutDefault && (c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter) {
		e.onRun()
		return
	}
	e.Entry.TypedShortcut(s)
}

// TypedKey stops a statement with Escape.
func (e *sqlEditor) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		e.onStop()
		return
	}
	e.Entry.TypedKey(k)
}

// insert puts a name where the cursor is, apart from the word before it.
func (e *sqlEditor) insert(name string) {
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
