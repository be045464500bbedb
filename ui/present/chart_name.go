package present

import (
	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/words"
)

// ColumnName names a column outside its table, as in the title of a chart: with its group if the
// name alone says too little, and with the form's column if the item has several.
func ColumnName(c data.Column, say words.Language) string {
	t, it, col, ok := form.Describe(c.Key)
	if c.Role != data.FigureColumn || !ok {
		return say.Say(c.Title)
	}
	name := say.Say(it.Name())
	if group := t.Item(it.Group); group != nil {
		name = say.Say(group.Name()) + " · " + name
	}
	isOnly := len(t.Columns) == 1 || t.ID == form.ApplicationsTable && c.Key.Column == form.TotalColumnID
	if isOnly || !several(c.Key) {
		return name
	}
	return name + " · " + say.Say(col.Name())
}

// several reports whether an edition prints more than one column of an item.
func several(k form.Key) bool {
	n := 0
	for _, other := range form.Catalogue() {
		if other.Table == k.Table && other.Item == k.Item {
			n++
		}
	}
	return n > 1
}

// definition is a metric's formula in words.
func definition(c data.Column, say words.Language) string {
	return say.Say(c.Metric.Definition)
}

// definedAs is a rate's formula for a subtitle; a count needs none.
func definedAs(c data.Column, say words.Language) string {
	if !c.IsRate() {
		return ""
	}
	return " · " + say.Say(words.TrendDefinition, definition(c, say))
}

// headOf is the heading of what the rows of a chart are.
func headOf(split ChartSplit, say words.Language) string {
	switch split {
	case ByRegion:
		return say.Say(words.ColumnRegion)
	case ByYear:
		return say.Say(words.ColumnYear)
	}
	return say.Say(words.ColumnUnit)
}
