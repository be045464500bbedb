package present

import (
	"nianbao/data"
	"nianbao/ui/chart"
)

// Show makes a target show a column, in the view with the fewest columns that has it.
func (p *Target) Show(c data.Column) {
	id, q := c.ID, data.Query{}
	if c.Role == data.MetricColumn && !c.IsRate() && len(c.Metric.Numerator) == 1 {
		id = c.Metric.Numerator[0].Key.String() // a metric that counts one figure is that figure of the form
	}
	if c.Role == data.FigureColumn {
		q = ofItem(q, c)
	}
	for _, view := range data.Views() {
		q := data.Query{View: view, Kinds: q.Kinds}
		for _, other := range q.Columns() {
			if other.ID == id {
				p.View, p.Kinds, p.Cell = view, q.Kinds, other.Key
				return
			}
		}
	}
}

// atUnit returns a DrillDown from a mark of a unit or region to its report of the year.
func atUnit(year int, c data.Column) func(chart.Hit) (Target, bool) {
	return func(h chart.Hit) (Target, bool) {
		p := targetOf(h.Key, year)
		p.Show(c)
		return p, p.known()
	}
}

// known reports whether the target names a body or region.
func (p Target) known() bool { return len(p.Bodies) > 0 || len(p.Regions) > 0 }
