package importer

import (
	"bytes"
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestFiguresOfAHiddenColumnAreReadAndReported(t *testing.T) {
	file, err := excelize.OpenReader(bytes.NewReader(sampleForm(t)))
	if err != nil {
		t.Fatal(err)
	}
	sheet := file.GetSheetName(0)
	const column = "J" // 总计
	if err := file.SetColVisible(sheet, column, false); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "隐藏列.xlsx")
	if err := file.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	results, err := Run(context.Background(), []string{path}, Options{})
	if err != nil || len(results) != 1 || results[0].Err != nil {
		t.Fatalf("%+v %v", results, err)
	}
	if results[0].Figures != 198 {
		t.Errorf("%d figures, want 198", results[0].Figures)
	}
	told := false
	for _, q := range results[0].Questions {
		told = told || q.Kind == AskHidden
	}
	if !told {
		t.Errorf("the hidden column %s is not told of: %+v", column, results[0].Questions)
	}
}

func TestFiguresInTheColourOfTheirBackgroundAreLeftOutAndReported(t *testing.T) {
	file, err := excelize.OpenReader(bytes.NewReader(sampleForm(t)))
	if err != nil {
		t.Fatal(err)
	}
	sheet := file.GetSheetName(0)
	const cell = "J27"
	if value, err := file.GetCellValue(sheet, cell); err != nil || value == "" {
		t.Fatalf("%s holds %q: %v", cell, value, err)
	}
	white, err := file.NewStyle(&excelize.Style{Font: &excelize.Font{Color: "FFFFFF"}})
	if err != nil {
		t.Fatal(err)
	}
	if err := file.SetCellStyle(sheet, cell, cell, white); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "白字.xlsx")
	if err := file.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	results, err := Run(context.Background(), []string{path}, Options{})
	if err != nil || len(results) != 1 || results[0].Err != nil {
		t.Fatalf("%+v %v", results, err)
	}
	for _, f := range results[0].Report.Figures {
		if f.Source.Cell == cell && f.Status.HasValue() {
			t.Errorf("%s is read as %s", cell, f.Value)
		}
	}
	if !slices.ContainsFunc(results[0].Questions, func(q Question) bool { return q.Kind == AskUnseen && strings.Contains(q.Found[0], cell) }) {
		t.Errorf("nothing tells of %s: %v", cell, explained(results[0].Questions))
	}
}
