package control

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestTypingMoreFindsTheSameAsANewSearch(t *testing.T) {
	ticks := NewTicks("搜索", "没有", Many)
	inWindow(t, ticks, fyne.NewSize(240, 200))
	ticks.Match = func(name, typed string) bool { return strings.HasPrefix(name, strings.ToUpper(typed)) }
	ticks.SetLines([]Tick{{ID: "1", Label: "AB"}, {ID: "2", Label: "ABC"}, {ID: "3", Label: "xab"}, {ID: "4", Label: "B", Search: "ab c"}})
	for text, want := range map[string]int{"": 4, "a": 4, "ab": 4, "abc": 1, "ab c": 2, "abx": 0, "b": 4} {
		ticks.Search.SetText("")
		for i := range text { // one letter at a time
			ticks.Search.SetText(text[:i+1])
		}
		typed := len(ticks.Shown())
		ticks.SetLines(ticks.Lines())
		if at := len(ticks.Shown()); typed != want || at != want {
			t.Errorf("%q finds %d typed, %d at once, want %d", text, typed, at, want)
		}
	}
}

func TestLinesOfAShortListCanBeTickedByClickAndKey(t *testing.T) {
	c := NewChecks()
	w := inWindow(t, c.Box, fyne.NewSize(240, 80))
	var ticked []string
	c.OnToggle = func(id string) { ticked = append(ticked, id) }
	c.SetLines([]Tick{{ID: "甲", Label: "甲"}, {ID: "乙", Label: "乙"}, {ID: "丙", Label: "丙"}})
	c.SetLines([]Tick{{ID: "甲", Label: "甲"}, {ID: "乙", Label: "乙", On: true}})
	test.Tap(c.rows[1])
	w.Canvas().Focus(c.rows[0])
	c.rows[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if strings.Join(ticked, "") != "乙甲" || len(c.Lines()) != 2 || !c.Lines()[1].On {
		t.Errorf("ticked %v of %+v", ticked, c.Lines())
	}
}

func TestArrowKeysOpenAndCloseAFold(t *testing.T) {
	open := false
	var f *Fold
	f = NewFold("年度", func() { open = !open; f.SetOpen(open) })
	inWindow(t, f, fyne.NewSize(240, 30))
	for i, key := range []fyne.KeyName{fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeySpace} {
		f.TypedKey(&fyne.KeyEvent{Name: key})
		if want := i != 2; open != want {
			t.Errorf("after %s it is open: %v", key, open)
		}
	}
}
