package data

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"slices"
	"strings"
)

// apply makes the changes, within the caller's transaction.
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
	if err := setPrevious(ctx, conn, f.previous); err != nil {
		return err
	}
	if err := saveSourceSets(ctx, conn, f.sourceSets); err != nil {
		return err
	}
	if err := s.promote(ctx, conn, f.promoted); err != nil {
		return err
	}
	return s.recomputeFigures(ctx, conn, without(f.amended, f.promoted))
}

// inParts passes a long list on in parts that fit into a statement.
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

// moveToWithdrawn takes reports and revisions out of effect.
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

// moveToRevisions takes reports out of force.
func moveToRevisions(ctx context.Context, conn *sql.Conn, list string) error {
	if _, err := conn.ExecContext(ctx, `INSERT INTO store.revisions SELECT *, now() FROM store.reports WHERE report_id IN `+list); err != nil {
		return err
	}
	return deleteIn(ctx, conn, list, append([]string{"reports"}, tablesInForce...)...)
}

// returnToRevisions gives withdrawn reports an effect again; promote may put them in force.
func returnToRevisions(ctx context.Context, conn *sql.Conn, list string) error {
	if _, err := conn.ExecContext(ctx, `INSERT INTO store.revisions SELECT *, now() FROM store.withdrawn WHERE report_id IN `+list); err != nil {
		return err
	}
	return deleteIn(ctx, conn, list, "withdrawn")
}

// setPrevious stores which report each report superseded, 0 for none.
func setPrevious(ctx context.Context, conn *sql.Conn, previous map[int64]int64) error {
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

// saveSourceSets records the sources of reports in force and the figures taken from the
// lower ones.
func saveSourceSets(ctx context.Context, conn *sql.Conn, list []sourceSet) error {
	if len(list) == 0 {
		return nil
	}
	var ids []int64
	for i := range list {
		ids = append(ids, list[i].inForce)
	}
	if err := deleteIn(ctx, conn, idList(ids), "sources", "taken"); err != nil {
		return err
	}
	return appendRows(conn, func(add func(string, []driver.Value, error) error) error {
		for i := range list {
			c := &list[i]
			if len(c.sources) < 2 {
				continue
			}
			for rank, s := range c.sources {
				n := c.counts[rank]
				if err := add("sources", []driver.Value{c.inForce, s.id, int32(rank), int32(n.adds), int32(n.confirms), int32(n.contradicts)}, nil); err != nil {
					return err
				}
			}
			for position, source := range c.taken {
				if err := add("taken", []driver.Value{c.inForce, int32(position), source}, nil); err != nil {
					return err
				}
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

// recomputeFigures recomputes what follows from the figures of single reports in force;
// compare does what needs several.
func (s *Store) recomputeFigures(ctx context.Context, conn *sql.Conn, ids []int64) error {
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

// inBatches reads reports with everything that is computed from them, a batch at a time.
func (s *Store) inBatches(ctx context.Context, conn *sql.Conn, ids []int64, do func(list string, entries []*storedReport) error) error {
	for len(ids) > 0 {
		n := min(len(ids), batchSize)
		entries, err := s.loadEntries(ctx, conn, ids[:n])
		if err != nil {
			return err
		}
		for _, e := range entries {
			if err := e.findPositions(s.columns); err != nil {
				return err
			}
			e.findings, e.phrases = s.check(e), phrases(&e.report)
		}
		if err := do(idList(ids[:n]), entries); err != nil {
			return err
		}
		ids = ids[n:]
	}
	return nil
}

// without returns the ids that are not in another list.
func without(ids, others []int64) []int64 {
	excluded := map[int64]bool{}
	for _, id := range others {
		excluded[id] = true
	}
	return slices.DeleteFunc(slices.Clone(ids), func(id int64) bool { return excluded[id] })
}

// compareAfter compares the reports after a settlement. If only figures were corrected,
// the texts have not changed.
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
