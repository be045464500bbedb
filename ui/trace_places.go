package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nianbao/ui/chart/view"
	"nianbao/ui/control"
	"nianbao/ui/grid"
	"nianbao/ui/sql"
)

// tracePlaces records the positions of everything that can be clicked.
func (s *shell) tracePlaces() {
	if s.trace == nil {
		return
	}
	c := s.window.Canvas()
	scale := c.Scale()
	top := c.Content()
	if m := s.topModal(); m != nil {
		top = m.content
	}
	visit(top, func(o fyne.CanvasObject) {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
		for name, spot := range spots(o) {
			s.trace.place(name, (at.X+spot.X)*scale, (at.Y+spot.Y)*scale)
		}
	})
}

// visit walks the visible objects of a tree of containers.
func visit(o fyne.CanvasObject, see func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	see(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			visit(child, see)
		}
	case *control.Bar:
		for _, child := range o.Shown() {
			visit(child, see)
		}
	case *container.Scroll:
		visit(o.Content, see)
	}
}

// spots names the positions in an object that can be clicked, relative to it.
func spots(o fyne.CanvasObject) map[string]fyne.Position {
	middle := fyne.NewPos(o.Size().Width/2, o.Size().Height/2)
	switch o := o.(type) {
	case *control.Button:
		return map[string]fyne.Position{o.Text: middle}
	case *control.Dropdown:
		return map[string]fyne.Position{o.Text(): middle}
	case *control.Fold:
		return map[string]fyne.Position{o.Text(): middle}
	case *control.Check:
		return map[string]fyne.Position{o.Text(): middle}
	case *control.Toggle:
		return map[string]fyne.Position{o.Text(): middle}
	case *control.Chip:
		return map[string]fyne.Position{"✕" + o.Text(): middle}
	case *control.Choice:
		named := map[string]fyne.Position{}
		for i, option := range o.Options() {
			named[option.Label] = o.Center(i)
		}
		return named
	case *control.Ticks:
		return map[string]fyne.Position{o.Search.PlaceHolder: fyne.NewPos(middle.X, 15)}
	case *sql.Editor:
		return map[string]fyne.Position{"sql": middle}
	case *grid.Grid:
		return map[string]fyne.Position{"grid": middle}
	case *view.View:
		return map[string]fyne.Position{"chart": middle}
	}
	return nil
}
