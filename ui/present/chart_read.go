package present

import (
	"context"
	"path/filepath"
	"strconv"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/chart"
	"nianbao/ui/words"
)

// ofYear narrows a query to one year.
func ofYear(q data.Query, year int) data.Query {
	q.FromYear, q.ToYear = year, year
	return q
}

// LatestYear returns the wanted year or, if it has no report, the nearest earlier year with a
// report, else the nearest later one. If wanted is 0, it returns the latest year. It returns 0
// if there are no reports.
func LatestYear(ctx context.Context, store *data.Store, q data.Query, wanted int) (int, error) {
	facets, err := store.Facets(ctx, q, data.YearList)
	if err != nil {
		return 0, err
	}
	latest := 0
	for _, y := range YearsWithin(facets.Years, q) {
		if wanted == 0 || y <= wanted || latest == 0 {
			latest = y
		}
	}
	return latest, nil
}

// YearsWithin are the years within a query's range.
func YearsWithin(years []data.YearFacet, q data.Query) []int {
	var list []int
	for _, y := range years {
		if (q.FromYear == 0 || y.Year >= q.FromYear) && (q.ToYear == 0 || y.Year <= q.ToYear) {
			list = append(list, y.Year)
		}
	}
	return list
}

// ofItem is the query with a column as its only measure.
func ofItem(q data.Query, c data.Column) data.Query {
	if c.Role == data.MetricColumn {
		q.View, q.Items = data.Measures, []string{c.Metric.ID}
		return q
	}
	q.View, q.Items, q.Kinds = data.Everything, []string{c.Key.Item}, nil
	if c.Key.Table == form.ApplicationsTable {
		q.Kinds = []string{c.Key.Column}
	}
	return q
}

// numbers is the result of a query, with its columns by id.
type numbers struct {
	*data.Table
	place map[string]int
}

func readNumbers(ctx context.Context, store *data.Store, q data.Query) (numbers, error) {
	table, err := store.Table(ctx, q, data.Page{Limit: chartRows})
	if err != nil {
		return numbers{}, err
	}
	n := numbers{table, map[string]int{}}
	for i, c := range table.Columns {
		n.place[c.ID] = i
	}
	return n, nil
}

// cell is a row's cell in a column; it is missing if the table does not have the column.
func (n numbers) cell(row data.Row, column string) data.Cell {
	i, ok := n.place[column]
	if !ok {
		return data.Cell{Status: data.Missing}
	}
	return row.Cells[i]
}

// cellValue is a cell as a chart draws it: a number, or the reason why there is none.
func cellValue(c data.Cell, column data.Column, say words.Language) chart.Value {
	switch {
	case c.Note == data.TooLargeSum:
		return chart.Value{Text: say.Say(words.TooLarge)}
	case c.Rate != nil:
		v := chart.Value{Text: cellText(c, column, say)}
		v.Number, v.Known = c.Rate.Share()
		return v
	case c.Status.HasValue():
		return chart.KnownValue(c.Value.Float())
	case c.Status == data.Missing:
		return chart.Value{Text: say.Say(words.ChartNotAsked)}
	}
	return chart.Value{Text: figureText(c, say)}
}

// figureText says why a figure has no number.
func figureText(c data.Cell, say words.Language) string {
	switch c.Status {
	case form.StatusNA:
		return say.Say(words.ChartNA)
	case form.StatusText:
		return "“" + c.Raw + "”"
	}
	return say.Say(words.ChartBlank)
}

// fractionOf is a rate's numerator and denominator.
func fractionOf(c data.Cell) chart.Fraction {
	if c.Rate == nil {
		return chart.Fraction{}
	}
	return chart.Fraction{Part: c.Rate.Numerator.Float(), Whole: c.Rate.Denominator.Float()}
}

// ChartWords are the texts of a chart in a language.
func ChartWords(say words.Language) chart.Words { return chart.Words{Language: say} }

// styleOf says how the numbers of a column are written, and with which unit.
func styleOf(c data.Column, say words.Language) (chart.NumberStyle, string) {
	if c.IsRate() {
		return chart.NumberStyle{Decimals: 1, Percent: true}, ""
	}
	return chart.NumberStyle{}, UnitName(c.Unit, say)
}

// sourceOf says which file a report came from; "" if that is not known.
func sourceOf(files map[int64]string, report int64, say words.Language) string {
	if file := files[report]; file != "" && report != 0 {
		return say.Say(words.ChartSource, filepath.Base(file))
	}
	return ""
}

// BodyNames gives units and regions the shortest names that distinguish them.
type BodyNames struct {
	say      words.Language
	count    map[string]int // how many bodies have that unit's name
	nameless string         // the only body without a region, which is named like a region
}

// NewBodyNames takes all bodies whose names must be distinct.
func NewBodyNames(bodies []data.Body, say words.Language) BodyNames {
	n := BodyNames{say: say, count: map[string]int{}}
	for _, b := range bodies {
		n.count[b.Unit]++
	}
	return n
}

// Name is the name of a body, or of the region if the body has no unit.
func (n BodyNames) Name(b data.Body) string {
	switch {
	case b == (data.Body{}) && n.nameless != "":
		return n.nameless
	case b.Unit == "":
		return RegionName(b.Region, n.say)
	case n.count[b.Unit] > 1:
		return b.String()
	}
	return b.Unit
}

func rowBodies(rows []data.Row) []data.Body {
	list := make([]data.Body, len(rows))
	for i, r := range rows {
		list[i] = r.Body
	}
	return list
}

// targetOf is the target of the body or region that a mark's id names.
func targetOf(id string, year int) Target {
	b := ParseBodyID(id)
	if b.Unit == "" {
		return Target{Regions: []string{b.Region}, Year: year}
	}
	return Target{Bodies: []data.Body{b}, Year: year}
}

// ParseYear reads the year from the id of a mark.
func ParseYear(text string) int {
	year, _ := strconv.Atoi(text) // 0 for anything that is not a year
	return year
}
