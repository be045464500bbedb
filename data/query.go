package data

import (
	"slices"

	"nianbao/data/form"
)

// Query is all that a user has chosen: what to look at, of whom, in which
// order. It is a value: a change makes a new one. The zero Query shows all
// reports in force under the view Everything, ordered by region, unit, year.
type Query struct {
	View  View     `json:"view,omitempty"`
	Items []string `json:"items,omitempty"` // item ids within the view; empty: all
	Kinds []string `json:"kinds,omitempty"` // applicant kinds: columns of section 三; empty: the total

	FromYear int      `json:"fromYear,omitempty"` // first reporting year, 0: from the first
	ToYear   int      `json:"toYear,omitempty"`   // last reporting year, 0: to the last
	Units    []Body   `json:"units,omitempty"`    // empty: all
	Regions  []string `json:"regions,omitempty"`  // empty: all
	Editions []string `json:"editions,omitempty"` // empty: all

	WithFindings bool `json:"withFindings,omitempty"` // only reports with findings

	Sort []SortKey `json:"sort,omitempty"` // first key first; then region, unit, year
}

// Body names an administrative body. Region and unit together identify it.
type Body struct {
	Region string `json:"region"`
	Unit   string `json:"unit"`
}

// String is the name in full: 北京市大兴区瀛海镇.
func (b Body) String() string { return b.Region + b.Unit }

// SortKey orders rows by a column. Rows without a value come last in both
// directions.
type SortKey struct {
	Column     string `json:"column"` // id of a Column
	Descending bool   `json:"descending,omitempty"`
}

// View is what a table looks at.
type View string

// The views.
const (
	Everything   View = ""
	Applications View = "applications" // 申请: received, carried over, handled, carried forward
	Outcomes     View = "outcomes"     // 办理结果
	Enforcement  View = "enforcement"  // 执法: licences, penalties, coercive measures
	Disputes     View = "disputes"     // 复议诉讼
	Refusals     View = "refusals"     // 不予公开理由
	Unavailable  View = "unavailable"  // 无法提供理由
	Measures     View = "measures"     // 全部指标
)

// Views lists the views in the order they are offered.
func Views() []View {
	return []View{Applications, Outcomes, Refusals, Unavailable, Enforcement, Disputes, Measures, Everything}
}

// Words are a text in both languages of the program.
type Words struct{ Chinese, English string }

// ColumnRole tells what a column shows.
type ColumnRole int

// The roles of a column.
const (
	Dimension ColumnRole = iota // names the row
	FigureColumn
	MetricColumn
)

// Ids of the columns that name a row.
const (
	UnitColumn     = "unit"
	RegionColumn   = "region"
	YearColumn     = "year"
	EditionColumn  = "edition"
	FindingsColumn = "findings"
)

// metricPrefix begins the id of a metric's column: metric/grant-rate.
const metricPrefix = "metric/"

// Column is a column of a table. Neighbours of equal Heading stand under one
// merged heading.
type Column struct {
	ID      string // form.Key.String of a figure, metric/… of a metric, or a dimension
	Role    ColumnRole
	Key     form.Key    // of a figure
	Metric  form.Metric // of a metric
	Heading Words
	Title   Words
	Label   Words  // name in full, for hover, charts and notes
	Unit    string // 件, 项, 个, 元, 万元 or %
	Money   bool
	IsGroup bool // the sum of the leaves that follow
	IsTotal bool
}

// Columns returns the figure and metric columns of the query, in form order.
func (q Query) Columns() []Column {
	if q.View == Measures {
		return q.metricColumns()
	}
	keys := q.keys()
	columns := make([]Column, len(keys))
	for i, k := range keys {
		columns[i] = figureColumn(k, severalOf(keys, k))
	}
	return columns
}

func (q Query) keys() []form.Key {
	kinds := q.Kinds
	if len(kinds) == 0 {
		kinds = []string{form.TotalColumnID}
	}
	return catalogueKeys(func(t *form.Table, it *form.Item, c *form.Column) bool {
		if len(q.Items) > 0 && !slices.Contains(q.Items, it.ID) {
			return false
		}
		if t.ID == form.ApplicationsTable && !slices.Contains(kinds, c.ID) {
			return false
		}
		return q.shows(t, it, c)
	})
}

// shows tells whether the query's view has the figure.
func (q Query) shows(t *form.Table, it *form.Item, c *form.Column) bool {
	section3 := t.ID == form.ApplicationsTable
	switch q.View {
	case Applications:
		return section3 && it.Side != form.NoSide
	case Outcomes:
		return section3 && it.Heading != ""
	case Refusals:
		return section3 && (it.ID == "refused" || it.Group == "refused")
	case Unavailable:
		return section3 && (it.ID == "unavailable" || it.Group == "unavailable")
	case Enforcement:
		latest := form.Editions()[len(form.Editions())-1]
		return (t.ID == "licensing" || t.ID == "enforcement") && latest.Has(form.Key{Table: t.ID, Item: it.ID, Column: c.ID})
	case Disputes:
		return t.ID == form.ReviewTable
	}
	return q.printed(form.Key{Table: t.ID, Item: it.ID, Column: c.ID})
}

// printed tells whether an edition of the chosen years has the figure.
func (q Query) printed(k form.Key) bool {
	for _, e := range form.Editions() {
		before := q.ToYear != 0 && e.FirstYear > q.ToYear
		after := q.FromYear != 0 && e.LastYear != 0 && e.LastYear < q.FromYear
		t := e.Table(k.Table)
		if !before && !after && t != nil && t.Item(k.Item) != nil && t.Column(k.Column) != nil {
			return true
		}
	}
	return false
}

func (q Query) metricColumns() []Column {
	var columns []Column
	for _, m := range form.Metrics() {
		if len(q.Items) > 0 && !slices.Contains(q.Items, m.ID) {
			continue
		}
		columns = append(columns, metricColumn(m))
	}
	return columns
}

func metricColumn(m form.Metric) Column {
	return Column{ID: metricPrefix + m.ID, Role: MetricColumn, Metric: m, Unit: m.Unit,
		Title: Words{m.Name, m.English}, Label: Words{m.Name + "：" + m.Definition, m.English + ": " + m.Defined}}
}

// severalOf tells whether an item has more than one column among the keys.
func severalOf(keys []form.Key, k form.Key) bool {
	for _, other := range keys {
		if other.Table == k.Table && other.Item == k.Item && other.Column != k.Column {
			return true
		}
	}
	return false
}

// figureColumn heads an item's several columns by the item, an item's only
// column by its group or table.
func figureColumn(k form.Key, several bool) Column {
	t, it, c, _ := form.Describe(k)
	column := Column{ID: k.String(), Role: FigureColumn, Key: k, Unit: c.Unit, Money: c.Money, IsGroup: it.IsGroup, IsTotal: it.IsTotal || c.IsTotal && several,
		Label: Words{it.Label + " · " + c.Label, it.English + " · " + c.English}}
	switch group := t.Item(it.Group); {
	case several:
		column.Heading, column.Title = Words{it.Short, it.English}, Words{c.Short, c.English}
	case it.IsGroup:
		column.Heading, column.Title = Words{it.Short, it.English}, Words{it.Short, it.English}
	case group != nil:
		column.Heading, column.Title = Words{group.Short, group.English}, Words{it.Short, it.English}
	default:
		column.Heading, column.Title = Words{t.Short, t.English}, Words{it.Short, it.English}
	}
	return column
}

// ColumnByID returns the figure or metric column of that id, whatever query
// it belongs to; ok is false for an unknown id.
func ColumnByID(id string) (c Column, ok bool) {
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
