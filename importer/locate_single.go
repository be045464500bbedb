package importer

import (
	"nianbao/data/form"
	"nianbao/importer/read"
)

// readSingle reads a table whose headings alone identify the figures, with a single row
// of them, as in section 四. It returns nil if nothing can be read.
func (l *locator) readSingle(b *locatedTable) *fragment {
	columns := l.fullColumns(b)
	if columns == 0 {
		return nil
	}
	f := &fragment{top: b.top, left: b.left(), bottom: b.bottom}
	f.last.table = l.tableOf(b)
	rows, sound := l.figureRows(b)
	switch {
	case !sound:
		return nil
	case len(rows) > 1:
		return l.askSingle(b, f)
	case len(rows) == 0 && l.view.flipped:
		return nil
	case len(rows) == 0:
		l.readBlanks(b, f)
		return f
	}
	e := tableRow{row: rows[0], ok: true, labelRight: b.leftBound - 1}
	for p := range l.view.pieces(rows[0], b.leftBound, b.left()-1) {
		switch {
		case p.isBlank():
		case l.words.isValue(p.cell):
			e.stray = true
		case !e.stray:
			e.labelRight = min(p.right, b.left()-1)
		}
	}
	if !e.stray && e.labelRight < b.left()-1 {
		e.labelRight = b.left() - 1
	}
	rowEntries := []tableRow{e}
	how := l.alignmentOf(b, rowEntries)
	if how == uncertain {
		return l.askSingle(b, f)
	}
	f.bottom = e.row
	for i, s := range l.slots(b, &rowEntries[0], how) {
		if k, ok := l.fullKey(b, i); ok {
			f.take(l, k, s, b.columns[i].money())
		}
	}
	r := rowReader{l: l, b: b, f: f}
	r.remarkColumns(rowEntries)
	return f
}

func (l *locator) askSingle(b *locatedTable, f *fragment) *fragment {
	at := l.view.source(b.bottom, b.left())
	f.ask(Question{Kind: AskLayout, Key: form.Key{Table: f.last.table}, Source: at})
	f.remark(form.RuleAmbiguous, form.Key{Table: f.last.table}, b.columns[0].text(), at)
	return f
}

// readBlanks treats the row below the headings as blank.
func (l *locator) readBlanks(b *locatedTable, f *fragment) {
	for i := range b.columns {
		if k, ok := l.fullKey(b, i); ok {
			f.take(l, k, slot{row: b.bottom + 1, col: b.columns[i].left, cell: &read.Cell{}}, "")
		}
	}
}

// fullKey returns the key that heading i gives by itself. An item alone means its total,
// or its only column, unless its columns stand beside it.
func (l *locator) fullKey(b *locatedTable, i int) (form.Key, bool) {
	c := &b.columns[i]
	if len(c.meanings) != 1 || c.meanings[0].group && c.meanings[0].item != form.OtherItem {
		return form.Key{}, false
	}
	m := c.meanings[0]
	if m.item != "" && m.column == "" && (!l.view.flipped || l.bodiesDown) && (!b.spells(m, c.year) || l.standsWhole(b, c)) {
		m.column = l.words.tables[m.table].sole
	}
	return form.Key{Table: m.table, Item: m.item, Column: m.column}, m.item != "" && m.column != ""
}

// standsWhole reports whether a heading's cell extends from the first heading
// row down to the figures, so that it never had a heading below it.
func (l *locator) standsWhole(b *locatedTable, c *column) bool {
	i, j := l.view.origin(b.bottom, c.left)
	return i < b.bottom && j == c.left && i <= b.top && len(c.path) == 1
}

// spells reports whether headings name the columns of the item, so that an item alone is
// a column whose name was lost.
func (b *locatedTable) spells(m meaning, year int) bool {
	for i := range b.columns {
		c := &b.columns[i]
		if len(c.path) == 1 && len(c.path[0].parts) == 0 && len(c.meanings) == 1 && c.meanings[0].isFull() {
			continue // 处罚决定数 names item and column in one word
		}
		for _, other := range c.meanings {
			isGroup := other.group && other.item != form.OtherItem // 无法提供 · 其他 names no figure
			if other.table == m.table && other.column != "" && c.year == year && !isGroup {
				return true
			}
		}
	}
	return false
}

func (l *locator) fullColumns(b *locatedTable) (n int) {
	for i := range b.columns {
		if _, ok := l.fullKey(b, i); ok {
			n++
		}
	}
	return n
}

// tableOf returns the table that all columns belong to, "" if there are
// several.
func (l *locator) tableOf(b *locatedTable) string {
	table := ""
	for i := range b.columns {
		if k, ok := l.fullKey(b, i); ok {
			if table != "" && table != k.Table {
				return ""
			}
			table = k.Table
		}
	}
	return table
}

// figureRows returns the rows of figures below the headings. sound is false if there are
// labels instead of figures, which makes it another table.
func (l *locator) figureRows(b *locatedTable) (rows []int, sound bool) {
	blanks := 0
	if b.limit < l.view.height && l.isEmpty(b.bottom+1, b.limit) {
		return nil, false // other headings follow directly
	}
	for i := b.bottom + 1; i < b.limit && blanks <= 2; i++ {
		ln := l.line(i)
		if ln.text || ln.title {
			break
		}
		values := 0
		pieces := l.view.pieces(i, b.left(), b.right())
		for p := range pieces {
			if p.isBlank() {
				continue
			}
			if l.words.isValue(p.cell) {
				values++
			} else if len(l.words.lookUp(p.cell.Text).terms) > 0 {
				return rows, len(rows) > 0
			}
		}
		if values == 0 || isNumbering(pieces) && l.figuresBelow(b, i) {
			blanks++
			continue
		}
		rows = append(rows, i)
	}
	return rows, true
}

func (l *locator) isEmpty(from, to int) bool {
	for i := from; i < to; i++ {
		if l.line(i).cells > 0 {
			return false
		}
	}
	return true
}

// figuresBelow reports whether row i+1 holds numbers too.
func (l *locator) figuresBelow(b *locatedTable, i int) bool {
	if i+1 >= b.limit {
		return false
	}
	for p := range l.view.pieces(i+1, b.left(), b.right()) {
		if !p.isBlank() && l.words.isValue(p.cell) {
			return true
		}
	}
	return false
}
