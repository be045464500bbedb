package workbook

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// chartStyles are the styles of a chart sheet.
type chartStyles struct {
	title, head, plain, note, absent int
	formats                          map[string]int // by number format
}

func newChartStyles(f *excelize.File) (s chartStyles, err error) {
	style := func(style excelize.Style) int {
		if err != nil {
			return 0
		}
		id, failed := f.NewStyle(&style)
		err = failed
		return id
	}
	family := func(size float64, bold bool) *excelize.Font {
		return &excelize.Font{Family: formFont, Size: size, Bold: bold}
	}
	shade := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{headShade}}
	s.title = style(excelize.Style{Font: &excelize.Font{Family: titleFont, Size: 14}})
	s.head = style(excelize.Style{Font: family(10.5, true), Fill: shade, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}})
	s.plain = style(excelize.Style{Font: family(10.5, false)})
	s.note = style(excelize.Style{Font: family(10.5, false), Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
	s.absent = style(excelize.Style{Font: family(10.5, false), Fill: shade})
	s.formats = map[string]int{}
	return s, err
}

// of returns the style of a number. The format of a rate includes its fraction,
// as in 85.7%（12/14）, while the cell holds the number.
func (s chartStyles) of(f *excelize.File, c ChartCell, column ChartColumn) (int, error) {
	format := "#,##0"
	switch {
	case column.Percent:
		format = "0.0%"
		if _, fraction, ok := strings.Cut(c.Text, "%"); ok && len(s.formats) < mostFractions {
			format += `"` + strings.ReplaceAll(fraction, `"`, "") + `"`
		}
	case c.Number != float64(int64(c.Number)):
		format = "#,##0.######"
	}
	if id, ok := s.formats[format]; ok {
		return id, nil
	}
	id, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Family: formFont, Size: 10.5}, CustomNumFmt: &format,
		Alignment: &excelize.Alignment{Horizontal: "right"}})
	s.formats[format] = id
	return id, err
}
