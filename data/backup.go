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
	// Replace lets the backup replace a file, which must be neither the database nor one
	// of its originals.
	Replace bool
	// Progress receives how many bytes of the total are done. It may be nil.
	Progress func(done, total int64)
}

// GapError says that a backup was made, but lacks some originals, because they cannot be
// read or have changed.
type GapError struct {
	Path  string
	Names []string // of originals and of zips
}

func (e *GapError) Error() string {
	return fmt.Sprintf("the backup %s lacks %d originals", e.Path, len(e.Names))
}

// Backup writes everything into one file: the database with the user's decisions and
// saved views, and the originals. The file is a database of this program and can be
// opened directly, on another machine and read-only too. It gets its name only once it is
// complete. Readers are not held up. Backup returns ErrWriterBusy during an import, an
// error that is fs.ErrExist if there is a file at the path, and a *GapError if the backup
// lacks originals.
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

// dropKilled removes the folders that killed backups and exports have left beside the
// database. The caller holds the lock of the file.
func dropKilled(scratch string) {
	left, err := os.ReadDir(exchangePath(scratch))
	if err != nil {
		return
	}
	for _, entry := range left {
		if entry.IsDir() && (strings.HasPrefix(entry.Name(), backupFolder) || strings.HasPrefix(entry.Name(), exportFolder)) {
			_ = os.RemoveAll(filepath.Join(exchangePath(scratch), entry.Name())) // if this fails, the folder only takes space
		}
	}
	_ = os.Remove(exchangePath(scratch)) // fails if it is not empty
}

// backupFolder and exportFolder are prefixes of the names of folders for files on their
// way to the user.
const (
	backupFolder = "backup"
	exportFolder = "parquet"
)

// backupBefore copies a database beside itself before it is migrated.
func (s *Store) backupBefore(ctx context.Context, version int) error {
	path := fmt.Sprintf("%s.schema%d.bak", s.path, version)
	if _, err := os.Stat(path); err == nil {
		return nil // an interrupted migration made it
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

// make lets DuckDB copy the file: if this process read and closed it, the system's lock
// on it would be lost. DuckDB may write to the exchange directory only, and resolves
// links; so the backup is made there and then copied.
func (b *backup) make(ctx context.Context) (err error) {
	if _, err := os.Lstat(b.path); err == nil && !b.opts.Replace {
		return &fs.PathError{Op: "create", Path: b.path, Err: fs.ErrExist}
	}
	b.estimate()
	exchange := exchangePath(b.store.scratch)
	if err := os.MkdirAll(exchange, 0o755); err != nil {
		return err
	}
	defer os.Remove(exchange) // fails while another file is in it
	dir, err := os.MkdirTemp(exchange, backupFolder)
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	part := filepath.Join(dir, "backup.duckdb")
	if err := b.fill(ctx, part); err != nil {
		return err
	}
	return b.publish(ctx, part)
}

// estimate computes how many bytes will be written: the database and its originals, first
// by DuckDB, then once more to the target.
func (b *backup) estimate() {
	sizes := []string{b.store.path, logPath(b.store.path)}
	if b.originals {
		zips, _ := zipsOf(b.store.path) // if the folder cannot be read, fill fails
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
		k := originalCopier{conn: conn, table: `backup.store.kept_originals`, progress: b.tell}
		err = k.copyBeside(ctx, b.store.path)
		b.unread = k.unread
	}
	_, detach := conn.ExecContext(context.WithoutCancel(ctx), `DETACH backup`)
	return errors.Join(err, detach)
}

// publish copies the finished file to its folder under a temporary name, and then gives
// it its own.
func (b *backup) publish(ctx context.Context, part string) error {
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

// meter reports how much is read through it, and stops when its context ends.
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
