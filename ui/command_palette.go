package ui

import (
	"strconv"

	"fyne.io/fyne/v2/container"

	"nianbao/data"
	"nianbao/ui/control"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// openPalette offers everything that can be gone to or done by name: the commands of the
// menu, years, and bodies by characters, pinyin or initials.
func (s *shell) openPalette() {
	lines, does := s.paletteLines()
	ticks := control.NewTicks(s.say.Say(words.PaletteHint), s.say.Say(words.FilterNothing), control.One)
	ticks.Match = new(data.Finder).Matches
	ticks.SetLines(lines)
	var m *modal
	ticks.OnToggle = func(id string) {
		m.Hide()
		does[id]()
	}
	room := s.dialogRoom(560, 380)
	m = s.showModal(s.say.Say(words.GoTo), container.NewStack(room, ticks), nil)
	s.window.Canvas().Focus(ticks.Search)
	s.trace.note("palette", "lines", len(lines))
}

// paletteLines are the lines of the palette, and what each does.
func (s *shell) paletteLines() (lines []control.Tick, does map[string]func()) {
	does = map[string]func(){}
	add := func(line control.Tick, do func()) {
		line.ID = strconv.Itoa(len(lines))
		lines = append(lines, line)
		does[line.ID] = do
	}
	var panes, others []command
	for _, c := range s.commands() {
		if c.menu == s.say.Say(words.MenuView) {
			panes = append(panes, c)
		} else {
			others = append(others, c)
		}
	}
	for _, c := range append(panes, others...) {
		if !c.item.Disabled && c.item.Label != s.say.Say(words.GoTo) {
			add(control.Tick{Label: c.item.Label, Detail: c.menu, Count: keyText(c.item.Shortcut)}, c.item.Action)
		}
	}
	for _, y := range s.inventory.years {
		add(control.Tick{Label: s.say.Say(words.YearOnly, strconv.Itoa(y.Year)), Detail: s.say.Say(words.PaletteYear), Count: s.say.Say(words.RowCount, present.Count(y.Reports))},
			func() { s.goToYear(y.Year) })
	}
	for _, u := range s.inventory.units {
		add(control.Tick{Label: u.Unit, Detail: u.Region, Search: u.Region, Count: strconv.Itoa(u.LastYear)}, func() {
			s.openReport(present.ReportName{Body: u.Body, Year: u.LastYear}, nil, s.report.cell)
		})
	}
	return lines, does
}

// goToYear shows a year only; in the report view, the body's report of that year.
func (s *shell) goToYear(year int) {
	if s.state.pane == ReportPane {
		s.openReport(present.ReportName{Body: s.report.name.Body, Year: year}, nil, s.report.cell)
		return
	}
	s.jump(func() {
		s.state.change(func(c *present.Choice) {
			c.Query.FromYear, c.Query.ToYear, c.Year = year, year, year
		})
		if s.standsAlone() {
			s.state.open(TablePane)
		}
	})
}
