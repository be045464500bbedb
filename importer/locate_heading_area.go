package importer

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// headingArea is the block of cells that forms the heading of one or more
// tables.
type headingArea struct {
	top, bottom, left, right int
}

const (
	maxHeadRows  = 16
	maxHeadCols  = 2000
	usualColumns = 16
)

// headingAt returns the heading area around row i, which is part of a heading. Rows above
// floor belong to other tables.
func (l *locator) headingAt(i, floor int) headingArea {
	b := headingArea{top: i, bottom: i, left: -1, right: -1}
	b.widen(l.line(i))
	if b.left < 0 { // numbered headings only
		return headingArea{top: i, bottom: i, left: l.view.rowWidth(i), right: -1}
	}
	for b.bottom+1 < l.view.height && b.bottom-b.top < maxHeadRows && l.continuesBelow(&b) {
		b.bottom++
		b.widen(l.line(b.bottom))
	}
	for b.top > floor && b.bottom-b.top < maxHeadRows && l.continuesAbove(&b) {
		b.top--
		for _, m := range l.line(b.top).marks {
			if isColumn, _ := m.phrase.strength(); isColumn {
				b.left = min(b.left, m.left)
			}
		}
	}
	l.takeNumbered(&b)
	for r := b.top; r <= b.bottom; r++ {
		for j := l.view.rowWidth(r) - 1; j > b.right; j-- {
			if c := l.view.at(r, j); !read.IsBlank(c.Text) {
				b.right = j
				break
			}
		}
	}
	b.right = min(b.right, b.left+maxHeadCols)
	return b
}

// takeNumbered extends the area to headings that are one word with a running number, left
// of the first known heading.
func (l *locator) takeNumbered(b *headingArea) {
	n := len(l.words.tables[form.ApplicationsTable].columns) - 1
	for r := b.top; r <= b.bottom; r++ {
		pieces := l.view.allPieces(r, 0, b.left-1)
		if len(pieces) < n {
			continue
		}
		pieces = pieces[len(pieces)-n:]
		stem, ok := strings.CutSuffix(squeeze(pieces[0].cell.Text), "1")
		for k, p := range pieces {
			ok = ok && squeeze(p.cell.Text) == stem+strconv.Itoa(k+1)
		}
		if ok && stem != "" {
			b.left = pieces[0].left
			return
		}
	}
}

// widen extends the area's columns to the known cells of a line.
func (b *headingArea) widen(l *line) {
	for _, m := range l.marks {
		if !m.phrase.namesLine() {
			continue
		}
		if b.left < 0 || m.left < b.left {
			b.left = m.left
		}
		b.right = max(b.right, m.right)
	}
}

// namesLine reports whether a phrase can be the heading of a column or the
// label of a row.
func (r *phrase) namesLine() bool {
	for _, t := range r.terms {
		if t.item != "" && !t.group || t.column != "" {
			return true
		}
	}
	return len(r.parts) > 0 || r.foreign
}

// continuesBelow reports whether the row below belongs to the heading: it also names
// columns, or completes labels split over two cells.
func (l *locator) continuesBelow(b *headingArea) bool {
	r := b.bottom + 1
	ln := l.line(r)
	if ln.values > 0 || ln.text || ln.title || ln.cells == 0 {
		return false
	}
	if l.onlyCovered(r) || len(ln.marks) > 0 && l.isBelowNames(b.top, r) {
		return true
	}
	columns := 0
	for _, m := range ln.marks {
		if isColumn, _ := m.phrase.strength(); isColumn {
			columns++
		}
		if m.left < b.left {
			columns -= maxHeadCols
		}
	}
	if ln.isHead() && (columns >= 0 || l.strongColumns(ln) >= 3) {
		return true
	}
	return len(ln.marks) == 0 && l.completesAbove(b, r) || l.dividesAbove(b, r)
}

// isBelowNames reports whether row r has no text below the heading of the column of bodies,
// so that it belongs to the heading too.
func (l *locator) isBelowNames(top, r int) bool {
	if !l.line(top).bodies {
		return false
	}
	for j := range l.view.rowWidth(top) {
		c := l.view.at(top, j)
		if read.IsBlank(c.Text) || !headsNames(l.words.lookUp(c.Text).label.Text) {
			continue
		}
		if read.IsBlank(l.view.at(r, j).Text) {
			return true
		}
		i, k := l.view.origin(r, j)
		return i <= top && k == j
	}
	return false
}

// dividesAbove reports whether every text in row r stands below a heading of the row
// above that has several below it: 警告 | 罚款 | 合计 under 行政处罚.
func (l *locator) dividesAbove(b *headingArea, r int) bool {
	under := map[string]int{}
	for j := range l.view.rowWidth(r) {
		c := l.view.at(r, j)
		if i, k := l.view.origin(r, j); read.IsBlank(c.Text) || i < r || k < j {
			continue
		}
		above := l.view.at(r-1, j).Text
		for k := j; read.IsBlank(above) && k > b.left; k-- {
			above = l.view.at(r-1, k-1).Text
		}
		if j < b.left || read.IsBlank(above) || utf8.RuneCountInString(c.Text) > 20 {
			return false
		}
		under[above]++
	}
	for _, n := range under {
		if n < 2 {
			return false
		}
	}
	return len(under) > 0 && r+1 < l.view.height && l.line(r+1).values > 0
}

// onlyCovered reports whether all cells of a row are merged with the rows above.
func (l *locator) onlyCovered(r int) bool {
	for j := range l.view.rowWidth(r) {
		if c := l.view.at(r, j); !read.IsBlank(c.Text) {
			if i, _ := l.view.origin(r, j); i == r {
				return false
			}
		}
	}
	return true
}

func (l *locator) strongColumns(ln *line) (n int) {
	for _, m := range ln.marks {
		if isColumn, _ := m.phrase.strength(); isColumn {
			n++
		}
	}
	return n
}

// completesAbove reports whether every text in row r forms a known label
// together with the text above it.
func (l *locator) completesAbove(b *headingArea, r int) bool {
	found := false
	for j := 0; j < l.view.rowWidth(r); j++ {
		c := l.view.at(r, j)
		if c.Covered || read.IsBlank(c.Text) {
			continue
		}
		if j < b.left || j > b.right {
			return false
		}
		if len(l.words.lookUp(l.view.at(r-1, j).Text+c.Text).terms) == 0 {
			return false
		}
		found = true
	}
	return found
}

// continuesAbove reports whether the row above is a heading over the area's
// columns.
func (l *locator) continuesAbove(b *headingArea) bool {
	ln := l.line(b.top - 1)
	if ln.values > 0 || ln.text || ln.title || ln.cells == 0 {
		return false
	}
	for _, m := range ln.marks {
		if m.right >= b.left && m.left <= b.right {
			return true
		}
	}
	return ln.years > 0 && ln.cells > 1
}
