package chart_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"nianbao/ui/chart"
	"nianbao/ui/chart/view"
	"nianbao/ui/look"
	"nianbao/ui/palette"
)

func TestTheTooltipAppearsOnPointingAndDisappearsOnLeaving(t *testing.T) {
	v := shown(t, chart.SampleYears())
	mark := v.List().Hits[len(v.List().Hits)-1]
	v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: view.Position(mark.AtX, mark.AtY)}})
	if !says(v, "37 件") {
		t.Error("the value 37 件 does not appear")
	}
	v.MouseOut()
	if says(v, "37 件") {
		t.Error("the value stays after the pointer left")
	}
}

func TestArrowKeysStepThroughTheMarks(t *testing.T) {
	v := shown(t, chart.SampleYears())
	v.FocusGained()
	for _, step := range []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyRight, "本年新收 2022"}, {fyne.KeyLeft, "本年新收 2021"}, {fyne.KeyDown, "予以公开 2021"},
		{fyne.KeyDown, "无法提供 2021"}, {fyne.KeyDown, "无法提供 2021"}, {fyne.KeyLeft, "无法提供 2020"},
	} {
		v.TypedKey(&fyne.KeyEvent{Name: step.key})
		if got := v.Pointed().Key + " " + v.Pointed().Tip.Title; got != step.want {
			t.Errorf("after %s the mark is %s, want %s", step.key, got, step.want)
		}
	}
}

func TestClickingReportsTheMark(t *testing.T) {
	v := shown(t, chart.SampleYears())
	var got chart.Hit
	v.OnTap = func(h chart.Hit) { got = h }
	mark := v.List().Hits[len(v.List().Hits)-1]
	test.TapAt(v, view.Position(mark.AtX, mark.AtY))
	if got.Key != "无法提供" || got.Index != 3 {
		t.Errorf("the click reported %q %d", got.Key, got.Index)
	}
}

func TestANewChartReplacesTheOldOne(t *testing.T) {
	v := shown(t, chart.SampleYears())
	v.SetChart(chart.SampleTown().Draw)
	if !says(v, "瀛海镇 2,390") || says(v, "平潭") {
		t.Error("the second chart is not shown, or the first still is")
	}
}

func TestAChangeOfThemeRecoloursTheChart(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light))
	v := view.NewView(chart.SampleYears().Draw, look.Current)
	w := test.NewTempWindow(t, v)
	w.Resize(fyne.NewSize(720, 400))
	app.Settings().SetTheme(look.New(look.Dark))
	ground := test.WidgetRenderer(v).Objects()[0].(*canvas.Rectangle)
	if want := palette.Dark().Surface; ground.FillColor != want {
		t.Errorf("the ground is %v, want %v", ground.FillColor, want)
	}
}

func BenchmarkDraw(b *testing.B) {
	for _, n := range []int{8, 40, 300} {
		b.Run(fmt.Sprint(n, "x10"), func(b *testing.B) {
			trend, f := chart.SampleTrend(n), chart.SampleFrame(b, "")
			for b.Loop() {
				trend.Draw(f)
			}
		})
	}
}

func BenchmarkRedrawOnHover(b *testing.B) {
	test.NewTempApp(b)
	v := view.NewView(chart.SampleTrend(40).Draw, palette.Light)
	v.Resize(fyne.NewSize(900, 500))
	test.WidgetRenderer(v)
	hits := v.List().Hits
	for i := 0; b.Loop(); i++ {
		mark := hits[i*17%len(hits)]
		v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: view.Position(mark.AtX, mark.AtY)}})
	}
}

func shown(t *testing.T, trend chart.Trend) *view.View {
	t.Helper()
	test.NewTempApp(t)
	v := view.NewView(trend.Draw, palette.Light)
	w := test.NewTempWindow(t, v)
	w.Resize(fyne.NewSize(720, 400))
	return v
}

func says(v *view.View, text string) bool {
	for _, o := range test.WidgetRenderer(v).Objects() {
		if t, ok := o.(*canvas.Text); ok && t.Text == text {
			return true
		}
	}
	return false
}
