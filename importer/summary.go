package importer

import (
	"strings"

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
	notUnits           []string // names of rows with figures that are not units
	end                int      // first row below the table
	rows               []summaryRow
	totals             []int // rows that sum up others
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
	year       int
	isPart     bool // covers part of the year
	isLastYear bool
}

// headWord reports whether a heading stands above names of bodies, regions or
// years.
func headWord(text string, words []string) bool {
	if n := len([]rune(text)); n == 0 || n > 12 {
		return false
	}
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

var (
	unitHeads   = []string{"单位", "名称", "乡镇", "镇街", "镇乡", "街镇", "街道", "部门", "机关", "主体", "镇名", "乡(镇"}
	regionHeads = []string{"区县", "县区", "市县", "地区", "行政区划", "县市区", "市州", "所属区", "所在区", "地市"}
	otherHeads  = []string{"类别", "类型", "性质", "级别", "代码", "编码", "计量", "联系", "电话", "邮箱", "数"}
	yearHeads   = []string{"年度", "年份", "报告年"}
)

// summaryAt recognises a summary table by its headings: figures across, beside
// a column of names or years. It returns nil for any other table.
func (l *locator) summaryAt(b *locatedTable) *summary {
	if b.shape == columnsAcross || l.fullColumns(b) < 2 {
		return nil
	}
	s := &summary{locatedTable: b, locator: l, unit: -1, year: -1, region: -1}
	s.takeFields(l)
	for j := range b.left() { // names precede what is said about them
		s.takeName(l, j)
	}
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
	if len(s.rows) == 0 {
		return nil
	}
	return s
}

func (s *summary) takeFields(l *locator) {
	leaves := map[string]bool{}
	for i := range s.columns {
		if k, ok := l.fullKey(s.locatedTable, i); ok {
			if it := l.words.tables[k.Table].item(k.Item); it.Group != "" {
				leaves[it.Group] = true
			}
			s.addField(l, i, k)
		}
	}
	for i := range s.columns {
		c := &s.columns[i]
		if _, ok := l.fullKey(s.locatedTable, i); ok {
			continue
		}
		// A group without its items is all that the table has of them.
		if len(c.meanings) == 1 && c.meanings[0].group && !leaves[c.meanings[0].item] {
			m := c.meanings[0]
			if m.column == "" {
				m.column = l.words.tables[m.table].sole
			}
			s.addField(l, i, form.Key{Table: m.table, Item: m.item, Column: m.column})
			continue
		}
		if !headWord(c.leafText(), yearHeads) && !headWord(c.leafText(), unitHeads) {
			s.unknown = append(s.unknown, strings.TrimSpace(c.text()))
		}
	}
}

func (s *summary) addField(l *locator, i int, k form.Key) {
	c := &s.columns[i]
	s.fields = append(s.fields, field{key: k, column: l.words.tables[k.Table].column(k.Column), index: i, year: c.year, money: c.money(), letters: read.ColumnName(c.left)})
}

// takeName uses column j for names, regions or years if its heading says so.
func (s *summary) takeName(l *locator, j int) {
	for r := s.bottom; r >= s.top && r >= 0; r-- {
		text := squeeze(l.view.at(r, j).Text)
		if text == "" {
			continue
		}
		text = strings.ReplaceAll(text, "、", "")
		switch {
		case strings.Contains(strings.TrimRight(text, ":"), ":"), headWord(text, otherHeads): // 单位：件
		case headWord(text, yearHeads) || text == "年":
			if s.year < 0 {
				s.year = j
			}
		case headWord(text, regionHeads):
			if s.region < 0 {
				s.region = j
			}
		case headWord(text, unitHeads) && read.MoneyUnit("("+text+")") == "":
			if s.unit < 0 || strings.Contains(text, "名称") {
				s.unit = j
			}
		}
		return
	}
}

// unitByContent finds a column of names that has no heading: most of its first
// cells are bodies.
func (s *summary) unitByContent(l *locator) int {
	const sample = 20
	for j := s.leftBound; j < s.left(); j++ {
		bodies, others := 0, 0
		for i := s.bottom + 1; i < l.view.height && i <= s.bottom+sample; i++ {
			c := l.view.at(i, j)
			if read.IsBlank(c.Text) || isTotalName(squeeze(c.Text)) {
				continue
			}
			if _, ok := parseBody(squeeze(c.Text)); ok && c.Kind == read.TextCell {
				bodies++
			} else {
				others++
			}
		}
		if bodies >= 2 && bodies > 2*others {
			return j
		}
	}
	return -1
}

// takeRows lists the rows of units and totals down to the end of the table.
func (s *summary) takeRows(l *locator) {
	blanks, before := 0, ""
	i := s.bottom + 1
	for ; i < l.view.height; i++ {
		name := ""
		if s.unit >= 0 {
			name = squeeze(l.view.at(i, s.unit).Text)
		}
		switch {
		case l.view.isText(i) || strings.HasPrefix(name, "注:") || strings.HasPrefix(name, "说明") || strings.HasPrefix(name, "填表人"):
			s.end = i
			return
		case name == "" && !s.hasFigures(l, i):
			if blanks++; blanks > blankRowsWithin {
				s.end = i
				return
			}
			continue
		}
		if s.otherHead(l, i) || s.otherTitle(l, i) {
			s.end = i
			return
		}
		blanks = 0
		if name == "" && !isTotalName(squeeze(l.view.at(i, 0).Text)) && (s.year >= 0 || s.hasPeriod(l, i)) {
			name = before // the name is given only in the first row of several years
		}
		before = name
		s.takeRow(l, i, name)
	}
	s.end = i
}

func (s *summary) takeRow(l *locator, i int, name string) {
	first := read.Tidy(l.view.at(i, 0).Text)
	switch {
	case isTotalName(name) || name == "" && isTotalName(squeeze(first)):
		s.totals = append(s.totals, i)
		return
	case name == "甲" || name == "栏次" || isOwnHead(l, s, i), s.figuresAreLabels(l, i) && l.line(i).values == 0:
		return
	case !s.hasFigures(l, i):
		if _, ok := parseBody(name); ok {
			s.empty = append(s.empty, name)
		}
		return
	}
	isPart, isLastYear, left := s.rowPeriod(l, i)
	if s.unit >= 0 && isStatistic(name) {
		left = name
	}
	if left != "" {
		s.notUnits = append(s.notUnits, left)
		return
	}
	r := summaryRow{row: i, isPart: isPart, isLastYear: isLastYear}
	if s.unit >= 0 {
		r.body = bodyOf(withoutOrdinal(name))
	}
	if s.year >= 0 {
		r.year = yearCell(l.view.at(i, s.year).Text)
	}
	s.rows = append(s.rows, r)
}

// bodyOf reads a name from a column of names, where it need not look like one.
func bodyOf(name string) body {
	if b, ok := parseBody(name); ok {
		return b
	}
	return body{unit: name, agency: name}
}

// isOwnHead reports whether row i repeats the headings after a page break.
func isOwnHead(l *locator, s *summary, i int) bool {
	for _, f := range s.fields {
		if c := &s.columns[f.index]; l.view.at(i, c.left).Text != "" {
			return squeeze(l.view.at(i, c.left).Text) == c.leafText()
		}
	}
	return false
}

// otherHead reports whether row i begins another table.
func (s *summary) otherHead(l *locator, i int) bool {
	return s.figuresAreLabels(l, i) && l.line(i).isHead() && !isOwnHead(l, s, i)
}

// figuresAreLabels reports whether there is text where figures should be.
func (s *summary) figuresAreLabels(l *locator, i int) bool {
	for _, f := range s.fields {
		if c := l.view.at(i, s.columns[f.index].left); c.Kind == read.TextCell && mayBeLabel(c.Text) && !read.IsBlank(c.Text) && !isValue(c) {
			return true
		}
	}
	return false
}

func (s *summary) hasFigures(l *locator, i int) bool {
	for _, f := range s.fields {
		if c := l.view.at(i, s.columns[f.index].left); (c.Text != "" || c.Kind != read.TextCell) && !read.IsBlank(c.Text) {
			return true
		}
	}
	return false
}

// otherTitle reports whether row i is the title of another table: a single text
// that mentions a year or a table and does not also stand above this one.
func (s *summary) otherTitle(l *locator, i int) bool {
	ln := l.line(i)
	if ln.cells != 1 || ln.values > 0 {
		return false
	}
	title := l.onlyText(i)
	if n := (notice{text: title}); !n.isTitle() || len(yearsIn(title)) == 0 && len([]rune(title)) < 8 {
		return false
	}
	for r := range s.top {
		if l.line(r).cells == 1 && l.onlyText(r) == title {
			return false
		}
	}
	return true
}

func (l *locator) onlyText(i int) string {
	for j := range l.view.rowWidth(i) {
		if c := l.view.at(i, j); !read.IsBlank(c.Text) {
			return squeeze(c.Text)
		}
	}
	return ""
}
