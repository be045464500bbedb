package ui

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/ui/control"
	"nianbao/ui/look"
)

// statusbar shows how much is shown, what is selected, and which database is open.
type statusbar struct {
	shell                  *shell
	box                    fyne.CanvasObject
	row                    *control.Bar
	left, middle, database *control.Text
}

func newStatusbar(s *shell) *statusbar {
	b := &statusbar{shell: s}
	style := control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText, Fixed: true}
	b.left, b.database = control.NewText("", style), control.NewText("", style)
	style.Fixed = false
	b.middle = control.NewText("", style)
	ground := control.NewBackground(look.Surface)
	ground.Min = fyne.NewSize(0, 25)
	b.row = control.NewBar(control.BarItems{Left: []fyne.CanvasObject{b.left}, Fill: b.middle, Right: []fyne.CanvasObject{b.database}})
	b.box = control.NewDock(control.NewRule(look.Border), nil, nil, nil, container.NewStack(ground, control.Pad(b.row, 20, 0)))
	return b
}

// show describes the pane in front, without a selection.
func (b *statusbar) show() { b.showSelection("") }

// showSelection also says what is selected.
func (b *statusbar) showSelection(text string) {
	s := b.shell
	b.database.SetText(filepath.Base(s.store.Path()))
	b.left.SetText("")
	if s.inventory.reports > 0 || s.standsAlone() {
		b.left.SetText(s.panes[s.state.pane].Summary())
	}
	b.middle.SetText(text)
	b.row.Refresh()
}
