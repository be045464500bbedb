package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// layers is the stack of layers, the lowest first.
type layers struct {
	widget.BaseWidget
	body, frozen            *layer // the rows
	rules                   *layer // hairlines above both
	total, frozenTotal      *layer
	heading, frozenHeadings *layer
	bars                    *layer
	objects                 []fyne.CanvasObject
}

func newLayers() *layers {
	s := &layers{
		body: newLayer(), frozen: newLayer(), rules: newLayer(),
		total: newLayer(), frozenTotal: newLayer(),
		heading: newLayer(), frozenHeadings: newLayer(), bars: newLayer(),
	}
	s.objects = []fyne.CanvasObject{s.body, s.frozen, s.rules, s.total, s.frozenTotal, s.heading, s.frozenHeadings, s.bars}
	s.ExtendBaseWidget(s)
	return s
}

// MinSize is zero: the grid gives the size.
func (s *layers) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer paints the layers.
func (s *layers) CreateRenderer() fyne.WidgetRenderer { return layersRenderer{s} }

type layersRenderer struct{ *layers }

func (r layersRenderer) Destroy()                     {}
func (r layersRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r layersRenderer) Objects() []fyne.CanvasObject { return r.layers.objects }
func (r layersRenderer) Refresh()                     {}

func (r layersRenderer) Layout(size fyne.Size) {
	for _, o := range r.layers.objects {
		o.Resize(size)
	}
}

// paint draws what is visible.
func (g *Grid) paint() {
	if g.geo.width < 1 || g.geo.height < 1 {
		return
	}
	p := newPainting(g)
	p.rows()
	p.totalRow()
	p.headings()
	p.scrollBars()
	canvas.Refresh(g.layers)
}
