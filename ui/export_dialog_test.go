package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"nianbao/ui/uitest"
)

// exportBy exports through the dialog and returns the file that it writes.
func exportBy(t *testing.T, s *shell, kind exportKind) string {
	t.Helper()
	folder := t.TempDir()
	s.lastFolder = folder
	s.export()
	if s.exportDialog == nil {
		t.Fatal("no dialog came up")
	}
	x := s.exportDialog
	x.choose(kind)
	test.Tap(x.start)
	if kind == asClipboard {
		return ""
	}
	saver := s.saveDialog
	saver.name.SetText("导出")
	saver.finish()
	if !x.donePage.Visible() {
		t.Fatalf("the dialog does not say that it is done; said is %q", s.shownMessage)
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
	if s.exportDialog != nil || s.isAsking() {
		t.Error("the dialog is not closed")
	}
}

func TestAnExistingFileIsReplacedOnlyIfTheUserAgrees(t *testing.T) {
	s := openSampleShell(t)
	s.lastFolder = t.TempDir()
	old := uitest.Write(t, filepath.Join(s.lastFolder, "导出.xlsx"), []byte("old"))
	s.export()
	x := s.exportDialog
	test.Tap(x.start)
	s.saveDialog.name.SetText("导出")
	s.saveDialog.finish()
	if content, err := os.ReadFile(old); err != nil || string(content) != "old" || x.donePage.Visible() {
		t.Errorf("the file holds %.10q without a question, %v", content, err)
	}
}

func TestParquetByYearIsWrittenAsAFolder(t *testing.T) {
	s := openSampleShell(t)
	s.lastFolder = t.TempDir()
	s.export()
	x := s.exportDialog
	x.choose(asParquet)
	x.to.ByYear = true
	test.Tap(x.start)
	s.saveDialog.finish()
	files, err := filepath.Glob(filepath.Join(s.lastFolder, "申请 分年", "year=*", "*.parquet"))
	if err != nil || len(files) != 6 {
		t.Errorf("%d files are written, %v; said is %q", len(files), err, s.shownMessage)
	}
}
