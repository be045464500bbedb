package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"nianbao/data"
	"nianbao/ui/control"
)

// prefSections is the preference with the ids of the open sections.
const prefSections = "filters.open"

// section is a part of the sidebar that opens and closes.
type section struct {
	id    string
	list  data.FacetList
	fold  *control.Fold
	long  *control.Ticks  // with a search, as high as the room allows
	short *control.Checks // shown in full
	show  func(*section)
	open  bool
}

func (sec *section) body() fyne.CanvasObject {
	if sec.long != nil {
		return sec.long
	}
	return sec.short.Box
}

func (sec *section) set(open bool) {
	sec.open = open
	sec.fold.SetOpen(open)
	if open {
		sec.body().Show()
	} else {
		sec.body().Hide()
	}
}

// open opens or closes a section, remembers that for the next start, and counts the
// reports in the lists that have become visible.
func (b *sidebar) open(sec *section, open bool) {
	if sec.open == open {
		return
	}
	sec.set(open)
	var ids []string
	for _, other := range b.sections {
		if other.open {
			ids = append(ids, other.id)
		}
	}
	b.shell.app.Preferences().SetStringList(prefSections, ids)
	b.scroll.Content.Refresh()
	b.scroll.Refresh() // the height of its content has changed
	if open {
		b.shell.reloadFacets()
	}
	b.shell.tracePlaces()
}

// sectionLayout puts the sections below each other. Long lists share the remaining room,
// each up to its full height.
type sectionLayout struct{ sidebar *sidebar }

const (
	longList    = 150 // minimum height of a list with a search
	sectionGap  = 6   // below an open section
	sidebarSide = 12  // to the right of the lists, for the scroll bar
)

// Layout places headings and lists.
func (l sectionLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	spare, growing := size.Height-l.MinSize(objects).Height, l.growing()
	y := float32(0)
	put := func(o fyne.CanvasObject, height float32) {
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width-sidebarSide+4, height))
		y += height
	}
	for _, sec := range l.sidebar.sections {
		put(sec.fold, sec.fold.MinSize().Height)
		if !sec.open {
			continue
		}
		height := sec.height()
		if i := slices.Index(growing, sec); i >= 0 {
			more := min(max(spare, 0)/float32(len(growing)-i), sec.long.WholeHeight()-height)
			height, spare = height+more, spare-more
		}
		put(sec.body(), height)
		y += sectionGap
	}
	for _, o := range objects[2*len(l.sidebar.sections):] {
		put(o, o.MinSize().Height)
	}
}

// growing are the open sections that could use more room, the one that needs the least
// first.
func (l sectionLayout) growing() []*section {
	var list []*section
	for _, sec := range l.sidebar.sections {
		if sec.open && sec.long != nil && sec.long.WholeHeight() > sec.height() {
			list = append(list, sec)
		}
	}
	slices.SortStableFunc(list, func(a, b *section) int {
		return int(a.long.WholeHeight() - a.height() - b.long.WholeHeight() + b.height())
	})
	return list
}

// height is the minimum height of the section's list.
func (sec *section) height() float32 {
	if sec.long == nil {
		return sec.short.Box.MinSize().Height
	}
	return min(longList, sec.long.WholeHeight())
}

// MinSize fits all headings and the minimum heights of the open lists.
func (l sectionLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, sec := range l.sidebar.sections {
		height += sec.fold.MinSize().Height
		if sec.open {
			height += sec.height() + sectionGap
		}
	}
	for _, o := range objects[2*len(l.sidebar.sections):] {
		height += o.MinSize().Height
	}
	return fyne.NewSize(80, height)
}
