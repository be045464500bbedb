package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/look"
)

// Progress is a slim bar that fills from left to right.
type Progress struct {
	widget.BaseWidget
	share float32
}

// NewProgress returns an empty bar.
func NewProgress() *Progress {
	p := &Progress{}
	p.ExtendBaseWidget(p)
	return p
}

// SetShare fills the bar up to a share between 0 and 1.
func (p *Progress) SetShare(share float64) {
	p.share = fyne.Max(0, fyne.Min(float32(share), 1))
	p.Refresh()
}

// MinSize is the bar's height.
func (p *Progress) MinSize() fyne.Size { return fyne.NewSize(40, progressHeight) }

const progressHeight = 6

// CreateRenderer draws the bar.
func (p *Progress) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	r := &progressRenderer{bar: p, track: canvas.NewRectangle(nil), fill: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type progressRenderer struct {
	bar         *Progress
	track, fill *canvas.Rectangle
}

func (r *progressRenderer) Destroy()           {}
func (r *progressRenderer) MinSize() fyne.Size { return r.bar.MinSize() }
func (r *progressRenderer) Layout(fyne.Size)   { r.Refresh() }

func (r *progressRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.track, r.fill}
}

func (r *progressRenderer) Refresh() {
	size := r.bar.Size()
	top := (size.Height - progressHeight) / 2
	for _, part := range []*canvas.Rectangle{r.track, r.fill} {
		part.CornerRadius = progressHeight / 2
	}
	r.track.FillColor, r.fill.FillColor = theme.Color(look.Border), theme.Color(theme.ColorNamePrimary)
	place(r.track, fyne.NewPos(0, top), fyne.NewSize(size.Width, progressHeight))
	place(r.fill, fyne.NewPos(0, top), fyne.NewSize(size.Width*r.bar.share, progressHeight))
	canvas.Refresh(r.bar)
}
