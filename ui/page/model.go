// Package page draws a printed form on the screen: merged cells as on paper,
// figures in some of them, and marks on those that take part in a calculation.
//
// It knows cells, texts and marks, and must not know what the form means or where its
// figures come from.
package page

// Block is a table of merged cells, or a line of text, as wide as the page.
type Block struct {
	Columns []float32 // shares of the page's width
	Cells   []Cell
	Ruled   bool    // hairlines around all cells
	Above   float32 // gap over the block
}

// Cell is one cell. Rows and columns count from 0 within the block and include both ends; a cell
// that spans several of them is a merged one.
type Cell struct {
	Top, Left, Bottom, Right int
	Text                     string
	Style                    Style
	Kind                     Kind   // of a figure
	Below                    string // a faint line under a figure
	BelowTone                Tone
	Was                      string // former value of a corrected figure, on a line below it
	Mark                     Mark
}

// Style is how a cell is drawn.
type Style uint8

// The styles of cells. Only figures can be clicked.
const (
	Figure Style = iota
	Title
	Heading // of a section
	Head    // of a table
	Label
	Prose // a paragraph
)

// Kind is the kind of a figure's content; each looks different.
type Kind uint8

// The kinds of figures.
const (
	Number   Kind = iota // a number, 0 included
	Noted                // a number with a note beside it
	Odd                  // something other than a number
	Blank                // an empty cell
	NotAsked             // the report says not applicable
	Missing              // not in the file
)

// Tone colours the line below a figure.
type Tone uint8

// The tones.
const (
	Quiet   Tone = iota
	Rising       // more than it was
	Falling      // less than it was
)

// Mark is the role of a figure in the calculation shown; with the zero Mark it has none.
type Mark struct {
	Number   int    // its number in the arithmetic, 0 for none
	Outlined bool   // takes part
	Light    bool   // takes part but adds nothing
	OnBelow  bool   // the line below the figure takes part, not the figure
	Wrong    bool   // to be changed
	Proposed string // the proposed value
}
