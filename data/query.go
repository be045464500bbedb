package data

import (
	"slices"
	"strings"

	"nianbao/data/form"
)

// Query is everything that a user has chosen: what to look at, of which bodies, in which
// order. It is a value: a change makes a new one. The zero Query shows all reports in
// force in the view Everything, ordered by region, unit and year.
type Query struct {
	View  View     `json:"view,omitempty"`
	Items []string `json:"items,omitempty"` // item ids within the view; empty: all
	Kinds []string `json:"kinds,omitempty"` // applicant kinds: columns of section 三; empty: the total

	Rows    Grain    `json:"rows,omitempty"`    // what a row is
	Across  Axis     `json:"across,omitempty"`  // what the columns are
	Compare bool     `json:"compare,omitempty"` // last year and the change beside each measure
	Hidden  []string `json:"hidden,omitempty"`  // ids of columns that are not shown
	Order   []string `json:"order,omitempty"`   // ids of columns that come first

	FromYear  int           `json:"fromYear,omitempty"`  // first reporting year, 0: from the first
	ToYear    int           `json:"toYear,omitempty"`    // last reporting year, 0: to the last
	Units     []Body        `json:"units,omitempty"`     // empty: all
	Regions   []string      `json:"regions,omitempty"`   // empty: all
	UnitKinds []UnitKind    `json:"unitKinds,omitempty"` // empty: all
	Editions  []string      `json:"editions,omitempty"`  // empty: all
	Statuses  []form.Status `json:"statuses,omitempty"`  // only reports with such a figure in the view; empty: all

	WithFindings bool        `json:"withFindings,omitempty"` // only reports with findings
	Conditions   []Condition `json:"conditions,omitempty"`   // on columns; all must hold

	Sort []SortKey `json:"sort,omitempty"` // first key first; then region, unit, year

	extra clauses // further conditions on reports, added while the query runs
	apart clauses // those of them that leave out reports of last year too: see WithoutWholes
	span  span    // set while the query runs
}

// span says which ends of the range of years were filled in from the reports
// themselves and so need no filter.
type span struct{ from, to bool }

// Body names an administrative body. Region and unit together identify it.
type Body struct {
	Region string `json:"region"`
	Unit   string `json:"unit"`
}

// String is the name in full: 北京市大兴区瀛海镇.
func (b Body) String() string { return b.Region + b.Unit }

// SortKey orders rows by a column. Rows without a value come last in either direction.
type SortKey struct {
	Column     string `json:"column"` // id of a Column
	Descending bool   `json:"descending,omitempty"`
}

// Grain is what a row of a table is.
type Grain string

// The grains. In all but ReportRows and FigureRows a row sums up reports: counts
// are added, rates are recomputed from the sums.
const (
	ReportRows     Grain = ""             // a body and year
	UnitRows       Grain = "units"        // a body, over the years chosen
	RegionRows     Grain = "regions"      // a region, over the years chosen
	RegionYearRows Grain = "region-years" // a region and year
	YearRows       Grain = "years"        // a year
	ItemRows       Grain = "items"        // an item or metric of the view
	FigureRows     Grain = "figures"      // a single figure of a report
)

// Grains lists the grains in the order they are offered.
func Grains() []Grain {
	return []Grain{ReportRows, UnitRows, RegionRows, RegionYearRows, YearRows, ItemRows, FigureRows}
}

// Axis is what the columns of a table are.
type Axis string

// The axes. If the rows are items, MeasureAxis is one column of sums.
const (
	MeasureAxis Axis = ""      // the items or metrics of the view
	YearAxis    Axis = "years" // each of them for every reporting year
	KindAxis    Axis = "kinds" // each of them for every applicant kind
)

// Axes lists the axes in the order they are offered.
func Axes() []Axis { return []Axis{MeasureAxis, YearAxis, KindAxis} }

// sumsBodies reports whether a row sums up several bodies.
func (g Grain) sumsBodies() bool {
	return g == RegionRows || g == RegionYearRows || g == YearRows || g == ItemRows
}

// hasYear reports whether a row belongs to one year.
func (g Grain) hasYear() bool { return g == ReportRows || g == RegionYearRows || g == YearRows }

// CanCompare reports whether the query can show last year and the change beside its
// measures: a row or a column must belong to a single year.
func (q Query) CanCompare() bool {
	return q.Rows != FigureRows && (q.Rows.hasYear() || q.byYear() || q.FromYear != 0 && q.FromYear == q.ToYear)
}

// HasYear reports whether every row belongs to one year, so that a table can be
// split by year.
func (q Query) HasYear() bool { return q.Rows.hasYear() || q.Rows == FigureRows }

// byYear reports whether the years are columns. They are not if a row already
// belongs to one year.
func (q Query) byYear() bool {
	return q.Across == YearAxis && !q.Rows.hasYear() && q.Rows != FigureRows
}

// compares reports whether the query has comparison columns.
func (q Query) compares() bool { return q.Compare && q.CanCompare() }

// comparing reports whether the query needs the year before: for columns, for the
// order or for a condition.
func (q Query) comparing() bool {
	return q.compares() || q.CanCompare() && (slices.ContainsFunc(q.Sort, SortKey.compares) || slices.ContainsFunc(q.Conditions, Condition.compares))
}

// Normalised is the query without sort keys and conditions on comparisons if it
// cannot compare years.
func (q Query) Normalised() Query {
	if q.CanCompare() {
		return q
	}
	if slices.ContainsFunc(q.Sort, SortKey.compares) {
		q.Sort = slices.DeleteFunc(slices.Clone(q.Sort), SortKey.compares)
	}
	if slices.ContainsFunc(q.Conditions, Condition.compares) {
		q.Conditions = slices.DeleteFunc(slices.Clone(q.Conditions), Condition.compares)
	}
	return q
}

// term is the SQL of ordering by an expression.
func (k SortKey) term(expression string) string {
	if k.Descending {
		expression += ` DESC`
	}
	return expression + ` NULLS LAST`
}

func (k SortKey) compares() bool { return strings.Contains(k.Column, "@") }

func (c Condition) compares() bool { return strings.Contains(c.Column, "@") }
