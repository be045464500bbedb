package ui

import (
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// showDetails shows the chosen body with the actions for it.
func (p *unitsPane) showDetails() {
	say, b := p.shell.say, p.unit()
	p.details.Objects = nil
	if b == nil {
		p.details.Add(control.NewParagraph(say.Say(words.UnitsChoose), control.TextStyle{Color: look.Muted}, unitDetailsWidth-40))
		p.details.Refresh()
		return
	}
	p.details.Add(control.NewText(b.Unit, control.TextStyle{Bold: true, Size: theme.SizeNameSubHeadingText}))
	p.details.Add(control.NewGap(6))
	edit := control.NewButton(say.Say(words.UnitsEdit), p.edit)
	merge := control.NewButton(say.Say(words.UnitsMerge), p.merge)
	split := control.NewButton(say.Say(words.UnitsSplit), p.split)
	remove := control.NewButton(say.Say(words.UnitsRemove), p.remove)
	isWritable := !p.shell.store.ReadOnly()
	control.SetEnabled(edit, isWritable)
	control.SetEnabled(merge, isWritable && len(p.units) > 1)
	control.SetEnabled(split, isWritable && len(b.Years) > 0)
	control.SetEnabled(remove, isWritable && len(b.Years) == 0)
	p.details.Add(container.NewGridWithColumns(2, control.Outlined(edit), control.Outlined(merge), control.Outlined(split), control.Outlined(remove)))
	p.details.Add(control.NewGap(6))
	for _, line := range [][2]string{
		{say.Say(words.UnitsFull), b.Agency}, {say.Say(words.UnitsParent), p.names[b.Parent]}, {say.Say(words.UnitsKind), present.KindText(*b, say)},
		{say.Say(words.UnitsNames), present.NamesText(*b)}, {say.Say(words.UnitsExpected), present.YesNo(b.Expected, say)}, {say.Say(words.UnitsYears), yearsText(b.Years)},
	} {
		if line[1] == "" {
			continue
		}
		p.details.Add(container.New(layout.NewCustomPaddedVBoxLayout(1),
			control.NewText(line[0], control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText}),
			control.NewParagraph(line[1], control.TextStyle{}, unitDetailsWidth-40)))
	}
	p.details.Refresh()
	p.shell.tracePlaces()
}
