package ui

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer/workbook"
	"nianbao/ui/grid"
	"nianbao/ui/uitest"
)

func drop(s *shell, paths ...string) {
	var items []fyne.URI
	for _, path := range paths {
		items = append(items, storage.NewFileURI(path))
	}
	s.importURIs(items)
}

// selectLine selects a line of those shown.
func selectLine(p *importPane, i int) {
	row := p.list.Row(i)
	p.grid.Select(grid.Range{Row0: row, Row1: row, Col0: 2, Col1: 2})
}

func TestADroppedFolderIsImportedLineByLine(t *testing.T) {
	s := openShell(t)
	drop(s, writeSamples(t, "平潭"))
	p := s.panes[ImportPane].(*importPane)
	if s.state.pane != ImportPane || len(p.shown) != 4 {
		t.Fatalf("pane %d shows %d lines, want the import with 4", s.state.pane, len(p.shown))
	}
	if got := p.headline.Text(); got != "导入 4 · 更新 0 · 未变 0 · 失败 0" {
		t.Errorf("the headline is %q", got)
	}
	first := p.shown[0]
	if first.unit != "平潭综合实验区" || first.year != 2019 || first.figures != 198 {
		t.Errorf("the first line says %s %d with %d figures", first.unit, first.year, first.figures)
	}
	if p.shown[1].errors != 2 {
		t.Errorf("平潭 2020 has %d errors, want 2", p.shown[1].errors)
	}
}

func TestImportingTwiceChangesNothing(t *testing.T) {
	s := openShell(t)
	folder := writeSamples(t, "平潭")
	drop(s, folder)
	drop(s, folder)
	if n := s.imports.tally(); n[data.Unchanged] != 4 || len(s.imports.lines) != 4 {
		t.Errorf("the second import gives %v", n)
	}
	if s.imports.importID != 0 {
		t.Error("an import that changed nothing can be undone")
	}
}

func TestBadFilesAreExplainedAndDoNotStopTheOthers(t *testing.T) {
	s := openShell(t)
	folder := writeSamples(t, "瀛海")
	good, err := filepath.Glob(folder + "/*.xlsx")
	if err != nil || len(good) != 1 {
		t.Fatal(good, err)
	}
	content, err := os.ReadFile(good[0])
	if err != nil {
		t.Fatal(err)
	}
	uitest.Write(t, folder+"/截断.xlsx", content[:len(content)/2])
	uitest.Write(t, folder+"/文本.xlsx", []byte("这不是工作簿"))
	uitest.Write(t, folder+"/照片.jpg", []byte("\xff\xd8\xff"))
	drop(s, folder)
	n := s.imports.tally()
	if n[data.Imported] != 1 || n[failure] != 3 {
		t.Fatalf("the import gives %v", n)
	}
	p := s.panes[ImportPane].(*importPane)
	for i, l := range p.shown {
		if !l.failed() {
			continue
		}
		selectLine(p, i)
		if p.reason(l) == "" || !strings.Contains(p.detail.Text(), p.reason(l)) {
			t.Errorf("%s: no reason in %q", l.file, p.detail.Text())
		}
	}
}

func TestCancellingKeepsWhatWasImported(t *testing.T) {
	s := openShell(t)
	show := s.imports.onProgress
	s.imports.onProgress = func() {
		show()
		if s.imports.progress.done == 5 {
			s.imports.stop()
		}
	}
	s.openSample()
	saved := s.imports.tally()[data.Imported]
	if saved < 5 || saved >= uitest.SampleReports {
		t.Fatalf("%d reports were saved before the cancel", saved)
	}
	if s.inventory.reports != saved {
		t.Errorf("the store has %d reports, want %d", s.inventory.reports, saved)
	}
	p := s.panes[ImportPane].(*importPane)
	if p.headline.Text() != "已取消；已完成的部分保留" || s.state.pane != ImportPane {
		t.Errorf("the headline is %q", p.headline.Text())
	}
}

func TestAnImportCanBeUndone(t *testing.T) {
	s := openShell(t)
	drop(s, writeSamples(t, "平潭"))
	p := s.panes[ImportPane].(*importPane)
	if !p.ends[1].Visible() {
		t.Fatal("nothing offers to undo the import")
	}
	test.Tap(p.undo)
	if s.inventory.reports != 4 {
		t.Fatal("nothing was asked before four reports went")
	}
	answerQuestion(t, s, true)
	if s.inventory.reports != 0 || len(p.shown) != 0 {
		t.Errorf("%d reports are left and %d lines shown", s.inventory.reports, len(p.shown))
	}
}

func TestAReportWithoutUnitAndYearIsImportedOnceTheyAreEntered(t *testing.T) {
	s := openShell(t)
	path := uitest.Write(t, filepath.Join(t.TempDir(), "报表.xlsx"), namelessForm(t))
	drop(s, path)
	l := s.imports.lines[0]
	if !l.correctable() || s.inventory.reports != 0 {
		t.Fatalf("the report without a name gives %+v", l)
	}
	s.importCorrected([]line{l}, "北京市大兴区", "瀛海镇", 2023)
	if n := s.imports.tally(); n[data.Imported] != 1 {
		t.Fatalf("with unit and year it gives %v: %v", n, s.imports.lines[0].err)
	}
	if got := s.imports.lines[0]; got.unit != "瀛海镇" || got.year != 2023 {
		t.Errorf("it is kept as %s %d", got.unit, got.year)
	}
}

func namelessForm(t *testing.T) []byte {
	t.Helper()
	r := form.Report{Edition: "2021"}
	for _, k := range form.EditionByID(r.Edition).Keys() {
		r.Figures = append(r.Figures, form.Figure{Key: k, Status: form.StatusNumber, Value: form.Count(1)})
	}
	var b bytes.Buffer
	if err := workbook.WriteForm(&b, r, workbook.OneSheet); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAReportThatCouldNotBeWrittenCountsAsFailed(t *testing.T) {
	lines := []line{{verdict: data.Imported, file: "a.xlsx", unit: "瀛海镇", year: 2023}, {verdict: data.Imported, file: "b.xlsx", unit: "旧宫镇", year: 2023}}
	other := errors.New("the disk is full")
	rest := markUnsaved(lines, errors.Join(&data.SaveError{File: "b.xlsx", Unit: "旧宫镇", Year: 2023, Err: other}, other))
	if lines[0].failed() || !lines[1].failed() || lines[1].verdict != "" {
		t.Errorf("the lines are %+v", lines)
	}
	if rest == nil || rest.Error() != other.Error() {
		t.Errorf("what else went wrong is %v", rest)
	}
	if markUnsaved(lines, nil) != nil {
		t.Error("an error came from none")
	}
}

func TestACheckWithNewRulesShowsProgressAndRecordsNoImport(t *testing.T) {
	s := openSampleShell(t)
	s.state.open(FindingsPane)
	want := len(s.findingsPane().all)
	told := ""
	s.imports.onProgress = func() {
		s.importProgressed()
		told = s.status.middle.Text()
	}
	s.imports.start(job{recheck: true})
	if told != "规则有更新，正在重新核对 53 / 53" {
		t.Errorf("the status bar says %q", told)
	}
	if got := len(s.findingsPane().all); got != want || s.state.pane != FindingsPane || s.imports.running || s.imports.ended {
		t.Errorf("%d findings, want %d, in pane %d", got, want, s.state.pane)
	}
}
