package importer

import (
	"slices"

	"nianbao/importer/read"
)

// columnsOf reads the headings of an area, one column for each innermost cell.
func (l *locator) columnsOf(b headingArea) []column {
	leaf := make([]int, b.right+1)
	for j := b.left; j <= b.right; j++ {
		leaf[j] = -1
		for r := b.top; r <= b.bottom; r++ {
			if !read.IsBlank(l.view.at(r, j).Text) {
				leaf[j] = r
			}
		}
	}
	columns := make([]column, 0, min(b.right-b.left+1, usualColumns))
	var previous []string
	for j := b.left; j <= b.right; j++ {
		n := len(columns)
		if leaf[j] < 0 {
			if n > 0 { // a heading whose merge was lost
				columns[n-1].right = j
			}
			continue
		}
		texts := l.headingsOver(b, leaf, j, true)
		if n > 0 && l.sameLabels(texts, previous) {
			columns[n-1].right = j
			if l.view.at(leaf[j], j).Covered && columns[n-1].solid == j-1 {
				columns[n-1].solid = j
			}
			continue
		}
		previous = texts
		c := l.newColumn(j, texts)
		if len(c.meanings) == 0 {
			if own := l.newColumn(j, l.headingsOver(b, leaf, j, false)); len(own.meanings) > 0 {
				c = own
			}
		}
		if l.isSpan(b, leaf, j) {
			c.meanings, c.lost = nil, true
		}
		columns = append(columns, c)
	}
	return columns
}

// columnsBeside returns the columns right of a heading area whose headings begin a row or
// two above it, such as 校验 beside 申请人情况. They are not columns of the form.
func (l *locator) columnsBeside(b headingArea) []column {
	const above = 2
	var columns []column
	for j := b.right + 1; j < l.view.width; j++ {
		text := ""
		for r := b.bottom; r >= max(b.top-above, 0) && text == ""; r-- {
			if ln := l.line(r); ln.text || ln.title || ln.cells < 2 {
				break
			}
			if c := l.view.at(r, j); !read.IsBlank(c.Text) && !l.words.isValue(c) {
				if _, from := l.view.origin(r, j); from == j {
					text = c.Text
				}
			}
		}
		if text == "" {
			break
		}
		c := l.newColumn(j, []string{text})
		c.meanings = nil
		columns = append(columns, c)
	}
	return columns
}

// sameLabels compares texts as labels, so that different spellings do not separate the
// copies that a lost merge left in several cells.
func (l *locator) sameLabels(a, b []string) bool {
	return slices.EqualFunc(a, b, func(x, y string) bool {
		one, other := l.words.lookUp(x).label, l.words.lookUp(y).label
		return one == other && (one.Text != "" || x == y)
	})
}

// isSpan reports whether the innermost heading of column j also covers the headings of
// its neighbours.
func (l *locator) isSpan(b headingArea, leaf []int, j int) bool {
	r := leaf[j]
	top, left := l.view.origin(r, j)
	for _, k := range []int{j - 1, j + 1} {
		if k < b.left || k > b.right || leaf[k] <= r {
			continue
		}
		i, o := l.view.origin(r, k)
		if i == top && o == left || k > j && read.IsBlank(l.view.at(r, k).Text) && l.headingToLeftOf(b, r, k) == j {
			return true
		}
	}
	return false
}

// headingToLeftOf returns the column of the first text to the left of a blank
// cell.
func (l *locator) headingToLeftOf(b headingArea, r, j int) int {
	for k := j - 1; k >= b.left; k-- {
		if !read.IsBlank(l.view.at(r, k).Text) {
			return k
		}
	}
	return -1
}

// headingsOver returns the texts above column j, outermost first. A blank cell
// inherits the heading to its left if inherit is set.
func (l *locator) headingsOver(b headingArea, leaf []int, j int, inherit bool) []string {
	texts := make([]string, 0, leaf[j]-b.top+1)
	for r := b.top; r <= leaf[j]; r++ {
		text := l.view.at(r, j).Text
		if read.IsBlank(text) && inherit {
			text = l.headingToLeft(b, leaf, r, j)
		}
		if read.IsBlank(text) {
			continue
		}
		if n := len(texts); n > 0 && texts[n-1] == text {
			continue
		}
		texts = append(texts, text)
	}
	return texts
}

// headingToLeft returns the heading that a blank cell in row r of column j inherits: the
// nearest one to the left that covers more than its own column. It does not look past a
// column with the same innermost heading as j, because another heading was lost there.
func (l *locator) headingToLeft(b headingArea, leaf []int, r, j int) string {
	if r >= leaf[j] || l.isMerged(r, j) {
		return ""
	}
	own := l.view.at(leaf[j], j).Text
	for k := j - 1; k >= b.left; k-- {
		if leaf[k] < 0 {
			return "" // a blank column separates its neighbours
		}
		innermost := l.view.at(leaf[k], k).Text
		text := l.view.at(r, k).Text
		switch {
		case leaf[k] > r && innermost == own:
			return ""
		case read.IsBlank(text):
			continue
		case leaf[k] > r && text != innermost:
			return text
		}
		return "" // it covers its own column only
	}
	return ""
}

// isMerged reports whether a cell is part of a merge.
func (l *locator) isMerged(r, j int) bool {
	if l.view.at(r, j).Covered {
		return true
	}
	for _, next := range [][2]int{{r, j + 1}, {r + 1, j}} {
		if i, k := l.view.origin(next[0], next[1]); i == r && k == j {
			return true
		}
	}
	return false
}

func (l *locator) newColumn(j int, texts []string) column {
	c := column{left: j, right: j, solid: j}
	var labels []string
	for _, text := range texts {
		if y := yearCell(text); y != 0 {
			c.year = y
			continue
		}
		if isLastYear(text) && len(texts) > 1 {
			c.year = priorYear
			continue
		}
		labels = append(labels, text)
	}
	known := l.words.pathTo(labels)
	c.path, c.meanings = known.phrases, known.meanings
	for _, r := range c.path {
		if r.year != 0 {
			c.year = r.year
		}
	}
	return c
}
