package importer

import (
	"strings"

	"nianbao/importer/read"
)

// takeRows lists the rows of units and totals, down to the end of the table.
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
			name = before // only the first row of several years has the name
		}
		before = name
		s.takeRow(l, i, name)
	}
	s.end = i
}

func (s *summary) takeRow(l *locator, i int, name string) {
	first := read.Tidy(l.view.at(i, 0).Text)
	name, isCut := strings.CutSuffix(name, "…")
	switch {
	case isTotalName(name):
		s.sums = append(s.sums, sumRow{row: i, name: name, isTotal: true})
		return
	case name == "" && isTotalName(squeeze(first)):
		s.sums = append(s.sums, sumRow{row: i, name: squeeze(first), isTotal: true})
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
	if left != "" {
		s.notUnits = append(s.notUnits, left)
		return
	}
	if s.unit >= 0 && isNoBody(name) {
		s.sums = append(s.sums, sumRow{row: i, name: name})
		return
	}
	r := summaryRow{row: i, isPart: isPart, isLastYear: isLastYear, isCut: isCut}
	if s.unit >= 0 {
		r.name(name)
	}
	if s.year >= 0 {
		r.year = yearCell(l.view.at(i, s.year).Text)
	}
	s.rows = append(s.rows, r)
}

// name reads the name of a row.
func (r *summaryRow) name(text string) {
	bodies := bodiesInCell(text)
	r.body = bodies[0]
	_, ok := parseBody(r.body.unit)
	r.isPlain = !ok
	if len(bodies) > 1 {
		for _, b := range bodies {
			r.several = append(r.several, b.unit)
		}
	}
}

// bodyOf reads a name given by the user, which may be any text.
func bodyOf(name string) body { return bodiesInCell(name)[0].named() }

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

// otherTitle reports whether row i is the title of another table: a single text that
// mentions a year or a table and does not also stand above this one.
func (s *summary) otherTitle(l *locator, i int) bool {
	ln := l.line(i)
	if ln.cells != 1 || ln.values > 0 {
		return false
	}
	title := l.onlyText(i)
	if n := (sheetText{text: title}); !n.isTitle() || len(yearsIn(title)) == 0 && len([]rune(title)) < 8 {
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
