package ui

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/data"
	"nianbao/importer/workbook"
	"nianbao/ui/grid"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/tabular"
	"nianbao/ui/task"
	"nianbao/ui/uitest"
	"nianbao/ui/words"
)

// atOnce runs everything on the caller's goroutine, so that a test sees the result when a call
// returns.
func atOnce() task.Runner {
	return task.Runner{Start: func(work func()) { work() }, Show: func(done func()) { done() }}
}

// openShell returns a window on an empty store.
func openShell(t *testing.T) *shell {
	t.Helper()
	return openShellAt(t, filepath.Join(t.TempDir(), "test.duckdb"))
}

func openShellAt(t *testing.T, path string) *shell {
	t.Helper()
	app := test.NewTempApp(t)
	store := uitest.Store(t, path)
	window := test.NewTempWindow(t, nil)
	s := newShell(app, window, store, atOnce())
	s.imports.pace = 0
	s.copiedHTML = func(context.Context) string { return "" }
	s.onQuit = func() {}
	s.appearance = look.Light
	s.applyLook()
	s.start()
	window.Resize(fyne.NewSize(1366, 768))
	return s
}

// openSampleShell returns a window on the program's own samples: a copy of a store into which
// they were imported once.
func openSampleShell(t *testing.T) *shell {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sample.duckdb")
	uitest.Write(t, path, uitest.SampleBytes(t))
	s := openShellAt(t, path)
	if s.inventory.reports != uitest.SampleReports {
		t.Fatalf("the sample has %d reports", s.inventory.reports)
	}
	s.state.open(TablePane)
	return s
}

func (s *shell) gridRows() int { return s.tablePane().grid.Data().Rows }

// shownCell is the table's cell for a figure in its first row.
func (s *shell) shownCell(t *testing.T, column string) tabular.Cell {
	t.Helper()
	d := s.tablePane().grid.Data()
	for i, c := range d.Columns {
		if c.ID == column {
			return d.Cell(0, i)
		}
	}
	t.Fatalf("no column %s", column)
	return tabular.Cell{}
}

func yinghai() data.Body { return data.Body{Region: "北京市大兴区", Unit: "瀛海镇"} }

func TestAnEmptyStoreShowsTheFirstScreen(t *testing.T) {
	s := openShell(t)
	if s.body.Objects[0] != s.welcome.box {
		t.Error("the first screen is not shown")
	}
	if !s.header.tabs.Options()[TablePane].Disabled {
		t.Error("the table can be chosen although there is nothing in it")
	}
	if s.header.samples.Visible() {
		t.Error("samples are said to be shown")
	}
}

func TestOpeningTheSampleFillsOverviewAndTable(t *testing.T) {
	s := openShell(t)
	test.Tap(s.welcome.sample)
	if p := s.panes[OverviewPane].(*overviewPane); s.state.pane != OverviewPane || p.shown == nil || len(p.shown.Now.Rows) == 0 {
		t.Fatalf("pane %d is in front, or the overview is empty", s.state.pane)
	}
	s.state.open(TablePane)
	if s.state.pane != TablePane || s.gridRows() != uitest.SampleReports {
		t.Errorf("pane %d with %d rows, want the table with %d", s.state.pane, s.gridRows(), uitest.SampleReports)
	}
	if !s.header.samples.Visible() {
		t.Error("nothing says that samples are shown")
	}
}

func TestRemovingTheSampleLeavesTheFirstScreen(t *testing.T) {
	s := openSampleShell(t)
	test.Tap(s.header.samples)
	if s.body.Objects[0] != s.welcome.box || s.inventory.reports != 0 {
		t.Errorf("%d reports are left", s.inventory.reports)
	}
}

func TestChoosingOneUnitShowsItsPenalties(t *testing.T) {
	s := openSampleShell(t)
	s.sidebar.units.Search.SetText("瀛海")
	s.sidebar.units.Search.OnSubmitted("")
	s.sidebar.views.OnTap(4)
	if s.gridRows() != 1 {
		t.Fatalf("%d rows, want 1", s.gridRows())
	}
	if got := s.shownCell(t, "enforcement/penalty/decisions"); got.Text != "2,390" || got.Kind != tabular.Number {
		t.Errorf("penalties are shown as %+v, want 2,390", got)
	}
	if total := s.tablePane().sheet.Total(len(s.tablePane().sheet.IDs) - 2); total.Text != "2,390" {
		t.Errorf("the total is %q", total.Text)
	}
}

func TestRemovingAChipRestoresAllReports(t *testing.T) {
	s := openSampleShell(t)
	s.state.change(func(c *present.Choice) { c.Query.Units = []data.Body{yinghai()} })
	if len(s.chips.chips) != 1 || s.chips.chips[0].Text() != "瀛海镇" {
		t.Fatalf("%d chips", len(s.chips.chips))
	}
	test.Tap(s.chips.chips[0])
	if s.gridRows() != uitest.SampleReports || len(s.chips.chips) != 0 || s.chips.clear.Visible() {
		t.Errorf("%d rows and %d chips are left", s.gridRows(), len(s.chips.chips))
	}
}

func TestClearingAllFiltersKeepsTheView(t *testing.T) {
	s := openSampleShell(t)
	s.state.change(func(c *present.Choice) {
		c.Query = data.Query{View: data.Outcomes, FromYear: 2021, Kinds: []string{"business"}, Regions: []string{"北京市大兴区"}}
	})
	if s.gridRows() != 1 || len(s.chips.chips) != 3 {
		t.Fatalf("%d rows and %d chips, want 1 and 3", s.gridRows(), len(s.chips.chips))
	}
	test.Tap(s.chips.clear)
	if s.gridRows() != uitest.SampleReports || s.state.choice.Query.View != data.Outcomes {
		t.Errorf("%d rows in view %q", s.gridRows(), s.state.choice.Query.View)
	}
}

func TestABlankCellIsShownAsBlankAndNotAsZero(t *testing.T) {
	s := openSampleShell(t)
	s.state.change(func(c *present.Choice) { c.Query = data.Query{Units: []data.Body{yinghai()}} })
	if got := s.shownCell(t, "applications/other-other/total"); got.Kind != tabular.Blank || got.Text != "" {
		t.Errorf("（六）3.其他 is shown as %+v, want blank", got)
	}
	if got := s.shownCell(t, "applications/refused-state-secret/total"); got.Kind != tabular.Number || got.Text != "0" {
		t.Errorf("a reported 0 is shown as %+v", got)
	}
	if got := s.shownCell(t, "procurement/procurement/projects"); got.Kind != tabular.Missing {
		t.Errorf("what the form of the year does not have is shown as %+v", got)
	}
}

func TestUndoAndRedoStepThroughTheChoices(t *testing.T) {
	s := openSampleShell(t)
	s.state.change(func(c *present.Choice) { c.Query.Units = []data.Body{yinghai()} })
	s.state.change(func(c *present.Choice) { c.Query.View = data.Disputes })
	s.state.undo()
	s.state.undo()
	if s.gridRows() != uitest.SampleReports || s.state.choice.Query.View != data.Applications {
		t.Errorf("after undoing twice %d rows of %q", s.gridRows(), s.state.choice.Query.View)
	}
	s.state.redo()
	if s.gridRows() != 1 || s.state.choice.Query.View != data.Applications {
		t.Errorf("after redoing once %d rows of %q", s.gridRows(), s.state.choice.Query.View)
	}
	s.state.redo()
	s.state.redo()
	if s.state.choice.Query.View != data.Disputes {
		t.Errorf("after redoing all the view is %q", s.state.choice.Query.View)
	}
}

func TestClickingAHeadingSorts(t *testing.T) {
	s := openSampleShell(t)
	p := s.tablePane()
	col := p.sheet.Front
	p.grid.OnSort(col, false)
	first := p.cell(0, col).Text
	if first != "130" {
		t.Errorf("the largest number of applications is %s, want 130 first", first)
	}
	p.grid.OnSort(col, false)
	if got := p.cell(0, col).Text; got != "4" {
		t.Errorf("the smallest is %s, want 4 first", got)
	}
	p.grid.OnSort(col, false)
	if len(s.state.choice.Query.Sort) != 0 {
		t.Error("a third click does not take the order back")
	}
}

func TestTheStatusBarShowsTheSumOfTheSelection(t *testing.T) {
	s := openSampleShell(t)
	p := s.tablePane()
	col := p.sheet.Front
	p.grid.Select(grid.Range{Row0: 0, Col0: col, Row1: 3, Col1: col})
	if got := s.status.middle.Text(); got != "已选 4 格 · 数值 4 个 · 合计 188 · 平均 47.00" {
		t.Errorf("the status bar says %q", got)
	}
}

func TestCopiedCellsCanBePastedAsCells(t *testing.T) {
	s := openSampleShell(t)
	s.state.change(func(c *present.Choice) {
		c.Query = data.Query{View: data.Enforcement, Units: []data.Body{yinghai()}}
	})
	p := s.tablePane()
	p.copy(grid.Range{Row0: 0, Col0: 0, Row1: 0, Col1: len(p.sheet.IDs) - 1}, true)
	want := "单位\t年度\t地区\t核对提示\t行政许可（件）\t行政执法 行政处罚（件）\t行政执法 行政强制（件）\n瀛海镇\t2023\t北京市大兴区\t1\t0\t2390\t0"
	if got := s.app.Clipboard().Content(); got != want {
		t.Errorf("copied\n%q, want\n%q", got, want)
	}
}

func TestChangingTheLanguageChangesWindowMenuAndTable(t *testing.T) {
	s := openSampleShell(t)
	s.state.change(func(c *present.Choice) { c.Query.FromYear = 2022 })
	rows := s.gridRows()
	s.setLanguage(words.English)
	if got := s.window.Title(); got != "sample.duckdb — Nianbao" {
		t.Errorf("the title is %q", got)
	}
	if got := s.window.MainMenu().Items[0].Label; got != "File" {
		t.Errorf("the first menu is %q", got)
	}
	if got := s.tablePane().grid.Data().Columns[0].Title; got != "Unit" {
		t.Errorf("the first heading is %q", got)
	}
	if s.gridRows() != rows || len(s.chips.chips) != 1 || s.chips.chips[0].Text() != "since 2022" {
		t.Errorf("the choice did not survive: %d rows, %d chips", s.gridRows(), len(s.chips.chips))
	}
	s.setLanguage(words.Chinese)
	if got := s.window.Title(); got != "sample.duckdb — 年报通览" {
		t.Errorf("back in Chinese the title is %q", got)
	}
}

func TestTheAppearanceIsRemembered(t *testing.T) {
	s := openShell(t)
	s.switchAppearance()
	if !look.Current().Dark || s.app.Preferences().Int(prefAppearance) != int(look.Dark) {
		t.Error("the dark appearance is not in force or not kept")
	}
	s.switchAppearance()
	if look.Current().Dark {
		t.Error("there is no way back to light")
	}
}

// writeSamples writes the sample workbooks whose names contain a part.
func writeSamples(t *testing.T, part string) string {
	t.Helper()
	all, chosen := t.TempDir(), t.TempDir()
	paths, err := workbook.WriteSamples(all)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		match, err := filepath.Match("*"+part+"*", filepath.Base(path))
		if err != nil {
			t.Fatal(err)
		}
		if match {
			if err := os.Rename(path, filepath.Join(chosen, filepath.Base(path))); err != nil {
				t.Fatal(err)
			}
		}
	}
	return chosen
}

func TestAChangeOfTheChoiceDoesNotAlterTheHistory(t *testing.T) {
	s := openSampleShell(t)
	town := data.Body{Region: "示例市示例区", Unit: "东篱镇"}
	s.state.change(func(c *present.Choice) { c.Query.Units = []data.Body{yinghai(), town} })
	s.state.change(func(c *present.Choice) { c.Query.Sort = []data.SortKey{{Column: "unit"}, {Column: "year"}} })
	before := s.state.choice
	s.state.change(func(c *present.Choice) { chooseRegion(c, town.Region) })
	s.state.change(func(c *present.Choice) {
		c.Query.Sort = queryOrder(grid.NextOrder(gridOrder(c.Query.Sort), "unit", true, false))
	})
	if len(s.state.choice.Query.Units) != 1 || !s.state.choice.Query.Sort[0].Descending {
		t.Fatalf("the edits give %+v", s.state.choice.Query)
	}
	s.state.undo()
	s.state.undo()
	if !reflect.DeepEqual(s.state.choice, before) || len(before.Query.Units) != 2 || before.Query.Sort[0].Descending {
		t.Errorf("after undoing the choice is %+v", s.state.choice.Query)
	}
}
