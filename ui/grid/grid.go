package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/tabular"
)

// Grid is the table widget. It shows values and calls back. All it changes by itself is the
// selection, the scroll position and the widths of columns.
type Grid struct {
	widget.BaseWidget

	OnSort    func(col int, add bool)                 // a heading was clicked; add: with Shift held, to sort by it as a further level
	OnOpen    func(row, col int)                      // double click or Enter on a cell
	OnTap     func(row, col int)                      // a click on a cell, after it was selected
	OnContext func(row, col int, at fyne.Position)    // right click on a cell; at is on the canvas
	OnHeading func(col int, at fyne.Position)         // right click on a heading; at is on the canvas
	OnMove    func(col, before int)                   // a heading was dragged before column before; the number of columns means after the last
	OnSelect  func(Range)                             // the selected range changed
	OnResize  func(id string, width float32)          // the user gave a column another width
	OnCopy    func(selected Range, withHeadings bool) // nil copies the range as text with tabs
	OnKey     func(e *fyne.KeyEvent)                  // a key that the grid does not use
	OnHover   func(row, col int, inside bool)         // the pointer moved to another cell, or left the cells

	data   Data
	marks  tabular.Marks
	sorted map[string]level
	widths map[string]float64 // widths that the user set, by column ID
	titles []title
	geo    geometry

	anchor, cursor place // opposite corners of the selected range
	hover          spot
	drag           dragging
	shift          bool // a Shift key is down
	focused        bool

	cursorShown bool // mark the cursor although the focus is elsewhere
	layers      *layers
	clip        *container.Clip
}

// level is a column's level in the sort order: 1 for the first.
type level struct {
	rank       int
	descending bool
}

var (
	_ fyne.Focusable         = (*Grid)(nil)
	_ fyne.Draggable         = (*Grid)(nil)
	_ fyne.Scrollable        = (*Grid)(nil)
	_ fyne.DoubleTappable    = (*Grid)(nil)
	_ fyne.Shortcutable      = (*Grid)(nil)
	_ fyne.SecondaryTappable = (*Grid)(nil)
	_ desktop.Mouseable      = (*Grid)(nil)
	_ desktop.Hoverable      = (*Grid)(nil)
	_ desktop.Keyable        = (*Grid)(nil)
	_ desktop.Cursorable     = (*Grid)(nil)
)

// New returns an empty grid with the given marks for cells that hold no number.
func New(marks tabular.Marks) *Grid {
	g := &Grid{marks: marks, widths: map[string]float64{}}
	g.layers = newLayers()
	g.clip = container.NewClip(g.layers)
	g.ExtendBaseWidget(g)
	return g
}

// SetData shows another result from its top. The column widths that the user set stay; if the
// columns are the same, so does the horizontal scroll position.
func (g *Grid) SetData(d Data) {
	same := sameColumns(g.data.Columns, d.Columns)
	g.data = d
	if !same {
		g.geo.x = 0
		g.anchor, g.cursor = place{}, place{}
	}
	g.geo.y = 0
	g.anchor.row, g.cursor.row = 0, 0
	g.measure()
	g.Refresh()
}

func sameColumns(a, b []tabular.Column) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].ID != b[i].ID {
			return false
		}
	}
	return true
}

// Data returns the data shown.
func (g *Grid) Data() Data { return g.data }

// SetMarks replaces the marks after a change of language.
func (g *Grid) SetMarks(m tabular.Marks) {
	g.marks = m
	g.Refresh()
}

// ShowCursor marks the cell of the cursor although the focus is elsewhere, for example in a search.
func (g *Grid) ShowCursor(on bool) {
	g.cursorShown = on
	g.paint()
}

// SetSort shows the order in the headings; the owner sorts the rows.
func (g *Grid) SetSort(order []Sort) {
	g.sorted = map[string]level{}
	for i, s := range order {
		g.sorted[s.Column] = level{rank: i + 1, descending: s.Descending}
	}
	g.Refresh()
}

// SetWidths sets column widths by ID, as OnResize reported them earlier.
func (g *Grid) SetWidths(widths map[string]float32) {
	for id, w := range widths {
		g.widths[id] = float64(w)
	}
	g.measure()
	g.Refresh()
}

// Selection returns the selected range; ok is false in an empty table.
func (g *Grid) Selection() (r Range, ok bool) {
	if g.data.Rows == 0 || len(g.data.Columns) == 0 {
		return Range{}, false
	}
	return corners(g.anchor, g.cursor), true
}

// Select selects the part of a range that is in the table and scrolls to its last corner.
func (g *Grid) Select(r Range) {
	g.anchor = g.inside(place{r.Row0, r.Col0})
	g.moveCursor(place{r.Row1, r.Col1}, true)
}

// Reveal scrolls to the cursor, for example after the grid has become smaller.
func (g *Grid) Reveal() {
	g.layout()
	g.geo.reveal(g.cursor)
	g.paint()
}

// VisibleRows returns the first visible row and the one after the last, for fetching ahead.
func (g *Grid) VisibleRows() (from, to int) { return g.geo.visibleRows() }

// Refresh reads the visible cells again and repaints.
func (g *Grid) Refresh() {
	g.layout()
	g.paint()
	g.BaseWidget.Refresh()
}

// Resize changes the size of the grid.
func (g *Grid) Resize(size fyne.Size) {
	g.BaseWidget.Resize(size)
	g.Refresh()
}

// MinSize leaves room for the heading and a few rows.
func (g *Grid) MinSize() fyne.Size {
	g.ExtendBaseWidget(g)
	return fyne.NewSize(160, 84)
}

// CreateRenderer clips the canvas to the widget.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer {
	g.ExtendBaseWidget(g)
	return widget.NewSimpleRenderer(g.clip)
}

// layout applies size and theme and keeps the scroll position within its limits.
func (g *Grid) layout() {
	if g.geo.row != rowHeight(textSizes().text) && len(g.data.Columns) > 0 {
		g.measure()
	}
	size := g.Size()
	g.geo.width, g.geo.height = float64(size.Width), float64(size.Height)
	g.geo.bar = float64(theme.ScrollBarSize())
	g.geo.frozen = g.frozenColumns()
	g.geo.scrollTo(g.geo.x, g.geo.y)
}

// frozenColumns is how many of the columns to freeze fit while leaving room for others.
func (g *Grid) frozenColumns() int {
	n := min(g.data.Frozen, len(g.data.Columns))
	for n > 0 && g.geo.edges[n] > g.geo.width*0.6 {
		n--
	}
	return n
}

// inside returns the cell of the table that is nearest to a place.
func (g *Grid) inside(p place) place {
	return place{
		row: min(max(p.row, 0), max(g.data.Rows-1, 0)),
		col: min(max(p.col, 0), max(len(g.data.Columns)-1, 0)),
	}
}
