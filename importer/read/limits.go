package read

import "strings"

// Limits of one file. They are wide enough for a summary sheet of 100,000 rows
// by 60 columns (some 250 MB of XML, 6 million cells, 200 MB in memory), and
// bound what a hostile file can demand to less than 1 GB and a few seconds.
const (
	MaxFileBytes   = 256 << 20 // of the file itself
	maxZipEntries  = 2000
	maxZipBytes    = 768 << 20 // declared sizes of all entries together
	maxPartBytes   = 512 << 20 // of a part that is read as a stream
	maxIndexBytes  = 16 << 20  // of a part that lists other parts
	maxCells       = 8 << 20   // of all sheets of a file, gaps included
	maxTextBytes   = 128 << 20 // of all cells of a file
	maxSheets      = 1000
	maxXMLDepth    = 200
	maxXMLTag      = 1 << 20 // bytes of one tag
	maxSpan        = 1000    // rows or columns that one cell of a document spans
	maxTableDepth  = 20      // tables within tables
	maxGridRows    = 1 << 20 // of a spreadsheet, as Excel has it
	maxGridColumns = 1 << 14
	mostColumns    = 1 << 16  // the last column that a cell can be in, whatever the format
	maxPageBytes   = 32 << 20 // of a web page
	maxPageTags    = 1_000_000
	maxDocument    = 2 << 20 // paragraphs and cells of a document
	maxCellBytes   = 1 << 20 // of the text of one cell; Excel's own limit is 32,767 letters
	maxNamespaces  = 500     // declared around one place of an XML part
	maxTextColumns = 4096    // of a line of a text file
)

// budget is how much of the limits for all sheets of a file together is left.
type budget struct {
	cells, text int
	usual       int          // number of cells left when the file has used what every file may use
	large       func() error // called once when the file needs more; may be nil
}

// What a file may use while others are being read.
const (
	usualCells     = 256 << 10
	usualText      = 8 << 20
	UsualFileBytes = 32 << 20 // bytes of the file itself
)

func (b *budget) takeCells(n int) error {
	if b.cells -= n; b.cells < 0 {
		return tooLarge(ReasonCells)
	}
	if b.cells < b.usual {
		return b.grow()
	}
	return nil
}

func (b *budget) takeText(n int) error {
	if b.text -= n; b.text < 0 {
		return tooLarge(ReasonText)
	}
	if b.text < maxTextBytes-usualText {
		return b.grow()
	}
	return nil
}

// grow asks once whether the file may use more.
func (b *budget) grow() error {
	if b.large == nil {
		return nil
	}
	large := b.large
	b.large = nil
	return large()
}

// arena keeps the texts of many cells in few allocations.
type arena struct {
	block  strings.Builder
	next   int // size of the next block
	budget *budget
}

const (
	firstBlock = 2 << 10
	lastBlock  = 64 << 10
)

// keep returns p as a string that lives as long as its block.
func (a *arena) keep(p []byte) (string, error) {
	if len(p) <= 1 {
		return string(p), nil // Go does not allocate for these
	}
	if err := a.budget.takeText(len(p)); err != nil {
		return "", err
	}
	if len(p) > a.block.Cap()-a.block.Len() {
		a.next = min(max(2*a.next, firstBlock), lastBlock)
		if len(p) > a.next/4 {
			return string(p), nil
		}
		a.block = strings.Builder{}
		a.block.Grow(a.next)
	}
	start := a.block.Len()
	a.block.Write(p)
	return a.block.String()[start:], nil
}
