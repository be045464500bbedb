package control

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/ui/look"
)

func inWindow(t *testing.T, o fyne.CanvasObject, size fyne.Size) fyne.Window {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	w := test.NewTempWindow(t, o)
	w.Resize(size)
	return w
}

func options(labels ...string) []Option {
	list := make([]Option, len(labels))
	for i, label := range labels {
		list[i] = Option{Label: label, Chosen: i == 0}
	}
	return list
}

func TestClickingReportsTheOptionUnderThePointer(t *testing.T) {
	c := NewOptionGrid(options("申请", "办理结果", "行政执法", "复议诉讼"), 2)
	inWindow(t, c, fyne.NewSize(240, 80))
	var tapped []int
	c.OnTap = func(i int) { tapped = append(tapped, i) }
	for i := range c.Options() {
		test.TapAt(c, c.Center(i))
	}
	if fmt.Sprint(tapped) != "[0 1 2 3]" {
		t.Errorf("clicks on the four options report %v", tapped)
	}
}

func TestADisabledOptionCannotBeChosen(t *testing.T) {
	list := options("数据表", "趋势")
	list[1].Disabled = true
	c := NewSegments(list)
	inWindow(t, c, fyne.NewSize(240, 40))
	c.OnTap = func(i int) { t.Errorf("option %d was chosen", i) }
	test.TapAt(c, c.Center(1))
	c.at = 1
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
}

func TestKeysMoveThroughAndChooseOptions(t *testing.T) {
	c := NewSegments(options("数据表", "趋势", "核对"))
	w := inWindow(t, c, fyne.NewSize(300, 40))
	chosen := -1
	c.OnTap = func(i int) { chosen = i }
	w.Canvas().Focus(c)
	for _, key := range []fyne.KeyName{fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeySpace} {
		c.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if chosen != 1 {
		t.Errorf("the keys chose option %d, want 1", chosen)
	}
}

func towns() []Tick {
	return []Tick{
		{ID: "a", Label: "瀛海镇", Detail: "北京市大兴区", Search: "yinghaizhen yhz"},
		{ID: "b", Label: "旧宫镇", Detail: "北京市大兴区", Search: "jiugongzhen jgz"},
		{ID: "c", Label: "城关镇", Detail: "示例市", On: true},
	}
}

func TestSearchMatchesNameDetailAndOtherNames(t *testing.T) {
	ticks := NewTicks("搜索", "没有", Many)
	inWindow(t, ticks, fyne.NewSize(240, 300))
	ticks.SetLines(towns())
	for search, want := range map[string]string{"": "a b c", "瀛海": "a", "大兴": "a b", "大兴 旧宫": "b", "YHZ": "a", "无此镇": ""} {
		ticks.Search.SetText(search)
		found := ""
		for _, line := range ticks.Shown() {
			found += " " + line.ID
		}
		if found != "" {
			found = found[1:]
		}
		if found != want {
			t.Errorf("“%s” finds %q, want %q", search, found, want)
		}
		if ticks.empty.Visible() != (want == "") {
			t.Errorf("“%s”: that nothing was found is said: %v", search, ticks.empty.Visible())
		}
	}
}

func TestEnterChoosesTheOnlyMatch(t *testing.T) {
	ticks := NewTicks("搜索", "没有", Many)
	inWindow(t, ticks, fyne.NewSize(240, 300))
	ticks.SetLines(towns())
	var toggled []string
	ticks.OnToggle = func(id string) { toggled = append(toggled, id) }
	ticks.Search.SetText("大兴")
	ticks.Search.OnSubmitted("")
	ticks.Search.SetText("旧宫")
	ticks.Search.OnSubmitted("")
	if fmt.Sprint(toggled) != "[b]" {
		t.Errorf("Enter toggled %v, want b alone", toggled)
	}
}

func TestEscapeFirstClearsAndThenLeavesASearch(t *testing.T) {
	s := NewSearch("搜索")
	left := 0
	s.OnCancel = func() { left++ }
	s.SetText("瀛海")
	escape := &fyne.KeyEvent{Name: fyne.KeyEscape}
	s.TypedKey(escape)
	if s.Text != "" || left != 0 {
		t.Errorf("after one Escape the text is %q and the search was left %d times", s.Text, left)
	}
	s.TypedKey(escape)
	if left != 1 {
		t.Errorf("after two Escapes the search was left %d times", left)
	}
}

func TestADropdownClosesAfterASingleChoiceOnly(t *testing.T) {
	for _, several := range []bool{false, true} {
		d := NewDropdown(NewTicks("搜索", "没有", Many), fyne.NewSize(200, 200), several)
		w := inWindow(t, d, fyne.NewSize(300, 300))
		d.Ticks.SetLines(towns())
		picked := ""
		d.OnPick = func(id string) { picked = id }
		test.Tap(d)
		if w.Canvas().Overlays().Top() == nil {
			t.Fatal("the list does not open")
		}
		d.Ticks.list.Select(1)
		if open := w.Canvas().Overlays().Top() != nil; picked != "b" || open != several {
			t.Errorf("several=%v: picked %q, still open: %v", several, picked, open)
		}
	}
}

func TestAChipCanBeRemovedByPointerAndKeys(t *testing.T) {
	removed := 0
	c := NewChip("瀛海镇", func() { removed++ })
	inWindow(t, c, fyne.NewSize(200, 40))
	test.Tap(c)
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if removed != 2 {
		t.Errorf("removed %d times, want 2", removed)
	}
}

func TestALongTextIsShortenedWithAnEllipsis(t *testing.T) {
	long := "北京市大兴区瀛海镇人民政府政府信息公开工作年度报告"
	text := NewText(long, TextStyle{})
	inWindow(t, text, fyne.NewSize(120, 30))
	if shown := text.line.Text; shown == long || shown[len(shown)-len("…"):] != "…" {
		t.Errorf("shown is %q", shown)
	}
	if text.Text() != long {
		t.Errorf("kept is %q", text.Text())
	}
}

func TestHiddenBarsOfADockTakeNoSpace(t *testing.T) {
	top, center := NewGap(20), NewGap(10)
	box := NewDock(top, nil, nil, nil, center)
	box.Resize(fyne.NewSize(100, 100))
	if center.Position().Y != 20 || center.Size().Height != 80 {
		t.Errorf("below the bar the center lies at %v, %v", center.Position(), center.Size())
	}
	top.Hide()
	box.Layout.Layout(box.Objects, box.Size())
	if center.Position().Y != 0 || center.Size().Height != 100 {
		t.Errorf("without the bar the center lies at %v, %v", center.Position(), center.Size())
	}
}
