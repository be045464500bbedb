package ui

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// WriteFile writes a file beside the path and then gives it its name, so that a failure or a full
// disk leaves what was there before and no half file. Both the window and the command line write
// their files by it; the error names the path.
func WriteFile(path string, write func(io.Writer) error) error {
	part, err := os.CreateTemp(filepath.Dir(path), ".nianbao-*")
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	err = errors.Join(write(part), part.Chmod(0o644), part.Close())
	if err == nil {
		err = os.Rename(part.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", path, errors.Join(err, os.Remove(part.Name())))
	}
	return nil
}

// keepFile makes a file in the background, writes it to the path, and then lets saved tell of it.
func (s *shell) keepFile(path string, make func(io.Writer) error, saved func(bytes int)) {
	s.tasks.start(func() {
		var content bytes.Buffer
		err := make(&content)
		if err == nil {
			err = WriteFile(path, func(w io.Writer) error { _, err := w.Write(content.Bytes()); return err })
		}
		s.tasks.show(func() {
			if err != nil {
				s.fail(err)
				return
			}
			saved(content.Len())
		})
	})
}
