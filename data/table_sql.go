package data

import (
	"fmt"
	"strings"

	"nianbao/data/form"
)

// relation is the SQL of a table's rows, before conditions, order and page: one column
// for each expression that a cell, a condition or a sort key needs.
//
// If rows are reports, last year's report is joined. If rows sum up reports, there are
// two ways to last year's sums. If each column is of a single year, the year before is
// summed beside it. If each row is of a single year, each report is read twice: as a
// report of its own year and, with shift 1, as one of the next year.
type relation struct {
	store        *Store
	query        Query
	parts        []part         // named c0, c1, …
	index        map[string]int // SQL → index in parts
	partials     []string       // what is summed up first, named y0, y1, …
	before       []string       // the same of last year's report, if it is joined: see pairSums
	sums         map[string]int // text → partial
	last         bool           // whether last year's values are needed
	hasRuns      bool           // an expression needs to know whether reports are of a run: see ofRuns
	isTotal      bool           // its rows are only read as a total
	only         clauses        // further conditions on reports
	countsBodies bool           // rows over a region need the number of its bodies
	joinsOrder   bool           // body_order is joined: Store.directory has been called
	args         []any
}

func (s *Store) newRelation(q Query) *relation {
	return &relation{store: s, query: q, index: map[string]int{}, sums: map[string]int{}, last: q.Rows != ReportRows && q.comparing()}
}

// part is one number of a row that a cell, a condition or a sort key needs.
type part struct {
	text  string // SQL over the relation's reports
	sum   string // if rows sum up reports: what is summed, "" if no report counts
	scope scope
	// unpaired, if not nil, says which reports count if the scope has no number: see
	// paired.
	unpaired *scope
	stock    bool // NULL if its numbers are of several years: see Column.IsStock

	column  Column // the column of the number or, if second, of the denominator
	second  bool
	partial int // index of sum in relation.partials
}

// named adds the parts of a column and returns their names.
func (r *relation) named(c Column) []string {
	var names []string
	for _, i := range r.indexed(c) {
		names = append(names, fmt.Sprintf("c%d", i))
	}
	return names
}

// indexed adds the parts of a column and returns their indexes.
func (r *relation) indexed(c Column) []int {
	var list []int
	for _, part := range r.partsOf(c) {
		i, known := r.index[part.text]
		if !known {
			i = len(r.parts)
			r.index[part.text] = i
			r.parts = append(r.parts, part)
		}
		list = append(list, i)
	}
	return list
}

// partsOf returns the parts of a column: a number; numerator and denominator; this year's
// and last year's number; this year's rate and last year's.
func (r *relation) partsOf(c Column) []part {
	switch c.Compare {
	case ThisYear:
		return r.measure(c, false)
	case Prior:
		return r.measure(c, true)
	}
	return append(r.measure(c, false), r.measure(c, true)...)
}

// measure returns the parts of one year's number or rate.
func (r *relation) measure(c Column, prior bool) []part {
	r.last = r.last || prior
	name := r.store.columns.field
	var list []part
	if r.query.Rows == ReportRows {
		if prior {
			name = priorName(c, name)
		} else {
			name = r.ofRuns(c, name)
		}
		for _, text := range c.terms(name) {
			list = append(list, part{text: text})
		}
		return list
	}
	scope, never := r.scope(c, prior)
	last := priorName(c, r.store.columns.field)
	before := bothKnown(c.terms(last))
	for i, sum := range bothKnown(c.terms(r.ofRuns(c, name))) {
		p := part{sum: sum, scope: scope, stock: c.IsStock() && r.query.overYears(c), column: c, second: i > 0}
		if !prior && r.isPaired(c) {
			p.scope, p.unpaired = r.paired(c, scope)
		}
		if never {
			p.sum = ""
		} else {
			p.partial = r.partial(sum, before[i])
		}
		p.text = r.sumText(p)
		list = append(list, p)
	}
	return list
}

// sumText is the SQL of a part that is a sum.
func (r *relation) sumText(p part) string {
	if p.sum == "" {
		return `CAST(NULL AS BIGINT)`
	}
	value := p.sum
	if r.byYears() {
		value = fmt.Sprintf("y%d", p.partial)
	}
	within := func(c scope) string {
		if when := c.sql(); when != "" {
			return `CASE WHEN ` + when + ` THEN ` + value + ` END`
		}
		return value
	}
	counted := within(p.scope)
	switch {
	case p.stock:
		return `CASE WHEN ` + ofOneYear(counted) + ` THEN sum(` + counted + `) END`
	case p.unpaired != nil:
		return `coalesce(sum(` + counted + `), sum(` + within(*p.unpaired) + `))`
	}
	return `sum(` + counted + `)`
}

// isPaired reports whether a column of this year stands beside one of last year, so
// that both are sums over the same bodies: this year − last year = the change.
func (r *relation) isPaired(c Column) bool {
	return r.query.Rows != ReportRows && (r.query.compares() || r.query.comparing() && c.Compare != ThisYear)
}

// byYears reports whether reports are first summed by year. If columns are of single
// years or compare two, this needs one sum for each year instead of one for each column.
func (r *relation) byYears() bool {
	return r.query.comparing() && r.query.Rows != ReportRows || r.query.byYear() && r.query.Rows != UnitRows
}

// partial adds a sum over reports, named y0, y1, …, and returns its index. before is the
// same of last year's report.
func (r *relation) partial(expression, before string) int {
	i, known := r.sums[expression]
	if !known {
		i = len(r.partials)
		r.sums[expression] = i
		r.partials, r.before = append(r.partials, expression), append(r.before, before)
	}
	return i
}

// ofOneYear is the condition that all numbers of an expression are of one year.
func ofOneYear(expression string) string {
	year := `(CASE WHEN ` + expression + ` IS NOT NULL THEN year END)`
	return `min` + year + ` = max` + year
}

// priorName returns the SQL of last year's figure, NULL if the column does not mean the
// same in the editions of the two reports.
func priorName(c Column, name func(form.Key) string) func(form.Key) string {
	return func(k form.Key) string { return priorText(c, name(k)) }
}

func priorText(c Column, name string) string {
	var differing []string
	for _, a := range form.Editions() {
		for _, b := range form.Editions() {
			if a != b && !comparable(&c, a.ID, b.ID) {
				differing = append(differing, `(`+quote(a.ID)+`, `+quote(b.ID)+`)`)
			}
		}
	}
	if len(differing) == 0 {
		return `prior_` + name
	}
	return `CASE WHEN (prior_edition, edition) NOT IN (` + strings.Join(differing, `, `) + `) THEN prior_` + name + ` END`
}

// sortable is the SQL by which a column is ordered and compared, over the rows of the
// relation.
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
		return fmt.Sprintf(`CASE WHEN %s >= %d THEN CAST(%s - %s AS DOUBLE) / %[1]s END`, p[1], max(1, smallestBase(&c)), p[0], p[1]), c, nil
	}
	return p[0], c, nil
}

func ratio(numerator, denominator string) string {
	return `CAST(` + numerator + ` AS DOUBLE) / nullif(` + denominator + `, 0)`
}
