package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"nianbao/ui/look"
)

// painting is one picture of the grid being made; it looks colours and sizes up once.
type painting struct {
	*Grid
	sizes
	ink                            [Doubtful + 1]color.Color
	surface, raised, rule, border  color.Color
	faint, void, wash, hoverColour color.Color
	accent                         color.Color
}

func newPainting(g *Grid) *painting {
	p := &painting{
		Grid: g, sizes: textSizes(),
		surface: theme.Color(look.Surface), raised: theme.Color(theme.ColorNameHeaderBackground),
		rule: theme.Color(theme.ColorNameSeparator), border: theme.Color(look.Border),
		faint: theme.Color(look.Faint), void: theme.Color(look.Void),
		wash: theme.Color(theme.ColorNameSelection), hoverColour: theme.Color(theme.ColorNameHover),
		accent: theme.Color(theme.ColorNamePrimary),
	}
	p.ink = [...]color.Color{
		Plain: theme.Color(theme.ColorNameForeground), Quiet: theme.Color(look.Muted),
		Rising: theme.Color(look.Rise), Falling: theme.Color(look.Fall),
		Failed: theme.Color(look.Fault), Doubtful: theme.Color(theme.ColorNameWarning),
	}
	return p
}

// rows draws the cells in sight: those that scroll, above them those that stay.
func (p *painting) rows() {
	s, geo := p.sheet, &p.geo
	from, to := geo.visibleRows()
	left, right := geo.visibleCols()
	s.body.begin()
	s.frozen.begin()
	s.rules.begin()
	s.body.rect(0, 0, geo.width, geo.height, p.surface)
	p.block(s.body, from, to, left, right)
	if geo.frozen > 0 {
		s.frozen.rect(0, geo.heading, geo.frozenWidth(), geo.bodyBottom()-geo.heading, p.surface)
		p.block(s.frozen, from, to, 0, geo.frozen)
	}
	p.rowRules(from, to)
	p.frozenEdge()
	p.cursorFrame(from, to)
}

// block draws a rectangle of cells into a layer.
func (p *painting) block(l *layer, from, to, left, right int) {
	if left >= right {
		return
	}
	p.hoverRow(l, from, to, left, right)
	for row := from; row < to; row++ {
		y := p.geo.rowTop(row)
		for col := left; col < right; col++ {
			p.cell(l, p.data.Cell(row, col), col, y)
		}
	}
	p.groupRules(l, left, right, p.geo.heading, p.geo.bodyBottom())
	p.selection(l, from, to, left, right)
}

// hoverRow lights the row under the pointer.
func (p *painting) hoverRow(l *layer, from, to, left, right int) {
	x := p.geo.colLeft(left)
	w := p.geo.colLeft(right-1) + p.geo.colWidth(right-1) - x
	if row := p.hover.row; p.hover.zone == cells && row >= from && row < to {
		l.rect(x, p.geo.rowTop(row), w, p.geo.row, p.hoverColour)
	}
}

// selection washes over the selected range.
func (p *painting) selection(l *layer, from, to, left, right int) {
	r, ok := p.Selection()
	r = Range{max(r.Row0, from), max(r.Col0, left), min(r.Row1, to-1), min(r.Col1, right-1)}
	if !ok || r.Row0 > r.Row1 || r.Col0 > r.Col1 || p.anchor == p.cursor {
		return
	}
	x := p.geo.colLeft(r.Col0)
	w := p.geo.colLeft(r.Col1) + p.geo.colWidth(r.Col1) - x
	l.rect(x, p.geo.rowTop(r.Row0), w, float64(r.Row1-r.Row0+1)*p.geo.row, p.wash)
}

// cursorFrame outlines what is in sight of the cell the keys move, strongly while they reach
// the grid.
func (p *painting) cursorFrame(from, to int) {
	c := p.cursor
	if _, ok := p.Selection(); !ok || c.row < from || c.row >= to {
		return
	}
	x0, x1 := p.inSight(c.col)
	if x1-x0 < 3 {
		return
	}
	frame := p.sheet.rules.rect(x0, p.geo.rowTop(c.row)-1, x1-x0, p.geo.row+1, color.Transparent)
	frame.StrokeColor, frame.StrokeWidth = p.border, 1
	if p.focused {
		frame.StrokeColor, frame.StrokeWidth = p.accent, 2
	}
}

// inSight returns the ends of the part of a column that nothing covers.
func (p *painting) inSight(col int) (x0, x1 float64) {
	x0 = p.geo.colLeft(col)
	x1 = min(x0+p.geo.colWidth(col), p.geo.right())
	if col >= p.geo.frozen {
		x0 = max(x0, p.geo.frozenWidth())
	}
	return x0, x1
}

// cell draws one cell, each kind in its own way.
func (p *painting) cell(l *layer, c Cell, col int, y float64) {
	x, w := p.geo.colLeft(col), p.geo.colWidth(col)
	text, size, bold := p.shown(c, p.sizes)
	how := lettering{size: size, bold: bold, color: p.ink[c.Tone], align: fyne.TextAlignLeading}
	if p.data.Columns[col].Numeric {
		how.align = fyne.TextAlignTrailing
	}
	switch c.Kind {
	case Blank, Loading:
		how.color = p.faint
	case NotAsked:
		how.color = p.ink[Quiet]
	case Missing:
		how.color = p.faint
		l.rect(x, y, w, p.geo.row, p.void)
	case Odd:
		how.color = p.ink[Doubtful]
	case Noted:
		l.rect(x+w-4, y, 4, 4, p.ink[Doubtful])
	}
	if text == "" {
		return
	}
	room, needs := w-2*padding, width(text, size, bold)
	if needs > room {
		text = p.tooWide(c.Kind, text, room, how)
	}
	start := x + padding
	if how.align == fyne.TextAlignTrailing {
		start = x + w - padding - min(needs, room)
	}
	if c.Kind != Text && p.covered(col, start, start+min(needs, room)) {
		text, how.color = "…", p.faint
		x, room = p.uncovered(col)
	}
	l.text(text, x+padding, y, room, p.geo.row-3, how)
}

// covered reports whether a part of a figure is scrolled out of sight. What is left of a number
// would read as another number, so it is not drawn.
func (p *painting) covered(col int, start, end float64) bool {
	x0, x1 := p.inSight(col)
	return start < x0 || end > x1
}

// uncovered is the box of what is in sight of a column, without its padding.
func (p *painting) uncovered(col int) (x, room float64) {
	x0, x1 := p.inSight(col)
	return x0, x1 - x0 - 2*padding
}

// tooWide is what a cell shows when its text does not fit. A number is never cut, because a
// part of it would be another number.
func (p *painting) tooWide(kind Kind, text string, room float64, how lettering) string {
	if kind == Number || kind == Noted {
		return shorten("####", room, how.size, how.bold)
	}
	return shorten(text, room, how.size, how.bold)
}

// rowRules draws the hairlines under the rows, across all columns.
func (p *painting) rowRules(from, to int) {
	w := min(p.geo.right(), p.geo.contentWidth()-p.geo.x)
	for row := from; row < to; row++ {
		if y := p.geo.rowTop(row+1) - 1; y < p.geo.bodyBottom() {
			p.sheet.rules.rect(0, y, w, 1, p.rule)
		}
	}
}

// groupRules draws a line down the left side of every group of columns.
func (p *painting) groupRules(l *layer, left, right int, top, bottom float64) {
	for col := max(left, 1); col < right; col++ {
		if p.beginsGroup(col) {
			l.rect(p.geo.colLeft(col), top, 1, bottom-top, p.border)
		}
	}
}

func (p *painting) beginsGroup(col int) bool {
	return p.geo.group > 0 && col != p.geo.frozen && p.data.Columns[col].Group != p.data.Columns[col-1].Group
}

// frozenEdge parts the columns that stay from those that scroll.
func (p *painting) frozenEdge() {
	if p.geo.frozen > 0 && p.geo.frozen < p.geo.cols() {
		p.sheet.rules.rect(p.geo.frozenWidth()-1, p.geo.heading, 1, p.geo.bodyBottom()-p.geo.heading, p.border)
	}
}

// totalRow draws the pinned sums.
func (p *painting) totalRow() {
	s, geo := p.sheet, &p.geo
	s.total.begin()
	s.frozenTotal.begin()
	if !geo.hasTotal || geo.cols() == 0 {
		return
	}
	y := geo.bodyBottom()
	right := min(geo.right(), geo.contentWidth()-geo.x)
	left, end := geo.visibleCols()
	s.total.rect(0, y, geo.width, geo.bottom()-y, p.surface)
	s.total.rect(0, y, right, geo.totalHeight(), p.raised)
	p.totalCells(s.total, left, end, y)
	if geo.frozen > 0 {
		s.frozenTotal.rect(0, y, geo.frozenWidth(), geo.totalHeight(), p.raised)
		p.totalCells(s.frozenTotal, 0, geo.frozen, y)
		s.frozenTotal.rect(geo.frozenWidth()-1, y, 1, geo.totalHeight(), p.border)
	}
	s.frozenTotal.rect(0, y, right, 1, p.ink[Quiet])
}

func (p *painting) totalCells(l *layer, left, right int, y float64) {
	for col := left; col < right; col++ {
		c := p.data.Total(col)
		c.Bold = true
		p.cell(l, c, col, y+1)
	}
	p.groupRules(l, left, right, y, y+p.geo.totalHeight())
}

// scrollBars draws the bars that are needed and the corner between them.
func (p *painting) scrollBars() {
	l, geo := p.sheet.bars, &p.geo
	l.begin()
	across, down := geo.bars()
	if down {
		l.rect(geo.right(), 0, geo.bar, geo.heading, p.raised)
		l.rect(geo.right(), geo.heading, geo.bar, geo.height-geo.heading, p.surface)
		t := geo.downThumb()
		p.thumb(geo.right()+2, t.at+1, geo.bar-4, t.length-2, barDown)
	}
	if across {
		l.rect(0, geo.bottom(), geo.width, geo.bar, p.surface)
		t := geo.acrossThumb()
		p.thumb(t.at+1, geo.bottom()+2, t.length-2, geo.bar-4, barAcross)
	}
	if p.focused {
		// The cursor's frame says enough; an empty table has none.
		if _, ok := p.Selection(); !ok {
			l.rect(0, 0, geo.width, geo.height, color.Transparent).StrokeColor = p.accent
		}
	}
}

func (p *painting) thumb(x, y, w, h float64, z zone) {
	name := look.Border
	if p.hover.zone == z || p.drag.zone == z {
		name = look.Muted
	}
	p.sheet.bars.rect(x, y, max(w, 2), max(h, 2), theme.Color(name)).CornerRadius = float32(min(w, h) / 2)
}
