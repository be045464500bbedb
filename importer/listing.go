package importer

import "nianbao/importer/read"

// listing is a table with a row for each item: 指标 | 2023年 | 2022年, or 单位 | 年度 |
// 项目 | 数量, or bodies in merged blocks with items beside them. Its columns hold labels
// of the form, names of bodies, years and figures; the headings of the figures may give
// years or columns of the form.
type listing struct {
	top, first, end int // heading, first row of items, first row below
	labels          []int
	unit, year      int // columns, -1 if none
	period          int // column of 本年 and 上年, -1 if none
	measure         int // column of units of measurement, -1 if none
	figures         []figureColumn
	unread          []string // headings of columns of numbers that are not read
}

// figureColumn is a column of a listing that holds figures.
type figureColumn struct {
	index    int
	texts    []string // of the heading, without years
	year     int      // 0 if none; it may be priorYear
	hasKinds bool     // the heading names a column of the form
}

const (
	listingSample  = 60 // rows that show what a column holds
	listingWidth   = 40
	mostHeadRows   = 3
	fewestListings = 2 // rows that name items
)

// listingsOf finds the listings of a view from row 0 down.
func (l *locator) listingsOf() []*listing {
	if l.view.width > listingWidth {
		return nil
	}
	var all []*listing
	for i := 0; i < l.view.height; i++ {
		if !l.beginsListing(i) {
			continue
		}
		x := l.listingAt(i)
		if !l.isHeadedAsForm(x) {
			if !l.takeColumns(x) {
				continue
			}
			if l.isListing(x) {
				all = append(all, x)
			}
		}
		i = max(i, x.end-1)
	}
	return all
}

// beginsListing reports whether row i is the first that names an item, below a heading,
// and it or the next row has a number after the item.
func (l *locator) beginsListing(i int) bool {
	ln := l.line(i)
	if i == 0 || ln.text || len(ln.marks) == 0 {
		return false
	}
	above, label := l.line(i-1), ln.marks[0]
	if above.cells < 2 || above.values > 0 || above.text || l.isItemLine(i-1, label.left) {
		return false
	}
	isAhead := l.hasNumbersAhead(i, label.left)
	for last := min(i+listingSample, l.view.height); i < last; i++ {
		if isAhead || l.hasNumberAfter(i, label.right) {
			return true
		}
	}
	return false
}

// isItemLine reports whether row i names items, as a heading never does. 总计 and 其他
// without an ordinal count only in column j, because they are headings too.
func (l *locator) isItemLine(i, j int) bool {
	for _, m := range l.line(i).marks {
		isNumbered := m.phrase.label.Ordinal != "" // 3.其他, （七）总计
		if _, isItem := m.phrase.strength(); isItem || (m.left == j || isNumbered) && m.phrase.hasItem() {
			return true
		}
	}
	return false
}

// hasNumberAfter reports whether there is a number, which may look like a year, after
// column j of row i.
func (l *locator) hasNumberAfter(i, j int) bool {
	for j++; j < l.view.rowWidth(i); j++ {
		if c := l.view.at(i, j); !read.IsBlank(c.Text) && isValue(c) {
			return true
		}
	}
	return false
}

// hasNumbersAhead reports whether a column before column j has a heading such as 数值 in
// the row above row i.
func (l *locator) hasNumbersAhead(i, j int) bool {
	for j--; j >= 0; j-- {
		if text := squeeze(l.view.at(i-1, j).Text); text != "" && !read.IsCountUnit(text) && isFiller(l.words.lookUp(text)) {
			return isValue(l.view.at(i, j))
		}
	}
	return false
}

// listingAt returns the listing whose first row of items is row i.
func (l *locator) listingAt(i int) *listing {
	x := &listing{top: i, first: i, unit: -1, year: -1, period: -1, measure: -1}
	for x.top > 0 && i-x.top < mostHeadRows {
		ln := l.line(x.top - 1)
		if ln.cells < 2 || ln.values > 0 || ln.text || ln.title || l.isItemLine(x.top-1, l.line(i).marks[0].left) {
			break
		}
		x.top--
	}
	for x.end = i; x.end < l.view.height && l.isLineOf(x, x.end); x.end++ {
	}
	return x
}

// isHeadedAsForm reports whether all headings after the first label are columns of the
// form, and none stands above bodies or years. The test is cheap, and nearly all tables
// pass it.
func (l *locator) isHeadedAsForm(x *listing) bool {
	label := l.line(x.first).marks[0].right
	for r := x.top; r < x.first; r++ {
		for j := range l.view.rowWidth(r) {
			c := l.view.at(r, j)
			if c.Covered || read.IsBlank(c.Text) {
				continue
			}
			text := squeeze(c.Text)
			if l.yearIn(text) != 0 || isLastYear(text) || headsBodyOrYear(text) || j > label && r == x.first-1 && !l.words.lookUp(c.Text).hasColumn() {
				return false
			}
		}
	}
	return true
}

// isLineOf reports whether row i still belongs to a listing: it is not a heading, a title or
// running text.
func (l *locator) isLineOf(x *listing, i int) bool {
	ln := l.line(i)
	switch {
	case ln.text || ln.title:
		return false
	case ln.cells == 0:
		for next := i + 1; next < l.view.height && next <= i+blankRowsWithin; next++ {
			if l.line(next).cells > 0 {
				return l.isLineOf(x, next)
			}
		}
		return false
	}
	return ln.values > 0 || l.isItemLine(i, l.line(x.first).marks[0].left) || ln.years == 0 && !ln.bodies && !l.spellsHeading(x, i)
}

// spellsHeading reports whether a row repeats the innermost heading.
func (l *locator) spellsHeading(x *listing, i int) bool {
	same, cells := 0, 0
	for j := range l.view.rowWidth(i) {
		if text := squeeze(l.view.at(i, j).Text); text != "" {
			cells++
			if text == squeeze(l.view.at(x.first-1, j).Text) {
				same++
			}
		}
	}
	return cells >= 2 && same == cells
}

// isListing reports whether a table with a row for each item is a listing and not the
// form: its rows or its headings give bodies or years, or no headings of the form.
func (l *locator) isListing(x *listing) bool {
	for r := x.top; r < x.first; r++ {
		if l.headsBodies(headingArea{top: r, bottom: r}) {
			return false // bodies across
		}
	}
	years, kinds := 0, 0
	for i := range x.figures {
		if x.figures[i].year != 0 {
			years++
		}
		if x.figures[i].hasKinds {
			kinds++
		}
	}
	for _, j := range []int{x.unit, x.year, x.period} {
		if j < 0 {
			continue
		}
		// A remark beside the form is neither the body nor the year of its rows.
		isBeside := j > x.figures[0].index && (kinds > 0 || !l.isNamed(x, j) || l.isResponsible(x, j))
		return !isBeside && !read.IsBlank(l.view.at(x.first, j).Text) && (kinds == 0 || l.isNamed(x, j))
	}
	return kinds == 0 || years > 0 && years >= len(x.figures)/2 && kinds == len(x.figures)
}

// isNamed reports whether the heading of a column says that it holds bodies or years.
func (l *locator) isNamed(x *listing, j int) bool {
	for r := x.top; r < x.first; r++ {
		if headsBodyOrYear(squeeze(l.view.at(r, j).Text)) {
			return true
		}
	}
	return false
}

// isResponsible reports whether a column names the bodies that are responsible for an item or
// supply it, not those that report.
func (l *locator) isResponsible(x *listing, j int) bool {
	return containsAny(squeeze(l.view.at(x.first-1, j).Text), []string{"责任", "牵头", "配合", "主管", "承办", "来源", "提供", "计量"})
}

// headsBodyOrYear reports whether a heading says that its column holds bodies or years.
func headsBodyOrYear(text string) bool {
	return headWord(text, unitHeads) || headWord(text, yearHeads) || headWord(text, regionHeads)
}
