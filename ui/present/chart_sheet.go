package present

import (
	"fmt"

	"nianbao/importer/workbook"
	"nianbao/ui/chart"
	"nianbao/ui/palette"
	"nianbao/ui/words"
)

// drawings are the workbook's charts for the drawings of a chart.Sheet.
var drawings = [...]workbook.ChartDrawing{
	chart.SheetLines: workbook.Lines, chart.SheetBars: workbook.Bars, chart.SheetStackedBars: workbook.StackedBars,
	chart.SheetShareBars: workbook.ShareBars, chart.SheetDots: workbook.Dots, chart.SheetShades: workbook.Shades,
	chart.SheetSmallLines: workbook.SmallLines, chart.SheetSteps: workbook.Steps,
}

// ChartSheet is a chart for a workbook: the numbers of its text equivalent, and which of Excel's
// own charts draws them.
func ChartSheet(m chart.Model, say words.Language) workbook.ChartSheet {
	equivalent, sheet := m.TextEquivalent(), m.Sheet()
	s := workbook.ChartSheet{
		Title: equivalent.Title, Subtitle: sheet.Subtitle, Sentence: equivalent.Sentence, Note: sheet.Note,
		Draws: drawings[sheet.Drawing], Logarithmic: sheet.Logarithmic, OwnScales: sheet.OwnScales,
		Table: chartTable(sheet.Numbers), Drawn: sheet.Drawn, Across: sheet.Across, Steps: chartTable(sheet.Steps),
		Texts: equivalent.Table(), TextTab: say.Say(words.SheetTexts),
	}
	for _, c := range palette.Light().Series {
		s.Colors = append(s.Colors, fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B))
	}
	return s
}

// chartTable is the table of a text equivalent.
func chartTable(t chart.TextEquivalent) workbook.ChartTable {
	table := workbook.ChartTable{Head: t.Head}
	for _, c := range t.Columns {
		table.Columns = append(table.Columns, workbook.ChartColumn{Name: c.Name, Unit: c.Unit, Percent: c.Style.Percent, Decimals: c.Style.Decimals})
	}
	for _, r := range t.Rows {
		row := workbook.ChartRow{Name: r.Name}
		for _, v := range r.Cells {
			row.Cells = append(row.Cells, workbook.ChartCell{Number: v.Number, Known: v.Known, Text: v.Text})
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}
