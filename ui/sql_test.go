package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/xuri/excelize/v2"

	"nianbao/ui/grid"
	"nianbao/ui/tabular"
	"nianbao/ui/words"
)

// askSQL runs a statement with Ctrl+Enter.
func askSQL(t *testing.T, s *shell, statement string) *sqlPane {
	t.Helper()
	s.openSQL()
	p := s.sqlPane()
	p.editor.SetText(statement)
	p.editor.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	return p
}

func TestAStatementIsAnsweredInTheGrid(t *testing.T) {
	s := openSampleShell(t)
	if len(s.header.tabs.Options()) != 6 {
		t.Error("SQL stands in the header before anybody asked for it")
	}
	p := askSQL(t, s, "SELECT unit, value, NULL AS nothing FROM figures WHERE item_id='penalty' AND unit='瀛海镇'")
	d := p.grid.Data()
	if d.Rows != 1 || d.Cell(0, 0).Text != "瀛海镇" || d.Cell(0, 1) != (tabular.Cell{Kind: tabular.Number, Text: "2390"}) || d.Cell(0, 2).Kind != tabular.Blank {
		t.Errorf("the answer is %+v %+v %+v", d.Cell(0, 0), d.Cell(0, 1), d.Cell(0, 2))
	}
	if !strings.HasPrefix(p.said.Text(), "1 行 × 3 列") || len(s.header.tabs.Options()) != 7 {
		t.Errorf("said is %q", p.said.Text())
	}
	s.speak(words.English)
	if again := s.sqlPane(); again.grid.Data().Rows != 1 || !strings.Contains(again.editor.Text, "penalty") {
		t.Error("statement and answer are lost with the language")
	}
}

func TestAMistakeIsSaidAndTheAnswerBeforeStays(t *testing.T) {
	s := openSampleShell(t)
	if p := askSQL(t, s, "SELECT"); !strings.Contains(p.said.Text(), "语句有误") {
		t.Errorf("a first mistake is answered with %q", p.said.Text())
	}
	askSQL(t, s, "SELECT count(*) FROM reports")
	for statement, want := range map[string]string{
		"SELECT unti FROM reports":        "unti",
		"DROP VIEW reports":               "只能查询",
		"SELECT 1; SELECT 2":              "只能查询",
		"SELECT * FROM '/etc/passwd'":     "只能查询",
		"SELECT sum(unit) FROM applicant": "语句有误",
	} {
		p := askSQL(t, s, statement)
		if !strings.Contains(p.said.Text(), want) || p.grid.Data().Rows != 1 || strings.Contains(p.said.Text(), "LINE ") {
			t.Errorf("%s: said is %q, %d rows stand below", statement, p.said.Text(), p.grid.Data().Rows)
		}
	}
	if s.telling != "" {
		t.Errorf("a dialog came up: %s", s.telling)
	}
}

func TestRecentStatementsComeBack(t *testing.T) {
	s := openSampleShell(t)
	for _, statement := range []string{"SELECT 1", "SELECT 2", "SELECT 1 "} {
		askSQL(t, s, statement)
	}
	p := s.sqlPane()
	if !slices.Equal(s.sql.recent, []string{"SELECT 1", "SELECT 2"}) {
		t.Errorf("remembered are %q", s.sql.recent)
	}
	p.recent.OnPick("SELECT 2")
	if p.editor.Text != "SELECT 2" {
		t.Errorf("the editor holds %q", p.editor.Text)
	}
}

func TestClickingAColumnInsertsItsName(t *testing.T) {
	s := openSampleShell(t)
	s.openSQL()
	p := s.sqlPane()
	if n := len(p.views.Lines()); n < 100 {
		t.Fatalf("only %d views and columns are listed", n)
	}
	if first := p.views.Lines()[0].ID; first != "reports" {
		t.Errorf("the list begins with %s", first)
	}
	p.editor.SetText("SELECT\nFROM reports")
	p.editor.CursorRow, p.editor.CursorColumn = 0, 6
	p.views.OnToggle("reports.unit")
	if p.editor.Text != "SELECT unit\nFROM reports" || p.editor.CursorColumn != 11 {
		t.Errorf("the statement is %q, the cursor at %d", p.editor.Text, p.editor.CursorColumn)
	}
}

func TestAnAnswerIsSortedByItsHeadingsAndLeavesThatWay(t *testing.T) {
	s := openSampleShell(t)
	p := askSQL(t, s, "SELECT * FROM (VALUES (10, '=1+1'), (9, '乙'), (NULL, '丙'), (100, '丁')) AS t(n, name)")
	p.grid.OnSort(0, false)
	var order []string
	for row := range p.grid.Data().Rows {
		order = append(order, p.grid.Data().Cell(row, 0).Text)
	}
	if !slices.Equal(order, []string{"100", "10", "9", ""}) {
		t.Errorf("ordered by number: %q", order)
	}
	p.grid.Select(grid.Range{Row1: 3})
	if got := s.status.middle.Text(); got != "已选 4 格 · 数值 3 个 · 合计 119 · 平均 39.67" {
		t.Errorf("the status bar says %q", got)
	}
	s.gridInFront().Copy(true)
	if got := s.app.Clipboard().Content(); !strings.HasPrefix(got, "n\n100\n10\n9") {
		t.Errorf("copied %q", got)
	}
	test.Tap(p.copying)
	if got := s.app.Clipboard().Content(); got != "n\tname\n100\t丁\n10\t'=1+1\n9\t乙\n\t丙" {
		t.Errorf("the whole answer is copied as %q", got)
	}
	path := exportBy(t, s, asWorkbook)
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetName(0))
	if err != nil || strings.Join(rows[2], " ") != "100 丁" || strings.Join(rows[3], " ") != "10 =1+1" {
		t.Errorf("the workbook holds %q, %v", rows, err)
	}
	if formula, _ := f.GetCellFormula(f.GetSheetName(0), "B4"); formula != "" {
		t.Errorf("a text became the formula %s", formula)
	}
}

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
	if len(lines) != sampleReports+2 || !strings.HasPrefix(lines[0], "单位\t年度\t") || !strings.HasPrefix(lines[len(lines)-1], "合计\t") {
		t.Errorf("%d lines are on the clipboard, the last %q", len(lines), lines[len(lines)-1])
	}
	if s.exporter != nil || s.front != nil {
		t.Error("the dialog is not closed")
	}
}

func TestAnExistingFileIsReplacedOnlyWhenTheUserSaysSo(t *testing.T) {
	s := openSampleShell(t)
	s.lastFolder = t.TempDir()
	old := write(t, filepath.Join(s.lastFolder, "导出.xlsx"), []byte("old"))
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
	x.to.byYear = true
	test.Tap(x.start)
	s.saver.finish()
	files, err := filepath.Glob(filepath.Join(s.lastFolder, "申请 分年", "year=*", "*.parquet"))
	if err != nil || len(files) != 6 {
		t.Errorf("%d files are written, %v; said is %q", len(files), err, s.telling)
	}
}
