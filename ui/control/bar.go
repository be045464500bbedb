package control

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Bar is a row of tools. What does not fit moves into a menu behind a “…” at its end.
type Bar struct {
	widget.BaseWidget

	items  BarItems
	more   *Button
	shown  []fyne.CanvasObject
	hidden []fyne.CanvasObject // in the menu
	popUp  *widget.PopUp
}

// BarItems are the tools of a bar.
type BarItems struct {
	Left  []fyne.CanvasObject
	Fill  fyne.CanvasObject // takes the room between left and right, however little; may be nil
	Right []fyne.CanvasObject
	Spare []fyne.CanvasObject // of Left or Right: dropped first, and not worth a place in the menu
	Keep  []fyne.CanvasObject // of Left or Right: never dropped; if empty, the first of Left
}

const (
	barGap  = 8
	moreGap = 34 // width of the “…”
	barFill = 40 // least width of a fill that is shown
)

// NewBar returns a bar with tools.
func NewBar(items BarItems) *Bar {
	b := &Bar{}
	b.more = NewIconButton("", theme.MoreHorizontalIcon(), b.open)
	b.more.Importance = widget.LowImportance
	b.ExtendBaseWidget(b)
	b.SetItems(items)
	return b
}

// SetItems replaces the tools.
func (b *Bar) SetItems(items BarItems) {
	if len(items.Keep) == 0 && len(items.Left) > 0 {
		items.Keep = items.Left[:1]
	}
	b.items = items
	b.Refresh()
}

// Shown are the tools in the row, without those in the menu.
func (b *Bar) Shown() []fyne.CanvasObject { return b.shown }

// MinSize has room for what is never dropped.
func (b *Bar) MinSize() fyne.Size {
	b.ExtendBaseWidget(b)
	size := fyne.NewSize(moreGap, 0)
	for _, o := range b.all() {
		if slices.Contains(b.items.Keep, o) {
			size.Width += o.MinSize().Width + barGap
		}
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}

// all are the visible tools, the fill excepted.
func (b *Bar) all() (list []fyne.CanvasObject) {
	for _, o := range append(slices.Clone(b.items.Left), b.items.Right...) {
		if o.Visible() {
			list = append(list, o)
		}
	}
	return list
}

// divide decides what is shown in a width, and what is in the menu.
func (b *Bar) divide(width float32) {
	list := b.all()
	var drops []fyne.CanvasObject
	isIn := func(o fyne.CanvasObject) bool { return slices.Contains(list, o) && !slices.Contains(b.items.Keep, o) }
	for _, o := range slices.Concat(b.items.Spare, reversed(b.items.Left), b.items.Right) {
		if isIn(o) && !slices.Contains(drops, o) {
			drops = append(drops, o)
		}
	}
	needs := func() float32 {
		total := float32(0)
		for _, o := range list {
			total += o.MinSize().Width + barGap
		}
		if shown(b.items.Fill) {
			total += barFill
		}
		if len(b.hidden) > 0 {
			total += moreGap + barGap
		}
		return total - barGap
	}
	b.hidden = nil
	for needs() > width && len(drops) > 0 {
		if !slices.Contains(b.items.Spare, drops[0]) {
			b.hidden = append(b.hidden, drops[0])
		}
		list = slices.DeleteFunc(list, func(o fyne.CanvasObject) bool { return o == drops[0] })
		drops = drops[1:]
	}
	slices.SortFunc(b.hidden, func(x, y fyne.CanvasObject) int { return slices.Index(b.all(), x) - slices.Index(b.all(), y) })
	b.shown = list
}

func reversed(list []fyne.CanvasObject) []fyne.CanvasObject {
	list = slices.Clone(list)
	slices.Reverse(list)
	return list
}

// open shows the menu below the “…”.
func (b *Bar) open() {
	c := fyne.CurrentApp().Driver().CanvasForObject(b)
	if c == nil || len(b.hidden) == 0 {
		return
	}
	list := container.New(layout.NewCustomPaddedVBoxLayout(barGap))
	for _, o := range b.hidden {
		list.Add(o)
	}
	b.popUp = widget.NewPopUp(Pad(list, 10, 10), c)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b.more).AddXY(0, b.more.Size().Height+3)
	room := c.Size().Subtract(b.popUp.MinSize())
	b.popUp.ShowAtPosition(fyne.NewPos(max(min(at.X, room.Width), 0), max(min(at.Y, room.Height), 0)))
}

// CreateRenderer lays the tools out.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	return &barRenderer{b}
}

type barRenderer struct{ bar *Bar }

func (r *barRenderer) Destroy()           {}
func (r *barRenderer) MinSize() fyne.Size { return r.bar.MinSize() }

func (r *barRenderer) Objects() []fyne.CanvasObject {
	b := r.bar
	list := slices.Clone(b.shown)
	if shown(b.items.Fill) {
		list = append(list, b.items.Fill)
	}
	if len(b.hidden) > 0 {
		list = append(list, b.more)
	}
	return list
}

// Refresh lays the tools out again, since one of them may have another width now.
func (r *barRenderer) Refresh() {
	r.Layout(r.bar.Size())
	canvas.Refresh(r.bar)
}

func (r *barRenderer) Layout(size fyne.Size) {
	b := r.bar
	b.divide(size.Width)
	put := func(o fyne.CanvasObject, x float32) float32 {
		m := o.MinSize()
		place(o, fyne.NewPos(x, (size.Height-m.Height)/2), m)
		return m.Width
	}
	right := size.Width
	for _, o := range reversed(b.items.Right) {
		if slices.Contains(b.shown, o) {
			right -= o.MinSize().Width
			put(o, right)
			right -= barGap
		}
	}
	left := float32(0)
	for _, o := range b.items.Left {
		if slices.Contains(b.shown, o) {
			left += put(o, left) + barGap
		}
	}
	if len(b.hidden) > 0 {
		place(b.more, fyne.NewPos(left, (size.Height-b.more.MinSize().Height)/2), fyne.NewSize(moreGap, b.more.MinSize().Height))
		left += moreGap + barGap
	}
	if shown(b.items.Fill) {
		m := b.items.Fill.MinSize()
		place(b.items.Fill, fyne.NewPos(left, (size.Height-m.Height)/2), fyne.NewSize(max(right-left, 0), m.Height))
	}
}
