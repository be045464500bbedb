package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/grid"
	"nianbao/ui/present"
	"nianbao/ui/uitest"
)

// selectGroup selects the heading of a group.
func selectGroup(t *testing.T, p *importPane, group present.ImportGroup) {
	t.Helper()
	for row := range p.list.Rows() {
		if g, isHeading := p.list.Group(row); isHeading && g == group {
			p.grid.Select(grid.Range{Row0: row, Row1: row, Col0: 1, Col1: 1})
			p.explain(row, row)
			return
		}
	}
	t.Fatalf("no line is in group %d: %+v", group, p.shown)
}

// namelessFiles are forms that say neither body nor year, in a new folder.
func namelessFiles(t *testing.T, names ...string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "报送")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		uitest.Write(t, filepath.Join(dir, name), namelessForm(t))
	}
	return dir
}

func TestADismissedGroupCanStillBeAnsweredLater(t *testing.T) {
	s := openShell(t)
	drop(s, namelessFiles(t, "a.xlsx", "b.xlsx"))
	p := s.panes[ImportPane].(*importPane)
	selectGroup(t, p, present.UnitYearLines)
	test.Tap(p.actions.leaveOut)
	if s.imports.tally()[data.Asked] != 0 || len(p.shown) != 2 || p.shown[0].group() != present.LeftOutLines {
		t.Fatalf("left out: %+v", p.shown)
	}
	s.imports.forget() // as after a restart
	p.Load()
	if len(p.past) != 2 || p.past[1].Open != 0 || p.past[0].Open != 0 {
		t.Fatalf("the history is %+v", p.past)
	}
	p.openPast(p.past[0])
	selectLine(p, 1)
	if !strings.Contains(p.detail.Text(), "没有录入") {
		t.Errorf("it says %q", p.detail.Text())
	}
	p.answer.unit.SetText("瀛海镇")
	p.answer.year.SetText("2023")
	test.Tap(p.answer.again)
	if got := units(s); got != "瀛海镇" {
		t.Errorf("in the store: %q, %+v", got, p.shown)
	}
}

func TestTickedLinesTakeTheirSuggestions(t *testing.T) {
	s := openShell(t)
	dir := t.TempDir()
	titledForm(t, dir, "旧宫镇2022.xlsx", "瀛海镇", 2022) // the title of another town's file was left standing
	titledForm(t, dir, "黄村镇2022.xlsx", "魏善庄镇", 2022)
	titledForm(t, dir, "青云店镇2022.xlsx", "长子营镇", 2022)
	drop(s, dir)
	p := s.panes[ImportPane].(*importPane)
	first, second := p.list.Row(0), p.list.Row(1)
	p.tapped(first, 0)
	p.tapped(second, 0)
	if p.actions.proposed.Text != "按建议录入 2 行" {
		t.Fatalf("offered is %q for %+v", p.actions.proposed.Text, p.shown)
	}
	want := map[string]bool{}
	for _, i := range []int{0, 1} {
		proposal, _ := p.shown[i].record.Proposal()
		want[proposal.Unit] = true
	}
	test.Tap(p.actions.proposed)
	if len(s.inventory.units) != 2 || !want[s.inventory.units[0].Unit] || !want[s.inventory.units[1].Unit] || s.imports.tally()[data.Asked] != 1 {
		t.Errorf("in the store: %q, suggested %v, %+v", units(s), want, s.imports.tally())
	}
}

func TestABodyCanBePickedByItsInitials(t *testing.T) {
	s := openSampleShell(t)
	s.state.open(ImportPane)
	drop(s, namelessFiles(t, "a.xlsx"))
	p := s.panes[ImportPane].(*importPane)
	p.answer.register.Ticks.Search.SetText("yhz")
	found := p.answer.register.Ticks.Shown()
	if len(found) != 1 || found[0].Label != "瀛海镇" {
		t.Fatalf("found: %+v", found)
	}
	p.answer.pick(found[0].ID)
	if p.answer.unit.Text != "瀛海镇" || p.answer.region.Text != "北京市大兴区" || s.window.Canvas().Focused() != p.answer.year {
		t.Errorf("filled in: %q %q", p.answer.region.Text, p.answer.unit.Text)
	}
}

func TestAFolderRuleCompletesItsReportsNowAndInLaterImports(t *testing.T) {
	s := openShell(t)
	dir := filepath.Join(t.TempDir(), "报送")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	bare := func(name, unit string) string {
		r := form.Report{Edition: "2021", Unit: unit, Agency: unit, Year: 2022}
		for _, k := range form.EditionByID(r.Edition).Keys() {
			r.Figures = append(r.Figures, form.Figure{Key: k, Status: form.StatusNumber, Value: form.Count(2)})
		}
		return writeForm(t, filepath.Join(dir, name), r)
	}
	bare("教育局2022.xlsx", "教育局")
	bare("民政局2022.xlsx", "民政局")
	drop(s, dir)
	p := s.panes[ImportPane].(*importPane)
	reports := s.inventory.reports
	selectLine(p, 0)
	test.Tap(p.actions.folder)
	if !s.isAsking() {
		t.Fatal("nothing asks about the folder")
	}
	s.topModal().Hide()
	s.importByRule(dir, "江南省云州市临江区", s.imports.lines)
	for _, u := range s.inventory.units {
		if u.Region != "江南省云州市临江区" {
			t.Errorf("%s lies in %q", u.Unit, u.Region)
		}
	}
	if s.inventory.reports != reports || len(p.shown) != 2 || p.shown[0].region != "江南省云州市临江区" || p.shown[0].verdict != data.Imported {
		t.Errorf("%d reports, shown %+v", s.inventory.reports, p.shown)
	}
	drop(s, bare("水利局2022.xlsx", "水利局"))
	if l := s.imports.lines[0]; l.region != "江南省云州市临江区" {
		t.Errorf("the next file lies in %q", l.region)
	}
	s.importByRule(dir, "江南省云州市望湖区", nil)
	drop(s, bare("统计局2022.xlsx", "统计局"))
	if l := s.imports.lines[0]; l.region != "江南省云州市望湖区" {
		t.Errorf("after another rule the next file lies in %q", l.region)
	}
}

func TestOpenQuestionsAreShownAfterARestart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.duckdb")
	s := openShellAt(t, path)
	dir := namelessFiles(t, "a.xlsx", "b.xlsx")
	version(t, dir, "瀛海镇2023初稿.xlsx", 0)
	version(t, dir, "瀛海镇2023定稿.xlsx", 3)
	drop(s, dir)
	if err := s.store.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	s = openShellAt(t, path)
	s.imports.note = func(error) string { return "log" }
	s.state.open(ImportPane)
	p := s.panes[ImportPane].(*importPane)
	if len(p.shown) != 4 || p.headline.Text() != "待处理 4 项" || s.header.options()[5].Label != "导入 · 4" {
		t.Fatalf("the pane says %q and shows %+v", p.headline.Text(), p.shown)
	}
	if p.compare.Shown() == nil || len(p.compare.Shown().Rows) != 3 {
		t.Fatal("the candidates are not compared")
	}
	p.compare.OnTake(1)
	for _, l := range s.imports.lines {
		if l.log != "" {
			t.Errorf("%s has gone to the log", l.file)
		}
	}
	if got := firstFigure(t, s); got != form.Count(100) || s.inventory.waiting != 2 {
		t.Fatalf("the first figure is %s, %d wait", got, s.inventory.waiting)
	}
	selectGroup(t, p, present.UnitYearLines)
	test.Tap(p.actions.leaveOut)
	if s.inventory.waiting != 0 || s.header.options()[5].Label != "导入" {
		t.Errorf("%d still wait", s.inventory.waiting)
	}
}
