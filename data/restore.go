package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

// Contents says what a database or a backup holds.
type Contents struct {
	Reports             int // in force
	FirstYear, LastYear int // 0 if there is no report
	LastImport          time.Time
}

// Inspect returns the contents of a database, which may be of an earlier version, without
// keeping it open. It returns the errors of Open.
func Inspect(ctx context.Context, path string) (Contents, error) {
	var c Contents
	if _, err := os.Stat(path); err != nil {
		return c, err
	}
	path, err := prepare(path)
	if err != nil {
		return c, err
	}
	release, err := claim(path)
	if err != nil {
		return c, err
	}
	defer release()
	opts := Options{ReadOnly: true}
	if _, err := begin(ctx, path, opts); err != nil {
		return c, err
	}
	db, err := connect(ctx, path, opts)
	if err != nil {
		return c, openError(path, err)
	}
	defer db.Close()
	found, err := schemaOf(ctx, db)
	switch {
	case err != nil:
		return c, fmt.Errorf("look into %s: %w", path, duckdbError(err))
	case found == 0:
		return c, fmt.Errorf("look into %s: %w", path, ErrNotADatabase)
	case found > SchemaVersion():
		return c, &NewerError{Path: path, Found: found, Known: SchemaVersion()}
	}
	var last sql.NullTime
	err = db.QueryRowContext(ctx, `SELECT count(*), coalesce(min(year), 0), coalesce(max(year), 0), max(imported_at) FROM store.reports`).Scan(&c.Reports, &c.FirstYear, &c.LastYear, &last)
	c.LastImport = last.Time
	if err != nil {
		return c, fmt.Errorf("look into %s: %w", path, duckdbError(err))
	}
	return c, nil
}

// ErrSameFile says that a database cannot be restored from itself.
var ErrSameFile = errors.New("the backup is the database itself")

// Restore is a backup that is ready to replace a database. End it with Swap or Discard.
type Restore struct {
	path   string // of the database
	folder string // folder beside the database with the new file
	part   string
	// Gap lists the originals that are missing; nil if none is.
	Gap *GapError
}

// PrepareRestore copies a backup, or any other database of this program with its
// originals, beside the database at path, which may be open meanwhile. The copy is
// upgraded and contains its originals; backup and database stay as they are. progress,
// which may be nil, receives the bytes done. It returns ErrSameFile or the errors of
// Open.
func PrepareRestore(ctx context.Context, backup, path string, progress func(done, total int64)) (*Restore, error) {
	if isSame(backup, path) {
		return nil, fmt.Errorf("restore %s: %w", path, ErrSameFile)
	}
	folder, err := os.MkdirTemp(filepath.Dir(path), ".nianbao-*")
	if err != nil {
		return nil, fmt.Errorf("restore %s: %w", path, err)
	}
	r := &Restore{path: path, folder: folder, part: filepath.Join(folder, "restored.duckdb")}
	opts := BackupOptions{Progress: progress}
	err = r.copy(ctx, backup, Options{ReadOnly: true}, opts)
	if errors.Is(err, ErrMustUpgrade) { // upgrading would change the backup
		old := filepath.Join(folder, "old.duckdb")
		if err = copyDatabase(ctx, backup, old); err == nil {
			err = r.copy(ctx, old, Options{}, opts)
		}
	}
	if err != nil {
		return nil, errors.Join(err, r.Discard())
	}
	return r, nil
}

func isSame(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}

// copy writes the database at from, with its originals, to r.part.
func (r *Restore) copy(ctx context.Context, from string, open Options, opts BackupOptions) error {
	if _, err := os.Stat(from); err != nil {
		return err
	}
	s, err := Open(ctx, from, open)
	if err != nil {
		return err
	}
	err = s.Backup(ctx, r.part, opts)
	if errors.As(err, &r.Gap) {
		err = nil
	}
	return errors.Join(err, s.Close())
}

// copyDatabase copies a file with its log and originals.
func copyDatabase(ctx context.Context, from, to string) error {
	from, err := prepare(from)
	if err != nil {
		return err
	}
	if err := copyFile(from, to); err != nil {
		return err
	}
	if err := copyFile(logPath(from), logPath(to)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	err = filepath.WalkDir(OriginalsPath(from), func(path string, entry fs.DirEntry, err error) error {
		if err = errors.Join(err, ctx.Err()); err != nil {
			return err
		}
		inside, err := filepath.Rel(OriginalsPath(from), path)
		if err != nil {
			return err
		}
		target := filepath.Join(OriginalsPath(to), inside)
		switch {
		case entry.IsDir():
			return os.MkdirAll(target, 0o755)
		case entry.Type().IsRegular():
			return copyFile(path, target)
		}
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return err
}

// Discard deletes the copy.
func (r *Restore) Discard() error { return os.RemoveAll(r.folder) }

// Swap puts the copy in the place of the database, which must be closed. The old database
// stays beside it, with its log and originals, under the name that is returned, "" if
// there was none. A crash at any moment leaves one of the two at the path.
func (r *Restore) Swap() (kept string, err error) {
	defer r.Discard()
	if exists(r.path) {
		if kept, err = r.keep(); err != nil {
			return "", fmt.Errorf("keep %s: %w", r.path, err)
		}
	}
	if err := os.Rename(r.part, r.path); err != nil {
		return kept, fmt.Errorf("restore %s: %w", r.path, err)
	}
	if kept == "" || !exists(OriginalsPath(r.path)) {
		return kept, nil
	}
	if err := os.Rename(OriginalsPath(r.path), OriginalsPath(kept)); err != nil {
		return kept, fmt.Errorf("keep the originals of %s: %w", kept, err)
	}
	return kept, nil
}

// keep gives the old database a second name and removes its log, if it has one.
func (r *Restore) keep() (string, error) {
	name := r.path + time.Now().Format(".20060102-150405")
	kept := name + ".bak"
	for n := 2; exists(kept) || exists(OriginalsPath(kept)); n++ {
		kept = name + "-" + strconv.Itoa(n) + ".bak"
	}
	if os.Link(r.path, kept) != nil { // not every file system has links
		if err := copyFile(r.path, kept); err != nil {
			return "", err
		}
	}
	if !exists(logPath(r.path)) {
		return kept, nil
	}
	if err := copyFile(logPath(r.path), logPath(kept)); err != nil {
		return "", err
	}
	return kept, os.Remove(logPath(r.path))
}

// WaitIdle waits until nothing reads or writes the store any more, so that Close closes the
// file at once. Callers must first stop everything that uses the store.
func (s *Store) WaitIdle(ctx context.Context) error {
	for s.db.Stats().InUse > 0 {
		select {
		case <-ctx.Done():
			return fmt.Errorf("wait for %s: %w", s.path, ctx.Err())
		case <-time.After(10 * time.Millisecond):
		}
	}
	return nil
}
