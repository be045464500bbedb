package data

import (
	"context"
	"database/sql"
	"fmt"
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
// costs milliseconds for thousands of reports.
func (s *Store) BrokenIdentities(ctx context.Context, q Query) ([]Broken, error) {
	var all []Broken
	for _, e := range form.Editions() {
		for _, oneRow := range []bool{true, false} {
			broken, err := s.brokenIn(ctx, q, e, oneRow)
			if err != nil {
				return nil, fmt.Errorf("judge the identities: %w", err)
			}
			all = append(all, broken...)
		}
	}
	return all, nil
}

// brokenIn judges the reports of an edition that print （六） in one row, or in
// three.
func (s *Store) brokenIn(ctx context.Context, q Query, e *form.Edition, oneRow bool) ([]Broken, error) {
	identities := e.Identities(oneRow)
	keys := keysOf(identities)
	var fields, conditions []string
	for _, k := range keys {
		name, _ := s.columns.name(k)
		fields = append(fields, name)
	}
	for _, id := range identities {
		// Figures that only a mistake can make so large overflow a sum: such a
		// report passes the filter and is judged below.
		conditions = append(conditions, `coalesce(TRY(`+s.sumOf(id.Left)+` <> `+s.sumOf(id.Right)+`), true)`)
	}
	where := q.filter()
	where.and(`edition = ?`, e.ID)
	where.and(`one_row = ?`, oneRow)
	where.and(`(` + strings.Join(conditions, ` OR `) + `)`)
	var broken []Broken
	err := eachRow(ctx, s.db, `SELECT report_id, statuses, `+strings.Join(fields, `, `)+where.from()+` ORDER BY report_id`, func(rows *sql.Rows) error {
		id, figures, err := s.scanFigures(rows, keys)
		for _, identity := range identities {
			if j := identity.Judge(figures); j.Verdict == form.Fail || j.Verdict == form.Doubtful {
				broken = append(broken, Broken{id, j})
			}
		}
		return err
	}, where.args...)
	return broken, err
}

// sumOf is the SQL of a sum with blanks counted as 0.
func (s *Store) sumOf(keys []form.Key) string {
	parts := make([]string, len(keys))
	for i, k := range keys {
		name, _ := s.columns.name(k)
		parts[i] = `coalesce(` + name + `, 0)`
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

func (s *Store) scanFigures(rows *sql.Rows, keys []form.Key) (id int64, figures map[form.Key]*form.Figure, err error) {
	values := make([]sql.NullInt64, len(keys))
	var statuses string
	targets := []any{&id, &statuses}
	for i := range values {
		targets = append(targets, &values[i])
	}
	if err := rows.Scan(targets...); err != nil {
		return 0, nil, err
	}
	figures = make(map[form.Key]*form.Figure, len(keys))
	for i, k := range keys {
		if status := statusAt(statuses, s.columns.position[k]); status != Missing {
			figures[k] = &form.Figure{Key: k, Status: status, Value: form.Number(values[i].Int64)}
		}
	}
	return id, figures, nil
}
