package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/grid"
	"nianbao/ui/present"
	"nianbao/ui/tabular"
	"nianbao/ui/words"
)

// findingRow is a line of the list: the heading of a unit, or one of its findings.
type findingRow struct {
	unit    data.Body
	finding int // in shown; -1 for a heading
	counts  findingCounts
}

// findingCounts are the counts of one unit.
type findingCounts struct {
	all, decided int
	severity     map[form.Severity]int
}

func (c *findingCounts) add(f data.Found) {
	if c.severity == nil {
		c.severity = map[form.Severity]int{}
	}
	c.all++
	c.severity[f.Severity]++
	if f.Decision != data.Pending {
		c.decided++
	}
}

// layOut puts a heading above the findings of each unit. Units without findings have a heading too,
// unless only problems are shown.
func (p *findingsPane) layOut() []findingRow {
	byUnit := map[data.Body][]int{}
	counts := map[data.Body]*findingCounts{}
	for i, f := range p.shown {
		byUnit[f.Body] = append(byUnit[f.Body], i)
		if counts[f.Body] == nil {
			counts[f.Body] = &findingCounts{}
		}
		counts[f.Body].add(f)
	}
	var rows []findingRow
	for _, unit := range p.units {
		if counts[unit] == nil {
			if p.shell.state.choice.AllFindings {
				rows = append(rows, findingRow{unit: unit, finding: -1})
			}
			continue
		}
		rows = append(rows, findingRow{unit: unit, finding: -1, counts: *counts[unit]})
		if !p.closed[unit] {
			for _, i := range byUnit[unit] {
				rows = append(rows, findingRow{unit: unit, finding: i})
			}
		}
	}
	return rows
}

// findingWidths are the widths of the columns: English words are longer than Chinese ones.
// Sentences take what is left; the full texts are shown below the list.
type findingWidths struct{ unit, severity, rule, message, repair, decision float32 }

func (p *findingsPane) widths() findingWidths {
	if p.shell.say == words.English {
		return findingWidths{126, 86, 138, 312, 192, 82}
	}
	return findingWidths{140, 58, 98, 372, 216, 58}
}

func (p *findingsPane) columns() []tabular.Column {
	say, width := p.shell.say, p.widths()
	return []tabular.Column{
		{ID: "unit", Title: say.Say(words.ColumnUnit), Width: width.unit},
		{ID: "year", Title: say.Say(words.ColumnYear), Numeric: true},
		{ID: "severity", Title: say.Say(words.ColumnSeverity), Width: width.severity},
		{ID: "rule", Title: say.Say(words.ColumnRule), Width: width.rule},
		{ID: "message", Title: say.Say(words.ColumnMessage), Width: width.message},
		{ID: "repair", Title: say.Say(words.ColumnRepair), Width: width.repair},
		{ID: "decision", Title: say.Say(words.ColumnDecision), Width: width.decision},
		{ID: "note", Title: say.Say(words.ColumnNote), Width: 96},
	}
}

// open opens the report of a finding, or collapses or expands a unit.
func (p *findingsPane) open(row int) {
	if row < 0 || row >= len(p.rows) {
		return
	}
	r := p.rows[row]
	if r.finding >= 0 {
		p.shell.openFound(p.shown[r.finding])
		return
	}
	p.closed[r.unit] = !p.closed[r.unit]
	p.list()
	p.selectRow(row)
}

// menu offers what can be done with the finding under the pointer.
func (p *findingsPane) menu(row, _ int, at fyne.Position) {
	s := p.shell
	if row < 0 || row >= len(p.rows) || p.rows[row].finding < 0 {
		return
	}
	f := p.shown[p.rows[row].finding]
	items := []*fyne.MenuItem{fyne.NewMenuItem(s.say.Say(words.OpenReport), func() { s.openFound(f) })}
	if other := againstName(f, s.say); other != "" {
		items = append(items, fyne.NewMenuItem(other, func() { s.openAgainst(f) }))
	}
	for _, d := range decisions() {
		items = append(items, fyne.NewMenuItem(s.say.Say(present.DecisionName(d)), func() { s.decide(f, d, f.Note) }))
	}
	items = append(items, fyne.NewMenuItem(s.say.Say(words.ReturnCopy), func() { s.saveReturn(present.ReportName{Body: f.Body, Year: f.Year}) }))
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), s.window.Canvas(), at)
}

// firstFinding is the first row that is no heading.
func (p *findingsPane) firstFinding() int {
	for i, r := range p.rows {
		if r.finding >= 0 {
			return i
		}
	}
	return 0
}

func (p *findingsPane) selectRow(row int) {
	if row < len(p.rows) {
		p.grid.Select(grid.Range{Row0: row, Row1: row})
	}
	p.explain(row)
}

// selected is the number of the finding in the row of the cursor, -1 for none.
func (p *findingsPane) selected() int {
	r, ok := p.grid.Selection()
	if !ok || r.Row1 >= len(p.rows) {
		return -1
	}
	return p.rows[r.Row1].finding
}

// choose selects a finding by its number and expands its unit.
func (p *findingsPane) choose(finding int) {
	if unit := p.shown[finding].Body; p.closed[unit] {
		p.closed[unit] = false
		p.list()
	}
	for i, r := range p.rows {
		if r.finding == finding {
			p.selectRow(i)
			return
		}
	}
}

// step selects the next finding, or the one before.
func (p *findingsPane) step(back bool) {
	at := p.selected()
	if at < 0 { // on a heading: to the first finding below it
		at = p.below()
		if at >= 0 && !back {
			p.choose(at)
			return
		}
	}
	if back {
		at--
	} else {
		at++
	}
	if at < 0 || at >= len(p.shown) {
		p.shell.status.showSelection(p.shell.say.Say(walkEnd(back)))
		return
	}
	p.choose(at)
}

// below is the first finding at or below the cursor's row, even if its unit is collapsed.
func (p *findingsPane) below() int {
	r, ok := p.grid.Selection()
	if !ok || r.Row1 >= len(p.rows) {
		return -1
	}
	for i, f := range p.shown {
		if f.Body == p.rows[r.Row1].unit {
			return i
		}
	}
	return -1
}

// explain shows the finding of a row in full below the list.
func (p *findingsPane) explain(row int) {
	if row < 0 || row >= len(p.rows) {
		p.about.clear("", "")
		return
	}
	if r := p.rows[row]; r.finding < 0 {
		p.about.clear(r.unit.String(), p.shell.say.Say(words.FindingsFoldHint))
		return
	}
	f := p.shown[p.rows[row].finding]
	repairs, ok := p.repairs.of(f)
	p.about.show(f, repairs, ok)
}
