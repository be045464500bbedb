package data

import (
	"context"
	"database/sql"
	"strings"

	"nianbao/data/form"
)

// link is an identity between a report and that of the year before.
type link struct {
	rule  form.RuleID
	left  form.Key
	right []linkTerm
}

type linkTerm struct {
	key      form.Key
	previous bool // taken from the year before
	minus    bool
}

// links are the rules across years: requests carried over equal those carried forward the
// year before; documents in force equal those of the year before, plus issued, less
// repealed. The list covers all editions; a pair of reports that does not print a term is
// not judged by the rule.
func links() []link {
	var list []link
	for _, k := range form.Catalogue() {
		switch {
		case k.Table == form.ApplicationsTable && k.Item == "carried-over":
			list = append(list, link{form.RuleCarryOver, k, []linkTerm{{key: form.Key{Table: k.Table, Item: "carried-forward", Column: k.Column}, previous: true}}})
		case k.Table == "rules" && k.Column == "in-force":
			at := func(column string) form.Key { return form.Key{Table: k.Table, Item: k.Item, Column: column} }
			list = append(list, link{form.RuleInForce, k, []linkTerm{{key: k, previous: true}, {key: at("issued")}, {key: at("repealed"), minus: true}}})
		}
	}
	return list
}

// brokenLinks compares each report with the year before, in one pass.
func (s *Store) brokenLinks(ctx context.Context, q querier, scopes reportScopes) ([]crossFinding, error) {
	all := links()
	var conditions []string
	var terms []linkTerm
	for _, l := range all {
		left, right := s.linkSQL(l)
		conditions = append(conditions, left+` <> `+right)
		terms = append(terms, l.terms()...)
	}
	var broken []crossFinding
	err := s.eachPair(ctx, q, terms, conditions, func(p pair) {
		if scopes.differ(p.current.report, p.previous.report) {
			return
		}
		values := p.values
		for _, l := range all {
			n := len(l.right) + 1
			if f, isBroken := s.judgeLink(l, values[:n], p.current.statuses, p.previous.statuses); isBroken {
				f.Edition, f.Against = p.current.edition, p.against()
				broken = append(broken, crossFinding{p.current.report, f})
			}
			values = values[n:]
		}
	})
	return broken, err
}

// pair is a report and that of the same body a year before, with the values of the
// requested terms.
type pair struct {
	current, previous struct {
		report            int64
		year              int
		edition, statuses string
	}
	values []sql.NullInt64
}

func (p pair) against() form.Against {
	return form.Against{Year: p.previous.year, Of: p.current.year}
}

// eachPair calls what with each pair that meets one of the conditions. In the
// conditions, c is the current report and p the previous one.
func (s *Store) eachPair(ctx context.Context, q querier, terms []linkTerm, conditions []string, what func(pair)) error {
	p := pair{values: make([]sql.NullInt64, len(terms))}
	c, b := &p.current, &p.previous
	targets := []any{&c.report, &c.year, &c.edition, &c.statuses, &b.report, &b.year, &b.edition, &b.statuses}
	fields := ``
	for i, term := range terms {
		name, _ := s.columns.name(term.key)
		fields += `, ` + yearAlias(term) + `.` + name
		targets = append(targets, &p.values[i])
	}
	return eachRow(ctx, q, `SELECT c.report_id, c.year, c.edition, c.statuses, p.report_id, p.year, p.edition, p.statuses`+fields+`
		FROM store.wide c JOIN store.wide p ON p.body_id = c.body_id AND p.year = c.year - 1
		WHERE `+strings.Join(conditions, ` OR `)+` ORDER BY c.report_id`, func(rows *sql.Rows) error {
		if err := rows.Scan(targets...); err != nil {
			return err
		}
		what(p)
		return nil
	})
}

// terms are the left term and the right ones.
func (l link) terms() []linkTerm { return append([]linkTerm{{key: l.left}}, l.right...) }

func yearAlias(t linkTerm) string {
	if t.previous {
		return `p`
	}
	return `c`
}

// linkSQL returns both sides, with blanks counted as 0.
func (s *Store) linkSQL(l link) (left, right string) {
	sides := [2]string{}
	for i, t := range l.terms() {
		name, _ := s.columns.name(t.key)
		sign := ` + `
		if t.minus {
			sign = ` - `
		}
		sides[min(i, 1)] += sign + `coalesce(` + yearAlias(t) + `.` + name + `, 0)`
	}
	return `0` + sides[0], `0` + sides[1]
}

// judgeLink judges one link as form.Identity does: a difference is a failure if every part is a
// number, and doubtful otherwise. There is no finding if a report does not print a part, for
// example because it follows another edition.
func (s *Store) judgeLink(l link, values []sql.NullInt64, current, previous string) (f form.Finding, isBroken bool) {
	f = form.Finding{Rule: l.rule, Severity: form.SeverityError, Key: l.left, Verdict: form.Fail, HasValues: true}
	for i, t := range l.terms() {
		statuses := current
		if t.previous {
			statuses = previous
		}
		if statusAt(statuses, s.columns.position[t.key]) == Missing {
			return f, false
		}
		value := form.Number(values[i].Int64)
		if !values[i].Valid {
			f.Severity, f.Verdict = form.SeverityWarning, form.Doubtful
		}
		f.Terms = append(f.Terms, form.Term{Key: t.key, Right: i > 0, Before: t.previous, Minus: t.minus, Value: value, Blank: !values[i].Valid})
		switch {
		case i == 0:
			f.Left = value
		case t.minus:
			f.Right -= value
		default:
			f.Right += value
		}
	}
	if !values[0].Valid { // the figure itself is blank, which is a finding of its own
		return f, false
	}
	return f, f.Left != f.Right
}
