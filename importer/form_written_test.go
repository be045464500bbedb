package importer

import (
	"bytes"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/document"
	"nianbao/importer/read"
	"nianbao/importer/workbook"
)

// writtenDocument is a report as the program writes it in Word.
func writtenDocument(t *testing.T, r form.Report) []read.Sheet {
	t.Helper()
	var b bytes.Buffer
	if err := document.Form(r, workbook.FormTitle(&r)).Write(&b); err != nil {
		t.Fatal(err)
	}
	sheets, err := read.Sheets("a.docx", b.Bytes(), read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return sheets
}

func TestAReportWrittenAsADocumentIsReadBackCompletely(t *testing.T) {
	for _, want := range realReports(t) {
		want.Narrative = []form.Passage{{Section: "一", Text: "本年度的工作情况如下。"}, {Section: "六", Text: "没有其他需要报告的事项。"}}
		got := mustBe(t, &want, understandSheets("a.docx", writtenDocument(t, want)))
		if len(got.Narrative) != 2 || got.Narrative[0].Text != want.Narrative[0].Text || got.Narrative[1] != want.Narrative[1] {
			t.Errorf("%s %d: narrative %+v", want.Unit, want.Year, got.Narrative)
		}
	}
}

func TestTheBlankWordFormHasEveryLabel(t *testing.T) {
	for _, e := range form.Editions() {
		seen := map[string]bool{}
		for _, sheet := range writtenDocument(t, form.Report{Edition: e.ID}) {
			for _, row := range sheet.Rows {
				for _, c := range row.Cells {
					seen[c.Text] = true
				}
			}
		}
		for _, table := range e.Tables {
			for _, it := range table.Items {
				if !seen[it.Label] {
					t.Errorf("edition %s: %s is missing", e.ID, it.Label)
				}
			}
		}
	}
}
