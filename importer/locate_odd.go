package importer

import (
	"nianbao/data/form"
	"nianbao/importer/read"
)

// mostOdd is the largest number of odd rows that casts no doubt on the others.
func mostOdd(known int) int { return max(1, known/4) }

func clearOdd(entries []tableRow) {
	for i := range entries {
		entries[i].odd = false
	}
}

// setAside marks the rows that do not have a cell for each heading as odd. If they are
// few, the other rows are certain, because the headings are complete and each of those
// rows has as many cells.
func (l *locator) setAside(b *locatedTable, entries []tableRow) alignment {
	known, odd, shifted := 0, 0, false
	usual := l.usualWidth(entries)
	for i := range entries {
		e := &entries[i]
		if !e.ok {
			continue
		}
		known++
		if len(l.counted(b, e)) != len(b.columns) || l.hasOtherWidth(e, usual) {
			e.odd = true
			odd++
		} else {
			shifted = shifted || e.odd
		}
	}
	switch {
	case odd == known || odd > mostOdd(known):
		return uncertain
	case !shifted:
		return byPlace
	case !l.isDocument(b.bottom):
		return uncertain // blank cells at the end of a row are not stored, so counting may mislead
	}
	for i := range entries {
		e := &entries[i]
		e.odd = e.ok && (len(l.counted(b, e)) != len(b.columns) || l.hasOtherWidth(e, usual))
	}
	return byCount
}

// isDocument reports whether a row is one of a table in a document.
func (l *locator) isDocument(row int) bool {
	return !l.view.flipped && row < l.view.height && l.view.sheet.Rows[row].Table > 0
}

// markLost marks the rows that lack a cell or have an extra one, so that other cells have
// moved, if such rows are few.
func (l *locator) markLost(b *locatedTable, entries []tableRow) {
	known, lost := 0, 0
	usual := l.usualWidth(entries)
	for i := range entries {
		e := &entries[i]
		if !e.ok {
			continue
		}
		known++
		if e.odd = l.hasOtherWidth(e, usual) || l.isMovedLeft(b, e); e.odd {
			lost++
		}
	}
	if lost == known || lost > mostOdd(known) {
		clearOdd(entries)
	}
}

// usualWidth is the number of columns of most known rows.
func (l *locator) usualWidth(entries []tableRow) int {
	count, usual := map[int]int{}, 0
	for i := range entries {
		if entries[i].ok {
			w := l.view.rowWidth(entries[i].row)
			if count[w]++; count[w] > count[usual] {
				usual = w
			}
		}
	}
	return usual
}

// hasOtherWidth reports whether a row of a document has more or fewer cells than usual. A
// spreadsheet does not store blank cells at the end.
func (l *locator) hasOtherWidth(e *tableRow, usual int) bool {
	return l.isDocument(e.row) && e.values > 0 && l.view.rowWidth(e.row) != usual
}

// isMovedLeft reports whether the cells of a row seem to have moved left by one:
// its total is blank, and the figure before it could be the total.
func (l *locator) isMovedLeft(b *locatedTable, e *tableRow) bool {
	last := len(b.columns) - 1
	if last < 2 || !b.columns[last].means(form.ApplicationsTable, form.TotalColumnID) {
		return false
	}
	if total := e.under[last].cell; total.Kind != read.TextCell || total.Look != nil || !read.IsBlank(total.Text) {
		return false
	}
	sum, n := form.Number(0), form.Number(0)
	for i := range last {
		v := read.ValueOf(*e.under[i].cell, &form.Column{Unit: "件"}, "")
		if !v.Status.HasValue() {
			return false
		}
		sum, n = sum+n, v.Value
	}
	return n > 0 && n >= sum && l.isComplete(b)
}

// askOdd asks about a row whose cells do not fit the headings.
func (r *rowReader) askOdd(e *tableRow) {
	key := form.Key{Table: e.mean.table, Item: e.mean.item, Column: e.mean.column}
	at := r.l.view.source(e.row, r.b.left())
	r.f.ask(Question{Kind: AskLayout, Key: key, Source: at})
	r.f.remark(form.RuleAmbiguous, key, e.leaf().text, at)
}
