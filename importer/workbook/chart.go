package workbook

// ChartDrawing selects the native Excel chart for the numbers of a ChartSheet.
type ChartDrawing int

// The drawings.
const (
	Lines       ChartDrawing = iota // a line for each column, over the rows
	Bars                            // a group of bars for each row
	StackedBars                     // a bar for each row, divided into the columns
	ShareBars                       // the same with bars of 100 %
	Dots                            // columns plotted over the column Across
	Shades                          // cells in shades of one colour
	SmallLines                      // a small line chart for each row
	Steps                           // from one total to another by changes
)

// ChartSheet is a chart in a workbook: words, a table, and a native chart of the table.
type ChartSheet struct {
	Title, Subtitle, Sentence, Note string
	Draws                           ChartDrawing
	Logarithmic                     bool // an axis of powers of ten
	Table                           ChartTable
	Drawn                           []int // indices of the columns that are drawn; nil draws all
	Across                          int   // of Dots, the column along the axis
	OwnScales                       bool  // of SmallLines
	Steps                           ChartTable
	Colors                          []string   // of the series, as 1F66AD
	Texts                           [][]string // the table as text, headings first
	TextTab                         string     // name of the sheet with Texts
}

// ChartTable holds the numbers of a chart.
type ChartTable struct {
	Head    string // heading of the names
	Columns []ChartColumn
	Rows    []ChartRow
}

// ChartColumn heads one column.
type ChartColumn struct {
	Name, Unit string
	Percent    bool // numbers are shares of 1
	Decimals   int
}

// ChartRow is one row; Cells are in the order of the columns.
type ChartRow struct {
	Name  string
	Cells []ChartCell
}

// ChartCell is a number, or the reason why there is none: the cell then holds
// Text instead of 0.
type ChartCell struct {
	Number float64
	Known  bool
	Text   string
}
