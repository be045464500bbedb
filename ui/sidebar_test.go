package ui

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/control"
	"nianbao/ui/present"
	"nianbao/ui/task"
	"nianbao/ui/uitest"
)

// section finds a part of the sidebar and opens it.
func (s *shell) section(t *testing.T, id string) *section {
	t.Helper()
	for _, sec := range s.sidebar.sections {
		if sec.id == id {
			s.sidebar.open(sec, true)
			return sec
		}
	}
	t.Fatalf("no section %s", id)
	return nil
}

func TestAUnitCanBeFoundByInitialsAndTicked(t *testing.T) {
	s := openSampleShell(t)
	s.sidebar.units.Search.SetText("yhz")
	if shown := s.sidebar.units.Shown(); len(shown) != 1 || shown[0].Label != "瀛海镇" {
		t.Fatalf("yhz finds %+v", shown)
	}
	s.sidebar.units.Search.OnSubmitted("yhz")
	if s.gridRows() != 1 || s.sidebar.units.Search.Text != "" {
		t.Errorf("%d rows, and %q is left in the search", s.gridRows(), s.sidebar.units.Search.Text)
	}
}

func TestEachFilterCountIsTheNumberOfRowsItYields(t *testing.T) {
	s := openSampleShell(t)
	for _, id := range []string{"regions", "years", "unit-kinds", "statuses", "editions"} {
		sec := s.section(t, id)
		lines := func() []control.Tick {
			if sec.long != nil {
				return sec.long.Lines()
			}
			return sec.short.Lines()
		}
		all := lines()
		if len(all) == 0 {
			t.Errorf("%s lists nothing", id)
		}
		for _, line := range all {
			toggle := sec.tap(line.ID)
			if got := present.Count(s.gridRows()); got != line.Count && !(line.Count == "0" && got == "0") {
				t.Errorf("%s %s: %s rows, counted %s", id, line.Label, got, line.Count)
			}
			if chips := chipTexts(s); len(chips) != 1 {
				t.Errorf("%s %s: chips %q", id, line.Label, chips)
			}
			toggle()
			if s.gridRows() != uitest.SampleReports {
				t.Fatalf("%s %s is not taken back", id, line.Label)
			}
		}
	}
}

// tap ticks a line and returns a function that unticks it.
func (sec *section) tap(id string) func() {
	tap := func() {
		if sec.long != nil {
			sec.long.OnToggle(id)
		} else {
			sec.short.OnToggle(id)
		}
	}
	tap()
	return tap
}

func TestTickingAGroupShowsItsItems(t *testing.T) {
	s := openSampleShell(t)
	s.state.change(func(c *present.Choice) { chooseView(c, data.Outcomes) })
	items := s.section(t, "items")
	items.tap("refused")
	if columns := len(s.tablePane().table.Columns); columns != 9 {
		t.Errorf("%d columns, want the group and its 8 reasons", columns)
	}
	if chips := chipTexts(s); fmt.Sprint(chips) != "[9 个事项]" {
		t.Errorf("chips %q", chips)
	}
	items.tap("refused-case-file")
	if columns := len(s.tablePane().table.Columns); columns != 8 {
		t.Errorf("%d columns are left", columns)
	}
}

func TestChosenYearsFormARange(t *testing.T) {
	for _, step := range []struct{ from, to, click, wantFrom, wantTo int }{
		{0, 0, 2021, 2021, 2021}, {2021, 2021, 2023, 2021, 2023}, {2021, 2023, 2019, 2019, 2023}, {2019, 2023, 2019, 2020, 2023},
		{2020, 2023, 2023, 2020, 2022}, {2020, 2023, 2021, 2021, 2021}, {2021, 2021, 2021, 0, 0}, {2021, 0, 2023, 2023, 2023}, {2021, 0, 2020, 2020, 0},
	} {
		c := present.Choice{Query: data.Query{FromYear: step.from, ToYear: step.to}}
		chooseYear(&c, fmt.Sprint(step.click))
		if c.Query.FromYear != step.wantFrom || c.Query.ToYear != step.wantTo {
			t.Errorf("%d in %d–%d gives %d–%d", step.click, step.from, step.to, c.Query.FromYear, c.Query.ToYear)
		}
	}
}

func TestOpenSectionsAreRememberedAndOnlyTheirCountsAreQueried(t *testing.T) {
	s := openSampleShell(t)
	s.section(t, "years")
	if lists := s.sidebar.lists(); !slices.Equal(lists, []data.FacetList{data.FindingsList, data.UnitList, data.YearList}) {
		t.Errorf("lists %v are counted", lists)
	}
	if f := s.sidebar.facets; len(f.Years) == 0 || len(f.Editions) != 0 {
		t.Errorf("counted %d years and %d editions", len(f.Years), len(f.Editions))
	}
	s.rebuild()
	if !s.section(t, "years").open || s.sidebar.sections[3].open {
		t.Error("the open sections are forgotten")
	}
}

func TestTheSidebarFitsOnASmallScreen(t *testing.T) {
	s := openSampleShell(t)
	s.window.Resize(fyne.NewSize(1366, 720))
	if content, room := s.sidebar.scroll.Content.MinSize().Height, s.sidebar.scroll.Size().Height; content > room+1 {
		t.Errorf("the closed sections need %.0f of %.0f", content, room)
	}
	if s.sidebar.units.Size().Height < longList {
		t.Errorf("the list of units is %.0f high", s.sidebar.units.Size().Height)
	}
}

func TestAConditionFiltersTheTableAndHasAChip(t *testing.T) {
	s := openSampleShell(t)
	d := s.askCondition("applications/received/total")
	for _, text := range []string{"", "x", "1.2.3"} {
		d.value.SetText(text)
		if !d.apply.Disabled() {
			t.Errorf("%q can be applied", text)
		}
	}
	d.value.SetText("１00")
	test.Tap(d.apply)
	if chips := chipTexts(s); fmt.Sprint(chips) != "[申请·本年新收 > 100]" || s.gridRows() == 0 || s.gridRows() == uitest.SampleReports {
		t.Fatalf("chips %q, %d rows", chips, s.gridRows())
	}
	for i := range s.gridRows() {
		n, err := present.ParseOperand(s.tablePane().cell(i, s.tablePane().sheet.Front).Text)
		if err != nil || n <= form.Count(100) {
			t.Errorf("row %d has %d", i, n.Int())
		}
	}
	test.Tap(s.chips.chips[0])
	if s.gridRows() != uitest.SampleReports {
		t.Error("the chip does not take the condition away")
	}
}

func TestEveryConditionWorksForEveryGrain(t *testing.T) {
	s := openSampleShell(t)
	turn := 0
	for _, grain := range data.Grains() {
		s.state.change(func(c *present.Choice) {
			*c = present.Choice{Query: data.Query{View: data.Measures, Items: []string{"received", "disclosure-rate"}, Rows: grain, FromYear: 2022, ToYear: 2023, Compare: true}}
		})
		d := s.askCondition("")
		for _, column := range d.columns {
			d.column.OnPick(column)
			is := d.tests()[turn%len(d.tests())] // each test with some column of some grain
			turn++
			q := s.state.choice.Query
			q.Conditions = []data.Condition{{Column: column, Is: is, Value: form.Count(1), Upper: form.Count(2)}}
			if _, err := s.store.Table(t.Context(), q, data.Page{}); err != nil {
				t.Fatalf("by %q, %s %s: %v", grain, column, is, err)
			}
			if text := present.ConditionText(q.Conditions[0], s.say); text == "" {
				t.Errorf("%s %s has no words", column, is)
			}
		}
		d.dialog.Hide()
	}
	if turn < len(data.Operators()) {
		t.Errorf("only %d conditions were tried", turn)
	}
}

func TestASavedViewSurvivesARoundTrip(t *testing.T) {
	s := openSampleShell(t)
	s.state.change(func(c *present.Choice) {
		c.Query = data.Query{View: data.Measures, Rows: data.UnitRows, FromYear: 2022, UnitKinds: []data.UnitKind{data.Town}}
		c.Chart.Kind, c.Year = present.RankingChart, 2023
	})
	saved, rows := s.state.choice, s.gridRows()
	s.keepView(" 各镇公开率 ")
	s.state.change(present.ClearFilters)
	s.state.open(FindingsPane)
	s.withViews(func(list []data.SavedView) {
		if len(list) != 1 || list[0].Name != "各镇公开率" {
			t.Fatalf("kept %+v", list)
		}
		s.openView(list[0])
	})
	if fmt.Sprintf("%+v", s.state.choice) != fmt.Sprintf("%+v", saved) || s.gridRows() != rows || s.state.pane != TablePane {
		t.Errorf("opened %+v, want %+v", s.state.choice, saved)
	}
	s.state.undo()
	if s.state.choice.Query.View != data.Measures || s.state.choice.Query.FromYear != 0 {
		t.Error("opening a view cannot be undone")
	}
}

func TestASavedViewIsReplacedOnlyIfTheUserAgrees(t *testing.T) {
	s := openSampleShell(t)
	s.keepView("甲")
	s.state.change(func(c *present.Choice) { c.Query.FromYear = 2023 })
	s.keepView("甲")
	kept := func() (list []data.SavedView) { s.withViews(func(l []data.SavedView) { list = l }); return list }
	if kept()[0].Query.FromYear != 0 || s.window.Canvas().Overlays().Top() == nil {
		t.Error("the view is replaced without a question")
	}
	s.window.Canvas().Overlays().Top().Hide()
	s.unlessTaken(nil, "甲", func() {}) // nothing is asked if the name is free
	s.keepView("乙")
	s.manageViews()
	m := &viewManager{shell: s, views: kept(), chosen: "乙"}
	if err := s.store.RenameView(t.Context(), m.chosen, "丙"); err != nil {
		t.Fatal(err)
	}
	if list := kept(); len(list) != 2 || list[0].Name != "丙" && list[1].Name != "丙" {
		t.Errorf("%d views after renaming", len(list))
	}
	if err := s.store.RenameView(t.Context(), "丁", "戊"); err == nil {
		t.Error("a view that does not exist is renamed")
	}
}

func TestChangingAFilterCancelsTheRunningQuery(t *testing.T) {
	s := openSampleShell(t)
	var waiting []func()
	s.tasks.Start = func(work func()) { waiting = append(waiting, work) }
	s.tablePane().lane, s.facetLane = task.NewLane(s.tasks), task.NewLane(s.tasks)
	rows := s.gridRows()
	s.state.change(func(c *present.Choice) { c.Query.FromYear = 2023 })
	s.state.change(func(c *present.Choice) { c.Query.FromYear = 2024 })
	if len(waiting) != 2 {
		t.Fatalf("%d requests, want one for the rows of each choice", len(waiting))
	}
	waiting[1]() // the rows of the later choice; totals and counts are requested after them
	shown := s.gridRows()
	if shown == rows || shown == 0 || len(waiting) != 4 {
		t.Fatalf("%d rows, %d requests", shown, len(waiting))
	}
	waiting[0]() // a late result
	if s.gridRows() != shown || s.shownMessage != "" {
		t.Errorf("a dropped request changes the table to %d rows, or says %q", s.gridRows(), s.shownMessage)
	}
	counted := s.sidebar.facets
	s.state.change(func(c *present.Choice) { c.Query.FromYear = 0 })
	waiting[3]()
	if s.sidebar.facets != counted {
		t.Error("counts of an older choice are shown")
	}
}
