package ui

import (
	"errors"
	"os"

	"nianbao/data"
)

// contentOf reads the file of a line: the original that was kept, else the file in its place.
func (s *shell) contentOf(l line) func() ([]byte, error) {
	return func() ([]byte, error) {
		content, err := s.store.Original(l.told.Hash)
		if errors.Is(err, data.ErrNoOriginal) {
			return os.ReadFile(l.file)
		}
		return content, err
	}
}
