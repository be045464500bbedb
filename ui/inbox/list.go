package inbox

import (
	"slices"
	"strconv"

	"nianbao/ui/present"
	"nianbao/ui/words"
)

// Line is what the list shows of one line of an import.
type Line struct {
	ID                        int // of the line, for the owner
	Group                     present.ImportGroup
	Unit, Region              string
	Year                      int // 0 if unknown
	Figures, Findings, Errors int
	Changed                   int // figures that differ from the report that was replaced
	File, Reason              string
	Answerable                bool // an answer can be given for it together with others
}

// List is the rows of a grid: the lines of an import below the headings of their groups.
type List struct {
	say      words.Language
	lines    []Line
	flat     bool
	sections [present.ImportGroups]section
	fold     map[present.ImportGroup]bool // groups that the user closed or opened: whether they are closed
	ticks    map[int]bool                 // by ID
	rows     []row
}

// section is what a group has.
type section struct {
	lines   []int
	ids     []int // of lines that can be ticked
	changed int
	isOpen  bool
}

// row is a line, or the heading of a group.
type row struct {
	group present.ImportGroup
	line  int // in lines; -1 for a heading
}

// NewList returns an empty list.
func NewList(say words.Language) *List {
	return &List{say: say, fold: map[present.ImportGroup]bool{}, ticks: map[int]bool{}}
}

// SetLines shows lines in groups, each group in the order given but for candidates, which
// stand together; flat shows them without headings in their order.
func (l *List) SetLines(lines []Line, flat bool) {
	l.lines, l.flat = lines, flat
	l.layOut()
}

// Reset unticks everything and opens and closes the groups as at first.
func (l *List) Reset() {
	clear(l.fold)
	clear(l.ticks)
}

func (l *List) layOut() {
	l.rows, l.sections = nil, [present.ImportGroups]section{}
	first := map[string]int{} // line of a body and year
	for i := range l.lines {
		line := &l.lines[i]
		if l.flat {
			l.rows = append(l.rows, row{line.Group, i})
		}
		if name := line.rival(); line.Group == present.RivalLines {
			if _, ok := first[name]; !ok {
				first[name] = i
			}
		}
		g := &l.sections[line.Group]
		g.lines = append(g.lines, i)
		g.changed += line.Changed
		if line.Answerable {
			g.ids = append(g.ids, line.ID)
		}
	}
	if l.flat {
		return
	}
	slices.SortStableFunc(l.sections[present.RivalLines].lines, func(a, b int) int { return first[l.lines[a].rival()] - first[l.lines[b].rival()] })
	used := 0
	for i := range l.sections {
		if len(l.sections[i].lines) > 0 {
			used++
		}
	}
	for i := range l.sections {
		g, group := &l.sections[i], present.ImportGroup(i)
		if len(g.lines) == 0 {
			continue
		}
		l.rows = append(l.rows, row{group, -1})
		closed, chosen := l.fold[group]
		if g.isOpen = !closed; !chosen { // groups that need no attention are collapsed at first
			g.isOpen = !group.IsSettled() || used == 1
		}
		if !g.isOpen {
			continue
		}
		for _, i := range g.lines {
			l.rows = append(l.rows, row{group, i})
		}
	}
}

// rival names body and year, for candidates.
func (l *Line) rival() string { return l.Unit + " " + strconv.Itoa(l.Year) }

// Rows is the number of rows.
func (l *List) Rows() int { return len(l.rows) }

// Line is the line in a row, or -1 for a heading.
func (l *List) Line(row int) int {
	if row < 0 || row >= len(l.rows) {
		return -1
	}
	return l.rows[row].line
}

// Row is the row of a line, -1 if its group is closed.
func (l *List) Row(line int) int {
	return slices.IndexFunc(l.rows, func(r row) bool { return r.line == line })
}

// Group is the group of the heading in a row.
func (l *List) Group(row int) (group present.ImportGroup, isHeading bool) {
	if row < 0 || row >= len(l.rows) || l.rows[row].line >= 0 {
		return 0, false
	}
	return l.rows[row].group, true
}

// Fold closes or opens the group of a heading. It reports whether the row is one.
func (l *List) Fold(row int) bool {
	group, isHeading := l.Group(row)
	if !isHeading {
		return false
	}
	l.fold[group] = l.sections[group].isOpen
	l.layOut()
	return true
}

// Open opens the group of a line.
func (l *List) Open(line int) {
	l.fold[l.lines[line].Group] = false
	l.layOut()
}

// Tick ticks a line or, on a heading, its whole group, or removes the ticks. It reports
// whether the row can be ticked.
func (l *List) Tick(row int) bool {
	ids := l.tickable(row)
	all := l.areTicked(ids)
	for _, id := range ids {
		l.ticks[id] = !all
	}
	return len(ids) > 0
}

// tickable returns the IDs of the lines of a row that can be ticked.
func (l *List) tickable(row int) []int {
	switch line := l.Line(row); {
	case l.flat:
	case line >= 0 && l.lines[line].Answerable:
		return []int{l.lines[line].ID}
	case line < 0 && row >= 0 && row < len(l.rows):
		return l.sections[l.rows[row].group].ids
	}
	return nil
}

func (l *List) areTicked(ids []int) bool {
	return len(ids) > 0 && !slices.ContainsFunc(ids, func(id int) bool { return !l.ticks[id] })
}

// Chosen are the lines that an answer is for: those that are ticked, else those between two
// rows, where a heading alone stands for its group.
func (l *List) Chosen(from, to int) (lines []int) {
	group, isHeading := l.Group(from)
	for i := range l.lines {
		if l.ticks[l.lines[i].ID] {
			lines = append(lines, i)
		}
	}
	if len(lines) > 0 {
		return lines
	}
	if isHeading && from == to {
		return l.sections[group].lines
	}
	for r := max(from, 0); r <= to && r < len(l.rows); r++ {
		if l.rows[r].line >= 0 {
			lines = append(lines, l.rows[r].line)
		}
	}
	return lines
}
