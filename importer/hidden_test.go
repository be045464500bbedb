package importer

import (
	"bytes"
	"context"

	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nianbao/data/form"
)

func TestFiguresOfAHiddenColumnAreReadAndToldOf(t *testing.T) {
	r, content := faulty(t)
	file, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	at := r.Figure(form.Key{Table: form.ApplicationsTable, Item: "received", Column: form.TotalColumnID}).Source
	column := strings.TrimRight(at.Cell, "0123456789")
	if err := file.SetColVisible(at.Sheet, column, false); err != nil {
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
	if results[0].Figures != 200 {
		t.Errorf("%d figures, want 200", results[0].Figures)
	}
	told := false
	for _, q := range results[0].Questions {
		told = told || q.Kind == AskHidden
	}
	if !told {
		t.Errorf("the hidden column %s is not told of: %+v", column, results[0].Questions)
	}
}
