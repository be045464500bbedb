package grid

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"

	"nianbao/ui/tabular"
)

// headings draws the titles of the scrolling columns and, above them, those of the frozen ones.
func (p *painting) headings() {
	s, geo := p.layers, &p.geo
	s.heading.begin()
	s.frozenHeadings.begin()
	s.heading.rect(box{0, 0, geo.width, geo.heading}, p.raised)
	left, right := geo.visibleCols()
	p.headingBlock(s.heading, left, right)
	if geo.frozen > 0 {
		s.frozenHeadings.rect(box{0, 0, geo.frozenWidth(), geo.heading}, p.raised)
		p.headingBlock(s.frozenHeadings, 0, geo.frozen)
		s.frozenHeadings.rect(box{geo.frozenWidth() - 1, 0, 1, geo.heading}, p.border)
	}
	s.frozenHeadings.rect(box{0, geo.heading - 1, geo.width, 1}, p.border)
}

func (p *painting) headingBlock(l *layer, left, right int) {
	for col := left; col < right; col++ {
		p.heading(l, col)
	}
	p.groupTitles(l, left, right)
	for col := max(left, 1); col < right; col++ {
		p.headingRule(l, col)
	}
}

// headingRule separates neighbouring titles: with a line down to the rows if a group begins there,
// with a short line within a group.
func (p *painting) headingRule(l *layer, col int) {
	x := p.geo.colLeft(col)
	switch {
	case col == p.geo.frozen:
	case p.beginsGroup(col):
		l.rect(box{x, 0, 1, p.geo.heading}, p.border)
	default:
		l.rect(box{x, p.titleTop(col) + 5, 1, p.geo.heading - p.titleTop(col) - 10}, p.border)
	}
}

// titleTop is where a column's own title may begin: below its group's, if it has one.
func (p *painting) titleTop(col int) float64 {
	if p.data.Columns[col].Group == "" {
		return 0
	}
	return p.geo.group
}

// heading draws one title at the bottom of its box, with the unit below and the sort marker beside
// it.
func (p *painting) heading(l *layer, col int) {
	t, c := p.titles[col], p.data.Columns[col]
	b := box{p.geo.colLeft(col), p.titleTop(col), p.geo.colWidth(col), p.geo.heading - p.titleTop(col)}
	if p.hover.zone == headings && p.hover.col == col {
		l.rect(b, p.hoverColour)
	}
	how := textStyle{size: p.title, bold: true, color: p.ink[tabular.Plain], align: fyne.TextAlignLeading}
	if c.Numeric {
		how.align = fyne.TextAlignTrailing
	}
	line := box{b.x + padding, p.geo.heading - 5, b.w - 2*padding, titlePitch(p.title)}
	if p.hasUnits() {
		line.y -= titlePitch(p.unit)
		p.unitLine(l, t.unit, line, how)
	}
	line.y -= line.h * float64(len(t.lines))
	if level, sorted := p.sorted[c.ID]; sorted {
		how.color = p.accent
		line = p.sortMarker(l, level, line, how)
	}
	for _, text := range t.lines {
		l.text(text, line, how)
		line.y += line.h
	}
}

func (p *painting) hasUnits() bool {
	for _, t := range p.titles {
		if t.unit != "" {
			return true
		}
	}
	return false
}

func (p *painting) unitLine(l *layer, unit string, line box, how textStyle) {
	if unit == "" {
		return
	}
	how.size, how.bold, how.color = p.unit, false, p.ink[tabular.Quiet]
	line.h = titlePitch(p.unit)
	l.text(shorten(unit, line.w, how.size, false), line, how)
}

// sortMarker draws ▲ or ▼ on the first line of the title, on the side opposite to its alignment,
// and its level if the order has several. It returns the line that remains for the title.
func (p *painting) sortMarker(l *layer, at level, line box, how textStyle) box {
	mark := "▲"
	if at.descending {
		mark = "▼"
	}
	if len(p.sorted) > 1 {
		mark += strconv.Itoa(at.rank)
	}
	rest := line
	rest.w -= markerWidth
	if how.align == fyne.TextAlignTrailing {
		how.align = fyne.TextAlignLeading
		rest.x += markerWidth
	} else {
		how.align = fyne.TextAlignTrailing
	}
	how.size, how.bold = p.unit-2, false
	l.text(mark, line, how)
	return rest
}

// groupTitles draws the group headings, each in the middle of the visible part of its columns.
func (p *painting) groupTitles(l *layer, left, right int) {
	if p.geo.group == 0 {
		return
	}
	for col := left; col < right; {
		end := col + 1
		name := p.data.Columns[col].Group
		for end < right && p.data.Columns[end].Group == name {
			end++
		}
		if name != "" {
			p.groupTitle(l, name, col, end)
		}
		col = end
	}
}

func (p *painting) groupTitle(l *layer, name string, from, to int) {
	x := p.geo.colLeft(from)
	end := p.geo.colLeft(to-1) + p.geo.colWidth(to-1)
	l.rect(box{x, p.geo.group - 1, end - x, 1}, p.border)
	if from >= p.geo.frozen {
		x, end = max(x, p.geo.frozenWidth()), min(end, p.geo.right())
	}
	room := end - x - 2*padding
	if room < float64(p.title) {
		return
	}
	how := textStyle{size: p.title, bold: true, color: color.Color(p.ink[tabular.Quiet]), align: fyne.TextAlignCenter}
	l.text(shorten(name, room, p.title, true), box{x + padding, 0, room, p.geo.group - 1}, how)
}
