package importer

import (
	"regexp"
	"slices"
	"strings"

	"nianbao/importer/read"
)

// joinPages returns a document in which the tables that page breaks have split are whole
// again. The lines between the halves on every page, such as （续表） and — 4 —, become
// blank, and rows that lost the cells of merges that began on the page before move right,
// below the headings.
func joinPages(s *read.Sheet, words *vocabulary) *read.Sheet {
	j := pageJoiner{words: words, sheet: s, view: newView(s, false)}
	for i := range s.Rows {
		if s.Rows[i].Table > 0 && (i == 0 || s.Rows[i-1].Table != s.Rows[i].Table) {
			j.tables = append(j.tables, tableSpan{i, j.endOf(i)})
		}
	}
	for t := 1; t < len(j.tables); t++ {
		j.join(j.tables[t-1], j.tables[t])
	}
	return j.sheet
}

// tableSpan is the rows of a table of a document, [from, to).
type tableSpan struct{ from, to int }

// pageJoiner joins the tables of a document. It changes a copy.
type pageJoiner struct {
	words  *vocabulary
	sheet  *read.Sheet
	view   *view
	tables []tableSpan
	first  int // first row of the table joined so far
	copied bool
}

func (j *pageJoiner) endOf(i int) int {
	to := i
	for to < len(j.sheet.Rows) && j.sheet.Rows[to].Table == j.sheet.Rows[i].Table {
		to++
	}
	return to
}

// longestJoined is the number of rows beyond which a table is not joined: those of
// reports are short.
const longestJoined = 500

// join makes a table continue the one above, if it does.
func (j *pageJoiner) join(above, below tableSpan) {
	first := above.from
	if j.first < above.from && j.sheet.Rows[above.from].Continued {
		first = j.first
	}
	if above.to-first > longestJoined || below.to-below.from > longestJoined {
		return
	}
	for i := above.to; i < below.from; i++ {
		if !isPageFurniture(j.sheet.Rows[i].Cells[0].Text) {
			return
		}
	}
	rows, ok := j.continuation(tableSpan{first, above.to}, below)
	if !ok {
		return
	}
	if !j.copied {
		whole := *j.sheet
		whole.Rows = slices.Clone(whole.Rows)
		j.sheet, j.copied = &whole, true
		j.view = newView(j.sheet, false)
	}
	for i := above.to; i < below.from; i++ {
		j.sheet.Rows[i] = read.Row{Number: j.sheet.Rows[i].Number, Table: j.sheet.Rows[above.from].Table}
	}
	for _, r := range rows {
		j.sheet.Rows[r.row] = moved(j.sheet.Rows[r.row], r.by)
	}
	j.sheet.Rows[below.from].Continued = true
	j.first = first
}

// movedRow is a row of a continued table and by how many columns it moves right.
type movedRow struct{ row, by int }

// moved returns a row with its cells further right.
func moved(r read.Row, by int) read.Row {
	if by == 0 {
		return r
	}
	cells := make([]read.Cell, by, by+len(r.Cells))
	r.Cells = append(cells, r.Cells...)
	for k := range r.Cells {
		if r.Cells[k].Covered {
			r.Cells[k].OriginCol += uint16(by)
		}
	}
	r.Moved += int32(by)
	return r
}

// continuation reports whether the table below continues the rows of the one above, and
// how its rows must move. It may repeat the headings first.
func (j *pageJoiner) continuation(above, below tableSpan) (rows []movedRow, ok bool) {
	model, found := j.lastFigures(above)
	if !found {
		if model, found = j.underHeading(above.to - 1); !found {
			return nil, false
		}
	}
	i := below.from
	for i < below.to && j.repeatsHeading(above, i) {
		i++
	}
	if l := j.layoutOf(i); i < below.to && model.start == 0 {
		return nil, l.label == nil && l.values > 0 && l.cells == model.cells
	}
	repeated, known := i > below.from, false
	by := map[int]int{}
	for ; i < below.to; i++ {
		l := j.layoutOf(i)
		if l.label != nil && l.cells == 0 {
			break // a title or another heading
		}
		if l.label == nil {
			continue
		}
		if by[i] = model.start - l.start; by[i] < 0 {
			return nil, false
		}
		if !known && !repeated && l.cells == model.cells {
			if known = j.follows(model.label, l.label); !known {
				return nil, false
			}
		}
		rows = append(rows, movedRow{i, by[i]})
	}
	return rows, len(rows) > 0 && (known || repeated) && j.mergesAgree(below, by)
}

// rowLayout is the division of a row into labels and cells for figures.
type rowLayout struct {
	label  *phrase // the innermost, nil if there is none
	start  int     // column of the first cell for a figure
	cells  int     // for figures
	values int     // how many of them are filled
}

func (j *pageJoiner) layoutOf(i int) (l rowLayout) {
	for p := range j.view.pieces(i, 0, j.view.rowWidth(i)-1) {
		switch {
		case p.isBlank():
			l.cells++
		case j.words.isValue(p.cell):
			l.cells++
			l.values++
		default:
			l = rowLayout{label: j.words.lookUp(p.cell.Text), start: p.right + 1}
		}
	}
	return l
}

// lastFigures returns the layout of the last row with a label and figures, which
// may be blank.
func (j *pageJoiner) lastFigures(t tableSpan) (rowLayout, bool) {
	for i := t.to - 1; i >= t.from; i-- {
		if l := j.layoutOf(i); l.label != nil && (l.values > 0 || l.cells > 0 && l.label.itemTable() != "") {
			return l, true
		} else if l.label != nil && l.cells == 0 {
			break // headings
		}
	}
	return rowLayout{}, false
}

// underHeading returns the layout that the rows below a row of headings must
// have. Its label is nil.
func (j *pageJoiner) underHeading(i int) (l rowLayout, ok bool) {
	for p := range j.view.pieces(i, 0, j.view.rowWidth(i)-1) {
		r := j.words.lookUp(p.cell.Text)
		isColumn, _ := r.strength()
		switch isColumn = isColumn || isWeak(r.label.Text); {
		case isColumn && l.cells == 0:
			l.start, l.cells = p.left, 1
		case isColumn:
			l.cells++
		case l.cells > 0:
			return l, false
		}
	}
	return l, l.cells > 0
}

// repeatsHeading reports whether all texts of a row occur in rows above that have no
// figures.
func (j *pageJoiner) repeatsHeading(above tableSpan, i int) bool {
	texts := 0
	for p := range j.view.pieces(i, 0, j.view.rowWidth(i)-1) {
		if p.isBlank() {
			continue
		}
		if j.words.isValue(p.cell) || !isPageFurniture(p.cell.Text) && !j.isHeading(above, p.cell.Text) {
			return false
		}
		texts++
	}
	return texts > 0
}

func (j *pageJoiner) isHeading(t tableSpan, text string) bool {
	for i := t.from; i < t.to; i++ {
		if l := j.layoutOf(i); l.values > 0 {
			continue
		}
		for k := range j.sheet.Rows[i].Cells {
			if squeeze(j.sheet.Rows[i].Cells[k].Text) == squeeze(text) {
				return true
			}
		}
	}
	return false
}

// follows reports whether a label names an item of the form, after the last one above if
// there is one.
func (j *pageJoiner) follows(last, label *phrase) bool {
	if last == nil || !last.isKnown() {
		_, isItem := label.strength()
		return isItem
	}
	for t := range last.allTerms() {
		w := j.words.tables[t.table]
		for next := range label.allTerms() {
			if t.item != "" && next.table == t.table && next.item != "" && w.order[next.item] > w.order[t.item] {
				return true
			}
		}
	}
	return false
}

// mergesAgree reports whether the rows that a merge joins move alike.
func (j *pageJoiner) mergesAgree(t tableSpan, by map[int]int) bool {
	for i := t.from; i < t.to; i++ {
		for k := range j.sheet.Rows[i].Cells {
			if c := &j.sheet.Rows[i].Cells[k]; c.Covered && by[int(c.OriginRow)] != by[i] {
				return false
			}
		}
	}
	return true
}

var (
	pageNumber    = regexp.MustCompile(`^[-—–―－_·.~～|()（）\[\]【】]*(第|共|page|p\.?)?[0-9一二三四五六七八九十]{1,4}(页|of)?([/／,，;；、|]?(第|共|of)?[0-9一二三四五六七八九十]{1,4}页?)?[-—–―－_·.~～|()（）\[\]【】]*$`)
	continuedWord = regexp.MustCompile(`^[(（\[【]?(上?接|续|承|转|见|上|下)(上|下|前|后)?(一)?(表|页)?(续|转)?[)）\]】]?[:：]?$`)
)

// isPageFurniture reports whether a line between two tables only marks the end of a page:
// its number, （续表）, a title followed by （续）.
func isPageFurniture(text string) bool {
	text = strings.ToLower(squeeze(text))
	if text == "" || pageNumber.MatchString(text) || continuedWord.MatchString(text) {
		return true
	}
	const longest = 60 // characters
	if len([]rune(text)) > longest {
		return false
	}
	for _, word := range []string{"(续)", "(续表)", "(接上页)", "(接上表)", "(续上页)", "(续上表)", "(转下页)"} {
		if strings.HasPrefix(text, word) || strings.HasSuffix(text, word) {
			return true
		}
	}
	rest, found := strings.CutPrefix(text, "续表")
	return found && strings.Trim(rest, "0123456789一二三四五六七八九十-.:() ") == ""
}
