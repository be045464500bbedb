package sql

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/tabular"
	"nianbao/ui/task"
	"nianbao/ui/uitest"
	"nianbao/ui/words"
)

// fixture is a pane with everything that it told the window.
type fixture struct {
	*Pane
	copied string
}

// openPane returns a pane over the samples, in a window of its own.
func openPane(t *testing.T) *fixture {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light))
	f := &fixture{}
	atOnce := task.Runner{Start: func(work func()) { work() }, Show: func(done func()) { done() }}
	window := test.NewTempWindow(t, nil)
	f.Pane = New(Window{
		Store: uitest.SampleStore(t), Tasks: atOnce, Canvas: window.Canvas(),
		OnKey: func(*fyne.KeyEvent) {}, Fail: func(err error) { t.Errorf("the window is told of %v", err) },
		Explain: func(err error) string { return present.Explain(err, words.Chinese).Text },
		Changed: func() {}, Select: func(string) {}, Copy: func(text string) { f.copied = text },
		Trace: func(string, ...any) {},
	}, &Session{})
	window.SetContent(f.Content())
	window.Resize(fyne.NewSize(1200, 700))
	f.Load()
	return f
}

// run runs a statement with Ctrl+Enter.
func (f *fixture) run(statement string) {
	f.editor.SetText(statement)
	f.editor.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
}

func TestAStatementFillsTheGrid(t *testing.T) {
	f := openPane(t)
	f.run("SELECT unit, value, NULL AS nothing FROM figures WHERE item_id='penalty' AND unit='瀛海镇'")
	d := f.grid.Data()
	if d.Rows != 1 || d.Cell(0, 0).Text != "瀛海镇" || d.Cell(0, 1) != (tabular.Cell{Kind: tabular.Number, Text: "2390"}) || d.Cell(0, 2).Kind != tabular.Blank {
		t.Errorf("the row is %+v %+v %+v", d.Cell(0, 0), d.Cell(0, 1), d.Cell(0, 2))
	}
	if !strings.HasPrefix(f.said.Text(), "1 行 × 3 列") {
		t.Errorf("said is %q", f.said.Text())
	}
}

func TestAnErrorIsExplainedAndThePreviousRowsStay(t *testing.T) {
	f := openPane(t)
	if f.run("SELECT"); !strings.Contains(f.said.Text(), "语句有误") {
		t.Errorf("a first mistake is answered with %q", f.said.Text())
	}
	f.run("SELECT count(*) FROM reports")
	for statement, want := range map[string]string{
		"SELECT unti FROM reports":        "unti",
		"DROP VIEW reports":               "只能查询",
		"SELECT 1; SELECT 2":              "只能查询",
		"SELECT * FROM '/etc/passwd'":     "只能查询",
		"SELECT sum(unit) FROM applicant": "语句有误",
	} {
		f.run(statement)
		if !strings.Contains(f.said.Text(), want) || f.grid.Data().Rows != 1 || strings.Contains(f.said.Text(), "LINE ") {
			t.Errorf("%s: said is %q, %d rows stand below", statement, f.said.Text(), f.grid.Data().Rows)
		}
	}
}

func TestRecentStatementsCanBeRecalled(t *testing.T) {
	f := openPane(t)
	for _, statement := range []string{"SELECT 1", "SELECT 2", "SELECT 1 "} {
		f.run(statement)
	}
	if !slices.Equal(f.session.recent, []string{"SELECT 1", "SELECT 2"}) {
		t.Errorf("remembered are %q", f.session.recent)
	}
	f.recent.OnPick("SELECT 2")
	if f.editor.Text != "SELECT 2" {
		t.Errorf("the editor holds %q", f.editor.Text)
	}
}

func TestClickingAColumnInsertsItsName(t *testing.T) {
	f := openPane(t)
	if n := len(f.views.Lines()); n < 100 {
		t.Fatalf("only %d views and columns are listed", n)
	}
	if first := f.views.Lines()[0].ID; first != "reports" {
		t.Errorf("the list begins with %s", first)
	}
	f.editor.SetText("SELECT\nFROM reports")
	f.editor.CursorRow, f.editor.CursorColumn = 0, 6
	f.views.OnToggle("reports.unit")
	if f.editor.Text != "SELECT unit\nFROM reports" || f.editor.CursorColumn != 11 {
		t.Errorf("the statement is %q, the cursor at %d", f.editor.Text, f.editor.CursorColumn)
	}
}

func TestRowsCanBeSortedByHeadingAndAreCopiedInThatOrder(t *testing.T) {
	f := openPane(t)
	f.run("SELECT * FROM (VALUES (10, '=1+1'), (9, '乙'), (NULL, '丙'), (100, '丁')) AS t(n, name)")
	f.grid.OnSort(0, false)
	var order []string
	for row := range f.grid.Data().Rows {
		order = append(order, f.grid.Data().Cell(row, 0).Text)
	}
	if !slices.Equal(order, []string{"100", "10", "9", ""}) {
		t.Errorf("ordered by number: %q", order)
	}
	test.Tap(f.copying)
	if f.copied != "n\tname\n100\t丁\n10\t'=1+1\n9\t乙\n\t丙" {
		t.Errorf("all rows are copied as %q", f.copied)
	}
}
