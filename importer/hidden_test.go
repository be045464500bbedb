package importer

import (
	"bytes"
	"context"
	"path/filepath"
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
