package data

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"slices"
	"strings"

	"nianbao/data/form"
)

// Which report is in force for a body and year follows from the steps alone: of the
// reports that no step has taken away, it is the one with the highest id, or the highest
// source; the others are its revisions.

// settlement is what has to change in the tables to put that into effect.
type settlement struct {
	withdrawn  []int64 // reports and revisions that no longer have an effect
	demoted    []int64 // reports in force that become revisions
	returned   []int64 // withdrawn reports that have an effect again
	promoted   []int64 // reports that come into force, from whichever table
	previous   map[int64]int64
	restored   int
	empty      int
	amended    []int64 // reports in force whose figures must be computed again
	sourceSets []sourceSet
	places     bool            // bodies have moved, so that other reports may contain others
	mixed      [][]chainReport // chains in which not all reports are forms
	pure       [][]chainReport // the others
}

// chainReport is a report of a body and year, with the table it is in and whether it has
// an effect.
type chainReport struct {
	id, previous int64
	table        string // reports, revisions or withdrawn
	kind         form.SourceKind
	active       bool
}

// settlementOf finds out what has to change for the bodies and years that a query lists.
func settlementOf(ctx context.Context, conn *sql.Conn, touched string) (settlement, error) {
	found := settlement{previous: map[int64]int64{}}
	var chain []chainReport
	var body, year int
	err := eachRow(ctx, conn, `WITH touched AS (`+touched+`)
		SELECT e.body_id, e.year, e.report_id, coalesce(e.previous, 0), e.place, i.report_id IS NULL, coalesce(d.kind, 'form')
		FROM store.every_report e SEMI JOIN touched USING (body_id, year) LEFT JOIN store.inactive i USING (report_id) LEFT JOIN store.documents d USING (report_id)
		ORDER BY e.body_id, e.year, e.report_id`, func(rows *sql.Rows) error {
		var p chainReport
		var ofBody, ofYear int
		err := rows.Scan(&ofBody, &ofYear, &p.id, &p.previous, &p.table, &p.active, &p.kind)
		if ofBody != body || ofYear != year {
			found.add(chain)
			chain, body, year = nil, ofBody, ofYear
		}
		chain = append(chain, p)
		return err
	})
	found.add(chain)
	if err != nil {
		return found, err
	}
	for _, chain := range found.pure {
		found.putInForce(chain, lastActive(chain))
	}
	return found, found.addMixed(ctx, conn)
}

// add adds the reports of one body and year, by id.
func (f *settlement) add(chain []chainReport) {
	for _, p := range chain {
		if p.kind.Rank() != 0 {
			f.mixed = append(f.mixed, chain)
			return
		}
	}
	f.pure = append(f.pure, chain)
}

// lastActive is the report in force of a chain of forms, 0 if none has an effect.
func lastActive(chain []chainReport) (id int64) {
	for _, p := range chain {
		if p.active {
			id = p.id
		}
	}
	return id
}

// addMixed adds the changes for the chains in which a report can have several sources.
func (f *settlement) addMixed(ctx context.Context, q querier) error {
	for from := 0; from < len(f.mixed); from += batchSize {
		chains := f.mixed[from:min(from+batchSize, len(f.mixed))]
		var ids []int64
		for _, chain := range chains {
			for _, p := range chain {
				if p.active {
					ids = append(ids, p.id)
				}
			}
		}
		all, err := readSources(ctx, q, ids)
		if err != nil {
			return err
		}
		byID := map[int64]sourceReport{}
		for _, s := range all {
			byID[s.id] = s
		}
		for _, chain := range chains {
			var active []sourceReport
			for _, p := range chain {
				if p.active {
					active = append(active, byID[p.id])
				}
			}
			c := arrange(active)
			f.putInForce(chain, c.inForce)
			if c.inForce != 0 {
				f.sourceSets = append(f.sourceSets, c)
				f.amended = append(f.amended, c.inForce)
			}
		}
	}
	return nil
}

// putInForce adds the changes that put a report of a chain in force.
func (f *settlement) putInForce(chain []chainReport, inForce int64) {
	var last int64
	was := int64(0)
	for _, p := range chain {
		if p.table == "reports" {
			was = p.id
		}
		switch {
		case !p.active && p.table != "withdrawn":
			f.withdrawn = append(f.withdrawn, p.id)
		case p.active && p.table == "withdrawn":
			f.returned = append(f.returned, p.id)
		}
		if !p.active {
			continue
		}
		switch {
		case p.id == inForce && p.table != "reports":
			f.promoted = append(f.promoted, p.id)
		case p.id != inForce && p.table == "reports":
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
	case was > inForce && inForce != 0:
		f.restored++
	}
}

// effect counts the changes before they are made.
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
func (f *settlement) isEmpty() bool { return !f.moves() && len(f.amended) == 0 && !f.places }

// moves reports whether reports come or go.
func (f *settlement) moves() bool {
	return len(f.withdrawn)+len(f.demoted)+len(f.returned)+len(f.promoted) > 0
}

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
	return s.figuresAgain(ctx, conn, without(f.amended, f.promoted))
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

// figuresAgain recomputes everything that follows from the figures of reports in force by
// themselves; compare does the rest.
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

// inBatches reads reports in batches, with everything that is computed from them.
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

// without returns the ids that are not in another list.
func without(ids, others []int64) []int64 {
	excluded := map[int64]bool{}
	for _, id := range others {
		excluded[id] = true
	}
	return slices.DeleteFunc(slices.Clone(ids), func(id int64) bool { return excluded[id] })
}
