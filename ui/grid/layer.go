package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// layer paints rectangles and texts in the order of its calls and reuses the same objects for the
// next picture. Layers lie on top of each other: the opaque background of an upper one hides what
// has scrolled beneath it.
type layer struct {
	widget.BaseWidget
	rects   []*canvas.Rectangle
	texts   []*canvas.Text
	nRects  int
	nTexts  int
	objects []fyne.CanvasObject
}

func newLayer() *layer {
	l := &layer{}
	l.ExtendBaseWidget(l)
	return l
}

// begin starts the next picture.
func (l *layer) begin() {
	l.nRects, l.nTexts = 0, 0
	l.objects = l.objects[:0]
}

// box is a rectangle on the widget.
type box struct{ x, y, w, h float64 }

func (b box) position() fyne.Position { return fyne.NewPos(float32(b.x), float32(b.y)) }
func (b box) size() fyne.Size         { return fyne.NewSize(float32(b.w), float32(b.h)) }

// rect fills a box.
func (l *layer) rect(b box, fill color.Color) *canvas.Rectangle {
	if l.nRects == len(l.rects) {
		l.rects = append(l.rects, canvas.NewRectangle(nil))
	}
	r := l.rects[l.nRects]
	l.nRects++
	r.FillColor, r.StrokeColor, r.StrokeWidth, r.CornerRadius = fill, nil, 0, 0
	r.Move(b.position())
	r.Resize(b.size())
	l.objects = append(l.objects, r)
	return r
}

// textStyle is how a text is drawn.
type textStyle struct {
	size  float32
	bold  bool
	align fyne.TextAlign
	color color.Color
}

// text draws one line within a box, vertically centred.
func (l *layer) text(text string, b box, how textStyle) {
	if l.nTexts == len(l.texts) {
		l.texts = append(l.texts, canvas.NewText("", nil))
	}
	t := l.texts[l.nTexts]
	l.nTexts++
	t.Text, t.TextSize, t.Color, t.Alignment = text, how.size, how.color, how.align
	t.TextStyle = fyne.TextStyle{Bold: how.bold}
	t.Move(b.position())
	t.Resize(b.size())
	l.objects = append(l.objects, t)
}

// MinSize is zero: the owner gives the size.
func (l *layer) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer paints the objects.
func (l *layer) CreateRenderer() fyne.WidgetRenderer { return layerRenderer{l} }

type layerRenderer struct{ *layer }

func (r layerRenderer) Destroy()                     {}
func (r layerRenderer) Layout(fyne.Size)             {}
func (r layerRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r layerRenderer) Objects() []fyne.CanvasObject { return r.layer.objects }
func (r layerRenderer) Refresh()                     {}
