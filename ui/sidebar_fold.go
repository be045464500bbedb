package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/words"
)

// foldWidth is the width of the window below which the filters fold to a strip of icons.
const foldWidth = 1100

// folding is how much of the window folds away, because it is narrow or the user wants it.
type folding struct {
	width  float32 // of the panes
	height float32
	folded bool // the filters are a strip
	chosen bool // by the user, whatever the width is
}

// sizeWatch fills the room with each object and tells its size.
type sizeWatch struct{ resized func(fyne.Size) }

// Layout fills the room.
func (w sizeWatch) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
	w.resized(size)
}

// MinSize leaves room for each object.
func (w sizeWatch) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}

// resized folds and unfolds what depends on the width of the window.
func (s *shell) resized(size fyne.Size) {
	width := size.Width
	s.folding.height = size.Height
	if width == s.folding.width {
		return
	}
	s.folding.width = width
	folded := s.folding.folded
	if !s.folding.chosen {
		folded = width < foldWidth
	}
	s.tasks.Show(func() { // not while the window is being laid out
		s.reportPane().fold(width)
		if folded != s.folding.folded {
			s.folding.folded = folded
			s.closePopUps()
			s.arrange()
		}
	})
}

// toggleSidebar folds the filters to icons, or unfolds them.
func (s *shell) toggleSidebar() {
	s.folding.folded, s.folding.chosen = !s.folding.folded, true
	s.arrange()
}

// side is what is at the left of a pane: the filters, or their icons.
func (b *sidebar) side() fyne.CanvasObject {
	if !b.shell.folding.folded {
		return b.box
	}
	return b.strip()
}

// strip has an icon for what is filtered by most. Each opens the filters above the pane,
// at their section; one that filters now is filled.
func (b *sidebar) strip() fyne.CanvasObject {
	say, q := b.shell.say, b.query()
	column := container.New(layout.NewCustomPaddedVBoxLayout(6))
	add := func(name words.Word, icon fyne.Resource, active bool, do func()) {
		button := control.NewIconButton("", icon, do)
		button.Importance = widget.LowImportance
		if active {
			button.Importance = widget.HighImportance
		}
		column.Add(control.NewTipped(button, say.Say(name)))
	}
	add(words.SidebarMenu, theme.NavigateNextIcon(), false, b.shell.toggleSidebar)
	add(words.FilterTopic, theme.ListIcon(), false, func() { b.float("") })
	add(words.FilterUnits, theme.SearchIcon(), len(q.Units) > 0, func() { b.float("units") })
	add(words.FilterRegion, theme.HomeIcon(), len(q.Regions) > 0, func() { b.float("regions") })
	add(words.FilterYears, theme.HistoryIcon(), q.FromYear != 0 || q.ToYear != 0, func() { b.float("years") })
	add(words.FilterApplicant, theme.AccountIcon(), len(q.Kinds) > 0, func() { b.float("kinds") })
	add(words.FilterItems, theme.GridIcon(), len(q.Items) > 0, func() { b.float("items") })
	ground := control.NewBackground(theme.ColorNameBackground)
	return control.NewDock(nil, nil, nil, control.NewRule(look.Border), container.NewStack(ground, control.Pad(column, 4, 8)))
}

// float shows the filters above the pane, with a section open.
func (b *sidebar) float(section string) {
	s := b.shell
	s.closePopUps()
	for _, sec := range b.sections {
		if sec.id == section {
			b.open(sec, true)
		}
	}
	room := control.NewGap(0)
	room.Min = fyne.NewSize(sidebarWidth, s.body.Size().Height-8)
	popUp := widget.NewPopUp(container.NewStack(room, b.box), s.window.Canvas())
	popUp.ShowAtPosition(fyne.CurrentApp().Driver().AbsolutePositionForObject(s.body))
	if section == "units" {
		s.window.Canvas().Focus(b.units.Search)
	}
	s.trace.note("filters", "section", section)
}
