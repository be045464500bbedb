package present

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

// WriteError says which file could not be written.
type WriteError struct {
	Path string
	Err  error
}

func (e *WriteError) Error() string { return "write " + e.Path + ": " + e.Err.Error() }

// Unwrap returns the cause.
func (e *WriteError) Unwrap() error { return e.Err }

// WriteFile writes a file next to path and then renames it: after a failure, or if the disk is
// full, an existing file is unchanged, and no incomplete one is left. Window and command line
// both use it. The error is a *TargetError if path may not be written to, else a *WriteError.
func WriteFile(path string, write func(io.Writer) error) error {
	if err := CheckTarget(path); err != nil {
		return err
	}
	part, err := os.CreateTemp(filepath.Dir(path), ".nianbao-*")
	if err != nil {
		return &WriteError{path, err}
	}
	err = errors.Join(write(part), part.Chmod(0o644), part.Sync(), part.Close())
	if err == nil {
		err = os.Rename(part.Name(), path)
	}
	if err != nil {
		return &WriteError{path, errors.Join(err, os.Remove(part.Name()))}
	}
	return nil
}
