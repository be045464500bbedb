package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"nianbao/data/form"
	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// evidence is shown after a click: the figures behind a sentence or a card, and where
// they lead.
type evidence struct {
	title, sentence string
	figures         [][2]string
	note            string // the rule or definition
	actions         []action
}

// action is a button below the evidence.
type action struct {
	name words.Word
	do   func()
}

// showEvidence opens a dialog with the figures.
func (s *shell) showEvidence(e evidence) {
	const width = 560
	var d *modal
	sentence := control.NewParagraph(e.sentence, control.TextStyle{}, width)
	table := container.New(&formLayout{gap: 18, pitch: 4})
	for _, f := range e.figures {
		value := control.NewParagraph(f[1], control.TextStyle{}, width/2)
		table.Add(control.NewText(f[0], control.TextStyle{Color: look.Muted, Fixed: true}))
		table.Add(value)
	}
	note := control.NewParagraph(e.note, control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText}, width)
	buttons := container.New(layout.NewCustomPaddedHBoxLayout(8), layout.NewSpacer(), control.Outlined(control.NewButton(s.say.Say(words.Close), func() { d.Hide() })))
	var accept func()
	for i, a := range e.actions {
		do := func() { d.Hide(); a.do() }
		if i == 0 {
			accept = do
			buttons.Add(mainButton(s.say.Say(a.name), do))
			continue
		}
		buttons.Add(control.Outlined(control.NewButton(s.say.Say(a.name), do)))
	}
	list := container.NewVScroll(control.Pad(table, 6, 0))
	list.SetMinSize(fyne.NewSize(width, fyne.Min(table.MinSize().Height+8, 300)))
	content := container.New(layout.NewCustomPaddedVBoxLayout(10))
	if e.sentence != "" {
		content.Add(sentence)
	}
	content.Add(list)
	if e.note != "" {
		content.Add(note)
	}
	content.Add(buttons)
	d = s.showModal(e.title, content, accept)
}

// explainRemark shows the figures behind a remark.
func (p *overviewPane) explainRemark(r present.Remark) {
	s := p.shell
	e := evidence{title: s.say.Say(words.OverviewUnusual), sentence: r.Sentence, figures: r.Figures, note: s.say.Say(words.EvidenceRule, r.Rule)}
	if r.Findings {
		e.actions = append(e.actions, action{words.EvidenceFault, func() { s.openFaults(p.shown.Year) }})
	} else {
		e.actions = append(e.actions, action{words.EvidenceTable, func() { s.openTable(r.Target) }})
	}
	s.showEvidence(e)
}

// openFaults shows the failed identities of a year.
func (s *shell) openFaults(year int) {
	s.jump(func() {
		s.state.change(func(c *present.Choice) {
			c.Query.FromYear, c.Query.ToYear = year, year
			c.Severities, c.Rules = []form.Severity{form.SeverityError}, nil
		})
		s.state.open(FindingsPane)
	})
}

// explainCard shows the figures behind a card: its parts, its interval, the comparison
// with last year and the missing units.
func (p *overviewPane) explainCard(i int) {
	if i >= len(p.drawn) {
		return
	}
	s, c := p.shell, p.drawn[i]
	say := s.say
	d := c.Drawn
	w := d.Words
	value := w.Value(d.Value, d.Style, d.Unit)
	if d.Of.Whole > 0 {
		value = w.Rate(d.Of)
	}
	e := evidence{title: d.Name, note: say.Say(words.EvidenceDefined, c.Measure.Definition)}
	add := func(name, value string) {
		if value != "" {
			e.figures = append(e.figures, [2]string{name, value})
		}
	}
	add(say.Say(words.ChartThisYear), value)
	add(say.Say(words.ChartInterval), w.Interval(d.Of))
	if d.SameUnits > 0 {
		add(say.Say(words.EvidenceSame, d.SameUnits), c.Same.Text(c.Measure, say))
		add(say.Say(words.EvidenceSameWas, d.SameUnits), c.Before.Text(c.Measure, say))
	} else {
		add(say.Say(words.EvidenceBefore), c.Before.Text(c.Measure, say))
	}
	add(say.Say(words.EvidenceChange), d.Change().Say(d.Unit, say))
	add(say.Say(words.EvidenceCoverage), say.Say(words.EvidenceUnits, d.Reported, d.Expected))
	names := present.NewBodyNames(present.UnitBodies(p.shown.Units), say)
	for _, l := range c.Missing {
		add(names.Name(l.Body), l.Reason)
	}
	t := present.Target{Year: p.shown.Year}
	t.Show(c.Measure.Column)
	e.actions = []action{
		{words.EvidenceTable, func() { s.openTable(t) }},
		{words.EvidenceChart, func() {
			s.openChart(present.ChartRequest{Kind: present.TrendChart, Item: c.Measure.Column.ID, Year: p.shown.Year})
		}},
	}
	s.showEvidence(e)
}

// explainMissing names the units without a report of the year.
func (p *overviewPane) explainMissing() {
	say := p.shell.say
	e := evidence{title: say.Say(words.OverviewMissing, p.shown.Year), note: say.Say(words.OverviewRoster)}
	names := present.NewBodyNames(present.UnitBodies(p.shown.Units), say)
	for _, u := range p.shown.Missing() {
		last := say.Say(words.CoverageNever)
		if u.LastYear != 0 {
			last = say.Say(words.RemarkLastReport, u.LastYear)
		}
		e.figures = append(e.figures, [2]string{names.Name(u.Body), last})
	}
	e.actions = []action{{words.CoverageExport, p.shell.saveCoverage}}
	p.shell.showEvidence(e)
}
