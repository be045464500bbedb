package workbook

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"nianbao/data/form"
	"nianbao/importer/read"
)

func writeToFile(t *testing.T, r form.Report, sheets FormSheets) *excelize.File {
	t.Helper()
	var b bytes.Buffer
	if err := WriteForm(&b, r, sheets); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func TestTheBlankFormHasEveryLabelAndNoFigure(t *testing.T) {
	for _, e := range form.Editions() {
		f := writeToFile(t, form.Report{Edition: e.ID}, OneSheet)
		seen := map[string]int{}
		rows, err := f.GetRows(f.GetSheetName(0))
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for _, text := range row {
				seen[text]++
			}
		}
		for _, table := range e.Tables {
			for _, it := range table.Items {
				if seen[it.Label] == 0 {
					t.Errorf("edition %s: %s is missing", e.ID, it.Label)
				}
			}
			for _, c := range table.Columns {
				if seen[c.Label] == 0 {
					t.Errorf("edition %s: %s is missing", e.ID, c.Label)
				}
			}
		}
		if seen["0"] > 0 {
			t.Errorf("edition %s: the blank form has %d zeros", e.ID, seen["0"])
		}
	}
}

func TestTheFormOnThreeSheetsHasOneSectionPerSheet(t *testing.T) {
	f := writeToFile(t, form.Report{Edition: "2021", Agency: "某镇人民政府", Year: 2023}, ThreeSheets)
	if got := len(f.GetSheetList()); got != 3 {
		t.Fatalf("%d sheets: %v", got, f.GetSheetList())
	}
	for _, name := range f.GetSheetList() {
		if title, _ := f.GetCellValue(name, "A1"); title != "某镇人民政府2023年政府信息公开工作年度报告" {
			t.Errorf("sheet %s has the title %q", name, title)
		}
	}
}

func TestTextThatLooksLikeAFormulaIsWrittenAsText(t *testing.T) {
	key := form.Key{Table: "enforcement", Item: "penalty", Column: "decisions"}
	for _, raw := range []string{"=1+1", "+86", "-见附件", "@SUM(A1)", `=HYPERLINK("http://example.invalid")`} {
		r := form.Report{Edition: "2021", Agency: "=cmd", Figures: []form.Figure{{Key: key, Status: form.StatusText, Raw: raw}}}
		f := writeToFile(t, r, OneSheet)
		sheet := f.GetSheetName(0)
		found := false
		rows, _ := f.GetRows(sheet)
		for i, row := range rows {
			for j, text := range row {
				at := read.ColumnName(j) + string(rune('0'+(i+1)/10)) + string(rune('0'+(i+1)%10))
				if i < 9 {
					at = read.ColumnName(j) + string(rune('1'+i))
				}
				if formula, _ := f.GetCellFormula(sheet, at); formula != "" {
					t.Errorf("%s holds the formula %q", at, formula)
				}
				found = found || text == raw
			}
		}
		if !found {
			t.Errorf("%q is not in the form as it was", raw)
		}
	}
}

func TestAReportWithoutAnEditionIsRefused(t *testing.T) {
	if err := WriteForm(&bytes.Buffer{}, form.Report{Year: 2010}, OneSheet); err == nil {
		t.Error("a form for 2010 was written")
	}
}
