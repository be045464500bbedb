package data

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/duckdb/duckdb-go/v2"
)

// writeBatch saves the reports in one transaction and verifies afterwards that
// it was committed.
func (s *Store) writeBatch(ctx context.Context, conn *sql.Conn, b batch) error {
	err := writeLinked(ctx, conn, func() error {
		if err := correctLines(ctx, conn, b.corrected); err != nil {
			return err
		}
		if len(b.entries) == 0 {
			return s.appendBatch(conn, b)
		}
		if err := noteComparison(ctx, conn, b.importID); err != nil {
			return err
		}
		if err := forgetRedo(ctx, conn); err != nil {
			return err
		}
		if err := supersede(ctx, conn, b.entries); err != nil {
			return err
		}
		if err := s.appendBatch(conn, b); err != nil {
			return err
		}
		if err := s.rankSources(ctx, conn, b.entries); err != nil {
			return err
		}
		return verifyUnique(ctx, conn, b.entries)
	})
	if err != nil {
		return err
	}
	var kept bool
	err = conn.QueryRowContext(ctx, `SELECT count(*) = 1 FROM store.batches WHERE batch_id = ?`, b.id).Scan(&kept)
	if err != nil {
		return duckdbError(err)
	}
	if !kept {
		return ErrNotSaved
	}
	s.order.written.Add(1)
	return nil
}

// batch is what one transaction saves.
type batch struct {
	id, importID int64
	bodies       []body
	entries      []*storedReport
	rows         int // at most, of one table
	lines        []Line
	answers      []answered
	corrected    []Line    // these replace lines of earlier batches
	rivals       []rivalry // files that the user has to choose from
}

// isFull reports whether the batch must be written before it takes more.
func (b *batch) isFull() bool {
	return len(b.entries) >= batchSize || b.rows >= batchRows || len(b.lines) >= batchLines
}

// isEmpty reports whether there is nothing to write.
func (b *batch) isEmpty() bool {
	return len(b.entries)+len(b.lines)+len(b.corrected)+len(b.rivals)+len(b.answers) == 0
}

// body is an administrative body; its name is unique in its region only.
type body struct {
	id           int
	region, unit string
}

// rankSources decides which report is in force for each body and year with several
// sources.
func (s *Store) rankSources(ctx context.Context, conn *sql.Conn, entries []*storedReport) error {
	var touched []string
	for _, e := range entries {
		if e.isOneOfSeveral {
			touched = append(touched, fmt.Sprintf("(%d,%d)", e.body, e.report.Year))
		}
	}
	if len(touched) == 0 {
		return nil
	}
	found, err := settlementOf(ctx, conn, `SELECT * FROM (VALUES `+strings.Join(touched, ",")+`) t(body_id, year)`)
	if err != nil {
		return err
	}
	return s.apply(ctx, conn, found)
}

// supersede moves replaced reports to the revisions.
func supersede(ctx context.Context, conn *sql.Conn, entries []*storedReport) error {
	var old []int64
	for _, e := range entries {
		if e.previous != 0 {
			old = append(old, e.previous)
		}
	}
	if len(old) == 0 {
		return nil
	}
	return moveToRevisions(ctx, conn, idList(old))
}

// deleteIn deletes the rows of the listed reports from the store's tables.
func deleteIn(ctx context.Context, conn *sql.Conn, list string, tables ...string) error {
	for _, table := range tables {
		if _, err := conn.ExecContext(ctx, `DELETE FROM store.`+table+` WHERE report_id IN `+list); err != nil {
			return err
		}
	}
	return nil
}

// idList writes ids as an SQL list; numbers need no parameters.
func idList[T ~int | ~int64](ids []T) string {
	texts := make([]string, len(ids))
	for i, id := range ids {
		texts[i] = strconv.FormatInt(int64(id), 10)
	}
	return "(" + strings.Join(texts, ",") + ")"
}

func (s *Store) appendBatch(conn *sql.Conn, b batch) error {
	return appendRows(conn, func(add func(table string, row []driver.Value, err error) error) error {
		for _, body := range b.bodies {
			if err := add("bodies", []driver.Value{int32(body.id), body.region, body.unit}, nil); err != nil {
				return err
			}
		}
		for _, e := range b.entries {
			if err := s.appendEntry(e, add); err != nil {
				return err
			}
		}
		for i := range b.lines {
			if err := add("lines", b.lines[i].row(), nil); err != nil {
				return err
			}
		}
		for _, r := range b.rivals {
			if err := add("rivals", []driver.Value{b.importID, r.region, r.unit, int32(r.year), r.hash, r.sheet}, nil); err != nil {
				return err
			}
		}
		for _, a := range b.answers {
			if err := add("answers", []driver.Value{b.importID, a.of, int32(a.number)}, nil); err != nil {
				return err
			}
		}
		var last driver.Value
		if n := len(b.entries); n > 0 {
			last = b.entries[n-1].id
		}
		return add("batches", []driver.Value{b.id, b.importID, int32(len(b.entries)), last}, nil)
	})
}

func (s *Store) appendEntry(e *storedReport, add func(table string, row []driver.Value, err error) error) error {
	var err error
	if e.isOneOfSeveral { // rankSources decides whether it is in force
		err = add("withdrawn", e.reportRow(), nil)
	} else {
		err = s.appendInForce(e, add)
	}
	if err != nil {
		return err
	}
	return e.appendContent(add)
}

// appendContent adds what a report keeps whether it is in force or superseded: its rows
// in cells, prints and documents.
func (e *storedReport) appendContent(add func(table string, row []driver.Value, err error) error) error {
	cell := make([]driver.Value, 6) // reused: the appender copies it
	cell[0] = e.id
	for i := range e.report.Figures {
		hasPrint := e.cellRow(i, cell)
		if err := add("cells", cell, nil); err != nil {
			return err
		}
		if hasPrint {
			if err := add("prints", e.printRow(i), nil); err != nil {
				return err
			}
		}
	}
	row, err := e.documentRow()
	return add("documents", row, err)
}

// appendInForce adds what only a report in force has: its rows in reports, wide, compact,
// metrics, phrases and findings.
func (s *Store) appendInForce(e *storedReport, add func(table string, row []driver.Value, err error) error) error {
	if err := add("reports", e.reportRow(), nil); err != nil {
		return err
	}
	return s.appendFigures(e, add)
}

// appendFigures adds the rows that are computed from the figures of a report in force.
func (s *Store) appendFigures(e *storedReport, add func(table string, row []driver.Value, err error) error) error {
	f := e.dense(s.columns)
	if err := add("wide", e.wideRow(f), nil); err != nil {
		return err
	}
	if err := add("compact", e.compactRow(f, e.report.OneRowOther()), nil); err != nil {
		return err
	}
	if err := add("metrics", s.metricRow(e, f), nil); err != nil {
		return err
	}
	return e.appendChecks(add)
}

// appendChecks adds the findings of the report and the phrases of its text.
func (e *storedReport) appendChecks(add func(table string, row []driver.Value, err error) error) error {
	for _, p := range e.phrases {
		if err := add("phrases", phraseRow(e.id, p), nil); err != nil {
			return err
		}
	}
	for i, f := range e.findings {
		row, err := findingRow(e.id, i, f, false)
		if err := add("findings", row, err); err != nil {
			return err
		}
	}
	return nil
}

// appendRows opens an appender for each table when its first row comes, and flushes them
// all at the end.
func appendRows(conn *sql.Conn, fill func(add func(table string, row []driver.Value, err error) error) error) error {
	return conn.Raw(func(raw any) (err error) {
		open := map[string]*duckdb.Appender{}
		defer func() {
			for table, a := range open {
				if closing := a.Close(); closing != nil {
					err = errors.Join(err, fmt.Errorf("append to %s: %w", table, closing))
				}
			}
		}()
		return fill(func(table string, row []driver.Value, err error) error {
			if err != nil {
				return err
			}
			a := open[table]
			if a == nil {
				a, err = duckdb.NewAppenderFromConn(raw.(driver.Conn), "store", table)
				if err != nil {
					return err
				}
				open[table] = a
			}
			return a.AppendRow(row...)
		})
	})
}

// verifyUnique checks that each body and year of the batch has a single report in force,
// since the table has no key.
func verifyUnique(ctx context.Context, conn *sql.Conn, entries []*storedReport) error {
	bodies := make([]int, len(entries))
	for i, e := range entries {
		bodies[i] = e.body
	}
	var double sql.NullString
	err := conn.QueryRowContext(ctx, `SELECT first(region || unit || ' ' || year) FROM (
		SELECT region, unit, year FROM store.reports WHERE body_id IN `+idList(bodies)+` GROUP BY ALL HAVING count(*) > 1)`).Scan(&double)
	if err == nil && double.Valid {
		return fmt.Errorf("two reports in force for %s", double.String)
	}
	return err
}
