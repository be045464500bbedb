package data

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// BackupOptions change how a backup is made. The zero value is right for scripts.
type BackupOptions struct {
	// Replace lets the backup take the place of a file. That must not be the database
	// or one of its originals.
	Replace bool
	// Progress is told how much of the whole is done, in bytes. It may be nil.
	Progress func(done, total int64)
}

// GapError says that a backup was made, but that some originals are not in it,
// because they cannot be read or have changed.
type GapError struct {
	Path  string
	Names []string // of originals and of zips
}

func (e *GapError) Error() string {
	return fmt.Sprintf("the backup %s lacks %d originals", e.Path, len(e.Names))
}

// Backup writes everything into one file: the database with the user's decisions
// and saved views, and the originals. The file is a database of this
// program and can be opened as it is, on another machine and read-only too. It
// appears under its name only when it is whole. Readers go on; Backup returns
// ErrWriterBusy while an import runs, an error that is fs.ErrExist if there is a file
// at the path, and a *GapError if the backup lacks originals.
func (s *Store) Backup(ctx context.Context, path string, opts BackupOptions) error {
	if !s.readOnly {
		if err := s.lockWriter(); err != nil {
			return err
		}
		defer s.unlockWriter()
	}
	b := backup{store: s, path: path, opts: opts, originals: true}
	if err := b.make(ctx); err != nil {
		return fmt.Errorf("back up %s: %w", s.path, duckdbError(err))
	}
	if len(b.unread) > 0 {
		return &GapError{path, b.unread}
	}
	return nil
}

// dropKilled removes what backups and exports of a process that was killed left beside the
// database. The caller holds the lock of the file.
func dropKilled(scratch string) {
	left, err := os.ReadDir(exchangePath(scratch))
	if err != nil {
		return
	}
	for _, entry := range left {
		if entry.IsDir() && (strings.HasPrefix(entry.Name(), backupFolder) || strings.HasPrefix(entry.Name(), exportFolder)) {
			_ = os.RemoveAll(filepath.Join(exchangePath(scratch), entry.Name())) // it only takes space
		}
	}
	_ = os.Remove(exchangePath(scratch)) // fails while there is anything else
}

// backupFolder and exportFolder begin the names of folders that files pass through.
const (
	backupFolder = "backup"
	exportFolder = "parquet"
)

// backupBefore copies a database that is about to be migrated, beside it.
func (s *Store) backupBefore(ctx context.Context, version int) error {
	path := fmt.Sprintf("%s.schema%d.bak", s.path, version)
	if _, err := os.Stat(path); err == nil {
		return nil // a migration that was cut short made it
	}
	b := backup{store: s, path: path}
	return b.make(ctx)
}

// backup is a backup under way.
type backup struct {
	store       *Store
	path        string
	opts        BackupOptions
	originals   bool
	unread      []string
	done, total int64 // bytes
}

// make has DuckDB copy the file: reading it here would drop the system's lock on it,
// which ends as soon as this process closes the file once. DuckDB may
// write to the exchange directory only, and looks through links; so the backup is
// made there and then copied.
func (b *backup) make(ctx context.Context) (err error) {
	if _, err := os.Lstat(b.path); err == nil && !b.opts.Replace {
		return &fs.PathError{Op: "create", Path: b.path, Err: fs.ErrExist}
	}
	b.estimate()
	exchange := exchangePath(b.store.scratch)
	if err := os.MkdirAll(exchange, 0o755); err != nil {
		return err
	}
	defer os.Remove(exchange) // fails while something else is handed over
	dir, err := os.MkdirTemp(exchange, backupFolder)
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	part := filepath.Join(dir, "backup.duckdb")
	if err := b.fill(ctx, part); err != nil {
		return err
	}
	return b.place(ctx, part)
}

// estimate works out how much is to be written: the database and its originals,
// first by DuckDB, then once more to where the backup is wanted.
func (b *backup) estimate() {
	sizes := []string{b.store.path, logPath(b.store.path)}
	if b.originals {
		zips, _ := zipsOf(b.store.path) // what cannot be listed is an error later
		sizes = append(sizes, zips...)
	}
	for _, path := range sizes {
		if info, err := os.Stat(path); err == nil {
			b.total += 2 * info.Size()
		}
	}
}

func (b *backup) tell(bytes int64) {
	b.done = min(b.done+bytes, b.total)
	if b.opts.Progress != nil {
		b.opts.Progress(b.done, b.total)
	}
}

// fill writes the backup to part.
func (b *backup) fill(ctx context.Context, part string) error {
	b.tell(0)
	conn, err := b.store.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, `ATTACH `+quote(part)+` AS backup`); err != nil {
		return err
	}
	_, err = conn.ExecContext(ctx, `COPY FROM DATABASE nianbao TO backup`)
	if err == nil && b.originals {
		if info, err := os.Stat(b.store.path); err == nil {
			b.tell(info.Size())
		}
		k := keeper{conn: conn, table: `backup.store.kept_originals`, told: b.tell}
		err = k.keepBeside(ctx, b.store.path)
		b.unread = k.unread
	}
	_, detach := conn.ExecContext(context.WithoutCancel(ctx), `DETACH backup`)
	return errors.Join(err, detach)
}

// place copies the finished file to where it is wanted, under a name of its own, and
// then gives it its name.
func (b *backup) place(ctx context.Context, part string) error {
	source, err := os.Open(part)
	if err != nil {
		return err
	}
	defer source.Close()
	if info, err := source.Stat(); err == nil {
		b.total = b.done + info.Size()
	}
	target, err := os.CreateTemp(filepath.Dir(b.path), ".nianbao-*")
	if err != nil {
		return err
	}
	_, err = io.Copy(target, &meter{ctx, source, b.tell})
	err = errors.Join(err, target.Chmod(0o644), target.Sync(), target.Close())
	switch {
	case err != nil:
	case b.opts.Replace:
		err = os.Rename(target.Name(), b.path)
	default:
		err = moveNew(target.Name(), b.path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(target.Name()))
	}
	return nil
}

// meter tells of what is read through it, and ends when the context does.
type meter struct {
	ctx  context.Context
	from io.Reader
	tell func(bytes int64)
}

func (m *meter) Read(p []byte) (int, error) {
	if err := m.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := m.from.Read(p)
	m.tell(int64(n))
	return n, err
}
