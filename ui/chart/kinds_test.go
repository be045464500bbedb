package chart

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"nianbao/ui/palette"
)

func wide(t testing.TB) Frame {
	f := frame(t, "")
	f.Width, f.Height = 1060, 600
	return f
}

func TestEveryKindMatchesItsGoldenFiles(t *testing.T) {
	for name, model := range kinds() {
		t.Run(name, func(t *testing.T) {
			f := wide(t)
			if _, ok := model.(Card); ok {
				f.Width, f.Height = 256, 132
			}
			var got bytes.Buffer
			list := Whole(model.Draw, f)
			if strings.HasSuffix(name, "-300") {
				list = model.Draw(f) // what the window shows
			}
			if err := list.SVG(&got, palette.Light().Surface); err != nil {
				t.Fatal(err)
			}
			golden(t, name+".svg", got.Bytes())
			golden(t, name+".txt", []byte(model.TextEquivalent().Text()))
		})
	}
}

func TestEveryKindDrawsInATinyFrameWithoutPanic(t *testing.T) {
	for name, model := range kinds() {
		for _, size := range []float64{0, 1, 30, 120, 240} {
			f := wide(t)
			f.Width, f.Height, f.Scroll = size, size, 1e6
			if list := model.Draw(f); list.Width != size {
				t.Errorf("%s: a frame of %v became %v", name, size, list.Width)
			}
		}
	}
}

func TestEveryTableHasACellForEachColumn(t *testing.T) {
	for name, model := range kinds() {
		equivalent := model.TextEquivalent()
		for i, row := range equivalent.Rows {
			if len(row.Cells) != len(equivalent.Columns) {
				t.Errorf("%s row %d: %d cells under %d columns", name, i, len(row.Cells), len(equivalent.Columns))
			}
		}
	}
}

func TestAnEmptyChartSaysSoInPictureAndText(t *testing.T) {
	for name, model := range kinds() {
		if !strings.HasSuffix(name, "-empty") || strings.HasPrefix(name, "card") {
			continue
		}
		if !draws(model.Draw(wide(t)), "没有可以画的数据") {
			t.Errorf("%s: the picture does not say that there is nothing", name)
		}
		if got := model.TextEquivalent().Sentence; got != "没有可以画的数据" {
			t.Errorf("%s: the text says %q", name, got)
		}
	}
}

func TestEveryMarkIsWithinTheFrameAndHasItsKey(t *testing.T) {
	for name, model := range kinds() {
		f := wide(t)
		for _, h := range model.Draw(f).Hits {
			if h.AtX < -1 || h.AtX > f.Width+1 || h.AtY < -1 || h.AtY > f.Height+1 {
				t.Errorf("%s: the mark %s %d lies at %v, %v", name, h.Key, h.Index, h.AtX, h.AtY)
			}
			if h.Key == "" && h.Tip.Note == "" && h.Tip.Title == "" {
				t.Errorf("%s: an annotation at %v says nothing", name, h.AtX)
			}
		}
	}
}

// Drawing thousands of units costs no more than drawing what the window shows, and scrolling shows
// each of them once.
func TestLongChartsDrawOnlyVisibleRowsAndScrollThroughAll(t *testing.T) {
	const n = 3000
	for name, pair := range map[string][2]drawer{
		"heat": {heat(300), heat(n)}, "ranking": {rankingOfTowns(300), rankingOfTowns(n)},
		"multiples": {multiples(300, false), multiples(n, false)}, "chain": {chainOfTowns(300), chainOfTowns(n)},
	} {
		few, many := len(pair[0].Draw(wide(t)).Items), len(pair[1].Draw(wide(t)).Items)
		if many > few+few/2 {
			t.Errorf("%s: %d items for 300 units, %d for %d", name, few, many, n)
		}
		pages := Pages(pair[1].Draw, wide(t))
		seen := map[string]int{}
		for i, page := range pages {
			for _, h := range page.Hits {
				if h.Key != "" && seen[h.Key] != 0 && seen[h.Key] != i+1 {
					t.Fatalf("%s: %s stands on pages %d and %d", name, h.Key, seen[h.Key], i+1)
				}
				seen[h.Key] = i + 1
			}
		}
		delete(seen, "")
		if len(seen) != n {
			t.Errorf("%s: %d pages show %d of %d units", name, len(pages), len(seen), n)
		}
	}
}

func TestWholeDrawsEveryRow(t *testing.T) {
	list := Whole(heat(300).Draw, wide(t))
	if list.Scroll.Long() || list.Height < 300*20 {
		t.Errorf("%v high, %+v", list.Height, list.Scroll)
	}
	if short := Whole(chain().Draw, wide(t)); short.Height >= 400 {
		t.Errorf("three rows take a height of %v", short.Height)
	}
}

func TestEnglishChartsAddNoChineseText(t *testing.T) {
	for name, model := range map[string]drawer{
		"funnel": Funnel{Words: english(), Points: []Entry{{Name: "a", Fraction: Fraction{3, 40}}, {Name: "b", Fraction: Fraction{30, 60}}}},
		"rank":   Ranking{Words: english(), Entries: []Entry{{Name: "a", Fraction: Fraction{3, 40}}, {Name: "b", Fraction: Fraction{3, 6}}, {Name: "c"}}},
		"water":  Waterfall{Words: english(), Before: "2022", After: "2023", Entries: []Mover{{Name: "a", From: KnownValue(3), To: KnownValue(9)}, {Name: "b", To: KnownValue(1)}}},
	} {
		text := model.TextEquivalent().Text()
		for _, item := range model.Draw(wide(t)).Items {
			if i, ok := item.(Text); ok {
				text += i.Text
			}
		}
		if i := strings.IndexFunc(text, func(r rune) bool { return r >= 0x4e00 && r < 0xa000 }); i >= 0 {
			t.Errorf("%s says %q", name, fmt.Sprintf("%.40s", text[i:]))
		}
		if strings.Contains(text, "%!") {
			t.Errorf("%s: a verb is wrong in %q", name, text)
		}
	}
}

func draws(l List, text string) bool {
	for _, item := range l.Items {
		if t, ok := item.(Text); ok && strings.Contains(t.Text, text) {
			return true
		}
	}
	return false
}
