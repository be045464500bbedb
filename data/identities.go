package data

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"nianbao/data/form"
)

// Broken is an identity that does not hold in a report, judged as at its
// import: form.Fail or form.Doubtful.
type Broken struct {
	ReportID int64
	form.Judgement
}

// BrokenIdentities judges all identities of all reports of the query in one
// pass over the wide table. It finds what form.Check found at each import, and
// costs a tenth of a second for thirty thousand reports.
func (s *Store) BrokenIdentities(ctx context.Context, q Query) ([]Broken, error) {
	identities := suspicious()
	keys := keysOf(identities)
	var names, filled []string
	for _, k := range keys {
		name, _ := s.columns.name(k)
		names = append(names, name)
		filled = append(filled, `coalesce(`+name+`, 0) AS `+name)
	}
	where := q.filter()
	statement := `SELECT report_id, edition, one_row, statuses, ` + strings.Join(names, `, `) + ` FROM store.wide
		WHERE report_id IN (SELECT unnest(list(report_id) FILTER (differs)) FROM (SELECT report_id, ` + s.differs(identities) + ` AS differs
			FROM (SELECT report_id, ` + strings.Join(filled, `, `) + where.from() + `)))
		ORDER BY report_id`
	var broken []Broken
	row := newFigureRow(keys, s.columns)
	err := eachRow(ctx, s.db, statement, func(rows *sql.Rows) error {
		if err := row.scan(rows); err != nil {
			return err
		}
		for _, j := range s.checker.Broken(&row.report) {
			broken = append(broken, Broken{row.id, j})
		}
		return nil
	}, where.args...)
	if err != nil {
		return nil, fmt.Errorf("judge the identities: %w", err)
	}
	return broken, nil
}

// suspicious are identities of which one does not hold, with blanks counted as
// 0, wherever one of any edition is broken. They have the parts of all
// editions, because a part that a report does not print counts as 0. In the
// wide table each report has （六）其他处理 as one figure, so that the
// identities of the one row serve all.
func suspicious() []form.Identity {
	type name struct {
		rule form.RuleID
		key  form.Key
	}
	var all []form.Identity
	at := map[name]int{}
	for _, oneRow := range []bool{true, false} {
		known := len(all)
		for _, e := range form.Editions() {
			for _, id := range e.Identities(oneRow) {
				n := name{id.Rule, id.Key}
				switch i, isKnown := at[n]; {
				case !isKnown:
					at[n] = len(all)
					all = append(all, id)
				case i >= known: // of another edition in the same pass
					all[i].Left, all[i].Right = union(all[i].Left, id.Left), union(all[i].Right, id.Right)
				}
			}
		}
	}
	return all
}

func union(keys, more []form.Key) []form.Key {
	for _, k := range more {
		if !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	return keys
}

// differs is the SQL of whether one of the identities does not hold, of rows
// that have blanks filled in. One test
// on the bits of all differences replaces one an identity. Figures that only a
// mistake can make so large overflow a sum: TRY lets such a report pass, to be
// judged exactly like the others.
func (s *Store) differs(identities []form.Identity) string {
	var differences []string
	for _, id := range identities {
		differences = append(differences, `(`+s.sumOf(id.Left)+` - (`+s.sumOf(id.Right)+`))`)
	}
	return `coalesce(TRY((` + strings.Join(differences, ` | `) + `) <> 0), true)`
}

// sumOf is the SQL of a sum.
func (s *Store) sumOf(keys []form.Key) string {
	parts := make([]string, len(keys))
	for i, k := range keys {
		parts[i], _ = s.columns.name(k)
	}
	return strings.Join(parts, ` + `)
}

// keysOf lists the figures that the identities need, each once.
func keysOf(identities []form.Identity) []form.Key {
	var keys []form.Key
	seen := map[form.Key]bool{}
	for _, id := range identities {
		for _, side := range [][]form.Key{id.Left, id.Right} {
			for _, k := range side {
				if !seen[k] {
					seen[k] = true
					keys = append(keys, k)
				}
			}
		}
	}
	return keys
}

// figureRow reads row after row of the wide table into one report.
type figureRow struct {
	id       int64
	report   form.Report
	keys     []form.Key
	position []int  // of each key in the statuses
	isGroup  []bool // printed only where （六） is one row
	values   []sql.NullInt64
	targets  []any
	oneRow   bool
	statuses string
}

func newFigureRow(keys []form.Key, c *columns) *figureRow {
	r := &figureRow{keys: keys, values: make([]sql.NullInt64, len(keys))}
	r.targets = []any{&r.id, &r.report.Edition, &r.oneRow, &r.statuses}
	for i, k := range keys {
		r.position, r.isGroup = append(r.position, c.position[k]), append(r.isGroup, form.IsGroup(k))
		r.targets = append(r.targets, &r.values[i])
	}
	return r
}

// scan fills the report with the figures it prints.
func (r *figureRow) scan(rows *sql.Rows) error {
	if err := rows.Scan(r.targets...); err != nil {
		return err
	}
	r.report.Figures = r.report.Figures[:0]
	for i, k := range r.keys {
		status := statusAt(r.statuses, r.position[i])
		if status == Missing || !r.oneRow && r.isGroup[i] {
			continue
		}
		r.report.Figures = append(r.report.Figures, form.Figure{Key: k, Status: status, Value: form.Number(r.values[i].Int64)})
	}
	return nil
}
