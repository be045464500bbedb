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

// keepOriginal keeps the content of an imported file beside the database, under
// its sha256 in hex, so that a return copy can be written later. Content that is
// kept already is not written again.
func (s *Store) keepOriginal(hash string, content []byte) error {
	path := s.originalPath(hash)
	if info, err := os.Stat(path); err == nil && info.Size() == int64(len(content)) {
		return nil
	}
	err := os.WriteFile(path, content, 0o644)
	if errors.Is(err, fs.ErrNotExist) {
		if err = os.MkdirAll(filepath.Dir(path), 0o755); err == nil {
			err = os.WriteFile(path, content, 0o644)
		}
	}
	if err != nil {
		return errors.Join(fmt.Errorf("keep the original: %w", err), removeIfThere(path))
	}
	return nil
}

// removeIfThere removes half a file. One that a crash left is noticed by its
// size when it is kept again, and by its hash when it is read.
func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
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
		content, err = s.packedOriginal(hash)
	}
	if err != nil {
		return nil, fmt.Errorf("read the original %s: %w", hash, err)
	}
	if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != hash {
		return nil, fmt.Errorf("read the original %s: %w", hash, ErrWrongHash)
	}
	return content, nil
}

func (s *Store) packedOriginal(hash string) ([]byte, error) {
	found, err := s.readPacks()
	if p, ok := found[hash]; ok {
		return p.read()
	}
	return nil, errors.Join(ErrNoOriginal, err)
}

// originalPath spreads the files over folders by the hash's first two letters.
func (s *Store) originalPath(hash string) string {
	return filepath.Join(s.path+".originals", hash[:2], hash)
}
