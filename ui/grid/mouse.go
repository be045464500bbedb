package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// dragging is what the pressed mouse button is doing.
type dragging struct {
	zone
	col   int     // being resized, or with the pressed heading
	grip  float64 // where the pointer grabbed the handle or the edge
	moved bool
	drop  int // the column before which the heading would be dropped
}

// wheelSpeed makes one step of the wheel about three rows.
const wheelSpeed = 2.6

// MouseDown selects, grabs an edge or a scroll bar, or presses a heading.
func (g *Grid) MouseDown(e *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil {
		c.Focus(g)
	}
	x, y := float64(e.Position.X), float64(e.Position.Y)
	s := g.geo.at(x, y)
	if e.Button == desktop.MouseButtonSecondary {
		g.pressForMenu(s)
		return
	}
	g.drag = dragging{zone: s.zone, col: s.col, drop: s.col}
	switch s.zone {
	case cells:
		g.pressCell(s.place, e.Modifier&fyne.KeyModifierShift != 0)
	case columnEdge:
		g.drag.grip = x - (g.geo.colLeft(s.col) + g.geo.colWidth(s.col))
	case barDown:
		g.drag.grip = g.gripOrPage(g.geo.downThumb(), y, 0, g.geo.bodyHeight())
	case barAcross:
		g.drag.grip = g.gripOrPage(g.geo.acrossThumb(), x, g.geo.right()-g.geo.frozenWidth(), 0)
	}
}

// pressForMenu keeps the selection if the pointer is in it, and otherwise selects the cell.
func (g *Grid) pressForMenu(s spot) {
	if r, ok := g.Selection(); s.zone == cells && ok && !r.Contains(s.row, s.col) {
		g.pressCell(s.place, false)
	}
}

func (g *Grid) pressCell(p place, extend bool) {
	if !extend {
		g.anchor = p
	}
	g.moveCursor(p, true)
}

// gripOrPage returns where on the handle the pointer grabbed it. Beside the handle, it first
// scrolls one page towards the pointer.
func (g *Grid) gripOrPage(t thumb, at, pageX, pageY float64) float64 {
	switch {
	case at < t.at:
		g.scrollBy(-pageX, -pageY)
	case at > t.at+t.length:
		g.scrollBy(pageX, pageY)
	default:
		return at - t.at
	}
	return t.length / 2
}

// Dragged resizes, scrolls or extends the range, depending on what was pressed.
func (g *Grid) Dragged(e *fyne.DragEvent) {
	x, y := float64(e.Position.X), float64(e.Position.Y)
	g.drag.moved = true
	switch g.drag.zone {
	case columnEdge:
		g.resizeColumn(g.drag.col, x-g.drag.grip-g.geo.colLeft(g.drag.col))
	case barDown:
		g.scrollTo(g.geo.x, g.geo.downThumb().offset(y-g.drag.grip, g.geo.maxY()))
	case barAcross:
		g.scrollTo(g.geo.acrossThumb().offset(x-g.drag.grip, g.geo.maxX()), g.geo.y)
	case cells:
		g.moveCursor(place{g.dragRow(y), g.geo.colAt(x)}, true)
	case headings:
		g.dragHeading(x)
	}
}

// dropReach is how close to the end of the scrolling columns a dragged heading must come
// to scroll them.
const dropReach = 24

// dragHeading finds where a heading would be dropped, and scrolls the columns if it is dragged
// beyond the visible ones.
func (g *Grid) dragHeading(x float64) {
	if g.OnMove == nil {
		return
	}
	switch {
	case x > g.geo.right()-dropReach:
		g.geo.scrollTo(g.geo.x+dropReach/2, g.geo.y)
	case x > g.geo.frozenWidth() && x < g.geo.frozenWidth()+dropReach:
		g.geo.scrollTo(g.geo.x-dropReach/2, g.geo.y)
	}
	g.drag.drop = g.geo.colAt(x)
	if x > g.geo.colLeft(g.drag.drop)+g.geo.colWidth(g.drag.drop)/2 {
		g.drag.drop++
	}
	g.paint()
}

// dragRow is the row under the pointer; beyond the visible rows it is the next one, so that the
// body scrolls along.
func (g *Grid) dragRow(y float64) int {
	from, to := g.geo.visibleRows()
	switch {
	case y < g.geo.heading:
		return from - 1
	case y >= g.geo.bodyBottom():
		return to
	default:
		return g.geo.rowAt(y)
	}
}

// DragEnd ends the drag.
func (g *Grid) DragEnd() { g.release() }

// MouseUp ends a drag; a click on a heading asks the owner to sort, and one on a cell is
// reported.
func (g *Grid) MouseUp(e *desktop.MouseEvent) {
	if e.Button == desktop.MouseButtonSecondary {
		return
	}
	s := g.geo.at(float64(e.Position.X), float64(e.Position.Y))
	pressed := g.drag
	g.release()
	if pressed.zone == headings && !pressed.moved && s.zone == headings && s.col == pressed.col && g.OnSort != nil {
		g.OnSort(s.col, e.Modifier&fyne.KeyModifierShift != 0)
	}
	if pressed.zone == cells && !pressed.moved && s.zone == cells && s.place == g.cursor && e.Modifier&fyne.KeyModifierShift == 0 && g.OnTap != nil {
		g.OnTap(s.row, s.col)
	}
}

func (g *Grid) release() {
	was := g.drag
	g.drag = dragging{}
	switch {
	case was.zone == columnEdge && was.moved && g.OnResize != nil:
		g.OnResize(g.data.Columns[was.col].ID, float32(g.geo.colWidth(was.col)))
	case was.moves() && g.OnMove != nil:
		g.OnMove(was.col, was.drop)
	}
	g.Refresh()
}

// moves reports whether a heading is being dragged to another position.
func (d dragging) moves() bool {
	return d.zone == headings && d.moved && d.drop != d.col && d.drop != d.col+1
}

// DoubleTapped opens a cell, or fits the width of a column to its text.
func (g *Grid) DoubleTapped(e *fyne.PointEvent) {
	s := g.geo.at(float64(e.Position.X), float64(e.Position.Y))
	switch s.zone {
	case cells:
		if g.OnOpen != nil {
			g.OnOpen(s.row, s.col)
		}
	case columnEdge:
		g.resizeColumn(s.col, g.fittingWidth(s.col))
		if g.OnResize != nil {
			g.OnResize(g.data.Columns[s.col].ID, float32(g.geo.colWidth(s.col)))
		}
	}
}

// TappedSecondary asks the owner for the context menu of a cell or heading.
func (g *Grid) TappedSecondary(e *fyne.PointEvent) {
	s := g.geo.at(float64(e.Position.X), float64(e.Position.Y))
	switch {
	case s.zone == cells && g.OnContext != nil:
		g.OnContext(s.row, s.col, e.AbsolutePosition)
	case s.zone == headings && g.OnHeading != nil:
		g.OnHeading(s.col, e.AbsolutePosition)
	}
}

// MouseIn follows the pointer.
func (g *Grid) MouseIn(e *desktop.MouseEvent) { g.MouseMoved(e) }

// MouseMoved highlights the row, heading or scroll bar under the pointer.
func (g *Grid) MouseMoved(e *desktop.MouseEvent) {
	g.setHover(g.geo.at(float64(e.Position.X), float64(e.Position.Y)))
}

// MouseOut removes the highlight.
func (g *Grid) MouseOut() { g.setHover(spot{}) }

func (g *Grid) setHover(s spot) {
	if s == g.hover {
		return
	}
	before := g.hover
	g.hover = s
	if g.OnHover != nil && (before.zone == cells || s.zone == cells) {
		g.OnHover(s.row, s.col, s.zone == cells)
	}
	g.showTip(s)
	if before.zone != s.zone || before.row != s.row || s.zone == headings {
		g.paint()
	}
}

// Cursor shows where an edge can be dragged.
func (g *Grid) Cursor() desktop.Cursor {
	if g.hover.zone == columnEdge || g.drag.zone == columnEdge {
		return desktop.HResizeCursor
	}
	return desktop.DefaultCursor
}

// Scrolled scrolls the body with the wheel; it works over every part of the grid.
func (g *Grid) Scrolled(e *fyne.ScrollEvent) {
	g.scrollBy(-float64(e.Scrolled.DX)*wheelSpeed, -float64(e.Scrolled.DY)*wheelSpeed)
}

func (g *Grid) scrollBy(dx, dy float64) { g.scrollTo(g.geo.x+dx, g.geo.y+dy) }

func (g *Grid) scrollTo(x, y float64) {
	beforeX, beforeY := g.geo.x, g.geo.y
	g.geo.scrollTo(x, y)
	if g.geo.x != beforeX || g.geo.y != beforeY {
		g.paint()
	}
}

// resizeColumn sets a width and wraps the headings again.
func (g *Grid) resizeColumn(col int, w float64) {
	w = max(minWidth, float64(int(w)))
	change := w - g.geo.colWidth(col)
	g.widths[g.data.Columns[col].ID] = w
	for i := col + 1; i < len(g.geo.edges); i++ {
		g.geo.edges[i] += change
	}
	g.measureHeadings()
	g.layout()
	g.paint()
}
