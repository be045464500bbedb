package view

import (
	"fyne.io/fyne/v2"
)

// Scrolled moves the rows of a long chart.
func (v *View) Scrolled(e *fyne.ScrollEvent) {
	if !v.list.Scroll.Long() {
		if v.OnScroll != nil {
			v.OnScroll(e)
		}
		return
	}
	move := -float64(e.Scrolled.DY)
	// A notch of the wheel moves at least one row, since rows are never cut.
	if step := v.list.Scroll.Step; move > 0 {
		move = max(move, step)
	} else if move < 0 {
		move = min(move, -step)
	}
	v.moveTo(v.scroll + move)
}

// Dragged moves the rows with the scroll bar.
func (v *View) Dragged(e *fyne.DragEvent) {
	const reach = 40
	if s := v.list.Scroll; s.Long() && e.Position.X > v.Size().Width-reach {
		place := (float64(e.Position.Y) - s.Top) / s.Window
		v.moveTo(place*s.Extent - s.Window/2)
	}
}

// DragEnd does nothing.
func (v *View) DragEnd() {}

// page moves by one page, or to an end.
func (v *View) page(key fyne.KeyName) {
	s := v.list.Scroll
	switch key {
	case fyne.KeyPageUp:
		v.moveTo(v.scroll - s.Window)
	case fyne.KeyPageDown:
		v.moveTo(v.scroll + s.Window)
	case fyne.KeyHome:
		v.moveTo(0)
	case fyne.KeyEnd:
		v.moveTo(s.Extent)
	}
}

// moveTo shows another part of the rows, so the mark under the pointer changes.
func (v *View) moveTo(offset float64) {
	if v.scrollBy(offset - v.scroll) {
		v.hit = nil
		v.Refresh()
	}
}

// scrollBy changes the offset within its bounds and reports whether it did.
func (v *View) scrollBy(move float64) bool {
	s := v.list.Scroll
	before := v.scroll
	v.scroll = max(0, min(v.scroll+move, s.Extent-s.Window))
	v.moved = v.moved || v.scroll != before
	return v.scroll != before
}
