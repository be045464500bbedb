package workbook

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"nianbao/data/form"
)

// mostAddends is how many sheets one formula adds up. Excel takes 255 arguments and 8,192
// characters; a name of 31 characters, in quotes and twice, takes up to 90 of them.
const mostAddends = 80

// reportSheet is a sheet with a report in the layout of the form.
type reportSheet struct {
	name     string
	report   *form.Report
	index    map[form.Key]*form.Figure
	edition  *form.Edition
	sections []form.Section
	cells    map[form.Key]string // names of the figures' cells
	of       []*reportSheet      // the sheets that a subtotal adds
}

func newReportSheet(name string, r *form.Report) *reportSheet {
	s := &reportSheet{name: name, report: r, index: r.Index(), edition: form.EditionByID(r.Edition), cells: map[form.Key]string{}}
	if s.edition == nil {
		s.edition = form.EditionOf(r.Year)
	}
	s.sections = s.edition.Layout(r.OneRowOther())
	for _, p := range newFormSheet("", s.sections).cells {
		if p.Kind == form.FigureCell {
			s.cells[p.Key] = placeName(p)
		}
	}
	return s
}

// reference is a figure as other sheets refer to it: its cell, or the cells of its parts
// if the sheet prints a group only by its parts; "" if it prints neither.
func (s *reportSheet) reference(k form.Key) string {
	if cell := s.cells[k]; cell != "" {
		return quotedSheet(s.name) + "!" + cell
	}
	table := s.edition.Table(k.Table)
	if table == nil {
		return ""
	}
	first, last := "", ""
	for _, part := range table.Members(k.Item) {
		if cell := s.cells[form.Key{Table: k.Table, Item: part.ID, Column: k.Column}]; cell != "" {
			if first == "" {
				first = cell
			}
			last = cell
		}
	}
	if first == "" {
		return ""
	}
	return quotedSheet(s.name) + "!" + first + ":" + last
}

// sumFormula adds up a figure of several sheets. It shows nothing if none of them has a
// number: blank is not 0.
func sumFormula(sheets []*reportSheet, k form.Key) string {
	var list []string
	for _, s := range sheets {
		if at := s.reference(k); at != "" {
			list = append(list, at)
		}
	}
	if len(list) == 0 {
		return `""`
	}
	all := strings.Join(list, ",")
	sum := "SUM(" + all + ")"
	if _, _, c, ok := form.Describe(k); ok && c.Money {
		sum = "ROUND(" + sum + ",6)" // amounts are exact to six decimals, sums of floats are not
	}
	return "IF(COUNT(" + all + `)=0,"",` + sum + ")"
}

// shownFormula shows a figure of another sheet, or nothing if it is blank there.
func shownFormula(s *reportSheet, k form.Key) string {
	at := s.reference(k)
	switch {
	case at == "":
		return ""
	case strings.Contains(at, ":"):
		return sumFormula([]*reportSheet{s}, k)
	}
	return "IF(" + at + `="","",` + at + ")"
}

// addUp is the sum of a figure of several sheets, as sumFormula computes it.
func addUp(sheets []*reportSheet, k form.Key) form.Figure {
	f := form.Figure{Key: k, Status: form.StatusBlank}
	for _, s := range sheets {
		if n, ok := s.report.Sum(k.Table, k.Item, k.Column); ok {
			f.Status, f.Value = form.StatusNumber, f.Value+n
		}
	}
	return f
}

// resultValue is the result of a formula: a number, or an empty text.
func resultValue(f *form.Figure) any {
	switch {
	case f == nil || !f.Status.HasValue():
		return ""
	case f.Value.IsWhole():
		return f.Value.Int()
	}
	return f.Value.Float()
}

// exactCell returns the cell of a figure that is summed: its number without its note, which is
// in the list of blanks and texts.
func exactCell(f *form.Figure) (excelize.Cell, bool) {
	if f == nil || !f.Status.HasValue() {
		return excelize.Cell{}, false
	}
	return excelize.Cell{Value: resultValue(f)}, true
}

// keepEmptyResults copies a workbook and gives each formula without a result an empty one,
// which excelize leaves out. A formula without a result would count as never calculated.
func keepEmptyResults(w io.Writer, book []byte) error {
	from, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		return err
	}
	to := zip.NewWriter(w)
	for _, part := range from.File {
		if !strings.HasPrefix(part.Name, "xl/worksheets/sheet") {
			if err := to.Copy(part); err != nil {
				return err
			}
			continue
		}
		in, err := part.Open()
		if err != nil {
			return err
		}
		content, err := io.ReadAll(in)
		if err != nil {
			return err
		}
		out, err := to.Create(part.Name)
		if err != nil {
			return err
		}
		if _, err := out.Write(bytes.ReplaceAll(content, []byte("</f></c>"), []byte("</f><v></v></c>"))); err != nil {
			return err
		}
	}
	return to.Close()
}
