package data

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/data/form"
)

// ColumnRole says what a column shows.
type ColumnRole int

// The roles of a column.
const (
	Dimension ColumnRole = iota // names the row
	FigureColumn
	MetricColumn
	SliceColumn // a year or applicant kind of the measure in Row.Measure
)

// Ids of the columns that name a row.
const (
	UnitColumn     = "unit"
	RegionColumn   = "region"
	YearColumn     = "year"
	EditionColumn  = "edition"
	FindingsColumn = "findings"
	ItemColumn     = "item"
	StatusColumn   = "status"
)

// metricPrefix is the beginning of the id of a metric's column: metric/grant-rate.
const metricPrefix = "metric/"

// valueColumn is the id of the only column of sums or of single figures.
const valueColumn = "value"

// Comparison says which of the two years, or which difference, a column shows.
type Comparison string

// The comparisons with the year before.
const (
	ThisYear Comparison = ""
	Prior    Comparison = "prior"   // 上年
	Change   Comparison = "change"  // 增减, of a count or an amount
	Percent  Comparison = "percent" // 同比, of a count or an amount, in %
	Points   Comparison = "points"  // difference of two rates, in 百分点
)

// Slice is the part of a measure that a column shows.
type Slice struct {
	Year int    // 0: all the years of the row
	Kind string // applicant kind, "": as the measure says
}

// Column is a column of a table. Neighbours with the same Heading are under one
// merged heading.
type Column struct {
	ID      string // of the measure, then of slice and comparison: 2023:metric/grant-rate@prior
	Role    ColumnRole
	Key     form.Key    // of a figure
	Metric  form.Metric // of a metric
	Heading form.Words
	Title   form.Words
	Label   form.Words // full name, for hover, charts and notes
	Unit    string     // 件, 项, 个, 元, 万元, % or 百分点
	Money   bool
	IsGroup bool // the sum of the leaves that follow
	IsTotal bool

	Measure string // id of the measure: table/item/column or metric/…
	Slice   Slice
	Compare Comparison
}

// IsRate reports whether the column's own measure is a rate. The cells of such a column
// have a Rate unless it shows Points, the difference of two rates.
func (c Column) IsRate() bool { return c.Role == MetricColumn && c.Metric.IsRate() }

// IsStock reports whether the column says how many there are at a date: documents
// in force, requests carried over, items at the end of the year before. Such numbers are
// added over bodies of one year, but never over years: a document in force for three
// years is one document.
func (c Column) IsStock() bool {
	_, item, column, ok := form.Describe(c.Key)
	return c.Role == FigureColumn && ok && (column.Stock || item.Stock)
}

// overYears reports whether a sum of the column covers several years: neither the row nor
// the column belongs to one year.
func (q Query) overYears(c Column) bool {
	return !q.Rows.hasYear() && c.Slice.Year == 0 && !q.compares()
}

func metricColumn(m form.Metric) Column {
	return Column{ID: metricPrefix + m.ID, Measure: metricPrefix + m.ID, Role: MetricColumn, Metric: m, Unit: m.Unit,
		Title: m.Name, Label: form.Both(m.Name.Chinese+"："+m.Definition.Chinese, m.Name.English+": "+m.Definition.English)}
}

// figureColumn puts an item's columns under the item if there are several, and an
// item's only column under its group or table.
func figureColumn(k form.Key, several bool) Column {
	t, it, c, _ := form.Describe(k)
	column := Column{ID: k.String(), Measure: k.String(), Role: FigureColumn, Key: k, Unit: c.Unit, Money: c.Money,
		IsGroup: it.IsGroup, IsTotal: it.IsTotal || c.IsTotal && several,
		Label: form.Both(it.Label+" · "+c.Label, it.English+" · "+c.English)}
	switch group := t.Item(it.Group); {
	case several:
		column.Heading, column.Title = it.Name(), c.Name()
	case it.IsGroup:
		column.Heading, column.Title = it.Name(), it.Name()
	case group != nil:
		column.Heading, column.Title = group.Name(), it.Name()
	default:
		column.Heading, column.Title = t.Name(), it.Name()
	}
	return column
}

// name is the heading above a measure's columns of years or comparisons.
func (c Column) name() form.Words {
	if c.Heading == (form.Words{}) || c.Heading == c.Title {
		return c.Title
	}
	if t, _, _, ok := form.Describe(c.Key); ok && c.Heading.Chinese == t.Short {
		return c.Title
	}
	return form.Both(c.Heading.Chinese+"·"+c.Title.Chinese, c.Heading.English+" · "+c.Title.English)
}

// ColumnByID returns the column of a measure, year or comparison with that id, whichever
// query it belongs to; ok is false for an unknown id.
func ColumnByID(id string) (c Column, ok bool) {
	rest, compare, _ := strings.Cut(id, "@")
	slice, measure, isSlice := strings.Cut(rest, ":")
	if !isSlice {
		measure = rest
	}
	c, ok = measureByID(measure)
	if isSlice && ok {
		c, ok = c.sliced(sliceByID(slice))
	}
	if compare == "" || !ok {
		return c, ok
	}
	i := slices.Index(comparisons(c), Comparison(compare))
	if i < 0 {
		return Column{}, false
	}
	return c.compared(Comparison(compare)), true
}

func measureByID(id string) (Column, bool) {
	for _, m := range form.Metrics() {
		if id == metricPrefix+m.ID {
			return metricColumn(m), true
		}
	}
	for _, k := range form.Catalogue() {
		if id == k.String() {
			return figureColumn(k, false), true
		}
	}
	return Column{}, false
}

func sliceByID(id string) Slice {
	if year, err := strconv.Atoi(id); err == nil {
		return Slice{Year: year}
	}
	return Slice{Kind: id}
}

func (s Slice) id() string {
	if s.Year != 0 {
		return strconv.Itoa(s.Year)
	}
	return s.Kind
}

func (s Slice) title() form.Words {
	if s.Year != 0 {
		return form.Both(strconv.Itoa(s.Year), strconv.Itoa(s.Year))
	}
	_, _, c, _ := form.Describe(form.Key{Table: form.ApplicationsTable, Item: "received", Column: s.Kind})
	if c == nil {
		return form.Both("合计", "Total")
	}
	return c.Name()
}
