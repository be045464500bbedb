package ui

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"nianbao/ui/control"
	"nianbao/ui/look"
)

// statusbar shows how much is shown, what is selected, and which database is open.
type statusbar struct {
	shell                  *shell
	box                    fyne.CanvasObject
	row                    *fyne.Container
	left, middle, database *control.Text
}

func newStatusbar(s *shell) *statusbar {
	b := &statusbar{shell: s}
	style := control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText, Fixed: true}
	b.left, b.middle, b.database = control.NewText("", style), control.NewText("", style), control.NewText("", style)
	ground := control.NewBackground(look.Surface)
	ground.Min = fyne.NewSize(0, 25)
	b.row = container.New(layout.NewCustomPaddedHBoxLayout(20), control.NewGap(0), b.left, b.middle, layout.NewSpacer(), b.database, control.NewGap(0))
	b.box = control.NewDock(control.NewRule(look.Border), nil, nil, nil, container.NewStack(ground, b.row))
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
