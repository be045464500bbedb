package workbook

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// formSheet is a sheet of the form: its title and sections below each other.
type formSheet struct {
	cells   []form.Placed // at their places on the sheet
	heights map[int]float64
	rows    [][]any // of excelize.Cell
	merges  [][2]string
}

// newFormSheet places a title and sections on a sheet.
func newFormSheet(title string, sections []form.Section) *formSheet {
	s := &formSheet{heights: map[int]float64{0: titleHeight}}
	s.cells = append(s.cells, form.Placed{Right: form.LayoutWidth - 1, Text: title, Kind: titleCell})
	top := 1
	for _, section := range sections {
		for _, p := range section.Cells {
			p.Top, p.Bottom = p.Top+top, p.Bottom+top
			s.cells = append(s.cells, p)
		}
		measureRows(section, top, s.heights)
		top += section.Height + 1
	}
	s.rows = make([][]any, top-1)
	for i := range s.rows {
		s.rows[i] = make([]any, form.LayoutWidth)
	}
	return s
}

// placeName is the name of the first cell that a placed cell covers.
func placeName(p form.Placed) string { return read.ColumnName(p.Left) + fmt.Sprint(p.Top+1) }

// put fills a placed cell; all cells that it covers get its style.
func (s *formSheet) put(p form.Placed, c excelize.Cell) {
	for row := p.Top; row <= p.Bottom; row++ {
		for column := p.Left; column <= p.Right; column++ {
			s.rows[row][column] = excelize.Cell{StyleID: c.StyleID}
		}
	}
	s.rows[p.Top][p.Left] = c
	if p.Top != p.Bottom || p.Left != p.Right {
		s.merges = append(s.merges, [2]string{placeName(p), read.ColumnName(p.Right) + fmt.Sprint(p.Bottom+1)})
	}
}

// write writes the sheet into an existing one, row by row.
func (s *formSheet) write(f *excelize.File, name string, on paper) error {
	last := read.ColumnName(form.LayoutWidth - 1)
	if err := f.SetSheetDimension(name, fmt.Sprintf("A1:%s%d", last, len(s.rows))); err != nil {
		return err
	}
	if err := on.set(f, name); err != nil {
		return err
	}
	stream, err := f.NewStreamWriter(name)
	if err != nil {
		return err
	}
	if err := stream.SetColWidth(1, form.LayoutWidth, columnWidth); err != nil {
		return err
	}
	for i, row := range s.rows {
		var options []excelize.RowOpts
		if height := s.heights[i]; height > 0 {
			options = append(options, excelize.RowOpts{Height: height})
		}
		if err := stream.SetRow(fmt.Sprintf("A%d", i+1), row, options...); err != nil {
			return err
		}
	}
	for _, m := range s.merges {
		if err := stream.MergeCell(m[0], m[1]); err != nil {
			return err
		}
	}
	return stream.Flush()
}
