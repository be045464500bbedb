package present

import (
	"slices"

	"nianbao/data"
)

// ChartLook holds the settings of the charts pane.
type ChartLook struct {
	Kind      ChartName // "" is the trend
	Split     ChartSplit
	Counts    bool
	OwnScales bool `json:"Own"`  // saved views have this name
	ShowText  bool `json:"Twin"` // saved views have this name; it shows the text equivalent below the chart
}

// Request asks for the chart of the choice.
func (c Choice) Request() ChartRequest {
	r := ChartRequest{Kind: c.Chart.Kind, Query: c.Query, Split: c.Chart.Split, Year: c.Year, Counts: c.Chart.Counts, OwnScales: c.Chart.OwnScales}
	if r.Kind == "" {
		r.Kind = TrendChart
	}
	kind, _ := ChartKindByName(r.Kind)
	if kind.Fits != nil {
		if column, ok := c.chartColumn(kind); ok {
			r.Item = column.ID
		}
	}
	if !slices.Contains(kind.Splits, r.Split) {
		r.Split = ""
	}
	return r
}

// chartColumn is the column that a chart draws: the chosen one if it suits the kind, else the
// column of the view that is nearest to it, else the kind's own.
func (c Choice) chartColumn(k ChartKind) (data.Column, bool) {
	if chosen, ok := data.ColumnByID(c.Item); ok && chosen.Role == data.MetricColumn && k.Fits(chosen) {
		return chosen, true
	}
	if column, ok := c.Column(); ok && k.Fits(column) && (c.Item != "" || k.item == ReceivedItem) {
		return column, true
	}
	return data.ColumnByID(k.item)
}

// ChartColumns are the columns that suit a kind: all rates and counts, then those of the view.
func (c Choice) ChartColumns(k ChartKind) []data.Column {
	var list []data.Column
	for _, column := range append((data.Query{View: data.Measures}).Columns(), measured(c.Query).Columns()...) {
		if k.Fits(column) && column.Role != data.SliceColumn && !slices.ContainsFunc(list, func(c data.Column) bool { return c.ID == column.ID }) {
			list = append(list, column)
		}
	}
	return list
}
