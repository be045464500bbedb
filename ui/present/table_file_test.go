package present

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"nianbao/data"
	"nianbao/importer/workbook"
	"nianbao/ui/uitest"
)

func TestATableCanBeWrittenInGB18030(t *testing.T) {
	store := uitest.SampleStore(t)
	path := filepath.Join(t.TempDir(), "表.csv")
	if _, err := WriteTable(t.Context(), store, TableFile{Path: path, Encoding: workbook.GB18030}, nil); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(content)
	if err != nil || !bytes.HasPrefix(text, []byte("单位,年度,")) || !bytes.Contains(text, []byte("瀛海镇,2023")) {
		t.Errorf("the file begins with %.60q, %v", text, err)
	}
}

func TestAFailedOrCancelledExportKeepsTheOldFile(t *testing.T) {
	store := uitest.SampleStore(t)
	path := uitest.Write(t, filepath.Join(t.TempDir(), "table.xlsx"), []byte("old"))
	ctx, cancel := context.WithCancel(t.Context())
	_, err := WriteTable(ctx, store, TableFile{Path: path}, func(int, int) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled after the first rows: %v", err)
	}
	if _, err := WriteTable(t.Context(), store, TableFile{Path: path, Query: data.Query{Sort: []data.SortKey{{Column: "none"}}}}, nil); !errors.Is(err, data.ErrUnknownColumn) {
		t.Errorf("ordered by a column that is none: %v", err)
	}
	if _, err := WriteTable(t.Context(), store, TableFile{Path: path + ".doc"}, nil); !errors.Is(err, ErrTableFormat) {
		t.Errorf("as .doc: %v", err)
	}
	if content, err := os.ReadFile(path); err != nil || string(content) != "old" {
		t.Errorf("the old file holds %q, %v", content, err)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
		t.Errorf("%d files are left, %v", len(left), err)
	}
}

func TestProgressCountsAllRows(t *testing.T) {
	store := uitest.SampleStore(t)
	var last, of int
	if _, err := WriteTable(t.Context(), store, TableFile{Path: filepath.Join(t.TempDir(), "t.csv"), Query: data.Query{Rows: data.FigureRows}}, func(done, total int) { last, of = done, total }); err != nil {
		t.Fatal(err)
	}
	if last != of || of < 1000 {
		t.Errorf("the last progress is %d of %d", last, of)
	}
}
