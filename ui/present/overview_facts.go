package present

import (
	"context"
	"slices"
	"strings"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/chart"
	"nianbao/ui/words"
)

// Overview is what the store holds on one year and the years around it, for the cards and for
// what is said to be unusual.
type Overview struct {
	Query  data.Query // the filters, of all years
	Year   int
	Years  []int            // with reports, to choose from
	Units  []data.UnitFacet // of those chosen, all that ever reported
	Now    facts            // a row a report of the year
	was    facts            // a row a report of the year before
	course facts            // a row a year, all reports summed up
	faults []data.Found     // identities that fail in the year
}

// ReadOverview asks for the figures of a year, 0 for the latest.
func ReadOverview(ctx context.Context, store *data.Store, q data.Query, year int) (*Overview, error) {
	q, _, err := store.Reports(q)
	if err != nil {
		return nil, err
	}
	o := &Overview{Query: q}
	everywhen := o.Query
	everywhen.FromYear, everywhen.ToYear = 0, 0
	known, err := store.Facets(ctx, everywhen, data.UnitList, data.YearList)
	if err != nil {
		return nil, err
	}
	o.Units = known.ChosenUnits(o.Query)
	o.Years = YearsWithin(known.Years, o.Query)
	if len(o.Years) == 0 {
		return o, nil
	}
	o.Year = o.Years[len(o.Years)-1]
	if slices.Contains(o.Years, year) {
		o.Year = year
	}
	if o.Now, err = readFacts(ctx, store, ofYear(everywhen, o.Year)); err != nil {
		return nil, err
	}
	if o.was, err = readFacts(ctx, store, ofYear(everywhen, o.Year-1)); err != nil {
		return nil, err
	}
	course := o.Query
	course.ToYear, course.Rows = o.Year, data.YearRows
	if o.course, err = readFacts(ctx, store, course); err != nil {
		return nil, err
	}
	o.faults, err = store.Findings(ctx, data.FindingFilter{Query: ofYear(everywhen, o.Year), Severities: []form.Severity{form.SeverityError}})
	return o, err
}

// facts are rows with the metrics and the further figures of the cards.
type facts struct {
	Rows    []data.Row
	columns []data.Column
	place   map[string]int
}

// readFacts reads the metrics and the figures beside them, and puts them side by side.
func readFacts(ctx context.Context, store *data.Store, q data.Query) (facts, error) {
	q.View = data.Measures
	metrics, err := readNumbers(ctx, store, q)
	if err != nil {
		return facts{}, err
	}
	q.View, q.Items = data.Everything, []string{carriedForward.Item}
	for _, it := range reviewItems() {
		q.Items = append(q.Items, it.ID)
	}
	for _, k := range enforcementKeys() {
		q.Items = append(q.Items, k.Item)
	}
	more, err := readNumbers(ctx, store, q)
	if err != nil {
		return facts{}, err
	}
	f := facts{Rows: slices.Clone(metrics.Rows), columns: append(slices.Clone(metrics.Columns), more.Columns...), place: map[string]int{}}
	for i, c := range f.columns {
		f.place[c.ID] = i
	}
	for i := range f.Rows {
		f.Rows[i].Cells = append(slices.Clone(f.Rows[i].Cells), more.Rows[i].Cells...)
	}
	return f, nil
}

// reviewItems are the rows of section 四 in the form in force.
func reviewItems() []form.Item {
	return form.Latest().Table(form.ReviewTable).Items
}

// measure is one figure of the overview: a column, or the sum of several.
type measure struct {
	Name       string
	Column     data.Column // the first of parts: how numbers are written, what a click shows
	parts      []string    // ids of columns
	Definition string
}

// Measures are the figures of the cards, in their order.
func Measures(say words.Language) []measure {
	var review []string
	for _, it := range reviewItems() {
		review = append(review, form.Key{Table: form.ReviewTable, Item: it.ID, Column: form.TotalColumnID}.String())
	}
	return []measure{
		MeasureOf(ReceivedItem, say), MeasureOf("metric/completion-rate", say), MeasureOf(DisclosureItem, say),
		MeasureOf(carriedForward.String(), say), MeasureOf(Penalties.String(), say), MeasureOf(licences.String(), say),
		MeasureOf(coercions.String(), say), sumMeasure(say.Say(words.CardDisputes), review, say),
	}
}

// What bodies decide; never added up, since they differ by thousands.
var (
	Penalties = form.Key{Table: "enforcement", Item: "penalty", Column: "decisions"}
	licences  = form.Key{Table: "licensing", Item: "licence", Column: "decisions"}
	coercions = form.Key{Table: "enforcement", Item: "coercion", Column: "decisions"}
)

func enforcementKeys() []form.Key { return []form.Key{Penalties, licences, coercions} }

func MeasureOf(id string, say words.Language) measure {
	c, _ := data.ColumnByID(id)
	m := measure{Name: say.Say(c.Title), Column: c, parts: []string{id}, Definition: say.Say(c.Label)}
	if c.Role == data.MetricColumn {
		m.Definition = definition(c, say)
	}
	return m
}

// sumMeasure adds several figures; its definition names them.
func sumMeasure(name string, parts []string, say words.Language) measure {
	m := measure{Name: name, parts: parts}
	for i, id := range parts {
		c, _ := data.ColumnByID(id)
		if i == 0 {
			m.Column = c
		} else {
			m.Definition += " + "
		}
		_, it, _, _ := form.Describe(c.Key)
		m.Definition += say.Say(it.Name())
	}
	return m
}

// tally is a measure summed over rows: blanks are not counted as 0.
type tally struct {
	sum      float64        // of a count
	fraction chart.Fraction // of a rate
	counted  int            // rows with a number
}

// add adds a measure of one row; it reports whether the row has a number.
func (t *tally) add(f facts, row data.Row, m measure) bool {
	known := false
	for _, id := range m.parts {
		cell := f.cell(row, id)
		switch {
		case cell.Rate != nil:
			part := fractionOf(cell)
			t.fraction.Part, t.fraction.Whole = t.fraction.Part+part.Part, t.fraction.Whole+part.Whole
			known = true
		case cell.Status.HasValue():
			t.sum += cell.Value.Float()
			known = true
		}
	}
	if known {
		t.counted++
	}
	return known
}

func (f facts) cell(row data.Row, column string) data.Cell {
	i, ok := f.place[column]
	if !ok {
		return data.Cell{Status: data.Missing}
	}
	return row.Cells[i]
}

// value is the sum as a chart draws it.
func (t tally) value(m measure, say words.Language) chart.Value {
	if t.counted == 0 {
		return chart.Value{Text: say.Say(words.ChartBlank)}
	}
	if !m.Column.IsRate() {
		return chart.Known(t.sum)
	}
	rate, ok := t.fraction.Rate()
	if !ok {
		return chart.Value{Text: say.Say(words.ChartNoCases)}
	}
	return chart.Known(rate)
}

// Said is the sum in words, a rate with what it stands on; "" where there is none.
func (t tally) Said(m measure, say words.Language) string {
	style, unit := styleOf(m.Column, say)
	w := ChartWords(say)
	switch {
	case t.counted == 0:
		return ""
	case m.Column.IsRate():
		return strings.TrimSpace(w.Rate(t.fraction) + "  " + w.Interval(t.fraction))
	}
	return w.Say(t.value(m, say), style, unit)
}

// of sums a measure over the rows that choose lets through.
func (f facts) of(m measure, choose func(data.Body) bool) tally {
	var t tally
	for _, row := range f.Rows {
		if choose == nil || choose(row.Body) {
			t.add(f, row, m)
		}
	}
	return t
}

// having are the bodies whose report has a number of the measure.
func (f facts) having(m measure) map[data.Body]bool {
	has := map[data.Body]bool{}
	for _, row := range f.Rows {
		var t tally
		if t.add(f, row, m) {
			has[row.Body] = true
		}
	}
	return has
}
