package page

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"nianbao/ui/look"
)

// grid is a page with a title and a table: a corner above a label that is two rows high, two
// headings, and two rows of two figures.
func grid(t *testing.T, change func(cells []Cell)) *Page {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	cells := []Cell{
		{Top: 0, Left: 0, Bottom: 0, Right: 0, Text: "信息内容", Style: Head},
		{Top: 0, Left: 1, Bottom: 0, Right: 1, Text: "自然人", Style: Head},
		{Top: 0, Left: 2, Bottom: 0, Right: 2, Text: "总计", Style: Head},
		{Top: 1, Left: 0, Bottom: 2, Right: 0, Text: "一、本年新收政府信息公开申请数量", Style: Label},
		{Top: 1, Left: 1, Bottom: 1, Right: 1, Text: "13"},
		{Top: 1, Left: 2, Bottom: 1, Right: 2, Text: "16"},
		{Top: 2, Left: 1, Bottom: 2, Right: 1, Text: "未填", Kind: Blank},
		{Top: 2, Left: 2, Bottom: 2, Right: 2, Text: "0"},
	}
	if change != nil {
		change(cells)
	}
	p := New(300)
	p.SetBlocks([]Block{{Columns: []float32{1}, Cells: []Cell{{Text: "年度报告", Style: Title}}},
		{Columns: []float32{1, 1, 1}, Ruled: true, Above: 10, Cells: cells}})
	test.NewTempWindow(t, p).Resize(fyne.NewSize(320, 400))
	return p
}

// The numbers of the figures; title, headings and label come before them.
const (
	upperLeft = iota + 5
	upperRight
	lowerLeft
	lowerRight
)

func (p *Page) drawn() (texts []*canvas.Text, rects []*canvas.Rectangle) {
	for _, o := range test.WidgetRenderer(p).Objects() {
		switch o := o.(type) {
		case *canvas.Text:
			texts = append(texts, o)
		case *canvas.Rectangle:
			rects = append(rects, o)
		}
	}
	return texts, rects
}

func TestCellsAreLaidOutInRowsAndColumns(t *testing.T) {
	p := grid(t, nil)
	place := func(cell int) [4]float32 {
		at, size := p.Place(cell)
		return [4]float32{at.X, at.Y, size.Width, size.Height}
	}
	a, b, c := place(upperLeft), place(upperRight), place(lowerLeft)
	if a[0]+a[2] != b[0] || a[1] != b[1] || a[0] != c[0] || a[1]+a[3] != c[1] {
		t.Errorf("the figures stand at %v, %v, %v", a, b, c)
	}
	if label := place(4); label[1] != a[1] || label[3] < a[3]+c[3] {
		t.Errorf("the label of two rows stands at %v beside %v and %v", label, a, c)
	}
	if right := place(lowerRight); right[0]+right[2] != 300 {
		t.Errorf("the last column ends at %v of 300", right[0]+right[2])
	}
	if _, size := p.Place(99); !size.IsZero() {
		t.Error("a cell that is not there has a place")
	}
}

func TestClickingChoosesFiguresOnly(t *testing.T) {
	p := grid(t, nil)
	var chosen []int
	p.OnChoose = func(cell int) { chosen = append(chosen, cell) }
	for cell := range p.Cells() {
		at, size := p.Place(cell)
		p.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at.AddXY(size.Width/2, size.Height/2)}})
	}
	if len(chosen) != 4 || chosen[0] != upperLeft || chosen[3] != lowerRight {
		t.Errorf("clicks on all cells choose %v", chosen)
	}
}

func TestArrowKeysMoveFromFigureToFigure(t *testing.T) {
	p := grid(t, nil)
	var other []fyne.KeyName
	p.OnKey = func(e *fyne.KeyEvent) { other = append(other, e.Name) }
	for _, step := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyDown, upperLeft}, {fyne.KeyRight, upperRight}, {fyne.KeyRight, upperRight}, {fyne.KeyDown, lowerRight}, {fyne.KeyLeft, lowerLeft}, {fyne.KeyUp, upperLeft}, {fyne.KeyUp, upperLeft}, {fyne.KeyF4, upperLeft}} {
		p.TypedKey(&fyne.KeyEvent{Name: step.key})
		if p.Chosen() != step.want {
			t.Errorf("%s leads to %d, want %d", step.key, p.Chosen(), step.want)
		}
	}
	if len(other) != 1 || other[0] != fyne.KeyF4 {
		t.Errorf("%v are handed on", other)
	}
}

func TestTheChosenFigureStaysChosenWhileItExists(t *testing.T) {
	p := grid(t, nil)
	p.Choose(lowerRight)
	p.SetBlocks(p.blocks)
	if p.Chosen() != lowerRight {
		t.Errorf("%d is chosen", p.Chosen())
	}
	p.SetBlocks(p.blocks[:1])
	if p.Chosen() != -1 {
		t.Errorf("%d is chosen on a page without figures", p.Chosen())
	}
}

func TestTermsAreNumberedAndWrongFiguresShowTheirProposal(t *testing.T) {
	plain, _ := grid(t, nil).drawn()
	p := grid(t, func(cells []Cell) {
		cells[4].Mark = Mark{Outlined: true, Number: 2}
		cells[5].Mark = Mark{Outlined: true, Wrong: true, Proposed: "应为 13"}
		cells[7].Below, cells[7].BelowTone = "上年 5", Falling
	})
	marked, _ := p.drawn()
	var added []string
	for _, text := range marked {
		if !hasText(plain, text.Text) {
			added = append(added, text.Text)
		}
	}
	if got := strings.Join(added, "|"); got != "应为 13|▼ 上年 5|2" {
		t.Errorf("the marks say %q", got)
	}
	_, before := grid(t, nil).Place(upperRight)
	if _, after := p.Place(upperRight); after.Height <= before.Height {
		t.Error("a proposal needs no room")
	}
}

func hasText(list []*canvas.Text, text string) bool {
	for _, o := range list {
		if o.Text == text {
			return true
		}
	}
	return false
}

func TestLongNumbersAreSetSmallerInsteadOfCut(t *testing.T) {
	p := grid(t, func(cells []Cell) {
		cells[4].Text, cells[5].Text, cells[5].Kind = "73,802,895,901,234", "见附件一至附件十二的说明", Odd
	})
	texts, _ := p.drawn()
	number, isCut := false, false
	for _, o := range texts {
		if o.Text == "73,802,895,901,234" {
			number = o.TextSize < p.styles[Figure].Size
		}
		isCut = isCut || strings.HasPrefix(o.Text, "见附件") && strings.HasSuffix(o.Text, "…")
	}
	if !number || !isCut {
		t.Errorf("the number is whole and smaller: %v; the note is cut: %v", number, isCut)
	}
}

func TestHeadingsStayVisibleWhileTheirTableScrolls(t *testing.T) {
	p := grid(t, nil)
	p.SetBlocks([]Block{p.blocks[0], tall(p.blocks[1])})
	if _, ok := p.HeadingAt(0); ok {
		t.Error("the headings are shown twice")
	}
	heading, ok := p.HeadingAt(200)
	if !ok || len(heading.Cells) != 3 || heading.Cells[0].Text != "" || heading.Cells[2].Text != "总计" {
		t.Errorf("%v %+v", ok, heading.Cells)
	}
	if _, ok := p.HeadingAt(p.MinSize().Height - 10); ok {
		t.Error("the headings stay at the end of the table")
	}
}

// tall is the table with twenty more rows.
func tall(b Block) Block {
	for row := 3; row < 23; row++ {
		b.Cells = append(b.Cells, Cell{Top: row, Bottom: row, Left: 2, Right: 2, Text: "1"})
	}
	return b
}

func TestLongParagraphsWrapAndQuotedOnesHaveABar(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	show := func(mark Mark) (*Page, int) {
		p := New(300)
		p.SetBlocks([]Block{{Columns: []float32{1}, Cells: []Cell{{Text: strings.Repeat("本年度共收到政府信息公开申请，", 8), Style: Prose, Mark: mark}}}})
		test.NewTempWindow(t, p)
		_, rects := p.drawn()
		return p, len(rects)
	}
	p, none := show(Mark{})
	if texts, _ := p.drawn(); len(texts) < 5 || none != 0 {
		t.Errorf("%d lines, %d rectangles", len(texts), none)
	}
	if _, quoted := show(Mark{Outlined: true}); quoted != 2 {
		t.Errorf("a quoted paragraph has %d rectangles", quoted)
	}
}
