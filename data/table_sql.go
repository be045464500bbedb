package data

import (
	"fmt"
	"strings"

	"nianbao/data/form"
)

// relation is the SQL of a table's rows, before conditions, order and page: one
// column for each expression that a cell, a condition or a sort key needs.
//
// Where rows sum up reports, last year comes in one of two ways. A column of a
// single year sums the year before beside it. A row of a single year reads each
// report twice, once as its own year's and once, with shift 1, as the next
// year's. Where rows are reports, last year's report is joined.
type relation struct {
	store  *Store
	query  Query
	parts  []string       // expressions, named c0, c1, …
	index  map[string]int // expression → part
	last   bool           // whether last year's values are needed
	only   clauses        // more conditions on reports
	placed bool           // whether the places of the bodies are needed: Store.placed has been called
	args   []any
}

func (s *Store) newRelation(q Query) *relation {
	return &relation{store: s, query: q, index: map[string]int{}, last: q.compares()}
}

// named adds the parts of a column and returns their names.
func (r *relation) named(c Column) []string {
	var names []string
	for _, expression := range r.expressions(c) {
		i, known := r.index[expression]
		if !known {
			i = len(r.parts)
			r.index[expression] = i
			r.parts = append(r.parts, expression)
		}
		names = append(names, fmt.Sprintf("c%d", i))
	}
	return names
}

// expressions are the parts of a column: a number; numerator and denominator;
// this year's and last year's number; this year's rate and last year's.
func (r *relation) expressions(c Column) []string {
	switch c.Compare {
	case ThisYear:
		return r.measure(c, false)
	case Prior:
		return r.measure(c, true)
	}
	return append(r.measure(c, false), r.measure(c, true)...)
}

// measure are the expressions of one year's number or rate.
func (r *relation) measure(c Column, prior bool) []string {
	r.last = r.last || prior
	name := func(k form.Key) string { n, _ := r.store.columns.name(k); return n }
	if r.query.Rows == ReportRows {
		if prior {
			name = priorName(c, name)
		}
		return c.terms(name)
	}
	list := c.terms(name)
	when, never := r.when(c, prior)
	if never {
		for i := range list {
			list[i] = `CAST(NULL AS BIGINT)`
		}
		return list
	}
	sums := sumWhen(list, when)
	if c.IsStock() && r.query.overYears(c) {
		sums[0] = `CASE WHEN ` + ofOneYear(list[0]) + ` THEN ` + sums[0] + ` END`
	}
	return sums
}

// ofOneYear is the condition that all numbers of an expression are of one year.
func ofOneYear(expression string) string {
	year := `(CASE WHEN ` + expression + ` IS NOT NULL THEN year END)`
	return `min` + year + ` = max` + year
}

// priorName is the name of last year's figure, NULL where the two forms are
// not comparable.
func priorName(c Column, name func(form.Key) string) func(form.Key) string {
	return func(k form.Key) string {
		if len(seamYears(c)) == 0 {
			return `prior_` + name(k)
		}
		return `CASE WHEN prior_edition = edition THEN prior_` + name(k) + ` END`
	}
}

// when is the condition under which a report counts for a column; never says
// that none does.
func (r *relation) when(c Column, prior bool) (condition string, never bool) {
	year := c.Slice.Year
	if year == 0 && r.query.compares() && !r.query.Rows.hasYear() {
		year = r.query.ToYear
	}
	seams := seamYears(c)
	switch {
	case year != 0 && prior:
		for _, seam := range seams {
			never = never || seam == year
		}
		return fmt.Sprintf(`year = %d`, year-1), never
	case year != 0:
		return fmt.Sprintf(`year = %d`, year), false
	case prior && len(seams) > 0:
		return `shift = 1 AND year NOT IN (` + joinInts(seams) + `)`, false
	case prior:
		return `shift = 1`, false
	case r.last && r.query.Rows.hasYear():
		return `shift = 0`, false
	}
	return ``, false
}

// sumWhen sums one number, or a rate's two over the reports that have both.
// This must not be written with FILTER, which is thirty times slower.
func sumWhen(list []string, when string) []string {
	sums := make([]string, len(list))
	for i, expression := range list {
		var all []string
		if when != "" {
			all = append(all, when)
		}
		if len(list) == 2 {
			all = append(all, list[1-i]+` IS NOT NULL`)
		}
		if len(all) > 0 {
			expression = `CASE WHEN ` + strings.Join(all, ` AND `) + ` THEN ` + expression + ` END`
		}
		sums[i] = `sum(` + expression + `)`
	}
	return sums
}

// terms are the SQL of a measure within a report: one for a number, two for a
// rate. Parts without a number are left out; without any the sum is NULL.
func (c Column) terms(name func(form.Key) string) []string {
	if c.Role == FigureColumn {
		return []string{name(c.Key)}
	}
	list := []string{signedSum(c.Metric.Numerator, name)}
	if c.Metric.IsRate() {
		list = append(list, signedSum(c.Metric.Denominator, name))
	}
	return list
}

func signedSum(terms []form.SignedKey, name func(form.Key) string) string {
	if len(terms) == 1 && !terms[0].Minus {
		return name(terms[0].Key)
	}
	var names []string
	sum := ""
	for _, term := range terms {
		n := name(term.Key)
		names = append(names, n)
		sign := ` + `
		if term.Minus {
			sign = ` - `
		}
		sum += sign + `coalesce(` + n + `, 0)`
	}
	return `CASE WHEN coalesce(` + strings.Join(names, `, `) + `) IS NOT NULL THEN 0` + sum + ` END`
}

// seamYears are the first years of editions in which the column does not mean
// the same as the year before.
func seamYears(c Column) []int {
	var years []int
	editions := form.Editions()
	for i := 1; i < len(editions); i++ {
		if !comparable(c, editions[i-1].ID, editions[i].ID) {
			years = append(years, editions[i].FirstYear)
		}
	}
	return years
}

func joinInts(numbers []int) string {
	return strings.Trim(strings.ReplaceAll(fmt.Sprint(numbers), " ", ", "), "[]")
}

// sortable is the SQL of what a column is ordered and compared by, over the
// relation's rows.
func (r *relation) sortable(id string) (string, Column, error) {
	switch id {
	case UnitColumn, RegionColumn, YearColumn, EditionColumn, FindingsColumn:
		return id, Column{}, nil
	}
	c, ok := ColumnByID(id)
	if !ok {
		return "", Column{}, fmt.Errorf("%w: %s", ErrUnknownColumn, id)
	}
	p := r.named(c)
	switch {
	case c.Compare == Points:
		return `(` + ratio(p[0], p[1]) + ` - ` + ratio(p[2], p[3]) + `)`, c, nil
	case c.IsRate():
		return ratio(p[0], p[1]), c, nil
	case c.Compare == Change:
		return `(` + p[0] + ` - ` + p[1] + `)`, c, nil
	case c.Compare == Percent:
		return fmt.Sprintf(`CASE WHEN %s > 0 AND %s >= %d THEN %s END`, p[1], p[1], smallestBase(c), ratio(`(`+p[0]+` - `+p[1]+`)`, p[1])), c, nil
	}
	return p[0], c, nil
}

func ratio(numerator, denominator string) string {
	return `CAST(` + numerator + ` AS DOUBLE) / nullif(` + denominator + `, 0)`
}
