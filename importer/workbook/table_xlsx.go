package workbook

import (
	"fmt"
	"io"
	"nianbao/importer/read"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// mostSheetRows is the number of rows of a sheet. The title, the headings and the total
// need four of them.
const (
	mostSheetRows = 1 << 20
	MostTableRows = mostSheetRows - 4 // of a table written as a workbook
)

// WriteTable writes a table as a workbook: the title, merged headings that stay
// in view with the first columns, the rows, the total, and the notes on a
// second sheet. Rows are written as they arrive, so that there can be many. It
// returns ErrTooManyRows if a sheet cannot hold them.
func WriteTable(w io.Writer, t Table) error {
	f := excelize.NewFile()
	defer f.Close()
	tw := &tableWriter{file: f, table: &t}
	if err := tw.write(); err != nil {
		return fmt.Errorf("write table: %w", err)
	}
	if err := f.Write(w); err != nil {
		return fmt.Errorf("write table: %w", err)
	}
	return nil
}

// tableWriter writes one table into a workbook.
type tableWriter struct {
	file   *excelize.File
	table  *Table
	name   string // of the sheet
	styles tableStyles
	stream *excelize.StreamWriter
	row    int // the last one written, from 1
}

func (tw *tableWriter) write() (err error) {
	if tw.styles, err = newTableStyles(tw.file); err != nil {
		return err
	}
	name := tw.table.sheet()
	if err := tw.file.SetSheetName(tw.file.GetSheetName(0), name); err != nil {
		return err
	}
	for _, step := range []func() error{func() error { return tw.sheet(name) }, tw.notes, tw.behind} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// sheet writes the table on an empty sheet.
func (tw *tableWriter) sheet(name string) (err error) {
	tw.name = name
	if err := tw.paper().set(tw.file, name); err != nil { // before the stream begins
		return err
	}
	if tw.stream, err = tw.file.NewStreamWriter(name); err != nil {
		return err
	}
	for _, step := range []func() error{tw.widths, tw.panes, tw.title, tw.headings, tw.rows, tw.filter, tw.alarm, tw.stream.Flush} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// paper is landscape. The headings, and the columns that name the rows, are repeated on each
// page, since a wide table takes several pages across.
func (tw *tableWriter) paper() paper {
	const across = 175 // characters on a page
	total := 0
	for i := range tw.table.Columns {
		total += tw.width(i)
	}
	p := paper{landscape: true, heads: fmt.Sprintf("$1:$%d", tw.headRows()), wide: (total + across - 1) / across}
	if n := tw.table.Frozen; n > 0 {
		p.names = "$A:$" + read.ColumnName(n-1)
	}
	return p
}

// filter puts a filter on the headings, over the rows without the total.
func (tw *tableWriter) filter() error {
	last := tw.row
	if tw.table.Total != nil {
		last--
	}
	if last == tw.headRows() {
		return nil
	}
	return tw.file.AutoFilter(tw.name, fmt.Sprintf("A%d:%s%d", tw.headRows(), read.ColumnName(len(tw.table.Columns)-1), last), nil)
}

// alarm shows Alarm in red, and numbers that should be 0.
func (tw *tableWriter) alarm() error {
	style, err := tw.file.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: "9C0006", Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFE3E0"}}})
	if err != nil {
		return err
	}
	first, last := tw.headRows()+1, max(tw.row, tw.headRows()+1)
	mark := func(from, to int, when excelize.ConditionalFormatOptions) error {
		when.Format = &style
		area := fmt.Sprintf("%s%d:%s%d", read.ColumnName(from), first, read.ColumnName(to), last)
		return tw.file.SetConditionalFormat(tw.name, area, []excelize.ConditionalFormatOptions{when})
	}
	if tw.table.Alarm != "" {
		if err := mark(0, len(tw.table.Columns)-1, excelize.ConditionalFormatOptions{Type: "cell", Criteria: "==", Value: `"` + tw.table.Alarm + `"`}); err != nil {
			return err
		}
	}
	for i, c := range tw.table.Columns {
		if !c.NotZero {
			continue
		}
		at := fmt.Sprintf("%s%d", read.ColumnName(i), first)
		if err := mark(i, i, excelize.ConditionalFormatOptions{Type: "formula", Criteria: "AND(ISNUMBER(" + at + ")," + at + "<>0)"}); err != nil {
			return err
		}
	}
	return nil
}

func (tw *tableWriter) widths() error {
	for i := range tw.table.Columns {
		if err := tw.stream.SetColWidth(i+1, i+1, float64(tw.width(i))); err != nil {
			return err
		}
	}
	return nil
}

// width is what the heading of a column needs, in characters.
func (tw *tableWriter) width(i int) int {
	c := tw.table.Columns[i]
	width := max(displayWidth(c.name()), displayWidth(c.Heading)/3)
	least, most := 11, 24
	if i < tw.table.Frozen {
		least = 14
	}
	return max(min(max(width+2, least), most), c.Width)
}

// displayWidth counts a Chinese character as two.
func displayWidth(text string) int { return (len(text) + utf8.RuneCountInString(text)) / 2 }

// headRows is the number of rows above the data: title and headings.
func (tw *tableWriter) headRows() int {
	if tw.table.hasHeadings() {
		return 3
	}
	return 2
}

func (tw *tableWriter) panes() error {
	head := tw.headRows()
	corner := read.ColumnName(tw.table.Frozen) + fmt.Sprint(head+1)
	pane := "bottomRight"
	if tw.table.Frozen == 0 {
		pane = "bottomLeft"
	}
	return tw.stream.SetPanes(&excelize.Panes{Freeze: true, XSplit: tw.table.Frozen, YSplit: head, TopLeftCell: corner, ActivePane: pane,
		Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: pane}}})
}

func (tw *tableWriter) title() error {
	return tw.put([]any{excelize.Cell{StyleID: tw.styles.title, Value: tw.table.Title}})
}

// headings writes one line, or two with merged cells.
func (tw *tableWriter) headings() error {
	columns := tw.table.Columns
	upper, lower := make([]any, len(columns)), make([]any, len(columns))
	for i, c := range columns {
		heading := c.Heading
		if heading == "" {
			heading = c.name()
		}
		upper[i] = excelize.Cell{StyleID: tw.styles.head, Value: heading}
		lower[i] = excelize.Cell{StyleID: tw.styles.head, Value: c.name()}
	}
	if !tw.table.hasHeadings() {
		return tw.put(lower)
	}
	if err := tw.put(upper); err != nil {
		return err
	}
	if err := tw.put(lower); err != nil {
		return err
	}
	return tw.mergeHeadings()
}

func (tw *tableWriter) mergeHeadings() error {
	columns := tw.table.Columns
	cell := func(column, row int) string { return read.ColumnName(column) + fmt.Sprint(row) }
	for i := 0; i < len(columns); i++ {
		last := i
		for columns[i].Heading != "" && last+1 < len(columns) && columns[last+1].Heading == columns[i].Heading {
			last++
		}
		switch {
		case columns[i].Heading == "":
			if err := tw.stream.MergeCell(cell(i, tw.row-1), cell(i, tw.row)); err != nil {
				return err
			}
		case last > i:
			if err := tw.stream.MergeCell(cell(i, tw.row-1), cell(last, tw.row-1)); err != nil {
				return err
			}
		}
		i = last
	}
	return nil
}

func (tw *tableWriter) rows() error {
	values := make([]any, len(tw.table.Columns))
	for row, err := range tw.table.Rows {
		if err != nil {
			return err
		}
		if err := tw.cells(values, row, tw.styles.body); err != nil {
			return err
		}
	}
	if tw.table.Total == nil {
		return nil
	}
	return tw.cells(values, tw.table.Total, tw.styles.total)
}

func (tw *tableWriter) cells(values []any, row []TableCell, looks cellStyles) error {
	for i := range values {
		values[i] = row[i].excel(looks, tw.table.Columns[i].Numeric)
	}
	return tw.put(values)
}

func (tw *tableWriter) put(values []any) error {
	if tw.row == mostSheetRows {
		return ErrTooManyRows
	}
	tw.row++
	return tw.stream.SetRow("A"+fmt.Sprint(tw.row), values)
}

// behind writes the tables at the end.
func (tw *tableWriter) behind() error { return writeBehind(tw.file, tw.styles, tw.table.Behind) }

// notes writes the second sheet.
func (tw *tableWriter) notes() error {
	if len(tw.table.Notes) == 0 {
		return nil
	}
	name := sheetName(tw.table.NoteTab)
	if _, err := tw.file.NewSheet(name); err != nil {
		return err
	}
	if err := tw.file.SetColWidth(name, "A", "A", 22); err != nil {
		return err
	}
	if err := tw.file.SetColWidth(name, "B", "B", 90); err != nil {
		return err
	}
	for i, note := range tw.table.Notes {
		for column, text := range []string{note.Name, note.Text} {
			at := read.ColumnName(column) + fmt.Sprint(i+1)
			if err := tw.file.SetCellStr(name, at, text); err != nil {
				return err
			}
			if err := tw.file.SetCellStyle(name, at, at, tw.styles.note); err != nil {
				return err
			}
		}
	}
	return tw.file.SetSheetDimension(name, fmt.Sprintf("A1:B%d", len(tw.table.Notes)))
}
