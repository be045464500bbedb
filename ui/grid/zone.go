package grid

// zone is a part of the grid that reacts to the pointer in its own way.
type zone uint8

const (
	outside    zone = iota
	headings        // sorts
	columnEdge      // resizes the column to its left
	cells           // selects
	totals
	barDown
	barAcross
)

// edgeReach is how near the pointer must be to the edge of a column to grab it.
const edgeReach = 4

// spot is what is under the pointer.
type spot struct {
	zone zone
	place
}

// at is what is at a point of the widget.
func (g *geometry) at(x, y float64) spot {
	across, down := g.bars()
	switch {
	case x < 0 || y < 0 || x >= g.width || y >= g.height || g.cols() == 0:
		return spot{}
	case down && x >= g.right() && y >= g.heading:
		return spot{zone: barDown}
	case across && y >= g.bottom():
		return spot{zone: barAcross}
	case y < g.heading:
		return g.atHeading(x)
	case x >= min(g.right(), g.colLeft(g.cols()-1)+g.colWidth(g.cols()-1)):
		return spot{}
	case y < g.bodyBottom():
		return spot{cells, place{g.rowAt(y), g.colAt(x)}}
	case g.hasTotal && y < g.bodyBottom()+g.totalHeight():
		return spot{totals, place{-1, g.colAt(x)}}
	}
	return spot{}
}

func (g *geometry) atHeading(x float64) spot {
	end := g.colLeft(g.cols()-1) + g.colWidth(g.cols()-1)
	if x > end+edgeReach {
		return spot{}
	}
	col := g.colAt(x)
	switch {
	case g.colLeft(col)+g.colWidth(col)-x <= edgeReach:
		return spot{columnEdge, place{-1, col}}
	case x-g.colLeft(col) < edgeReach && col > 0:
		return spot{columnEdge, place{-1, col - 1}}
	}
	return spot{headings, place{-1, col}}
}

// thumb is the handle of a scroll bar: where it begins along the bar, and how long it is.
type thumb struct{ at, length, track, start float64 }

const shortestThumb = 28

// downThumb is the handle of the vertical bar, measured from the top of the widget.
func (g *geometry) downThumb() thumb {
	t := thumb{start: g.heading, track: g.bottom() - g.heading}
	return t.placed(g.bodyHeight()/max(g.contentHeight(), 1), g.y, g.maxY())
}

// acrossThumb is the handle of the horizontal bar, measured from the left.
func (g *geometry) acrossThumb() thumb {
	t := thumb{start: g.frozenWidth(), track: g.right() - g.frozenWidth()}
	return t.placed(t.track/max(g.contentWidth()-t.start, 1), g.x, g.maxX())
}

// placed sets the length and position of the handle from the visible share of the content.
func (t thumb) placed(share, offset, most float64) thumb {
	t.at = t.start
	t.length = min(t.track, max(shortestThumb, t.track*share))
	if most > 0 {
		t.at += (t.track - t.length) * offset / most
	}
	return t
}

// offset is how far the body is scrolled if the handle is at a position; the ends of the scroll bar
// are the ends of the table.
func (t thumb) offset(at, most float64) float64 {
	if t.track <= t.length {
		return 0
	}
	return min(max((at-t.start)/(t.track-t.length), 0), 1) * most
}
