package ui

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/control"
	"nianbao/ui/words"
)

// show marks what is chosen.
func (b *sidebar) show() {
	b.views.SetOptions(b.viewOptions())
	b.showKinds()
	b.showYears()
	b.showRegions()
	b.showUnits()
}

// showFacets shows what there is to choose from.
func (b *sidebar) showFacets(f *data.Facets) {
	b.facets = f
	b.show()
}

func (b *sidebar) viewOptions() []control.Option {
	var options []control.Option
	for _, v := range data.Views() {
		options = append(options, control.Option{Label: b.shell.say.Say(viewName(v)), Chosen: v == b.shell.state.choice.Query.View})
	}
	return options
}

func viewName(v data.View) words.Word {
	switch v {
	case data.Applications:
		return words.TopicReceived
	case data.Outcomes:
		return words.TopicOutcomes
	case data.Refusals:
		return words.TopicRefusals
	case data.Unavailable:
		return words.TopicUnavailable
	case data.Enforcement:
		return words.TopicEnforce
	case data.Disputes:
		return words.TopicDisputes
	case data.Measures:
		return words.TopicMeasures
	}
	return words.TopicAll
}

func (b *sidebar) showKinds() {
	q, say := b.shell.state.choice.Query, b.shell.say
	var lines []control.Tick
	var names []string
	for _, k := range kinds() {
		on := slices.Contains(q.Kinds, k.ID) || len(q.Kinds) == 0 && k.ID == form.TotalColumnID
		name := sayWords(say, kindName(k.ID))
		lines = append(lines, control.Tick{ID: k.ID, Label: name, On: on})
		if on {
			names = append(names, name)
		}
	}
	b.kinds.Ticks.SetLines(lines)
	b.kinds.SetText(strings.Join(names, say.Say(words.ListComma)))
	if !hasKinds(q.View) {
		b.kinds.SetText(say.Say(words.FilterNoKinds))
	}
	b.kinds.SetEnabled(hasKinds(q.View))
}

// hasKinds tells whether a view shows figures by applicant kind.
func hasKinds(v data.View) bool {
	return v != data.Enforcement && v != data.Disputes && v != data.Measures
}

func (b *sidebar) showYears() {
	say, q := b.shell.say, b.shell.state.choice.Query
	show := func(d *control.Dropdown, none words.Word, chosen int) {
		lines := []control.Tick{{ID: "0", Label: say.Say(none), On: chosen == 0}}
		for _, y := range b.facets.Years {
			lines = append(lines, control.Tick{ID: strconv.Itoa(y.Year), Label: strconv.Itoa(y.Year), On: y.Year == chosen})
		}
		d.Ticks.SetLines(lines)
		d.SetText(yearOr(chosen, say.Say(none)))
	}
	show(b.from, words.FirstYear, q.FromYear)
	show(b.to, words.LastYear, q.ToYear)
}

func yearOr(year int, otherwise string) string {
	if year == 0 {
		return otherwise
	}
	return strconv.Itoa(year)
}

func (b *sidebar) showRegions() {
	say, chosen := b.shell.say, b.shell.state.choice.Query.Regions
	var lines []control.Tick
	for _, r := range b.facets.Regions {
		lines = append(lines, control.Tick{ID: r.Value, Label: regionName(r.Value, say), Count: strconv.Itoa(r.Reports), On: slices.Contains(chosen, r.Value)})
	}
	b.regions.Ticks.SetLines(lines)
	switch len(chosen) {
	case 0:
		b.regions.SetText(say.Say(words.FilterAllRegions))
	case 1:
		b.regions.SetText(regionName(chosen[0], say))
	default:
		b.regions.SetText(say.Say(words.FilterRegionCount, len(chosen)))
	}
}

func (b *sidebar) showUnits() {
	chosen := map[data.Body]bool{}
	for _, body := range b.shell.state.choice.Query.Units {
		chosen[body] = true
	}
	several := len(b.shell.stock.regions) > 1
	var lines []control.Tick
	for _, u := range b.facets.Units {
		line := control.Tick{ID: bodyID(u.Body), Label: u.Unit, Count: strconv.Itoa(u.Reports), Search: u.Region, On: chosen[u.Body]}
		if several {
			line.Detail = u.Region
		}
		lines = append(lines, line)
	}
	b.units.SetLines(lines)
	b.unitCount.SetText(b.shell.say.Say(words.FilterUnitCount, len(lines)))
}

func bodyOf(id string) data.Body {
	region, unit, _ := strings.Cut(id, bodySeparator)
	return data.Body{Region: region, Unit: unit}
}
