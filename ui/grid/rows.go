package grid

import "image/color"

// window is a rectangle of cells: rows from ≤ row < to, columns left ≤ col < right.
type window struct{ from, to, left, right int }

// rows draws the visible cells that scroll and, above them, those of the frozen columns.
func (p *painting) rows() {
	s, geo := p.layers, &p.geo
	from, to := geo.visibleRows()
	left, right := geo.visibleCols()
	s.body.begin()
	s.frozen.begin()
	s.rules.begin()
	s.body.rect(box{0, 0, geo.width, geo.height}, p.surface)
	p.block(s.body, window{from, to, left, right})
	if geo.frozen > 0 {
		s.frozen.rect(box{0, geo.heading, geo.frozenWidth(), geo.bodyBottom() - geo.heading}, p.surface)
		p.block(s.frozen, window{from, to, 0, geo.frozen})
	}
	p.rowRules(from, to)
	p.frozenEdge()
	p.cursorFrame(from, to)
}

// block draws a window of cells into a layer.
func (p *painting) block(l *layer, w window) {
	if w.left >= w.right {
		return
	}
	p.hoverRow(l, w)
	for row := w.from; row < w.to; row++ {
		y := p.geo.rowTop(row)
		for col := w.left; col < w.right; col++ {
			p.cell(l, p.data.Cell(row, col), col, y)
		}
	}
	top := p.geo.heading
	p.groupRules(l, w, box{y: top, h: p.geo.bodyBottom() - top})
	p.selection(l, w)
}

// hoverRow highlights the row under the pointer.
func (p *painting) hoverRow(l *layer, w window) {
	if row := p.hover.row; p.hover.zone == cells && row >= w.from && row < w.to {
		l.rect(p.boxOf(Range{row, w.left, row, w.right - 1}), p.hoverColour)
	}
}

// selection shades the selected range.
func (p *painting) selection(l *layer, w window) {
	r, ok := p.Selection()
	r = Range{max(r.Row0, w.from), max(r.Col0, w.left), min(r.Row1, w.to-1), min(r.Col1, w.right-1)}
	if ok && r.Row0 <= r.Row1 && r.Col0 <= r.Col1 && p.anchor != p.cursor {
		l.rect(p.boxOf(r), p.wash)
	}
}

// boxOf is where a range is on the widget.
func (p *painting) boxOf(r Range) box {
	x, y := p.geo.colLeft(r.Col0), p.geo.rowTop(r.Row0)
	return box{x, y, p.geo.colLeft(r.Col1) + p.geo.colWidth(r.Col1) - x, float64(r.Row1-r.Row0+1) * p.geo.row}
}

// cursorFrame outlines the visible part of the cursor's cell, more strongly while the grid has the
// focus.
func (p *painting) cursorFrame(from, to int) {
	c := p.cursor
	if _, ok := p.Selection(); !ok || c.row < from || c.row >= to {
		return
	}
	x0, x1 := p.inSight(c.col)
	if x1-x0 < 3 {
		return
	}
	frame := p.layers.rules.rect(box{x0, p.geo.rowTop(c.row) - 1, x1 - x0, p.geo.row + 1}, color.Transparent)
	frame.StrokeColor, frame.StrokeWidth = p.border, 1
	if p.focused || p.cursorShown {
		frame.StrokeColor, frame.StrokeWidth = p.accent, 2
	}
}

// inSight returns the ends of the visible part of a column.
func (g *Grid) inSight(col int) (x0, x1 float64) {
	x0 = g.geo.colLeft(col)
	x1 = min(x0+g.geo.colWidth(col), g.geo.right())
	if col >= g.geo.frozen {
		x0 = max(x0, g.geo.frozenWidth())
	}
	return x0, x1
}

// rowRules draws the hairlines under the rows, across all columns.
func (p *painting) rowRules(from, to int) {
	w := min(p.geo.right(), p.geo.contentWidth()-p.geo.x)
	for row := from; row < to; row++ {
		if y := p.geo.rowTop(row+1) - 1; y < p.geo.bodyBottom() {
			p.layers.rules.rect(box{0, y, w, 1}, p.rule)
		}
	}
}

// groupRules draws a line down the left side of every group of columns, as high as a box.
func (p *painting) groupRules(l *layer, w window, height box) {
	for col := max(w.left, 1); col < w.right; col++ {
		if p.beginsGroup(col) {
			l.rect(box{p.geo.colLeft(col), height.y, 1, height.h}, p.border)
		}
	}
}

func (p *painting) beginsGroup(col int) bool {
	return p.geo.group > 0 && col != p.geo.frozen && p.data.Columns[col].Group != p.data.Columns[col-1].Group
}

// frozenEdge draws the line between the frozen and the scrolling columns.
func (p *painting) frozenEdge() {
	if p.geo.frozen > 0 && p.geo.frozen < p.geo.cols() {
		p.layers.rules.rect(box{p.geo.frozenWidth() - 1, p.geo.heading, 1, p.geo.bodyBottom() - p.geo.heading}, p.border)
	}
}
