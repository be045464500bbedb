package present

import (
	"nianbao/data"
	"nianbao/data/form"
)

// Choice is everything that the user has chosen to look at. It is a value: a change makes
// a new one, with copies of the lists it changes, because the history keeps the old ones.
type Choice struct {
	Query data.Query
	Year  int    // for panes that show one year; 0 is the latest
	Item  string // id of the column that a chart draws; "" is the first of the view
	Chart ChartLook
	// The findings have filters of their own, besides those of the query.
	Severities   []form.Severity
	Rules        []form.RuleID
	FindingYears []int
	AllFindings  bool // show hints and ignored findings too, not only problems
}

// Column is the column that the trend draws: the chosen one if the view has it, else another
// column of the same item, else the first column of the view.
func (c Choice) Column() (data.Column, bool) {
	columns := measured(c.Query).Columns()
	for _, column := range columns {
		if column.ID == c.Item {
			return column, true
		}
	}
	if len(columns) == 0 {
		return data.Column{}, false
	}
	if was, ok := data.ColumnByID(c.Item); ok {
		for _, column := range columns {
			if column.Role == data.FigureColumn && column.Key.Table == was.Key.Table && column.Key.Item == was.Key.Item {
				return column, true
			}
		}
	}
	return columns[0], true
}
