package present

import (
	"slices"

	"nianbao/data"
	"nianbao/ui/words"
)

// GrainName names what each row is.
func GrainName(g data.Grain) words.Word {
	switch g {
	case data.UnitRows:
		return words.GrainUnit
	case data.RegionRows:
		return words.GrainRegion
	case data.RegionYearRows:
		return words.GrainRegionYear
	case data.YearRows:
		return words.GrainYear
	case data.ItemRows:
		return words.GrainItem
	case data.FigureRows:
		return words.GrainFigure
	}
	return words.GrainReport
}

// AxisName names what the columns are.
func AxisName(a data.Axis) words.Word {
	switch a {
	case data.YearAxis:
		return words.AxisYear
	case data.KindAxis:
		return words.AxisKind
	}
	return words.AxisMeasure
}

// SetGrain changes what a row is. Order, conditions and hidden columns name columns. Names that
// rows of the new grain do not have are dropped, because a query with them would fail.
func SetGrain(c *Choice, g data.Grain) {
	if g == c.Query.Rows {
		return
	}
	c.Query.Rows = g
	c.Query.Sort, c.Query.Conditions, c.Query.Hidden, c.Query.Order = nil, nil, nil, nil
	if !FitsAxis(g, c.Query.Across) {
		c.Query.Across = data.MeasureAxis
	}
}

// FitsAxis reports whether an axis adds anything to rows of a grain.
func FitsAxis(g data.Grain, a data.Axis) bool {
	switch {
	case g == data.FigureRows:
		return a == data.MeasureAxis
	case a == data.YearAxis:
		return g == data.UnitRows || g == data.RegionRows || g == data.ItemRows
	}
	return true
}

// SetAxis changes what the columns are.
func SetAxis(c *Choice, a data.Axis) {
	if a == c.Query.Across {
		return
	}
	c.Query.Across = a
	c.Query.Sort, c.Query.Hidden, c.Query.Order = KeepDimensions(c.Query.Sort), nil, nil
	if c.Query.Rows == data.ItemRows {
		c.Query.Conditions = nil
	}
}

// SetCompare shows or hides last year's number and the change.
func SetCompare(c *Choice, on bool) {
	c.Query.Compare = on
	c.Query.Sort, c.Query.Hidden, c.Query.Order = KeepDimensions(c.Query.Sort), nil, nil
}

// measured is the query with each of its measures once, for charts.
func measured(q data.Query) data.Query {
	q.Rows, q.Across, q.Compare, q.Hidden, q.Order = data.ReportRows, data.MeasureAxis, false, nil, nil
	return q
}

// grainFilters are the chips for rows, columns and comparison that differ from the default.
func grainFilters(q data.Query, say words.Language) []Filter {
	var list []Filter
	if q.Rows != data.ReportRows {
		list = append(list, Filter{say.Say(words.ChipRows, say.Say(GrainName(q.Rows))), func(c *Choice) { SetGrain(c, data.ReportRows) }})
	}
	if q.Across != data.MeasureAxis {
		list = append(list, Filter{say.Say(words.ChipAcross, say.Say(AxisName(q.Across))), func(c *Choice) { SetAxis(c, data.MeasureAxis) }})
	}
	if q.Compare && q.CanCompare() {
		list = append(list, Filter{say.Say(words.CompareToggle), func(c *Choice) { SetCompare(c, false) }})
	}
	return append(list, columnFilters(q, say)...)
}

// KeepDimensions drops sort keys that another view does not have.
func KeepDimensions(order []data.SortKey) []data.SortKey {
	dimensions := []string{data.UnitColumn, data.RegionColumn, data.YearColumn, data.EditionColumn, data.FindingsColumn}
	order = slices.DeleteFunc(slices.Clone(order), func(k data.SortKey) bool { return !slices.Contains(dimensions, k.Column) })
	if len(order) == 0 {
		return nil
	}
	return order
}
