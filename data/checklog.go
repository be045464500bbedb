package data

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/duckdb/duckdb-go/v2"
)

// LogFault says what is wrong with the log of a database.
type LogFault uint8

// The faults of logs.
const (
	LogUnreadable LogFault = iota // damaged in a way that DuckDB notices
	LogHeadless                   // its beginning is damaged, so DuckDB would silently ignore it
	LogForeign                    // it belongs to another file, or to another state of this one
	LogDoubles                    // replaying it would store some reports twice
)

// logHead is the beginning of every log of DuckDB 1.5: an entry with its version.
var logHead = []byte{0x64, 0x00, 0x62, 0x65, 0x00}

// hasLog reports whether there is a log beside the file, as after a crash.
func hasLog(path string) (bool, error) {
	info, err := os.Stat(logPath(path))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil && info.Size() > 0, err
}

// checkLog makes sure that the log belongs to the file before DuckDB replays it: DuckDB
// silently replays logs of other files, and silently ignores one with a damaged
// beginning. Nothing is written. It returns a *DamagedError if the log does not belong to
// the file or is damaged.
func checkLog(ctx context.Context, path string, opts Options) error {
	damaged := func(fault LogFault, err error) error {
		return &DamagedError{Path: path, Log: logPath(path), Fault: fault, Err: err}
	}
	f, err := os.Open(logPath(path))
	if err != nil {
		return fmt.Errorf("open the log of %s: %w", path, err)
	}
	head := make([]byte, len(logHead))
	n, err := io.ReadFull(f, head)
	f.Close()
	if errors.Is(err, io.ErrUnexpectedEOF) && bytes.HasPrefix(logHead, head[:n]) {
		return nil // cut off before its first entry
	}
	if err != nil || !bytes.Equal(head, logHead) {
		return damaged(LogHeadless, err)
	}
	opts.ReadOnly = true
	db, err := connect(ctx, path, opts)
	if err != nil {
		return openError(path, err)
	}
	defer db.Close()
	version, err := schemaOf(ctx, db)
	if err != nil || version == 0 {
		return openError(path, err)
	}
	if version >= linkedVersion {
		whole, err := checkChain(ctx, db, `store.links`)
		if err != nil {
			return openError(path, err)
		}
		if !whole {
			return damaged(LogForeign, nil)
		}
	}
	single, err := areUnique(ctx, db)
	if err == nil && !single {
		return damaged(LogDoubles, nil)
	}
	return openError(path, err)
}

// linkedVersion is the schema version that introduced store.links.
const linkedVersion = 7

// schemaOf reads the schema version without writing; it is 0 if there is none.
func schemaOf(ctx context.Context, db *sql.DB) (version int, err error) {
	err = db.QueryRowContext(ctx, `SELECT coalesce(max(version), 0) FROM main.schema_version`).Scan(&version)
	var failure *duckdb.Error
	if errors.As(err, &failure) && failure.Type == duckdb.ErrorTypeCatalog {
		return 0, nil
	}
	return version, err
}

// areUnique reports whether no report id occurs twice and each body and year has a single
// report in force.
func areUnique(ctx context.Context, q querier) (unique bool, err error) {
	err = eachRow(ctx, q, `SELECT (SELECT count(*) = count(DISTINCT report_id) FROM (SELECT report_id FROM store.reports UNION ALL SELECT report_id FROM store.revisions))
		AND (SELECT count(*) = count(DISTINCT report_id) FROM store.wide)
		AND NOT EXISTS (SELECT 1 FROM store.reports GROUP BY body_id, year HAVING count(*) > 1)
		AND NOT EXISTS (SELECT 1 FROM store.bodies GROUP BY body_id HAVING count(*) > 1)`,
		func(rows *sql.Rows) error { return rows.Scan(&unique) })
	return unique, err
}
