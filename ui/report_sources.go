package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"nianbao/importer"
	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// sources lists the files that the report has figures from.
func (p *sourcePanel) sources() {
	say := p.shell.say
	p.add(control.NewGap(2))
	p.add(control.NewRule(theme.ColorNameSeparator))
	p.add(control.NewText(say.Say(words.SourcesTitle, len(p.details.Sources)), control.TextStyle{Bold: true, Color: look.Muted, Size: theme.SizeNameCaptionText}))
	for i := range p.details.Sources {
		p.add(p.sourceCard(&p.details.Sources[i]))
	}
}

// sourceCard says what a file is, and how it agrees with the others.
func (p *sourcePanel) sourceCard(s *present.Source) fyne.CanvasObject {
	say := p.shell.say
	quiet := control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText}
	what := say.Say(present.SourceKindName(s.Kind))
	if s.Sheet != "" {
		what = say.Say(words.SourcesWhat, what, s.Sheet)
	}
	text := container.New(layout.NewCustomPaddedVBoxLayout(3),
		paragraph(importer.FileName(s.File), control.TextStyle{Bold: true}),
		paragraph(what, quiet),
		paragraph(say.Say(words.SourcesWhen, present.MinuteText(s.ImportedAt), s.ReportSource.Figures), quiet))
	edge := look.Border
	if len(p.details.Sources) > 1 {
		text.Add(paragraph(say.Say(words.SourcesAgree, s.Confirms, s.Adds), quiet))
		if s.Contradicts > 0 {
			edge = theme.ColorNameWarning
			text.Add(paragraph(say.Say(words.SourcesContradict, s.Contradicts), control.TextStyle{Color: theme.ColorNameWarning, Size: theme.SizeNameCaptionText, Bold: true}))
		}
	}
	bar := control.NewBackground(edge)
	bar.Min = fyne.NewSize(3, 0)
	return control.NewDock(nil, control.NewRule(theme.ColorNameSeparator), bar, nil, control.Pad(text, 9, 6))
}

// differing lists the sources that have another number for the figure.
func (p *sourcePanel) differing() {
	say, list := p.shell.say, p.details.Differing(p.key)
	if len(list) == 0 {
		return
	}
	p.heading(words.SourcesDiffer)
	for i := range list {
		s := &list[i]
		f := s.Figures[p.key]
		place := say.Say(present.SourceKindName(s.Kind)) + " · " + strings.TrimSpace(f.Source.Sheet+" "+f.Source.Cell)
		p.add(control.NewDock(nil, nil, nil, control.NewText(f.Value.Grouped(), control.TextStyle{Bold: true, Color: theme.ColorNameWarning, Fixed: true}),
			control.NewText(importer.FileName(s.File), control.TextStyle{})))
		p.add(control.NewText(place, control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText}))
	}
}
