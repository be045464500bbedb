package control

import "fyne.io/fyne/v2"

// dock is a layout like Fyne's border layout without the gaps: bars along the edges, and the rest
// in the middle. Hidden bars take no room.
type dock struct{ top, bottom, left, right fyne.CanvasObject }

// NewDock returns a container with bars along its edges; nil means no bar. The center objects
// lie on top of each other in the remaining room.
func NewDock(top, bottom, left, right fyne.CanvasObject, center ...fyne.CanvasObject) *fyne.Container {
	c := &fyne.Container{Layout: dock{top, bottom, left, right}, Objects: center}
	for _, bar := range []fyne.CanvasObject{top, bottom, left, right} {
		if bar != nil {
			c.Objects = append(c.Objects, bar)
		}
	}
	c.Refresh()
	return c
}

func shown(o fyne.CanvasObject) bool { return o != nil && o.Visible() }

// Layout places the bars and the center.
func (d dock) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	at, rest := fyne.Position{}, size
	if shown(d.top) {
		h := d.top.MinSize().Height
		place(d.top, at, fyne.NewSize(rest.Width, h))
		at.Y, rest.Height = at.Y+h, rest.Height-h
	}
	if shown(d.bottom) {
		h := d.bottom.MinSize().Height
		place(d.bottom, fyne.NewPos(at.X, size.Height-h), fyne.NewSize(rest.Width, h))
		rest.Height -= h
	}
	if shown(d.left) {
		w := d.left.MinSize().Width
		place(d.left, at, fyne.NewSize(w, rest.Height))
		at.X, rest.Width = at.X+w, rest.Width-w
	}
	if shown(d.right) {
		w := d.right.MinSize().Width
		place(d.right, fyne.NewPos(size.Width-w, at.Y), fyne.NewSize(w, rest.Height))
		rest.Width -= w
	}
	for _, o := range objects {
		if !d.isBar(o) {
			place(o, at, rest)
		}
	}
}

func place(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
	o.Move(at)
	o.Resize(size)
}

func (d dock) isBar(o fyne.CanvasObject) bool {
	return o == d.top || o == d.bottom || o == d.left || o == d.right
}

// MinSize leaves room for bars and center.
func (d dock) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		if !d.isBar(o) && o.Visible() {
			size = size.Max(o.MinSize())
		}
	}
	for _, bar := range []fyne.CanvasObject{d.left, d.right} {
		if shown(bar) {
			m := bar.MinSize()
			size = fyne.NewSize(size.Width+m.Width, fyne.Max(size.Height, m.Height))
		}
	}
	for _, bar := range []fyne.CanvasObject{d.top, d.bottom} {
		if shown(bar) {
			m := bar.MinSize()
			size = fyne.NewSize(fyne.Max(size.Width, m.Width), size.Height+m.Height)
		}
	}
	return size
}
