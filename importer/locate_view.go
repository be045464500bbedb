package importer

import (
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// view shows a sheet, unchanged or with rows and columns exchanged.
type view struct {
	sheet         *read.Sheet
	base          int // row of the sheet at which the view begins
	flipped       bool
	height, width int
	outside       read.Cell       // returned for positions outside the sheet
	names         strings.Builder // shared memory for the addresses
	// A view of rearranged cells has the sheet that they come from, and their positions
	// in it.
	whole *read.Sheet
	spots map[[2]int][2]int
}

func newView(s *read.Sheet, flipped bool) *view {
	v := &view{sheet: s, flipped: flipped, height: len(s.Rows)}
	for _, r := range s.Rows {
		v.width = max(v.width, len(r.Cells))
	}
	if flipped {
		v.height, v.width = v.width, v.height
	}
	return v
}

// at returns a cell of the view, an empty one if it is outside.
func (v *view) at(i, j int) *read.Cell {
	if v.flipped {
		i, j = j, i
	}
	if i < 0 || i >= len(v.sheet.Rows) || j < 0 || j >= len(v.sheet.Rows[i].Cells) {
		return &v.outside
	}
	return &v.sheet.Rows[i].Cells[j]
}

// origin returns the position of the cell that covers a position.
func (v *view) origin(i, j int) (int, int) {
	c := v.at(i, j)
	if !c.Covered {
		return i, j
	}
	row, col := int(c.OriginRow)-v.base, int(c.OriginCol)
	if row < 0 || row >= len(v.sheet.Rows) {
		return i, j // the merge begins outside the visible part
	}
	if v.flipped {
		return col, row
	}
	return row, col
}

// partView shows rows [from, to) of a sheet.
func partView(s *read.Sheet, from, to int, flipped bool) *view {
	v := newView(&read.Sheet{Name: s.Name, Hidden: s.Hidden, Rows: s.Rows[from:to], Columns: s.Columns}, flipped)
	v.base = from
	return v
}

// piece is a run of positions in one row of a view that one cell covers.
type piece struct {
	left, right  int
	cell         *read.Cell
	fromRow, col int // origin
}

func (p piece) isBlank() bool { return read.IsBlank(p.cell.Text) && p.cell.Kind == read.TextCell }

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
	for p.right < last && v.at(i, p.right+1).Covered {
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

// rowWidth is the number of cells in row i.
func (v *view) rowWidth(i int) int {
	if v.flipped {
		return v.width
	}
	if i < 0 || i >= len(v.sheet.Rows) {
		return 0
	}
	return len(v.sheet.Rows[i].Cells)
}

// isText reports whether row i is a paragraph of running text.
func (v *view) isText(i int) bool {
	return !v.flipped && i < len(v.sheet.Rows) && v.sheet.Rows[i].Paragraph
}

// source returns the address of a position. Positions below the last row have the address
// that they would have.
func (v *view) source(i, j int) form.Source {
	if v.spots != nil {
		spot := v.spots[[2]int{i, j}]
		return form.Source{Sheet: v.whole.Name, Cell: v.whole.Address(spot[0], spot[1])}
	}
	if v.flipped {
		i, j = j, i
	}
	if i < len(v.sheet.Rows) && i >= 0 && v.sheet.Rows[i].Table == 0 && !v.sheet.Rows[i].Paragraph {
		from := v.names.Len()
		var room [24]byte
		v.names.Write(strconv.AppendInt(read.AppendColumnName(room[:0], v.sheet.ColumnInFile(j)), int64(v.sheet.Rows[i].Number), 10))
		return form.Source{Sheet: v.sheet.Name, Cell: v.names.String()[from:]}
	}
	at := v.sheet.Address(i, j)
	if n := len(v.sheet.Rows); at == "" && n > 0 {
		at = read.ColumnName(v.sheet.ColumnInFile(j)) + strconv.Itoa(v.sheet.Rows[n-1].Number+1+i-n)
	}
	return form.Source{Sheet: v.sheet.Name, Cell: at}
}

// isAbsent reports whether a view of rearranged cells has no cell at a position.
func (v *view) isAbsent(i, j int) bool {
	if v.spots == nil {
		return false
	}
	_, ok := v.spots[[2]int{i, j}]
	return !ok
}

// appendAddress appends the address of source; letters is the name of column j, which the
// caller computes once.
func (v *view) appendAddress(to []byte, i, j int, letters string) []byte {
	if !v.flipped && v.spots == nil && i < len(v.sheet.Rows) {
		if r := &v.sheet.Rows[i]; r.Table == 0 && !r.Paragraph {
			return strconv.AppendInt(append(to, letters...), int64(r.Number), 10)
		}
	}
	return append(to, v.source(i, j).Cell...)
}

// isValue reports whether a cell could be a figure: a number, a formula, a
// dash. Labels and running text are not.
func isValue(c *read.Cell) bool {
	switch {
	case c.Kind != read.TextCell:
		return true
	case c.Text == "" || len(c.Text) > maxLabel:
		return false
	}
	if beginsWord(c.Text) {
		return false
	}
	status := read.ValueOf(*c, &form.Column{Unit: "件"}, "").Status
	return status == form.StatusNumber || status == form.StatusNA || status == form.StatusNoted
}

// beginsWord reports whether a text begins with something with which no figure begins: a
// letter, a bracket, or a Chinese character other than those of 无 and 不适用.
func beginsWord(text string) bool {
	if first := text[0]; first < utf8.RuneSelf {
		return first >= 'A'
	}
	r, _ := utf8.DecodeRuneInString(text)
	return r >= '一' && r <= '龥' && r != '无' && r != '不' || r == '（'
}

// isNumbering reports whether texts run 1, 2, 3 …, as in a row that numbers the
// columns.
func isNumbering(pieces iter.Seq[piece]) bool {
	n := 0
	for p := range pieces {
		if p.isBlank() {
			continue
		}
		n++
		text := strings.Trim(read.Tidy(p.cell.Text), "()[]. ")
		if text != strconv.Itoa(n) {
			return false
		}
	}
	return n >= 3
}
