package workbook

import (
	"github.com/xuri/excelize/v2"

	"nianbao/data/form"
)

// Measures of the written form: widths in characters, heights in points.
const (
	columnWidth   = 9.0
	titleHeight   = 42.0
	lineHeight    = 15.0
	linePadding   = 7.0
	sectionHeight = 30.0
	headShade     = "F2F2F2"
	formFont      = "宋体"
	titleFont     = "黑体"
)

// newStyles makes the styles of the form, one for each kind of cell.
func newStyles(f *excelize.File) (map[form.CellKind]int, error) {
	var border []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		border = append(border, excelize.Border{Type: side, Color: "000000", Style: 1})
	}
	at := func(horizontal string) *excelize.Alignment {
		return &excelize.Alignment{Horizontal: horizontal, Vertical: "center", WrapText: true}
	}
	shade := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{headShade}}
	general := "General"
	styles := map[form.CellKind]int{}
	for l, style := range map[form.CellKind]*excelize.Style{
		titleCell:        {Font: &excelize.Font{Family: titleFont, Size: 16}, Alignment: at("center")},
		form.SectionCell: {Font: &excelize.Font{Family: titleFont, Size: 12}, Alignment: at("left")},
		form.HeadCell:    {Font: &excelize.Font{Family: formFont, Size: 10.5, Bold: true}, Alignment: at("center"), Border: border, Fill: shade},
		form.LabelCell:   {Font: &excelize.Font{Family: formFont, Size: 10.5}, Alignment: at("center"), Border: border},
		form.FigureCell:  {Font: &excelize.Font{Family: formFont, Size: 10.5}, Alignment: at("center"), Border: border, CustomNumFmt: &general},
	} {
		id, err := f.NewStyle(style)
		if err != nil {
			return nil, err
		}
		styles[l] = id
	}
	return styles, nil
}

// measureRows makes each row as high as its longest text needs, because a
// written workbook has no row heights until it is edited.
func measureRows(s form.Section, top int, heights map[int]float64) {
	for row := range s.Height {
		heights[top+row] = lineHeight + linePadding
	}
	for _, p := range s.Cells {
		if p.Kind == form.SectionCell {
			heights[top+p.Top] = sectionHeight
			continue
		}
		rows := float64(p.Bottom - p.Top + 1)
		need := (float64(linesOf(p.Text, p.Right-p.Left+1))*lineHeight + linePadding) / rows
		for row := p.Top; row <= p.Bottom; row++ {
			heights[top+row] = max(heights[top+row], need)
		}
	}
}

// linesOf counts the lines that a text takes across that many columns.
func linesOf(text string, columns int) int {
	width, line := 0, int(columnWidth*float64(columns))-1
	for _, r := range text {
		if r > 0xff {
			width++
		}
		width++
	}
	return max(1, (width+line-1)/line)
}
