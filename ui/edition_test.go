package ui

import (
	"bytes"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/data/form/formtest"
	"nianbao/importer/workbook"
	"nianbao/ui/page"
	"nianbao/ui/present"
	"nianbao/ui/uitest"
)

// shellOver2027 shows reports of one town for 2026 and 2027, in two editions.
func shellOver2027(t *testing.T) *shell {
	t.Helper()
	formtest.Use2027(t)
	s := openShell(t)
	folder := t.TempDir()
	for _, year := range []int{2026, 2027} {
		e := form.EditionOf(year)
		r := form.Report{Edition: e.ID, Region: "北京市大兴区", Unit: "瀛海镇", Agency: "北京市大兴区瀛海镇人民政府", Year: year}
		for _, k := range e.Keys() {
			r.Figures = append(r.Figures, form.Figure{Key: k, Status: form.StatusNumber, Value: form.Count(int64(year - 2000))})
		}
		var book bytes.Buffer
		if err := workbook.WriteForm(&book, r, workbook.OneSheet); err != nil {
			t.Fatal(err)
		}
		uitest.Write(t, filepath.Join(folder, strconv.Itoa(year)+".xlsx"), book.Bytes())
	}
	drop(s, folder)
	return s
}

func TestTheReportViewShowsEachReportInItsOwnEdition(t *testing.T) {
	s := shellOver2027(t)
	for _, printed := range []struct { // 2027 last: its details are examined below
		year  int
		label string
	}{{2026, "本年处理决定数量"}, {2027, formtest.Renamed.Label}} {
		year, label := printed.year, printed.label
		s.openReport(present.ReportName{Body: data.Body{Region: "北京市大兴区", Unit: "瀛海镇"}, Year: year}, nil, form.Key{})
		p := s.reportPane()
		if p.details == nil || p.details.Year != year || p.details.Report.Edition != form.EditionOf(year).ID {
			t.Fatalf("the report of %d is not shown", year)
		}
		if !slices.ContainsFunc(p.page.Cells(), func(c page.Cell) bool { return c.Text == label }) {
			t.Errorf("%d: no heading %s", year, label)
		}
		for _, k := range form.EditionOf(year).Keys() {
			if p.form.cellOf(k) < 0 {
				t.Errorf("%d: %s is not on the page", year, k)
			}
		}
		if there := p.form.cellOf(application(formtest.NewRow, "total")) >= 0; there != (year == 2027) {
			t.Errorf("%d: the new row is on the page: %v", year, there)
		}
	}
	d := s.reportPane().details
	if last := d.LastYear(form.Key{Table: "enforcement", Item: "penalty", Column: "decisions"}); last == nil || last.Value != form.Count(26) {
		t.Errorf("last year's penalties are %+v", last)
	}
	if last := d.LastYear(application(formtest.NewRow, "total")); last != nil {
		t.Errorf("the new row has a last year: %+v", last)
	}
}
