package present

import (
	"context"
	"slices"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/words"
)

// ItemIDs are the ids of the items that a query may choose: those of its view, in the editions of
// its years.
func ItemIDs(q data.Query) []string {
	var names []string
	for _, c := range (data.Query{View: q.View, FromYear: q.FromYear, ToYear: q.ToYear}).Columns() {
		name := c.Key.Item
		if c.Role == data.MetricColumn {
			name = c.Metric.ID
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// KindIDs are the ids of the applicant kinds, the total among them.
func KindIDs() []string {
	var names []string
	for _, e := range form.Editions() {
		for _, c := range e.Table(form.ApplicationsTable).Columns {
			if !slices.Contains(names, c.ID) {
				names = append(names, c.ID)
			}
		}
	}
	return names
}

// ColumnNames are the ids by which the columns of a query's table are named.
type ColumnNames struct {
	Shown      []string // those that can be hidden and moved
	Figures    []string // those of Shown that do not name a row
	Sorted     []string // those by which rows can be sorted
	Restricted []string // those on which there can be conditions
}

// NamesOfColumns returns the names of the columns of a query's table. If years are side by side,
// only the store knows which.
func NamesOfColumns(ctx context.Context, store *data.Store, q data.Query) (ColumnNames, error) {
	q.Hidden, q.Order, q.Sort, q.Conditions = nil, nil, nil, nil
	t, err := store.First(ctx, q, 1)
	if err != nil {
		return ColumnNames{}, err
	}
	var names ColumnNames
	for _, d := range dimensions(q.Rows, true, words.Chinese) {
		names.Shown = append(names.Shown, d.ID)
		if !d.unsorted {
			names.Sorted = append(names.Sorted, d.ID)
		}
	}
	figures := columnIDs(t.Columns)
	names.Shown, names.Figures = append(names.Shown, figures...), figures
	if q.Rows == data.ItemRows { // these rows are sorted and filtered by the shown columns
		names.Sorted, names.Restricted = append(names.Sorted, figures...), figures
		return names, nil
	}
	if q.HasYear() {
		names.Restricted = append(names.Restricted, data.YearColumn)
	}
	names.Restricted = append(append(names.Restricted, data.FindingsColumn), figures...)
	names.Sorted = append(append(names.Sorted, data.EditionColumn, data.FindingsColumn), figures...)
	if q.Rows != data.FigureRows {
		measures := measureNames(t.Query)
		names.Restricted, names.Sorted = append(names.Restricted, measures...), append(names.Sorted, measures...)
	}
	return names, nil
}

// MeasureIDs are the ids of all figures and metrics: table/item/column and
// metric/id.
func MeasureIDs() []string { return measureNames(data.Query{Rows: data.UnitRows}) }

// measureNames are the ids of all figures and metrics, whether the view shows them or not, with
// their comparisons if the query can compare.
func measureNames(q data.Query) []string {
	all := data.Query{Kinds: KindIDs(), Compare: q.CanCompare()}
	names := columnIDs(all.Columns())
	all.View = data.Measures
	return append(names, columnIDs(all.Columns())...)
}

func columnIDs(columns []data.Column) []string {
	var ids []string
	for _, c := range columns {
		ids = append(ids, c.ID)
	}
	return ids
}
