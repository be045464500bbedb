package ui

import (
	"slices"

	"nianbao/ui/control"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// tableColumn is a column with its name in lists.
type tableColumn struct{ id, name string }

// allColumns are the columns of the table, including hidden ones, in the order of a query: those
// before the numbers, the numbers, those after them.
func (p *tablePane) allColumns(order []string) (front, middle, behind []tableColumn) {
	q, say := p.table.Query, p.shell.say
	q.Hidden, q.Order = nil, order
	leads, ends := present.ShownDimensions(q, len(p.shell.inventory.regions) > 1, say)
	for _, l := range leads {
		front = append(front, tableColumn{l.ID, say.Say(l.Title)})
	}
	for _, c := range q.Columns() {
		middle = append(middle, tableColumn{c.ID, present.FullColumnName(&c, say)})
	}
	for _, l := range ends {
		behind = append(behind, tableColumn{l.ID, say.Say(l.Title)})
	}
	return front, middle, behind
}

func columnIDs(list []tableColumn) []string {
	ids := make([]string, len(list))
	for i, c := range list {
		ids[i] = c.id
	}
	return ids
}

// hide hides a column. The last column that names the rows cannot be hidden.
func (p *tablePane) hide(col int) {
	id := p.sheet.IDs[col]
	p.shell.state.change(func(c *present.Choice) { c.Query.Hidden = present.Toggled(c.Query.Hidden, id) })
}

// canHide reports whether a column that names the rows and a figure would remain.
func (p *tablePane) canHide(col int) bool {
	if _, isFigure := p.sheet.Figure(col); isFigure {
		return len(p.table.Columns) > 1
	}
	return col >= p.sheet.Front || p.sheet.Front > 1
}

// move moves a column before another one. Columns before the numbers stay before them, and columns
// after the numbers stay after them.
func (p *tablePane) move(col, before int) {
	from := p.sheet.IDs[col]
	target := ""
	if before < len(p.sheet.IDs) {
		target = p.sheet.IDs[before]
	}
	front, middle, behind := p.allColumns(p.table.Query.Order)
	var order []string
	for _, part := range [][]tableColumn{front, middle, behind} {
		order = append(order, moved(columnIDs(part), from, target, before > col)...)
	}
	front, middle, behind = p.allColumns(nil)
	if slices.Equal(order, columnIDs(slices.Concat(front, middle, behind))) {
		order = nil // the order from before anything was moved
	}
	p.shell.state.change(func(c *present.Choice) { c.Query.Order = order })
}

// moved moves an id before another one. If that one is in another part, the id goes to
// the end that is nearer to it.
func moved(ids []string, id, before string, forward bool) []string {
	if !slices.Contains(ids, id) {
		return ids
	}
	rest := slices.DeleteFunc(slices.Clone(ids), func(other string) bool { return other == id })
	at := slices.Index(rest, before)
	switch {
	case at >= 0:
	case forward:
		at = len(rest)
	default:
		at = 0
	}
	return slices.Insert(rest, at, id)
}

// showAll shows every column again, in the form's order.
func showAll(c *present.Choice) { c.Query.Hidden, c.Query.Order = nil, nil }

// everyColumn is the id of the line that shows all columns again.
const everyColumn = "*"

// columnTicks are the lines of the list of columns: the ticked ones are shown.
func (p *tablePane) columnTicks() []control.Tick {
	var lines []control.Tick
	q := p.shell.state.choice.Query
	lines = append(lines, control.Tick{ID: everyColumn, Label: p.shell.say.Say(words.ColumnsEvery), On: len(q.Hidden) == 0 && len(q.Order) == 0})
	front, middle, behind := p.allColumns(p.table.Query.Order)
	for _, c := range slices.Concat(front, middle, behind) {
		lines = append(lines, control.Tick{ID: c.id, Label: c.name, On: slices.Contains(p.sheet.IDs, c.id)})
	}
	return lines
}

// pickColumn shows or hides a column of the list.
func (p *tablePane) pickColumn(id string) {
	if id == everyColumn {
		p.shell.state.change(showAll)
		return
	}
	if col := slices.Index(p.sheet.IDs, id); col >= 0 && !p.canHide(col) {
		return
	}
	p.shell.state.change(func(c *present.Choice) { c.Query.Hidden = present.Toggled(c.Query.Hidden, id) })
}
