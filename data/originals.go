package data

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrNoOriginal says that the file a report came from was not kept.
var ErrNoOriginal = errors.New("the original file was not kept")

// ErrWrongHash says that content is not what its hash says.
var ErrWrongHash = errors.New("the content has another hash")

// KeepOriginal keeps the content of an imported file beside the database, under
// its sha256 in hex, so that the database can be rebuilt and a return copy be
// written. Content that is kept already is not written again. It is
// ErrWrongHash where the hash is another one.
func (s *Store) KeepOriginal(hash string, content []byte) error {
	if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != hash {
		return fmt.Errorf("keep the original %s: %w", hash, ErrWrongHash)
	}
	path := s.originalPath(hash)
	if info, err := os.Stat(path); err == nil && info.Size() == int64(len(content)) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("keep the original: %w", err)
	}
	if err := writeWhole(path, content); err != nil {
		return fmt.Errorf("keep the original: %w", err)
	}
	return nil
}

// Original returns the content of the file with that sha256, or ErrNoOriginal.
// Content that has changed on the disk is ErrWrongHash.
func (s *Store) Original(hash string) ([]byte, error) {
	if _, err := hex.DecodeString(hash); err != nil || len(hash) != 2*sha256.Size {
		return nil, fmt.Errorf("read the original %q: %w", hash, ErrNoOriginal)
	}
	content, err := os.ReadFile(s.originalPath(hash))
	if errors.Is(err, fs.ErrNotExist) {
		err = ErrNoOriginal
	}
	if err != nil {
		return nil, fmt.Errorf("read the original %s: %w", hash, err)
	}
	if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != hash {
		return nil, fmt.Errorf("read the original %s: %w", hash, ErrWrongHash)
	}
	return content, nil
}

// originalPath spreads the files over folders by the hash's first two letters.
func (s *Store) originalPath(hash string) string {
	return filepath.Join(s.path+".originals", hash[:2], hash)
}

// writeWhole writes a file so that it is there whole or not at all.
func writeWhole(path string, content []byte) error {
	part, err := os.CreateTemp(filepath.Dir(path), "part")
	if err != nil {
		return err
	}
	_, err = part.Write(content)
	if err := errors.Join(err, part.Close()); err != nil {
		return errors.Join(err, os.Remove(part.Name()))
	}
	return os.Rename(part.Name(), path)
}
