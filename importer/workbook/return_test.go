package workbook

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nianbao/data/form"
	"nianbao/importer"
)

// faulty is a sample report with errors, and its workbook.
func faulty(t *testing.T) (form.Report, []byte) {
	t.Helper()
	for _, r := range districtReports() {
		if r.Unit == "望湖街道" && r.Year == 2023 {
			var b bytes.Buffer
			fw := formWriter{file: excelize.NewFile(), report: &r, index: r.Index(), places: map[form.Key]form.Source{}}
			if err := fw.write(form.EditionByID(r.Edition).Layout(false), OneSheet); err != nil {
				t.Fatal(err)
			}
			if err := fw.file.Write(&b); err != nil {
				t.Fatal(err)
			}
			for i := range r.Figures {
				r.Figures[i].Source = fw.places[r.Figures[i].Key]
			}
			return r, b.Bytes()
		}
	}
	t.Fatal("no such sample")
	return form.Report{}, nil
}

func returned(t *testing.T, original []byte, r form.Report) (*excelize.File, ReturnedAs) {
	t.Helper()
	var b bytes.Buffer
	as, err := WriteReturn(&b, Return{Report: r, Findings: form.Check(&r), Repairs: form.Diagnose(&r, nil), Original: original, Language: form.Chinese})
	if err != nil {
		t.Fatal(err)
	}
	file, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	return file, as
}

func TestAReturnCopyMarksTheWrongCellInTheUnitsOwnWorkbook(t *testing.T) {
	r, original := faulty(t)
	before := bytes.Clone(original)
	file, as := returned(t, original, r)
	if as != MarkedOriginal || !bytes.Equal(before, original) {
		t.Errorf("base %d, original changed %v", as, !bytes.Equal(before, original))
	}
	wrong := r.Figure(form.Key{Table: form.ApplicationsTable, Item: "received", Column: form.TotalColumnID})
	comments, err := file.GetComments(wrong.Source.Sheet)
	if err != nil {
		t.Fatal(err)
	}
	found := ""
	for _, c := range comments {
		if c.Cell == wrong.Source.Cell {
			found = c.Text + c.Paragraph[0].Text
		}
	}
	for _, want := range []string{"勾稽关系", "行合计", "建议：本年新收 · 总计"} {
		if !strings.Contains(found, want) {
			t.Errorf("the comment at %s lacks %q: %q", wrong.Source.Cell, want, found)
		}
	}
	if value, _ := file.GetCellValue(wrong.Source.Sheet, wrong.Source.Cell); value != wrong.Raw {
		t.Errorf("the figure itself was changed to %q from %q", value, wrong.Raw)
	}
	if file.GetSheetList()[0] != "退回清单" {
		t.Errorf("sheets %v", file.GetSheetList())
	}
	if text, _ := file.GetCellValue("退回清单", fmt.Sprint("E", listFirst)); !strings.Contains(text, "差 ") {
		t.Errorf("the list's first line says %q", text)
	}
}

func TestAFileThatCannotBeMarkedIsReturnedAsTheOfficialForm(t *testing.T) {
	r, _ := faulty(t)
	file, as := returned(t, []byte("<html>…</html>"), r)
	if as != MarkedForm || len(file.GetSheetList()) != 2 {
		t.Fatalf("base %d, sheets %v", as, file.GetSheetList())
	}
	comments, err := file.GetComments(file.GetSheetList()[1])
	if err != nil || len(comments) == 0 {
		t.Errorf("%d comments, %v", len(comments), err)
	}
}

func TestAReturnCopyIsReadAsTheReport(t *testing.T) {
	r, original := faulty(t)
	for _, language := range []form.Language{form.Chinese, form.English} {
		var b bytes.Buffer
		if _, err := WriteReturn(&b, Return{Report: r, Findings: form.Check(&r), Repairs: form.Diagnose(&r, nil), Original: original, Language: language}); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "退回.xlsx")
		if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		results, err := importer.Run(t.Context(), []string{path}, importer.Options{})
		if err != nil || len(results) != 1 || results[0].Err != nil {
			t.Fatalf("%d results, %v: %+v", len(results), err, results)
		}
		back := results[0].Report
		if back.Unit != r.Unit || back.Year != r.Year || len(back.Figures) != len(r.Figures) {
			t.Errorf("it comes back as %s %d with %d figures of %d", back.Unit, back.Year, len(back.Figures), len(r.Figures))
		}
		for _, f := range r.Figures {
			if got := back.Figure(f.Key); got == nil || got.Value != f.Value || got.Status != f.Status {
				t.Errorf("%s comes back as %+v, was %+v", f.Key, got, f)
			}
		}
	}
}
