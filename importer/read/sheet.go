package read

import (
	"fmt"
	"slices"
	"strconv"
)

// Sheet is what every reader returns: a grid of text cells with merges filled in. A
// document with running text (Word, web page) is one sheet in reading order: each
// paragraph is a row with one cell, between the rows of the tables.
type Sheet struct {
	Name   string
	Hidden bool
	Rows   []Row
	// HiddenColumns[j] is set for a hidden column; columns beyond it are shown.
	HiddenColumns []bool
	// Columns maps the columns of Rows to those of the file, if some were left out; else
	// nil.
	Columns []int
}

// Row is one line of a sheet. Rows may differ in length.
type Row struct {
	Cells     []Cell
	Number    int   // 1-based line in the spreadsheet, in its table, or in the table's part on its page
	Page      int   // 1-based page of a printed document; 0 in others
	Table     int   // 1-based number of the table in a document; 0 in spreadsheets
	Moved     int32 // columns by which its cells are further right than in the file
	Paragraph bool  // a paragraph of running text, not a row of a table
	Hidden    bool
	Continued bool // the first row of a table that continues from the page before
}

// Cell is one cell of the grid. A merged cell is repeated at every position
// that it covers.
type Cell struct {
	Text string // unchanged and untrimmed, without struck-out text; for a number, the stored value
	// Look is the appearance of the cell if that changes its meaning, else nil.
	Look *Look
	// OriginRow and OriginCol are the position of the merge's origin if Covered is
	// set, as indices into Sheet.Rows and Row.Cells.
	OriginRow int32
	OriginCol uint16
	Covered   bool // covered by a merge whose origin is elsewhere
	Vague     bool // printed in a way that makes its digits uncertain
	Kind      CellKind
}

// CellKind says how the file stores a cell.
type CellKind uint8

const (
	TextCell       CellKind = iota // text, or nothing
	NumberCell                     // a stored number; Text holds it unrounded
	noValueFormula                 // a formula without a cached value: unknown, never 0
	errorCell                      // #REF!, #DIV/0! and the like
)

// IsColumnHidden reports whether column j is hidden.
func (s *Sheet) IsColumnHidden(j int) bool {
	return j >= 0 && j < len(s.HiddenColumns) && s.HiddenColumns[j]
}

// At returns the cell in row i, column j; outside the grid it is an empty one.
func (s *Sheet) At(i, j int) Cell {
	if i < 0 || i >= len(s.Rows) || j < 0 || j >= len(s.Rows[i].Cells) {
		return Cell{}
	}
	return s.Rows[i].Cells[j]
}

// Address returns the address of a cell for people: H23 in a spreadsheet, a readable
// position in a document. A covered cell has the address of its own position. Rows below
// the last one of a spreadsheet have addresses too.
func (s *Sheet) Address(i, j int) string {
	if i < 0 || i >= len(s.Rows) && len(s.Rows) > 0 && (s.Rows[0].Paragraph || s.Rows[0].Table > 0) {
		return ""
	}
	j = s.ColumnInFile(j)
	if i >= len(s.Rows) {
		return ColumnName(j) + strconv.Itoa(i+1)
	}
	switch r := s.Rows[i]; {
	case r.Paragraph && r.Page > 0:
		return fmt.Sprintf("第%d页 第%d段", r.Page, r.Number)
	case r.Page > 0:
		return fmt.Sprintf("第%d页 表%d 行%d 列%d", r.Page, r.Table, r.Number, j+1)
	case r.Paragraph:
		return fmt.Sprintf("第%d段", r.Number)
	case r.Table > 0:
		return fmt.Sprintf("表%d第%d行第%d列", r.Table, r.Number, j+1-int(r.Moved))
	default:
		return ColumnName(j) + strconv.Itoa(r.Number)
	}
}

// ColumnInFile returns the number in the file of a column of the sheet.
func (s *Sheet) ColumnInFile(j int) int {
	switch n := len(s.Columns); {
	case n == 0:
		return j
	case j < n:
		return s.Columns[j]
	default:
		return s.Columns[n-1] + 1 + j - n
	}
}

// ColumnName returns the letters of a column: A for 0, Z for 25, AA for 26.
func ColumnName(col int) string { return string(AppendColumnName(nil, col)) }

// AppendColumnName appends the result of ColumnName.
func AppendColumnName(to []byte, col int) []byte {
	from := len(to)
	for col++; col > 0; col = (col - 1) / 26 {
		to = append(to, byte('A'+(col-1)%26))
	}
	slices.Reverse(to[from:])
	return to
}
