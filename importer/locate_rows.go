package importer

import (
	"iter"
	"slices"
	"strings"

	"nianbao/data/form"
)

// tableRow is a row of a located table with its label.
type tableRow struct {
	row        int
	path       []*phrase
	labelLeft  int // first and last column of the labels
	labelRight int
	stray      bool   // a number stands among the labels
	values     int    // cells beside the labels that could be figures
	group      string // group named by its labels or by the rows above
	named      string // group named by the labels of this row itself
	mean       meaning
	ok         bool // mean is resolved
	guess      bool // resolved by similarity or position
	ordinal    string
	under      []slot // cells under the headings
	odd        bool   // its cells do not fit the headings, although those of other rows do
}

// leaf is the innermost label, nil if there is none.
func (e *tableRow) leaf() *phrase {
	if len(e.path) == 0 {
		return nil
	}
	return e.path[len(e.path)-1]
}

const (
	blankRowsWithin = 8
	usualRows       = 32 // more than any table of the form has
)

// tableRowsOf reads the labels of the rows below a table's heading, down to the
// next heading or title.
func (l *locator) tableRowsOf(b *locatedTable, carried string) []tableRow {
	entries := make([]tableRow, 0, min(b.limit-b.bottom-1, usualRows))
	group, blanks := carried, 0
	for i := b.bottom + 1; i < b.limit; i++ {
		ln := l.line(i)
		if ln.cells == 0 {
			if blanks++; blanks > blankRowsWithin {
				break
			}
			continue
		}
		if ln.text {
			break
		}
		e := l.tableRowAt(b, i)
		if ln.title && !l.isInside(b, &e) {
			break
		}
		if len(e.path) == 0 && e.values == 0 {
			continue
		}
		blanks = 0
		if e.named != "" {
			group = e.named
		}
		e.group = group
		if it := l.words.itemOf(e.mean); e.ok && it != nil && !it.IsGroup && it.Group == "" {
			group, e.group = "", ""
		}
		entries = append(entries, e)
	}
	return entries
}

// isInside reports whether a row's only text is one of the table's own labels,
// even if misspelt.
func (l *locator) isInside(b *locatedTable, e *tableRow) bool {
	if e.ok || e.leaf() == nil || strings.HasPrefix(e.leaf().label.Text, clauseWord) {
		return e.ok
	}
	for _, id := range b.tables {
		if near := l.words.nearItem(e.leaf().label, []string{id}); near.item != "" {
			return true
		}
	}
	return false
}

// tableRowAt reads the labels of one row and finds out what they mean in the table.
func (l *locator) tableRowAt(b *locatedTable, i int) tableRow {
	e := tableRow{row: i, labelLeft: -1, labelRight: -1}
	var texts []string
	for p := range l.view.pieces(i, b.leftBound, max(b.right(), l.view.rowWidth(i)-1)) {
		if p.isBlank() {
			continue
		}
		value := l.words.isValue(p.cell)
		if p.left >= b.left() && (value || e.values > 0 || !l.namesRow(b, p)) {
			if value {
				e.values++
			}
			continue
		}
		if value {
			e.stray = e.stray || len(texts) > 0 && !l.isOrdinalColumn(b, p)
			continue
		}
		if n := len(texts); n == 0 || texts[n-1] != p.cell.Text {
			texts = append(texts, p.cell.Text)
		}
		if e.labelLeft < 0 {
			e.labelLeft = p.left
		}
		e.labelRight = max(e.labelRight, p.right)
	}
	known := l.words.pathTo(texts)
	e.path = known.phrases
	l.resolveRow(b, &e, known.meanings)
	return e
}

// namesRow reports whether a cell under the first headings is a row label, because
// headings and rows are a column apart.
func (l *locator) namesRow(b *locatedTable, p piece) bool {
	const slack = 2
	return p.left <= b.left()+slack && l.words.lookUp(p.cell.Text).namesLine()
}

// isOrdinalColumn reports whether a number among the labels is a row number.
func (l *locator) isOrdinalColumn(b *locatedTable, p piece) bool {
	for r := b.bottom; r >= b.top; r-- {
		switch form.Normalise(l.view.at(r, p.left).Text).Text {
		case "序号", "行次", "编号", "代码", "栏次":
			return true
		}
	}
	return false
}

// resolveRow chooses the one meaning of the labels that fits the columns.
func (l *locator) resolveRow(b *locatedTable, e *tableRow, meanings []meaning) {
	leaf := e.leaf()
	if leaf == nil {
		return
	}
	e.ordinal = leaf.label.Ordinal
	for _, r := range e.path {
		for t := range r.allTerms() {
			if t.group && b.isOf(t.table) {
				e.named = t.item
			}
		}
	}
	fitting := 0
	for _, m := range meanings {
		if b.isOf(m.table) && b.complements(m) {
			e.mean = m
			fitting++
		}
	}
	if e.ok = fitting == 1; !e.ok {
		e.mean = meaning{}
	}
}

// allTerms yields the terms of a phrase and of its parts.
func (r *phrase) allTerms() iter.Seq[term] {
	return func(yield func(term) bool) {
		for _, t := range r.terms {
			if !yield(t) {
				return
			}
		}
		for _, p := range r.parts {
			for _, t := range p.terms {
				if !yield(t) {
					return
				}
			}
		}
	}
}

// isKnown reports whether a phrase or one of its parts has a term.
func (r *phrase) isKnown() bool {
	for range r.allTerms() {
		return true
	}
	return false
}

// complements reports whether a row's meaning supplies what the headings lack.
func (b *locatedTable) complements(m meaning) bool {
	switch b.shape {
	case columnsAcross:
		return m.item != "" && m.column == ""
	case itemsAcross:
		return m.column != "" && m.item == ""
	}
	return false
}

// resolveTables records the tables that the columns can belong to, in order.
func (b *locatedTable) resolveTables() {
	b.tables = nil
	for i := range b.columns {
		for _, m := range b.columns[i].meanings {
			if !b.isOf(m.table) {
				b.tables = append(b.tables, m.table)
			}
		}
	}
}

// isOf reports whether the columns can belong to a table.
func (b *locatedTable) isOf(table string) bool { return slices.Contains(b.tables, table) }

func (v *vocabulary) itemOf(m meaning) *form.Item {
	if w := v.tables[m.table]; w != nil {
		return w.item(m.item)
	}
	return nil
}
