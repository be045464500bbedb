package ui

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

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

	views     *control.Choice
	kinds     *control.Dropdown
	from, to  *control.Dropdown
	regions   *control.Dropdown
	units     *control.Ticks
	unitCount *control.Text
	facets    *data.Facets
}

const (
	sidebarWidth = 250
	sidebarEdge  = 12
)

func newSidebar(s *shell) *sidebar {
	b := &sidebar{shell: s, facets: &data.Facets{}}
	b.makeFields()
	b.makeLists()
	label := func(w words.Word) fyne.CanvasObject {
		return control.NewText(s.say.Say(w), control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText, Bold: true, Fixed: true})
	}
	years := container.NewGridWithColumns(2, b.from, b.to)
	fields := container.New(&formLayout{gap: 10, pitch: 6},
		label(words.FilterApplicant), b.kinds, label(words.FilterYears), years, label(words.FilterRegion), b.regions)
	top := container.New(layout.NewCustomPaddedVBoxLayout(6),
		label(words.FilterTopic), b.views, control.NewGap(2), fields, control.NewGap(2),
		control.NewDock(nil, nil, nil, b.unitCount, label(words.FilterUnits)))
	inner := container.New(layout.NewCustomPaddedLayout(12, 8, sidebarEdge, sidebarEdge), control.NewDock(container.NewVBox(top, control.NewGap(0)), nil, nil, nil, b.units))
	ground := control.NewGround(theme.ColorNameBackground)
	ground.Min = fyne.NewSize(sidebarWidth, 0)
	b.box = control.NewDock(nil, nil, nil, control.NewRule(look.Border), container.NewStack(ground, inner))
	return b
}

func (b *sidebar) ticks(hint words.Word, kind control.TicksKind) *control.Ticks {
	say := b.shell.say
	return control.NewTicks(say.Say(hint), say.Say(words.FilterNothing), kind)
}

// makeFields makes what opens a list: applicants, years, regions.
func (b *sidebar) makeFields() {
	s := b.shell
	b.kinds = control.NewDropdown(b.ticks(words.FilterNothing, control.ManyOfFew), fyne.NewSize(180, 216), true)
	b.kinds.OnPick = func(id string) {
		s.state.change(func(c *Choice) { c.Query.Kinds = toggleKind(c.Query.Kinds, id) })
	}
	b.from = control.NewDropdown(b.ticks(words.FilterNothing, control.OneOfFew), fyne.NewSize(96, 216), false)
	b.from.OnPick = func(id string) { b.setYear(id, true) }
	b.to = control.NewDropdown(b.ticks(words.FilterNothing, control.OneOfFew), fyne.NewSize(96, 216), false)
	b.to.OnPick = func(id string) { b.setYear(id, false) }
	b.regions = control.NewDropdown(b.ticks(words.FilterRegionsHint, control.Many), fyne.NewSize(300, 320), true)
	b.regions.OnPick = func(id string) { s.state.change(func(c *Choice) { chooseRegion(c, id) }) }
}

func (b *sidebar) makeLists() {
	s := b.shell
	b.views = control.NewCells(b.viewOptions(), 2)
	b.views.OnTap = func(i int) {
		s.state.change(func(c *Choice) {
			c.Query.View, c.Query.Items, c.Query.Sort = data.Views()[i], nil, keepDimensions(c.Query.Sort)
		})
	}
	b.units = b.ticks(words.FilterUnitsHint, control.Many)
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
	var inside []data.Body
	for _, b := range c.Query.Units {
		if slices.Contains(c.Query.Regions, b.Region) {
			inside = append(inside, b)
		}
	}
	c.Query.Units = inside
}

// setYear takes a year from one of the two lists; the other end follows where they would cross.
func (b *sidebar) setYear(text string, isFrom bool) {
	year, _ := strconv.Atoi(text) // the first line, without a limit, is 0
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
