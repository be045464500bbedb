package importer

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// pivot rearranges listings as a summary: a row for each body and year, a column for
// each item. Its cells keep the addresses that they have in the sheet.
type pivot struct {
	l       *locator
	rows    []pivotRow
	at      map[string]int // rows by body, year and period
	columns [][]string     // the texts of each column
	of      map[string]int // columns by their texts
	unread  []string
	merged  map[[2]int]int // number of figures that a merged cell covers
}

type pivotRow struct {
	name, year, period string
	spot               [2]int // position of the name
	cells              map[int]pivotCell
}

type pivotCell struct {
	cell  *read.Cell
	spot  [2]int // position in the sheet
	from  [2]int // first cell of the merge that covers it
	other bool   // there is another cell for the same figure
}

const (
	nameColumn = iota
	yearColumn
	periodColumn
	firstFigure
)

// pivot returns the listings of a sheet as one summary, nil if they have no figures.
func (l *locator) pivot(all []*listing) *summary {
	t := &pivot{l: l, at: map[string]int{}, of: map[string]int{}, merged: map[[2]int]int{}}
	for _, x := range all {
		t.add(x)
	}
	if len(t.columns) == 0 {
		return nil
	}
	return t.summary(all)
}

// add reads the rows of a listing.
func (t *pivot) add(x *listing) {
	t.unread = append(t.unread, x.unread...)
	name, year, period, group := "", "", "", ""
	var spot [2]int
	outer := make([]string, len(x.labels))
	for i := x.first; i < x.end; i++ {
		if t.l.line(i).cells == 0 {
			continue
		}
		if text := t.text(i, x.unit); text != "" {
			if text != name {
				group = ""
				clear(outer)
			}
			name, spot = text, [2]int{i, x.unit}
		}
		if text := t.text(i, x.year); text != "" {
			year = text
		}
		if text := t.text(i, x.period); text != "" {
			period = text
		}
		path := t.pathOf(x, i, outer)
		if len(path) == 0 {
			continue
		}
		if g := t.groupIn(path); g != "" {
			group = g
		} else if all := t.l.words.pathTo(path).meanings; len(all) == 1 && !t.isUnder(all[0], group) {
			group = ""
		}
		path = t.withGroup(path, group)
		if x.measure >= 0 && read.YuanPerUnit(squeeze(t.text(i, x.measure))) > 0 {
			path = append(path, "数量（"+squeeze(t.text(i, x.measure))+"）")
		}
		line := pivotRow{name: name, year: year, period: period, spot: spot}
		for k := range x.figures {
			t.put(&x.figures[k], line, path, i)
		}
	}
}

// pathOf returns the labels of row i, outermost first. A blank cell continues the label
// above it if that stood beside an inner label, and so over more rows than its own; outer
// holds these labels.
func (t *pivot) pathOf(x *listing, i int, outer []string) (path []string) {
	texts := make([]string, len(x.labels))
	innermost := -1
	for k, j := range x.labels {
		if texts[k] = t.text(i, j); texts[k] != "" {
			innermost = k
		}
	}
	isOwn := false // from here on the labels above do not count
	for k := 0; k <= innermost; k++ {
		if texts[k] != "" {
			isOwn = true
			clear(outer[k:])
			if k < innermost {
				outer[k] = texts[k]
			}
		} else if !isOwn {
			texts[k] = outer[k]
		}
		if text := texts[k]; text != "" && (len(path) == 0 || path[len(path)-1] != text) {
			path = append(path, text)
		}
	}
	return path
}

// isUnder reports whether an item is one of a group of items.
func (t *pivot) isUnder(m meaning, group string) bool {
	return slices.ContainsFunc(t.l.words.lookUp(group).terms, func(g term) bool { return g.group && g.table == m.table && (m.under == g.item || m.item == g.item) })
}

func (t *pivot) text(i, j int) string {
	if j < 0 {
		return ""
	}
	return strings.TrimSpace(t.l.view.at(i, j).Text)
}

// groupIn returns the text of a path that is the heading of a group of items.
func (t *pivot) groupIn(path []string) string {
	for i := len(path) - 1; i >= 0; i-- {
		for _, what := range t.l.words.lookUp(path[i]).terms {
			if what.group {
				return path[i]
			}
		}
	}
	return ""
}

// withGroup adds the group above to labels that are ambiguous without it.
func (t *pivot) withGroup(path []string, group string) []string {
	if group == "" || len(t.l.words.pathTo(path).meanings) == 1 && !isWeak(t.l.words.lookUp(path[len(path)-1]).label.Text) {
		return path
	}
	if whole := append([]string{group}, path...); len(t.l.words.pathTo(whole).meanings) == 1 {
		return whole
	}
	return path
}

// put stores the figure of one row under one heading.
func (t *pivot) put(f *figureColumn, line pivotRow, path []string, i int) {
	cell := t.l.view.at(i, f.index)
	if read.IsBlank(cell.Text) && cell.Kind == read.TextCell && t.l.line(i).values == 0 {
		return
	}
	switch {
	case f.year == priorYear:
		line.period = "上年"
	case f.year != 0:
		line.year = strconv.Itoa(f.year)
	}
	if y := yearCell(line.year); y != 0 {
		line.year = strconv.Itoa(y)
	}
	if isThisYear(squeeze(line.period)) {
		line.period = ""
	}
	texts := append(append([]string(nil), path...), f.texts...)
	key := t.keyOf(texts)
	column, known := t.of[key]
	if !known {
		column = len(t.columns)
		t.of[key] = column
		t.columns = append(t.columns, texts)
	}
	at := squeeze(line.name) + "\x00" + line.year + "\x00" + line.period
	row, known := t.at[at]
	if !known {
		row = len(t.rows)
		t.at[at] = row
		line.cells = map[int]pivotCell{}
		t.rows = append(t.rows, line)
	}
	c := pivotCell{cell: cell, spot: [2]int{i, f.index}}
	c.from[0], c.from[1] = t.l.view.origin(i, f.index)
	t.merged[c.from]++
	if before, twice := t.rows[row].cells[column]; twice {
		c.other = before.other || !sameCell(before.cell, cell)
	}
	t.rows[row].cells[column] = c
}

// resolveNumbered accepts a lone 总计 or 其他 only as （七）总计: in a listing nothing
// shows which rows of the form come before it.
func (b *locatedTable) resolveNumbered() {
	for i := range b.columns {
		c := &b.columns[i]
		if len(c.path) != 1 || !isWeak(c.path[0].label.Text) {
			continue
		}
		isNumbered := c.path[0].label.Ordinal == "七"
		c.meanings = slices.DeleteFunc(slices.Clone(c.meanings), func(m meaning) bool {
			return !isNumbered || m.item == "" || m.under != "" || m.table != form.ApplicationsTable
		})
	}
}

// keyOf returns the same key for all spellings of a path of labels.
func (t *pivot) keyOf(texts []string) string {
	known := t.l.words.pathTo(texts)
	all := known.meanings
	if len(all) > 1 {
		all = slices.DeleteFunc(slices.Clone(all), func(m meaning) bool { return !m.isFull() })
	}
	if len(all) != 1 {
		return strings.Join(texts, "\x00")
	}
	m, money := all[0], ""
	for _, r := range known.phrases {
		money += r.money
	}
	return strings.Join([]string{m.table, m.item, m.column, money}, "\x00")
}

// summary builds the table from which a summary is read. The last row is empty: an
// ambiguous cell is shown as merged with it.
func (t *pivot) summary(all []*listing) *summary {
	width := firstFigure + len(t.columns)
	sheet := &read.Sheet{Name: t.l.view.sheet.Name, Rows: make([]read.Row, len(t.rows)+1)}
	v := &view{sheet: sheet, height: len(t.rows) + 1, width: width, whole: t.l.view.sheet, spots: map[[2]int][2]int{}}
	hasYears, hasNames := false, false
	for i := range t.rows {
		line := &t.rows[i]
		hasYears, hasNames = hasYears || line.year != "", hasNames || line.name != ""
		cells := make([]read.Cell, width)
		cells[nameColumn].Text, cells[yearColumn].Text, cells[periodColumn].Text = line.name, line.year, line.period
		v.spots[[2]int{i, nameColumn}] = line.spot
		for j, c := range line.cells {
			cells[firstFigure+j] = read.Cell{Text: c.cell.Text, Look: c.cell.Look, Kind: c.cell.Kind}
			if c.other || t.merged[c.from] > 1 {
				cells[firstFigure+j].Covered, cells[firstFigure+j].OriginRow, cells[firstFigure+j].OriginCol = true, int32(len(t.rows)), uint16(firstFigure+j)
			}
			v.spots[[2]int{i, firstFigure + j}] = c.spot
		}
		sheet.Rows[i] = read.Row{Cells: cells, Number: i + 1}
	}
	l := newLocator(t.l.words, v)
	b := &locatedTable{bottom: -1, shape: allAcross, limit: v.height, headedTo: width}
	for j, texts := range t.columns {
		b.columns = append(b.columns, l.newColumn(firstFigure+j, texts))
	}
	b.resolveAmong()
	b.resolveNumbered()
	b.resolveTables()
	s := &summary{locatedTable: b, locator: l, unit: -1, year: -1, region: -1, isPivoted: true, above: all[0].top, below: all[len(all)-1].end}
	if hasNames {
		s.unit = nameColumn
	}
	if hasYears {
		s.year = yearColumn
	}
	s.takeFields(l)
	for _, heading := range t.unread {
		s.leaveOut(heading)
	}
	if len(s.fields) == 0 {
		return nil
	}
	s.takeRows(l)
	if len(s.rows) == 0 {
		return nil
	}
	return s
}
