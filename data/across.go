package data

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"strings"

	"nianbao/data/form"
)

// link is an identity between a report and the one of the year before.
type link struct {
	rule  string
	left  form.Key
	right []linkTerm
}

type linkTerm struct {
	key      form.Key
	previous bool // taken from the year before
	minus    bool
}

// links are the rules across years: what is carried over is what was carried
// forward, and what is in force is what was, plus issued, less repealed.
func links() []link {
	var list []link
	latest := form.Editions()[len(form.Editions())-1]
	for _, c := range latest.Table(form.ApplicationsTable).Columns {
		list = append(list, link{"carry-over", form.Key{Table: form.ApplicationsTable, Item: "carried-over", Column: c.ID},
			[]linkTerm{{key: form.Key{Table: form.ApplicationsTable, Item: "carried-forward", Column: c.ID}, previous: true}}})
	}
	for _, it := range latest.Table("rules").Items {
		at := func(column string) form.Key { return form.Key{Table: "rules", Item: it.ID, Column: column} }
		list = append(list, link{"in-force", at("in-force"),
			[]linkTerm{{key: at("in-force"), previous: true}, {key: at("issued")}, {key: at("repealed"), minus: true}}})
	}
	return list
}

// checkAcross finds what only a comparison of several reports shows, and
// replaces the findings of that kind of all reports: a report can break or
// mend the chain of its neighbours.
func (s *Store) checkAcross(ctx context.Context, conn *sql.Conn) error {
	broken, err := s.brokenLinks(ctx, conn)
	if err != nil {
		return fmt.Errorf("compare the years: %w", err)
	}
	err = inTransaction(ctx, conn, func() error {
		if _, err := conn.ExecContext(ctx, `DELETE FROM store.findings WHERE across`); err != nil {
			return err
		}
		err := appendRows(conn, func(add func(string, []driver.Value, error) error) error {
			for i, b := range broken {
				row, err := findingRow(b.report, i, b.finding, true)
				if err := add("findings", row, err); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		return countFindings(ctx, conn)
	})
	if err != nil {
		return fmt.Errorf("keep the findings across years: %w", err)
	}
	return nil
}

// countFindings corrects the counts in the wide table where they changed.
func countFindings(ctx context.Context, conn *sql.Conn) error {
	_, err := conn.ExecContext(ctx, `UPDATE store.wide SET findings = c.n, errors = c.e FROM (
		SELECT w.report_id, count(f.report_id) AS n, count(*) FILTER (f.severity = 'error') AS e
		FROM store.wide w LEFT JOIN store.findings f USING (report_id) GROUP BY w.report_id) c
		WHERE c.report_id = wide.report_id AND (wide.findings <> c.n OR wide.errors <> c.e)`)
	return err
}

type brokenLink struct {
	report  int64
	finding form.Finding
}

// brokenLinks compares each report with the year before, in one pass.
func (s *Store) brokenLinks(ctx context.Context, q querier) ([]brokenLink, error) {
	all := links()
	var fields, conditions []string
	for _, l := range all {
		left, right := s.linkSQL(l)
		conditions = append(conditions, left+` <> `+right)
		for _, term := range l.terms() {
			name, _ := s.columns.name(term.key)
			fields = append(fields, yearAlias(term)+`.`+name)
		}
	}
	var broken []brokenLink
	err := eachRow(ctx, q, `SELECT c.report_id, c.statuses, p.statuses, `+strings.Join(fields, `, `)+`
		FROM store.wide c JOIN store.wide p ON p.body_id = c.body_id AND p.year = c.year - 1
		WHERE `+strings.Join(conditions, ` OR `)+` ORDER BY c.report_id`, func(rows *sql.Rows) error {
		var id int64
		var current, previous string
		values := make([]sql.NullInt64, len(fields))
		targets := []any{&id, &current, &previous}
		for i := range values {
			targets = append(targets, &values[i])
		}
		if err := rows.Scan(targets...); err != nil {
			return err
		}
		for _, l := range all {
			n := len(l.right) + 1
			if f, isBroken := s.judgeLink(l, values[:n], current, previous); isBroken {
				broken = append(broken, brokenLink{id, f})
			}
			values = values[n:]
		}
		return nil
	})
	return broken, err
}

// terms are the left term and the right ones.
func (l link) terms() []linkTerm { return append([]linkTerm{{key: l.left}}, l.right...) }

func yearAlias(t linkTerm) string {
	if t.previous {
		return `p`
	}
	return `c`
}

// linkSQL are both sides with blanks counted as 0.
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

// judgeLink judges one link as form.Identity is judged: it fails where every
// part is a number, is doubtful where one is not, and is no matter of ours
// where a report does not print a part, as in another edition.
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
		if t.minus {
			value = -value
		}
		if !values[i].Valid {
			f.Severity, f.Verdict = form.SeverityWarning, form.Doubtful
		}
		f.Terms = append(f.Terms, form.Term{Key: t.key, Right: i > 0, Value: value, Blank: !values[i].Valid})
		if i == 0 {
			f.Left = value
		} else {
			f.Right += value
		}
	}
	if !values[0].Valid { // the figure itself is blank, which its own hint tells
		return f, false
	}
	return f, f.Left != f.Right
}
