package grid

import (
	"math"
	"sort"
)

// geometry is where everything is. All lengths are points; rows are whole points high and positions
// are 64 bits wide, so the position of a row is exact however far down it is.
type geometry struct {
	width, height  float64 // of the widget
	row            float64 // height of a row
	group, heading float64 // height of the group line, and of the whole heading with it
	hasTotal       bool
	rows           int
	edges          []float64 // left edges of the columns, and the right edge of the last
	frozen         int
	bar            float64 // thickness of a scroll bar
	x, y           float64 // how far the body is scrolled
}

// cols is the number of columns.
func (g *geometry) cols() int { return max(len(g.edges)-1, 0) }

// frozenWidth is the width of the columns that stay.
func (g *geometry) frozenWidth() float64 {
	if g.frozen == 0 {
		return 0
	}
	return g.edges[g.frozen]
}

func (g *geometry) contentWidth() float64 {
	if len(g.edges) == 0 {
		return 0
	}
	return g.edges[len(g.edges)-1]
}

func (g *geometry) contentHeight() float64 { return float64(g.rows) * g.row }

func (g *geometry) totalHeight() float64 {
	if g.hasTotal {
		return g.row + 2
	}
	return 0
}

// bars reports which scroll bars are needed. Each takes room, which can make the other one needed.
func (g *geometry) bars() (across, down bool) {
	room := g.height - g.heading - g.totalHeight()
	across = g.contentWidth() > g.width
	down = g.contentHeight() > room
	if across && !down {
		down = g.contentHeight() > room-g.bar
	}
	if down && !across {
		across = g.contentWidth() > g.width-g.bar
	}
	return across, down
}

// right is where the cells end and the vertical scroll bar begins.
func (g *geometry) right() float64 {
	if _, down := g.bars(); down {
		return g.width - g.bar
	}
	return g.width
}

// bottom is where cells and total row end and the horizontal scroll bar begins.
func (g *geometry) bottom() float64 {
	if across, _ := g.bars(); across {
		return g.height - g.bar
	}
	return g.height
}

// bodyBottom is where the rows end: above the total, which follows the last row if there is room.
func (g *geometry) bodyBottom() float64 {
	return min(g.bottom()-g.totalHeight(), g.heading+g.contentHeight())
}

func (g *geometry) bodyHeight() float64 {
	return max(0, g.bottom()-g.totalHeight()-g.heading)
}

func (g *geometry) maxX() float64 { return max(0, g.contentWidth()-g.right()) }
func (g *geometry) maxY() float64 { return max(0, g.contentHeight()-g.bodyHeight()) }

// scrollTo moves the body to whole points, within its limits.
func (g *geometry) scrollTo(x, y float64) {
	g.x = math.Round(min(max(x, 0), g.maxX()))
	g.y = math.Round(min(max(y, 0), g.maxY()))
}

// rowTop is where a row begins on the screen.
func (g *geometry) rowTop(row int) float64 { return g.heading + float64(row)*g.row - g.y }

// colLeft is where a column begins on the screen.
func (g *geometry) colLeft(col int) float64 {
	if col < g.frozen {
		return g.edges[col]
	}
	return g.edges[col] - g.x
}

func (g *geometry) colWidth(col int) float64 { return g.edges[col+1] - g.edges[col] }

// visibleRows returns the first visible row and the one after the last.
func (g *geometry) visibleRows() (from, to int) {
	from = int(g.y / g.row)
	to = int(math.Ceil((g.y + g.bodyHeight()) / g.row))
	return min(from, g.rows), min(to, g.rows)
}

// visibleCols returns the first visible column of those that scroll, and the one after the last.
func (g *geometry) visibleCols() (from, to int) {
	n := g.cols()
	left, right := g.frozenWidth()+g.x, g.right()+g.x
	from = sort.Search(n, func(c int) bool { return g.edges[c+1] > left })
	to = sort.Search(n, func(c int) bool { return g.edges[c] >= right })
	from = max(from, g.frozen)
	return from, max(to, from)
}

// reveal scrolls just enough to show a cell.
func (g *geometry) reveal(p place) {
	if p.row < 0 || p.row >= g.rows || p.col < 0 || p.col >= g.cols() {
		return
	}
	x, y := g.x, g.y
	top := float64(p.row) * g.row
	y = min(y, top)
	y = max(y, top+g.row-g.bodyHeight())
	if p.col >= g.frozen {
		x = min(x, g.edges[p.col]-g.frozenWidth())
		if g.colWidth(p.col) < g.right()-g.frozenWidth() {
			x = max(x, g.edges[p.col+1]-g.right())
		}
	}
	g.scrollTo(x, y)
}

// pageRows is the number of whole visible rows.
func (g *geometry) pageRows() int { return max(1, int(g.bodyHeight()/g.row)) }

// rowAt is the row at a height on the screen; outside the rows, the nearest one.
func (g *geometry) rowAt(y float64) int {
	return min(max(int(math.Floor((y-g.heading+g.y)/g.row)), 0), g.rows-1)
}

// colAt is the column at a distance from the left; outside the columns, the nearest one.
func (g *geometry) colAt(x float64) int {
	if x >= g.frozenWidth() || g.frozen == 0 {
		x += g.x
	}
	col := sort.Search(g.cols(), func(c int) bool { return g.edges[c+1] > x })
	return min(max(col, 0), g.cols()-1)
}
