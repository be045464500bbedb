package ui

import (
	"strconv"
	"strings"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/present"
	"nianbao/ui/tabular"
	"nianbao/ui/words"
)

// cell is one cell of the list: of the heading of a unit, or of one of its findings.
func (p *findingsPane) cell(row, col int) tabular.Cell {
	r := p.rows[row]
	if r.finding < 0 {
		return p.headCell(r, col)
	}
	f, say := p.shown[r.finding], p.shell.say
	tone := tabular.Plain
	if f.Decision == data.Ignored {
		tone = tabular.Quiet
	}
	switch col {
	case 0:
		return tabular.Cell{Text: f.Body.Unit, Tone: tabular.Quiet}
	case 1:
		return tabular.Cell{Text: strconv.Itoa(f.Year), Tone: tone}
	case 2:
		return tabular.Cell{Text: say.Say(present.SeverityName(f.Severity)), Tone: severityTone(f.Severity)}
	case 3:
		return tabular.Cell{Text: present.RuleName(f.Rule, say), Tone: tone}
	case 4:
		return tabular.Cell{Text: f.Message(say), Tone: tone}
	case 5:
		return tabular.Cell{Text: p.repairText(f), Tone: tone}
	case 6:
		return tabular.Cell{Text: say.Say(present.DecisionName(f.Decision)), Tone: decisionTone(f.Decision)}
	}
	return tabular.Cell{Text: f.Note, Tone: tabular.Quiet}
}

func (p *findingsPane) repairText(f data.Found) string {
	repairs, ok := p.repairs.of(f)
	if !ok {
		return ""
	}
	return present.RepairText(f, repairs, p.shell.say)
}

func (p *findingsPane) headCell(r findingRow, col int) tabular.Cell {
	cell := tabular.Cell{Head: true, Bold: true}
	switch col {
	case 0:
		cell.Text = foldMark(r, p.closed[r.unit]) + r.unit.Unit
	case 2:
		cell.Text, cell.Tone = p.count(words.FindingsErrors, r.counts.severity[form.SeverityError]), tabular.Failed
	case 3:
		cell.Text, cell.Tone = p.count(words.FindingsWarnings, r.counts.severity[form.SeverityWarning]), tabular.Doubtful
	case 4:
		cell.Text, cell.Tone, cell.Bold = p.countText(r), tabular.Quiet, false
	}
	return cell
}

func foldMark(r findingRow, closed bool) string {
	switch {
	case r.counts.all == 0:
		return "　 "
	case closed:
		return "▷ "
	}
	return "▽ "
}

func (p *findingsPane) count(w words.Word, n int) string {
	if n == 0 {
		return ""
	}
	return p.shell.say.Say(w, n)
}

// countText is the part of a unit's heading for which there is no column.
func (p *findingsPane) countText(r findingRow) string {
	c, region, clean := r.counts, "", ""
	if len(p.shell.inventory.regions) > 1 {
		region = r.unit.Region
	}
	if c.all == 0 {
		clean = p.shell.say.Say(words.FindingsClean)
	}
	var parts []string
	for _, part := range []string{clean, p.count(words.FindingsHints, c.severity[form.SeverityHint]), p.count(words.FindingsDecided, c.decided), region} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " · ")
}

func severityTone(s form.Severity) tabular.Tone {
	switch s {
	case form.SeverityError:
		return tabular.Failed
	case form.SeverityWarning:
		return tabular.Doubtful
	}
	return tabular.Quiet
}

func decisionTone(d data.Decision) tabular.Tone {
	if d == data.Confirmed {
		return tabular.Plain
	}
	return tabular.Quiet
}
