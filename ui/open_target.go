package ui

import (
	"nianbao/data"
	"nianbao/ui/present"
)

// openTarget opens the report of a target at its figure, or the table if the target has several
// reports.
func (s *shell) openTarget(p present.Target) {
	if len(p.Bodies) == 1 && p.Year != 0 {
		s.openReport(present.ReportName{Body: p.Bodies[0], Year: p.Year}, nil, p.Cell)
		return
	}
	s.openTable(p)
}

// openTable shows the reports of a target in the table.
func (s *shell) openTable(p present.Target) {
	s.jump(func() { s.showTable(p) })
}

func (s *shell) showTable(p present.Target) {
	s.state.change(func(c *present.Choice) {
		q := data.Query{View: p.View, Kinds: p.Kinds, FromYear: c.Query.FromYear, ToYear: c.Query.ToYear, Units: c.Query.Units, Regions: c.Query.Regions}
		if len(p.Bodies) > 0 {
			q.Units, q.Regions = p.Bodies, nil
		}
		if len(p.Regions) > 0 {
			q.Regions = p.Regions
		}
		if p.Year != 0 {
			q.FromYear, q.ToYear = p.Year, p.Year
		}
		c.Query = q
	})
	s.state.open(TablePane)
}

// openChart shows a chart in the charts pane.
func (s *shell) openChart(r present.ChartRequest) {
	s.jump(func() {
		s.state.change(func(c *present.Choice) {
			c.Chart = present.ChartLook{Kind: r.Kind, Split: r.Split, Counts: r.Counts, OwnScales: r.OwnScales, ShowText: c.Chart.ShowText}
			c.Year = r.Year
			if r.Item != "" {
				c.Item = r.Item
			}
		})
		s.state.open(ChartPane)
	})
}
