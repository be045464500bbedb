package ui

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nianbao/ui/grid"
	"nianbao/ui/sql"
	"nianbao/ui/words"
)

// runSQL runs a statement in the SQL pane.
func runSQL(s *shell, statement string) *sql.Pane {
	s.openSQL()
	s.sqlPane().Editor().SetText(statement)
	s.sqlPane().Run()
	return s.sqlPane()
}

func TestTheSQLTabAndPaneSurviveAChangeOfLanguage(t *testing.T) {
	s := openSampleShell(t)
	if len(s.header.tabs.Options()) != 6 {
		t.Error("SQL stands in the header before anybody asked for it")
	}
	if p := runSQL(s, "SELECT 1 AS penalty"); p.Grid().Data().Rows != 1 || len(s.header.tabs.Options()) != 7 {
		t.Errorf("%d rows, %d tabs", p.Grid().Data().Rows, len(s.header.tabs.Options()))
	}
	s.setLanguage(words.English)
	if again := s.sqlPane(); again.Grid().Data().Rows != 1 || !strings.Contains(again.Editor().Text, "penalty") {
		t.Error("statement and rows are lost with the language")
	}
}

func TestAStatementErrorOpensNoDialog(t *testing.T) {
	s := openSampleShell(t)
	if runSQL(s, "SELECT"); s.shownMessage != "" {
		t.Errorf("a dialog came up: %s", s.shownMessage)
	}
}

func TestSQLResultsCanBeCopiedAndExported(t *testing.T) {
	s := openSampleShell(t)
	p := runSQL(s, "SELECT * FROM (VALUES (10, '=1+1'), (9, '乙'), (NULL, '丙'), (100, '丁')) AS t(n, name)")
	p.Grid().OnSort(0, false)
	p.Grid().Select(grid.Range{Row1: 3})
	if got := s.status.middle.Text(); got != "已选 4 格 · 数值 3 个 · 合计 119 · 平均 39.67" {
		t.Errorf("the status bar says %q", got)
	}
	s.gridInFront().Copy(true)
	if got := s.app.Clipboard().Content(); !strings.HasPrefix(got, "n\n100\n10\n9") {
		t.Errorf("copied %q", got)
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
