package data

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"nianbao/data/form"
)

// ErrReadOnly says that nothing can be written: the file was opened read-only.
var ErrReadOnly = errors.New("the database was opened read-only")

// ErrMustUpgrade says that the schema of a read-only file is out of date: this program
// must upgrade it before reading, and cannot write.
var ErrMustUpgrade = errors.New("the database must be brought up to date, and cannot be written")

// ReadOnly reports whether the file was opened read-only. Methods that write then
// return ErrReadOnly.
func (s *Store) ReadOnly() bool { return s.readOnly }

// cannotWrite reports whether there is a file that can only be read. DuckDB must be able
// to write the file and a log beside it.
func cannotWrite(path string) bool {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return true
	}
	f.Close()
	probe, err := os.CreateTemp(filepath.Dir(path), ".nianbao-*")
	if err != nil {
		return true
	}
	probe.Close()
	os.Remove(probe.Name())
	return false
}

// adopt prepares a file that was opened read-only; its schema must be that of this
// program.
func (s *Store) adopt(ctx context.Context) error {
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return fmt.Errorf("open %s: %w", s.path, duckdbError(err))
	}
	defer conn.Close()
	found, err := schemaOf(ctx, s.db)
	switch known := SchemaVersion(); {
	case err != nil:
		return fmt.Errorf("open %s: %w", s.path, duckdbError(err))
	case found > known:
		return &NewerError{Path: s.path, Found: found, Known: known}
	case found == 0:
		return fmt.Errorf("open %s: %w", s.path, ErrNotADatabase)
	case found < known:
		return fmt.Errorf("open %s: %w", s.path, ErrMustUpgrade)
	}
	if s.columns, err = readColumns(ctx, conn); err != nil {
		return fmt.Errorf("open %s: %w", s.path, err)
	}
	for _, k := range form.Catalogue() {
		if _, ok := s.columns.position[k]; !ok {
			return fmt.Errorf("open %s: %w", s.path, ErrMustUpgrade)
		}
	}
	s.columns.group()
	s.defineMetrics()
	return nil
}
