package importer

import (
	"slices"
	"strings"

	"nianbao/importer/read"
)

// content counts the first cells of a column by kind.
type content struct {
	labels, kinds, bodies, years, periods, measures, values, others int
}

func (c *content) cells() int {
	return c.labels + c.kinds + c.bodies + c.years + c.periods + c.measures + c.values + c.others
}

func (l *locator) contentOf(x *listing, j int) (c content) {
	for i := x.first; i < x.end && i < x.first+listingSample; i++ {
		cell := l.view.at(i, j)
		if _, from := l.view.origin(i, j); from != j || read.IsBlank(cell.Text) && cell.Kind == read.TextCell {
			continue
		}
		text := squeeze(cell.Text)
		switch what := l.words.lookUp(cell.Text); {
		case yearCell(cell.Text) != 0:
			c.years++
		case isLastYear(text) || isThisYear(text):
			c.periods++
		case isMeasure(text):
			c.measures++
		case isValue(cell):
			c.values++
		case what.foreign || len(what.parts) > 0 || what.hasItem():
			c.labels++
		case len(what.terms) > 0:
			c.kinds++
		default:
			if _, ok := parseBody(text); ok {
				c.bodies++
			} else {
				c.others++
			}
		}
	}
	return c
}

// takeColumns finds out what each column of a listing holds. ok is false if it has no
// items or no figures, or begins with an unknown column of texts.
func (l *locator) takeColumns(x *listing) (ok bool) {
	items := false
	for j := range l.view.width {
		c := l.contentOf(x, j)
		n := c.cells()
		heading := squeeze(l.view.at(x.first-1, j).Text)
		switch {
		case n == 0:
		case 2*c.labels > n:
			x.labels, items = append(x.labels, j), items || c.labels >= fewestListings || x.end-x.first < fewestListings
		case 2*(c.labels+c.kinds) > n && c.values == 0:
			x.labels = append(x.labels, j)
		case 2*c.bodies > n || c.values == 0 && c.years == 0 && headWord(heading, unitHeads) && !headWord(heading, noteHeads) && c.measures == 0:
			if x.unit < 0 {
				x.unit = j
			}
		case c.years == n && !l.headsFigures(x, j):
			if x.year < 0 {
				x.year = j
			}
		case 2*c.periods > n:
			x.period = j
		case 2*c.measures > n:
			x.measure = j
		case len(x.labels) > 0 && c.values+c.years > 0 || 2*(c.values+c.years) > n:
			l.takeFigures(x, j)
		}
	}
	l.leaveOutSums(x)
	return items && len(x.figures) > 0
}

// leaveOutSums leaves out 合计 beside columns of several years: it is their sum.
func (l *locator) leaveOutSums(x *listing) {
	years := 0
	for i := range x.figures {
		if x.figures[i].year != 0 {
			years++
		}
	}
	if years < 2 {
		return
	}
	x.figures = slices.DeleteFunc(x.figures, func(f figureColumn) bool {
		heading := strings.TrimSpace(l.view.at(x.first-1, f.index).Text)
		isSum := f.year == 0 && len(f.texts) <= 1 && isSumLabel(l.words.lookUp(heading))
		if isSum {
			x.unread = append(x.unread, heading)
		}
		return isSum
	})
}

// yearIn returns the year that a heading above figures gives: 2023年, 2023年数值; 0 if none.
func (l *locator) yearIn(heading string) int {
	if year := yearCell(heading); year != 0 {
		return year
	}
	text := squeeze(heading)
	m := yearAhead.FindStringSubmatch(text)
	if m == nil || !isFiller(l.words.lookUp(text[len(m[0]):])) {
		return 0
	}
	return yearCell(m[1])
}

// headsFigures reports whether the innermost heading of a column can stand above figures.
func (l *locator) headsFigures(x *listing, j int) bool {
	text := l.view.at(x.first-1, j).Text
	what := l.words.lookUp(text)
	return l.yearIn(text) != 0 || isLastYear(text) || text != "" && isFiller(what) || what.hasColumn()
}

// takeFigures reads the heading of a column of numbers. An unknown text above other
// headings is ignored, unless it makes the figures others than the form's.
func (l *locator) takeFigures(x *listing, j int) {
	var texts []string
	for r := x.top; r < x.first; r++ {
		text := strings.TrimSpace(l.view.at(r, j).Text)
		if text != "" && (len(texts) == 0 || texts[len(texts)-1] != text) {
			texts = append(texts, text)
		}
	}
	f := figureColumn{index: j}
	for i, text := range texts {
		what := l.words.lookUp(text)
		switch {
		case l.yearIn(text) != 0:
			f.year = l.yearIn(text)
		case isLastYear(text):
			f.year = priorYear
		case headWord(squeeze(text), noteHeads):
			return
		case isFiller(what):
			if what.money != "" { // 数量（元）
				f.texts = append(f.texts, text)
			}
		case what.hasColumn() || isSumLabel(what):
			f.texts, f.hasKinds = append(f.texts, text), true
		case i == len(texts)-1 || what.foreign || headsOtherFigures(text):
			x.unread = append(x.unread, text)
			return
		}
	}
	if len(texts) > 0 {
		x.figures = append(x.figures, f)
	}
}

func (r *phrase) hasItem() bool {
	for _, t := range r.terms {
		if t.item != "" {
			return true
		}
	}
	return false
}

func (r *phrase) hasColumn() bool {
	for _, t := range r.terms {
		if t.column != "" {
			return true
		}
	}
	return false
}
