package ui

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/words"
)

// sidebar holds the filters. It shows the choice and changes it through the state.
type sidebar struct {
	shell *shell
	box   fyne.CanvasObject

	views, kinds *control.Choice
	from, to     *widget.Select
	regions      *control.Dropdown
	units        *control.Ticks
	unitCount    *control.Text
	showing      bool // values are being set by the program, not by the user
	facets       *data.Facets
}

const (
	sidebarWidth = 250
	sidebarInner = sidebarWidth - 2*sidebarEdge - 1
	sidebarEdge  = 12
)

func newSidebar(s *shell) *sidebar {
	b := &sidebar{shell: s, facets: &data.Facets{}}
	b.makeControls()
	label := func(w words.Word) fyne.CanvasObject {
		return control.NewText(s.say.Say(w), control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText, Bold: true})
	}
	years := control.NewDock(nil, nil, nil, nil, container.NewGridWithColumns(2, b.from, b.to))
	top := container.New(layout.NewCustomPaddedVBoxLayout(5),
		label(words.FilterTopic), b.views, control.NewGap(4),
		label(words.FilterApplicant), b.kinds, control.NewGap(4),
		label(words.FilterYears), years, control.NewGap(4),
		label(words.FilterRegion), b.regions, control.NewGap(4),
		control.NewDock(nil, nil, nil, b.unitCount, label(words.FilterUnits)))
	inner := container.New(layout.NewCustomPaddedLayout(12, 8, sidebarEdge, sidebarEdge), control.NewDock(top, nil, nil, nil, b.units))
	ground := control.NewGround(theme.ColorNameBackground)
	ground.Min = fyne.NewSize(sidebarWidth, 0)
	b.box = control.NewDock(nil, nil, nil, control.NewRule(look.Border), container.NewStack(ground, inner))
	return b
}

func (b *sidebar) makeControls() {
	s := b.shell
	b.views = control.NewCells(b.viewOptions(), 2)
	b.views.OnTap = func(i int) {
		s.state.change(func(c *Choice) {
			c.Query.View, c.Query.Items, c.Query.Sort = data.Views()[i], nil, keepDimensions(c.Query.Sort)
		})
	}
	b.kinds = control.NewToggles(b.kindOptions(), sidebarInner)
	b.kinds.OnTap = func(i int) {
		s.state.change(func(c *Choice) { c.Query.Kinds = toggleKind(c.Query.Kinds, kinds()[i].ID) })
	}
	b.from = widget.NewSelect(nil, func(text string) { b.setYear(text, true) })
	b.to = widget.NewSelect(nil, func(text string) { b.setYear(text, false) })
	b.regions = control.NewDropdown(control.NewTicks(s.say.Say(words.FilterRegionsHint), s.say.Say(words.FilterNothing), false), fyne.NewSize(300, 320), true)
	b.regions.OnPick = func(id string) { s.state.change(func(c *Choice) { chooseRegion(c, id) }) }
	b.units = control.NewTicks(s.say.Say(words.FilterUnitsHint), s.say.Say(words.FilterNothing), false)
	b.units.OnToggle = func(id string) {
		s.state.change(func(c *Choice) { c.Query.Units = toggled(c.Query.Units, bodyOf(id)) })
	}
	b.unitCount = control.NewText("", control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText, Fixed: true})
}

// keepDimensions drops the order by columns that another view does not have.
func keepDimensions(order []data.SortKey) []data.SortKey {
	dimensions := []string{data.UnitColumn, data.RegionColumn, data.YearColumn, data.EditionColumn, data.FindingsColumn}
	order = slices.DeleteFunc(slices.Clone(order), func(k data.SortKey) bool { return !slices.Contains(dimensions, k.Column) })
	if len(order) == 0 {
		return nil
	}
	return order
}

// toggleKind adds or takes out an applicant kind, in form order. No kind, and the total alone,
// are the same: the default.
func toggleKind(chosen []string, id string) []string {
	chosen = toggled(chosen, id)
	var ordered []string
	for _, k := range kinds() {
		if slices.Contains(chosen, k.ID) {
			ordered = append(ordered, k.ID)
		}
	}
	if slices.Equal(ordered, []string{form.TotalColumnID}) {
		return nil
	}
	return ordered
}

// chooseRegion toggles a region and drops chosen units that lie outside the regions.
func chooseRegion(c *Choice, region string) {
	c.Query.Regions = toggled(c.Query.Regions, region)
	if len(c.Query.Regions) == 0 {
		return
	}
	c.Query.Units = slices.DeleteFunc(c.Query.Units, func(b data.Body) bool { return !slices.Contains(c.Query.Regions, b.Region) })
	if len(c.Query.Units) == 0 {
		c.Query.Units = nil
	}
}

// setYear takes a year from one of the two lists; the other end follows where they would cross.
func (b *sidebar) setYear(text string, isFrom bool) {
	if b.showing {
		return
	}
	year, _ := strconv.Atoi(text) // the first line, “all”, is 0
	b.shell.state.change(func(c *Choice) {
		q := &c.Query
		if isFrom {
			q.FromYear = year
		} else {
			q.ToYear = year
		}
		if q.FromYear != 0 && q.ToYear != 0 && q.FromYear > q.ToYear {
			q.FromYear, q.ToYear = year, year
		}
	})
}

// The identity of a body as the id of a line in the list of units.
const bodySeparator = "\x1f"

func bodyID(b data.Body) string { return b.Region + bodySeparator + b.Unit }
