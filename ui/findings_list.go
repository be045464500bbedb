package ui

import (
	"strconv"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/grid"
	"nianbao/ui/words"
)

// messageWidth is room for most messages; the whole text stands below the list.
const messageWidth = 610

func (p *findingsPane) columns() []grid.Column {
	say := p.shell.say
	columns := []grid.Column{
		{ID: "unit", Title: say.Say(words.ColumnUnit)},
		{ID: "year", Title: say.Say(words.ColumnYear), Numeric: true},
		{ID: "severity", Title: say.Say(words.ColumnSeverity)},
		{ID: "rule", Title: say.Say(words.ColumnRule)},
		{ID: "message", Title: say.Say(words.ColumnMessage), Width: messageWidth},
	}
	if len(p.shell.stock.regions) > 1 {
		columns = append(columns, grid.Column{ID: "region", Title: say.Say(words.ColumnRegion)})
	}
	return columns
}

func (p *findingsPane) cell(row, col int) grid.Cell {
	f := p.shown[row]
	switch col {
	case 0:
		return grid.Cell{Text: f.Body.Unit}
	case 1:
		return grid.Cell{Text: strconv.Itoa(f.Year)}
	case 2:
		return grid.Cell{Text: p.shell.say.Say(severityName(f.Severity)), Tone: severityTone(f.Severity)}
	case 3:
		return grid.Cell{Text: ruleName(f.Rule, p.shell.say)}
	case 4:
		return grid.Cell{Text: f.Message(formLanguage(p.shell.say))}
	}
	return grid.Cell{Text: f.Body.Region, Tone: grid.Quiet}
}

func severityTone(s form.Severity) grid.Tone {
	switch s {
	case form.SeverityError:
		return grid.Failed
	case form.SeverityWarning:
		return grid.Doubtful
	}
	return grid.Quiet
}

func formLanguage(say words.Language) form.Language {
	if say == words.English {
		return form.English
	}
	return form.Chinese
}

// explain tells a finding in full below the list: the report, the arithmetic, what must hold.
func (p *findingsPane) explain(row int) {
	if row < 0 || row >= len(p.shown) {
		p.title.SetText("")
		p.detail.SetText("")
		return
	}
	f, say := p.shown[row], p.shell.say
	p.title.SetText(say.Say(words.FindingTitle, f.Body.String(), f.Year, ruleName(f.Rule, say)))
	text := f.Message(formLanguage(say))
	if meaning := ruleMeaning(f.Rule, say); meaning != text {
		text += "\n" + say.Say(words.FindingRule, meaning)
	}
	if f.Source.Cell != "" {
		text += "\n" + say.Say(words.FindingPlace, f.Source.Sheet, f.Source.Cell)
	}
	p.detail.SetText(text)
}

func ruleMeaning(id string, say words.Language) string {
	r, _ := form.RuleByID(id)
	return sayWords(say, data.Words{Chinese: r.Meaning, English: r.Means})
}
