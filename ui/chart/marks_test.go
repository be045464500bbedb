package chart

import (
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"

	"nianbao/ui/palette"
	"nianbao/ui/words"
)

func english() Words { return Words{Language: words.English} }

func TestABlankPartOfAStackIsNotDrawnButCounted(t *testing.T) {
	s := Stack{Unit: "件", Categories: []Category{{Name: "a"}, {Name: "b"}}, Series: []Series{
		{Name: "x", Values: []Value{KnownValue(3), {Text: "未填"}}}, {Name: "y", Values: []Value{{Text: "未填"}, {Text: "未填"}}}}}
	list := s.Draw(wide(t))
	if n := len(marksOf(list, "y")); n != 0 {
		t.Errorf("the blank part has %d pieces", n)
	}
	if !draws(list, "3 件，另 1 项未填") || !draws(list, "未填") {
		t.Error("nothing says that parts are missing")
	}
}

func TestPartsThatDisagreeWithTheReportedTotalAreMarkedInRed(t *testing.T) {
	list := outcomesOf("平潭综合实验区管委会", false).Draw(wide(t))
	for _, item := range list.Items {
		if text, ok := item.(Text); ok && text.Color == palette.Light().Fault {
			if text.Text != "各项 27 ≠ 总计 21 件" {
				t.Errorf("in red: %q", text.Text)
			}
			return
		}
	}
	t.Error("the published total of 2020 is not the sum of its parts, and nothing says so")
}

func TestAZeroHasAFigureAndABlankHasAReason(t *testing.T) {
	for _, scaling := range []BarScale{SharedScale, OwnScale} {
		b := Bars{Scale: scaling, Categories: []Category{{Name: "a"}, {Name: "b"}, {Name: "c"}}, Series: []Series{{Name: "x", Values: []Value{KnownValue(0), {Text: "未填"}, KnownValue(5)}}}}
		list := b.Draw(wide(t))
		if !draws(list, "0") || !draws(list, "未填") {
			t.Errorf("scale %d: 0 or 未填 is not written", scaling)
		}
	}
	b := enforcementOfTowns(6)
	b.Scale = LogScale
	want := 0
	for _, s := range b.Series {
		for i := range b.Categories {
			if s.value(i).Known {
				want++
			}
		}
	}
	// The legend has a dot for each of the three series.
	if n := len(dots(b.Draw(wide(t)))) - 3; n != want {
		t.Errorf("%d dots on the logarithmic axis for %d known numbers", n, want)
	}
}

func TestScalesFitTheNumbers(t *testing.T) {
	for name, c := range map[string]struct {
		bars Bars
		want BarScale
	}{
		"a county over the years": {enforcementByYear(), OwnScale},
		"a city beside a town":    {enforcementByBody(), LogScale},
		"applications":            {sharedBars(), SharedScale},
	} {
		if got := c.bars.scaling(); got != c.want {
			t.Errorf("%s: scale %d, want %d", name, got, c.want)
		}
	}
}

func TestZeroAndOneDifferOnALogarithmicAxis(t *testing.T) {
	x := newDecades(2822652, 100, 900)
	if x.at(0) != 100 || x.at(1) != 200 || x.at(10) != 300 || x.at(1e7) != 900 {
		t.Errorf("0, 1, 10, 10 million stand at %v, %v, %v, %v", x.at(0), x.at(1), x.at(10), x.at(1e7))
	}
}

func TestABlankCellOfAHeatMapHasNoShade(t *testing.T) {
	h := Heat{Columns: []Category{{Name: "2021"}, {Name: "2022"}, {Name: "2023"}, {Name: "2024"}}, Rows: []Series{{Name: "a", Values: []Value{KnownValue(0), {Text: "未填"}, {}, KnownValue(9)}}}}
	d := heatDrawing{drawing: wide(t).start("", "", Words{}), Heat: h, classes: newClasses(h)}
	var fills []color.NRGBA
	for _, v := range h.Rows[0].Values {
		fill, _, _ := d.look(v)
		fills = append(fills, fill)
	}
	if fills[1] != d.Palette.Surface || fills[2] != d.Palette.Void || fills[0] == fills[1] || fills[0] == fills[2] || fills[0] == fills[3] {
		t.Errorf("0, blank, no report and 9 look like %v", fills)
	}
}

func TestTextIsReadableOnEveryShadeAndSeries(t *testing.T) {
	for _, p := range []palette.Palette{palette.Light(), palette.Dark()} {
		f := Frame{Palette: p}
		grounds := slices.Clone(p.Series)
		for k := range 11 {
			grounds = append(grounds, f.shade(float64(k)/10))
		}
		for _, ground := range grounds {
			if ratio := contrast(ground, f.on(ground)); ratio < 4.3 {
				t.Errorf("dark %v: text on %v has a contrast of %.1f", p.Dark, ground, ratio)
			}
		}
	}
}

func TestTiesShareARankAndSmallSamplesHaveNone(t *testing.T) {
	all, placed, small := rankEntries([]Entry{
		{Name: "small", Fraction: Fraction{12, 14}}, {Name: "low", Fraction: Fraction{10, 100}}, {Name: "third", Fraction: Fraction{10, 30}},
		{Name: "tied", Fraction: Fraction{20, 60}}, {Name: "top", Fraction: Fraction{99, 100}}, {Name: "none"}}, false)
	var got []string
	for _, e := range all {
		got = append(got, e.place()+" "+e.Name)
	}
	want := "1 top, 2= third, 2= tied, 4 low, – small, – none"
	if strings.Join(got, ", ") != want || placed != 4 || small != 1 {
		t.Errorf("%s (%d ranked, %d small), want %s", strings.Join(got, ", "), placed, small, want)
	}
}

func TestAHiddenSeriesIsOnlyInTheLegend(t *testing.T) {
	stack, bars, trend := outcomesOf("平潭综合实验区管委会", false), sharedBars(), pingtan()
	key := "予以公开"
	stack.Hidden = stack.Hidden.Toggled("granted")
	bars.Hidden, trend.Hidden = Hidden{}.Toggled(key), Hidden{}.Toggled(key)
	for name, c := range map[string]struct {
		list List
		key  string
	}{"stack": {stack.Draw(wide(t)), "granted"}, "bars": {bars.Draw(wide(t)), key}, "trend": {trend.Draw(wide(t)), key}} {
		marks, legend := marksOf(c.list, c.key), 0
		for _, h := range c.list.Hits {
			if h.Legend && h.Key == c.key {
				legend++
			}
		}
		if len(marks) != 0 || legend != 1 {
			t.Errorf("%s: %d marks and %d legend entries of the hidden series", name, len(marks), legend)
		}
	}
	if back := trend.Hidden.Toggled(key); len(back) != 0 {
		t.Errorf("switched back, %v are hidden", back)
	}
}

func TestHidingAllSeriesLeavesOnlyTheLegend(t *testing.T) {
	trend, bars, stack := pingtan(), sharedBars(), outcomesOf("平潭综合实验区管委会", true)
	for _, s := range trend.Series {
		trend.Hidden = trend.Hidden.Toggled(s.ID())
	}
	bars.Hidden = trend.Hidden
	for _, s := range stack.Series {
		stack.Hidden = stack.Hidden.Toggled(s.ID())
	}
	for name, list := range map[string]List{"trend": trend.Draw(wide(t)), "bars": bars.Draw(wide(t)), "stack": stack.Draw(wide(t))} {
		n := 0
		for _, h := range list.Hits {
			if h.Legend {
				n++
			} else if h.Key != "" {
				t.Errorf("%s: a mark of %s remains", name, h.Key)
			}
		}
		if n < 3 {
			t.Errorf("%s: the legend has %d entries", name, n)
		}
	}
}

func TestSparklinesCrossNeitherABrokenSeamNorAGap(t *testing.T) {
	s := spark{Years: []int{2018, 2019, 2020, 2021, 2022, 2023}, Values: []Value{KnownValue(1), KnownValue(2), KnownValue(3), KnownValue(4), {}, KnownValue(6)}, Seams: seam(true)}
	drawn := func(s spark) List {
		list := List{}
		s.draw(wide(t), &list, box{right: 100, bottom: 30})
		return list
	}
	if n := strokes(drawn(s)); n != 2 {
		t.Errorf("%d strokes, want those of 2018 to 2020 only", n)
	}
	if n := len(drawn(spark{Years: []int{2020}, Values: []Value{{}}}).Items); n != 0 {
		t.Errorf("a line without numbers has %d items", n)
	}
}

func TestAWaterfallEndsAtTheTotalAndOmitsUnitsWithoutAFigure(t *testing.T) {
	w := waterfall(18)
	steps := w.steps()
	at := steps[0].end
	for _, s := range steps[1 : len(steps)-1] {
		if math.Abs(s.start-at) > 1e-9 {
			t.Errorf("%s starts at %v, the step before ended at %v", s.name, s.start, at)
		}
		at = s.end
		if s.coverage && (s.key != "" || s.total) {
			t.Errorf("%s is drawn as a unit's change", s.name)
		}
	}
	if last := steps[len(steps)-1]; last.end != at {
		t.Errorf("the steps end at %v, the total is %v", at, last.end)
	}
	for _, s := range steps {
		if s.name == w.Entries[5].Name || s.name == w.Entries[9].Name {
			t.Errorf("%s has a figure in one year only and yet a change", s.name)
		}
	}
}

func TestALinkOfAChainIsSolidBrokenOrUnknown(t *testing.T) {
	c := chain()
	var got []string
	for row := range c.Rows {
		for i := 1; i < len(c.Years); i++ {
			got = append(got, c.linkText(row, i))
		}
	}
	want := []string{"一致", "一致", "一致", "一致", "不一致，差 +1 件", "一致", "无法核对", "无法核对", "无法核对"}
	if !slices.Equal(got, want) {
		t.Errorf("links %v, want %v", got, want)
	}
	red := 0
	for _, item := range c.Draw(wide(t)).Items {
		if line, ok := item.(Line); ok && line.Color == palette.Light().Fault {
			red++
		}
	}
	if red != 2 {
		t.Errorf("%d red strokes, want the two halves of the one broken link", red)
	}
}

func TestChangesAreWordedAsInStatistics(t *testing.T) {
	for _, c := range []struct {
		from, to Value
		percent  bool
		want     string
	}{
		{KnownValue(70), KnownValue(74), false, "▲ 4 件（+5.7%）"},
		{KnownValue(74), KnownValue(70), false, "▼ 4 件（−5.4%）"},
		{KnownValue(0), KnownValue(3), false, "▲ 3 件（上年为 0）"},
		{KnownValue(0), KnownValue(0), false, "持平"},
		{KnownValue(9), KnownValue(3), false, "▼ 6 件"},
		{KnownValue(2390), KnownValue(2390), false, "持平"},
		{KnownValue(0.857), KnownValue(0.5), true, "▼ 35.7 个百分点"},
		{Value{}, KnownValue(3), false, ""},
		{KnownValue(3), Value{Text: "未填"}, false, ""},
	} {
		if got := (Change{From: c.from, To: c.to, Percent: c.percent}).Say("件", words.Chinese); got != c.want {
			t.Errorf("from %v to %v: %q, want %q", c.from.Number, c.to.Number, got, c.want)
		}
	}
}

func TestACardShowsRateFractionAndInterval(t *testing.T) {
	card := cardOfYinghai()
	f := wide(t)
	f.Width, f.Height = 256, 132
	for _, want := range []string{"85.7%", "（12/14） 60.1–96.0%", "已报 1/20"} {
		if !draws(card.Draw(f), want) {
			t.Errorf("the card does not show %q", want)
		}
	}
	if got := card.TextEquivalent().Sentence; !strings.HasPrefix(got, "公开率 85.7%（12/14），95% 区间 60.1–96.0%") {
		t.Errorf("its text is %q", got)
	}
}

func marksOf(l List, key string) []Hit {
	var out []Hit
	for _, h := range l.Hits {
		if h.Key == key && !h.Legend {
			out = append(out, h)
		}
	}
	return out
}
