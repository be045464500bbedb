package data

import (
	"testing"

	"nianbao/data/form"
)

func TestFilesReturnsTheFileOfEachReport(t *testing.T) {
	s := openStore(t)
	a, b := town(t, "甲镇", 2022), town(t, "乙镇", 2023)
	a.File, b.File = "甲镇2022.xlsx", "乙镇2023.xlsx"
	saved := save(t, s, a, b)
	files, err := s.Files(t.Context(), Query{FromYear: 2023})
	if err != nil || len(files) != 1 || files[saved[1].ReportID] != b.File {
		t.Errorf("%v, %v, want the file of 乙镇 alone", files, err)
	}
}

func TestSourcesCountWhatTheyAddConfirmAndContradict(t *testing.T) {
	s := openStore(t)
	whole := realReport(t, "daxing_yinghai_2023")
	summary := set(t, partOf(whole, form.SummarySource, "汇总.xlsx", "enforcement/", "licensing/"), "enforcement/penalty/decisions", "7")
	id := save(t, s, whole, summary)[0].ReportID
	list, err := s.SourcesOf(t.Context(), id)
	if err != nil || len(list) != 2 {
		t.Fatalf("%+v, %v", list, err)
	}
	if f := list[0]; f.ReportID != id || f.Kind != form.FormSource || f.Figures != 200 || f.Adds != 190 || f.Confirms != 2 || f.Contradicts != 1 {
		t.Errorf("the form: %+v", f)
	}
	if f := list[1]; f.File != "汇总.xlsx" || f.Kind != form.SummarySource || f.Figures != 3 || f.Adds != 0 || f.Confirms != 2 || f.Contradicts != 1 || f.ImportedAt.IsZero() {
		t.Errorf("the summary: %+v", f)
	}
	alone := save(t, s, town(t, "甲镇", 2022))[0].ReportID
	if list, err := s.SourcesOf(t.Context(), alone); err != nil || len(list) != 1 || list[0].ReportID != alone || list[0].Contradicts != 0 {
		t.Errorf("a single file: %+v, %v", list, err)
	}
}
