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

// showDefinitions lists how each metric is computed and what each rule demands, from the
// same data by which they are computed.
func (s *shell) showDefinitions() {
	const width = 600
	list := container.New(layout.NewCustomPaddedVBoxLayout(9))
	head := func(w words.Word) {
		list.Add(control.NewText(s.say.Say(w), control.TextStyle{Bold: true, Size: theme.SizeNameSubHeadingText}))
	}
	add := func(name, unit, meaning string) {
		title := container.New(layout.NewCustomPaddedHBoxLayout(6), control.NewText(name, control.TextStyle{Bold: true, Fixed: true}),
			control.NewText(unit, control.TextStyle{Color: look.Muted, Fixed: true}))
		list.Add(container.New(layout.NewCustomPaddedVBoxLayout(1), title, control.NewParagraph(meaning, control.TextStyle{}, width)))
	}
	head(words.DefinitionsMetrics)
	for _, m := range form.Metrics() {
		add(s.say.Say(m.Name), present.UnitName(m.Unit, s.say), s.say.Say(m.Definition))
	}
	list.Add(control.NewGap(4))
	head(words.DefinitionsRules)
	for _, r := range form.Rules() {
		add(s.say.Say(r.Name), "", s.say.Say(r.Meaning))
	}
	s.showPage(words.DefinitionsMenu, list, fyne.NewSize(width+16, 480))
}

// tipOfCard shows at the pointer how the figure of a card is computed.
func (p *overviewPane) tipOfCard(i int, in bool) {
	if i >= len(p.drawn) || !in {
		control.HideTip(p.cards[i])
		return
	}
	control.ShowTip(p.cards[i], p.drawn[i].Measure.Definition, fyne.NewPos(8, p.cards[i].Size().Height+2))
}
