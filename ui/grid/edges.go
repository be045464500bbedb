package grid

import (
	"image/color"

	"fyne.io/fyne/v2/theme"

	"nianbao/ui/look"
	"nianbao/ui/tabular"
)

// totalRow draws the pinned totals.
func (p *painting) totalRow() {
	s, geo := p.layers, &p.geo
	s.total.begin()
	s.frozenTotal.begin()
	if !geo.hasTotal || geo.cols() == 0 {
		return
	}
	y, high := geo.bodyBottom(), geo.totalHeight()
	right := min(geo.right(), geo.contentWidth()-geo.x)
	left, end := geo.visibleCols()
	s.total.rect(box{0, y, geo.width, geo.bottom() - y}, p.surface)
	s.total.rect(box{0, y, right, high}, p.raised)
	p.totalCells(s.total, left, end, y)
	if geo.frozen > 0 {
		s.frozenTotal.rect(box{0, y, geo.frozenWidth(), high}, p.raised)
		p.totalCells(s.frozenTotal, 0, geo.frozen, y)
		s.frozenTotal.rect(box{geo.frozenWidth() - 1, y, 1, high}, p.border)
	}
	s.frozenTotal.rect(box{0, y, right, 1}, p.ink[tabular.Quiet])
}

func (p *painting) totalCells(l *layer, left, right int, y float64) {
	for col := left; col < right; col++ {
		c := p.data.Total(col)
		c.Bold = true
		p.cell(l, c, col, y+1)
	}
	p.groupRules(l, window{left: left, right: right}, box{y: y, h: p.geo.totalHeight()})
}

// scrollBars draws the bars that are needed and the corner between them.
func (p *painting) scrollBars() {
	l, geo := p.layers.bars, &p.geo
	l.begin()
	across, down := geo.bars()
	if down {
		l.rect(box{geo.right(), 0, geo.bar, geo.heading}, p.raised)
		l.rect(box{geo.right(), geo.heading, geo.bar, geo.height - geo.heading}, p.surface)
		t := geo.downThumb()
		p.thumb(box{geo.right() + 2, t.at + 1, geo.bar - 4, t.length - 2}, barDown)
	}
	if across {
		l.rect(box{0, geo.bottom(), geo.width, geo.bar}, p.surface)
		t := geo.acrossThumb()
		p.thumb(box{t.at + 1, geo.bottom() + 2, t.length - 2, geo.bar - 4}, barAcross)
	}
	p.dropMark()
	if _, ok := p.Selection(); p.focused && !ok {
		// An empty table has no cell whose frame could show the focus.
		frame := l.rect(box{0, 0, geo.width, geo.height}, color.Transparent)
		frame.StrokeColor, frame.StrokeWidth = p.accent, 1
	}
}

// dropMark shows where a dragged heading would be dropped.
func (p *painting) dropMark() {
	if !p.drag.moves() || p.OnMove == nil {
		return
	}
	x := p.geo.colLeft(min(p.drag.drop, p.geo.cols()-1))
	if p.drag.drop == p.geo.cols() {
		x += p.geo.colWidth(p.drag.drop - 1)
	}
	if p.drag.drop >= p.geo.frozen {
		x = max(x, p.geo.frozenWidth())
	}
	p.layers.bars.rect(box{min(x, p.geo.right()) - 2, 0, 3, p.geo.bodyBottom()}, p.accent)
}

func (p *painting) thumb(b box, z zone) {
	name := look.Border
	if p.hover.zone == z || p.drag.zone == z {
		name = look.Muted
	}
	b.w, b.h = max(b.w, 2), max(b.h, 2)
	p.layers.bars.rect(b, theme.Color(name)).CornerRadius = float32(min(b.w, b.h) / 2)
}
