package workbook

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// mostDigits is the number of digits that a spreadsheet keeps.
const mostDigits = 15

// tableStyles are the styles of a written table.
type tableStyles struct {
	title, head, note int
	body, total       cellStyles
}

// cellStyles are the styles of a row, one for each kind of cell.
type cellStyles struct {
	text, computed, standIn, name, whole, fraction, share, difference, fine, percent, points int
}

func newTableStyles(f *excelize.File) (s tableStyles, err error) {
	style := func(style excelize.Style, format string) int {
		if err != nil {
			return 0
		}
		if format != "" {
			style.CustomNumFmt = &format
		}
		id, failed := f.NewStyle(&style)
		err = failed
		return id
	}
	family := func(bold bool) *excelize.Font { return &excelize.Font{Family: formFont, Size: 10.5, Bold: bold} }
	row := func(base excelize.Style) cellStyles {
		right := base
		right.Alignment = &excelize.Alignment{Horizontal: "right", Vertical: "center"}
		indented := base
		indented.Alignment = &excelize.Alignment{Horizontal: "left", Vertical: "center", Indent: 1}
		grey := right
		grey.Font = &excelize.Font{Family: formFont, Size: 10.5, Color: "808080", Bold: base.Font.Bold}
		return cellStyles{
			text: style(base, "@"), computed: style(indented, ""), standIn: style(grey, "@"), name: style(right, ""), whole: style(right, "#,##0"), fraction: style(right, "#,##0.######"), share: style(right, "0.0%"),
			difference: style(right, "+#,##0;-#,##0;0"), fine: style(right, "+#,##0.######;-#,##0.######;0"), percent: style(right, `+0.0%;-0.0%;0.0%`), points: style(right, "+0.0;-0.0;0.0"),
		}
	}
	line := []excelize.Border{{Type: "bottom", Color: "A0A0A0", Style: 1}}
	shade := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{headShade}}
	s.title = style(excelize.Style{Font: &excelize.Font{Family: titleFont, Size: 14}}, "")
	s.head = style(excelize.Style{Font: family(true), Fill: shade, Border: line, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}}, "@")
	s.note = style(excelize.Style{Font: family(false), Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}, "@")
	s.body = row(excelize.Style{Font: family(false), Border: []excelize.Border{{Type: "bottom", Color: "D9D9D9", Style: 1}}})
	s.total = row(excelize.Style{Font: family(true), Fill: shade, Border: []excelize.Border{{Type: "top", Color: "000000", Style: 1}}})
	return s, err
}

// excel returns the cell with its style and formula.
func (c TableCell) excel(s cellStyles, numeric bool) excelize.Cell {
	cell := c.value(s, numeric)
	if cell.Formula = c.Formula; c.Formula == "" {
		return cell
	}
	switch c.Kind { // in a cell formatted as text, editing turns a formula into text
	case EmptyCell:
		cell = excelize.Cell{StyleID: s.whole, Formula: c.Formula}
	case TextCell:
		cell.StyleID = s.computed
	}
	return cell
}

// value returns the cell with its style. A number that a spreadsheet would round is
// written as text.
func (c TableCell) value(s cellStyles, numeric bool) excelize.Cell {
	number := func(style, fine int) excelize.Cell {
		switch {
		case c.Number.IsWhole() && c.Number.Int() > -1e15 && c.Number.Int() < 1e15:
			return excelize.Cell{StyleID: style, Value: c.Number.Int()}
		case isExactFloat(c.Number):
			return excelize.Cell{StyleID: fine, Value: c.Number.Float()}
		}
		return excelize.Cell{StyleID: s.standIn, Value: c.Number.String()}
	}
	switch c.Kind {
	case NumberCell:
		return number(s.whole, s.fraction)
	case FloatCell:
		if len(strings.Trim(c.Text, "-.0")) > mostDigits { // a spreadsheet would round it
			return excelize.Cell{StyleID: s.standIn, Value: c.Text}
		}
		return excelize.Cell{StyleID: s.name, Value: c.Share}
	case NameCell:
		return number(s.name, s.name)
	case DifferenceCell:
		return number(s.difference, s.fine)
	case ShareCell:
		return excelize.Cell{StyleID: s.share, Value: c.Share}
	case PercentCell:
		return excelize.Cell{StyleID: s.percent, Value: c.Number.Float() / 100}
	case PointsCell:
		return excelize.Cell{StyleID: s.points, Value: c.Number.Float()}
	case TextCell:
		if numeric {
			return excelize.Cell{StyleID: s.standIn, Value: c.Text}
		}
		return excelize.Cell{StyleID: s.text, Value: c.Text}
	}
	return excelize.Cell{StyleID: s.text}
}
