package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"nianbao/ui/uitest"
)

// exportBy goes through the dialog and returns the file it writes.
func exportBy(t *testing.T, s *shell, kind exportKind) string {
	t.Helper()
	folder := t.TempDir()
	s.lastFolder = folder
	s.export()
	if s.exporter == nil {
		t.Fatal("no dialog came up")
	}
	x := s.exporter
	x.choose(kind)
	test.Tap(x.start)
	if kind == asClipboard {
		return ""
	}
	saver := s.saver
	saver.name.SetText("导出")
	saver.finish()
	if !x.done.Visible() {
		t.Fatalf("the dialog does not say that it is done; said is %q", s.telling)
	}
	path := x.place.Text()
	if _, err := os.Stat(path); err != nil || filepath.Dir(path) != folder {
		t.Fatalf("written is %s, %v", path, err)
	}
	x.close()
	return path
}

func TestTheDialogExportsTheTableInEveryFormat(t *testing.T) {
	s := openSampleShell(t)
	for kind, ending := range map[exportKind]string{asWorkbook: ".xlsx", asText: ".csv", asParquet: ".parquet"} {
		if path := exportBy(t, s, kind); filepath.Base(path) != "导出"+ending {
			t.Errorf("written is %s", path)
		}
	}
	exportBy(t, s, asClipboard)
	lines := strings.Split(s.app.Clipboard().Content(), "\n")
	if len(lines) != uitest.SampleReports+2 || !strings.HasPrefix(lines[0], "单位\t年度\t") || !strings.HasPrefix(lines[len(lines)-1], "合计\t") {
		t.Errorf("%d lines are on the clipboard, the last %q", len(lines), lines[len(lines)-1])
	}
	if s.exporter != nil || s.front != nil {
		t.Error("the dialog is not closed")
	}
}

func TestAnExistingFileIsReplacedOnlyWhenTheUserSaysSo(t *testing.T) {
	s := openSampleShell(t)
	s.lastFolder = t.TempDir()
	old := uitest.Write(t, filepath.Join(s.lastFolder, "导出.xlsx"), []byte("old"))
	s.export()
	x := s.exporter
	test.Tap(x.start)
	s.saver.name.SetText("导出")
	s.saver.finish()
	if content, err := os.ReadFile(old); err != nil || string(content) != "old" || x.done.Visible() {
		t.Errorf("the file holds %.10q without a question, %v", content, err)
	}
}

func TestParquetByYearIsAFolder(t *testing.T) {
	s := openSampleShell(t)
	s.lastFolder = t.TempDir()
	s.export()
	x := s.exporter
	x.choose(asParquet)
	x.to.ByYear = true
	test.Tap(x.start)
	s.saver.finish()
	files, err := filepath.Glob(filepath.Join(s.lastFolder, "申请 分年", "year=*", "*.parquet"))
	if err != nil || len(files) != 6 {
		t.Errorf("%d files are written, %v; said is %q", len(files), err, s.telling)
	}
}
