package data

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"strings"
)

// Which report holds for a body and year follows from the steps alone: of those
// that no step has taken away, the one with the highest number is in force, and
// the others are its revisions.

// settlement is what has to be done for that to be so.
type settlement struct {
	withdrawn []int64 // reports and revisions that have no effect any more
	demoted   []int64 // reports in force that become revisions
	returned  []int64 // withdrawn reports that have effect again
	promoted  []int64 // those that come into force, from wherever they are
	previous  map[int64]int64
	restored  int
	empty     int
	amended   []int64 // reports in force whose figures are to be made again
}

// placed is a report with where it is and whether it has effect.
type placed struct {
	id, previous int64
	place        string // reports, revisions or withdrawn
	active       bool
}

// settle finds out what has to be done for the bodies and years that a query
// lists.
func settle(ctx context.Context, conn *sql.Conn, touched string) (settlement, error) {
	found := settlement{previous: map[int64]int64{}}
	var chain []placed
	var body, year int
	err := eachRow(ctx, conn, `WITH touched AS (`+touched+`)
		SELECT e.body_id, e.year, e.report_id, coalesce(e.previous, 0), e.place, i.report_id IS NULL
		FROM store.every_report e SEMI JOIN touched USING (body_id, year) LEFT JOIN store.inactive i USING (report_id)
		ORDER BY e.body_id, e.year, e.report_id`, func(rows *sql.Rows) error {
		var p placed
		var ofBody, ofYear int
		err := rows.Scan(&ofBody, &ofYear, &p.id, &p.previous, &p.place, &p.active)
		if ofBody != body || ofYear != year {
			found.add(chain)
			chain, body, year = nil, ofBody, ofYear
		}
		chain = append(chain, p)
		return err
	})
	found.add(chain)
	return found, err
}

// add takes in the reports of one body and year, by number.
func (f *settlement) add(chain []placed) {
	var inForce, last int64
	for _, p := range chain {
		if p.active {
			inForce = p.id
		}
	}
	was := int64(0)
	for _, p := range chain {
		if p.place == "reports" {
			was = p.id
		}
		switch {
		case !p.active && p.place != "withdrawn":
			f.withdrawn = append(f.withdrawn, p.id)
		case p.active && p.place == "withdrawn":
			f.returned = append(f.returned, p.id)
		}
		if !p.active {
			continue
		}
		switch {
		case p.id == inForce && p.place != "reports":
			f.promoted = append(f.promoted, p.id)
		case p.id != inForce && p.place == "reports":
			f.demoted = append(f.demoted, p.id)
		}
		if p.previous != last {
			f.previous[p.id] = last
		}
		last = p.id
	}
	switch {
	case was != 0 && inForce == 0:
		f.empty++
	case was > inForce:
		f.restored++
	}
}

// effect counts what will happen, before it does.
func (f *settlement) effect(ctx context.Context, q querier) (Effect, error) {
	e := Effect{Withdrawn: len(f.withdrawn), Returned: len(f.returned), Restored: f.restored, Empty: f.empty}
	if len(f.withdrawn) == 0 {
		return e, nil
	}
	err := eachRow(ctx, q, `SELECT count(*) FROM store.amended SEMI JOIN store.reports USING (report_id) WHERE report_id IN `+idList(f.withdrawn),
		func(rows *sql.Rows) error { return rows.Scan(&e.Amended) })
	return e, err
}

// isEmpty reports whether there is nothing to do.
func (f *settlement) isEmpty() bool { return !f.moves() && len(f.amended) == 0 }

// moves reports whether reports come or go.
func (f *settlement) moves() bool {
	return len(f.withdrawn)+len(f.demoted)+len(f.returned)+len(f.promoted) > 0
}

// apply does it, within the caller's transaction.
func (s *Store) apply(ctx context.Context, conn *sql.Conn, f settlement) error {
	if f.isEmpty() {
		return nil
	}
	if err := noteComparison(ctx, conn, everyReport); err != nil {
		return err
	}
	for _, step := range []struct {
		ids  []int64
		move func(ctx context.Context, conn *sql.Conn, list string) error
	}{{f.withdrawn, moveToWithdrawn}, {f.demoted, moveToRevisions}, {f.returned, returnToRevisions}} {
		err := inParts(step.ids, func(part []int64) error { return step.move(ctx, conn, idList(part)) })
		if err != nil {
			return err
		}
	}
	if err := chain(ctx, conn, f.previous); err != nil {
		return err
	}
	if err := s.promote(ctx, conn, f.promoted); err != nil {
		return err
	}
	return s.figuresAgain(ctx, conn, f.amended)
}

// compareAfter compares the reports after a settlement. If only figures were
// corrected, the texts are as they were.
func (s *Store) compareAfter(ctx context.Context, conn *sql.Conn, f settlement) error {
	s.order.written.Add(1)
	if f.isEmpty() {
		return nil
	}
	if f.moves() {
		checkpoint(ctx, conn)
	}
	return s.compare(ctx, conn, textScope{every: f.moves()}, func() error { return nil })
}

// inParts hands over a long list in parts that a statement can name.
func inParts(ids []int64, do func([]int64) error) error {
	const most = 10_000
	for len(ids) > 0 {
		n := min(len(ids), most)
		if err := do(ids[:n]); err != nil {
			return err
		}
		ids = ids[n:]
	}
	return nil
}

func moveToWithdrawn(ctx context.Context, conn *sql.Conn, list string) error {
	for _, statement := range []string{
		`INSERT INTO store.withdrawn SELECT * FROM store.reports WHERE report_id IN ` + list,
		`INSERT INTO store.withdrawn SELECT * EXCLUDE (superseded_at) FROM store.revisions WHERE report_id IN ` + list,
	} {
		if _, err := conn.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return deleteIn(ctx, conn, list, append([]string{"reports", "revisions"}, tablesInForce...)...)
}

func moveToRevisions(ctx context.Context, conn *sql.Conn, list string) error {
	if _, err := conn.ExecContext(ctx, `INSERT INTO store.revisions SELECT *, now() FROM store.reports WHERE report_id IN `+list); err != nil {
		return err
	}
	return deleteIn(ctx, conn, list, append([]string{"reports"}, tablesInForce...)...)
}

func returnToRevisions(ctx context.Context, conn *sql.Conn, list string) error {
	if _, err := conn.ExecContext(ctx, `INSERT INTO store.revisions SELECT *, now() FROM store.withdrawn WHERE report_id IN `+list); err != nil {
		return err
	}
	return deleteIn(ctx, conn, list, "withdrawn")
}

// chain says which report each superseded, 0 for none.
func chain(ctx context.Context, conn *sql.Conn, previous map[int64]int64) error {
	if len(previous) == 0 {
		return nil
	}
	var ids []int64
	for id := range previous {
		ids = append(ids, id)
	}
	return inParts(ids, func(part []int64) error {
		pairs := make([]string, len(part))
		for i, id := range part {
			pairs[i] = fmt.Sprintf("(%d,%d)", id, previous[id])
		}
		for _, table := range []string{"reports", "revisions"} {
			_, err := conn.ExecContext(ctx, `UPDATE store.`+table+` SET previous = nullif(v.previous, 0) FROM (VALUES `+strings.Join(pairs, ",")+`) v(id, previous)
				WHERE `+table+`.report_id = v.id`)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// promote brings revisions into force.
func (s *Store) promote(ctx context.Context, conn *sql.Conn, ids []int64) error {
	return s.inBatches(ctx, conn, ids, func(list string, entries []*storedReport) error {
		if err := deleteIn(ctx, conn, list, "revisions"); err != nil {
			return err
		}
		err := appendRows(conn, func(add func(string, []driver.Value, error) error) error {
			for _, e := range entries {
				if err := s.appendInForce(e, add); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		return verifyUnique(ctx, conn, entries)
	})
}

// figuresAgain makes everything again that follows from the figures of reports in
// force. What was found by comparing reports is for compare.
func (s *Store) figuresAgain(ctx context.Context, conn *sql.Conn, ids []int64) error {
	return s.inBatches(ctx, conn, ids, func(list string, entries []*storedReport) error {
		if err := deleteIn(ctx, conn, list, "wide", "compact", "metrics", "phrases"); err != nil {
			return err
		}
		if _, err := conn.ExecContext(ctx, `DELETE FROM store.findings WHERE NOT across AND report_id IN `+list); err != nil {
			return err
		}
		return appendRows(conn, func(add func(string, []driver.Value, error) error) error {
			for _, e := range entries {
				if err := s.appendFigures(e, add); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

// inBatches reads reports, a batch at a time, with all that is computed from them.
func (s *Store) inBatches(ctx context.Context, conn *sql.Conn, ids []int64, do func(list string, entries []*storedReport) error) error {
	for len(ids) > 0 {
		n := min(len(ids), batchSize)
		entries, err := s.loadEntries(ctx, conn, ids[:n])
		if err != nil {
			return err
		}
		for _, e := range entries {
			if err := e.place(s.columns); err != nil {
				return err
			}
			e.findings, e.phrases = s.checker.Check(&e.report), phrases(&e.report)
		}
		if err := do(idList(ids[:n]), entries); err != nil {
			return err
		}
		ids = ids[n:]
	}
	return nil
}
