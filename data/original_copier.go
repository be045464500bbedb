package data

import (
	"archive/zip"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// originalCopier copies the originals beside a database into a table with the columns of
// store.kept_originals.
type originalCopier struct {
	conn     *sql.Conn
	table    string
	progress func(bytes int64) // called with the size of each copied original; may be nil
	hashes   map[string]bool   // of the originals in the table
	unread   []string          // originals and zips that cannot be read or have changed
	open     int64             // bytes in the open transaction, -1 if there is none
}

// copierBytes is about how much one transaction takes, so that DuckDB need not hold all
// originals in memory.
const copierBytes = 64 << 20

// copyBeside copies all originals beside the database into the table, each once.
func (k *originalCopier) copyBeside(ctx context.Context, database string) error {
	k.hashes, k.open = map[string]bool{}, -1
	err := eachRow(ctx, k.conn, `SELECT hash FROM `+k.table, func(rows *sql.Rows) error {
		var hash string
		err := rows.Scan(&hash)
		k.hashes[hash] = true
		return err
	})
	if err == nil {
		err = k.copyZipped(ctx, database)
	}
	if err == nil {
		err = k.copySingleFiles(ctx, database)
	}
	switch {
	case k.open < 0:
		return err
	case err == nil:
		_, err = k.conn.ExecContext(ctx, `COMMIT`)
		return err
	}
	_, rollback := k.conn.ExecContext(context.WithoutCancel(ctx), `ROLLBACK`)
	return errors.Join(err, rollback)
}

func (k *originalCopier) copyZipped(ctx context.Context, database string) error {
	paths, err := zipsOf(database)
	if err != nil {
		return err
	}
	for _, path := range paths {
		r, err := zip.OpenReader(path)
		if err != nil {
			k.unread = append(k.unread, path)
			continue
		}
		for _, f := range r.File {
			if hash, ok := strings.CutPrefix(f.Comment, hashComment); ok && err == nil {
				err = k.copy(ctx, hash, f.Name, func() ([]byte, error) { return readEntry(f) })
			}
		}
		if err = errors.Join(err, r.Close()); err != nil {
			return err
		}
	}
	return nil
}

// copySingleFiles copies the originals that an earlier version of the program kept in
// files named by their hash.
func (k *originalCopier) copySingleFiles(ctx context.Context, database string) error {
	folders, err := os.ReadDir(OriginalsPath(database))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, folder := range folders {
		if err != nil || !folder.IsDir() || len(folder.Name()) != 2 {
			continue
		}
		inside := filepath.Join(OriginalsPath(database), folder.Name())
		files, failure := os.ReadDir(inside)
		if failure != nil {
			k.unread = append(k.unread, inside)
		}
		for _, f := range files {
			if len(f.Name()) == 64 && err == nil {
				err = k.copy(ctx, f.Name(), f.Name(), func() ([]byte, error) { return os.ReadFile(filepath.Join(inside, f.Name())) })
			}
		}
	}
	return err
}

// copy copies one original into the table, unless it cannot be read or has changed.
func (k *originalCopier) copy(ctx context.Context, hash, name string, read func() ([]byte, error)) error {
	if k.hashes[hash] {
		return nil
	}
	content, err := read()
	if err != nil || hashOfContent(content) != hash {
		k.unread = append(k.unread, name)
		return nil
	}
	if k.open < 0 {
		if _, err := k.conn.ExecContext(ctx, `BEGIN TRANSACTION`); err != nil {
			return err
		}
		k.open = 0
	}
	if _, err := k.conn.ExecContext(ctx, `INSERT INTO `+k.table+` VALUES (?, ?, ?)`, hash, name, content); err != nil {
		return fmt.Errorf("keep %s: %w", name, err)
	}
	k.hashes[hash] = true
	k.open += int64(len(content))
	if k.progress != nil {
		k.progress(int64(len(content)))
	}
	if k.open < copierBytes {
		return nil
	}
	k.open = -1
	_, err = k.conn.ExecContext(ctx, `COMMIT`)
	return err
}
