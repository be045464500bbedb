package workbook

import (
	"fmt"
	"io"
	"nianbao/importer/read"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The row of the headings of a chart sheet, and the limits of its charts.
const (
	chartHeadRow   = 6   // of the headings, counted from 1
	mostBars       = 60  // rows in one bar chart
	mostLineSeries = 30  // lines in one chart
	mostSmallLines = 120 // small charts
	mostFractions  = 2000
)

// WriteChart writes a chart as a workbook: one sheet has the numbers with a native chart
// beside them, another the same table in words. A missing number is an empty cell on the
// first sheet, so that Excel leaves a gap, and its reason on the second.
func WriteChart(w io.Writer, s ChartSheet) error {
	f := excelize.NewFile()
	defer f.Close()
	cw := &chartWriter{file: f, content: &s, name: sheetName(s.Title)}
	if err := cw.write(); err != nil {
		return fmt.Errorf("write chart: %w", err)
	}
	if err := finishCharts(f); err != nil {
		return fmt.Errorf("write chart: %w", err)
	}
	if err := f.Write(w); err != nil {
		return fmt.Errorf("write chart: %w", err)
	}
	return nil
}

// chartWriter writes one chart into a workbook.
type chartWriter struct {
	file    *excelize.File
	content *ChartSheet
	name    string // of the sheet
	styles  chartStyles
}

func (cw *chartWriter) write() (err error) {
	if cw.styles, err = newChartStyles(cw.file); err != nil {
		return err
	}
	if err := cw.file.SetSheetName(cw.file.GetSheetName(0), cw.name); err != nil {
		return err
	}
	for _, step := range []func() error{cw.words, cw.table, cw.widths, cw.draw, cw.texts} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// words writes the texts above the table, each in merged cells over several columns.
func (cw *chartWriter) words() error {
	const columns, characters, height = 8, 100, 15
	for i, text := range []string{cw.content.Title, cw.content.Subtitle, cw.content.Sentence, cw.content.Note} {
		row, style := i+1, cw.styles.note
		if i == 0 {
			style = cw.styles.title
		}
		if err := cw.put(0, row, text, style); err != nil {
			return err
		}
		if err := cw.file.MergeCell(cw.name, fmt.Sprintf("A%d", row), fmt.Sprintf("%s%d", read.ColumnName(columns-1), row)); err != nil {
			return err
		}
		lines := 1 + strings.Count(text, "\n") + displayWidth(text)/characters
		if i > 0 {
			if err := cw.file.SetRowHeight(cw.name, row, float64(height*lines)); err != nil {
				return err
			}
		}
	}
	return nil
}

// put writes a value; "" and nil leave the cell empty.
func (cw *chartWriter) put(column, row int, value any, style int) error {
	at := read.ColumnName(column) + fmt.Sprint(row)
	if value != nil && value != "" {
		if err := cw.file.SetCellValue(cw.name, at, value); err != nil {
			return err
		}
	}
	return cw.file.SetCellStyle(cw.name, at, at, style)
}

// table writes the numbers.
func (cw *chartWriter) table() error { return cw.block(cw.content.Table, 0) }

// block writes a table of numbers beginning at a column.
func (cw *chartWriter) block(t ChartTable, from int) error {
	if err := cw.put(from, chartHeadRow, t.Head, cw.styles.head); err != nil {
		return err
	}
	for i, c := range t.Columns {
		name := c.Name
		if c.Unit != "" {
			name += "（" + c.Unit + "）"
		}
		if err := cw.put(from+i+1, chartHeadRow, name, cw.styles.head); err != nil {
			return err
		}
	}
	for i, row := range t.Rows {
		if err := cw.put(from, chartHeadRow+1+i, row.Name, cw.styles.plain); err != nil {
			return err
		}
		for j, cell := range row.Cells {
			if err := cw.number(from+j+1, chartHeadRow+1+i, cell, t.Columns[j]); err != nil {
				return err
			}
		}
	}
	return nil
}

// number writes a cell; a rate also shows its fraction.
func (cw *chartWriter) number(column, row int, c ChartCell, of ChartColumn) error {
	if !c.Known {
		return cw.put(column, row, nil, cw.styles.absent)
	}
	style, err := cw.styles.of(cw.file, c, of)
	if err != nil {
		return err
	}
	return cw.put(column, row, c.Number, style)
}

func (cw *chartWriter) widths() error {
	if err := cw.file.SetColWidth(cw.name, "A", "A", 20); err != nil {
		return err
	}
	for i, c := range cw.content.Table.Columns {
		width := 13.0
		if c.Percent {
			width = 19 // 100.0%（1,200/1,200）
		}
		if err := cw.file.SetColWidth(cw.name, read.ColumnName(i+1), read.ColumnName(i+1), width); err != nil {
			return err
		}
	}
	if err := (paper{landscape: true}).set(cw.file, cw.name); err != nil {
		return err
	}
	return cw.file.SetPanes(cw.name, &excelize.Panes{Freeze: true, XSplit: 1, YSplit: chartHeadRow,
		TopLeftCell: fmt.Sprintf("B%d", chartHeadRow+1), ActivePane: "bottomRight"})
}

// texts writes the table in words on a separate sheet.
func (cw *chartWriter) texts() error {
	if len(cw.content.Texts) == 0 {
		return nil
	}
	name := sheetName(cw.content.TextTab)
	if name == cw.name {
		name += "2"
	}
	if _, err := cw.file.NewSheet(name); err != nil {
		return err
	}
	if err := cw.file.SetColWidth(name, "A", "Z", 18); err != nil {
		return err
	}
	for i, line := range cw.content.Texts {
		for j, text := range line {
			at := read.ColumnName(j) + fmt.Sprint(i+1)
			if err := cw.file.SetCellStr(name, at, text); err != nil {
				return err
			}
			style := cw.styles.plain
			if i == 0 {
				style = cw.styles.head
			}
			if err := cw.file.SetCellStyle(name, at, at, style); err != nil {
				return err
			}
		}
	}
	return nil
}
