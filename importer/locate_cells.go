package importer

import (
	"nianbao/data/form"
	"nianbao/importer/read"
)

// slot is the cell that a figure is read from.
type slot struct {
	row, col int
	cell     *read.Cell
	doubt    doubt
}

// doubt is the reason why a figure cannot be read from a slot.
type doubt int

const (
	noDoubt  doubt = iota
	twoCells       // two cells under one heading are filled
	twoHeads       // one cell lies under two headings
	twoRows        // one cell lies beside two rows
)

// question is the kind of question that a doubtful slot raises.
func (d doubt) question() QuestionKind {
	if d == twoRows || d == twoHeads {
		return AskMerged
	}
	return AskFigure
}

// alignment is how the cells of the rows relate to the headings.
type alignment int

const (
	byPlace   alignment = iota // each cell under its heading
	byCount                    // the n-th cell belongs to the n-th heading
	uncertain                  // neither is certain
)

// alignmentOf examines all rows before any is read: one row that is not aligned with the
// headings casts doubt on the others, unless it can be set aside.
func (l *locator) alignmentOf(b *locatedTable, entries []tableRow) alignment {
	shifted, shared, broken := false, false, false
	vague := b.vague()
	slots := make([]slot, len(entries)*len(b.columns)) // of all rows
	for i := range entries {
		e := &entries[i]
		if !e.ok {
			continue
		}
		e.under, slots = slots[:len(b.columns):len(b.columns)], slots[len(b.columns):]
		worst := l.look(b, e)
		e.odd = worst == twoCells || l.isShifted(b, e)
		broken = broken || l.isBroken(vague, e.row)
		shifted = shifted || e.odd || broken
		shared = shared || worst == twoHeads
	}
	switch {
	case !shifted && !shared:
		l.markLost(b, entries)
		return byPlace
	case l.countsAgree(b, entries) && l.isComplete(b):
		clearOdd(entries)
		return byCount
	case !shifted:
		return byPlace // the shared cells are left out
	case !broken && l.isComplete(b):
		return l.setAside(b, entries)
	}
	return uncertain
}

// countsAgree reports whether every row has as many cells as there are
// headings.
func (l *locator) countsAgree(b *locatedTable, entries []tableRow) bool {
	for i := range entries {
		if entries[i].ok && len(l.counted(b, &entries[i])) != len(b.columns) {
			return false
		}
	}
	return true
}

// isComplete reports whether the headings include all columns of their table,
// so that counting cells cannot be misled by a lost one.
func (l *locator) isComplete(b *locatedTable) bool {
	have := map[meaning]bool{}
	for i := range b.columns {
		for _, m := range b.columns[i].meanings {
			have[meaning{table: m.table, item: m.item, column: m.column}] = true
		}
	}
	for _, id := range b.tables {
		for _, e := range form.Editions() {
			if t := e.Table(id); t != nil && b.covers(t, have) {
				return true
			}
		}
	}
	return false
}

func (b *locatedTable) covers(t *form.Table, have map[meaning]bool) bool {
	for m := range have {
		if m.table == t.ID && (m.item != "" && t.Item(m.item) == nil || m.column != "" && t.Column(m.column) == nil) {
			return false
		}
	}
	for _, it := range t.Leaves() {
		for _, c := range t.Columns {
			var need meaning
			switch b.shape {
			case columnsAcross:
				need = meaning{table: t.ID, column: c.ID}
			case itemsAcross:
				need = meaning{table: t.ID, item: it.ID}
			default:
				need = meaning{table: t.ID, item: it.ID, column: c.ID}
			}
			if !have[need] {
				return false
			}
		}
	}
	return true
}

// isShifted reports whether a row's labels extend under the headings, or a
// number stands just left or right of them.
func (l *locator) isShifted(b *locatedTable, e *tableRow) bool {
	if e.labelRight >= b.left() || e.stray {
		return true
	}
	next := l.view.at(e.row, b.headedTo+1)
	return b.headedTo+1 < b.nextLeft(l) && !read.IsBlank(next.Text) && l.words.isValue(next)
}

// look finds the cells under the headings in a row and returns the most serious doubt about the
// alignment of the row.
func (l *locator) look(b *locatedTable, e *tableRow) doubt {
	worst := noDoubt
	for i := range b.columns {
		e.under[i] = l.under(b, e.row, i)
		switch d := e.under[i].doubt; {
		case d == twoCells:
			worst = twoCells
		case d == twoHeads && worst == noDoubt:
			worst = twoHeads
		}
	}
	return worst
}

// nextLeft is the first column of the view that belongs to other tables.
func (b *locatedTable) nextLeft(l *locator) int {
	if b.rightBound > 0 {
		return b.rightBound
	}
	return l.view.width + 1
}

// under returns the cell under heading i. Of several cells under one heading only one may
// hold anything, and only the first one if the heading's own cell ends before the others.
// A cell under several headings must be blank or a dash, which then counts for each.
func (l *locator) under(b *locatedTable, row, i int) slot {
	c := &b.columns[i]
	best := slot{row: row, col: c.left, cell: &l.view.outside}
	for p := range l.view.pieces(row, c.left, c.right) {
		if p.isBlank() {
			if p.cell.Look != nil && best.cell.Text == "" && best.cell.Kind == read.TextCell {
				best.row, best.col, best.cell = p.fromRow, p.col, p.cell // struck out from end to end
			}
			continue
		}
		if best.cell.Text != "" || best.cell.Kind != read.TextCell {
			if !sameCell(best.cell, p.cell) {
				best.doubt = twoCells
				return best
			}
			continue
		}
		best.row, best.col, best.cell = p.fromRow, p.col, p.cell
		switch {
		case p.left > c.solid:
			best.doubt = twoCells
			return best
		case p.cell.IsNotApplicable():
		case p.fromRow != row, l.reachesDown(b, row, p):
			best.doubt = twoRows
		case l.isShared(b, row, i, p):
			best.doubt = twoHeads
		}
	}
	return best
}

// reachesDown reports whether a cell extends into the row below, which has a label of its
// own.
func (l *locator) reachesDown(b *locatedTable, row int, p piece) bool {
	if i, j := l.view.origin(row+1, p.left); !l.view.at(row+1, p.left).Covered || i != p.fromRow || j != p.col {
		return false
	}
	for j := b.leftBound; j < b.left(); j++ {
		if i, _ := l.view.origin(row+1, j); i == row+1 && !read.IsBlank(l.view.at(i, j).Text) {
			return true
		}
	}
	return false
}

// sameCell reports whether two cells have the same content: a lost merge leaves the value
// in each of its cells.
func sameCell(a, b *read.Cell) bool {
	return a.Kind == b.Kind && a.Text == b.Text && a.Raw() == b.Raw()
}

// isShared reports whether a cell also lies under a neighbouring heading.
func (l *locator) isShared(b *locatedTable, row, i int, p piece) bool {
	covers := func(j int) bool {
		r, c := l.view.origin(row, j)
		return r == p.fromRow && c == p.col
	}
	return i > 0 && covers(b.columns[i-1].right) || i+1 < len(b.columns) && covers(b.columns[i+1].left)
}

// counted returns the cells beside the labels of a row, merged ones once, up to the
// table's last column or the last cell that holds anything. Columns beyond the end of the
// row count only if they are needed.
func (l *locator) counted(b *locatedTable, e *tableRow) []piece {
	width := l.view.rowWidth(e.row)
	right := min(max(b.right(), width-1), b.nextLeft(l)-1)
	all := l.view.allPieces(e.row, e.labelRight+1, right)
	for n := len(all); n > len(b.columns) && all[n-1].isBlank(); n-- {
		if last := all[n-1]; last.left < width && last.left <= b.right() {
			break
		}
		all = all[:n-1]
	}
	return all
}

// slots returns the slot of each heading's figure in a row.
func (l *locator) slots(b *locatedTable, e *tableRow, how alignment) []slot {
	if how == byPlace {
		return e.under
	}
	slots := make([]slot, len(b.columns))
	cells := l.counted(b, e)
	for i := range slots {
		p := cells[i]
		slots[i] = slot{row: p.fromRow, col: p.col, cell: p.cell}
		if !p.isBlank() && !p.cell.IsNotApplicable() && (p.fromRow != e.row || l.reachesDown(b, e.row, p)) {
			slots[i].doubt = twoRows
		}
	}
	return slots
}
