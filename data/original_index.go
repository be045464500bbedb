package data

import (
	"archive/zip"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// originalIndex finds originals by hash without searching all zips each time. Several
// goroutines may use it.
type originalIndex struct {
	folder string
	zips   []*zip.ReadCloser
	zipped map[string]*zip.File
	db     *sql.DB
	inside string // the table with originals inside the database
}

func indexOriginals(database string, db *sql.DB, inside string) (*originalIndex, error) {
	x := &originalIndex{folder: OriginalsPath(database), zipped: map[string]*zip.File{}, db: db, inside: inside}
	paths, err := zipsOf(database)
	if err != nil {
		return nil, err
	}
	for _, path := range paths {
		r, err := zip.OpenReader(path)
		if err != nil {
			continue // its originals will be missing
		}
		x.zips = append(x.zips, r)
		for _, f := range r.File {
			if hash, ok := strings.CutPrefix(f.Comment, hashComment); ok {
				x.zipped[hash] = f
			}
		}
	}
	return x, nil
}

func (x *originalIndex) close() error {
	var err error
	for _, r := range x.zips {
		err = errors.Join(err, r.Close())
	}
	return err
}

// read returns an original or, if there is none with that hash, ErrNoOriginal.
func (x *originalIndex) read(ctx context.Context, hash string) (content []byte, err error) {
	if f := x.zipped[hash]; f != nil {
		content, err = readEntry(f)
		if errors.Is(err, zip.ErrChecksum) {
			err = ErrWrongHash
		}
	} else {
		content, err = x.readOther(ctx, hash)
	}
	if err == nil && hashOfContent(content) != hash {
		err = ErrWrongHash
	}
	if err != nil {
		return nil, fmt.Errorf("read the original %s: %w", hash, err)
	}
	return content, nil
}

func readEntry(f *zip.File) ([]byte, error) {
	in, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return io.ReadAll(in)
}

// readOther looks inside the database and among the files named by their hash.
func (x *originalIndex) readOther(ctx context.Context, hash string) (content []byte, err error) {
	err = x.db.QueryRowContext(ctx, `SELECT content FROM `+x.inside+` WHERE hash = ? LIMIT 1`, hash).Scan(&content)
	if !errors.Is(err, sql.ErrNoRows) {
		return content, err
	}
	if len(hash) < 2 {
		return nil, ErrNoOriginal
	}
	content, err = os.ReadFile(filepath.Join(x.folder, hash[:2], hash))
	if errors.Is(err, fs.ErrNotExist) {
		err = ErrNoOriginal
	}
	return content, err
}
