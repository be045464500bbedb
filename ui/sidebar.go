package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// sidebar holds the filters, in sections that open and close. It shows the choice and changes it
// through the state.
type sidebar struct {
	shell *shell
	box   fyne.CanvasObject

	views    *control.Choice
	sections []*section
	scroll   *container.Scroll
	facets   *data.Facets
	listed   *data.Facets // the facets whose units are in the list

	units, regions, items                       *control.Ticks
	years, unitKinds, kinds, statuses, editions *control.Checks
	findings                                    *control.Checks
}

const (
	sidebarWidth = 250
	sidebarEdge  = 12
)

func newSidebar(s *shell) *sidebar {
	b := &sidebar{shell: s, facets: &data.Facets{}}
	b.makeLists()
	b.makeSections()
	title := control.NewText(s.say.Say(words.FilterTopic), control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText, Bold: true, Fixed: true})
	top := container.New(layout.NewCustomPaddedVBoxLayout(6), title, b.views, control.NewGap(0))
	b.scroll = container.NewVScroll(&fyne.Container{Layout: sectionLayout{b}, Objects: b.objects()})
	inner := container.New(layout.NewCustomPaddedLayout(10, 0, sidebarEdge, 4),
		control.NewDock(container.New(layout.NewCustomPaddedLayout(0, 0, 0, sidebarEdge-4), top), nil, nil, nil, b.scroll))
	ground := control.NewBackground(theme.ColorNameBackground)
	ground.Min = fyne.NewSize(sidebarWidth, 0)
	b.box = control.NewDock(nil, nil, nil, control.NewRule(look.Border), container.NewStack(ground, inner))
	return b
}

// makeLists makes the lists, which change the choice.
func (b *sidebar) makeLists() {
	s := b.shell
	b.views = control.NewOptionGrid(b.viewOptions(), 2)
	b.views.OnTap = func(i int) { s.state.change(func(c *present.Choice) { chooseView(c, data.Views()[i]) }) }
	b.units = b.search(words.FilterUnitsHint, func(c *present.Choice, id string) {
		c.Query.Units = present.Toggled(c.Query.Units, present.ParseBodyID(id))
	})
	b.regions = b.search(words.FilterRegionsHint, chooseRegion)
	b.items = b.search(words.FilterItemsHint, func(c *present.Choice, id string) { toggleItem(c, id, b.facets.Items) })
	b.years = b.checks(chooseYear)
	b.unitKinds = b.checks(func(c *present.Choice, id string) {
		c.Query.UnitKinds = present.Toggled(c.Query.UnitKinds, data.UnitKind(id))
	})
	b.kinds = b.checks(chooseKind)
	b.statuses = b.checks(func(c *present.Choice, id string) {
		c.Query.Statuses = present.Toggled(c.Query.Statuses, form.Status(id))
	})
	b.editions = b.checks(func(c *present.Choice, id string) { c.Query.Editions = present.Toggled(c.Query.Editions, id) })
	b.findings = b.checks(func(c *present.Choice, _ string) { c.Query.WithFindings = !c.Query.WithFindings })
}

// search is a list with a search by characters, pinyin and initials.
func (b *sidebar) search(hint words.Word, choose func(c *present.Choice, id string)) *control.Ticks {
	t := control.NewTicks(b.shell.say.Say(hint), b.shell.say.Say(words.FilterNothing), control.Many)
	t.Match = new(data.Finder).Matches
	take := t.Search.OnSubmitted
	t.Search.OnSubmitted = func(text string) { // also moves the focus to the pane, so that Ctrl+Z undoes the choice
		take(text)
		t.Search.SetText("")
		b.shell.panes[b.shell.state.pane].Focus()
	}
	t.OnToggle = func(id string) { b.shell.state.change(func(c *present.Choice) { choose(c, id) }) }
	return t
}

// checks is a short list, shown in full.
func (b *sidebar) checks(choose func(c *present.Choice, id string)) *control.Checks {
	l := control.NewChecks()
	l.OnToggle = func(id string) { b.shell.state.change(func(c *present.Choice) { choose(c, id) }) }
	return l
}

// makeSections puts the lists under headings.
func (b *sidebar) makeSections() {
	add := func(id string, title words.Word, list data.FacetList, show func(*section)) *section {
		sec := &section{id: id, list: list, show: show}
		sec.fold = control.NewFold(b.shell.say.Say(title), func() { b.open(sec, !sec.open) })
		b.sections = append(b.sections, sec)
		return sec
	}
	add("units", words.FilterUnits, data.UnitList, b.showUnits).long = b.units
	add("regions", words.FilterRegion, data.RegionList, b.showRegions).long = b.regions
	add("years", words.FilterYears, data.YearList, b.showYears).short = b.years
	add("unit-kinds", words.FilterUnitKinds, data.UnitKindList, b.showUnitKinds).short = b.unitKinds
	add("kinds", words.FilterApplicant, data.ItemList, b.showKinds).short = b.kinds
	add("items", words.FilterItems, data.ItemList, b.showItems).long = b.items
	add("statuses", words.FilterStatuses, data.StatusList, b.showStatuses).short = b.statuses
	add("editions", words.FilterEditions, data.EditionList, b.showEditions).short = b.editions
	for _, sec := range b.sections {
		sec.body().Hide()
	}
	for _, id := range b.shell.app.Preferences().StringListWithFallback(prefSections, []string{"units"}) {
		for _, sec := range b.sections {
			if sec.id == id {
				sec.set(true)
			}
		}
	}
}

// objects are the headings with their lists, then the objects outside sections.
func (b *sidebar) objects() []fyne.CanvasObject {
	var list []fyne.CanvasObject
	for _, sec := range b.sections {
		list = append(list, sec.fold, sec.body())
	}
	numeric := control.NewIconButton(b.shell.say.Say(words.ConditionAdd), theme.ContentAddIcon(), func() { b.shell.askCondition("") })
	numeric.Importance, numeric.Alignment = widget.LowImportance, widget.ButtonAlignLeading
	return append(list, b.findings.Box, numeric)
}

// lists are the visible facet lists.
func (b *sidebar) lists() []data.FacetList {
	lists := []data.FacetList{data.FindingsList}
	for _, sec := range b.sections {
		if sec.open {
			lists = append(lists, sec.list)
		}
	}
	return lists
}

// searchUnits opens the list of units and focuses its search.
func (b *sidebar) searchUnits() {
	for _, sec := range b.sections {
		if sec.long == b.units {
			b.open(sec, true)
		}
	}
	b.scroll.ScrollToTop()
	if b.shell.folding.folded {
		b.float("units")
		return
	}
	b.shell.window.Canvas().Focus(b.units.Search)
}
