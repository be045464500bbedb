package data

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"strconv"
	"time"
)

// ImportInfo describes an import that has ended.
type ImportInfo struct {
	ID                            int64
	Label                         string
	Sample                        bool
	Started                       time.Time
	Finished, Undone              time.Time // zero if it did not
	Imported, Replaced, Unchanged int
}

// Imports lists the imports that changed something, the latest first.
func (s *Store) Imports(ctx context.Context) ([]ImportInfo, error) {
	var list []ImportInfo
	err := eachRow(ctx, s.db, `SELECT import_id, label, sample, started_at, finished_at, undone_at, imported, replaced, unchanged
		FROM store.imports ORDER BY import_id DESC`, func(rows *sql.Rows) error {
		var i ImportInfo
		var finished, undone sql.NullTime
		err := rows.Scan(&i.ID, &i.Label, &i.Sample, &i.Started, &finished, &undone, &i.Imported, &i.Replaced, &i.Unchanged)
		i.Finished, i.Undone = finished.Time, undone.Time
		list = append(list, i)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list the imports: %w", err)
	}
	return list, nil
}

// Undo takes back all that an import saved: reports it brought are gone, and
// those they superseded are in force again. Reports that a later import put in
// their place stay. It returns the number of reports taken back.
func (s *Store) Undo(ctx context.Context, importID int64) (int, error) {
	return s.undo(ctx, `import_id = ?`, importID)
}

// RemoveSamples takes back the imports of the program's own examples.
func (s *Store) RemoveSamples(ctx context.Context) (int, error) {
	n, err := s.undo(ctx, `sample AND ?`, true)
	return n, err
}

// HasSamples reports whether examples of the program are in the store.
func (s *Store) HasSamples(ctx context.Context) (has bool, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT count(*) > 0 FROM store.imports WHERE sample AND undone_at IS NULL`).Scan(&has)
	if err != nil {
		return false, fmt.Errorf("look for examples: %w", duckdbError(err))
	}
	return has, nil
}

// undo takes back those imports that the condition chooses and that have not been
// undone yet.
func (s *Store) undo(ctx context.Context, condition string, argument any) (removed int, err error) {
	if err := s.lockWriter(); err != nil {
		return 0, err
	}
	defer s.unlockWriter()
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return 0, fmt.Errorf("undo: %w", duckdbError(err))
	}
	defer conn.Close()
	var imports []int64
	err = eachRow(ctx, conn, `SELECT import_id FROM store.imports WHERE undone_at IS NULL AND `+condition, func(rows *sql.Rows) error {
		var id int64
		err := rows.Scan(&id)
		imports = append(imports, id)
		return err
	}, argument)
	if err == nil && len(imports) == 0 {
		err = ErrUnknownImport
	}
	if err != nil {
		return 0, fmt.Errorf("undo: %w", err)
	}
	err = writeLinked(ctx, conn, func() error {
		if err := noteComparison(ctx, conn, everyReport); err != nil {
			return err
		}
		if removed, err = s.takeBack(ctx, conn, `import_id IN `+idList(imports)); err != nil {
			return err
		}
		_, err = conn.ExecContext(ctx, `UPDATE store.imports SET undone_at = now() WHERE import_id IN `+idList(imports))
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("undo: %w", err)
	}
	s.order.written.Add(1)
	checkpoint(ctx, conn)
	return removed, s.compareAll(ctx, conn)
}

// withdraw takes one report back, as if it had never been saved: what it superseded is in
// force again.
func (s *Store) withdraw(ctx context.Context, conn *sql.Conn, report int64) error {
	return writeLinked(ctx, conn, func() error {
		if err := noteComparison(ctx, conn, everyReport); err != nil {
			return err
		}
		_, err := s.takeBack(ctx, conn, `report_id = `+strconv.FormatInt(report, 10))
		return err
	})
}

// takeBack removes the reports that a condition chooses within the caller's transaction.
func (s *Store) takeBack(ctx context.Context, conn *sql.Conn, chosen string) (int, error) {
	chains, err := readChains(ctx, conn, chosen)
	if err != nil {
		return 0, err
	}
	restored := chains.restored()
	if err := s.dropReports(ctx, conn, chosen); err != nil {
		return 0, err
	}
	for id, previous := range chains.spliced() {
		var value any
		if previous != 0 {
			value = previous
		}
		for _, table := range []string{"reports", "revisions"} {
			if _, err := conn.ExecContext(ctx, `UPDATE store.`+table+` SET previous = ? WHERE report_id = ?`, value, id); err != nil {
				return 0, err
			}
		}
	}
	return len(chains.undone), s.restore(ctx, conn, restored)
}

func (s *Store) dropReports(ctx context.Context, conn *sql.Conn, chosen string) error {
	ids := `(SELECT report_id FROM store.reports WHERE ` + chosen + ` UNION ALL SELECT report_id FROM store.revisions WHERE ` + chosen + `)`
	return deleteIn(ctx, conn, ids, "wide", "compact", "metrics", "findings", "cells", "prints", "phrases", "documents", "reports", "revisions")
}

// restore puts superseded reports in force again.
func (s *Store) restore(ctx context.Context, conn *sql.Conn, ids []int64) error {
	for len(ids) > 0 {
		n := min(len(ids), batchSize)
		entries, err := s.loadEntries(ctx, conn, ids[:n])
		if err != nil {
			return err
		}
		if err := deleteIn(ctx, conn, idList(ids[:n]), "revisions"); err != nil {
			return err
		}
		err = appendRows(conn, func(add func(string, []driver.Value, error) error) error {
			for _, e := range entries {
				if err := e.findPositions(s.columns); err != nil {
					return err
				}
				e.findings, e.phrases = s.checker.Check(&e.report), phrases(&e.report)
				if err := s.appendInForce(e, add); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		if err := verifyUnique(ctx, conn, entries); err != nil {
			return err
		}
		ids = ids[n:]
	}
	return nil
}

// chains are the reports of the bodies and years that an undo touches, each linked
// to the one it superseded.
type chains struct {
	previous map[int64]int64 // report → the one it superseded, 0 if none
	undone   map[int64]bool
	inForce  map[int64]bool
}

func readChains(ctx context.Context, conn *sql.Conn, chosen string) (chains, error) {
	c := chains{map[int64]int64{}, map[int64]bool{}, map[int64]bool{}}
	touched := `SELECT body_id, year FROM store.reports WHERE ` + chosen + ` UNION SELECT body_id, year FROM store.revisions WHERE ` + chosen
	err := eachRow(ctx, conn, `WITH touched AS (`+touched+`)
		SELECT report_id, coalesce(previous, 0), `+chosen+`, true FROM store.reports SEMI JOIN touched USING (body_id, year)
		UNION ALL SELECT report_id, coalesce(previous, 0), `+chosen+`, false FROM store.revisions SEMI JOIN touched USING (body_id, year)`,
		func(rows *sql.Rows) error {
			var id, previous int64
			var undone, inForce bool
			err := rows.Scan(&id, &previous, &undone, &inForce)
			c.previous[id] = previous
			if undone {
				c.undone[id] = true
			}
			if inForce {
				c.inForce[id] = true
			}
			return err
		})
	return c, err
}

// survivor is the latest report before id that the undo does not remove, 0 if none.
func (c chains) survivor(id int64) int64 {
	id = c.previous[id]
	for c.undone[id] {
		id = c.previous[id]
	}
	return id
}

// restored are the reports that come into force again.
func (c chains) restored() []int64 {
	var ids []int64
	for id := range c.inForce {
		if previous := c.survivor(id); c.undone[id] && previous != 0 {
			ids = append(ids, previous)
		}
	}
	return ids
}

// spliced maps the remaining reports whose predecessor is removed to their new one.
func (c chains) spliced() map[int64]int64 {
	changed := map[int64]int64{}
	for id, previous := range c.previous {
		if !c.undone[id] && c.undone[previous] {
			changed[id] = c.survivor(id)
		}
	}
	return changed
}
