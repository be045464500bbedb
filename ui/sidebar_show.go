package ui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/control"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// show marks the choice.
func (b *sidebar) show() {
	b.views.SetOptions(b.viewOptions())
	for _, sec := range b.sections {
		sec.show(sec)
	}
	b.findings.SetLines([]control.Tick{{ID: "findings", Label: b.shell.say.Say(words.FilterWithFindings),
		Count: present.Count(b.facets.Findings.With), On: b.shell.state.choice.Query.WithFindings}})
	b.scroll.Content.Refresh()
	b.scroll.Refresh()
}

// showFacets shows the values to choose from, in the visible sections. The other sections
// are updated when they are opened.
func (b *sidebar) showFacets(f *data.Facets) {
	b.facets = f
	b.show()
}

func (b *sidebar) viewOptions() []control.Option {
	var options []control.Option
	for _, v := range data.Views() {
		options = append(options, control.Option{Label: b.shell.say.Say(present.ViewName(v)), Chosen: v == b.shell.state.choice.Query.View})
	}
	return options
}

func (b *sidebar) query() data.Query { return b.shell.state.choice.Query }

// note is the remark in a section's heading: the names of what is chosen in it, else the
// number of its values.
func (b *sidebar) note(sec *section, names []string, several, otherwise string) {
	switch {
	case len(names) == 0:
		sec.fold.SetNote(otherwise, false)
	case len(names) > 2:
		sec.fold.SetNote(several, true)
	default:
		sec.fold.SetNote(strings.Join(names, b.shell.say.Say(words.ListComma)), true)
	}
}

func (b *sidebar) showUnits(sec *section) {
	say, stock := b.shell.say, b.shell.inventory
	chosen := map[string]bool{}
	var names []string
	for _, body := range b.query().Units {
		chosen[present.BodyID(body)] = true
		names = append(names, body.Unit)
	}
	total := len(stock.units)
	if sec.open {
		total = len(b.facets.Units)
	}
	b.note(sec, names, say.Say(words.FilterUnitCount, len(names)), say.Say(words.FilterCount, total))
	if b.listed == b.facets { // a list can have as many lines as the country has units: do not rebuild it on each click
		b.units.Mark(func(id string) bool { return chosen[id] })
		return
	}
	b.listed = b.facets
	var lines []control.Tick
	for _, u := range b.facets.Units {
		line := control.Tick{ID: present.BodyID(u.Body), Label: u.Unit, Count: strconv.Itoa(u.Reports), Search: u.Region}
		line.On = chosen[line.ID]
		if len(stock.regions) > 1 {
			line.Detail = u.Region
		}
		lines = append(lines, line)
	}
	b.units.SetLines(lines)
}

func (b *sidebar) showRegions(sec *section) {
	say, chosen := b.shell.say, b.query().Regions
	var names []string
	for _, region := range chosen {
		names = append(names, present.RegionName(region, say))
	}
	b.note(sec, names, say.Say(words.FilterRegionCount, len(names)), say.Say(words.FilterCount, len(b.shell.inventory.regions)))
	var lines []control.Tick
	for _, r := range b.facets.Regions {
		lines = append(lines, control.Tick{ID: r.Value, Label: present.RegionName(r.Value, say), Count: present.Count(r.Reports), On: slices.Contains(chosen, r.Value)})
	}
	b.regions.SetLines(lines)
}

func (b *sidebar) showYears(sec *section) {
	say, q := b.shell.say, b.query()
	sec.fold.SetNote("", false)
	if years := b.shell.inventory.years; len(years) > 0 {
		sec.fold.SetNote(fmt.Sprintf("%d–%d", years[0].Year, years[len(years)-1].Year), false)
	}
	limited := q.FromYear != 0 || q.ToYear != 0
	if limited {
		sec.fold.SetNote(present.YearText(q, say), true)
	}
	var lines []control.Tick
	for _, y := range slices.Backward(b.facets.Years) {
		on := limited && y.Year >= q.FromYear && (q.ToYear == 0 || y.Year <= q.ToYear)
		lines = append(lines, control.Tick{ID: strconv.Itoa(y.Year), Label: strconv.Itoa(y.Year), Count: present.Count(y.Reports), On: on})
	}
	b.years.SetLines(lines)
}

func (b *sidebar) showUnitKinds(sec *section) {
	say, chosen := b.shell.say, b.query().UnitKinds
	var names []string
	for _, k := range chosen {
		names = append(names, say.Say(k.Words()))
	}
	b.note(sec, names, say.Say(words.FilterCount, len(names)), "")
	var lines []control.Tick
	for _, k := range b.facets.UnitKinds {
		if on := slices.Contains(chosen, k.Kind); on || k.Reports > 0 {
			lines = append(lines, control.Tick{ID: string(k.Kind), Label: say.Say(k.Kind.Words()), Count: present.Count(k.Reports), On: on})
		}
	}
	b.unitKinds.SetLines(lines)
}

func (b *sidebar) showKinds(sec *section) {
	say, q := b.shell.say, b.query()
	if !hasKinds(q.View) {
		sec.fold.SetNote(say.Say(words.FilterNoKinds), false)
		b.kinds.SetLines(nil)
		return
	}
	var names []string
	for _, id := range q.Kinds {
		names = append(names, say.Say(present.KindName(id)))
	}
	b.note(sec, names, say.Say(words.FilterCount, len(names)), say.Say(present.KindName(form.TotalColumnID)))
	var lines []control.Tick
	for _, k := range b.facets.Kinds {
		on := slices.Contains(q.Kinds, k.Value) || len(q.Kinds) == 0 && k.Value == form.TotalColumnID
		lines = append(lines, control.Tick{ID: k.Value, Label: say.Say(present.KindName(k.Value)), Count: present.Count(k.Reports), On: on})
	}
	b.kinds.SetLines(lines)
}

// hasKinds reports whether a view shows figures by applicant kind.
func hasKinds(v data.View) bool {
	return v != data.Enforcement && v != data.Disputes && v != data.Measures
}

func (b *sidebar) showItems(sec *section) {
	say, chosen := b.shell.say, b.query().Items
	names := present.ItemNames(b.query(), say)
	b.note(sec, names, say.Say(words.FilterCount, len(names)), "")
	var lines []control.Tick
	for _, item := range b.facets.Items {
		line := control.Tick{ID: item.ID, Label: say.Say(item.Name), Count: present.Count(item.Reports), On: slices.Contains(chosen, item.ID)}
		if item.Group != "" {
			line.Indent = 1
		}
		lines = append(lines, line)
	}
	b.items.SetLines(lines)
}

func (b *sidebar) showStatuses(sec *section) {
	say, chosen := b.shell.say, b.query().Statuses
	var names []string
	for _, status := range chosen {
		names = append(names, say.Say(present.StatusFilterName(status)))
	}
	b.note(sec, names, say.Say(words.FilterCount, len(names)), "")
	var lines []control.Tick
	for _, st := range b.facets.Statuses {
		lines = append(lines, control.Tick{ID: string(st.Status), Label: say.Say(present.StatusFilterName(st.Status)), Count: present.Count(st.Reports), On: slices.Contains(chosen, st.Status)})
	}
	b.statuses.SetLines(lines)
}

func (b *sidebar) showEditions(sec *section) {
	say, chosen := b.shell.say, b.query().Editions
	var names []string
	for _, id := range chosen {
		names = append(names, say.Say(words.EditionName, id))
	}
	b.note(sec, names, "", "")
	var lines []control.Tick
	for _, e := range b.facets.Editions {
		lines = append(lines, control.Tick{ID: e.Value, Label: say.Say(words.EditionName, e.Value), Detail: editionYears(e.Value, say), Count: present.Count(e.Reports), On: slices.Contains(chosen, e.Value)})
	}
	b.editions.SetLines(lines)
}

func editionYears(id string, say words.Language) string {
	for _, e := range form.Editions() {
		switch {
		case e.ID != id:
		case e.LastYear == 0:
			return say.Say(words.EditionYearsOpen, e.FirstYear)
		default:
			return say.Say(words.EditionYears, e.FirstYear, e.LastYear)
		}
	}
	return ""
}
