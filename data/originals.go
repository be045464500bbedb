package data

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// ErrNoOriginal says that the file a report came from was not kept.
var ErrNoOriginal = errors.New("the original file was not kept")

// ErrWrongHash says that content does not match its hash.
var ErrWrongHash = errors.New("the content has another hash")

// The originals of an import are kept beside the database in an ordinary zip, each
// under its own name, so that anybody can look at them without this program.
// The comment of an entry holds the sha256 by which reports name their file.
const hashComment = "sha256:"

// OriginalsPath is the folder beside a database that keeps its originals.
func OriginalsPath(database string) string { return database + ".originals" }

// Original returns the content of the file with that sha256 in hex, or
// ErrNoOriginal. Content that has changed on the disk is ErrWrongHash.
func (s *Store) Original(hash string) ([]byte, error) {
	if _, err := hex.DecodeString(hash); err != nil || len(hash) != 2*sha256.Size {
		return nil, fmt.Errorf("read the original %q: %w", hash, ErrNoOriginal)
	}
	content, err := s.zippedOriginal(hash)
	if errors.Is(err, ErrNoOriginal) {
		if inside := s.insideOriginal(hash); inside != nil {
			content, err = inside, nil
		}
	}
	if errors.Is(err, ErrNoOriginal) { // earlier versions kept each large file in a file named by its hash
		var single error
		content, single = os.ReadFile(filepath.Join(OriginalsPath(s.path), hash[:2], hash))
		switch {
		case single == nil:
			err = nil
		case !errors.Is(single, fs.ErrNotExist):
			err = single
		}
	}
	if err != nil {
		return nil, fmt.Errorf("read the original %s: %w", hash, err)
	}
	if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != hash {
		return nil, fmt.Errorf("read the original %s: %w", hash, ErrWrongHash)
	}
	return content, nil
}

// insideOriginal returns an original from the database itself, which holds its originals
// if it was made by Backup; nil if it does not have it.
func (s *Store) insideOriginal(hash string) (content []byte) {
	if s.db.QueryRow(`SELECT content FROM store.kept_originals WHERE hash = ? LIMIT 1`, hash).Scan(&content) != nil {
		return nil
	}
	return content
}

// zippedOriginal reads an original from the zip that has it. An unreadable zip is an
// error only if no other zip has the original.
func (s *Store) zippedOriginal(hash string) ([]byte, error) {
	paths, err := zipsOf(s.path)
	if err != nil {
		return nil, err
	}
	var unread error
	for _, path := range paths {
		content, err := readZipped(path, hash)
		if err == nil {
			return content, nil
		}
		if !errors.Is(err, ErrNoOriginal) {
			unread = errors.Join(unread, err)
		}
	}
	return nil, errors.Join(ErrNoOriginal, unread)
}

func readZipped(path, hash string) ([]byte, error) {
	r, err := zip.OpenReader(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	defer r.Close()
	for _, f := range r.File {
		if f.Comment != hashComment+hash {
			continue
		}
		in, err := f.Open()
		if err != nil {
			return nil, err
		}
		defer in.Close()
		content, err := io.ReadAll(in)
		if errors.Is(err, zip.ErrChecksum) {
			err = ErrWrongHash
		}
		return content, err
	}
	return nil, ErrNoOriginal
}

// keptHashes are the sha256 of all originals in zips.
func keptHashes(database string) (map[string]bool, error) {
	paths, err := zipsOf(database)
	kept := map[string]bool{}
	for _, path := range paths {
		r, opening := zip.OpenReader(path)
		if opening != nil {
			continue // its files will be kept again
		}
		for _, f := range r.File {
			if hash, ok := strings.CutPrefix(f.Comment, hashComment); ok {
				kept[hash] = true
			}
		}
		err = errors.Join(err, r.Close())
	}
	return kept, err
}

// zipsOf lists the zips of a database's originals, by name.
func zipsOf(database string) ([]string, error) {
	entries, err := os.ReadDir(OriginalsPath(database))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var paths []string
	for _, e := range entries { // not filepath.Glob: the path may contain [ and *
		if e.Type().IsRegular() && strings.HasSuffix(e.Name(), ".zip") {
			paths = append(paths, filepath.Join(OriginalsPath(database), e.Name()))
		}
	}
	return paths, err
}
