package ui

import (
	"slices"

	"nianbao/data"
	"nianbao/ui/control"
	"nianbao/ui/words"
)

// tableColumn is a column as lists name it.
type tableColumn struct{ id, name string }

// allColumns are the columns of the table, hidden ones too, in the order of a query: those in front
// of the numbers, the numbers, those behind.
func (p *tablePane) allColumns(order []string) (front, middle, behind []tableColumn) {
	q, say := p.table.Query, p.shell.say
	q.Hidden, q.Order = nil, order
	leads, ends := shownLeads(q, len(p.shell.stock.regions) > 1, say)
	for _, l := range leads {
		front = append(front, tableColumn{l.id, say.Say(l.title)})
	}
	for _, c := range q.Columns() {
		middle = append(middle, tableColumn{c.ID, headedName(&c, say)})
	}
	for _, l := range ends {
		behind = append(behind, tableColumn{l.id, say.Say(l.title)})
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

// hide takes a column out of sight. The first that names the rows stays if it is the last of them.
func (p *tablePane) hide(col int) {
	id := p.sheet.ids[col]
	p.shell.state.change(func(c *Choice) { c.Query.Hidden = toggled(c.Query.Hidden, id) })
}

// canHide tells whether something remains to name the rows, and something to look at.
func (p *tablePane) canHide(col int) bool {
	if _, isFigure := p.sheet.figure(col); isFigure {
		return len(p.table.Columns) > 1
	}
	return col >= p.sheet.leading || p.sheet.leading > 1
}

// move puts a column before another. What names the rows stays in front of the numbers, what
// stands behind them stays there.
func (p *tablePane) move(col, before int) {
	from := p.sheet.ids[col]
	target := ""
	if before < len(p.sheet.ids) {
		target = p.sheet.ids[before]
	}
	front, middle, behind := p.allColumns(p.table.Query.Order)
	var order []string
	for _, part := range [][]tableColumn{front, middle, behind} {
		order = append(order, moved(columnIDs(part), from, target, before > col)...)
	}
	front, middle, behind = p.allColumns(nil)
	if slices.Equal(order, columnIDs(slices.Concat(front, middle, behind))) {
		order = nil // as it was before anything was moved
	}
	p.shell.state.change(func(c *Choice) { c.Query.Order = order })
}

// moved puts an id before another; if that is of another part, at the end that is nearer to it.
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

// showAll brings every column back into sight, in the form's order.
func showAll(c *Choice) { c.Query.Hidden, c.Query.Order = nil, nil }

// hiddenOf are the hidden columns that the query would have.
func hiddenOf(q data.Query, say words.Language) []string {
	hidden := q.Hidden
	q.Hidden = nil
	known := map[string]bool{}
	for _, l := range leads(q.Rows, true, say) {
		known[l.id] = true
	}
	columns := q.Columns()
	if len(columns) == 0 { // the years are not known before the store is asked
		return hidden
	}
	for _, c := range columns {
		known[c.ID] = true
	}
	return slices.DeleteFunc(slices.Clone(hidden), func(id string) bool { return !known[id] })
}

// columnFilters are the chips of hidden and moved columns.
func columnFilters(q data.Query, say words.Language) []filter {
	var list []filter
	if hidden := hiddenOf(q, say); len(hidden) > 0 {
		list = append(list, filter{say.Say(words.ChipHidden, len(hidden)), func(c *Choice) { c.Query.Hidden = nil }})
	}
	if len(q.Order) > 0 {
		list = append(list, filter{say.Say(words.ChipOrder), func(c *Choice) { c.Query.Order = nil }})
	}
	return append(list, sortFilters(q, say)...)
}

// sortFilters are the chips of columns that order the rows without being seen:
// no heading shows the arrow.
func sortFilters(q data.Query, say words.Language) []filter {
	if len(q.Sort) == 0 {
		return nil
	}
	names, shown := map[string]string{}, map[string]bool{}
	for _, l := range leads(q.Rows, true, say) {
		names[l.id], shown[l.id] = say.Say(l.title), !slices.Contains(q.Hidden, l.id)
	}
	columns := q.Columns()
	for _, c := range columns {
		shown[c.ID] = true
	}
	var list []filter
	for _, key := range q.Sort {
		if shown[key.Column] || len(columns) == 0 && !slices.Contains(q.Hidden, key.Column) { // the years are not known before the store is asked
			continue
		}
		name, arrow := names[key.Column], " ↑"
		if name == "" {
			name = columnTitle(key.Column, say)
		}
		if key.Descending {
			arrow = " ↓"
		}
		list = append(list, filter{say.Say(words.ChipSort, name) + arrow, func(c *Choice) {
			c.Query.Sort = slices.DeleteFunc(slices.Clone(c.Query.Sort), func(k data.SortKey) bool { return k.Column == key.Column })
			if len(c.Query.Sort) == 0 {
				c.Query.Sort = nil
			}
		}})
	}
	return list
}

// everyColumn is the line of the list that brings all columns back.
const everyColumn = "*"

// columnTicks are the lines of the list of columns: the ticked ones are shown.
func (p *tablePane) columnTicks() []control.Tick {
	var lines []control.Tick
	q := p.shell.state.choice.Query
	lines = append(lines, control.Tick{ID: everyColumn, Label: p.shell.say.Say(words.ColumnsEvery), On: len(q.Hidden) == 0 && len(q.Order) == 0})
	front, middle, behind := p.allColumns(p.table.Query.Order)
	for _, c := range slices.Concat(front, middle, behind) {
		lines = append(lines, control.Tick{ID: c.id, Label: c.name, On: slices.Contains(p.sheet.ids, c.id)})
	}
	return lines
}

// pickColumn shows or hides a column of the list.
func (p *tablePane) pickColumn(id string) {
	if id == everyColumn {
		p.shell.state.change(showAll)
		return
	}
	if col := slices.Index(p.sheet.ids, id); col >= 0 && !p.canHide(col) {
		return
	}
	p.shell.state.change(func(c *Choice) { c.Query.Hidden = toggled(c.Query.Hidden, id) })
}
