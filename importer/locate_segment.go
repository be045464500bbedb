package importer

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/data/form"
)

// blocksOf splits the columns of a heading area into tables side by side and
// resolves what each column means.
func (l *locator) blocksOf(b headingArea) []*locatedTable {
	var blocks []*locatedTable
	bound := 0
	all := append(l.columnsOf(b), l.columnsBeside(b)...)
	l.nameNumbered(all)
	if l.line(b.top).bodies || l.line(b.bottom).bodies {
		forgetItemless(all)
	}
	for _, columns := range segments(all) {
		bl := &locatedTable{top: b.top, bottom: b.bottom, leftBound: bound, columns: columns, limit: l.view.height}
		bl.shape = shapeOf(columns)
		bl.headedTo = bl.right()
		bl.resolve()
		bl.resolveTables()
		l.resolveNearColumns(bl)
		if bl.trim(); len(bl.columns) == 0 {
			continue
		}
		l.takeCaption(bl)
		bl.resolveTables()
		if n := len(blocks); n > 0 && bl.left() <= blocks[n-1].headedTo+1 {
			bl.crowded, blocks[n-1].crowded = true, true
		}
		bound = bl.right() + 1
		blocks = append(blocks, bl)
	}
	return blocks
}

// forgetItemless drops the meanings of columns whose own outer heading names no item, if
// other headings name theirs: in a table of bodies, nothing else can name it.
func forgetItemless(columns []column) {
	namesItem := func(m meaning) bool { return m.item != "" }
	if !slices.ContainsFunc(columns, func(c column) bool { return len(c.meanings) == 1 && namesItem(c.meanings[0]) }) {
		return
	}
	for i := range columns {
		if c := &columns[i]; len(c.path) > 1 && !slices.ContainsFunc(c.meanings, namesItem) {
			c.meanings = nil
		}
	}
}

// nameNumbered gives headings that are one word with a running number, such as 数据1 to
// 数据6 before 总计, the meanings of the form's columns in order.
func (l *locator) nameNumbered(columns []column) {
	kinds := l.words.tables[form.ApplicationsTable].columns
	n := len(kinds) - 1
	for first := 0; first+n < len(columns); first++ {
		if !columns[first+n].means(form.ApplicationsTable, kinds[n].ID) {
			continue
		}
		stem := ""
		for k := range n {
			text := columns[first+k].leafText()
			word, ok := strings.CutSuffix(text, strconv.Itoa(k+1))
			if !ok || k > 0 && word != stem || len(columns[first+k].meanings) > 0 {
				stem = ""
				break
			}
			stem = word
		}
		for k := range n {
			if stem != "" {
				columns[first+k].meanings = []meaning{{table: form.ApplicationsTable, column: kinds[k].ID}}
			}
		}
	}
}

func (c *column) means(table, column string) bool {
	for _, m := range c.meanings {
		if m.table == table && m.column == column {
			return true
		}
	}
	return false
}

// leafText is the innermost heading without spaces and in half-width
// characters.
func (c *column) leafText() string { return squeeze(c.text()) }

// segments begins a new table at a column whose meaning an earlier column already has, or
// that shares no table with the earlier ones.
func segments(columns []column) [][]column {
	var all [][]column
	first := 0 // of the current table
	seen := map[meaning]bool{}
	var tables []string
	for i := range columns {
		c := &columns[i]
		switch {
		case len(c.meanings) == 0:
			if first == i {
				first++ // no table can begin with it
			}
			continue
		case first < i && (repeats(c, seen) || !sharesTable(c, tables)):
			all = append(all, columns[first:i:i])
			first, tables = i, nil
			clear(seen)
		}
		if len(c.meanings) == 1 {
			seen[c.meanings[0].inYear(c.year)] = true
		}
		tables = narrowed(c, tables)
	}
	if first < len(columns) {
		all = append(all, columns[first:])
	}
	return all
}

// inYear distinguishes meanings of different years.
func (m meaning) inYear(year int) meaning {
	if year != 0 {
		m.under += string(rune(year))
	}
	return m
}

func repeats(c *column, seen map[meaning]bool) bool {
	return len(c.meanings) == 1 && seen[c.meanings[0].inYear(c.year)]
}

// isPartial reports whether a column gives only part of a key, which must fit that of its
// neighbours.
func (c *column) isPartial() bool {
	for _, m := range c.meanings {
		if m.isFull() || m.item != "" {
			return false
		}
	}
	return true
}

func sharesTable(c *column, tables []string) bool {
	if len(tables) == 0 || !c.isPartial() {
		return true
	}
	for _, m := range c.meanings {
		if slices.Contains(tables, m.table) {
			return true
		}
	}
	return false
}

// narrowed keeps the tables that all partial columns so far can belong to.
func narrowed(c *column, tables []string) []string {
	if !c.isPartial() {
		return tables
	}
	next := make([]string, 0, len(c.meanings))
	for _, m := range c.meanings {
		if len(tables) == 0 || slices.Contains(tables, m.table) {
			next = append(next, m.table)
		}
	}
	return next
}

// shapeOf returns the shape that most columns unambiguously have.
func shapeOf(columns []column) shape {
	var counts [3]int
	for _, c := range columns {
		var found [3]bool
		for _, m := range c.meanings {
			found[m.shape()] = true
		}
		for s, ok := range found {
			if ok && only(found) {
				counts[s]++
			}
		}
	}
	best := columnsAcross
	for s := columnsAcross; s <= allAcross; s++ {
		if counts[s] > counts[best] {
			best = s
		}
	}
	return best
}

func only(found [3]bool) bool {
	n := 0
	for _, ok := range found {
		if ok {
			n++
		}
	}
	return n == 1
}

func (m meaning) shape() shape {
	switch {
	case m.isFull():
		return allAcross
	case m.item != "":
		return itemsAcross
	}
	return columnsAcross
}
