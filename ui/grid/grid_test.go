package grid

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"nianbao/ui/look"
	"nianbao/ui/palette"
	"nianbao/ui/tabular"
)

const million = 1_000_000

func TestControlEndShowsTheLastRowOfAMillion(t *testing.T) {
	g := shown(t, numbered(million, 30))
	g.TypedShortcut(ctrl(fyne.KeyEnd, 0))
	if r, _ := g.Selection(); r != (Range{million - 1, 29, million - 1, 29}) {
		t.Errorf("the cursor is at %+v", r)
	}
	for _, want := range []string{"r999999c29", "r999990c29", "r999999c0"} {
		if !drawn(g, want) {
			t.Errorf("%s is not on the screen", want)
		}
	}
	if drawn(g, "r0c1") {
		t.Error("the first row is still on the screen")
	}
}

func TestTheLastRowCanBeReachedByScrollBarAndSelected(t *testing.T) {
	g := shown(t, numbered(million, 30))
	handle := g.geo.downThumb()
	x := float32(g.geo.right() + 4)
	press(g, x, float32(handle.at+handle.length/2), 0)
	dragTo(g, x, float32(g.geo.bottom()+500))
	if !drawn(g, "r999999c0") {
		t.Fatal("the last row is not on the screen")
	}
	click(g, 20, float32(g.geo.bodyBottom()-3))
	if r, _ := g.Selection(); r.Row0 != million-1 {
		t.Errorf("a click on the last row selected row %d", r.Row0)
	}
}

func TestClicksSelectTheRowUnderThePointer(t *testing.T) {
	g := shown(t, numbered(million, 4))
	for _, row := range []int{0, 1, 19_999, 20_001, 65_537, 500_000, 777_777, 999_998} {
		g.Select(Range{row, 0, row, 0})
		click(g, 20, float32(g.geo.rowTop(row)+1))
		if r, _ := g.Selection(); r.Row0 != row {
			t.Errorf("a click at the top of row %d selected row %d", row, r.Row0)
		}
		if !drawnAt(g, fmt.Sprintf("r%dc0", row), g.geo.rowTop(row)) {
			t.Errorf("row %d is not drawn where it is clicked", row)
		}
	}
}

func TestTheWheelScrollsOverHeadingsAndFrozenColumnsToo(t *testing.T) {
	for name, at := range map[string]fyne.Position{"frozen": fyne.NewPos(10, 200), "heading": fyne.NewPos(300, 10), "body": fyne.NewPos(300, 200)} {
		g := shown(t, numbered(200, 30))
		for range 400 {
			test.Scroll(fyne.CurrentApp().Driver().CanvasForObject(g), at, 0, -25)
		}
		if !drawn(g, "r199c0") {
			t.Errorf("over the %s the wheel does not reach the last row", name)
		}
	}
}

func TestAnEmptyTableShowsItsHeadingsAndAcceptsInput(t *testing.T) {
	for _, d := range []Data{{}, numbered(0, 5)} {
		g := shown(t, d)
		g.OnSelect = func(Range) { t.Error("something was selected in an empty table") }
		g.OnOpen = func(int, int) { t.Error("something was opened in an empty table") }
		for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyEnd, fyne.KeyPageDown, fyne.KeyReturn, fyne.KeyEscape} {
			g.TypedKey(&fyne.KeyEvent{Name: key})
		}
		g.TypedShortcut(ctrl(fyne.KeyEnd, 0))
		g.TypedShortcut(&fyne.ShortcutSelectAll{})
		g.TypedShortcut(&fyne.ShortcutCopy{})
		click(g, 50, 150)
		g.DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(50, 150)})
		g.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(-50, -50)})
		if _, ok := g.Selection(); ok {
			t.Error("an empty table has a selection")
		}
		if len(d.Columns) > 0 && !drawn(g, "列 0") {
			t.Error("the headings are missing")
		}
	}
}

func TestTheTotalIsRightBelowASingleRow(t *testing.T) {
	d := numbered(1, 3)
	d.Total = func(col int) tabular.Cell { return tabular.Cell{Text: fmt.Sprint("sum", col)} }
	g := shown(t, d)
	if !drawnAt(g, "r0c0", g.geo.heading) || !drawnAt(g, "sum0", g.geo.heading+g.geo.row) {
		t.Error("the total does not stand right below the only row")
	}
}

func TestTheTotalStaysVisibleWithAMillionRows(t *testing.T) {
	d := numbered(million, 3)
	d.Total = func(col int) tabular.Cell { return tabular.Cell{Text: fmt.Sprint("sum", col)} }
	g := shown(t, d)
	for range 2 {
		if !drawnAt(g, "sum0", g.geo.bottom()-g.geo.totalHeight()) {
			t.Error("the total is not at the foot")
		}
		g.TypedShortcut(ctrl(fyne.KeyEnd, 0))
	}
	if top := g.geo.rowTop(million); top != g.geo.bodyBottom() {
		t.Errorf("the last row ends at %v, the total begins at %v", top, g.geo.bodyBottom())
	}
}

func TestFrozenColumnsStayInPlaceWhenScrollingRight(t *testing.T) {
	g := shown(t, numbered(100, 30))
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if !drawn(g, "r0c0") || !drawn(g, "r0c29") || drawn(g, "r0c2") {
		t.Error("want the first and the last column in sight, the third not")
	}
}

func TestBlankNotApplicableZeroAndMissingLookDifferent(t *testing.T) {
	kinds := []tabular.Cell{{Kind: tabular.Number, Text: "0"}, {Kind: tabular.Blank}, {Kind: tabular.NotAsked}, {Kind: tabular.Missing}, {Kind: tabular.Loading}, {Kind: tabular.Odd, Text: "0"}, {Kind: tabular.Noted, Text: "0"}}
	looks := map[string]int{}
	for i, c := range kinds {
		g := shown(t, Data{Columns: []tabular.Column{{ID: "a", Title: "a", Numeric: true, Width: 80}}, Rows: 1, Cell: func(int, int) tabular.Cell { return c }})
		look := ""
		for _, o := range g.layers.body.objects {
			switch o := o.(type) {
			case *canvas.Text:
				look += fmt.Sprint(o.Text, o.Color, o.TextSize)
			case *canvas.Rectangle:
				look += fmt.Sprint(o.Size(), o.FillColor)
			}
		}
		if other, ok := looks[look]; ok {
			t.Errorf("kinds %d and %d look the same: %s", kinds[i].Kind, kinds[other].Kind, look)
		}
		looks[look] = i
	}
}

func TestANumberIsNeverCutOff(t *testing.T) {
	const number = "11,398,889"
	for _, numeric := range []bool{true, false} {
		for _, w := range []float32{50, 70, 110} {
			d := numbered(3, 30)
			d.Cell = func(row, col int) tabular.Cell { return tabular.Cell{Kind: tabular.Number, Text: number} }
			for col := range d.Columns {
				d.Columns[col].Width, d.Columns[col].Numeric = w, numeric
			}
			g := shown(t, d)
			for x := range 60 {
				g.scrollTo(float64(x*3), 0)
				for _, o := range g.layers.body.objects {
					text, ok := o.(*canvas.Text)
					if !ok {
						continue
					}
					if text.Text != number && strings.ContainsAny(text.Text, "0123456789") {
						t.Fatalf("width %v: a cell shows %q", w, text.Text)
					}
					if text.Text == number && !inside(g, text) {
						t.Fatalf("width %v: a number at %v is partly out of sight", w, text.Position())
					}
				}
			}
		}
	}
}

// inside reports whether a scrolling text lies between the frozen columns and the right end.
func inside(g *Grid, text *canvas.Text) bool {
	needs := text.MinSize().Width
	start := text.Position().X
	if text.Alignment == fyne.TextAlignTrailing {
		start += text.Size().Width - needs
	}
	return float64(start) > g.geo.frozenWidth()-0.5 && float64(start+needs) < g.geo.right()+0.5
}

func TestSortMarkersShowRankAndDirection(t *testing.T) {
	g := shown(t, numbered(3, 4))
	g.SetSort([]Sort{{"c1", true}, {"c0", false}})
	if !drawn(g, "▼1") || !drawn(g, "▲2") {
		t.Error("want ▼1 and ▲2 in the headings")
	}
	g.SetSort([]Sort{{"c1", false}})
	if !drawn(g, "▲") || drawn(g, "▲2") {
		t.Error("one level needs no rank")
	}
}

func TestNewDataStartsAtTheTopAndKeepsColumnWidths(t *testing.T) {
	g := shown(t, numbered(million, 30))
	g.SetWidths(map[string]float32{"c1": 123})
	g.TypedShortcut(ctrl(fyne.KeyEnd, 0))
	g.SetData(numbered(5, 30))
	if !drawn(g, "r0c0") {
		t.Error("the new result is not shown from its first row")
	}
	if w := g.geo.colWidth(1); w != 123 {
		t.Errorf("the column is %v wide, the user set 123", w)
	}
}

func TestLoadedPagesReplaceTheLoadingMarks(t *testing.T) {
	var asked []int
	pages := NewPages[string](100, 4, func(page int) { asked = append(asked, page) })
	d := numbered(million, 2)
	d.Cell = func(row, col int) tabular.Cell {
		text, ok := pages.Row(row)
		if !ok {
			return tabular.Cell{Kind: tabular.Loading}
		}
		return tabular.Cell{Text: text}
	}
	g := shown(t, d)
	if !drawn(g, "…") || len(asked) != 1 || asked[0] != 0 {
		t.Fatalf("asked for pages %v", asked)
	}
	rows := make([]string, 100)
	for i := range rows {
		rows[i] = fmt.Sprint("fetched ", i)
	}
	pages.Put(0, rows)
	g.Refresh()
	if !drawn(g, "fetched 0") || drawn(g, "…") {
		t.Error("the fetched rows are not shown")
	}
}

func TestAChangeOfThemeReachesEveryPart(t *testing.T) {
	g := shown(t, numbered(100, 5))
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Dark))
	ground := g.layers.body.objects[0].(*canvas.Rectangle)
	if want := palette.Dark().Surface; ground.FillColor != want {
		t.Errorf("the ground is %v, want %v", ground.FillColor, want)
	}
	for _, text := range everyText(g) {
		if text.Color == palette.Light().Ink {
			t.Fatalf("%q is still dark on dark", text.Text)
		}
	}
}

func TestAChangeOfThemeUpdatesTheRowHeight(t *testing.T) {
	app := test.NewTempApp(t)
	g := New(marks())
	w := test.NewTempWindow(t, g)
	w.Resize(fyne.NewSize(800, 400))
	g.SetData(numbered(100, 5))
	app.Settings().SetTheme(look.New(look.Light))
	if want := rowHeight(textSizes().text); g.geo.row != want {
		t.Errorf("rows are %v high, want %v", g.geo.row, want)
	}
}

func BenchmarkRedrawOnScroll(b *testing.B) {
	for name, size := range map[string]fyne.Size{"1366x768": fyne.NewSize(1366, 768), "1920x1080": fyne.NewSize(1920, 1080)} {
		b.Run(name, func(b *testing.B) {
			app := test.NewTempApp(b)
			app.Settings().SetTheme(look.New(look.Light))
			g := New(marks())
			g.Resize(size)
			g.SetData(numbered(million, 30))
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				g.scrollTo(0, float64(i*37%(million*20)))
			}
		})
	}
}

func BenchmarkLeapToTheEndAndBack(b *testing.B) {
	app := test.NewTempApp(b)
	app.Settings().SetTheme(look.New(look.Light))
	g := New(marks())
	g.Resize(fyne.NewSize(1366, 768))
	g.SetData(numbered(million, 30))
	for b.Loop() {
		g.TypedShortcut(ctrl(fyne.KeyEnd, 0))
		g.TypedShortcut(ctrl(fyne.KeyHome, 0))
	}
}

// numbered is a table in which each cell says where it is.
func numbered(rows, cols int) Data {
	d := Data{Rows: rows, Frozen: 1, Cell: func(row, col int) tabular.Cell { return tabular.Cell{Text: fmt.Sprintf("r%dc%d", row, col)} }}
	for col := range cols {
		d.Columns = append(d.Columns, tabular.Column{ID: fmt.Sprint("c", col), Title: fmt.Sprint("列 ", col), Width: 90})
	}
	return d
}

func marks() tabular.Marks {
	return tabular.Marks{Blank: "未填", NotAsked: "/", Missing: "·", Loading: "…"}
}

func shown(t *testing.T, d Data) *Grid {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light))
	g := New(marks())
	w := test.NewTempWindow(t, g)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(800, 400))
	g.SetData(d)
	return g
}

func everyText(g *Grid) []*canvas.Text {
	var texts []*canvas.Text
	for _, o := range g.layers.objects {
		for _, o := range o.(*layer).objects {
			if text, ok := o.(*canvas.Text); ok {
				texts = append(texts, text)
			}
		}
	}
	return texts
}

func drawn(g *Grid, text string) bool {
	for _, o := range everyText(g) {
		if o.Text == text {
			return true
		}
	}
	return false
}

func drawnAt(g *Grid, text string, top float64) bool {
	for _, o := range everyText(g) {
		if o.Text == text && float64(o.Position().Y) >= top && float64(o.Position().Y) < top+3 {
			return true
		}
	}
	return false
}

func ctrl(key fyne.KeyName, more fyne.KeyModifier) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | more}
}

func press(g *Grid, x, y float32, modifier fyne.KeyModifier) {
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: modifier}
	e.Position = fyne.NewPos(x, y)
	g.MouseDown(e)
}

func letGo(g *Grid, x, y float32, modifier fyne.KeyModifier) {
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: modifier}
	e.Position = fyne.NewPos(x, y)
	g.MouseUp(e)
}

func click(g *Grid, x, y float32) {
	press(g, x, y, 0)
	letGo(g, x, y, 0)
}

func dragTo(g *Grid, x, y float32) {
	g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}})
	g.DragEnd()
}
