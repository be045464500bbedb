package workbook

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// The fills of marked cells.
const (
	wrongFill = "FFC9BD" // proposed to change
	partFill  = "FFE9A8" // takes part in a broken identity, or deserves a look
)

// style sets the fonts, fills and print layout of the list.
func (p listPage) style(flaws []flaw) error {
	last := read.ColumnName(len(read.ReturnListColumns) - 1)
	end := listFirst + len(flaws) - 1
	head := fmt.Sprint(listHead)
	edge := listEdge()
	wrapped := &excelize.Alignment{WrapText: true, Vertical: "top"}
	centred := &excelize.Alignment{WrapText: true, Vertical: "top", Horizontal: "center"}
	small := excelize.Style{Font: &excelize.Font{Family: formFont, Size: 9, Color: "595959"}, Alignment: &excelize.Alignment{Vertical: "center"}}
	runs := []styledRange{
		{"A1", "A1", excelize.Style{Font: &excelize.Font{Family: titleFont, Size: 16}}},
		{"A2", last + "2", excelize.Style{Font: &excelize.Font{Family: formFont, Size: 10.5}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "center"}}},
		{"A3", "A3", excelize.Style{Fill: fillOf(wrongFill), Border: edge}},
		{"C3", "C3", excelize.Style{Fill: fillOf(partFill), Border: edge}},
		{"B3", "B3", small}, {"D3", "E3", small},
		{"A" + head, last + head, excelize.Style{Font: &excelize.Font{Family: formFont, Size: 10.5, Bold: true}, Border: edge, Fill: fillOf(headShade), Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center"}}},
	}
	if len(flaws) > 0 {
		first, end := fmt.Sprint(listFirst), fmt.Sprint(end)
		plain := &excelize.Font{Family: formFont, Size: 10.5}
		runs = append(runs,
			styledRange{"A" + first, "A" + end, excelize.Style{Font: plain, Border: edge, Alignment: centred}},
			styledRange{"B" + first, "B" + end, excelize.Style{Font: &excelize.Font{Family: formFont, Size: 10.5, Color: "0563C1", Underline: "single"}, Border: edge, Alignment: wrapped}},
			styledRange{"C" + first, last + end, excelize.Style{Font: plain, Border: edge, Alignment: wrapped}})
	}
	for i, f := range flaws {
		if f.Severity == form.SeverityError {
			cell := fmt.Sprintf("C%d", listFirst+i)
			runs = append(runs, styledRange{cell, cell, excelize.Style{Font: &excelize.Font{Family: formFont, Size: 10.5, Bold: true, Color: "C62F2F"}, Border: edge, Alignment: centred}})
		}
	}
	for _, run := range runs {
		if err := p.paint(run); err != nil {
			return err
		}
	}
	return p.page(last, len(flaws))
}

// styledRange is a rectangle of the list in one style.
type styledRange struct {
	from, to string
	style    excelize.Style
}

func (p listPage) paint(run styledRange) error {
	id, err := p.file.NewStyle(&run.style)
	if err != nil {
		return err
	}
	return p.file.SetCellStyle(p.name, run.from, run.to, id)
}

func fillOf(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func listEdge() []excelize.Border {
	var edge []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		edge = append(edge, excelize.Border{Type: side, Color: "BFBFBF", Style: 1})
	}
	return edge
}

// onOnePage is how many findings are printed on a single page, however small.
// With more, each page repeats the headings.
const onOnePage = 24

// page sets the heights of the upper rows, the frozen rows and the print
// layout: landscape, fitted to the width of the paper.
func (p listPage) page(last string, flaws int) error {
	width := 0.0
	for _, c := range read.ReturnListColumns {
		width += c.Width
	}
	note, err := p.file.GetCellValue(p.name, "A2")
	if err != nil {
		return err
	}
	heights := map[int]float64{listTitle: 30, listNote: float64(linesIn(note, width))*lineHeight + linePadding, listKey: 18, listGap: 6, listHead: 22}
	for row, height := range heights {
		if err := p.file.SetRowHeight(p.name, row, height); err != nil {
			return err
		}
	}
	if err := p.file.MergeCell(p.name, "A2", last+"2"); err != nil {
		return err
	}
	if err := p.file.SetPanes(p.name, &excelize.Panes{Freeze: true, YSplit: listHead, TopLeftCell: fmt.Sprintf("A%d", listFirst), ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := (paper{heads: fmt.Sprintf("$%d:$%d", listHead, listHead)}).set(p.file, p.name); err != nil {
		return err
	}
	orientation := "landscape"
	sheets := 0 // 0: as many as are needed
	if flaws <= onOnePage {
		sheets = 1
	}
	return p.file.SetPageLayout(p.name, &excelize.PageLayoutOptions{Orientation: &orientation, FitToHeight: &sheets})
}

// linesIn counts the lines that a text takes in a width of so many characters;
// Chinese characters count as two.
func linesIn(text string, width float64) int {
	lines, used := 1, 0
	for _, char := range text {
		w := 1
		if char > 0xff {
			w = 2
		}
		if char == '\n' || used+w > int(width*0.92) {
			lines, used = lines+1, 0
		}
		used += w
	}
	return lines
}
