package read

import (
	"cmp"
	"math"
	"slices"
)

// A table without ruling lines, such as a worksheet printed without them, is recognised
// by its gaps: consecutive lines have texts side by side, and no text reaches from one
// column into the next.
const (
	columnGap   = 0.9 // between columns, in font sizes
	fewestLines = 3
	fewestTexts = 3   // in at least one line
	lineGap     = 3.0 // between the lines of a table
)

// segment is a text of a line with gaps on both sides.
type segment struct{ glyphs []glyph }

func (s *segment) left() float64 { return s.glyphs[0].left() }

func (s *segment) right() float64 { return s.glyphs[len(s.glyphs)-1].right() }

// segments cuts a line at its gaps.
func (l *printedLine) segments() []segment {
	var all []segment
	last := -1 // the last glyph other than a space
	for i := range l.glyphs {
		g := &l.glyphs[i]
		if g.text == " " {
			continue
		}
		if last < 0 || g.left()-l.glyphs[last].right() > columnGap*math.Max(g.size, l.glyphs[last].size) {
			all = append(all, segment{})
		}
		s := &all[len(all)-1]
		s.glyphs = append(s.glyphs, *g)
		last = i
	}
	return all
}

// gapTables replaces the lines that make up a table without rules by the table.
func gapTables(items []printedItem) []printedItem {
	var out []printedItem
	for i := 0; i < len(items); {
		n := gapLines(items[i:])
		if n == 0 {
			out = append(out, items[i])
			i++
			continue
		}
		if t := gapTable(items[i : i+n]); t != nil {
			out = append(out, *t)
		} else {
			out = append(out, items[i:i+n]...)
		}
		i += n
	}
	return out
}

// gapLines returns how many of the first lines can belong to one table, 0 if too few.
func gapLines(items []printedItem) int {
	n, widest := 0, 0
	for n < len(items) && items[n].line != nil {
		l := items[n].line
		texts := len(l.segments())
		if texts < 2 && (n == 0 || texts < 1 || !isWithin(items[:n], l)) {
			break
		}
		if n > 0 && items[n].page == items[n-1].page && l.y-items[n-1].line.y > lineGap*l.size {
			break
		}
		widest = max(widest, texts)
		n++
	}
	for n > 0 && len(items[n-1].line.segments()) < 2 {
		n--
	}
	if n < fewestLines || widest < fewestTexts {
		return 0
	}
	return n
}

// isWithin reports whether a line with one text is no wider than the texts of the table
// above it: a label that continues, or a lone cell.
func isWithin(items []printedItem, l *printedLine) bool {
	for i := range items {
		for _, s := range items[i].line.segments() {
			if l.left() >= s.left()-l.size && l.right() <= s.right()+l.size {
				return true
			}
		}
	}
	return false
}

// gapTable makes a table of lines, nil if their texts have no columns in common.
func gapTable(items []printedItem) *printedItem {
	lines := make([][]segment, len(items))
	widest := 0
	for i := range items {
		lines[i] = items[i].line.segments()
		widest = max(widest, len(lines[i]))
	}
	columns := columnsOf(lines, widest)
	if len(columns) < fewestTexts {
		return nil
	}
	columns, certain := pairColumns(columns, lines)
	t := &docTable{}
	number := 0
	for i := range items {
		if number++; i > 0 && items[i].page != items[i-1].page {
			number = 1
		}
		r := docRow{page: items[i].page, number: number}
		for _, s := range lines[i] {
			r.add(&s, columns, certain)
		}
		t.rows = append(t.rows, r)
	}
	xs := []float64{columns[0].left}
	for _, c := range columns {
		xs = append(xs, c.right)
	}
	return &printedItem{page: items[0].page, top: items[0].top, lattice: &lattice{xs: xs}, table: t}
}

// add puts a text into its column, or over the columns that it spans. Two texts in one
// column make the cell doubtful.
func (r *docRow) add(s *segment, columns []box, certain bool) {
	first := columnAt(columns, s.left())
	last := max(first, columnAt(columns, s.right()))
	content, clear := cellText(s.glyphs, s.right()-s.left())
	c := docCell{col: first, rowSpan: 1, colSpan: last - first + 1, vague: Spaced, blocks: []block{content}}
	if !clear || !certain || last > first {
		c.vague = RunTogether
	}
	if n := len(r.cells); n > 0 && r.cells[n-1].col+r.cells[n-1].colSpan > first {
		before := &r.cells[n-1]
		before.blocks = []block{{text: before.blocks[0].text + " " + content.text}}
		before.vague = RunTogether
		return
	}
	r.cells = append(r.cells, c)
}

// columnAt returns the column at x, or the next one.
func columnAt(columns []box, x float64) int {
	j, _ := slices.BinarySearchFunc(columns, x, func(c box, x float64) int { return cmp.Compare(c.right, x) })
	return min(j, len(columns)-1)
}

// columnsOf returns the columns of texts: texts that overlap are in the same one. Lines
// with few texts are ignored, because a heading can span several columns.
func columnsOf(lines [][]segment, widest int) []box {
	var all []segment
	for _, l := range lines {
		if 3*len(l) >= 2*widest {
			all = append(all, l...)
		}
	}
	slices.SortFunc(all, func(a, b segment) int { return cmp.Compare(a.left(), b.left()) })
	var columns []box
	for i := range all {
		s := &all[i]
		if n := len(columns); n > 0 && s.left() < columns[n-1].right {
			columns[n-1].right = math.Max(columns[n-1].right, s.right())
			continue
		}
		columns = append(columns, box{left: s.left(), right: s.right()})
	}
	return columns
}

// pairColumns joins columns of headings with those of their numbers: headings are often
// aligned left and numbers right, so that they do not overlap. That is certain only if
// the two kinds alternate.
func pairColumns(columns []box, lines [][]segment) (paired []box, certain bool) {
	headed, filled := make([]bool, len(columns)), make([]bool, len(columns))
	body := false
	for _, l := range lines {
		body = body || slices.ContainsFunc(l, func(s segment) bool { return s.isNumber() })
		for k := range l {
			for j := columnAt(columns, l[k].left()); j <= columnAt(columns, l[k].right()); j++ {
				headed[j], filled[j] = headed[j] || !body, filled[j] || body
			}
		}
	}
	var lone []int // columns with only headings or only numbers
	for j := range columns {
		if headed[j] != filled[j] {
			lone = append(lone, j)
		}
	}
	for k := 0; k < len(lone); k += 2 {
		if k+1 == len(lone) || lone[k+1] != lone[k]+1 || headed[lone[k]] == headed[lone[k+1]] || headed[lone[k]] != headed[lone[0]] {
			return columns, false
		}
	}
	for j := range columns {
		if k, ok := slices.BinarySearch(lone, j); ok && k%2 == 1 {
			paired[len(paired)-1].right = columns[j].right
			continue
		}
		paired = append(paired, columns[j])
	}
	return paired, true
}

// isNumber reports whether a text consists of digits and separators.
func (s *segment) isNumber() bool {
	for i := range s.glyphs {
		if text := s.glyphs[i].text; !isDigitText(text) && text != "." && text != "," && text != "，" {
			return false
		}
	}
	return true
}
