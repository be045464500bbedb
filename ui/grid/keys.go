package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained shows that the grid has the focus.
func (g *Grid) FocusGained() {
	g.focused = true
	g.paint()
}

// FocusLost hides the focus.
func (g *Grid) FocusLost() {
	g.focused, g.shift = false, false
	g.paint()
}

// TypedRune ignores text.
func (g *Grid) TypedRune(rune) {}

// KeyDown notices Shift: Fyne does not report it with typed keys.
func (g *Grid) KeyDown(e *fyne.KeyEvent) { g.noticeShift(e, true) }

// KeyUp notices the release of Shift.
func (g *Grid) KeyUp(e *fyne.KeyEvent) { g.noticeShift(e, false) }

func (g *Grid) noticeShift(e *fyne.KeyEvent, down bool) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		g.shift = down
	}
}

// TypedKey moves the cursor as in spreadsheets; with Shift it extends the range.
func (g *Grid) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if _, ok := g.Selection(); ok && g.OnOpen != nil {
			g.OnOpen(g.cursor.row, g.cursor.col)
		}
	case fyne.KeyEscape:
		g.anchor = g.cursor
		g.moveCursor(g.cursor, false)
	default:
		if to, ok := g.step(e.Name); ok {
			g.moveCursor(to, g.shift)
		} else if g.OnKey != nil {
			g.OnKey(e)
		}
	}
}

// step is the cell that a key leads to from the cursor.
func (g *Grid) step(key fyne.KeyName) (place, bool) {
	to := g.cursor
	switch key {
	case fyne.KeyUp:
		to.row--
	case fyne.KeyDown:
		to.row++
	case fyne.KeyLeft:
		to.col--
	case fyne.KeyRight:
		to.col++
	case fyne.KeyPageUp:
		to.row -= g.geo.pageRows()
	case fyne.KeyPageDown:
		to.row += g.geo.pageRows()
	case fyne.KeyHome:
		to.col = 0
	case fyne.KeyEnd:
		to.col = len(g.data.Columns) - 1
	default:
		return to, false
	}
	return to, true
}

// leap is the cell that a key with Ctrl leads to, at an edge of the table.
func (g *Grid) leap(key fyne.KeyName) (place, bool) {
	to, last := g.cursor, place{g.data.Rows - 1, len(g.data.Columns) - 1}
	switch key {
	case fyne.KeyUp:
		to.row = 0
	case fyne.KeyDown:
		to.row = last.row
	case fyne.KeyLeft:
		to.col = 0
	case fyne.KeyRight:
		to.col = last.col
	case fyne.KeyHome:
		to = place{}
	case fyne.KeyEnd:
		to = last
	default:
		return to, false
	}
	return to, true
}

// moveCursor moves to a cell, or to the nearest one in the table, and scrolls to it.
func (g *Grid) moveCursor(to place, extend bool) {
	before := corners(g.anchor, g.cursor)
	g.cursor = g.inside(to)
	if !extend {
		g.anchor = g.cursor
	}
	g.geo.reveal(g.cursor)
	g.paint()
	if r, ok := g.Selection(); ok && g.OnSelect != nil && (r != before || !extend) {
		g.OnSelect(r)
	}
}

// TypedShortcut copies, selects all and leaps to the edges. It passes other shortcuts on to the
// window, where they would otherwise be lost while the grid has the focus.
func (g *Grid) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		g.copy(false)
		return
	case *fyne.ShortcutSelectAll:
		g.SelectAll()
		return
	case *desktop.CustomShortcut:
		if g.typedWithControl(s) {
			return
		}
	}
	forward(fyne.CurrentApp().Driver().CanvasForObject(g), s)
}

// forward passes a shortcut to a window's canvas, if it takes shortcuts.
func forward(canvas any, s fyne.Shortcut) {
	if window, ok := canvas.(fyne.Shortcutable); ok {
		window.TypedShortcut(s)
	}
}

func (g *Grid) typedWithControl(s *desktop.CustomShortcut) bool {
	extend := s.Modifier&fyne.KeyModifierShift != 0
	if s.Modifier&^fyne.KeyModifierShift != fyne.KeyModifierShortcutDefault {
		return false
	}
	if s.KeyName == fyne.KeyC && extend {
		g.copy(true)
		return true
	}
	to, ok := g.leap(s.KeyName)
	if ok {
		g.moveCursor(to, extend)
	}
	return ok
}
