package workbook

import (
	"fmt"
	"nianbao/data/form"
	"nianbao/importer/read"

	"github.com/xuri/excelize/v2"
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
	paperA4       = 9
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

// finishSheet sets widths, heights, print layout and the used range, which
// readers rely on.
func finishSheet(f *excelize.File, sheet string, heights map[int]float64, rows int) error {
	last := read.ColumnName(form.LayoutWidth - 1)
	if err := f.SetColWidth(sheet, "A", last, columnWidth); err != nil {
		return err
	}
	for row, height := range heights {
		if err := f.SetRowHeight(sheet, row+1, height); err != nil {
			return err
		}
	}
	if err := f.SetSheetDimension(sheet, fmt.Sprintf("A1:%s%d", last, rows)); err != nil {
		return err
	}
	return printSetup(f, sheet)
}

func printSetup(f *excelize.File, sheet string) error {
	paper, portrait, one, many := paperA4, "portrait", 1, 0
	fit, centred := true, true
	side, end := 0.5, 0.6
	if err := f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := f.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &end, Bottom: &end, Horizontally: &centred}); err != nil {
		return err
	}
	return f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &paper, Orientation: &portrait, FitToWidth: &one, FitToHeight: &many})
}
