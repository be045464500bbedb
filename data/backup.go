package data

import (
	"archive/zip"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// Backup writes everything into one new file: the database with the user's
// decisions and saved views, and the originals. The file is a database of this
// program and can be opened as it is, on another machine and read-only too.
// Readers go on; it is ErrWriterBusy while an import runs, and an error where
// there is a file at the path.
func (s *Store) Backup(ctx context.Context, path string) error {
	if !s.readOnly {
		if err := s.lockWriter(); err != nil {
			return err
		}
		defer s.unlockWriter()
	}
	if err := s.backup(ctx, path, true); err != nil {
		return fmt.Errorf("back up %s: %w", s.path, duckdbError(err))
	}
	return nil
}

// backup has DuckDB copy the file: reading it here would drop the system's
// lock on it, which ends as soon as this process closes the file once. DuckDB may
// write to the exchange directory only.
func (s *Store) backup(ctx context.Context, path string, originals bool) (err error) {
	if err := os.MkdirAll(exchangePath(s.scratch), 0o755); err != nil {
		return err
	}
	defer os.Remove(exchangePath(s.scratch)) // fails while something else is handed over
	dir, err := os.MkdirTemp(exchangePath(s.scratch), "backup")
	if err != nil {
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
	if err == nil && originals {
		err = s.takeOriginals(ctx, conn)
	}
	_, detach := conn.ExecContext(context.WithoutCancel(ctx), `DETACH backup`)
	if err := errors.Join(err, detach); err != nil {
		return err
	}
	if _, err := os.Lstat(path); err == nil {
		return &os.PathError{Op: "create", Path: path, Err: os.ErrExist}
	}
	return putWhole(part, path)
}

// takeOriginals puts the originals that lie beside the database into the backup.
func (s *Store) takeOriginals(ctx context.Context, conn *sql.Conn) error {
	kept := map[string]bool{}
	err := eachRow(ctx, conn, `SELECT hash FROM backup.store.kept_originals`, func(rows *sql.Rows) error {
		var hash string
		err := rows.Scan(&hash)
		kept[hash] = true
		return err
	})
	if err != nil {
		return err
	}
	take := func(hash, name string, read func() ([]byte, error)) error {
		if kept[hash] {
			return nil
		}
		content, err := read()
		if err == nil && hashOfContent(content) != hash {
			err = ErrWrongHash
		}
		if err != nil {
			return fmt.Errorf("the original %s: %w", name, err)
		}
		kept[hash] = true
		_, err = conn.ExecContext(ctx, `INSERT INTO backup.store.kept_originals VALUES (?, ?, ?)`, hash, name, content)
		return err
	}
	if err := s.eachZipped(take); err != nil {
		return err
	}
	return s.eachSingle(take)
}

// eachZipped calls take for every original in a zip.
func (s *Store) eachZipped(take func(hash, name string, read func() ([]byte, error)) error) error {
	paths, err := zipsOf(s.path)
	if err != nil {
		return err
	}
	for _, path := range paths {
		r, err := zip.OpenReader(path)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		for _, f := range r.File {
			hash, ok := strings.CutPrefix(f.Comment, hashComment)
			if !ok {
				continue
			}
			err = errors.Join(err, take(hash, f.Name, func() ([]byte, error) {
				in, err := f.Open()
				if err != nil {
					return nil, err
				}
				defer in.Close()
				return io.ReadAll(in)
			}))
		}
		if err = errors.Join(err, r.Close()); err != nil {
			return err
		}
	}
	return nil
}

// eachSingle calls take for every original that an earlier version of the
// program kept in a file named by its hash.
func (s *Store) eachSingle(take func(hash, name string, read func() ([]byte, error)) error) error {
	folders, err := os.ReadDir(OriginalsPath(s.path))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	for _, folder := range folders {
		if !folder.IsDir() || len(folder.Name()) != 2 {
			continue
		}
		inside := filepath.Join(OriginalsPath(s.path), folder.Name())
		files, listing := os.ReadDir(inside)
		err = errors.Join(err, listing)
		for _, f := range files {
			if len(f.Name()) == 64 {
				err = errors.Join(err, take(f.Name(), f.Name(), func() ([]byte, error) { return os.ReadFile(filepath.Join(inside, f.Name())) }))
			}
		}
	}
	return err
}

// backupBefore copies a database that is about to be migrated, beside it.
func (s *Store) backupBefore(ctx context.Context, version int) error {
	path := fmt.Sprintf("%s.schema%d.bak", s.path, version)
	if _, err := os.Stat(path); err == nil {
		return nil // a migration that was cut short made it
	}
	return s.backup(ctx, path, false)
}
