package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"nianbao/data/form"
)

// Store is an open database file. Its methods may be called from several
// goroutines; readers are not held up by an import.
type Store struct {
	db      *sql.DB
	path    string
	release func() // lets this process open the path again
	columns *columns
	checker *form.Checker
	metrics []metricPart
	// metricOf maps the SQL of a metric part over store.wide to its column in
	// store.metrics.
	metricOf map[string]string
	writer   chan struct{} // holds one token while nobody writes
	order    bodyOrder
	changes  changes
	notices  []Notice
	crashed  bool // there was a log when the file was opened
	readOnly bool
	scratch  string // the beginning of the names of temporary files
}

// Options change how a file is opened. The zero value is right for the program.
type Options struct {
	Threads     int    // 0: one for each processor
	MemoryLimit string // "" means 1GB; beyond it DuckDB uses the disk
	ReadOnly    bool   // write nothing, not even the log
	Existing    bool   // return ErrNoDatabase instead of creating a database

	beside string // a database to attach read-only as source, "" for none
}

// DefaultPath is where the application keeps its database.
func DefaultPath() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("find the application's directory: %w", err)
	}
	return filepath.Join(dir, "nianbao", "nianbao.duckdb"), nil
}

// Open opens the database file at path, creates it and its directories if
// they are missing, and brings its schema up to date. A file that cannot be
// written, because of permissions or a read-only disk, is opened read-only: see
// Store.ReadOnly.
//
// It returns an *InUseError if another process has the file open, a
// *DamagedError, a *NewerError, or an error that is ErrNotADatabase,
// ErrAlreadyOpen, ErrUnusablePath or, for a read-only file, ErrMustUpgrade.
func Open(ctx context.Context, path string, opts Options) (*Store, error) {
	if opts.Existing && !isStarted(path) {
		return nil, fmt.Errorf("open %s: %w", path, ErrNoDatabase)
	}
	path, err := prepare(path)
	if err != nil {
		return nil, err
	}
	release, err := claim(path)
	if err != nil {
		return nil, err
	}
	opts.ReadOnly = opts.ReadOnly || cannotWrite(path)
	logged, err := begin(ctx, path, opts)
	if err != nil {
		release()
		return nil, err
	}
	db, err := connect(ctx, path, opts)
	if err != nil && dropFailedStart(path) {
		db, err = connect(ctx, path, opts)
	}
	if err != nil {
		if !exists(path) {
			endStart(path)
		}
		release()
		return nil, openError(path, err)
	}
	s := &Store{db: db, path: path, release: release, readOnly: opts.ReadOnly, scratch: opts.scratch(path), crashed: logged, checker: form.NewChecker(), writer: make(chan struct{}, 1)}
	s.writer <- struct{}{}
	if opts.ReadOnly {
		if err := s.adopt(ctx); err != nil {
			return nil, errors.Join(err, s.Close())
		}
		return s, nil
	}
	if err := s.upgrade(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	endStart(path)
	dropKilled(s.scratch)
	if err := s.recoverFromCrash(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("recover %s: %w", path, err), s.Close())
	}
	return s, nil
}

// begin makes sure that the file can be opened safely before DuckDB touches it; logged
// says whether there is a log beside it.
func begin(ctx context.Context, path string, opts Options) (logged bool, err error) {
	if !opts.ReadOnly {
		if err := beginStart(path); err != nil {
			return false, err
		}
	}
	logged, err = hasLog(path)
	if err == nil && logged {
		err = checkLog(ctx, path, opts)
	}
	return logged, err
}

// Close writes the log into the file and closes it. An import must be finished first.
func (s *Store) Close() error {
	err := s.db.Close()
	s.release()
	if err != nil {
		return fmt.Errorf("close %s: %w", s.path, err)
	}
	return nil
}

// Path is the file the store was opened from.
func (s *Store) Path() string { return s.path }

// Versions returns the versions of DuckDB and of the schema.
func (s *Store) Versions(ctx context.Context) (duckdb string, schema int, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT version()`).Scan(&duckdb)
	if err != nil {
		return "", 0, fmt.Errorf("read DuckDB's version: %w", duckdbError(err))
	}
	return duckdb, SchemaVersion(), nil
}

// lockWriter takes the right to write. It does not wait for another writer, since an
// import can take minutes, but returns ErrWriterBusy.
func (s *Store) lockWriter() error {
	if s.readOnly {
		return ErrReadOnly
	}
	select {
	case <-s.writer:
		return nil
	default:
		return ErrWriterBusy
	}
}

func (s *Store) unlockWriter() {
	s.order.written.Add(1)
	s.writer <- struct{}{}
}
