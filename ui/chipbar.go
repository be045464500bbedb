package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// chipbar is the line with the view and a chip for each filter.
type chipbar struct {
	shell *shell
	box   fyne.CanvasObject
	row   *fyne.Container
	chips []*control.Chip
	clear *control.Button
	views *control.Button
}

func newChipbar(s *shell) *chipbar {
	c := &chipbar{shell: s, row: container.New(layout.NewCustomPaddedHBoxLayout(6))}
	c.clear = control.NewButton(s.say.Say(words.ClearFilters), func() { s.state.change(present.ClearFilters) })
	c.clear.Importance = widget.LowImportance
	c.views = control.NewIconButton(s.say.Say(words.ViewsButton), theme.MenuDropDownIcon(), func() { s.viewsMenu(c.views) })
	c.views.Importance, c.views.IconPlacement = widget.LowImportance, widget.ButtonIconTrailingText
	ground := control.NewBackground(theme.ColorNameBackground)
	ground.Min = fyne.NewSize(0, 38)
	buttons := container.New(layout.NewCustomPaddedHBoxLayout(4), c.clear, c.views)
	inner := container.New(layout.NewCustomPaddedLayout(0, 0, 12, 6), control.NewDock(nil, nil, nil, container.NewCenter(buttons), container.NewHScroll(c.row)))
	c.box = control.NewDock(nil, control.NewRule(look.Border), nil, nil, container.NewStack(ground, inner))
	return c
}

// show makes the chips for the choice.
func (c *chipbar) show() {
	s := c.shell
	title := present.ViewName(s.state.choice.Query.View)
	switch s.state.pane {
	case FindingsPane: // findings belong to whole reports
		title = words.ColumnFindings
	case OverviewPane:
		title = words.PaneOverview
	case ChartPane: // some charts draw items of their own
		title = words.PaneCharts
	}
	view := control.NewText(s.say.Say(title), control.TextStyle{Bold: true, Fixed: true, Size: theme.SizeNameSubHeadingText})
	c.row.Objects = []fyne.CanvasObject{view, control.NewGap(2)}
	c.chips = nil
	for _, f := range present.Filters(s.state.choice, s.say) {
		chip := control.NewChip(f.Text, func() { s.state.change(f.Remove) })
		c.chips = append(c.chips, chip)
		c.row.Add(chip)
	}
	if len(c.chips) == 0 {
		c.row.Add(control.NewText(s.say.Say(words.NoFilters), control.TextStyle{Color: look.Muted, Fixed: true}))
		c.clear.Hide()
	} else {
		c.clear.Show()
	}
	c.row.Refresh()
}
