package read

import (
	"cmp"
	"math"
	"slices"
)

// printedCell is a cell of a printed table: the fields that no rule separates.
type printedCell struct {
	area
	glyphs []glyph
	run    bool // its text and a neighbour's may have run together
	cut    bool // the rest of its text is invisible
}

// cells returns the cells of a table and, for each field, the cell that it belongs to.
func (t *lattice) cells() (cells []printedCell, of [][]int) {
	rows, columns := len(t.ys)-1, len(t.xs)-1
	s := newSets(rows * columns)
	for i := range rows {
		for j := range columns {
			if j > 0 && !t.aside[i][j] {
				s.join(i*columns+j-1, i*columns+j)
			}
			if i > 0 && !t.above[i][j] {
				s.join((i-1)*columns+j, i*columns+j)
			}
		}
	}
	for t.square(s) {
	}
	number := map[int]int{}
	of = make([][]int, rows)
	for i := range rows {
		of[i] = make([]int, columns)
		for j := range columns {
			root := s.root(i*columns + j)
			n, ok := number[root]
			if !ok {
				n = len(cells)
				number[root] = n
				cells = append(cells, printedCell{area: area{top: i, left: j, bottom: i, right: j}})
			}
			of[i][j] = n
			c := &cells[n]
			c.bottom, c.left, c.right = max(c.bottom, i), min(c.left, j), max(c.right, j)
		}
	}
	return cells, of
}

// square extends each cell to everything in its bounding box, since a cell is a rectangle, and
// reports whether it extended any.
func (t *lattice) square(s sets) (changed bool) {
	rows, columns := len(t.ys)-1, len(t.xs)-1
	hull := map[int]area{}
	for i := range rows {
		for j := range columns {
			root := s.root(i*columns + j)
			a, ok := hull[root]
			if !ok {
				a = area{top: i, left: j, bottom: i, right: j}
			}
			hull[root] = area{top: min(a.top, i), left: min(a.left, j), bottom: max(a.bottom, i), right: max(a.right, j)}
		}
	}
	for root, a := range hull {
		for i := a.top; i <= a.bottom; i++ {
			for j := a.left; j <= a.right; j++ {
				if k := i*columns + j; s.root(k) != s.root(root) {
					s.join(k, root)
					changed = true
				}
			}
		}
	}
	return changed
}

// fill puts glyphs into the cells of a table. Characters without a gap between them are
// one text, even if it crosses a rule.
func (t *lattice) fill(cells []printedCell, of [][]int, glyphs []glyph) {
	at := func(p point) int { return of[between(t.ys, p.y)][between(t.xs, p.x)] }
	for _, line := range linesOf(glyphs) {
		runs := line.runs(at)
		for n, run := range runs {
			first, last := at(run[0].spot), at(run[len(run)-1].spot)
			to := first
			if first != last {
				to = t.owner(cells, run, at)
				if hasDigit(run) {
					cells[first].run, cells[last].run, cells[to].run = true, true, true
				}
			}
			for k := range run {
				cells[to].run = cells[to].run || isDigitText(run[k].text) && t.isCrossed(&run[k])
			}
			end := &run[len(run)-1]
			cells[to].cut = cells[to].cut || end.cut || n+1 < len(runs) && t.isCutOff(end, &runs[n+1][0])
			cells[to].glyphs = append(cells[to].glyphs, run...)
		}
	}
}

// isCutOff reports whether a text ends on a rule because the next cell is filled: a
// worksheet shows the rest only over blank cells.
func (t *lattice) isCutOff(last, next *glyph) bool {
	const margin = 0.05 // of the font size; text that fits keeps away from the rule
	j := nearest(t.xs, last.right())
	side := t.xs[j]
	return last.turn == 0 && last.home == 0 && j > 0 && last.x < next.x && last.right() > side-margin*last.size && last.left() < side &&
		next.left() > side && j == between(t.xs, next.x)
}

// runs cuts a line where one cell ends and another begins, unless the text continues
// without a gap: then it crosses the rule. Cells have a margin, so two texts do not
// touch; they overlap if one of them is cut off.
func (l printedLine) runs(at func(point) int) [][]glyph {
	var all [][]glyph
	from := 0
	for i := 1; i <= len(l.glyphs); i++ {
		if i < len(l.glyphs) {
			first, a, b := &l.glyphs[from], &l.glyphs[i-1], &l.glyphs[i]
			cell := at(b.spot)
			isWithin := cell == at(a.spot) && cell == at(first.spot) && !overlaps(a, b)
			if isWithin || isContinued(a, b) {
				continue
			}
		}
		all = append(all, l.glyphs[from:i])
		from = i
	}
	return all
}

// isContinued reports whether a character follows another without a gap, and neither ends
// or begins a number.
func isContinued(a, b *glyph) bool {
	const over, apart = 0.05, 0.1 // of the font's size
	gap := (b.left() - a.right()) / math.Min(a.size, b.size)
	return a.turn == 0 && a.home == b.home && gap >= -over && gap <= apart && isDigitText(a.text) == isDigitText(b.text) && a.text != " " && b.text != " "
}

// overlaps reports whether a character is printed over another one.
func overlaps(a, b *glyph) bool {
	const much = 0.3 // of the font's size
	return a.turn == 0 && a.home == 0 && a.text != " " && b.text != " " && a.right()-b.left() > much*math.Min(a.size, b.size)
}

// isCrossed reports whether a rule crosses an upright character.
func (t *lattice) isCrossed(g *glyph) bool {
	const much = 0.15 // of its width
	i, j := between(t.ys, g.y), between(t.xs, g.x)
	return g.turn == 0 && g.home == 0 && g.text != " " &&
		(t.aside[i][j] && t.xs[j]-g.left() > much*g.width || t.aside[i][j+1] && g.right()-t.xs[j+1] > much*g.width)
}

// owner returns the cell that a text across a rule belongs to. A text that begins at the
// left side of its cell extends beyond it on the right; any other is centred.
func (t *lattice) owner(cells []printedCell, run []glyph, at func(point) int) int {
	first := at(run[0].spot)
	if run[0].left()-t.xs[cells[first].left] < run[0].size {
		return first
	}
	return at(point{(run[0].left() + run[len(run)-1].right()) / 2, run[0].y})
}

func hasDigit(glyphs []glyph) bool {
	return slices.ContainsFunc(glyphs, func(g glyph) bool { return isDigitText(g.text) })
}

func isDigitText(text string) bool { return len(text) == 1 && IsDigit(text[0]) }

// table converts a printed table to that of a document; number is its page.
func (t *lattice) table(glyphs []glyph, page int) *docTable {
	cells, of := t.cells()
	t.fill(cells, of, glyphs)
	out := &docTable{rows: make([]docRow, len(t.ys)-1)}
	for i := range out.rows {
		out.rows[i].page, out.rows[i].number = page, i+1
	}
	slices.SortStableFunc(cells, func(a, b printedCell) int {
		return cmp.Or(cmp.Compare(a.top, b.top), cmp.Compare(a.left, b.left))
	})
	for i := range cells {
		c := &cells[i]
		content, clear := cellText(c.glyphs, t.xs[c.right+1]-t.xs[c.left])
		vague := Clear
		if c.run || !clear || c.cut {
			vague = RunTogether
		}
		if c.cut && !endsInDigit(content.text) {
			content.text += "…" // so that it is not taken for the whole text
		}
		r := &out.rows[c.top]
		r.cells = append(r.cells, docCell{
			col: c.left, rowSpan: c.bottom - c.top + 1, colSpan: c.right - c.left + 1,
			vague: vague, blocks: []block{content},
		})
	}
	return out
}
