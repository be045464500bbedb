package read

import (
	"math"
	"regexp"
	"slices"
	"strings"
)

// append adds the part of a table on the next page. Heading rows that are repeated there
// are left out; a row or group that the page break split is joined.
func (it *printedItem) append(next *printedItem) {
	it.shareColumns(next)
	it.lattice.xs = next.lattice.xs
	above, below := it.table, next.table
	below.rows = below.rows[repeatedHead(above, below):]
	if joinCutRow(above, below) {
		below.rows = below.rows[1:]
	}
	joinCutGroups(above, below)
	above.rows = append(above.rows, below.rows...)
}

// shareColumns gives both parts of a table the columns of either.
func (it *printedItem) shareColumns(next *printedItem) {
	shift := it.lattice.xs[0] - next.lattice.xs[0]
	xs := slices.Clone(it.lattice.xs)
	for _, x := range next.lattice.xs {
		xs = append(xs, x+shift)
	}
	xs = positions(xs)
	for _, part := range []struct {
		item  *printedItem
		shift float64
	}{{it, 0}, {next, shift}} {
		old := part.item.lattice.xs
		to := make([]int, len(old))
		for j, x := range old {
			to[j] = nearest(xs, x+part.shift)
		}
		to[len(to)-1] = len(xs) - 1
		for i := range part.item.table.rows {
			for k := range part.item.table.rows[i].cells {
				c := &part.item.table.rows[i].cells[k]
				right := to[c.col+c.colSpan]
				c.col = to[c.col]
				c.colSpan = max(right-c.col, 1)
			}
		}
	}
	next.lattice.xs = xs
}

// repeatedHead returns how many rows at the top of a part repeat the table's
// heading.
func repeatedHead(table, part *docTable) int {
	n := 0
	for n < len(part.rows)-1 && n < len(table.rows) && sameTexts(&table.rows[n], &part.rows[n]) {
		n++
	}
	for ; n > 0; n-- { // no cell may reach beyond the heading
		whole := true
		for i := range n {
			for _, c := range part.rows[i].cells {
				whole = whole && i+c.rowSpan <= n
			}
		}
		if whole {
			break
		}
	}
	return n
}

// sameTexts reports whether two rows have the same words in the same places.
func sameTexts(a, b *docRow) bool {
	if len(a.cells) != len(b.cells) {
		return false
	}
	words := false
	for k := range a.cells {
		one, other := squeezed(a.cells[k].text()), squeezed(b.cells[k].text())
		if one != other || a.cells[k].col != b.cells[k].col {
			return false
		}
		words = words || strings.ContainsFunc(one, isHan)
	}
	return words || len(a.cells) == 0
}

func squeezed(text string) string { return strings.Join(strings.Fields(text), "") }

func isHan(c rune) bool { return c >= 0x4E00 && c <= 0x9FFF }

// joinCutRow joins the first row of a part to the last one of the table if a page break
// split it: its label continues, and no column has a number in both halves.
func joinCutRow(table, part *docTable) bool {
	if len(table.rows) == 0 || len(part.rows) < 2 {
		return false
	}
	last, first := &table.rows[len(table.rows)-1], &part.rows[0]
	goesOn := false
	for k := range first.cells {
		c := &first.cells[k]
		if IsBlank(c.text()) || c.rowSpan > 1 {
			continue
		}
		above := last.at(c.col)
		if above == nil || above.colSpan != c.colSpan {
			return false
		}
		switch words := strings.ContainsFunc(c.text(), isHan); {
		case words && (IsBlank(above.text()) || beginsItem(c.text())):
			return false
		case words:
			goesOn = true
		case !IsBlank(above.text()):
			return false
		}
	}
	if !goesOn {
		return false
	}
	for k := range first.cells {
		c := &first.cells[k]
		if above := last.at(c.col); above != nil && c.rowSpan == 1 {
			above.blocks = []block{{text: above.text() + c.text()}}
			above.vague = max(above.vague, c.vague)
		}
	}
	return true
}

// beginsItem reports whether a label begins with a number of its own, so that it is not
// the rest of another label.
func beginsItem(label string) bool {
	label = strings.TrimLeft(squeezed(label), "(（")
	rest := strings.TrimLeft(label, "0123456789一二三四五六七八九十")
	return rest != label && strings.IndexAny(rest, ".．、)）") == 0
}

// at returns the cell of a row that begins in a column, nil if none does.
func (r *docRow) at(col int) *docCell {
	for k := range r.cells {
		if r.cells[k].col == col {
			return &r.cells[k]
		}
	}
	return nil
}

// joinCutGroups extends the labels of groups that a page break split: on the next page
// the cell continues, blank or with the label repeated.
func joinCutGroups(table, part *docTable) {
	if len(part.rows) == 0 {
		return
	}
	first := &part.rows[0]
	kept := first.cells[:0]
	for _, c := range first.cells {
		above := table.endingAt(c.col, c.colSpan)
		if above == nil || above.rowSpan == 1 && c.rowSpan == 1 {
			kept = append(kept, c)
			continue
		}
		one, other := squeezed(above.text()), squeezed(c.text())
		switch isLabel := strings.ContainsFunc(one+other, isHan); {
		case isLabel && (other == "" || one == other):
			above.rowSpan += c.rowSpan
		case isLabel && (one == "" || !beginsItem(other)):
			above.rowSpan += c.rowSpan
			above.blocks = []block{{text: above.text() + c.text()}}
		default:
			kept = append(kept, c)
		}
	}
	first.cells = kept
}

// endingAt returns the cell in the last row of a table that covers these columns.
func (t *docTable) endingAt(col, span int) *docCell {
	for i := len(t.rows) - 1; i >= 0; i-- {
		if c := t.rows[i].at(col); c != nil {
			if c.colSpan == span && i+c.rowSpan == len(t.rows) {
				return c
			}
			return nil
		}
	}
	return nil
}

// isFurniture recognises texts printed above the rest of a table: a note that it
// continues, the unit, and the label of a split group, which some programs print in the
// margin, where it is invisible.
func (it *printedItem) isFurniture(table *docTable) bool {
	if it.table != nil {
		return false
	}
	text := strings.Trim(squeezed(it.line.text()), "()（）[]【】—-")
	return continuation.MatchString(text) || table.hasText(squeezed(it.line.text()))
}

var continuation = regexp.MustCompile(`^(?:续表?|续[上前]表|接上[表页]|转下页|续?表[0-9一二三四五六七八九十]{1,2}(?:[（(]?续[）)]?)?|单位[:：].{1,4})$`)

// hasText reports whether a cell of the table has this text and spans rows.
func (t *docTable) hasText(text string) bool {
	for i := range t.rows {
		for k := range t.rows[i].cells {
			if c := &t.rows[i].cells[k]; c.rowSpan > 1 && squeezed(c.text()) == text {
				return true
			}
		}
	}
	return false
}

// withoutMargins drops page numbers, and lines that are at the top or bottom of several
// pages, except the first time.
func withoutMargins(pages [][]printedItem) [][]printedItem {
	seen := map[string]int{}
	for _, items := range pages {
		for _, k := range []int{0, len(items) - 1} {
			if len(items) > 1 && k < len(items) && items[k].line != nil {
				seen[items[k].mark()]++
			}
		}
	}
	told := map[string]bool{}
	var all [][]printedItem
	for _, items := range pages {
		isMargin := func(it *printedItem) bool {
			if it.line == nil {
				return false
			}
			if isPageNumber(it.line.text()) {
				return true
			}
			mark := it.mark()
			again := seen[mark] > 1 && told[mark]
			told[mark] = told[mark] || seen[mark] > 1
			return again
		}
		for n := 0; n < 2 && len(items) > 0 && isMargin(&items[len(items)-1]); n++ {
			items = items[:len(items)-1]
		}
		for n := 0; n < 2 && len(items) > 0 && isMargin(&items[0]); n++ {
			items = items[1:]
		}
		all = append(all, items)
	}
	return all
}

// mark identifies a line in the margin by its text and place.
func (it *printedItem) mark() string {
	return squeezed(it.line.text()) + " " + strings.Repeat("|", int(math.Abs(it.top)/10))
}
