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
	var filled, differences []string
	for _, k := range keys {
		name, _ := s.columns.name(k)
		filled = append(filled, `coalesce(`+name+`, 0) AS `+name)
	}
	for _, id := range identities {
		differences = append(differences, `(`+s.sumOf(id.Left)+` - (`+s.sumOf(id.Right)+`))`)
	}
	where := q.filter()
	where.and(`edition = ?`, e.ID)
	where.and(`one_row = ?`, oneRow)
	// Blanks are filled in once, not once an identity, and one test on the bits
	// of all differences replaces one an identity: together three times faster.
	// Figures that only a mistake can make so large overflow a sum: TRY lets
	// such a report pass, to be judged below.
	statement := `WITH filled AS MATERIALIZED (SELECT report_id, statuses, ` + strings.Join(filled, `, `) + where.from() + `)
		SELECT * FROM filled WHERE coalesce(TRY((` + strings.Join(differences, ` | `) + `) <> 0), true) ORDER BY report_id`
	var broken []Broken
	figures := newFigureRow(keys)
	err := eachRow(ctx, s.db, statement, func(rows *sql.Rows) error {
		id, err := figures.scan(rows, s.columns)
		for _, identity := range identities {
			if j := identity.Judge(figures.index); j.Verdict == form.Fail || j.Verdict == form.Doubtful {
				broken = append(broken, Broken{id, j})
			}
		}
		return err
	}, where.args...)
	return broken, err
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

// figureRow reads row after row of figures into one set of them.
type figureRow struct {
	figures  []form.Figure
	index    map[form.Key]*form.Figure
	targets  []any
	report   int64
	statuses string
}

func newFigureRow(keys []form.Key) *figureRow {
	r := &figureRow{figures: make([]form.Figure, len(keys)), index: make(map[form.Key]*form.Figure, len(keys))}
	r.targets = []any{&r.report, &r.statuses}
	for i, k := range keys {
		r.figures[i].Key = k
		r.index[k] = &r.figures[i]
		r.targets = append(r.targets, (*int64)(&r.figures[i].Value))
	}
	return r
}

func (r *figureRow) scan(rows *sql.Rows, c *columns) (report int64, err error) {
	if err := rows.Scan(r.targets...); err != nil {
		return 0, err
	}
	for i := range r.figures {
		r.figures[i].Status = statusAt(r.statuses, c.position[r.figures[i].Key])
	}
	return r.report, nil
}
