package ui

import (
	"errors"
	"os"

	"nianbao/data"
)

// contentOf returns a function that reads the file of a line: its kept original, else the file
// itself.
func (s *shell) contentOf(l line) func() ([]byte, error) {
	return func() ([]byte, error) {
		content, err := s.store.Original(l.record.Hash)
		if errors.Is(err, data.ErrNoOriginal) {
			return os.ReadFile(l.file)
		}
		return content, err
	}
}
