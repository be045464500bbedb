package inbox

import (
	"strconv"

	"nianbao/ui/present"
	"nianbao/ui/tabular"
	"nianbao/ui/words"
)

// Columns are the headings of the grid.
func (l *List) Columns() []tabular.Column {
	say := l.say
	return []tabular.Column{
		{ID: "tick", Width: 34},
		{ID: "unit", Title: say.Say(words.ColumnUnit), Width: 196},
		{ID: "region", Title: say.Say(words.ColumnRegion), Width: 136},
		{ID: "year", Title: say.Say(words.ColumnYear), Numeric: true},
		{ID: "figures", Title: say.Say(words.ColumnFigures), Numeric: true},
		{ID: "findings", Title: say.Say(words.ColumnFindings), Numeric: true},
		{ID: "errors", Title: say.Say(words.SeverityError), Numeric: true},
		{ID: "file", Title: say.Say(words.ColumnFile), Width: 210},
		{ID: "reason", Title: say.Say(words.ColumnReason), Width: 420},
	}
}

// Cell is the content of a row and column.
func (l *List) Cell(row, col int) tabular.Cell {
	r := l.rows[row]
	if r.line < 0 {
		return l.heading(row, col)
	}
	line := &l.lines[r.line]
	switch col {
	case 0:
		return l.box(row)
	case 1:
		return l.known(line.Unit, line.Group, line.Unit != "")
	case 2:
		return tabular.Cell{Text: line.Region, Tone: tabular.Quiet}
	case 3:
		return l.known(strconv.Itoa(line.Year), line.Group, line.Year != 0)
	case 4:
		return count(line.Figures, tabular.Plain)
	case 5:
		return count(line.Findings, tabular.Plain)
	case 6:
		return count(line.Errors, tabular.Failed)
	case 7:
		return tabular.Cell{Text: line.File, Tone: tabular.Quiet}
	}
	return tabular.Cell{Text: line.Reason}
}

// known is the cell with the name or year of a report. If the user is asked about the
// report, a missing one reads “unknown”.
func (l *List) known(text string, group present.ImportGroup, is bool) tabular.Cell {
	switch {
	case is && group.IsSettled():
		return tabular.Cell{Text: text, Tone: tabular.Quiet}
	case is:
		return tabular.Cell{Text: text}
	case group.IsAsked() && group != present.PasswordLines:
		return tabular.Cell{Text: l.say.Say(words.LineUnknown), Tone: tabular.Doubtful}
	}
	return tabular.Cell{}
}

func (l *List) box(row int) tabular.Cell {
	ids := l.tickable(row)
	switch {
	case len(ids) == 0:
		return tabular.Cell{}
	case l.areTicked(ids):
		return tabular.Cell{Kind: tabular.Ticked}
	}
	return tabular.Cell{Kind: tabular.Unticked}
}

// heading is a cell of the heading of a group.
func (l *List) heading(row, col int) tabular.Cell {
	group := l.rows[row].group
	g, cell := &l.sections[group], tabular.Cell{Head: true}
	switch col {
	case 0:
		cell = l.box(row)
		cell.Head = true
	case 1:
		mark := "▷ "
		if g.isOpen {
			mark = "▽ "
		}
		cell.Text, cell.Bold, cell.Tone = mark+l.say.Say(group.Name())+"  "+present.Count(len(g.lines)), true, tone(group)
	case 2:
		cell.Text, cell.Tone = l.differ(g.changed), tabular.Quiet
	}
	return cell
}

// differ says how many figures are others than before.
func (l *List) differ(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return l.say.Say(words.GroupChangedOne)
	}
	return l.say.Say(words.GroupChanged, present.Count(n))
}

func tone(group present.ImportGroup) tabular.Tone {
	switch {
	case group == present.FailedLines:
		return tabular.Failed
	case group.IsAsked():
		return tabular.Doubtful
	case group.IsSettled():
		return tabular.Quiet
	}
	return tabular.Plain
}

// count leaves a zero out: these are the program's counts, not figures of a report.
func count(n int, tone tabular.Tone) tabular.Cell {
	if n == 0 {
		return tabular.Cell{}
	}
	return tabular.Cell{Text: present.Count(n), Tone: tone}
}
