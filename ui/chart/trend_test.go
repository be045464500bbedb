package chart

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/ui/font"
	"nianbao/ui/palette"
	"nianbao/ui/words"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestTrendsMatchTheirGoldenFiles(t *testing.T) {
	for name, trend := range map[string]Trend{
		"pingtan": pingtan(), "one-year": yinghai(), "gaps": money(), "empty": {Words: demoWords()},
		"eight-units": many(8), "forty-units": many(40), "three-hundred-units": many(300),
		"percent": percentages(),
	} {
		t.Run(name, func(t *testing.T) {
			var got bytes.Buffer
			p := palette.Light()
			if err := trend.Draw(frame(t, "")).SVG(&got, p.Surface); err != nil {
				t.Fatal(err)
			}
			golden(t, name+".svg", got.Bytes())
		})
	}
}

func TestAMissingYearIsAGapNotZero(t *testing.T) {
	trend := Trend{Years: []int{2019, 2020, 2021, 2022}, Words: demoWords(),
		Series: []Series{{Name: "a", Values: []Value{KnownValue(10), {}, KnownValue(12), KnownValue(14)}}}}
	list := trend.Draw(frame(t, ""))
	if n := strokes(list); n != 1 {
		t.Errorf("the series is drawn with %d strokes, want only the one from 2021 to 2022", n)
	}
	if n := len(dots(list)); n != 3 {
		t.Errorf("%d dots, want 3 for 3 known numbers", n)
	}
	zero := scaleOf(t, list)
	for _, dot := range dots(list) {
		if dot.Y >= zero {
			t.Errorf("a dot at y=%v lies on the zero line %v", dot.Y, zero)
		}
	}
}

func TestAYearMissingFromTheAxisBreaksTheLine(t *testing.T) {
	trend := Trend{Years: []int{2019, 2021}, Words: demoWords(), Series: []Series{{Name: "a", Values: values(1, 2)}}}
	if n := strokes(trend.Draw(frame(t, ""))); n != 0 {
		t.Errorf("2019 and 2021 are joined by %d strokes", n)
	}
}

func TestALineBetweenSumsOfDifferentUnitsIsDashed(t *testing.T) {
	apart := Value{Number: 12, Known: true, Apart: true}
	trend := Trend{Years: []int{2021, 2022, 2023}, Words: demoWords(), Series: []Series{{Name: "a", Values: []Value{KnownValue(10), apart, KnownValue(14)}}}}
	list := trend.Draw(frame(t, ""))
	var dashed, solid int
	for _, item := range list.Items {
		if l, ok := item.(Line); ok && l.Color == frame(t, "").Palette.Series[0] {
			if l.Dash > 0 {
				dashed++
			} else {
				solid++
			}
		}
	}
	if dashed != 1 || solid != 1 {
		t.Errorf("%d dashed and %d solid strokes, want one of each", dashed, solid)
	}
}

func TestNoLineCrossesABrokenSeam(t *testing.T) {
	for _, broken := range []bool{false, true} {
		trend := pingtan()
		trend.Seams = seam(broken)
		want := 9
		if broken {
			want = 6
		}
		if n := strokes(trend.Draw(frame(t, ""))); n != want {
			t.Errorf("broken=%v: %d strokes, want %d", broken, n, want)
		}
	}
}

func TestPointingShowsTheExactValue(t *testing.T) {
	list := money().Draw(frame(t, ""))
	first := list.Hits[len(list.Hits)-6]
	hit, ok := list.At(first.AtX+3, first.AtY-5)
	if !ok || hit.Index != 0 {
		t.Fatalf("pointing beside the first mark found %+v, %v", hit, ok)
	}
	if got := hit.Tip.Rows[0].Value; got != "24,252.311082 万元" {
		t.Errorf("the tip says %q", got)
	}
}

func TestPointingExplainsAMissingNumber(t *testing.T) {
	list := money().Draw(frame(t, ""))
	said := map[string]bool{}
	for _, h := range list.Hits {
		for _, row := range h.Tip.Rows {
			said[row.Value] = true
		}
	}
	for _, want := range []string{"没有该年报告", "未填"} {
		if !said[want] {
			t.Errorf("no tip says %q", want)
		}
	}
}

func TestPointingAtTheSeamExplainsIt(t *testing.T) {
	list := pingtan().Draw(frame(t, ""))
	for _, h := range list.Hits {
		if h.Key == "" {
			hit, ok := list.At(h.AtX, h.AtY)
			if !ok || !strings.Contains(hit.Tip.Note, "可比") {
				t.Errorf("the seam says %+v", hit.Tip)
			}
			return
		}
	}
	t.Error("the seam has no area")
}

func TestLabelsNeverOverlapOrLeaveThePlot(t *testing.T) {
	for n := 1; n <= 14; n++ {
		trend := many(n)
		list := trend.Draw(frame(t, ""))
		var last float64
		count := 0
		for _, item := range list.Items {
			text, ok := item.(Text)
			if !ok || text.Size != textSize {
				continue
			}
			if count > 0 && text.Y-last < labelPitch-0.01 {
				t.Errorf("%d series: labels at %v and %v overlap", n, last, text.Y)
			}
			if text.Y > list.Height-20 || text.Y < 20 {
				t.Errorf("%d series: label %q at %v leaves the plot", n, text.Text, text.Y)
			}
			last = text.Y
			count++
		}
		if count != n {
			t.Errorf("%d series have %d labels", n, count)
		}
	}
}

func TestATinyFrameDrawsWithoutPanic(t *testing.T) {
	for _, size := range []float64{0, 1, 30, 120} {
		f := frame(t, "")
		f.Width, f.Height = size, size
		for _, trend := range []Trend{pingtan(), many(40), yinghai(), {Words: demoWords()}} {
			if list := trend.Draw(f); list.Width != size {
				t.Errorf("a frame of %v became %v", size, list.Width)
			}
		}
	}
}

func percentages() Trend {
	return Trend{Title: "公开率", Years: []int{2021, 2022, 2023}, Style: NumberStyle{Decimals: 1, Percent: true}, Words: demoWords(),
		Series: []Series{{Name: "瀛海镇", Values: []Value{KnownValue(0.5), KnownValue(0.923), {Number: 12.0 / 14, Known: true, Text: "85.7%（12/14）"}}}}}
}

func frame(t testing.TB, focus string) Frame {
	t.Helper()
	fonts, err := NewFonts(font.Regular, font.Bold)
	if err != nil {
		t.Fatal(err)
	}
	return Frame{Width: 720, Height: 400, Palette: palette.Light(), Measure: fonts.Measure, Focus: focus}
}

// strokes counts the lines in a series' colour and width.
func strokes(l List) int {
	n := 0
	for _, item := range l.Items {
		if line, ok := item.(Line); ok && line.Width > 1 {
			n++
		}
	}
	return n
}

func dots(l List) []Dot {
	var out []Dot
	for _, item := range l.Items {
		if dot, ok := item.(Dot); ok {
			out = append(out, dot)
		}
	}
	return out
}

// scaleOf finds the height of the zero line by its label.
func scaleOf(t *testing.T, l List) float64 {
	t.Helper()
	for _, item := range l.Items {
		if text, ok := item.(Text); ok && text.Text == "0" {
			return text.Y - 4
		}
	}
	t.Fatal("no zero on the axis")
	return 0
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs from the drawing; look at it and run with -update if the new one is right", path)
	}
}

func TestATrendTellsNoChangeBetweenSumsOfDifferentUnits(t *testing.T) {
	trend := Trend{Words: Words{Language: words.Chinese}, Years: []int{2021, 2022, 2023}, Series: []Series{{Name: "合计", Values: []Value{KnownValue(699), KnownValue(700), KnownValue(880)}}}}
	if got := trend.TextEquivalent().Sentence; !strings.Contains(got, "▲") {
		t.Errorf("of the same units: %s", got)
	}
	trend.Series[0].Values[1].Apart = true
	if got := trend.TextEquivalent().Sentence; strings.ContainsAny(got, "▲▼") || !strings.Contains(got, "699") || !strings.Contains(got, "880") {
		t.Errorf("of different units: %s", got)
	}
}
