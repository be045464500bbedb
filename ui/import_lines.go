package ui

import (
	"errors"
	"slices"

	"nianbao/data"
	"nianbao/importer"
	"nianbao/ui/control"
	"nianbao/ui/grid"
	"nianbao/ui/inbox"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// lineFilter chooses lines of an import, in the order of the segments.
type lineFilter int

const (
	allLines lineFilter = iota
	askedLines
	problemLines
	lineFilters
)

func (f lineFilter) shows(l line) bool {
	switch f {
	case askedLines:
		return l.open()
	case problemLines:
		return l.problem() && !l.answered()
	}
	return true
}

// showLines lists the outcome of the import that ended last.
func (p *importPane) showLines() {
	s := p.shell
	counts := make([]int, lineFilters)
	p.shown = nil
	for _, l := range s.imports.lines {
		for f := range counts {
			if lineFilter(f).shows(l) {
				counts[f]++
			}
		}
		if p.only.shows(l) {
			p.shown = append(p.shown, l)
		}
	}
	if s.imports.running { // the latest first
		slices.Reverse(p.shown)
	}
	names := []words.Word{words.LinesAll, words.LinesToAnswer, words.LinesAttention}
	var options []control.Option
	for f, name := range names {
		options = append(options, control.Option{Label: s.say.Say(name) + " " + present.Count(counts[f]), Chosen: p.only == lineFilter(f), Disabled: counts[f] == 0 && f != 0})
	}
	p.filter.SetOptions(options)
	lines := make([]inbox.Line, len(p.shown))
	for i, l := range p.shown {
		lines[i] = p.listed(l)
	}
	p.list.SetLines(lines, s.imports.running)
	p.showRows(max(p.list.Row(p.selected), 0))
	if s.state.pane == ImportPane {
		s.status.show()
	}
}

// showRows shows the rows of the list and selects one.
func (p *importPane) showRows(row int) {
	p.grid.SetData(grid.Data{Columns: p.list.Columns(), Rows: p.list.Rows(), Frozen: 2, Cell: p.list.Cell})
	if row > 0 {
		p.grid.Select(grid.Range{Row0: row, Row1: row, Col0: 1, Col1: 1})
	}
	p.explain(row, row)
}

// listed returns the part of a line that the list shows.
func (p *importPane) listed(l line) inbox.Line {
	return inbox.Line{ID: l.at, Group: l.group(), Unit: l.unit, Region: l.region, Year: l.year, Figures: l.figures, Findings: l.findings, Errors: l.errors,
		Changed: l.record.Changed, File: importer.FileName(l.file), Reason: p.reason(l), Answerable: l.failed() && !l.answered()}
}

// group is the group of a line.
func (l line) group() present.ImportGroup {
	if l.err != nil && l.record.Verdict != data.Asked && l.record.AnsweredBy == 0 { // it could not be written after all
		if g := l.record.Group(); g > present.FailedLines {
			return present.FailedLines
		}
	}
	return l.record.Group()
}

// tapped folds a group or ticks lines.
func (p *importPane) tapped(row, col int) {
	if col == 0 && p.list.Tick(row) {
		p.grid.Refresh()
		p.explain(row, row)
	}
}

// fold opens or closes the group of a heading.
func (p *importPane) fold(row, _ int) {
	if p.list.Fold(row) {
		p.showRows(row)
	}
}

// reason is the explanation of a line.
func (p *importPane) reason(l line) string {
	say := p.shell.say
	var unsaved *data.SaveError
	if errors.As(l.err, &unsaved) {
		return present.Explain(l.err, say).Text
	}
	text := p.shell.logged(l.record.Words(say), l.log)
	if l.answered() {
		if at := slices.IndexFunc(p.past, func(i data.ImportInfo) bool { return i.ID == l.record.AnsweredBy }); at >= 0 {
			text = say.Say(words.LineAnsweredBy, present.MinuteText(p.past[at].Started)) + say.Say(words.SentenceBreak) + text
		}
	}
	return text
}

// explain shows the first line of the rows in full below the list, with fields for the open
// questions of all chosen lines.
func (p *importPane) explain(row, last int) {
	chosen := p.list.Chosen(row, last)
	first := p.list.Line(row)
	if first < 0 && len(chosen) > 0 {
		first = chosen[0]
	}
	if first < 0 {
		p.answer.box.Hide()
		p.password.box.Hide()
		p.actions.show(nil, false)
		p.divide(false)
		p.detail.SetText("")
		return
	}
	l := p.shown[first]
	p.selected = first
	if open := p.answerable(chosen); len(open) > 0 && !p.shell.imports.running {
		p.answer.show(open)
		p.answer.box.Show()
	} else {
		p.answer.box.Hide()
	}
	group, isHeading := p.list.Group(row)
	if comparing := !isHeading && l.compares() && !p.shell.imports.running; comparing {
		p.divide(true)
		p.showComparison(l)
		if l.record.IsRival() {
			p.answer.box.Hide()
		}
	} else {
		p.compared = line{}
		p.divide(false)
	}
	if isHeading {
		p.password.box.Hide()
		p.actions.show(p.linesAt(chosen), false)
		p.detail.SetText(p.shell.say.Say(group.Name()) + "  " + p.shell.say.Say(words.LineCount, present.Count(len(chosen))) + "\n" + p.shell.say.Say(words.GroupHint))
		return
	}
	p.password.showFor(l)
	p.actions.show(p.linesAt(chosen), l.log != "")
	text := l.file
	if l.sheet != "" {
		text += " · " + l.sheet
	}
	if reason := p.reason(l); reason != "" {
		text += "\n" + reason
	}
	p.detail.SetText(text)
}

func (p *importPane) linesAt(chosen []int) (lines []line) {
	for _, i := range chosen {
		lines = append(lines, p.shown[i])
	}
	return lines
}

// answerable returns the chosen lines that can be answered: a single line even if its report is
// saved, of several lines the open ones.
func (p *importPane) answerable(chosen []int) (open []line) {
	if len(chosen) == 1 {
		if l := p.shown[chosen[0]]; l.correctable() && (l.asks() || p.standsAlone(l)) {
			return []line{l}
		}
		return nil
	}
	for _, i := range chosen {
		if l := p.shown[i]; l.failed() && l.asks() {
			open = append(open, l)
		}
	}
	return open
}

// copyReport copies a report about the error of the selected line.
func (p *importPane) copyReport() {
	if p.selected < len(p.shown) {
		p.shell.copyReport(p.shell.errors.Report(importing, p.shown[p.selected].err))
	}
}

// standsAlone reports whether no other report came from the same sheet: a row of a summary
// table is named by its cells.
func (p *importPane) standsAlone(l line) bool {
	n := 0
	for _, other := range p.shell.imports.lines {
		if other.file == l.file && other.sheet == l.sheet {
			n++
		}
	}
	return n == 1
}

// ask selects the first line that needs input from the user, and focuses its field if it is the only line.
func (p *importPane) ask() {
	for row := range p.list.Rows() {
		at := p.list.Line(row)
		if at < 0 || !p.shown[at].open() {
			continue
		}
		l := p.shown[at]
		p.grid.Select(grid.Range{Row0: row, Row1: row, Col0: 1, Col1: 1})
		p.explain(row, row)
		switch {
		case len(p.shown) > 1:
		case l.asks():
			p.answer.focus()
		default:
			p.shell.window.Canvas().Focus(p.password.entry)
		}
		return
	}
}
