package workbook

import (
	"fmt"
	"nianbao/importer/read"
	"strings"

	"github.com/xuri/excelize/v2"
)

// draw adds the native chart to the right of the table.
func (cw *chartWriter) draw() error {
	t := cw.content.Table
	if len(t.Rows) == 0 || len(t.Columns) == 0 {
		return nil
	}
	switch cw.content.Draws {
	case Lines:
		return cw.add(cw.lines(t), 0)
	case Bars:
		return cw.add(cw.bars(excelize.Bar), 0)
	case StackedBars:
		return cw.add(cw.bars(excelize.BarStacked), 0)
	case ShareBars:
		return cw.add(cw.bars(excelize.BarPercentStacked), 0)
	case Dots:
		return cw.add(cw.dots(), 0)
	case Shades:
		return cw.shades()
	case SmallLines:
		return cw.smallLines()
	case Steps:
		return cw.steps()
	}
	return nil
}

// place returns the cell of the n-th chart: to the right of the table, charts
// side by side in columns.
func (cw *chartWriter) place(n, columns int, width, height uint) string {
	const cellWidth, cellHeight = 96, 20 // of a cell in pixels, about
	first := len(cw.content.Table.Columns) + 2
	if cw.content.Draws == Steps {
		first += len(cw.content.Steps.Columns) + 2
	}
	column := first + n%columns*int(width/cellWidth+1)
	row := chartHeadRow + n/columns*int(height/cellHeight+1)
	return read.ColumnName(column) + fmt.Sprint(row)
}

// add adds a chart, the n-th of several.
func (cw *chartWriter) add(c *excelize.Chart, n int) error {
	if c == nil {
		return nil
	}
	if c.Dimension.Width == 0 {
		c.Dimension = excelize.ChartDimension{Width: 760, Height: 440}
	}
	c.ShowBlanksAs = "gap"
	columns := 1
	if c.Dimension.Width < 400 {
		columns = 3
	}
	return cw.file.AddChart(cw.name, cw.place(n, columns, c.Dimension.Width, c.Dimension.Height), c)
}

// chart returns a chart with its title, legend and axes.
func (cw *chartWriter) chart(kind excelize.ChartType) *excelize.Chart {
	c := &excelize.Chart{Type: kind, Legend: excelize.ChartLegend{Position: "bottom"}}
	c.Title.Paragraph = []excelize.RichTextRun{{Text: cw.content.Title, Font: &excelize.Font{Size: 14, Bold: true}}}
	if len(cw.content.Table.Columns) == 1 || len(cw.content.Drawn) == 1 {
		c.Legend.Position = "none"
	}
	c.YAxis.MajorGridLines = true
	c.XAxis.Font.Color, c.YAxis.Font.Color = axisInk, axisInk
	c.YAxis.NumFmt = excelize.ChartNumFmt{CustomNumFmt: cw.axisFormat()}
	if cw.content.Logarithmic && cw.content.Draws == Bars {
		c.YAxis.LogBase = 10
	}
	return c
}

func (cw *chartWriter) axisFormat() string {
	if columns := cw.drawn(); len(columns) > 0 && cw.content.Table.Columns[columns[0]].Percent {
		return "0%"
	}
	return "#,##0"
}

// drawn returns the columns that are drawn.
func (cw *chartWriter) drawn() []int {
	if cw.content.Drawn != nil {
		return cw.content.Drawn
	}
	all := make([]int, len(cw.content.Table.Columns))
	for i := range all {
		all[i] = i
	}
	return all
}

// cells returns a reference to the first rows of a column of the table.
func (cw *chartWriter) cells(column, rows int) string {
	name := read.ColumnName(column)
	return fmt.Sprintf("'%s'!$%s$%d:$%s$%d", strings.ReplaceAll(cw.name, "'", "''"), name, chartHeadRow+1, name, chartHeadRow+rows)
}

func (cw *chartWriter) cell(column, row int) string {
	return fmt.Sprintf("'%s'!$%s$%d", strings.ReplaceAll(cw.name, "'", "''"), read.ColumnName(column), row)
}

// series returns a column as one series in the n-th colour.
func (cw *chartWriter) series(column, rows, n int) excelize.ChartSeries {
	s := excelize.ChartSeries{Name: cw.cell(column, chartHeadRow), Categories: cw.cells(0, rows), Values: cw.cells(column, rows)}
	if color := cw.color(n); color != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
		s.Marker = excelize.ChartMarker{Symbol: "circle", Size: 6, Fill: s.Fill}
	}
	return s
}

// color returns the n-th colour of the chart, "" if it has none.
func (cw *chartWriter) color(n int) string {
	if len(cw.content.Colors) == 0 {
		return ""
	}
	return cw.content.Colors[n%len(cw.content.Colors)]
}

func (cw *chartWriter) lines(t ChartTable) *excelize.Chart {
	c := cw.chart(excelize.Line)
	for i := range t.Columns[:min(len(t.Columns), mostLineSeries)] {
		s := cw.series(i+1, len(t.Rows), i)
		s.Line.Width = 2.25
		c.Series = append(c.Series, s)
	}
	return c
}

// bars returns horizontal bars, the first row at the top as on the screen.
func (cw *chartWriter) bars(kind excelize.ChartType) *excelize.Chart {
	c := cw.chart(kind)
	rows := min(len(cw.content.Table.Rows), mostBars)
	for n, column := range cw.drawn() {
		c.Series = append(c.Series, cw.series(column+1, rows, n))
	}
	c.XAxis.ReverseOrder = true
	gap := uint(50)
	c.GapWidth = &gap
	if kind == excelize.BarPercentStacked {
		c.YAxis.NumFmt.CustomNumFmt = "0%"
	}
	c.Dimension = excelize.ChartDimension{Width: 760, Height: uint(max(320, 110+rows*(14+8*len(c.Series))))}
	if kind != excelize.Bar {
		c.Dimension.Height = uint(max(320, 140+rows*26))
	}
	return c
}

// dots draws the first column as points and the others, which are limits, as
// lines.
func (cw *chartWriter) dots() *excelize.Chart {
	c := cw.chart(excelize.Scatter)
	rows := len(cw.content.Table.Rows)
	for n, column := range cw.drawn() {
		s := cw.series(column+1, rows, 0)
		s.Categories = cw.cells(cw.content.Across+1, rows)
		if n > 0 {
			s.Line = excelize.LineOptions{Type: excelize.LineSolid, Width: 1}
			s.Marker = excelize.ChartMarker{Symbol: "none"}
			s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"868D98"}}
		}
		c.Series = append(c.Series, s)
	}
	if cw.content.Logarithmic {
		c.XAxis.LogBase = 10
	}
	across := cw.content.Table.Columns[cw.content.Across]
	c.XAxis.Title.Paragraph = []excelize.RichTextRun{{Text: across.Name}}
	return c
}

// shades colours the cells themselves; a few rows are also drawn as lines.
func (cw *chartWriter) shades() error {
	t := cw.content.Table
	area := fmt.Sprintf("B%d:%s%d", chartHeadRow+1, read.ColumnName(len(t.Columns)), chartHeadRow+len(t.Rows))
	high := cw.color(0)
	if high == "" {
		high = "1F66AD"
	}
	err := cw.file.SetConditionalFormat(cw.name, area, []excelize.ConditionalFormatOptions{{Type: "2_color_scale", Criteria: "=",
		MinType: "min", MaxType: "max", MinColor: "#E9F0F7", MaxColor: "#" + high}})
	if err != nil || len(t.Rows) > mostLineSeries {
		return err
	}
	c := cw.chart(excelize.Line)
	c.Legend.Position = "right"
	for i := range t.Rows {
		c.Series = append(c.Series, cw.rowSeries(i, i))
	}
	return cw.add(c, 0)
}

// rowSeries returns a row as one series over the headings.
func (cw *chartWriter) rowSeries(row, n int) excelize.ChartSeries {
	last, line := read.ColumnName(len(cw.content.Table.Columns)), chartHeadRow+1+row
	quoted := strings.ReplaceAll(cw.name, "'", "''")
	s := cw.series(1, 1, n)
	s.Name = cw.cell(0, line)
	s.Categories = fmt.Sprintf("'%s'!$B$%d:$%s$%d", quoted, chartHeadRow, last, chartHeadRow)
	s.Values = fmt.Sprintf("'%s'!$B$%d:$%s$%d", quoted, line, last, line)
	s.Line.Width = 2
	return s
}

// smallLines draws a chart for each row, all on one scale unless each has its
// own.
func (cw *chartWriter) smallLines() error {
	top := 0.0
	for _, row := range cw.content.Table.Rows {
		for _, cell := range row.Cells {
			if cell.Known {
				top = max(top, cell.Number)
			}
		}
	}
	for i, row := range cw.content.Table.Rows[:min(len(cw.content.Table.Rows), mostSmallLines)] {
		c := cw.chart(excelize.Line)
		c.Title.Paragraph = []excelize.RichTextRun{{Text: row.Name, Font: &excelize.Font{Size: 10}}}
		c.Legend.Position = "none"
		c.Dimension = excelize.ChartDimension{Width: 280, Height: 160}
		c.Series = []excelize.ChartSeries{cw.rowSeries(i, 0)}
		if zero := 0.0; !cw.content.OwnScales {
			c.YAxis.Minimum, c.YAxis.Maximum = &zero, &top
		}
		if err := cw.add(c, i); err != nil {
			return err
		}
	}
	return nil
}

// steps writes the table of the steps beside that of the units and draws them
// as bars above an invisible part, because spreadsheets before 2016 cannot read
// native waterfall charts.
func (cw *chartWriter) steps() error {
	if len(cw.content.Steps.Rows) == 0 {
		return nil
	}
	from := len(cw.content.Table.Columns) + 2
	if err := cw.block(cw.content.Steps, from); err != nil {
		return err
	}
	if err := cw.file.SetColWidth(cw.name, read.ColumnName(from), read.ColumnName(from), 22); err != nil {
		return err
	}
	c := cw.chart(excelize.BarStacked)
	c.Legend.Position = "none"
	rows := len(cw.content.Steps.Rows)
	for i := range cw.content.Steps.Columns {
		s := cw.series(from+i+1, rows, i)
		s.Categories = cw.cells(from, rows)
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{stepColors[i]}}
		if i == 0 {
			s.Fill = excelize.Fill{Type: "pattern"}
		}
		c.Series = append(c.Series, s)
	}
	c.XAxis.ReverseOrder = true
	gap := uint(40)
	c.GapWidth = &gap
	c.Dimension = excelize.ChartDimension{Width: 760, Height: uint(max(320, 110+rows*24))}
	return cw.add(c, 0)
}

// axisInk is the colour of the numbers and names on an axis; Excel's default is
// hard to read.
const axisInk = "404040"

// stepColors are the colours of base, total, increase, decrease and coverage.
var stepColors = []string{"FFFFFF", "5C636C", "A45200", "1F66AD", "D3CFC8"}
