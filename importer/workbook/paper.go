package workbook

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

const paperA4 = 9

// paper says how a sheet is printed: always on A4, with page numbers.
type paper struct {
	landscape bool
	wide      int    // pages across; 0: one
	heads     string // rows repeated on each page: "$1:$3"
	names     string // columns repeated on each page: "$A:$B"
}

// set must be called before a stream of the sheet is opened, because the stream begins with the
// sheet's properties.
func (p paper) set(f *excelize.File, sheet string) error {
	size, orientation, wide, many, yes := paperA4, "portrait", max(1, p.wide), 0, true
	if p.landscape {
		orientation = "landscape"
	}
	if err := f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &yes}); err != nil {
		return err
	}
	side, top, bottom, edge := 0.5, 0.6, 0.75, 0.35 // inches
	err := f.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &top, Bottom: &bottom, Header: &edge, Footer: &edge, Horizontally: &yes})
	if err != nil {
		return err
	}
	if err := f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &many}); err != nil {
		return err
	}
	if err := f.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&L&9&A&R&9&P / &N"}); err != nil {
		return err
	}
	return p.repeat(f, sheet)
}

func (p paper) repeat(f *excelize.File, sheet string) error {
	var parts []string
	for _, part := range []string{p.names, p.heads} {
		if part != "" {
			parts = append(parts, quotedSheet(sheet)+"!"+part)
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: strings.Join(parts, ","), Scope: sheet})
}

// quotedSheet is the name of a sheet as formulas write it.
func quotedSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }
