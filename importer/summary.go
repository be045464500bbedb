package importer

import (
	"slices"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// summary is a located summary table (汇总表): one row for each unit, or unit
// and year, under headings that identify the figures.
type summary struct {
	*locatedTable
	locator            *locator
	unit, year, region int // columns, -1 if none
	fields             []field
	unknown            []string // headings that were left out
	empty              []string // names without any figure
	notUnits           []string // names of rows with figures that are neither units nor sums
	end                int      // first row below the table
	isPivoted          bool     // it is built from listings
	above, below       int      // first row of the sheet that belongs to it, and first row after it
	rows               []summaryRow
	sums               []sumRow // rows that sum up others, or may do so
}

// field is a column of a summary that holds a figure.
type field struct {
	key     form.Key
	column  *form.Column
	index   int // of the heading
	year    int // printed in the heading, 0 if none
	money   string
	letters string // of the column in a spreadsheet
}

// summaryRow is the row of one unit.
type summaryRow struct {
	row        int
	body       body
	several    []string // the bodies in the name, if it lists several
	isPlain    bool     // the name may not be a body's: it lacks an ending of bodies' names
	maybeSum   bool     // its figures may be the sums of others
	isCut      bool     // its name may continue beyond the visible part
	year       int
	isPart     bool // covers part of the year
	isLastYear bool
}

// summaryAt recognises a summary table by its headings: figures side by side, beside a
// column of names or years. It returns nil for any other table.
func (l *locator) summaryAt(b *locatedTable) *summary {
	full := l.fullColumns(b)
	if b.shape == columnsAcross || full == 0 || full == 1 && !l.line(b.top).bodies && !l.line(b.bottom).bodies {
		return nil
	}
	s := &summary{locatedTable: b, locator: l, unit: -1, year: -1, region: -1}
	s.takeFields(l)
	for j := range b.left() { // names come before figures
		s.takeName(l, j)
	}
	s.leaveOutUnknown(l)
	if s.unit < 0 && s.region >= 0 {
		s.unit, s.region = s.region, -1
	}
	if s.unit < 0 {
		s.unit = s.unitByContent(l)
	}
	if s.unit < 0 && s.year < 0 {
		return nil
	}
	s.takeRows(l)
	s.above, s.below = s.top, s.end
	if len(s.rows) == 0 && !s.isTotalAlone() {
		return nil
	}
	return s
}

// isTotalAlone reports whether the table has a total row, but no unit that it adds up.
func (s *summary) isTotalAlone() bool {
	return s.unit >= 0 && len(s.fields) > 1 && slices.ContainsFunc(s.sums, func(r sumRow) bool { return r.isTotal })
}

func (s *summary) takeFields(l *locator) {
	leaves := map[string]bool{}
	for i := range s.columns {
		if k, ok := l.fullKey(s.locatedTable, i); ok && !s.columns[i].isPartly() {
			if it := l.words.tables[k.Table].item(k.Item); it.Group != "" {
				leaves[it.Group] = true
			}
			s.addField(l, i, k)
		}
	}
	for i := range s.columns {
		c := &s.columns[i]
		if _, ok := l.fullKey(s.locatedTable, i); ok && !c.isPartly() {
			continue
		}
		// A group without its items stands for all of them.
		if len(c.meanings) == 1 && c.meanings[0].group && !leaves[c.meanings[0].item] && !c.isPartly() {
			m := c.meanings[0]
			if m.column == "" {
				m.column = l.words.tables[m.table].sole
			}
			s.addField(l, i, form.Key{Table: m.table, Item: m.item, Column: m.column})
			continue
		}
		s.leaveOutColumn(l, c)
	}
	for i := range s.extra {
		s.leaveOutColumn(l, &s.extra[i])
	}
	s.leaveOutRepeated(l)
}

// leaveOutRepeated keeps the first of several columns with the same meaning if they have the
// same numbers, and otherwise none.
func (s *summary) leaveOutRepeated(l *locator) {
	for i := 0; i < len(s.fields); i++ {
		equal, same := true, []int{i}
		for k := i + 1; k < len(s.fields); k++ {
			if s.fields[k].key == s.fields[i].key && s.fields[k].year == s.fields[i].year {
				same, equal = append(same, k), equal && s.sameNumbers(l, i, k)
			}
		}
		if len(same) == 1 {
			continue
		}
		if equal {
			same = same[1:]
		}
		for n := len(same) - 1; n >= 0; n-- {
			s.leaveOutColumn(l, &s.columns[s.fields[same[n]].index])
			s.fields = slices.Delete(s.fields, same[n], same[n]+1)
		}
		i--
	}
}

// sameNumbers reports whether two columns are equal in every row.
func (s *summary) sameNumbers(l *locator, i, k int) bool {
	a, b := s.columns[s.fields[i].index].left, s.columns[s.fields[k].index].left
	for row := s.bottom + 1; row < l.view.height; row++ {
		if !sameCell(l.view.at(row, a), l.view.at(row, b)) {
			return false
		}
	}
	return true
}

// leaveOutColumn records a column of numbers that is not read.
func (s *summary) leaveOutColumn(l *locator, c *column) {
	if s.isPivoted || s.hasNumbers(l, c.left) {
		s.leaveOut(c.name())
	}
}

// leaveOut records a heading whose figures are not read, unless it stands above remarks.
func (s *summary) leaveOut(heading string) {
	if heading != "" && !headWord(squeeze(heading), noteHeads) && !slices.Contains(s.unknown, heading) {
		s.unknown = append(s.unknown, heading)
	}
}

func (s *summary) addField(l *locator, i int, k form.Key) {
	c := &s.columns[i]
	s.fields = append(s.fields, field{key: k, column: l.words.tables[k.Table].column(k.Column), index: i, year: c.year, money: c.money(), letters: read.ColumnName(l.view.sheet.ColumnInFile(c.left))})
}
