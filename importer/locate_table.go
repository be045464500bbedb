package importer

import (
	"slices"
	"strings"
)

// column is a column of a located table: a heading cell and what it means.
type column struct {
	left, right int
	solid       int // last column that the heading's own cell covers
	path        []*phrase
	meanings    []meaning
	year        int    // printed in the heading, 0 if none; it may be priorYear
	caption     string // unit of money in a separate line above the table, for columns of money
	lost        bool   // its own label was lost, and the innermost remaining one also covers its neighbours
}

// priorYear is the year of a column headed 上年.
const priorYear = -1

// text is the innermost heading as printed.
func (c *column) text() string {
	if len(c.path) == 0 {
		return ""
	}
	return c.path[len(c.path)-1].text
}

// name is the heading as shown to the user: its innermost text, with the texts above it.
func (c *column) name() string {
	var texts []string
	for _, r := range c.path {
		if text := strings.TrimSpace(r.text); text != "" {
			texts = append(texts, text)
		}
	}
	if c.year == priorYear {
		texts = append(texts, "上年")
	}
	return strings.Join(texts, " · ")
}

// isPartly reports whether a note in the heading is not understood.
func (c *column) isPartly() bool {
	return slices.ContainsFunc(c.path, func(r *phrase) bool { return r.partly })
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

// shape says which part of a key the headings of a table give; the rows give the rest.
type shape int

const (
	columnsAcross shape = iota // headings are columns, rows are items
	itemsAcross                // headings are items, rows are columns
	allAcross                  // headings are both
)

// locatedTable is a table of the form found in a view: heading rows, with columns side by
// side, and the rows below. Rows and columns are those of the view; bounds are inclusive
// except limit.
type locatedTable struct {
	top, bottom int
	leftBound   int // first column in which its row labels can be
	headedTo    int // last column that has any heading
	rightBound  int // first column of the table to the right, 0 if none
	columns     []column
	tables      []string // that the columns can belong to
	extra       []column // columns with headings after the last known one
	shape       shape
	crowded     bool // adjoins another table without labels in between
	limit       int
}

func (b *locatedTable) left() int { return b.columns[0].left }

func (b *locatedTable) right() int { return b.columns[len(b.columns)-1].right }

// overlaps reports whether two tables share columns of the view.
func (b *locatedTable) overlaps(o *locatedTable) bool {
	return b.leftBound <= o.right() && o.leftBound <= b.right()
}

// locator finds the tables of the form in one view.
type locator struct {
	words *vocabulary
	view  *view
	lines []line
	seen  int    // number of lines seen
	marks []mark // of the lines seen so far, which share this memory
	at    []int

	bodiesDown bool // rows begin with names of bodies: an item alone is their total
}

func newLocator(words *vocabulary, v *view) *locator {
	return &locator{words: words, view: v, lines: make([]line, v.height), marks: make([]mark, 0, usualMarks), at: make([]int, 0, usualMarks)}
}

// usualMarks is enough for the known cells, or the numbers, of most forms.
const usualMarks = 256

// line returns what row i holds, examining each row only once.
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
