package ui

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"nianbao/data/form"
	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// makeFilters makes the controls that narrow the list, in addition to the filters of the sidebar.
func (p *findingsPane) makeFilters() {
	s := p.shell
	ticks := func(hint words.Word, kind control.TicksKind) *control.Ticks {
		return control.NewTicks(s.say.Say(hint), s.say.Say(words.FilterNothing), kind)
	}
	p.only = control.NewToggle(s.say.Say(words.FindingsOnly), func(on bool) { p.showAll(!on) })
	p.severities = control.NewSegments(nil)
	p.severities.OnTap = func(i int) { s.state.change(func(c *present.Choice) { c.Severities = severityChoice(i) }) }
	p.rules = control.NewDropdown(ticks(words.FindingsRuleHint, control.Many), fyne.NewSize(320, 380), true)
	p.rules.OnPick = func(id string) {
		s.state.change(func(c *present.Choice) { c.Rules = present.Toggled(c.Rules, form.RuleID(id)) })
	}
	p.years = control.NewDropdown(ticks(words.FilterNothing, control.ManyOfFew), fyne.NewSize(160, 300), true)
	p.years.OnPick = func(id string) {
		year, _ := strconv.Atoi(id)
		s.state.change(func(c *present.Choice) { c.FindingYears = present.Toggled(c.FindingYears, year) })
	}
	p.more = control.NewText("", control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText, Align: fyne.TextAlignTrailing})
}

func (p *findingsPane) showAll(on bool) {
	p.shell.state.change(func(c *present.Choice) { c.AllFindings = on })
}

// severities are those of the segments after “all”, in their order.
func severities() []form.Severity {
	return []form.Severity{form.SeverityError, form.SeverityWarning, form.SeverityHint}
}

func severityChoice(segment int) []form.Severity {
	if segment == 0 {
		return nil
	}
	return severities()[segment-1 : segment]
}

// showFilters shows the choice, each option with the number of findings that it would
// show.
func (p *findingsPane) showFilters() {
	p.only.Set(!p.shell.state.choice.AllFindings)
	p.severities.SetOptions(p.severityOptions())
	p.showRules()
	p.showYears()
	p.more.SetText("")
	if hidden := p.hiddenHints(); hidden > 0 {
		p.more.SetText(p.shell.say.Say(words.FindingsMore, present.Count(hidden)))
	}
}

func (p *findingsPane) hiddenHints() (n int) {
	c := p.shell.state.choice
	for _, f := range p.all {
		if !c.Shows(f) && c.HasSeverity(f) && c.HasRule(f) && c.HasYear(f) {
			n++
		}
	}
	return n
}

func (p *findingsPane) severityOptions() []control.Option {
	c, say := p.shell.state.choice, p.shell.say
	counts, all := map[form.Severity]int{}, 0
	for _, f := range p.all {
		if !c.HasRule(f) || !c.HasYear(f) {
			continue
		}
		if (present.Choice{AllFindings: c.AllFindings}).HasImportance(f) {
			all++
		}
		if (present.Choice{AllFindings: c.AllFindings, Severities: severities()}).HasImportance(f) {
			counts[f.Severity]++
		}
	}
	options := []control.Option{{Label: say.Say(words.SeverityAll) + " " + strconv.Itoa(all), Chosen: len(c.Severities) == 0}}
	for _, s := range severities() {
		options = append(options, control.Option{Label: say.Say(present.SeverityName(s)) + " " + strconv.Itoa(counts[s]), Chosen: slices.Contains(c.Severities, s)})
	}
	return options
}

func (p *findingsPane) showRules() {
	c, say := p.shell.state.choice, p.shell.say
	counts := map[form.RuleID]int{}
	for _, f := range p.all {
		if c.HasSeverity(f) && c.HasYear(f) && c.HasImportance(f) {
			counts[f.Rule]++
		}
	}
	var lines []control.Tick
	for _, r := range form.Rules() {
		on := slices.Contains(c.Rules, r.ID)
		if counts[r.ID] > 0 || on {
			lines = append(lines, control.Tick{ID: string(r.ID), Label: present.RuleName(r.ID, say), Count: strconv.Itoa(counts[r.ID]), On: on})
		}
	}
	p.rules.Ticks.SetLines(lines)
	switch len(c.Rules) {
	case 0:
		p.rules.SetText(say.Say(words.FindingsAllRules))
	case 1:
		p.rules.SetText(present.RuleName(c.Rules[0], say))
	default:
		p.rules.SetText(say.Say(words.FindingsRules, len(c.Rules)))
	}
}

func (p *findingsPane) showYears() {
	c, say := p.shell.state.choice, p.shell.say
	counts := map[int]int{}
	for _, f := range p.all {
		if c.HasSeverity(f) && c.HasRule(f) && c.HasImportance(f) {
			counts[f.Year]++
		}
	}
	var lines []control.Tick
	for _, y := range p.shell.inventory.years {
		on := slices.Contains(c.FindingYears, y.Year)
		if counts[y.Year] > 0 || on {
			lines = append(lines, control.Tick{ID: strconv.Itoa(y.Year), Label: strconv.Itoa(y.Year), Count: strconv.Itoa(counts[y.Year]), On: on})
		}
	}
	p.years.Ticks.SetLines(lines)
	switch len(c.FindingYears) {
	case 0:
		p.years.SetText(say.Say(words.FindingsYears))
	case 1:
		p.years.SetText(say.Say(words.FindingsYear, c.FindingYears[0]))
	default:
		p.years.SetText(say.Say(words.FindingsSomeYears, len(c.FindingYears)))
	}
}
