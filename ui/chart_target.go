package ui

import (
	"nianbao/data"
	"nianbao/ui/chart"
)

// show makes a target show a column, in the narrowest view that has it.
func (p *target) show(c data.Column) {
	id, q := c.ID, data.Query{}
	if c.Role == data.MetricColumn && !c.IsRate() && len(c.Metric.Numerator) == 1 {
		id = c.Metric.Numerator[0].Key.String() // a count is a figure of the form
	}
	if c.Role == data.FigureColumn {
		q = ofItem(q, c)
	}
	for _, view := range data.Views() {
		q := data.Query{View: view, Kinds: q.Kinds}
		for _, other := range q.Columns() {
			if other.ID == id {
				p.view, p.kinds, p.cell = view, q.Kinds, other.Key
				return
			}
		}
	}
}

// atUnit leads from a row or dot of a unit or region to its report of the year.
func atUnit(year int, c data.Column) func(chart.Hit) (target, bool) {
	return func(h chart.Hit) (target, bool) {
		p := targetOf(h.Key, year)
		p.show(c)
		return p, p.known()
	}
}

// known tells whether the target is that of a body or region at all.
func (p target) known() bool { return len(p.bodies) > 0 || len(p.regions) > 0 }

// openTarget shows a report with the figure that is meant, or where there are several the table.
func (s *shell) openTarget(p target) {
	if len(p.bodies) == 1 && p.year != 0 {
		s.openReport(reportName{p.bodies[0], p.year}, nil, p.cell)
		return
	}
	s.openTable(p)
}

// openTable shows what a target stands for in the table.
func (s *shell) openTable(p target) {
	s.state.change(func(c *Choice) {
		q := data.Query{View: p.view, Kinds: p.kinds, FromYear: c.Query.FromYear, ToYear: c.Query.ToYear, Units: c.Query.Units, Regions: c.Query.Regions}
		if len(p.bodies) > 0 {
			q.Units, q.Regions = p.bodies, nil
		}
		if len(p.regions) > 0 {
			q.Regions = p.regions
		}
		if p.year != 0 {
			q.FromYear, q.ToYear = p.year, p.year
		}
		c.Query = q
	})
	s.state.open(TablePane)
}
