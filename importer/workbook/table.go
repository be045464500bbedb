package workbook

import (
	"errors"
	"iter"

	"nianbao/data/form"
)

// Table is a table to be written as a workbook or as text.
type Table struct {
	Title   string
	Sheet   string // name of its sheet, "" for the title
	Columns []TableColumn
	Frozen  int // columns that stay in view, which name the row
	Rows    iter.Seq2[[]TableCell, error]
	Total   []TableCell // nil: there is no total row
	Alarm   string      // text that is shown in red
	Notes   []TableNote // filters, definitions, legend: on a second sheet
	NoteTab string      // name of that sheet
	Behind  []Table     // on separate sheets at the end of a workbook, without their notes
}

// TableColumn is the heading of a column. Neighbours with equal Heading share one merged
// heading; a column without one has a heading two rows high.
type TableColumn struct {
	Heading string
	Title   string
	Unit    string // added to the title in brackets
	Numeric bool   // its cells are aligned right
	Width   int    // minimum width in digits
	NotZero bool   // numbers other than 0 are shown in red
}

// TableNote is a line of the notes.
type TableNote struct{ Name, Text string }

// TableCell is one cell. The zero TableCell is empty.
type TableCell struct {
	Kind   TableCellKind
	Text   string      // of a text
	Number form.Number // of a number or a difference
	Share  float64     // of a share: 0.5 is 50 %
	// Formula, if not "", computes the cell in a workbook; the rest is its result.
	Formula string
}

// TableCellKind is the kind of a cell's content.
type TableCellKind int

// The kinds of cells.
const (
	EmptyCell      TableCellKind = iota
	TextCell                     // text, possibly instead of a number: 未填
	NumberCell                   // an exact number
	ShareCell                    // a share, shown in % with one decimal
	DifferenceCell               // a change, shown with its sign
	PercentCell                  // Number is in %: shown with its sign and one decimal
	PointsCell                   // Number is in 百分点: shown with its sign and one decimal
	FloatCell                    // Share without a format; Text is its form in a text file
	NameCell                     // a number that is a name, such as a year: without commas
)

// ErrTooManyRows is returned if a sheet cannot hold the table.
var ErrTooManyRows = errors.New("a sheet holds at most 1,048,576 rows")

// hasHeadings reports whether the table has a line of merged headings.
func (t *Table) hasHeadings() bool {
	for _, c := range t.Columns {
		if c.Heading != "" {
			return true
		}
	}
	return false
}

// name returns a column's title with its unit.
func (c TableColumn) name() string {
	if c.Unit == "" {
		return c.Title
	}
	return c.Title + "（" + c.Unit + "）"
}

// fullName returns the single heading of a column in a text file.
func (c TableColumn) fullName() string {
	if c.Heading == "" || c.Heading == c.Title {
		return c.name()
	}
	return c.Heading + "·" + c.name()
}

// sheet is the name of the table's sheet.
func (t *Table) sheet() string {
	if t.Sheet != "" {
		return sheetName(t.Sheet)
	}
	return sheetName(t.Title)
}
