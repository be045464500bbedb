package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/data"
	"nianbao/ui/control"
	"nianbao/ui/grid"
	"nianbao/ui/present"
)

// openUnitsPane opens the register.
func openUnitsPane(t *testing.T, s *shell) *unitsPane {
	t.Helper()
	s.openUnits()
	if s.state.pane != UnitsPane || s.body.Objects[0] != s.unitsPane().box {
		t.Fatal("the register is not in front")
	}
	return s.unitsPane()
}

// pick chooses a body in the list by its unit.
func (p *unitsPane) pick(t *testing.T, unit string) {
	t.Helper()
	for row, i := range p.shown {
		if p.units[i].Unit == unit {
			p.grid.Select(grid.Range{Row0: row, Row1: row})
			return
		}
	}
	t.Fatalf("%s is not listed in %s", unit, p.listed())
}

// listed are the units in the list.
func (p *unitsPane) listed() string {
	var names []string
	for _, i := range p.shown {
		names = append(names, p.units[i].Unit)
	}
	return strings.Join(names, " ")
}

// inOverlay finds the widgets of a kind in the open dialog.
func inOverlay[T fyne.CanvasObject](t *testing.T, s *shell) (found []T) {
	t.Helper()
	if !s.isAsking() {
		t.Fatal("no dialog is open")
	}
	for _, o := range test.LaidOutObjects(s.topModal().content) {
		if w, ok := o.(T); ok {
			found = append(found, w)
		}
	}
	return found
}

// press taps the button with a label in the open dialog.
func press(t *testing.T, s *shell, label string) {
	t.Helper()
	for _, b := range inOverlay[*control.Button](t, s) {
		if b.Text == label {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button %s", label)
}

func TestTheRegisterFindsUnitsByPinyinAndShowsTheirDetails(t *testing.T) {
	s := openSampleShell(t)
	p := openUnitsPane(t, s)
	if len(p.units) != 10 || !strings.Contains(p.title.Text(), "10") {
		t.Errorf("%d units, %s", len(p.units), p.title.Text())
	}
	p.search.SetText("yhz")
	if p.listed() != "瀛海镇" {
		t.Errorf("yhz finds %s", p.listed())
	}
	p.pick(t, "瀛海镇")
	said := ""
	for _, o := range test.LaidOutObjects(p.details) {
		switch o := o.(type) {
		case *control.Text:
			said += o.Text() + "|"
		case *control.Paragraph:
			said += o.Text() + "|"
		}
	}
	for _, want := range []string{"瀛海镇", "2023", "镇", "是"} {
		if !strings.Contains(said, want+"|") {
			t.Errorf("the details lack %s: %s", want, said)
		}
	}
	p.search.SetText("没有的")
	if p.listed() != "" || p.empty.Text() == "" {
		t.Errorf("listed are %s", p.listed())
	}
}

func TestARenamedUnitStaysChosenInTheFiltersUntilUndone(t *testing.T) {
	s := openSampleShell(t)
	s.state.change(func(c *present.Choice) { c.Query.Units = []data.Body{yinghai()} })
	rows := s.gridRows()
	p := openUnitsPane(t, s)
	p.pick(t, "瀛海镇")
	p.edit()
	fields := inOverlay[*control.Field](t, s)
	fields[0].SetText("瀛海街道")
	press(t, s, "保存")
	if !strings.Contains(p.listed(), "瀛海街道") || p.unit() == nil || p.unit().Unit != "瀛海街道" || present.NamesText(*p.unit()) != "北京市大兴区瀛海镇" {
		t.Errorf("listed are %s, chosen is %+v", p.listed(), p.unit())
	}
	s.state.open(TablePane)
	if got := s.state.choice.Query.Units; got[0].Unit != "瀛海街道" || s.gridRows() != rows {
		t.Errorf("the filter has %v, the table %d rows, had %d", got, s.gridRows(), rows)
	}
	if name := stepName(*s.steps.undo, s.say); name != "改名 北京市大兴区瀛海镇 → 北京市大兴区瀛海街道" {
		t.Errorf("the step is %s", name)
	}
	s.openUnits()
	s.undo()
	if !strings.Contains(p.listed(), "瀛海镇") || s.state.choice.Query.Units[0].Unit != "瀛海镇" {
		t.Errorf("after the undo: %s, %v", p.listed(), s.state.choice.Query.Units)
	}
	s.redo()
	if !strings.Contains(p.listed(), "瀛海街道") {
		t.Errorf("after the redo: %s", p.listed())
	}
}

func TestUnitsCanBeAddedMovedMergedSplitAndRemoved(t *testing.T) {
	s := openSampleShell(t)
	p := openUnitsPane(t, s)
	p.add()
	fields := inOverlay[*control.Field](t, s)
	fields[0].SetText("新区")
	fields[1].SetText("示例市")
	press(t, s, "保存")
	if p.unit() == nil || p.unit().Unit != "新区" {
		t.Fatalf("chosen is %+v", p.unit())
	}
	town := p.units[p.shown[len(p.shown)-1]].Unit
	for _, i := range p.shown {
		if p.units[i].Region == "示例市示例区" {
			town = p.units[i].Unit
		}
	}
	p.pick(t, town)
	years := len(p.unit().Years)
	p.edit()
	parent := inOverlay[*control.Dropdown](t, s)[0]
	for _, line := range parent.Ticks.Lines() {
		if line.Label == "新区" {
			parent.OnPick(line.ID)
		}
	}
	toggle := inOverlay[*control.Toggle](t, s)[0]
	test.Tap(toggle)
	press(t, s, "保存")
	if b := p.unit(); b.Region != "示例市新区" || b.Expected || p.unitName(b.Parent) != "新区" {
		t.Errorf("moved, it is %+v", b)
	}
	p.split()
	ticks := inOverlay[*control.Ticks](t, s)[0]
	ticks.OnToggle(ticks.Lines()[0].ID)
	for _, e := range inOverlay[*control.Field](t, s) {
		if e.Text == town {
			e.SetText("分出镇")
		}
	}
	press(t, s, "拆分")
	p.pick(t, town)
	if len(p.unit().Years) != years-1 {
		t.Errorf("divided, it has reports of %v", p.unit().Years)
	}
	p.pick(t, "分出镇")
	p.merge()
	ticks = inOverlay[*control.Ticks](t, s)[0]
	for _, line := range ticks.Lines() {
		if line.Label == town {
			ticks.OnToggle(line.ID)
		}
	}
	press(t, s, "并入")
	if p.unit().Unit != town || len(p.unit().Years) != years || strings.Contains(p.listed(), "分出镇") {
		t.Errorf("merged, it is %+v in %s", p.unit(), p.listed())
	}
	for range 4 {
		s.undo()
	}
	if strings.Contains(p.listed(), "新区") || len(p.units) != 10 {
		t.Errorf("after all is undone: %s", p.listed())
	}
	p.add()
	fields = inOverlay[*control.Field](t, s)
	fields[0].SetText("新区")
	press(t, s, "保存")
	p.remove()
	answerQuestion(t, s, true)
	if strings.Contains(p.listed(), "新区") {
		t.Errorf("after the removal: %s", p.listed())
	}
}

func TestAListOfUnitsCanBeImportedAndExported(t *testing.T) {
	s := openShell(t)
	p := openUnitsPane(t, s)
	if p.empty.Text() == "" {
		t.Error("an empty register says nothing")
	}
	folder := t.TempDir()
	list := filepath.Join(folder, "名录.csv")
	if err := os.WriteFile(list, []byte("单位,上级,类型,别名,是否应报\n石桥镇,临江区,镇,石桥公社、石桥乡,\n各乡镇,,,,\n望湖街道,临江区,,,否\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	s.importUnitList(list)
	top := s.window.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("nothing is said of the row that was refused")
	}
	said := ""
	for _, o := range test.LaidOutObjects(top) {
		if l, ok := o.(*control.Paragraph); ok {
			said += l.Text()
		}
	}
	if !strings.Contains(said, "第 3 行“各乡镇”") || !strings.Contains(said, "新增 2") {
		t.Errorf("said is %s", said)
	}
	top.Hide()
	p.filter.OnTap(int(unitsNever))
	if p.listed() != "石桥镇" {
		t.Errorf("never reported: %s", p.listed())
	}
	out := filepath.Join(folder, "out.xlsx")
	p.saveList()
	s.saveDialog.save(out)
	s.saveDialog.dialog.Hide()
	other := openShell(t)
	other.importUnitList(out)
	q := openUnitsPane(t, other)
	if q.listed() != "临江区 望湖街道 石桥镇" {
		t.Errorf("taken in again: %s", q.listed())
	}
	q.pick(t, "石桥镇")
	if b := q.unit(); present.NamesText(*b) != "石桥乡、石桥公社" || b.Region != "临江区" || b.Kind != "镇" {
		t.Errorf("%+v", b)
	}
}
