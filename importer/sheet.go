package importer

import (
	"fmt"
	"slices"
	"strconv"
)

// sheet is what every reader yields: a grid of text cells with merges spread,
// and the address of each. A document with running text (Word, web page) is
// one sheet: each paragraph a row of one cell, the rows of its tables in
// between, in reading order.
type sheet struct {
	name   string
	hidden bool
	rows   []row
	// hiddenCols[j] is true for a hidden column; columns beyond it are shown.
	hiddenCols []bool
}

// row is one line of a sheet. Rows may differ in length.
type row struct {
	cells  []cell
	number int  // 1-based line in the spreadsheet, or in its table
	table  int  // 1-based number of the table in a document; 0 in spreadsheets
	text   bool // a paragraph of running text, not a row of a table
	hidden bool
}

// cell is one cell of the grid. A merged cell stands in each place it covers.
type cell struct {
	text  string // as found: stored value of numbers, no trimming
	kind  cellKind
	cover bool // covered by a merge whose origin is elsewhere
	// originRow and originCol lead to the merge's origin when cover is set, as
	// indices into sheet.rows and row.cells.
	originRow, originCol int32
}

// cellKind says how the file holds a cell.
type cellKind uint8

const (
	textCell       cellKind = iota // text, or nothing
	numberCell                     // a stored number; text holds it unrounded
	noValueFormula                 // a formula without a cached value: unknown, never 0
	errorCell                      // #REF!, #DIV/0! and the like
)

// colHidden tells whether column j is hidden.
func (s *sheet) colHidden(j int) bool { return j >= 0 && j < len(s.hiddenCols) && s.hiddenCols[j] }

// at returns the cell at row i, column j; an empty one outside the grid.
func (s *sheet) at(i, j int) cell {
	if i < 0 || i >= len(s.rows) || j < 0 || j >= len(s.rows[i].cells) {
		return cell{}
	}
	return s.rows[i].cells[j]
}

// address names the place of a cell for people: H23 in a spreadsheet, a
// readable place in a document. A covered cell has the address of its own
// place. Rows of spreadsheets are counted without gaps, so that the blank
// places below the last one have addresses, too.
func (s *sheet) address(i, j int) string {
	if i < 0 || i >= len(s.rows) && len(s.rows) > 0 && (s.rows[0].text || s.rows[0].table > 0) {
		return ""
	}
	if i >= len(s.rows) {
		return columnName(j) + strconv.Itoa(i+1)
	}
	switch r := s.rows[i]; {
	case r.text:
		return fmt.Sprintf("第%d段", r.number)
	case r.table > 0:
		return fmt.Sprintf("表%d第%d行第%d列", r.table, r.number, j+1)
	default:
		return columnName(j) + strconv.Itoa(r.number)
	}
}

// columnName returns A for 0, Z for 25, AA for 26.
func columnName(col int) string { return string(appendColumn(nil, col)) }

func appendColumn(to []byte, col int) []byte {
	from := len(to)
	for col++; col > 0; col = (col - 1) / 26 {
		to = append(to, byte('A'+(col-1)%26))
	}
	slices.Reverse(to[from:])
	return to
}
