package chart

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/palette"
)

// View shows any chart in a window: it lays it out for its size, says the value under the
// pointer, and lets the arrow keys walk from mark to mark.
type View struct {
	widget.BaseWidget
	OnTap func(Hit) // a mark was clicked, or Enter pressed on it

	draw    func(Frame) List
	colours func() palette.Palette
	list    List
	hit     *Hit // the mark under the pointer or the keys
	focused bool
}

var (
	_ desktop.Hoverable = (*View)(nil)
	_ fyne.Focusable    = (*View)(nil)
	_ fyne.Tappable     = (*View)(nil)
)

// NewView shows what draw lays out (the Draw of a model) in the colours in force.
func NewView(draw func(Frame) List, colours func() palette.Palette) *View {
	v := &View{draw: draw, colours: colours}
	v.ExtendBaseWidget(v)
	return v
}

// SetChart replaces the chart.
func (v *View) SetChart(draw func(Frame) List) {
	v.draw, v.hit = draw, nil
	v.Refresh()
}

// List is the layout on the screen, in the widget's coordinates.
func (v *View) List() List { return v.list }

// MinSize is the least that stays readable.
func (v *View) MinSize() fyne.Size {
	v.ExtendBaseWidget(v)
	return fyne.NewSize(240, 160)
}

// MouseIn shows the mark under the pointer.
func (v *View) MouseIn(e *desktop.MouseEvent) { v.MouseMoved(e) }

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
func (v *View) MouseOut() { v.point(nil) }

// Tapped reports the mark that was clicked.
func (v *View) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		c.Focus(v)
	}
	if hit, ok := v.list.At(float64(e.Position.X), float64(e.Position.Y)); ok && v.OnTap != nil && hit.Key != "" {
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

// TypedKey walks the marks: left and right along a series, up and down between series.
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
	case fyne.KeyReturn, fyne.KeyEnter:
		if v.hit != nil && v.OnTap != nil {
			v.OnTap(*v.hit)
		}
	case fyne.KeyEscape:
		v.point(nil)
	}
}

// point moves the spotlight. Only a change of series lays the chart out anew.
func (v *View) point(hit *Hit) {
	if hit == nil && v.hit == nil || hit != nil && v.hit != nil && hit.same(*v.hit) {
		return
	}
	v.hit = hit
	v.Refresh()
}

func (h Hit) same(other Hit) bool {
	return h.Key == other.Key && h.Index == other.Index && h.AtX == other.AtX && h.AtY == other.AtY
}

// focusKey is the series in the spotlight.
func (v *View) focusKey() string {
	if v.hit == nil {
		return ""
	}
	return v.hit.Key
}

// walk goes to the next mark of the series, or to the mark nearest in time of the next series.
func (v *View) walk(along, across int) {
	rows := v.list.bySeries()
	if len(rows) == 0 {
		return
	}
	row, at := rows.find(v.hit)
	switch {
	case v.hit == nil || v.hit.Key == "":
		row, at = 0, len(rows[0])-1
	case across != 0:
		index := rows[row][at].Index
		row = min(max(row+across, 0), len(rows)-1)
		at = rows[row].nearest(index)
	default:
		at = min(max(at+along, 0), len(rows[row])-1)
	}
	hit := rows[row][at]
	v.point(&hit)
}

// CreateRenderer makes the painter of the view.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	return newViewRenderer(v)
}
