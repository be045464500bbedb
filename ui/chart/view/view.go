package view

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/chart"
	"nianbao/ui/palette"
)

// View shows any chart in a window: it lays it out for its size, shows the value under the pointer,
// and lets the arrow keys move from mark to mark.
type View struct {
	widget.BaseWidget
	OnTap     func(chart.Hit)           // a mark was clicked, or Enter pressed on it
	OnLegend  func(key string)          // a series was clicked in the legend: switch it
	OnKey     func(e *fyne.KeyEvent)    // a key that the view does not use
	OnPointer func(in bool)             // the pointer is on the chart, or no longer
	OnScroll  func(e *fyne.ScrollEvent) // the wheel turned over a chart that fits: for the container to scroll

	draw    func(chart.Frame) chart.List
	colours func() palette.Palette
	list    chart.List
	hit     *chart.Hit // the mark under the pointer, or reached by the keys
	focused bool
	scroll  float64 // of a long chart
	moved   bool    // the rows in view have changed since the last refresh
	keep    bool    // the next refresh changes only the value at the pointer
}

var (
	_ desktop.Hoverable = (*View)(nil)
	_ fyne.Focusable    = (*View)(nil)
	_ fyne.Tappable     = (*View)(nil)
	_ fyne.Scrollable   = (*View)(nil)
	_ fyne.Draggable    = (*View)(nil)
)

// NewView shows the layout that draw, the Draw of a model, returns, in the current
// colours.
func NewView(draw func(chart.Frame) chart.List, colours func() palette.Palette) *View {
	v := &View{draw: draw, colours: colours}
	v.ExtendBaseWidget(v)
	return v
}

// SetChart replaces the chart.
func (v *View) SetChart(draw func(chart.Frame) chart.List) {
	v.scroll = 0
	v.Update(draw)
}

// Update replaces the chart by another state of it and keeps the scroll position.
func (v *View) Update(draw func(chart.Frame) chart.List) {
	v.draw, v.hit = draw, nil
	v.Refresh()
}

// List is the layout on the screen, in the widget's coordinates.
func (v *View) List() chart.List { return v.list }

// MinSize is the smallest readable size.
func (v *View) MinSize() fyne.Size {
	v.ExtendBaseWidget(v)
	return fyne.NewSize(240, 160)
}

// MouseIn shows the mark under the pointer.
func (v *View) MouseIn(e *desktop.MouseEvent) {
	v.MouseMoved(e)
	if v.OnPointer != nil {
		v.OnPointer(true)
	}
}

// MouseMoved shows the mark under the pointer.
func (v *View) MouseMoved(e *desktop.MouseEvent) {
	hit, ok := v.list.At(float64(e.Position.X), float64(e.Position.Y))
	if !ok {
		v.point(nil)
		return
	}
	v.point(&hit)
}

// MouseOut hides the value.
func (v *View) MouseOut() {
	v.point(nil)
	if v.OnPointer != nil {
		v.OnPointer(false)
	}
}

// Tapped reports the clicked mark.
func (v *View) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		c.Focus(v)
	}
	hit, ok := v.list.At(float64(e.Position.X), float64(e.Position.Y))
	switch {
	case !ok || hit.Key == "":
	case hit.Legend && v.OnLegend != nil:
		v.OnLegend(hit.Key)
	case !hit.Legend && v.OnTap != nil:
		v.OnTap(hit)
	}
}

// FocusGained shows the first mark if none is shown.
func (v *View) FocusGained() {
	v.focused = true
	v.Refresh()
}

// FocusLost hides the value.
func (v *View) FocusLost() {
	v.focused = false
	v.point(nil)
	v.Refresh()
}

// TypedRune ignores text.
func (v *View) TypedRune(rune) {}

// TypedKey moves between the marks as they lie on the page; a long chart scrolls along.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		v.walk(-1, 0)
	case fyne.KeyRight:
		v.walk(1, 0)
	case fyne.KeyUp:
		v.walk(0, -1)
	case fyne.KeyDown:
		v.walk(0, 1)
	case fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd:
		v.page(e.Name)
	case fyne.KeyReturn, fyne.KeyEnter:
		if v.hit != nil && v.OnTap != nil {
			v.OnTap(*v.hit)
		}
	case fyne.KeyEscape:
		v.point(nil)
	default:
		if v.OnKey != nil {
			v.OnKey(e)
		}
	}
}

// Pointed is the mark under the pointer or reached by the keys; the zero Hit if there is
// none.
func (v *View) Pointed() chart.Hit {
	if v.hit == nil {
		return chart.Hit{}
	}
	return *v.hit
}

// point moves the spotlight. Only a change of series lays the chart out again.
func (v *View) point(hit *chart.Hit) {
	if hit == nil && v.hit == nil || hit != nil && v.hit != nil && hit.Same(*v.hit) {
		return
	}
	before := v.focusKey()
	v.hit = hit
	v.keep = !v.moved && (v.list.Still || v.focusKey() == before)
	v.Refresh()
}

// focusKey is the series in the spotlight.
func (v *View) focusKey() string {
	if v.hit == nil {
		return ""
	}
	return v.hit.Key
}

// layOut lays the chart out for the current size and colours.
func (v *View) layOut() chart.Frame {
	size := v.Size()
	f := chart.Frame{
		Width: float64(size.Width), Height: float64(size.Height),
		Palette: v.colours(), Measure: measureOnScreen, Focus: v.focusKey(), Scroll: v.scroll,
	}
	v.list = v.draw(f)
	v.scroll = v.list.Scroll.Offset
	return f
}

// CreateRenderer returns the renderer of the view.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	return newViewRenderer(v)
}
