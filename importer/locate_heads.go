package importer

import (
	"strings"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// headsBodies reports whether a heading names several bodies. Each column then belongs to
// a body, and a total among them is theirs, not the form's.
func (l *locator) headsBodies(b headingArea) bool {
	named := map[string]bool{}
	for i := b.top; i <= b.bottom; i++ {
		for j := range l.view.rowWidth(i) {
			c := l.view.at(i, j)
			if c.Kind != read.TextCell || len(c.Text) > 90 || len(c.Text) < 6 || len(l.words.lookUp(c.Text).terms) > 0 {
				continue
			}
			if body, ok := parseBody(squeeze(c.Text)); ok && body.isPlain() {
				named[body.region+body.unit] = true
			}
		}
	}
	return len(named) > 1
}

// bodiesAcross returns the first row that names several bodies, or -1.
func (l *locator) bodiesAcross() int {
	for i := range l.view.height {
		if !l.view.isText(i) && l.headsBodies(headingArea{top: i, bottom: i}) {
			return i
		}
	}
	return -1
}

// isPlain reports whether a body is a place, or an office whose name is not also a kind
// of applicant.
func (b *body) isPlain() bool {
	if b.level != noLevel {
		return true
	}
	for _, ending := range []string{"局", "委", "办", "办公室", "委员会"} {
		if strings.HasSuffix(b.unit, ending) {
			return true
		}
	}
	return false
}

// headsTotals reports whether 总计 is the only heading in row i and rows of section 三 are below
// it: a form reduced to its totals.
func (l *locator) headsTotals(i int) bool {
	ln := l.line(i)
	if ln.values > 0 || ln.cells > 3 || len(ln.marks) != 1 || i+1 >= l.view.height || l.isItemOf(ln.marks[0].phrase, i) {
		return false
	}
	for _, t := range ln.marks[0].phrase.terms {
		if t.table != form.ApplicationsTable || t.column != form.TotalColumnID {
			continue
		}
		for _, m := range l.line(i + 1).marks {
			if _, isItem := m.phrase.strength(); isItem && m.right < ln.marks[0].left && l.words.tables[t.table].item(m.phrase.item()) != nil {
				return true
			}
		}
	}
	return false
}

// isItemOf reports whether a total is the row （七）总计 rather than a heading.
func (l *locator) isItemOf(r *phrase, i int) bool {
	if r.label.Ordinal != "" || i == 0 {
		return r.label.Ordinal != ""
	}
	for _, m := range l.line(i - 1).marks {
		if _, isItem := m.phrase.strength(); isItem {
			return true
		}
	}
	return false
}

// isRowOf reports whether a row named like a column belongs to the table above,
// whose headings are items.
func (l *locator) isRowOf(b *locatedTable, i int) bool {
	if b.shape != itemsAcross {
		return false
	}
	for r := b.bottom + 1; r < i; r++ {
		if ln := l.line(r); ln.cells == 0 || ln.title || ln.text {
			return false
		}
	}
	for _, m := range l.line(i).marks {
		if m.right >= b.left() {
			return false
		}
	}
	return true
}
