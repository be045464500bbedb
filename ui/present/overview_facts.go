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

// Overview is the data of one year and the years around it, for the cards and for the
// remarks on what is unusual.
type Overview struct {
	Query  data.Query // the filters, for all years
	Year   int
	Years  []int            // years with reports, to choose from
	Units  []data.UnitFacet // the chosen units that are expected to report, or have reported for the year
	ever   []data.UnitFacet // the chosen units that have ever reported
	Now    Facts            // one row per report of the year that is summed
	was    Facts            // one row per report of the year before
	yearly Facts            // one row per year, summed over all reports
	// changed are the years in which other units have a report than in the year before.
	changed map[data.RegionYear]bool
	faults  []data.Found // identities that fail in the year
}

// ReadOverview reads the figures of a year, 0 for the latest.
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
	o.ever = known.ChosenUnits(o.Query)
	if o.Units, err = store.ExpectedUnits(ctx, o.Query); err != nil {
		return nil, err
	}
	o.Years = YearsWithin(known.Years, o.Query)
	if len(o.Years) == 0 {
		return o, nil
	}
	o.Year = o.Years[len(o.Years)-1]
	if slices.Contains(o.Years, year) {
		o.Year = year
	}
	added, err := store.WithoutWholes(ctx, everywhen)
	if err != nil {
		return nil, err
	}
	if o.Now, err = readFacts(ctx, store, ofYear(added, o.Year)); err != nil {
		return nil, err
	}
	o.addReported()
	if err := o.dropWholes(ctx, store, ofYear(everywhen, o.Year)); err != nil {
		return nil, err
	}
	if o.was, err = readFacts(ctx, store, ofYear(added, o.Year-1)); err != nil {
		return nil, err
	}
	course := o.Query
	course.ToYear, course.Rows = o.Year, data.YearRows
	if o.yearly, err = readFacts(ctx, store, course); err != nil {
		return nil, err
	}
	if o.changed, err = store.ChangedBodies(ctx, course); err != nil {
		return nil, err
	}
	o.faults, err = store.Findings(ctx, data.FindingFilter{Query: ofYear(everywhen, o.Year), Severities: []form.Severity{form.SeverityError}})
	return o, err
}

// addReported adds the units that reported for the year although they are not expected to.
func (o *Overview) addReported() {
	counted, reported := map[data.Body]bool{}, map[data.Body]bool{}
	for _, u := range o.Units {
		counted[u.Body] = true
	}
	for _, row := range o.Now.Rows {
		reported[row.Body] = true
	}
	for _, u := range o.ever {
		if reported[u.Body] && !counted[u.Body] {
			o.Units = append(o.Units, u)
		}
	}
}

// dropWholes removes the units whose reports of the year contain those of others: they must not
// be counted twice.
func (o *Overview) dropWholes(ctx context.Context, store *data.Store, q data.Query) error {
	all, err := store.Facets(ctx, q, data.UnitList)
	if err != nil {
		return err
	}
	whole := map[data.Body]bool{}
	for _, u := range all.ChosenUnits(q) {
		whole[u.Body] = true
	}
	for _, row := range o.Now.Rows {
		delete(whole, row.Body)
	}
	o.Units = slices.DeleteFunc(slices.Clone(o.Units), func(u data.UnitFacet) bool { return whole[u.Body] })
	return nil
}

// Facts are rows with the metrics and with the other figures of the cards.
type Facts struct {
	Rows    []data.Row
	columns []data.Column
	place   map[string]int
}

// readFacts reads the metrics, then the other figures, and joins them by row.
func readFacts(ctx context.Context, store *data.Store, q data.Query) (Facts, error) {
	q.View = data.Measures
	metrics, err := readNumbers(ctx, store, q)
	if err != nil {
		return Facts{}, err
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
		return Facts{}, err
	}
	f := Facts{Rows: slices.Clone(metrics.Rows), columns: append(slices.Clone(metrics.Columns), more.Columns...), place: map[string]int{}}
	for i, c := range f.columns {
		f.place[c.ID] = i
	}
	for i := range f.Rows {
		f.Rows[i].Cells = append(slices.Clone(f.Rows[i].Cells), more.Rows[i].Cells...)
	}
	return f, nil
}

// reviewItems are the rows of section 四 in the latest edition.
func reviewItems() []form.Item {
	return form.Latest().Table(form.ReviewTable).Items
}

// Measure is one figure of the overview: a column, or the sum of several.
type Measure struct {
	Name       string
	Column     data.Column // the first of the parts; it gives the number format and what a click shows
	parts      []string    // ids of columns
	Definition string
}

// Measures are the figures of the cards, in their order.
func Measures(say words.Language) []Measure {
	var review []string
	for _, it := range reviewItems() {
		review = append(review, form.Key{Table: form.ReviewTable, Item: it.ID, Column: form.TotalColumnID}.String())
	}
	return []Measure{
		MeasureOf(ReceivedItem, say), MeasureOf("metric/completion-rate", say), MeasureOf(DisclosureItem, say),
		MeasureOf(carriedForward.String(), say), MeasureOf(Penalties.String(), say), MeasureOf(licences.String(), say),
		MeasureOf(coercions.String(), say), sumMeasure(say.Say(words.CardDisputes), review, say),
	}
}

// What the bodies decided. These are never added up, because they differ by factors of thousands.
var (
	Penalties = form.Key{Table: "enforcement", Item: "penalty", Column: "decisions"}
	licences  = form.Key{Table: "licensing", Item: "licence", Column: "decisions"}
	coercions = form.Key{Table: "enforcement", Item: "coercion", Column: "decisions"}
)

func enforcementKeys() []form.Key { return []form.Key{Penalties, licences, coercions} }

// MeasureOf is the measure for a single column.
func MeasureOf(id string, say words.Language) Measure {
	c, _ := data.ColumnByID(id)
	m := Measure{Name: say.Say(c.Title), Column: c, parts: []string{id}, Definition: say.Say(c.Label)}
	if c.Role == data.MetricColumn {
		m.Definition = definition(c, say)
	}
	return m
}

// sumMeasure adds several figures; its definition names them.
func sumMeasure(name string, parts []string, say words.Language) Measure {
	m := Measure{Name: name, parts: parts}
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

// Tally is a measure summed over rows. Blanks do not count as 0.
type Tally struct {
	sum      float64        // for a count
	fraction chart.Fraction // for a rate
	counted  int            // rows with a number
}

// add adds the measure of one row and reports whether the row has a number.
func (t *Tally) add(f Facts, row data.Row, m Measure) bool {
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

func (f Facts) cell(row data.Row, column string) data.Cell {
	i, ok := f.place[column]
	if !ok {
		return data.Cell{Status: data.Missing}
	}
	return row.Cells[i]
}

// value is the sum as a chart draws it.
func (t Tally) value(m Measure, say words.Language) chart.Value {
	if t.counted == 0 {
		return chart.Value{Text: say.Say(words.ChartBlank)}
	}
	if !m.Column.IsRate() {
		return chart.KnownValue(t.sum)
	}
	rate, ok := t.fraction.Rate()
	if !ok {
		return chart.Value{Text: say.Say(words.ChartNoCases)}
	}
	return chart.KnownValue(rate)
}

// Text is the sum as text, a rate with numerator and denominator; "" if there is none.
func (t Tally) Text(m Measure, say words.Language) string {
	style, unit := styleOf(m.Column, say)
	w := ChartWords(say)
	switch {
	case t.counted == 0:
		return ""
	case m.Column.IsRate():
		return strings.TrimSpace(w.Rate(t.fraction) + "  " + w.Interval(t.fraction))
	}
	return w.Value(t.value(m, say), style, unit)
}

// of sums a measure over the rows for which choose returns true.
func (f Facts) of(m Measure, choose func(data.Body) bool) Tally {
	var t Tally
	for _, row := range f.Rows {
		if choose == nil || choose(row.Body) {
			t.add(f, row, m)
		}
	}
	return t
}

// having are the bodies whose report has a number for the measure.
func (f Facts) having(m Measure) map[data.Body]bool {
	has := map[data.Body]bool{}
	for _, row := range f.Rows {
		var t Tally
		if t.add(f, row, m) {
			has[row.Body] = true
		}
	}
	return has
}
