package data

import (
	"fmt"
	"slices"
	"strings"
)

// firstMaskYear is the year of the lowest bit of a row's years. No report is earlier: the
// form dates from 2008.
const firstMaskYear = 2000

const lastMaskYear = firstMaskYear + 62

// yearBit is the bit of a year, 0 if it has none.
func yearBit(year int) int64 {
	if year < firstMaskYear || year > lastMaskYear {
		return 0
	}
	return 1 << (year - firstMaskYear)
}

// yearsMask is the SQL of the bits of all years.
func yearsMask() string {
	return fmt.Sprintf(`bit_or(CASE WHEN year BETWEEN %d AND %d THEN CAST(1 AS BIGINT) << (year - %d) END)`, firstMaskYear, lastMaskYear, firstMaskYear)
}

// from is the relation as a FROM item. Its rows have the columns that name a row,
// then the parts.
func (r *relation) from() (string, error) {
	if r.query.Rows == ReportRows {
		return r.reports()
	}
	return r.groups()
}

func (r *relation) filter(q Query) clauses {
	c := r.store.filter(q)
	c.all(r.only)
	return c
}

// reports has one row for each report, joined with last year's if needed.
func (r *relation) reports() (string, error) {
	q := r.query
	if r.joinsOrder {
		q.UnitKinds = nil // see relation.chosen
	}
	source, prior := r.wide(), ``
	if r.last {
		prior = `, prior_report`
		source += ` LEFT JOIN (SELECT body_id AS prior_body, year + 1 AS prior_year, ` + r.priorColumns() + q.apart.from() + `)
			ON prior_body = body_id AND prior_year = year`
		r.args = append(r.args, q.apart.args...)
	}
	where := r.filter(q)
	r.args = append(r.args, where.args...)
	return `(SELECT report_id, body_id, region, unit, year, edition, findings, statuses, 0 AS years` + prior +
		r.list() + ` FROM ` + source + where.text() + `)`, nil
}

// priorColumns renames the columns of last year's report that the parts use.
func (r *relation) priorColumns() string {
	var texts []string
	for _, part := range r.parts {
		texts = append(texts, part.text)
	}
	return `report_id AS prior_report, ` + r.lastColumns(texts)
}

// lastColumns renames the columns of last year's report that expressions use.
func (r *relation) lastColumns(expressions []string) string {
	list := []string{`edition AS prior_edition`}
	for _, name := range r.store.columns.names {
		for _, text := range expressions {
			if mentions(text, `prior_`+name) {
				list = append(list, name+` AS prior_`+name)
				break
			}
		}
	}
	return strings.Join(list, `, `)
}

// mentions reports whether an expression contains the name as a whole word.
func mentions(expression, name string) bool {
	for {
		i := strings.Index(expression, name)
		if i < 0 {
			return false
		}
		expression = expression[i+len(name):]
		if expression == "" || !strings.ContainsAny(expression[:1], "abcdefghijklmnopqrstuvwxyz0123456789_") {
			return true
		}
	}
}

func (r *relation) list() string {
	text := ""
	for i, part := range r.parts {
		text += fmt.Sprintf(`, %s AS c%d`, part.text, i)
	}
	return text
}

// grouping is how a grain names its rows.
type grouping struct {
	body, region, unit, year, by string
}

func (g Grain) grouping() (grouping, error) {
	switch g {
	case UnitRows:
		return grouping{`body_id`, ``, ``, `0`, ` GROUP BY body_id`}, nil
	case RegionRows:
		return grouping{`0`, `region`, `''`, `0`, ` GROUP BY region`}, nil
	case RegionYearRows:
		return grouping{`0`, `region`, `''`, `year`, ` GROUP BY region, year`}, nil
	case YearRows:
		return grouping{`0`, `''`, `''`, `year`, ` GROUP BY year`}, nil
	case ItemRows:
		return grouping{`0`, `''`, `''`, `0`, ``}, nil
	}
	return grouping{}, fmt.Errorf("%w: %q", ErrUnknownGrain, g)
}

// groups has one row for each group of reports.
func (r *relation) groups() (string, error) {
	g, err := r.query.Rows.grouping()
	if err != nil {
		return "", err
	}
	names := ``
	if r.query.Rows != UnitRows {
		names = g.region + ` AS region, ` + g.unit + ` AS unit, `
	}
	source, having := r.grouped(g, r.byYears())
	text := `(SELECT ` + g.body + ` AS body_id, ` + names + g.year + ` AS year, ` + r.edition() + ` AS edition,
		` + r.count(`findings`) + ` AS findings, ` + r.count(`reports`) + ` AS reports, ` + yearsMask() + ` AS years` + r.list() + source + g.by + having + `)`
	if r.countsBodies { // not among the sums, because count(DISTINCT) is slow there
		where := r.filter(r.query)
		r.args = append(r.args, where.args...)
		text = `(` + text + ` LEFT JOIN (` + bodiesOfRegions(where) + `) USING (region))`
	}
	return text, nil
}

// own is a value of the query's own reports, not of those of the year before.
func (r *relation) own(value string) string {
	if r.last {
		return `CASE WHEN shift = 0 THEN ` + value + ` END`
	}
	return value
}

// count is the sum of what over the query's own reports.
func (r *relation) count(what string) string {
	if what == `reports` && !r.byYears() {
		what = `1`
	}
	return `CAST(sum(` + r.own(what) + `) AS BIGINT)`
}

// edition is the edition of all reports of a year, empty if they differ.
func (r *relation) edition() string {
	if !r.query.Rows.hasYear() {
		return `''`
	}
	least, most := `min(`+r.own(`edition`)+`)`, `max(`+r.own(`edition`)+`)`
	if r.byYears() {
		most = `max(` + r.own(`last_edition`) + `)`
	}
	return `CASE WHEN ` + least + ` = ` + most + ` THEN ` + least + ` ELSE '' END`
}

// shifts reports whether each report is read twice, the second time as one of the next
// year.
func (r *relation) shifts() bool { return r.last && r.query.Rows.hasYear() }

// grouped is what is grouped: the reports of the query and, for a comparison, those of
// the year before; or the sums of each year. Groups that have reports only in the year
// before are left out.
func (r *relation) grouped(g grouping, byYears bool) (source, having string) {
	where := r.filter(r.query)
	r.args = append(r.args, where.args...)
	if !r.last {
		if byYears {
			return ` FROM (` + r.yearSums(g, `year`, ownYear, where) + `)`, ` HAVING count(*) > 0`
		}
		return ` FROM ` + r.wide() + where.text(), ` HAVING count(*) > 0`
	}
	before := r.filter(r.query.yearBefore())
	year := `year`
	if r.shifts() {
		year = `year + 1`
	} else {
		before.and(`year < ?`, r.query.FromYear) // the reports of other years are in the first part already
	}
	r.args = append(r.args, before.args...)
	return ` FROM (` + r.yearSums(g, `year`, ownYear, where) + ` UNION ALL ` + r.yearSums(g, year, yearAhead, before) + r.pairSums(g) + `)`, ` HAVING min(shift) = 0`
}

// yearSums sums up the reports of each year; of those of the year before, it only counts
// years and editions.
func (r *relation) yearSums(g grouping, year string, when shift, where clauses) string {
	table, sums := r.summed(), r.partialSums()
	if when == yearAhead {
		sums = strings.Repeat(`, NULL`, len(r.partials))
	}
	names, by := g.namesOfYear(`summed.year`)
	editions := `'' AS edition, '' AS last_edition`
	if r.query.Rows.hasYear() {
		editions = `min(edition) AS edition, max(edition) AS last_edition`
	}
	return `SELECT ` + names + year + ` AS year, ` + fmt.Sprint(int(when)) + ` AS shift, ` + editions + `,
		sum(findings) AS findings, count(*) AS reports` + sums + ` FROM ` + table + ` AS summed` + where.text() + by
}

// namesOfYear is what names a sum of one year, for SELECT, and its GROUP BY.
func (g grouping) namesOfYear(year string) (names, by string) {
	for _, name := range []string{g.body, g.region} {
		if name == `body_id` || name == `region` {
			return name + `, `, ` GROUP BY ` + name + `, ` + year
		}
	}
	return ``, ` GROUP BY ` + year
}

// pairSums sums up, for each year, the reports of bodies that also have one of the year
// before, beside those: only figures that are numbers in both.
func (r *relation) pairSums(g grouping) string {
	names, by := g.namesOfYear(`year`)
	text := ``
	for _, when := range []shift{pairedNow, pairedLast} {
		where := r.filter(r.query)
		r.args = append(r.args, where.args...)
		text += fmt.Sprintf(` UNION ALL SELECT %syear, %d AS shift, '' AS edition, '' AS last_edition, 0 AS findings, 0 AS reports`, names, when)
		for i, now := range r.partials {
			value := map[shift]string{pairedNow: now, pairedLast: r.before[i]}[when]
			text += fmt.Sprintf(`, sum(CASE WHEN (%s) IS NOT NULL AND (%s) IS NOT NULL THEN %s END) AS y%d`, now, r.before[i], value, i)
		}
		text += ` FROM (SELECT * FROM ` + r.wide() + where.text() + `) JOIN (SELECT body_id AS prior_body, year + 1 AS prior_year, ` + r.lastColumns(r.before) + r.query.apart.from() + `)
			ON prior_body = body_id AND prior_year = year` + by
		r.args = append(r.args, r.query.apart.args...)
	}
	return text
}

// summed is the table from which sums of reports are taken.
func (r *relation) summed() string {
	if !r.query.byDimensions() || slices.ContainsFunc(r.partials, func(p string) bool { return r.store.metricOf[p] == "" }) {
		return r.wide()
	}
	return `store.metrics`
}

func (r *relation) partialSums() string {
	text := ``
	metrics := r.summed() == `store.metrics`
	for i, partial := range r.partials {
		if metrics {
			partial = r.store.metricOf[partial]
		}
		text += fmt.Sprintf(`, sum(%s) AS y%d`, partial, i)
	}
	return text
}

// yearBefore is the query for the reports of the same bodies a year earlier, whatever
// their edition and findings.
func (q Query) yearBefore() Query {
	q.Editions, q.Statuses, q.Conditions, q.WithFindings, q.span = nil, nil, nil, false, span{}
	if q.FromYear != 0 {
		q.FromYear--
	}
	if q.ToYear != 0 {
		q.ToYear--
	}
	return q
}
