package view

import (
	"fyne.io/fyne/v2"

	"nianbao/ui/chart"
)

// viewRenderer keeps two layers: the chart, which changes with size, data and spotlight, and
// the value at the pointer above it.
type viewRenderer struct {
	view    *View
	base    brush
	over    brush
	picture picture
	objects []fyne.CanvasObject
	chart   int // how many of the objects belong to the chart
	frame   chart.Frame
	size    fyne.Size
}

func newViewRenderer(v *View) *viewRenderer { return &viewRenderer{view: v} }

func (r *viewRenderer) Destroy() {}

func (r *viewRenderer) MinSize() fyne.Size { return r.view.MinSize() }

func (r *viewRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *viewRenderer) Layout(size fyne.Size) {
	if size != r.size {
		r.Refresh()
	}
}

// Refresh redraws the chart, unless only the value at the pointer has changed.
func (r *viewRenderer) Refresh() {
	v := r.view
	keep := v.keep && r.size == v.Size() && r.chart > 0
	v.keep, v.moved = false, false
	r.size = v.Size()
	if r.size.Width < 1 || r.size.Height < 1 {
		return
	}
	if !keep {
		r.refreshChart()
	}
	r.objects = append(r.objects[:0:0], r.objects[:r.chart]...)
	items := v.list.Scroll.Bar(r.frame)
	if v.hit != nil && v.hit.Tip.Title != "" {
		items = append(items, chart.TipItems(r.frame, *v.hit)...)
	}
	r.objects = append(r.objects, r.over.paint(items)...)
}

// refreshChart paints a few items as Fyne objects and many as one picture.
func (r *viewRenderer) refreshChart() {
	v := r.view
	r.frame = v.layOut()
	ground := chart.Rect{W: r.frame.Width, H: r.frame.Height, Fill: r.frame.Palette.Surface}
	if v.focused {
		ground.Stroke = r.frame.Palette.Accent
	}
	items := append([]chart.Item{ground}, v.list.Items...)
	if len(items) > pictureItems {
		if object := r.picture.paint(v.list, items, ground.Fill, r.size); object != nil {
			r.objects, r.chart = []fyne.CanvasObject{object}, 1
			return
		}
	}
	r.objects = append(r.objects[:0:0], r.base.paint(items)...)
	r.chart = len(r.objects)
}
