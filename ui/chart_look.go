package ui

import (
	"slices"

	"nianbao/data"
)

// ChartLook is how the pane of charts looks at the figures.
type ChartLook struct {
	Kind   ChartKind // "" is the trend
	Split  ChartSplit
	Counts bool
	Own    bool
	Twin   bool // the numbers in words below the chart
}

// request is the chart that the choice asks for.
func (c Choice) request() ChartRequest {
	r := ChartRequest{Kind: c.Chart.Kind, Query: c.Query, Split: c.Chart.Split, Year: c.Year, Counts: c.Chart.Counts, Own: c.Chart.Own}
	if r.Kind == "" {
		r.Kind = TrendChart
	}
	kind, _ := kindOf(r.Kind)
	if kind.fits != nil {
		if column, ok := c.chartColumn(kind); ok {
			r.Item = column.ID
		}
	}
	if !slices.Contains(kind.splits, r.Split) {
		r.Split = ""
	}
	return r
}

// chartColumn is the column a chart draws: the chosen one if it suits the kind, else the view's
// nearest to it, else the kind's own.
func (c Choice) chartColumn(k chartKind) (data.Column, bool) {
	if chosen, ok := data.ColumnByID(c.Item); ok && chosen.Role == data.MetricColumn && k.fits(chosen) {
		return chosen, true
	}
	if column, ok := c.column(); ok && k.fits(column) && (c.Item != "" || k.item == receivedItem) {
		return column, true
	}
	return data.ColumnByID(k.item)
}

// chartColumns are the columns that suit a kind: all rates and counts, then those of the view.
func (c Choice) chartColumns(k chartKind) []data.Column {
	var list []data.Column
	for _, column := range append((data.Query{View: data.Measures}).Columns(), measured(c.Query).Columns()...) {
		if k.fits(column) && column.Role != data.SliceColumn && !slices.ContainsFunc(list, func(c data.Column) bool { return c.ID == column.ID }) {
			list = append(list, column)
		}
	}
	return list
}

// openChart shows a chart in the pane of charts.
func (s *shell) openChart(r ChartRequest) {
	s.state.change(func(c *Choice) {
		c.Chart = ChartLook{Kind: r.Kind, Split: r.Split, Counts: r.Counts, Own: r.Own, Twin: c.Chart.Twin}
		c.Year = r.Year
		if r.Item != "" {
			c.Item = r.Item
		}
	})
	s.state.open(ChartPane)
}
