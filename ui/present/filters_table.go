package present

import (
	"slices"

	"nianbao/data"
	"nianbao/ui/words"
)

// hiddenOf are the hidden columns, of those that the query would have.
func hiddenOf(q data.Query, say words.Language) []string {
	hidden := q.Hidden
	q.Hidden = nil
	known := map[string]bool{}
	for _, l := range dimensions(q.Rows, true, say) {
		known[l.ID] = true
	}
	columns := q.Columns()
	if len(columns) == 0 { // only the store knows the years
		return hidden
	}
	for _, c := range columns {
		known[c.ID] = true
	}
	return slices.DeleteFunc(slices.Clone(hidden), func(id string) bool { return !known[id] })
}

// columnFilters are the chips of hidden and moved columns.
func columnFilters(q data.Query, say words.Language) []Filter {
	var list []Filter
	if hidden := hiddenOf(q, say); len(hidden) > 0 {
		list = append(list, Filter{say.Say(words.ChipHidden, len(hidden)), func(c *Choice) { c.Query.Hidden = nil }})
	}
	if len(q.Order) > 0 {
		list = append(list, Filter{say.Say(words.ChipOrder), func(c *Choice) { c.Query.Order = nil }})
	}
	return append(list, sortFilters(q, say)...)
}

// sortFilters are chips for columns that sort the rows and are not visible: no heading shows their
// arrow.
func sortFilters(q data.Query, say words.Language) []Filter {
	if len(q.Sort) == 0 {
		return nil
	}
	names, shown := map[string]string{}, map[string]bool{}
	for _, l := range dimensions(q.Rows, true, say) {
		names[l.ID], shown[l.ID] = say.Say(l.Title), !slices.Contains(q.Hidden, l.ID)
	}
	columns := q.Columns()
	for _, c := range columns {
		shown[c.ID] = true
	}
	var list []Filter
	for _, key := range q.Sort {
		if shown[key.Column] || len(columns) == 0 && !slices.Contains(q.Hidden, key.Column) { // only the store knows the years
			continue
		}
		name, arrow := names[key.Column], " ↑"
		if name == "" {
			name = ColumnTitle(key.Column, say)
		}
		if key.Descending {
			arrow = " ↓"
		}
		list = append(list, Filter{say.Say(words.ChipSort, name) + arrow, func(c *Choice) {
			c.Query.Sort = slices.DeleteFunc(slices.Clone(c.Query.Sort), func(k data.SortKey) bool { return k.Column == key.Column })
			if len(c.Query.Sort) == 0 {
				c.Query.Sort = nil
			}
		}})
	}
	return list
}
