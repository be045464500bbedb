package read

import (
	"math"
	"regexp"
	"strings"
)

var pageNumber = regexp.MustCompile(`^[-—–－―_·.~～ ]*第? ?[0-9０-９ ]{1,4} ?页?(?: ?[/／,，;；]? ?共? ?[0-9０-９]{1,4} ?页?)?[-—–－―_·.~～ ]*$`)

// isPageNumber recognises 3, — 3 —, 第 3 页, 3/12, 第 3 页 共 12 页.
func isPageNumber(line string) bool { return pageNumber.MatchString(strings.TrimSpace(line)) }

// margins are the left and right ends of the text of a document.
type margins struct{ left, right float64 }

func marginsOf(items []printedItem) margins {
	m := margins{math.Inf(1), math.Inf(-1)}
	for i := range items {
		if l := items[i].line; l != nil {
			m.left, m.right = math.Min(m.left, l.left()), math.Max(m.right, l.right())
		} else {
			m.right = math.Max(m.right, items[i].lattice.xs[len(items[i].lattice.xs)-1])
		}
	}
	return m
}

// goesOn reports whether a line ends at the right margin and the next one, of the same
// size, begins at the left margin: they belong to the same paragraph.
func (m margins) goesOn(a, b *printedLine) bool {
	const (
		indent = 1.3 // of the font's size; paragraphs are indented by two characters
		ragged = 3.0 // lines end early if a punctuation mark may not begin the next one
	)
	size := math.Min(a.size, b.size)
	return m.right-a.right() < ragged*size && b.left()-m.left < indent*size && math.Abs(a.size-b.size) < 0.1*size
}

var section = regexp.MustCompile(`^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]部分)`)

// beginsSection recognises the heading of a section, which begins a paragraph.
func beginsSection(line string) bool { return section.MatchString(line) }

// withSpace joins two lines, with a space between Latin words.
func withSpace(a, b string) string {
	if a != "" && b != "" && isLatin(a[len(a)-1]) && isLatin(b[0]) {
		return a + " " + b
	}
	return a + b
}

func isLatin(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
