package importer

import (
	"strconv"
	"strings"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// mark is a cell of a line with a text that occurs in the form.
type mark struct {
	left, right int
	phrase      *phrase
}

// line is what one row of a view holds.
type line struct {
	marks  []mark
	cells  int   // cells that are not blank, merged ones once
	values int   // cells that could be figures
	at     []int // their columns
	text   bool
	title  bool // the heading of a section or table, or a title
	bodies bool // a cell heads a column of names of bodies
	years  int  // cells that are a year: 2023, 2023年
	// numbered is how many cells side by side are one word with a running
	// number: 数据1, 数据2, …
	numbered int
	stem     string
}

// lineAt looks at one row.
func (v *view) lineAt(i int, words *vocabulary, l *line) {
	l.text = v.isText(i)
	width := v.rowWidth(i)
	var only *phrase
	for j := 0; j < width; j++ {
		c := v.at(i, j)
		if c.Text == "" && c.Kind == read.TextCell {
			continue
		}
		left := j
		if c.Covered {
			oi, oj := v.origin(i, j)
			for j+1 < width && v.at(i, j+1).Covered {
				if ni, nj := v.origin(i, j+1); ni != oi || nj != oj {
					break
				}
				j++
			}
		} else {
			for j+1 < width && v.at(i, j+1).Covered {
				if ni, nj := v.origin(i, j+1); ni != i || nj != left {
					break
				}
				j++
			}
		}
		if c.Kind == read.TextCell && read.IsBlank(c.Text) {
			continue
		}
		l.cells++
		if c.Kind != read.TextCell || !mayBeLabel(c.Text) {
			if yearCell(c.Text) != 0 {
				l.years++
			} else if isValue(c) {
				l.values++
				l.at = append(l.at, left)
			}
			continue
		}
		r := words.lookUp(c.Text)
		only = r
		switch {
		case len(r.terms) > 0 || len(r.parts) > 0 || r.foreign:
			l.marks = append(l.marks, mark{left, j, r})
		case yearCell(c.Text) != 0:
			l.years++
		case r.value:
			l.values++
			l.at = append(l.at, left)
		case headsNames(r.label.Text):
			l.bodies = true
		}
		l.countNumbered(c.Text)
	}
	if l.cells == 1 && only != nil && l.values == 0 {
		l.title = isTitle(only)
	}
}

// headsNames reports whether a text is the heading of a column of names of bodies, and
// not itself a name.
func headsNames(text string) bool {
	if !headWord(text, unitHeads) {
		return false
	}
	_, isBody := parseBody(text)
	return !isBody
}

// countNumbered counts headings that are one word with a running number.
func (l *line) countNumbered(text string) {
	if !endsInDigit(text) {
		return
	}
	text = squeeze(text)
	if word, ok := strings.CutSuffix(text, "1"); ok && word != "" && !endsInDigit(word) {
		l.stem, l.numbered = word, 1
	} else if l.stem != "" && text == l.stem+strconv.Itoa(l.numbered+1) {
		l.numbered++
	}
}

func endsInDigit(s string) bool { return s != "" && read.IsDigit(s[len(s)-1]) }

// clauseWord begins the headings of the tables of section 二.
const clauseWord = "第二十条"

// isTitle reports whether a text that is alone in its row is the heading of a section or
// table, which ends the table above it.
func isTitle(r *phrase) bool {
	text := r.label.Text
	switch {
	case strings.HasPrefix(text, clauseWord):
		return true
	case len(r.terms) > 0:
		return false
	}
	for _, word := range []string{"政府信息", "情况", "年度报告", "问题", "其他需要报告"} {
		if strings.Contains(text, word) && !strings.Contains(text, "勾稽") && text != form.CornerKinds {
			return true
		}
	}
	return false
}

// yearCell returns the year if a cell consists of one (2023, 2023年, 2023年度),
// else 0.
func yearCell(text string) int {
	if len(text) < 4 || len(text) > 24 {
		return 0
	}
	s := strings.TrimSuffix(strings.TrimSuffix(read.Tidy(text), "度"), "年")
	if len(s) != 4 || s[:2] != "20" || !read.IsDigit(s[2]) || !read.IsDigit(s[3]) {
		return 0
	}
	return 2000 + int(s[2]-'0')*10 + int(s[3]-'0')
}

// isHead reports whether the line names columns side by side.
func (l *line) isHead() bool {
	if l.text {
		return false
	}
	columns, alone, items, lines := 0, 0, 0, map[string]bool{}
	for _, m := range l.marks {
		isColumn, isItem := m.phrase.strength()
		switch {
		case isColumn:
			columns++
			if m.phrase.standsAlone() {
				alone++
			}
		case isItem && !lines[m.phrase.label.Text]:
			lines[m.phrase.label.Text] = true
			items++
		}
	}
	const kinds, many = 6, 3
	if l.values > 0 {
		return (columns >= many || items >= many) && !l.hasValueAmongMarks()
	}
	return columns >= 2 || l.numbered == kinds || alone == 1 && items == 0 || items >= 2 || items+columns > 0 && l.bodies
}

// hasValueAmongMarks reports whether there is a number between the known texts. A number
// far from them is a note that says nothing about the row.
func (l *line) hasValueAmongMarks() bool {
	for _, j := range l.at {
		if j >= l.marks[0].left && j <= l.marks[len(l.marks)-1].right+1 {
			return true
		}
	}
	return false
}

// standsAlone reports whether a column can be the only one of its table, which is
// impossible in sections 三 and 四.
func (r *phrase) standsAlone() bool {
	for _, t := range r.terms {
		if t.table == form.ApplicationsTable || t.table == form.ReviewTable {
			return false
		}
	}
	return true
}

// strength reports whether a phrase unambiguously names a column or an item. 总计 and 其他 occur
// too often in the form to do so.
func (r *phrase) strength() (isColumn, isItem bool) {
	terms := r.terms
	if len(r.parts) > 0 || r.foreign {
		return false, true // a joined label names a row of figures
	}
	isBoth := false // an item with its column, like 处罚决定数
	for _, t := range terms {
		switch {
		case t.item == "":
			isColumn = isColumn || t.column != ""
		case t.column != "":
			isBoth = true
		case !t.group:
			isItem = true
		}
	}
	isItem = isItem || isBoth && !isColumn
	if isColumn && isItem || isWeak(r.label.Text) {
		return false, false
	}
	return isColumn, isItem
}

// isWeak reports whether a label occurs in several parts of the form.
func isWeak(text string) bool {
	switch text {
	case "其他", "总计", "合计", "结果", "其他处理其他":
		return true
	}
	return false
}
