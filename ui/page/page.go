package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/control"
)

// Page is the widget. It has a width of its own, like paper, and is as high as its blocks need; its
// owner puts it into a scroll container.
type Page struct {
	widget.BaseWidget
	OnChoose func(cell int)         // a figure was clicked or reached by the keys
	OnMenu   func(fyne.Position)    // the chosen figure was clicked with the right button, here on the canvas
	OnKey    func(e *fyne.KeyEvent) // a key that the page does not use

	blocks   []Block
	width    float32
	height   float32
	styles   map[Style]textStyle
	placed   []placed // cells of all blocks in order; a cell's number is its index
	chosen   int      // -1 for none
	hover    int
	focused  bool
	measured float32 // text size for which the cells were measured
}

var (
	_ desktop.Hoverable = (*Page)(nil)
	_ desktop.Mouseable = (*Page)(nil)
	_ fyne.Focusable    = (*Page)(nil)
)

// New returns an empty page of a given width.
func New(width float32) *Page {
	p := &Page{width: width, chosen: -1, hover: -1}
	p.ExtendBaseWidget(p)
	return p
}

// SetWidth changes the width of the page.
func (p *Page) SetWidth(width float32) {
	if width != p.width {
		p.width = width
		p.remeasure()
	}
}

// SetBlocks replaces the blocks, or their marks. Cells are numbered across all blocks; the chosen
// one stays chosen.
func (p *Page) SetBlocks(blocks []Block) {
	p.blocks = blocks
	p.remeasure()
	if p.chosen >= len(p.placed) {
		p.chosen = -1
	}
	p.hover = -1
	p.Refresh()
}

func (p *Page) remeasure() {
	p.height = p.measure()
	p.measured = theme.TextSize()
}

// Cells are all cells, in the order of their numbers.
func (p *Page) Cells() []Cell {
	cells := make([]Cell, len(p.placed))
	for i := range p.placed {
		cells[i] = *p.placed[i].Cell
	}
	return cells
}

// Choose frames a figure, or none with -1, without calling OnChoose.
func (p *Page) Choose(cell int) {
	if cell != p.chosen {
		p.chosen = cell
		p.Refresh()
	}
}

// Chosen is the framed figure, -1 for none.
func (p *Page) Chosen() int { return p.chosen }

// Place says where a cell is on the page.
func (p *Page) Place(cell int) (at fyne.Position, size fyne.Size) {
	if cell < 0 || cell >= len(p.placed) {
		return fyne.Position{}, fyne.Size{}
	}
	c := &p.placed[cell]
	return fyne.NewPos(c.x, c.y), fyne.NewSize(c.w, c.h)
}

// MinSize is the size of the page.
func (p *Page) MinSize() fyne.Size {
	if p.measured != theme.TextSize() {
		p.remeasure()
	}
	return fyne.NewSize(p.width+1, p.height+1)
}

// figureAt is the figure at a position, -1 for none.
func (p *Page) figureAt(at fyne.Position) int {
	for i := range p.placed {
		if c := &p.placed[i]; c.Style == Figure && c.contains(at) {
			return i
		}
	}
	return -1
}

func (p *Page) choose(cell int) {
	if cell < 0 {
		return
	}
	p.Choose(cell)
	if p.OnChoose != nil {
		p.OnChoose(cell)
	}
}

// MouseDown chooses the figure under the pointer and takes the focus.
func (p *Page) MouseDown(e *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		c.Focus(p)
	}
	cell := p.figureAt(e.Position)
	p.choose(cell)
	if cell >= 0 && e.Button == desktop.MouseButtonSecondary && p.OnMenu != nil {
		p.OnMenu(e.AbsolutePosition)
	}
}

// MouseUp does nothing.
func (p *Page) MouseUp(*desktop.MouseEvent) {}

// MouseIn highlights the figure under the pointer.
func (p *Page) MouseIn(e *desktop.MouseEvent) { p.MouseMoved(e) }

// MouseMoved highlights the figure under the pointer.
func (p *Page) MouseMoved(e *desktop.MouseEvent) { p.setHover(p.figureAt(e.Position)) }

// MouseOut highlights none.
func (p *Page) MouseOut() { p.setHover(-1) }

func (p *Page) setHover(cell int) {
	if cell == p.hover {
		return
	}
	p.hover = cell
	control.HideTip(p)
	if cell >= 0 && p.isTooLong(&p.placed[cell]) {
		c := &p.placed[cell]
		control.ShowTip(p, c.Text, fyne.NewPos(c.x, c.y+c.h+2))
	}
	p.Refresh()
}

// FocusGained shows the focus.
func (p *Page) FocusGained() {
	p.focused = true
	p.Refresh()
}

// FocusLost hides the focus.
func (p *Page) FocusLost() {
	p.focused = false
	p.Refresh()
}

// TypedRune ignores text.
func (p *Page) TypedRune(rune) {}

// TypedKey moves to the next figure in a direction.
func (p *Page) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown:
		p.choose(p.next(e.Name))
	default:
		if p.OnKey != nil {
			p.OnKey(e)
		}
	}
}

// next is the nearest figure in the direction of an arrow; if none is chosen, it is the first.
func (p *Page) next(key fyne.KeyName) int {
	best, nearest := -1, float32(0)
	for i := range p.placed {
		c := &p.placed[i]
		if c.Style != Figure || i == p.chosen {
			continue
		}
		if p.chosen < 0 {
			return i
		}
		if d, ok := distance(&p.placed[p.chosen], c, key); ok && (best < 0 || d < nearest) {
			best, nearest = i, d
		}
	}
	return best
}

// distance is how far b lies from a in the direction of an arrow; a sideways offset weighs more than the distance ahead.
func distance(a, b *placed, key fyne.KeyName) (d float32, ok bool) {
	ahead, aside := b.x-a.x, b.y-a.y
	switch key {
	case fyne.KeyUp, fyne.KeyDown:
		ahead, aside = b.y-a.y, (b.x+b.w/2)-(a.x+a.w/2)
	}
	if key == fyne.KeyLeft || key == fyne.KeyUp {
		ahead = -ahead
	}
	if ahead < 1 {
		return 0, false
	}
	if key == fyne.KeyLeft || key == fyne.KeyRight {
		return ahead + 1000*abs(aside), aside == 0
	}
	return ahead + 4*abs(aside), true
}

func abs(x float32) float32 { return max(x, -x) }
