package data

import (
	"fmt"
	"strings"
)

// firstMaskYear is the year of the lowest bit of a row's years; there is no
// report of an earlier one, the form is of 2008.
const firstMaskYear = 2000

const lastMaskYear = firstMaskYear + 62

// from is the relation as a FROM item. Its rows have the columns that name a
// row, then the parts.
func (r *relation) from() (string, error) {
	if r.query.Rows == ReportRows {
		return r.reports()
	}
	return r.groups()
}

func (r *relation) filter(q Query) clauses {
	c := r.store.filter(q)
	for _, condition := range r.only.where {
		c.and(condition)
	}
	c.args = append(c.args, r.only.args...)
	return c
}

// reports has a row a report, with last year's report beside it if needed.
func (r *relation) reports() (string, error) {
	where := r.filter(r.query)
	r.args = append(r.args, where.args...)
	prior, source := `NULL`, `store.wide`
	if r.last {
		prior = `prior_edition`
		source += ` LEFT JOIN (SELECT body_id AS prior_body, year + 1 AS prior_year, edition AS prior_edition, ` + r.priorColumns() + ` FROM store.wide)
			ON prior_body = body_id AND prior_year = year`
	}
	return `(SELECT report_id, body_id, region, unit, year, edition, findings, ` + prior + ` AS before, 1 AS reports, 1 AS bodies, 0 AS years, statuses` +
		r.list() + ` FROM ` + source + where.text() + `)`, nil
}

// priorColumns renames the wide table's columns that the parts read of last
// year's report.
func (r *relation) priorColumns() string {
	list := []string{`report_id AS prior_report`}
	for _, name := range r.store.columns.names {
		for _, part := range r.parts {
			if mentions(part, `prior_`+name) {
				list = append(list, name+` AS prior_`+name)
				break
			}
		}
	}
	return strings.Join(list, `, `)
}

// mentions tells whether an expression has the name as a whole word.
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
		text += fmt.Sprintf(`, %s AS c%d`, part, i)
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
		return grouping{`body_id`, `first(region)`, `first(unit)`, `0`, ` GROUP BY body_id`}, nil
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

// groups has a row a group of reports.
func (r *relation) groups() (string, error) {
	g, err := r.query.Rows.grouping()
	if err != nil {
		return "", err
	}
	source, having := r.grouped()
	counts := `true`
	if r.last {
		counts = `shift = 0`
	}
	bodies := `count(DISTINCT CASE WHEN ` + counts + ` THEN body_id END)`
	if r.query.Rows == UnitRows {
		bodies = `1`
	}
	return `(SELECT 0 AS report_id, ` + g.body + ` AS body_id, ` + g.region + ` AS region, ` + g.unit + ` AS unit, ` + g.year + ` AS year,
		CASE WHEN min(edition) = max(edition) THEN min(edition) ELSE '' END AS edition,
		CAST(sum(CASE WHEN ` + counts + ` THEN findings END) AS BIGINT) AS findings, ` + r.before() + ` AS before,
		count(CASE WHEN ` + counts + ` THEN 1 END) AS reports, ` + bodies + ` AS bodies,
		bit_or(CASE WHEN year BETWEEN ` + fmt.Sprintf(`%d AND %d THEN CAST(1 AS BIGINT) << (year - %d)`, firstMaskYear, lastMaskYear, firstMaskYear) + ` END) AS years,
		'' AS statuses` + r.list() + source + g.by + having + `)`, nil
}

// shifts tells whether each report is read a second time as the next year's.
func (r *relation) shifts() bool { return r.last && r.query.Rows.hasYear() }

func (r *relation) before() string {
	if r.shifts() {
		return `max(CASE WHEN shift = 1 THEN edition END)`
	}
	return `NULL`
}

// grouped is what is grouped: the reports of the query and, for a comparison,
// those of the year before. Groups without a report of their own are left out.
func (r *relation) grouped() (source, having string) {
	q := r.query
	if !r.last {
		where := r.filter(q)
		r.args = append(r.args, where.args...)
		return where.from(), ` HAVING count(*) > 0`
	}
	where, before := r.filter(q), r.filter(q.yearBefore())
	if !r.shifts() {
		before.and(`year < ?`, q.FromYear) // the other years are there already
	}
	r.args = append(append(r.args, where.args...), before.args...)
	second := ` UNION ALL SELECT *, 1 AS shift`
	if r.shifts() {
		second = ` UNION ALL SELECT * REPLACE (year + 1 AS year), 1 AS shift`
	}
	return ` FROM (SELECT *, 0 AS shift` + where.from() + second + before.from() + `)`, ` HAVING min(shift) = 0`
}

// yearBefore is the query of the same bodies' reports a year earlier, whatever
// their edition and state.
func (q Query) yearBefore() Query {
	q.Editions, q.Statuses, q.Conditions, q.WithFindings = nil, nil, nil, false
	if q.FromYear != 0 {
		q.FromYear--
	}
	if q.ToYear != 0 {
		q.ToYear--
	}
	return q
}
