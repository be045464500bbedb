package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// header is the bar with the program's name and the tabs of the panes.
type header struct {
	shell   *shell
	box     fyne.CanvasObject
	row     *control.Bar
	tabs    *control.Choice
	samples *control.Chip
	quiet   *control.Choice // appearance and language
}

const headerHeight = 46

func newHeader(s *shell) *header {
	h := &header{shell: s}
	h.tabs = control.NewSegments(h.options())
	h.tabs.OnTap = func(i int) { s.state.open(h.panes()[i]) }
	h.samples = control.NewChip(s.say.Say(words.SampleShown), s.removeSamples)
	mark := widget.NewIcon(programIcon())
	sized := container.NewGridWrap(fyne.NewSize(24, 24), mark)
	name := control.NewText(s.say.Say(words.AppName), control.TextStyle{Size: theme.SizeNameSubHeadingText, Bold: true, Fixed: true})
	h.quiet = control.NewActions(h.quietOptions())
	h.quiet.OnTap = func(i int) {
		switch i {
		case 0:
			s.showTextSizes(h.quiet)
		case 1:
			s.switchAppearance()
		case 2:
			s.setLanguage(s.otherLanguage())
		}
	}
	h.row = control.NewBar(control.BarItems{Left: []fyne.CanvasObject{sized, name, h.tabs}, Right: []fyne.CanvasObject{h.samples, h.quiet},
		Spare: []fyne.CanvasObject{name}, Keep: []fyne.CanvasObject{h.tabs}})
	ground := control.NewBackground(look.Surface)
	ground.Min = fyne.NewSize(0, headerHeight)
	rule := control.NewRule(look.Border)
	h.box = control.NewDock(nil, rule, nil, nil, container.NewStack(ground, control.Pad(h.row, 10, 0)))
	return h
}

// panes are those that have a tab: SQL, the register and the search of texts only once
// they have been opened.
func (h *header) panes() []Pane {
	panes := []Pane{OverviewPane, TablePane, ChartPane, FindingsPane, ReportPane, ImportPane}
	if h.shell.unitsOpened {
		panes = append(panes, UnitsPane)
	}
	if h.shell.sqlOpened {
		panes = append(panes, SQLPane)
	}
	if h.shell.textsOpened {
		panes = append(panes, TextPane)
	}
	return panes
}

func (h *header) options() (options []control.Option) {
	s := h.shell
	names := map[Pane]words.Word{OverviewPane: words.PaneOverview, TablePane: words.PaneTable, ChartPane: words.PaneCharts, FindingsPane: words.PaneFindings,
		ReportPane: words.PaneReport, ImportPane: words.PaneImport, SQLPane: words.PaneSQL, UnitsPane: words.PaneUnits, TextPane: words.PaneText}
	for _, pane := range h.panes() {
		label := s.say.Say(names[pane])
		if pane == ImportPane && s.inventory.waiting > 0 {
			label += " · " + present.Count(s.inventory.waiting)
		}
		options = append(options, control.Option{Label: label, Chosen: pane == s.state.pane,
			Disabled: s.inventory.reports == 0 && pane != ImportPane && pane != UnitsPane && s.state.pane != ImportPane})
	}
	return options
}

// quietOptions are the size of text, and the appearance and the language that the user can switch to.
func (h *header) quietOptions() []control.Option {
	s := h.shell
	appearance := words.DarkTheme
	if look.Current().Dark {
		appearance = words.LightTheme
	}
	size := strconv.Itoa(s.textSize()) + "%"
	return []control.Option{{Label: size}, {Label: s.say.Say(appearance)}, {Label: s.otherLanguage().Name()}}
}

// show updates the tabs and the mark for samples.
func (h *header) show() {
	h.tabs.SetOptions(h.options())
	if h.shell.inventory.hasSamples {
		h.samples.Show()
	} else {
		h.samples.Hide()
	}
	h.quiet.SetOptions(h.quietOptions())
	h.row.Refresh()
}
