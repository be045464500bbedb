package importer

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/data/form"
)

// column is a column of a located table: a heading cell and what it means.
type column struct {
	left, right int
	solid       int // last place that the heading's own cell covers
	path        []*reading
	meanings    []meaning
	year        int    // printed in the heading, 0 if none
	caption     string // unit of money in a line of its own above the table, for columns of money
	lost        bool   // its own label was lost: the innermost one heads its neighbours too
}

// text is the innermost heading as printed.
func (c *column) text() string {
	if len(c.path) == 0 {
		return ""
	}
	return c.path[len(c.path)-1].text
}

// money is the unit of money printed in the heading, "" if none.
func (c *column) money() string {
	for i := len(c.path) - 1; i >= 0; i-- {
		if c.path[i].money != "" {
			return c.path[i].money
		}
	}
	return c.caption
}

// shape says which part of a figure's address the headings of a table give;
// the rows give the rest.
type shape int

const (
	columnsAcross shape = iota // headings are columns, rows are items
	itemsAcross                // headings are items, rows are columns
	allAcross                  // headings are both
)

// located is a table of the form in a view: heading rows with columns side by side, and the
// rows below them. Rows and columns are those of a view; ends are included,
// limit is not.
type located struct {
	top, bottom int
	leftBound   int // first column that its row labels can stand in
	headedTo    int // last column that has any heading
	rightBound  int // first column of the table to the right, 0 if none
	columns     []column
	tables      []string // that the columns can belong to
	extra       []column // headed columns behind the last known one
	shape       shape
	crowded     bool // stands side by side with another one without labels between
	limit       int
}

func (b *located) left() int  { return b.columns[0].left }
func (b *located) right() int { return b.columns[len(b.columns)-1].right }

// overlaps reports whether two blocks share columns of the view.
func (b *located) overlaps(o *located) bool {
	return b.leftBound <= o.right() && o.leftBound <= b.right()
}

// locator finds the tables of the form in one view.
type locator struct {
	words *vocabulary
	view  *view
	lines []line
	seen  int    // lines that have been looked at
	marks []mark // of the lines seen so far, so that they share their memory
	at    []int

	bodiesDown bool // the first cells of the rows name bodies: an item alone is their total
}

func newLocator(words *vocabulary, v *view) *locator {
	return &locator{words: words, view: v, lines: make([]line, v.height), marks: make([]mark, 0, usualMarks), at: make([]int, 0, usualMarks)}
}

// usualMarks are as many known cells, or numbers, as most forms have.
const usualMarks = 256

// line returns what row i holds, looking at it once.
func (l *locator) line(i int) *line {
	for ; l.seen <= i; l.seen++ {
		ln := line{marks: l.marks[len(l.marks):], at: l.at[len(l.at):]}
		l.view.lineAt(l.seen, l.words, &ln)
		ln.marks, l.marks = slices.Clip(ln.marks), ln.marks[len(ln.marks):]
		ln.at, l.at = slices.Clip(ln.at), ln.at[len(ln.at):]
		l.lines[l.seen] = ln
	}
	return &l.lines[i]
}

// band is the rows of a heading and its columns.
type band struct {
	top, bottom, left, right int
}

const (
	maxHeadRows  = 16
	maxHeadCols  = 2000
	usualColumns = 16
)

// bandAt returns the heading around row i, which is one; rows above floor
// belong to other tables.
func (l *locator) bandAt(i, floor int) band {
	b := band{top: i, bottom: i, left: -1, right: -1}
	b.widen(l.line(i))
	if b.left < 0 { // numbered headings only
		return band{top: i, bottom: i, left: l.view.rowWidth(i), right: -1}
	}
	for b.bottom+1 < l.view.height && b.bottom-b.top < maxHeadRows && l.continuesBelow(&b) {
		b.bottom++
		b.widen(l.line(b.bottom))
	}
	for b.top > floor && b.bottom-b.top < maxHeadRows && l.continuesAbove(&b) {
		b.top--
		for _, m := range l.line(b.top).marks {
			if isColumn, _ := m.reading.strength(); isColumn {
				b.left = min(b.left, m.left)
			}
		}
	}
	l.takeNumbered(&b)
	for r := b.top; r <= b.bottom; r++ {
		for j := l.view.rowWidth(r) - 1; j > b.right; j-- {
			if c := l.view.at(r, j); !isBlankText(c.text) {
				b.right = j
				break
			}
		}
	}
	b.right = min(b.right, b.left+maxHeadCols)
	return b
}

// takeNumbered takes headings that are one word with a running number into the
// band, where they stand left of the first known one.
func (l *locator) takeNumbered(b *band) {
	n := len(l.words.tables[form.ApplicationsTable].columns) - 1
	for r := b.top; r <= b.bottom; r++ {
		pieces := l.view.allPieces(r, 0, b.left-1)
		if len(pieces) < n {
			continue
		}
		pieces = pieces[len(pieces)-n:]
		stem, ok := strings.CutSuffix(squeeze(pieces[0].cell.text), "1")
		for k, p := range pieces {
			ok = ok && squeeze(p.cell.text) == stem+strconv.Itoa(k+1)
		}
		if ok && stem != "" {
			b.left = pieces[0].left
			return
		}
	}
}

// widen takes the known cells of a line into the band's columns.
func (b *band) widen(l *line) {
	for _, m := range l.marks {
		if !m.reading.namesLine() {
			continue
		}
		if b.left < 0 || m.left < b.left {
			b.left = m.left
		}
		b.right = max(b.right, m.right)
	}
}

// namesLine reports that a reading can be the heading of a column.
func (r *reading) namesLine() bool {
	for _, t := range r.terms {
		if t.item != "" && !t.group || t.column != "" {
			return true
		}
	}
	return len(r.parts) > 0
}

// continuesBelow reports that the row below belongs to the heading: it names
// columns too, or ends labels that were broken over two cells.
func (l *locator) continuesBelow(b *band) bool {
	r := b.bottom + 1
	ln := l.line(r)
	if ln.values > 0 || ln.text || ln.title || ln.cells == 0 {
		return false
	}
	if l.onlyCovered(r) {
		return true
	}
	columns := 0
	for _, m := range ln.marks {
		if isColumn, _ := m.reading.strength(); isColumn {
			columns++
		}
		if m.left < b.left {
			columns -= maxHeadCols
		}
	}
	if ln.isHead() && (columns >= 0 || l.strongColumns(ln) >= 3) {
		return true
	}
	return len(ln.marks) == 0 && l.completesAbove(b, r)
}

// onlyCovered reports that a row holds nothing but what merges from above put
// there.
func (l *locator) onlyCovered(r int) bool {
	for j := range l.view.rowWidth(r) {
		if c := l.view.at(r, j); !isBlankText(c.text) {
			if i, _ := l.view.origin(r, j); i == r {
				return false
			}
		}
	}
	return true
}

func (l *locator) strongColumns(ln *line) (n int) {
	for _, m := range ln.marks {
		if isColumn, _ := m.reading.strength(); isColumn {
			n++
		}
	}
	return n
}

// completesAbove reports that each text of row r makes a known label together
// with the one above it.
func (l *locator) completesAbove(b *band, r int) bool {
	found := false
	for j := 0; j < l.view.rowWidth(r); j++ {
		c := l.view.at(r, j)
		if c.cover || isBlankText(c.text) {
			continue
		}
		if j < b.left || j > b.right {
			return false
		}
		if len(l.words.read(l.view.at(r-1, j).text+c.text).terms) == 0 {
			return false
		}
		found = true
	}
	return found
}

// continuesAbove reports that the row above heads the band's columns.
func (l *locator) continuesAbove(b *band) bool {
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

// columnsOf reads the headings of a band, one column for each innermost cell.
func (l *locator) columnsOf(b band) []column {
	leaf := make([]int, b.right+1)
	for j := b.left; j <= b.right; j++ {
		leaf[j] = -1
		for r := b.top; r <= b.bottom; r++ {
			if !isBlankText(l.view.at(r, j).text) {
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
			if l.view.at(leaf[j], j).cover && columns[n-1].solid == j-1 {
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

// sameLabels compares the labels of texts, so that spelling does not tell apart
// what a lost merge left in several places.
func (l *locator) sameLabels(a, b []string) bool {
	return slices.EqualFunc(a, b, func(x, y string) bool {
		one, other := l.words.read(x).label, l.words.read(y).label
		return one == other && (one.Text != "" || x == y)
	})
}

// isSpan reports that the innermost heading of column j stands over its
// neighbour's headings too.
func (l *locator) isSpan(b band, leaf []int, j int) bool {
	r := leaf[j]
	top, left := l.view.origin(r, j)
	for _, k := range []int{j - 1, j + 1} {
		if k < b.left || k > b.right || leaf[k] <= r {
			continue
		}
		i, o := l.view.origin(r, k)
		if i == top && o == left || k > j && isBlankText(l.view.at(r, k).text) && l.headingToLeftOf(b, r, k) == j {
			return true
		}
	}
	return false
}

// headingToLeftOf returns the column of the first text left of a blank place.
func (l *locator) headingToLeftOf(b band, r, j int) int {
	for k := j - 1; k >= b.left; k-- {
		if !isBlankText(l.view.at(r, k).text) {
			return k
		}
	}
	return -1
}

// headingsOver returns the texts above column j from the outermost down. A
// blank place stands under the heading to its left, unless inherit is false.
func (l *locator) headingsOver(b band, leaf []int, j int, inherit bool) []string {
	texts := make([]string, 0, leaf[j]-b.top+1)
	for r := b.top; r <= leaf[j]; r++ {
		text := l.view.at(r, j).text
		if isBlankText(text) && inherit {
			text = l.headingToLeft(b, leaf, r, j)
		}
		if isBlankText(text) {
			continue
		}
		if n := len(texts); n > 0 && texts[n-1] == text {
			continue
		}
		texts = append(texts, text)
	}
	return texts
}

// headingToLeft returns the text that column j's blank place in row r stands
// under: the nearest one to the left that heads more than its own column. It
// does not reach past a column with the same innermost heading as j: there
// another heading was lost.
func (l *locator) headingToLeft(b band, leaf []int, r, j int) string {
	if r >= leaf[j] || l.isMerged(r, j) {
		return ""
	}
	own := l.view.at(leaf[j], j).text
	for k := j - 1; k >= b.left; k-- {
		if leaf[k] < 0 {
			return "" // a blank column parts what stands beside it
		}
		innermost := l.view.at(leaf[k], k).text
		text := l.view.at(r, k).text
		switch {
		case leaf[k] > r && innermost == own:
			return ""
		case isBlankText(text):
			continue
		case leaf[k] > r && text != innermost:
			return text
		}
		return "" // it heads its own column only
	}
	return ""
}

// isMerged reports that a place belongs to a merge of its own.
func (l *locator) isMerged(r, j int) bool {
	if l.view.at(r, j).cover {
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
		labels = append(labels, text)
	}
	known := l.words.pathTo(labels)
	c.path, c.meanings = known.readings, known.meanings
	return c
}
