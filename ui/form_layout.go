package ui

import "fyne.io/fyne/v2"

// formLayout puts alternating labels and fields into two columns; all labels are as wide as the
// widest.
type formLayout struct{ gap, pitch float32 }

// Layout places the rows.
func (f *formLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := f.labels(objects)
	y := float32(0)
	for i := 0; i+1 < len(objects); i += 2 {
		h := objects[i+1].MinSize().Height
		label := objects[i].MinSize()
		objects[i].Move(fyne.NewPos(0, y+(h-label.Height)/2))
		objects[i].Resize(fyne.NewSize(left, label.Height))
		objects[i+1].Move(fyne.NewPos(left+f.gap, y))
		objects[i+1].Resize(fyne.NewSize(size.Width-left-f.gap, h))
		y += h + f.pitch
	}
}

// MinSize leaves room for all rows.
func (f *formLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for i := 0; i+1 < len(objects); i += 2 {
		m := objects[i+1].MinSize()
		size = fyne.NewSize(fyne.Max(size.Width, m.Width), size.Height+m.Height+f.pitch)
	}
	return fyne.NewSize(size.Width+f.labels(objects)+f.gap, fyne.Max(size.Height-f.pitch, 0))
}

func (f *formLayout) labels(objects []fyne.CanvasObject) float32 {
	width := float32(0)
	for i := 0; i < len(objects); i += 2 {
		width = fyne.Max(width, objects[i].MinSize().Width)
	}
	return width
}
