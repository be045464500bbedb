package data

import (
	"errors"
	"io/fs"
	"os"
)

// moveNew gives a finished file its name, unless that is taken: then it returns an error
// that is fs.ErrExist. Both names must be on the same disk.
func moveNew(from, to string) error {
	err := os.Link(from, to)
	if err == nil {
		return os.Remove(from)
	}
	if errors.Is(err, fs.ErrExist) {
		return err
	}
	// Some file systems, such as FAT, have no links. There another process could
	// create the file between these two calls.
	if _, err := os.Lstat(to); err == nil {
		return &fs.PathError{Op: "create", Path: to, Err: fs.ErrExist}
	}
	return os.Rename(from, to)
}
