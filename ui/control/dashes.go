package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Dashes is a dashed frame, the usual sign of a place to drop something.
type Dashes struct {
	widget.BaseWidget
	color fyne.ThemeColorName
	dash  float32
}

// NewDashes returns a frame with dashes of about a given length.
func NewDashes(color fyne.ThemeColorName, dash float32) *Dashes {
	d := &Dashes{color: color, dash: dash}
	d.ExtendBaseWidget(d)
	return d
}

// MinSize is zero: the content gives the size.
func (d *Dashes) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer draws the dashes.
func (d *Dashes) CreateRenderer() fyne.WidgetRenderer {
	d.ExtendBaseWidget(d)
	return &dashRenderer{dashes: d}
}

type dashRenderer struct {
	dashes  *Dashes
	objects []fyne.CanvasObject
}

func (r *dashRenderer) Destroy()                     {}
func (r *dashRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *dashRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *dashRenderer) Layout(fyne.Size)             { r.Refresh() }

// Refresh draws an odd number of strokes and gaps of equal length along each side, so
// that the corners are closed.
func (r *dashRenderer) Refresh() {
	size := r.dashes.Size()
	r.objects = r.objects[:0]
	r.side(size.Width, func(from, to float32) {
		r.stroke(fyne.NewPos(from, 0), fyne.NewSize(to-from, 1.5))
		r.stroke(fyne.NewPos(from, size.Height-1.5), fyne.NewSize(to-from, 1.5))
	})
	r.side(size.Height, func(from, to float32) {
		r.stroke(fyne.NewPos(0, from), fyne.NewSize(1.5, to-from))
		r.stroke(fyne.NewPos(size.Width-1.5, from), fyne.NewSize(1.5, to-from))
	})
	canvas.Refresh(r.dashes)
}

func (r *dashRenderer) side(length float32, stroke func(from, to float32)) {
	n := int(length/r.dashes.dash)/2*2 + 1
	step := length / float32(n)
	for i := 0; i < n; i += 2 {
		stroke(float32(i)*step, float32(i+1)*step)
	}
}

func (r *dashRenderer) stroke(at fyne.Position, size fyne.Size) {
	line := canvas.NewRectangle(theme.Color(r.dashes.color))
	line.Move(at)
	line.Resize(size)
	r.objects = append(r.objects, line)
}
