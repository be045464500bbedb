package workbook

import (
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"nianbao/data/form"
)

// FormSheets is how many sheets a written form has.
type FormSheets int

// The numbers of sheets of a written form.
const (
	OneSheet    FormSheets = iota // all sections below each other
	ThreeSheets                   // a sheet for each section
)

// WriteForm writes a report as a workbook in the layout of the official form.
// The edition is that of the report's Edition, or else of its Year. Missing and
// blank figures become blank cells, so a report without figures gives the blank
// form. Text is written as text, never as a formula. Tables follow on sheets of
// their own.
func WriteForm(w io.Writer, r form.Report, sheets FormSheets, tables ...Table) error {
	e := form.EditionByID(r.Edition)
	if e == nil {
		e = form.EditionOf(r.Year)
	}
	if e == nil {
		return fmt.Errorf("write form: no edition %q and none for the year %d", r.Edition, r.Year)
	}
	f := excelize.NewFile()
	defer f.Close()
	fw := formWriter{file: f, report: &r, index: r.Index()}
	if err := fw.write(e.Layout(r.OneRowOther()), sheets); err != nil {
		return fmt.Errorf("write form: %w", err)
	}
	if len(tables) > 0 {
		styles, err := newTableStyles(f)
		if err == nil {
			err = writeBehind(f, styles, tables)
		}
		if err != nil {
			return fmt.Errorf("write form: %w", err)
		}
	}
	if err := f.Write(w); err != nil {
		return fmt.Errorf("write form: %w", err)
	}
	return nil
}

// reportTitle follows body and year in the title of every report.
const reportTitle = "政府信息公开工作年度报告"

// titleCell is the title above the form, a kind of cell that form.Layout leaves to the
// writer.
const titleCell form.CellKind = -1

// FormTitle returns the title of a report as the form prints it, with gaps to
// fill in if body or year are unknown.
func FormTitle(r *form.Report) string {
	if r.Title != "" {
		return r.Title
	}
	agency, year := r.Agency, "      "
	if agency == "" {
		agency = r.Region + r.Unit
	}
	if agency == "" {
		agency = strings.Repeat("_", 20)
	}
	if r.Year != 0 {
		year = fmt.Sprint(r.Year)
	}
	return agency + year + "年" + reportTitle
}

// formWriter writes the sheets of forms into a workbook.
type formWriter struct {
	file   *excelize.File
	report *form.Report
	index  map[form.Key]*form.Figure
	styles map[form.CellKind]int
	places map[form.Key]form.Source // filled while writing, if not nil
	paper  paper
	cell   func(form.Key) (excelize.Cell, bool) // what a figure's cell holds; nil or false: the report's figure
}

func (fw *formWriter) write(sections []form.Section, sheets FormSheets) (err error) {
	if fw.styles, err = newStyles(fw.file); err != nil {
		return err
	}
	if sheets == ThreeSheets {
		for i, s := range sections {
			if err := fw.writeSheet(i, sheetName(s.Name), sections[i:i+1]); err != nil {
				return err
			}
		}
		return nil
	}
	name := fw.report.Unit
	if fw.report.Year != 0 {
		name += fmt.Sprint(fw.report.Year)
	}
	return fw.writeSheet(0, sheetName(name), sections)
}

// writeSheet writes sections below each other under a title. Sheet 0 is the one that every
// new workbook has.
func (fw *formWriter) writeSheet(i int, name string, sections []form.Section) error {
	if i == 0 {
		if err := fw.file.SetSheetName(fw.file.GetSheetName(0), name); err != nil {
			return err
		}
	} else if _, err := fw.file.NewSheet(name); err != nil {
		return err
	}
	s := newFormSheet(FormTitle(fw.report), sections)
	for _, p := range s.cells {
		s.put(p, fw.content(p, name))
	}
	return s.write(fw.file, name, fw.paper)
}

// content is what a cell of the layout holds, with its style.
func (fw *formWriter) content(p form.Placed, sheet string) excelize.Cell {
	style := fw.styles[p.Kind]
	if p.Kind != form.FigureCell {
		return excelize.Cell{StyleID: style, Value: p.Text}
	}
	if fw.places != nil {
		fw.places[p.Key] = form.Source{Sheet: sheet, Cell: placeName(p)}
	}
	if fw.cell != nil {
		if c, ok := fw.cell(p.Key); ok {
			if c.StyleID == 0 {
				c.StyleID = style
			}
			return c
		}
	}
	return excelize.Cell{StyleID: style, Value: figureValue(fw.index[p.Key])}
}

// figureValue is a number if a spreadsheet can hold it exactly, and the figure's raw text
// otherwise.
func figureValue(f *form.Figure) any {
	switch {
	case f == nil || f.Status == form.StatusBlank:
		return nil
	case f.Status == form.StatusNumber && f.Value.IsWhole():
		return f.Value.Int()
	case f.Status == form.StatusNumber && isExactFloat(f.Value):
		return f.Value.Float()
	case f.Status == form.StatusNumber, f.Status == form.StatusNoted && f.Raw == "":
		return f.Value.String()
	case f.Status == form.StatusNA && f.Raw == "":
		return "/"
	}
	return f.Raw
}

// isExactFloat reports whether a number survives being stored as a float.
func isExactFloat(n form.Number) bool {
	back, ok := form.NumberOf(n.Float())
	return ok && back == n
}
