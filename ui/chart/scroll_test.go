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

func TestWheelPageKeysAndScrollBarMoveALongChart(t *testing.T) {
	v := showing1366(t, chart.SampleHeat(300))
	first := v.List().Hits[0].Key
	v.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -10)})
	if got := v.List().Hits[0].Key; got != "unit-1" {
		t.Errorf("after a notch the first row is %s, want unit-1", got)
	}
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if !holds300(v) {
		t.Error("the end does not show the last unit")
	}
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	if got := v.List().Hits[0].Key; got != first {
		t.Errorf("home shows %s first, want %s", got, first)
	}
	s := v.List().Scroll
	v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: view.Position(1055, s.Top+s.Window)}})
	if !holds300(v) {
		t.Error("dragging the bar down does not show the last unit")
	}
}

func TestArrowKeysReachEveryRowOfALongChart(t *testing.T) {
	for name, model := range map[string]chart.SampleModel{"heat": chart.SampleHeat(80), "ranking": chart.SampleRanking(80), "chain": chart.SampleChain(80), "multiples": chart.SampleMultiples(80, false)} {
		v := showing1366(t, model)
		v.FocusGained()
		reached := map[string]bool{}
		for range 100 {
			v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
			reached[v.Pointed().Key] = true
			if v.Pointed().AtY > float64(v.Size().Height) {
				t.Fatalf("%s: the mark %s lies below the window", name, v.Pointed().Key)
			}
		}
		if len(reached) != 80 {
			t.Errorf("%s: the keys reached %d of 80 units", name, len(reached))
		}
	}
}

func TestArrowKeysMoveToTheNearestMark(t *testing.T) {
	v := showing1366(t, chart.SampleOutcomes("平潭综合实验区管委会", false))
	v.FocusGained()
	for _, step := range []struct {
		key  fyne.KeyName
		want string
	}{{fyne.KeyDown, "granted 2019"}, {fyne.KeyDown, "granted 2020"}, {fyne.KeyRight, "granted-in-part 2020"}, {fyne.KeyUp, "granted-in-part 2019"}} {
		v.TypedKey(&fyne.KeyEvent{Name: step.key})
		if got := v.Pointed().Key + " " + v.Pointed().Category; got != step.want {
			t.Errorf("after %s the mark is %s, want %s", step.key, got, step.want)
		}
	}
}

func TestClickingTheLegendTogglesTheSeries(t *testing.T) {
	model := chart.SampleOutcomes("平潭综合实验区管委会", false)
	v := showing1366(t, model)
	v.OnTap = func(h chart.Hit) { t.Errorf("the legend was taken for the mark %+v", h) }
	v.OnLegend = func(key string) {
		model.Hidden = model.Hidden.Toggled(key)
		v.Update(model.Draw)
	}
	legend := v.List().Hits[0]
	if !legend.Legend {
		t.Fatal("the first hit is no legend entry")
	}
	for _, want := range []int{0, 4} {
		test.TapAt(v, view.Position(legend.AtX, legend.AtY))
		if n := len(chart.MarksOf(v.List(), legend.Key)); n != want {
			t.Errorf("%d marks of %s, want %d", n, legend.Key, want)
		}
	}
}

func TestManyItemsAreCachedAsOnePictureWhilePointing(t *testing.T) {
	v := showing1366(t, chart.SampleFunnel(3000))
	objects := test.WidgetRenderer(v).Objects()
	base, ok := objects[0].(*canvas.Raster)
	if !ok || len(objects) != 1 {
		t.Fatalf("%d objects, the first is %T", len(objects), objects[0])
	}
	mark := v.List().Hits[10]
	v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: view.Position(mark.AtX, mark.AtY)}})
	objects = test.WidgetRenderer(v).Objects()
	if objects[0] != base || len(objects) < 5 {
		t.Errorf("pointing leaves %d objects", len(objects))
	}
	if w, h := base.Generator(1060, 600).Bounds().Dx(), base.Generator(1060, 600).Bounds().Dy(); w != 1060 || h != 600 {
		t.Errorf("the picture has %d×%d pixels", w, h)
	}
}

func TestTheWheelOverAChartThatFitsScrollsItsParent(t *testing.T) {
	v := showing1366(t, chart.SampleLinks())
	turned := false
	v.OnScroll = func(*fyne.ScrollEvent) { turned = true }
	v.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -10)})
	if !turned {
		t.Error("the wheel was swallowed")
	}
}

func BenchmarkDrawKinds(b *testing.B) {
	for _, c := range []struct {
		name  string
		model chart.SampleModel
	}{
		{"trend 40x10", chart.SampleTrend(40)}, {"stack 40x3", chart.Stack{Categories: chart.SampleBars(40).Categories, Series: chart.SampleBars(40).Series}}, {"bars 40x3", chart.SampleBars(40)}, {"heat 40x10", chart.SampleHeat(40)}, {"chain 40x10", chart.SampleChain(40)},
		{"heat 3000x10", chart.SampleHeat(3000)}, {"ranking 3000", chart.SampleRanking(3000)}, {"multiples 3000x10", chart.SampleMultiples(3000, false)},
		{"chain 3000x10", chart.SampleChain(3000)}, {"funnel 3000", chart.SampleFunnel(3000)}, {"waterfall 3000", chart.SampleSteps(3000)},
	} {
		b.Run(c.name, func(b *testing.B) {
			f := chart.SampleWide(b)
			for b.Loop() {
				c.model.Draw(f)
			}
		})
	}
}

// BenchmarkRedraw measures a frame up to the graphics card: layout and objects.
func BenchmarkRedraw(b *testing.B) {
	for _, c := range []struct {
		name  string
		model chart.SampleModel
	}{{"trend 40x10", chart.SampleTrend(40)}, {"heat 40x10", chart.SampleHeat(40)}, {"heat 3000x10", chart.SampleHeat(3000)}, {"ranking 3000", chart.SampleRanking(3000)}, {"multiples 3000x10", chart.SampleMultiples(3000, false)}, {"funnel 3000", chart.SampleFunnel(3000)}} {
		b.Run(c.name, func(b *testing.B) {
			test.NewTempApp(b)
			v := view.NewView(c.model.Draw, palette.Light)
			v.Resize(fyne.NewSize(1060, 600))
			test.WidgetRenderer(v)
			for b.Loop() {
				v.Refresh()
			}
		})
	}
}

func BenchmarkPicture(b *testing.B) {
	fonts := chart.SampleFonts(b)
	for name, model := range map[string]chart.SampleModel{"heat": chart.SampleHeat(300), "funnel 3000": chart.SampleFunnel(3000)} {
		for _, scale := range []float64{1, 2} {
			b.Run(fmt.Sprint(name, " x", scale), func(b *testing.B) {
				list := model.Draw(chart.SampleWide(b))
				for b.Loop() {
					list.Image(fonts, palette.Light().Surface, scale)
				}
			})
		}
	}
}

// showing1366 shows a chart as large as it is in a window of 1366×768.
func showing1366(t *testing.T, model chart.SampleModel) *view.View {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light))
	v := view.NewView(model.Draw, palette.Light)
	test.NewTempWindow(t, v)
	v.Resize(fyne.NewSize(1060, 600))
	return v
}

func holds300(v *view.View) bool { return len(chart.MarksOf(v.List(), "unit-299")) > 0 }
