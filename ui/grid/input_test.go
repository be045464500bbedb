package grid

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"nianbao/ui/tabular"
)

func TestKeysMoveTheCursorAsInASpreadsheet(t *testing.T) {
	g := shown(t, numbered(1000, 10))
	page := g.geo.pageRows()
	for _, step := range []struct {
		name string
		do   func()
		want place
	}{
		{"down", key(g, fyne.KeyDown), place{1, 0}},
		{"right", key(g, fyne.KeyRight), place{1, 1}},
		{"end", key(g, fyne.KeyEnd), place{1, 9}},
		{"right at the edge", key(g, fyne.KeyRight), place{1, 9}},
		{"home", key(g, fyne.KeyHome), place{1, 0}},
		{"left at the edge", key(g, fyne.KeyLeft), place{1, 0}},
		{"page down", key(g, fyne.KeyPageDown), place{1 + page, 0}},
		{"page up", key(g, fyne.KeyPageUp), place{1, 0}},
		{"page up at the top", key(g, fyne.KeyPageUp), place{0, 0}},
		{"ctrl right", short(g, ctrl(fyne.KeyRight, 0)), place{0, 9}},
		{"ctrl down", short(g, ctrl(fyne.KeyDown, 0)), place{999, 9}},
		{"down at the foot", key(g, fyne.KeyDown), place{999, 9}},
		{"ctrl left", short(g, ctrl(fyne.KeyLeft, 0)), place{999, 0}},
		{"ctrl up", short(g, ctrl(fyne.KeyUp, 0)), place{0, 0}},
		{"ctrl end", short(g, ctrl(fyne.KeyEnd, 0)), place{999, 9}},
		{"ctrl home", short(g, ctrl(fyne.KeyHome, 0)), place{0, 0}},
	} {
		step.do()
		if g.cursor != step.want || g.anchor != step.want {
			t.Errorf("after %s: cursor %v and anchor %v, want both %v", step.name, g.cursor, g.anchor, step.want)
		}
	}
}

func TestShiftExtendsTheSelectionAndEscapeClearsIt(t *testing.T) {
	g := shown(t, numbered(1000, 10))
	var told Range
	g.OnSelect = func(r Range) { told = r }
	g.Select(Range{5, 5, 5, 5})
	g.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	key(g, fyne.KeyUp)()
	key(g, fyne.KeyRight)()
	if want := (Range{4, 5, 5, 6}); told != want {
		t.Errorf("the range is %+v, want %+v", told, want)
	}
	g.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	short(g, ctrl(fyne.KeyDown, fyne.KeyModifierShift))()
	if want := (Range{5, 5, 999, 6}); told != want {
		t.Errorf("with Ctrl the range is %+v, want %+v", told, want)
	}
	key(g, fyne.KeyEscape)()
	if want := (Range{999, 6, 999, 6}); told != want {
		t.Errorf("after Escape the range is %+v, want %+v", told, want)
	}
}

func TestDraggingSelectsARangeAndScrollsBeyondTheEdge(t *testing.T) {
	g := shown(t, numbered(1000, 10))
	top := float32(g.geo.heading)
	press(g, 100, top+2, 0)
	g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(200, top+2+float32(2*g.geo.row))}})
	if r, _ := g.Selection(); r != (Range{0, 1, 2, 2}) {
		t.Errorf("the range is %+v", r)
	}
	_, before := g.VisibleRows()
	for range 5 {
		g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(200, 2000)}})
	}
	if r, _ := g.Selection(); r.Row1 < before+3 {
		t.Errorf("dragging below the rows selected down to %d only, %d rows were in sight", r.Row1, before)
	}
	g.DragEnd()
	press(g, 300, top+2, fyne.KeyModifierShift)
	if r, _ := g.Selection(); r.Row0 != 0 || r.Col0 != 1 {
		t.Errorf("Shift and a click do not extend from the anchor: %+v", r)
	}
}

func TestClickingAHeadingSortsButDraggingDoesNot(t *testing.T) {
	g := shown(t, numbered(10, 10))
	type call struct {
		col int
		add bool
	}
	var calls []call
	g.OnSort = func(col int, add bool) { calls = append(calls, call{col, add}) }
	click(g, 130, 10)
	press(g, 220, 10, fyne.KeyModifierShift)
	letGo(g, 220, 10, fyne.KeyModifierShift)
	press(g, 130, 10, 0)
	letGo(g, 400, 10, 0)
	if len(calls) != 2 || calls[0] != (call{1, false}) || calls[1] != (call{2, true}) {
		t.Errorf("sorting was asked for as %+v", calls)
	}
}

func TestDraggingAnEdgeResizesTheColumn(t *testing.T) {
	g := shown(t, numbered(10, 10))
	var id string
	var told float32
	g.OnResize = func(column string, w float32) { id, told = column, w }
	g.OnSort = func(int, bool) { t.Error("resizing sorted") }
	press(g, 179, 10, 0)
	dragTo(g, 229, 10)
	letGo(g, 229, 10, 0)
	if id != "c1" || told != 140 {
		t.Errorf("told %q is %v wide, want c1 140", id, told)
	}
	if left := g.geo.colLeft(2); left != 230 {
		t.Errorf("the next column begins at %v, want 230", left)
	}
	press(g, 229, 10, 0)
	dragTo(g, -500, 10)
	if w := g.geo.colWidth(1); w < minWidth {
		t.Errorf("the column shrank to %v", w)
	}
}

func TestDoubleClickingAnEdgeFitsTheColumn(t *testing.T) {
	g := shown(t, numbered(10, 3))
	g.DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(179, 10)})
	if w := g.geo.colWidth(1); w >= 90 || w < minWidth {
		t.Errorf("the column is %v wide", w)
	}
	if !drawn(g, "r0c1") {
		t.Error("the text no longer fits")
	}
}

func TestDoubleClickAndEnterOpenACell(t *testing.T) {
	g := shown(t, numbered(100, 10))
	var opened []place
	g.OnOpen = func(row, col int) { opened = append(opened, place{row, col}) }
	g.DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(130, float32(g.geo.rowTop(3)+2))})
	g.Select(Range{7, 2, 7, 2})
	key(g, fyne.KeyReturn)()
	if len(opened) != 2 || opened[0] != (place{3, 1}) || opened[1] != (place{7, 2}) {
		t.Errorf("opened %v", opened)
	}
}

func TestRightClickingKeepsTheSelectionUnderThePointer(t *testing.T) {
	g := shown(t, numbered(100, 10))
	asked := 0
	g.OnContext = func(row, col int, at fyne.Position) { asked++ }
	g.Select(Range{1, 1, 4, 2})
	for _, row := range []int{2, 8} {
		e := &desktop.MouseEvent{Button: desktop.MouseButtonSecondary}
		e.Position = fyne.NewPos(130, float32(g.geo.rowTop(row)+2))
		g.MouseDown(e)
		g.MouseUp(e)
		g.TappedSecondary(&fyne.PointEvent{Position: e.Position})
		want := map[int]Range{2: {1, 1, 4, 2}, 8: {8, 1, 8, 1}}[row]
		if r, _ := g.Selection(); r != want {
			t.Errorf("a right click on row %d left %+v selected, want %+v", row, r, want)
		}
	}
	if asked != 2 {
		t.Errorf("the menu was asked for %d times", asked)
	}
}

func TestHoveringReportsTheCellAndHighlightsItsRow(t *testing.T) {
	g := shown(t, numbered(100, 10))
	var at place
	inside := false
	g.OnHover = func(row, col int, in bool) { at, inside = place{row, col}, in }
	e := &desktop.MouseEvent{}
	e.Position = fyne.NewPos(130, float32(g.geo.rowTop(3)+2))
	g.MouseMoved(e)
	if !inside || at != (place{3, 1}) {
		t.Errorf("told %v inside %v", at, inside)
	}
	g.MouseOut()
	if inside {
		t.Error("leaving was not told")
	}
}

func TestTheEdgeOfAColumnShowsTheResizeCursor(t *testing.T) {
	g := shown(t, numbered(10, 10))
	e := &desktop.MouseEvent{}
	for x, want := range map[float32]desktop.Cursor{179: desktop.HResizeCursor, 181: desktop.HResizeCursor, 130: desktop.DefaultCursor} {
		e.Position = fyne.NewPos(x, 10)
		g.MouseMoved(e)
		if got := g.Cursor(); got != want {
			t.Errorf("at %v the cursor is %v", x, got)
		}
	}
}

func TestCopiedTextNeverBecomesAFormula(t *testing.T) {
	cells := [][]tabular.Cell{
		{{Text: "瀛海镇"}, {Kind: tabular.Number, Text: "2,390"}, {Kind: tabular.Blank}},
		{{Text: "=HYPERLINK(1)"}, {Kind: tabular.Number, Text: "−18"}, {Kind: tabular.NotAsked}},
		{{Text: "a\tb\nc"}, {Kind: tabular.Noted, Text: "22"}, {Kind: tabular.Missing}},
	}
	g := shown(t, Data{Rows: 3, Cell: func(row, col int) tabular.Cell { return cells[row][col] }, Columns: []tabular.Column{
		{ID: "u", Title: "单位"}, {ID: "a", Title: "行政处罚", Group: "执法", Unit: "件"}, {ID: "b", Title: "其他"}}})
	g.TypedShortcut(&fyne.ShortcutSelectAll{})
	g.TypedShortcut(&fyne.ShortcutCopy{})
	want := "瀛海镇\t2390\t\n'=HYPERLINK(1)\t-18\t/\na b c\t22\t"
	if got := fyne.CurrentApp().Clipboard().Content(); got != want {
		t.Errorf("copied %q, want %q", got, want)
	}
	g.TypedShortcut(ctrl(fyne.KeyC, fyne.KeyModifierShift))
	if got := fyne.CurrentApp().Clipboard().Content(); got != "单位\t执法 行政处罚（件）\t其他\n"+want {
		t.Errorf("copied with headings %q", got)
	}
}

func TestTheOwnerCanOverrideCopying(t *testing.T) {
	g := shown(t, numbered(million, 3))
	var got Range
	g.OnCopy = func(r Range, withHeadings bool) { got = r }
	g.TypedShortcut(&fyne.ShortcutSelectAll{})
	g.TypedShortcut(&fyne.ShortcutCopy{})
	if got.Cells() != 3*million {
		t.Errorf("asked to copy %+v", got)
	}
}

func TestUnknownShortcutsAreForwarded(t *testing.T) {
	find := &desktop.CustomShortcut{KeyName: fyne.KeyF, Modifier: fyne.KeyModifierShortcutDefault}
	reached := false
	window := &fyne.ShortcutHandler{}
	window.AddShortcut(find, func(fyne.Shortcut) { reached = true })
	forward(window, find)
	if !reached {
		t.Error("Ctrl+F ended in the grid")
	}
	forward(nil, find) // a grid that is in no window
	if shown(t, numbered(1, 1)).typedWithControl(find) {
		t.Error("the grid took Ctrl+F for itself")
	}
}

func TestClickingFocusesTheGrid(t *testing.T) {
	g := shown(t, numbered(10, 3))
	click(g, 20, float32(g.geo.heading+5))
	test.Type(g, "ignored")
	if fyne.CurrentApp().Driver().CanvasForObject(g).Focused() != fyne.Focusable(g) {
		t.Error("the grid does not have the focus")
	}
}

func key(g *Grid, name fyne.KeyName) func() {
	return func() { g.TypedKey(&fyne.KeyEvent{Name: name}) }
}

func short(g *Grid, s fyne.Shortcut) func() {
	return func() { g.TypedShortcut(s) }
}

func TestDraggingAHeadingMovesItsColumn(t *testing.T) {
	g := shown(t, numbered(10, 30))
	var moves [][2]int
	g.OnMove = func(col, before int) { moves = append(moves, [2]int{col, before}) }
	g.OnSort = func(int, bool) { t.Error("moving sorted") }
	press(g, 130, 10, 0)
	g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(340, 10)}})
	if len(g.layers.bars.objects) == 0 || g.drag.drop != 4 {
		t.Errorf("the heading would come before column %d, want 4", g.drag.drop)
	}
	g.DragEnd()
	letGo(g, 340, 10, 0)
	press(g, 130, 10, 0)
	dragTo(g, 150, 10) // ends where it began
	press(g, 130, 10, 0)
	for range 200 { // held at the edge, so the columns scroll along
		g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(799, 10)}})
	}
	g.DragEnd()
	if len(moves) != 2 || moves[0] != [2]int{1, 4} || moves[1] != [2]int{1, 30} {
		t.Errorf("the moves are %v", moves)
	}
}

func TestRightClickingAHeadingOpensItsMenu(t *testing.T) {
	g := shown(t, numbered(10, 5))
	asked := -1
	g.OnHeading = func(col int, _ fyne.Position) { asked = col }
	g.OnContext = func(int, int, fyne.Position) { t.Error("the menu of a cell came") }
	g.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(230, 10)})
	if asked != 2 {
		t.Errorf("the menu of column %d was asked for, want 2", asked)
	}
}
