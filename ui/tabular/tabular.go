// Package tabular defines the content of one cell and one heading of a table, whoever
// draws or writes them: the grid of the window, a workbook, a text file.
package tabular

// Column is the heading of one column.
type Column struct {
	ID      string // the column's width is saved under it
	Title   string
	Unit    string  // printed once, under the title
	Group   string  // heading over neighbouring columns of the same group; "" for none
	Width   float32 // 0: as wide as the title and the first rows need
	Numeric bool    // aligned right
	Tip     string  // what the column is, for the pointer; "" for nothing more than the title
}

// Cell is the content of one row and column.
type Cell struct {
	Text string
	Kind Kind
	Tone Tone
	Bold bool
	Head bool // drawn on the background of headings: the first row of a group
}

// Kind is the kind of a cell's content. Each kind looks different, so that nobody takes a
// figure that was not reported for a zero.
type Kind uint8

// The kinds of cells.
const (
	Text     Kind = iota // a label
	Number               // a number, 0 included
	Noted                // a number with a note beside it in the report: a mark in the corner
	Odd                  // something other than a number, kept as printed
	Blank                // an empty cell of a report
	NotAsked             // the report says not applicable
	Missing              // there is no report
	Loading              // not fetched yet
	Unticked             // a box to tick
	Ticked               // the same, ticked
)

// Tone colours a cell's text.
type Tone uint8

// The tones of text.
const (
	Plain  Tone = iota
	Quiet       // secondary
	Rising      // more than last year
	Falling
	Failed // an identity that does not hold
	Doubtful
)

// Marks are the texts of cells that have no text of their own, by kind.
type Marks struct{ Blank, NotAsked, Missing, Loading string }
