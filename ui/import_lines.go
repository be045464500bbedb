package ui

import (
	"errors"
	"slices"
	"strconv"

	"nianbao/data"
	"nianbao/importer"
	"nianbao/ui/control"
	"nianbao/ui/grid"
	"nianbao/ui/present"
	"nianbao/ui/tabular"
	"nianbao/ui/words"
)

// lineFilter chooses lines of an import, in the order of the segments.
type lineFilter int

const (
	allLines lineFilter = iota
	importedLines
	replacedLines
	unchangedLines
	failedLines
	askedLines
	problemLines
	lineFilters
)

func (f lineFilter) shows(l line) bool {
	switch f {
	case importedLines:
		return l.verdict == data.Imported
	case replacedLines:
		return l.verdict == data.Replaced
	case unchangedLines:
		return l.verdict == data.Unchanged
	case failedLines:
		return l.failed() && !l.open() && !l.answered()
	case askedLines:
		return l.open()
	case problemLines:
		return l.problem() && !l.answered()
	}
	return true
}

// showLines lists the outcome of the import that ended last.
func (p *importPane) showLines() {
	lines := p.shell.imports.lines
	counts := make([]int, lineFilters)
	p.shown = nil
	for _, l := range lines {
		for f := range counts {
			if lineFilter(f).shows(l) {
				counts[f]++
			}
		}
		if p.only.shows(l) {
			p.shown = append(p.shown, l)
		}
	}
	if p.shell.imports.running { // the latest first
		slices.Reverse(p.shown)
	}
	names := []words.Word{words.LinesAll, words.Imported, words.Replaced, words.Unchanged, words.Failed, words.LineAsked, words.LinesProblems}
	var options []control.Option
	for f, name := range names {
		options = append(options, control.Option{Label: p.shell.say.Say(name) + " " + present.Count(counts[f]), Chosen: p.only == lineFilter(f), Disabled: counts[f] == 0 && f != 0})
	}
	p.filter.SetOptions(options)
	p.grid.SetData(grid.Data{Columns: p.columns(), Rows: len(p.shown), Frozen: 1, Cell: p.cell})
	row := min(p.selected, max(len(p.shown)-1, 0))
	if row > 0 {
		p.grid.Select(grid.Range{Row0: row, Row1: row, Col0: len(p.columns()) - 1})
	}
	p.explain(row, row)
	if p.shell.state.pane == ImportPane {
		p.shell.status.show()
	}
}

func (p *importPane) columns() []tabular.Column {
	say := p.shell.say
	return []tabular.Column{
		{ID: "verdict", Title: say.Say(words.ColumnVerdict), Width: 72},
		{ID: "unit", Title: say.Say(words.ColumnUnit)},
		{ID: "year", Title: say.Say(words.ColumnYear), Numeric: true},
		{ID: "figures", Title: say.Say(words.ColumnFigures), Numeric: true},
		{ID: "findings", Title: say.Say(words.ColumnFindings), Numeric: true},
		{ID: "errors", Title: say.Say(words.SeverityError), Numeric: true},
		{ID: "file", Title: say.Say(words.ColumnFile), Width: 240},
		{ID: "reason", Title: say.Say(words.ColumnReason), Width: 400},
	}
}

func (p *importPane) cell(row, col int) tabular.Cell {
	l := p.shown[row]
	switch col {
	case 0:
		return tabular.Cell{Text: p.shell.say.Say(verdictName(l)), Tone: verdictTone(l), Bold: l.failed() && !l.answered()}
	case 1:
		return tabular.Cell{Text: l.unit}
	case 2:
		return countCell(l.year, strconv.Itoa(l.year), tabular.Plain)
	case 3:
		return countCell(l.figures, present.Count(l.figures), tabular.Plain)
	case 4:
		return countCell(l.findings, present.Count(l.findings), tabular.Plain)
	case 5:
		return countCell(l.errors, present.Count(l.errors), tabular.Failed)
	case 6:
		return tabular.Cell{Text: importer.FileName(l.file), Tone: tabular.Quiet}
	}
	return tabular.Cell{Text: p.reason(l)}
}

// countCell leaves a zero out: these are the program's counts, not figures of a report.
func countCell(n int, text string, tone tabular.Tone) tabular.Cell {
	if n == 0 {
		return tabular.Cell{}
	}
	return tabular.Cell{Text: text, Tone: tone}
}

func verdictName(l line) words.Word {
	switch {
	case l.answered():
		return words.LineAnswered
	case l.open():
		return words.LineAsked
	case l.failed():
		return words.Failed
	case l.verdict == data.Imported:
		return words.Imported
	case l.verdict == data.Replaced:
		return words.Replaced
	case l.verdict == data.Unchanged:
		return words.Unchanged
	}
	return words.Skipped
}

func verdictTone(l line) tabular.Tone {
	switch {
	case l.answered():
		return tabular.Quiet
	case l.failed():
		return tabular.Failed
	case l.verdict == data.Imported:
		return tabular.Plain
	case l.verdict == data.Replaced:
		return tabular.Falling
	}
	return tabular.Quiet
}

// reason is the explanation of a line.
func (p *importPane) reason(l line) string {
	say := p.shell.say
	var unsaved *data.SaveError
	if errors.As(l.err, &unsaved) {
		return present.Explain(l.err, say).Text
	}
	text := p.shell.logged(l.told.Words(say), l.log)
	if l.answered() {
		if at := slices.IndexFunc(p.past, func(i data.ImportInfo) bool { return i.ID == l.told.AnsweredBy }); at >= 0 {
			text = say.Say(words.LineAnsweredBy, present.MinuteText(p.past[at].Started)) + say.Say(words.SentenceBreak) + text
		}
	}
	return text
}

// explain shows the first of the selected lines in full below the list, and asks what is open about all
// of them.
func (p *importPane) explain(row, last int) {
	if row < 0 || row >= len(p.shown) {
		p.answer.box.Hide()
		p.password.box.Hide()
		p.report.Hide()
		p.detail.SetText("")
		return
	}
	l := p.shown[row]
	p.selected = row
	if open := p.answerable(row, last); len(open) > 0 && !p.shell.imports.running {
		p.answer.show(open)
		p.answer.box.Show()
	} else {
		p.answer.box.Hide()
	}
	p.password.showFor(l)
	control.SetVisible(p.report, l.log != "")
	text := l.file
	if l.sheet != "" {
		text += " · " + l.sheet
	}
	if reason := p.reason(l); reason != "" {
		text += "\n" + reason
	}
	p.detail.SetText(text)
}

// answerable are the selected lines that an answer can be given for: one that is saved by itself only,
// of several those that are open.
func (p *importPane) answerable(row, last int) []line {
	if l := p.shown[row]; last <= row {
		if l.correctable() && (l.asks() || p.standsAlone(l)) {
			return []line{l}
		}
		return nil
	}
	var open []line
	for _, l := range p.shown[row:min(last+1, len(p.shown))] {
		if l.failed() && l.asks() {
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
	for row, l := range p.shown {
		if l.failed() && (l.asks() || l.needsPassword()) {
			p.grid.Select(grid.Range{Row0: row, Row1: row, Col0: len(p.columns()) - 1})
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
}
