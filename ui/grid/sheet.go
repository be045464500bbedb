package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// sheet is the stack of layers, the lowest first.
type sheet struct {
	widget.BaseWidget
	body, frozen            *layer // the rows
	rules                   *layer // hairlines over both
	total, frozenTotal      *layer
	heading, frozenHeadings *layer
	bars                    *layer
	objects                 []fyne.CanvasObject
}

func newSheet() *sheet {
	s := &sheet{
		body: newLayer(), frozen: newLayer(), rules: newLayer(),
		total: newLayer(), frozenTotal: newLayer(),
		heading: newLayer(), frozenHeadings: newLayer(), bars: newLayer(),
	}
	s.objects = []fyne.CanvasObject{s.body, s.frozen, s.rules, s.total, s.frozenTotal, s.heading, s.frozenHeadings, s.bars}
	s.ExtendBaseWidget(s)
	return s
}

// MinSize is nothing: the grid gives the size.
func (s *sheet) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer paints the layers.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer { return sheetRenderer{s} }

type sheetRenderer struct{ *sheet }

func (r sheetRenderer) Destroy()                     {}
func (r sheetRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r sheetRenderer) Objects() []fyne.CanvasObject { return r.sheet.objects }
func (r sheetRenderer) Refresh()                     {}

func (r sheetRenderer) Layout(size fyne.Size) {
	for _, o := range r.sheet.objects {
		o.Resize(size)
	}
}

// paint draws what is in sight.
func (g *Grid) paint() {
	if g.geo.width < 1 || g.geo.height < 1 {
		return
	}
	p := newPainting(g)
	p.rows()
	p.totalRow()
	p.headings()
	p.scrollBars()
	canvas.Refresh(g.sheet)
}
