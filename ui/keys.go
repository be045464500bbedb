package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nianbao/ui/words"
)

// The menu is the one list of commands and their keys: typedKey, the list of shortcuts and
// the palette are read from it.

// item is a command of the menu. Its key does nothing while a dialog is open.
func (s *shell) item(name words.Word, shortcut fyne.Shortcut, do func()) *fyne.MenuItem {
	return s.named(s.say.Say(name), shortcut, do)
}

func (s *shell) named(name string, shortcut fyne.Shortcut, do func()) *fyne.MenuItem {
	item := fyne.NewMenuItem(name, nil)
	item.Shortcut = shortcut
	item.Action = func() {
		if item.Disabled || s.isAsking() {
			return
		}
		s.closePopUps()
		do()
	}
	return item
}

// fieldItem is a command whose key first belongs to the focused field, also in a dialog.
func (s *shell) fieldItem(name words.Word, shortcut fyne.Shortcut, do func()) *fyne.MenuItem {
	item := fyne.NewMenuItem(s.say.Say(name), do)
	item.Shortcut = shortcut
	return item
}

func keys(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

func shiftKeys(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

func withAlt(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}

// plainKey is a key without Ctrl or Alt. In Fyne it does not reach the menu by itself;
// typedKey passes it on.
func plainKey(key fyne.KeyName) fyne.Shortcut { return &desktop.CustomShortcut{KeyName: key} }

// typedKey handles the keys that no focused object uses: first those of an open list or
// dialog, then those of the menu. Escape also leaves the report, and Enter corrects the
// chosen figure.
func (s *shell) typedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape && s.closePopUps() || s.typedInModal(e) {
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if s.window.Canvas().Focused() == fyne.Focusable(s.reportPane().page) {
			s.correctFigure()
		}
	case fyne.KeyEscape:
		if s.state.pane == ReportPane && s.report.from != ReportPane {
			s.state.open(s.report.from)
		}
	default:
		s.typedCommand(e.Name)
	}
}

// typedCommand does the command of the menu that has a key without Ctrl or Alt.
func (s *shell) typedCommand(key fyne.KeyName) {
	want := desktop.CustomShortcut{KeyName: key}
	if s.heldShift() {
		want.Modifier = fyne.KeyModifierShift
	}
	for _, c := range s.commands() {
		if have, ok := c.item.Shortcut.(*desktop.CustomShortcut); ok && *have == want {
			c.item.Action()
			return
		}
	}
}

// command is an item of the menu that does something.
type command struct {
	menu string // in which it is, with the names of the submenus
	item *fyne.MenuItem
}

// commands are those of the menu, in its order.
func (s *shell) commands() (list []command) {
	var add func(name string, items []*fyne.MenuItem)
	add = func(name string, items []*fyne.MenuItem) {
		for _, item := range items {
			if item.ChildMenu != nil {
				add(name+" › "+strings.TrimSuffix(item.Label, "…"), item.ChildMenu.Items)
			} else if item.Action != nil && !item.IsSeparator {
				list = append(list, command{name, item})
			}
		}
	}
	for _, menu := range s.window.MainMenu().Items {
		add(menu.Label, menu.Items)
	}
	return list
}

// keyText is how a shortcut is written: “Ctrl+Shift+F”.
func keyText(shortcut fyne.Shortcut) string {
	switch c := shortcut.(type) {
	case *fyne.ShortcutUndo:
		return "Ctrl+Z"
	case *fyne.ShortcutRedo:
		return "Ctrl+Y"
	case *fyne.ShortcutPaste:
		return "Ctrl+V"
	case *desktop.CustomShortcut:
		return modifierText(c.Modifier) + keyName(c.KeyName)
	}
	return ""
}

func modifierText(m fyne.KeyModifier) (text string) {
	for _, held := range []struct {
		modifier fyne.KeyModifier
		name     string
	}{{fyne.KeyModifierControl, "Ctrl+"}, {fyne.KeyModifierSuper, "⌘"}, {fyne.KeyModifierAlt, "Alt+"}, {fyne.KeyModifierShift, "Shift+"}} {
		if m&held.modifier != 0 {
			text += held.name
		}
	}
	return text
}

func keyName(key fyne.KeyName) string {
	switch key {
	case fyne.KeyLeft:
		return "←"
	case fyne.KeyRight:
		return "→"
	case fyne.KeyPageUp:
		return "PgUp"
	case fyne.KeyPageDown:
		return "PgDn"
	case fyne.KeyReturn:
		return "Enter"
	case fyne.KeyEqual:
		return "+"
	case fyne.KeyMinus:
		return "−"
	}
	return string(key)
}

// undo takes back the last edit of the focused field, else the last choice or the last
// step.
func (s *shell) undo() {
	if field, ok := s.window.Canvas().Focused().(interface{ Undo() }); ok {
		field.Undo()
		return
	}
	if !s.isAsking() {
		s.state.undo()
	}
}

// redo repeats what undo took back.
func (s *shell) redo() {
	if field, ok := s.window.Canvas().Focused().(interface{ Redo() }); ok {
		field.Redo()
		return
	}
	if !s.isAsking() {
		s.state.redo()
	}
}

// findAgain goes to the next match in the table, or to the one before.
func (s *shell) findAgain(forward bool) {
	if s.state.pane == TablePane {
		s.tablePane().findAgain(forward)
	}
}
