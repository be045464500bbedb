package workbook

import (
	"bytes"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"nianbao/data/form"
)

// RollUp is the sum of reports, for a workbook in which every sum is a formula over the
// sheets of the reports.
type RollUp struct {
	Sums     form.Report           // with Title; its figures are the results of the formulas
	Units    []form.Report         // a sheet for each
	Absent   []RollUpBody          // bodies that are not added, and why
	Expected int                   // bodies that should have reported
	Whole    *form.Report          // what the region itself published, nil if nothing
	Explain  func(form.Key) string // which units can explain a difference from it
	Behind   []Table               // on sheets of their own at the end
	Language form.Language
}

// RollUpBody is a body that a roll-up names, and what became of its report.
type RollUpBody struct {
	Region, Unit, State string
}

// MostRollUpUnits is the largest number of units in a workbook, each with a sheet.
const MostRollUpUnits = 1000

// WriteRollUp writes the workbook of a roll-up. The first sheet has the sums in the layout of
// the form, followed by checks, coverage, the differences from the published report and a list
// of blanks and texts, with formulas for whatever is computed, and a sheet for each unit.
// Spreadsheets refuse long formulas; so the sums of many units are sums of subtotals, each on
// its own sheet.
func WriteRollUp(w io.Writer, r RollUp) error {
	e := form.EditionByID(r.Sums.Edition)
	if e == nil {
		return fmt.Errorf("write roll-up: no edition %q", r.Sums.Edition)
	}
	f := excelize.NewFile()
	defer f.Close()
	rw := &rollUpWriter{RollUp: r, file: f, names: sheetNames{}}
	if err := rw.write(); err != nil {
		return fmt.Errorf("write roll-up: %w", err)
	}
	var book bytes.Buffer
	if err := f.Write(&book); err != nil {
		return fmt.Errorf("write roll-up: %w", err)
	}
	if err := keepEmptyResults(w, book.Bytes()); err != nil {
		return fmt.Errorf("write roll-up: %w", err)
	}
	return nil
}

// rollUpWriter writes the workbook of a roll-up.
type rollUpWriter struct {
	RollUp
	file  *excelize.File
	names sheetNames
	forms formWriter
	sums  *reportSheet   // the first sheet
	units []*reportSheet // in the order of Units
	parts []*reportSheet // what the first sheet adds: the units, or subtotals of them
	whole *reportSheet   // nil if nothing was published
}

func (rw *rollUpWriter) write() (err error) {
	rw.forms = formWriter{file: rw.file, paper: paper{heads: "$1:$1"}}
	if rw.forms.styles, err = newStyles(rw.file); err != nil {
		return err
	}
	styles, err := newTableStyles(rw.file)
	if err != nil {
		return err
	}
	rw.plan()
	if err := rw.writeSums(rw.sums, rw.parts); err != nil {
		return err
	}
	tables := []Table{rw.checks(), rw.coverage()}
	if rw.whole != nil {
		tables = append(tables, rw.differences())
	}
	if err := writeBehind(rw.file, styles, append(tables, rw.gaps())); err != nil {
		return err
	}
	if err := rw.writeParts(); err != nil {
		return err
	}
	behind := rw.Behind
	for i := range behind {
		behind[i].Sheet = rw.names.unique(behind[i].sheet())
	}
	return writeBehind(rw.file, styles, behind)
}

// plan names all sheets and finds the cell of each figure, so that formulas can refer to later
// sheets.
func (rw *rollUpWriter) plan() {
	rw.sums = newReportSheet(rw.names.unique(rw.Language.Say(sheetOfSums)), &rw.Sums)
	for _, name := range []form.Words{sheetOfChecks, sheetOfCoverage, sheetOfDifferences, sheetOfGaps} {
		rw.names.unique(rw.Language.Say(name))
	}
	for i := range rw.Units {
		rw.units = append(rw.units, newReportSheet(rw.names.ofBody(&rw.Units[i], rw.Units), &rw.Units[i]))
	}
	rw.parts = rw.units
	if len(rw.units) > mostAddends {
		rw.parts = rw.subtotals()
	}
	if rw.Whole != nil {
		rw.whole = newReportSheet(rw.names.unique(rw.Language.Say(sheetOfWhole, rw.Whole.Unit)), rw.Whole)
	}
}

// subtotals divides the units into groups and adds up each.
func (rw *rollUpWriter) subtotals() (list []*reportSheet) {
	for from := 0; from < len(rw.units); from += mostAddends {
		group := rw.units[from:min(from+mostAddends, len(rw.units))]
		total := &form.Report{Edition: rw.Sums.Edition, Year: rw.Sums.Year}
		total.Title = rw.Language.Say(titleOfSubtotal, len(list)+1, group[0].name, group[len(group)-1].name, len(group))
		for _, f := range rw.Sums.Figures {
			total.Figures = append(total.Figures, addUp(group, f.Key))
		}
		list = append(list, newReportSheet(rw.names.unique(rw.Language.Say(sheetOfSubtotal, len(list)+1)), total))
		list[len(list)-1].of = group
	}
	return list
}

// writeParts writes the subtotals, the units and what the region published.
func (rw *rollUpWriter) writeParts() error {
	for _, part := range rw.parts {
		if part.of != nil {
			if err := rw.writeSums(part, part.of); err != nil {
				return err
			}
		}
	}
	sheets := rw.units
	if rw.whole != nil {
		sheets = append(sheets[:len(sheets):len(sheets)], rw.whole)
	}
	for _, s := range sheets {
		rw.forms.cell = func(k form.Key) (excelize.Cell, bool) { return exactCell(s.report.Figure(k)) }
		if err := rw.writeForm(s); err != nil {
			return err
		}
	}
	return nil
}

// writeSums writes a sheet whose figures are formulas over those of other sheets.
func (rw *rollUpWriter) writeSums(s *reportSheet, parts []*reportSheet) error {
	rw.forms.cell = func(k form.Key) (excelize.Cell, bool) {
		return excelize.Cell{Formula: sumFormula(parts, k), Value: resultValue(s.index[k])}, true
	}
	return rw.writeForm(s)
}

func (rw *rollUpWriter) writeForm(s *reportSheet) error {
	rw.forms.report, rw.forms.index = s.report, s.index
	i := 1
	if s == rw.sums {
		i = 0
	}
	return rw.forms.writeSheet(i, s.name, s.sections)
}

// writeBehind writes tables on new sheets after the existing ones.
func writeBehind(f *excelize.File, styles tableStyles, tables []Table) error {
	for i := range tables {
		name := tables[i].sheet()
		if _, err := f.NewSheet(name); err != nil {
			return err
		}
		if err := (&tableWriter{file: f, table: &tables[i], styles: styles}).sheet(name); err != nil {
			return err
		}
	}
	return nil
}
