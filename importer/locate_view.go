package importer

import (
	"iter"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/data/form"
)

// view shows a sheet as it is, or with rows and columns exchanged.
type view struct {
	sheet         *sheet
	base          int // row of the sheet that the view's first one is
	flipped       bool
	height, width int
	outside       cell            // what stands outside of the sheet: nothing
	names         strings.Builder // addresses, which share its memory
}

func newView(s *sheet, flipped bool) *view {
	v := &view{sheet: s, flipped: flipped, height: len(s.rows)}
	for _, r := range s.rows {
		v.width = max(v.width, len(r.cells))
	}
	if flipped {
		v.height, v.width = v.width, v.height
	}
	return v
}

// at returns the cell at a place of the view; an empty one outside.
func (v *view) at(i, j int) *cell {
	if v.flipped {
		i, j = j, i
	}
	if i < 0 || i >= len(v.sheet.rows) || j < 0 || j >= len(v.sheet.rows[i].cells) {
		return &v.outside
	}
	return &v.sheet.rows[i].cells[j]
}

// origin returns the place whose cell covers a place.
func (v *view) origin(i, j int) (int, int) {
	c := v.at(i, j)
	if !c.cover {
		return i, j
	}
	row, col := int(c.originRow)-v.base, int(c.originCol)
	if row < 0 || row >= len(v.sheet.rows) {
		return i, j // the merge begins outside the part that is shown
	}
	if v.flipped {
		return col, row
	}
	return row, col
}

// partView shows the rows of a sheet from up to, but not including, to.
func partView(s *sheet, from, to int, flipped bool) *view {
	v := newView(&sheet{name: s.name, hidden: s.hidden, rows: s.rows[from:to]}, flipped)
	v.base = from
	return v
}

// piece is a run of places in one row of a view that one cell fills.
type piece struct {
	left, right  int
	cell         *cell
	fromRow, col int // origin
}

func (p piece) isBlank() bool { return isBlankText(p.cell.text) && p.cell.kind == textCell }

// pieces returns the cells of row i from column left to right, merged ones
// once. Blank cells are pieces too.
func (v *view) pieces(i, left, right int) iter.Seq[piece] {
	return func(yield func(piece) bool) {
		for j := left; j <= right; {
			p := v.pieceAt(i, j, right)
			if !yield(p) {
				return
			}
			j = p.right + 1
		}
	}
}

// pieceAt returns the piece of row i that begins at column j and ends at last
// or before.
func (v *view) pieceAt(i, j, last int) piece {
	p := piece{left: j, right: j, cell: v.at(i, j)}
	p.fromRow, p.col = v.origin(i, j)
	for p.right < last && v.at(i, p.right+1).cover {
		if r, c := v.origin(i, p.right+1); r != p.fromRow || c != p.col {
			break
		}
		p.right++
	}
	return p
}

// allPieces returns pieces as a list.
func (v *view) allPieces(i, left, right int) []piece {
	all := make([]piece, 0, max(right-left+1, 0))
	for p := range v.pieces(i, left, right) {
		all = append(all, p)
	}
	return all
}

// rowWidth is the number of places row i has.
func (v *view) rowWidth(i int) int {
	if v.flipped {
		return v.width
	}
	if i < 0 || i >= len(v.sheet.rows) {
		return 0
	}
	return len(v.sheet.rows[i].cells)
}

// isText reports that row i is a paragraph of running text.
func (v *view) isText(i int) bool {
	return !v.flipped && i < len(v.sheet.rows) && v.sheet.rows[i].text
}

// source names a place for people. Places below the last row have the address
// they would have.
func (v *view) source(i, j int) form.Source {
	if v.flipped {
		i, j = j, i
	}
	if i < len(v.sheet.rows) && i >= 0 && v.sheet.rows[i].table == 0 && !v.sheet.rows[i].text {
		from := v.names.Len()
		var room [24]byte
		v.names.Write(strconv.AppendInt(appendColumn(room[:0], j), int64(v.sheet.rows[i].number), 10))
		return form.Source{Sheet: v.sheet.name, Cell: v.names.String()[from:]}
	}
	at := v.sheet.address(i, j)
	if n := len(v.sheet.rows); at == "" && n > 0 {
		at = columnName(j) + strconv.Itoa(v.sheet.rows[n-1].number+1+i-n)
	}
	return form.Source{Sheet: v.sheet.name, Cell: at}
}

// appendAddress appends what source names a place; letters are those of column
// j, worked out beforehand.
func (v *view) appendAddress(to []byte, i, j int, letters string) []byte {
	if !v.flipped && i < len(v.sheet.rows) {
		if r := &v.sheet.rows[i]; r.table == 0 && !r.text {
			return strconv.AppendInt(append(to, letters...), int64(r.number), 10)
		}
	}
	return append(to, v.source(i, j).Cell...)
}

// isBlankText reports that a text shows nothing: spaces of any kind, invisible
// characters.
func isBlankText(s string) bool {
	for _, r := range s {
		if isOrdinary(r) {
			return false
		}
		if !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r) {
			return false
		}
	}
	return true
}

// isValue reports that a cell stands where a figure could: a number, a formula,
// a dash. Labels and running text are none.
func isValue(c *cell) bool {
	switch {
	case c.kind != textCell:
		return true
	case c.text == "" || len(c.text) > maxLabel:
		return false
	}
	if beginsWord(c.text) {
		return false
	}
	status := valueOf(*c, &form.Column{Unit: "件"}, "").status
	return status == form.StatusNumber || status == form.StatusNA || status == form.StatusNoted
}

// beginsWord reports that a text begins as no figure does: with a letter or a
// Chinese character other than those of 无 and 不适用, or with a bracket.
func beginsWord(text string) bool {
	if first := text[0]; first < utf8.RuneSelf {
		return first >= 'A'
	}
	r, _ := utf8.DecodeRuneInString(text)
	return r >= '一' && r <= '龥' && r != '无' && r != '不' || r == '（'
}

// isNumbering reports that texts run 1, 2, 3 …: a row that numbers columns.
func isNumbering(pieces iter.Seq[piece]) bool {
	n := 0
	for p := range pieces {
		if p.isBlank() {
			continue
		}
		n++
		text := strings.Trim(tidy(p.cell.text), "()[]. ")
		if text != strconv.Itoa(n) {
			return false
		}
	}
	return n >= 3
}
