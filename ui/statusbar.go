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

// statusbar says how much is shown, what is selected, and which database is open.
type statusbar struct {
	shell                  *shell
	box                    fyne.CanvasObject
	left, middle, database *control.Text
}

func newStatusbar(s *shell) *statusbar {
	b := &statusbar{shell: s}
	style := control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText, Fixed: true}
	b.left, b.middle, b.database = control.NewText("", style), control.NewText("", style), control.NewText("", style)
	ground := control.NewGround(look.Surface)
	ground.Min = fyne.NewSize(0, 25)
	row := container.New(layout.NewCustomPaddedHBoxLayout(20), control.NewGap(0), b.left, b.middle, layout.NewSpacer(), b.database, control.NewGap(0))
	b.box = control.NewDock(control.NewRule(look.Border), nil, nil, nil, container.NewStack(ground, row))
	return b
}

// show names the database; panes say the rest.
func (b *statusbar) show() {
	b.database.SetText(filepath.Base(b.shell.store.Path()))
	if b.shell.stock.reports == 0 && b.shell.state.pane != ImportPane {
		b.say("", "")
	}
}

// say shows how much there is, and what is selected of it.
func (b *statusbar) say(amount, selection string) {
	b.left.SetText(amount)
	b.middle.SetText(selection)
	b.box.Refresh()
}
