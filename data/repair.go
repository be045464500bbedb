package data

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"
)

// SetLogAside makes a database with a damaged log usable again: it copies the
// file and the log, each beside itself, and removes the log. The file then opens as it
// was when the log was last written into it, which happens after every import.
// The paths of the copies are returned for the user.
func SetLogAside(path string) (copies []string, err error) {
	stamp := time.Now().Format(".20060102-150405.bak")
	for _, name := range []string{path, logPath(path)} {
		if err := copyFile(name, name+stamp); err != nil {
			return copies, fmt.Errorf("copy %s: %w", name, err)
		}
		copies = append(copies, name+stamp)
	}
	if err := os.Remove(logPath(path)); err != nil {
		return copies, fmt.Errorf("take the log away: %w", err)
	}
	return copies, nil
}

// Backup writes a consistent copy of the database to a new file. Readers go on. It
// returns ErrWriterBusy while an import is under way.
func (s *Store) Backup(ctx context.Context, path string) error {
	if err := s.lockWriter(); err != nil {
		return err
	}
	defer s.unlockWriter()
	if err := s.backup(ctx, path); err != nil {
		return fmt.Errorf("back up %s: %w", s.path, duckdbError(err))
	}
	return nil
}

// backup has DuckDB copy the file: reading it here would drop the system's
// lock on it, which ends as soon as this process closes the file once. DuckDB may
// write to the exchange directory only.
func (s *Store) backup(ctx context.Context, path string) (err error) {
	dir := exchangePath(s.scratch)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	part := filepath.Join(dir, "backup.duckdb")
	if _, err := conn.ExecContext(ctx, `ATTACH `+quote(part)+` AS backup`); err != nil {
		return err
	}
	_, err = conn.ExecContext(ctx, `COPY FROM DATABASE nianbao TO backup`)
	_, detach := conn.ExecContext(context.WithoutCancel(ctx), `DETACH backup`)
	if err := errors.Join(err, detach); err != nil {
		return err
	}
	return copyFile(part, path)
}

// copyFile copies to a file that must not exist yet.
func copyFile(from, to string) (err error) {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer source.Close()
	target, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	defer func() {
		if closing := target.Close(); err == nil {
			err = closing
		}
	}()
	if _, err := io.Copy(target, source); err != nil {
		return err
	}
	return target.Sync()
}
