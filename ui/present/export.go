package present

import (
	"context"
	"strings"

	"nianbao/data/form"
	"nianbao/importer/workbook"
)

// MostCells is how many cells are copied, or summed up, at a time.
const MostCells = 2_000_000

// Export is a table that the user can take out of the program, and how to write it.
type Export struct {
	Name     string      // suggested file name, without extension
	About    [][2]string // what the table contains: name and text of each line
	Rows     int
	Cells    int
	HasYears bool // its rows belong to years, so that it can become one file per year
	Typed    bool // its columns have types, so that it can become Parquet
	Write    func(ctx context.Context, to Destination, progress func(done, total int)) (rows int, err error)
	Text     func(ctx context.Context) (string, error) // for the clipboard
}

// Destination is where a table is written, and how.
type Destination struct {
	Path     string
	Encoding workbook.TextEncoding
	ByYear   bool
}

// DocumentText is a table as text for the clipboard.
func DocumentText(t workbook.Table) (string, error) {
	var b strings.Builder
	err := workbook.WriteTableTSV(&b, t)
	return b.String(), err
}

// Count writes a count with commas between thousands.
func Count(n int) string { return form.Count(int64(n)).Grouped() }
