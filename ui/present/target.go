package present

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Reasons why a path cannot be written to.
var (
	ErrIsInput     = errors.New("the file is one that is being read") // the database, its log, the file of a report
	ErrIsFolder    = errors.New("a folder stands in the way")
	ErrIsNotAFile  = errors.New("what stands in the way is no regular file") // a link, a pipe, a device
	ErrNoSuchPlace = errors.New("the folder to write to does not exist")
)

// TargetError says that no file may be written to a path. Nothing has changed there. Err is one
// of the errors above.
type TargetError struct {
	Path string
	Err  error
}

func (e *TargetError) Error() string { return fmt.Sprintf("write %s: %v", e.Path, e.Err) }

func (e *TargetError) Unwrap() error { return e.Err }

// CheckTarget returns a *TargetError unless a file may be written to path. The folder must exist;
// at path there may be a regular file or nothing, and the file must not be one of the inputs, even
// under another name or through a link.
func CheckTarget(path string, inputs ...string) error {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if folder, err := os.Stat(filepath.Dir(path)); err != nil || !folder.IsDir() {
			return &TargetError{path, ErrNoSuchPlace}
		}
		// An input that does not exist yet, such as a log, is recognised by its name.
		for _, input := range inputs {
			if sameName(path, input) {
				return &TargetError{path, ErrIsInput}
			}
		}
		return nil
	case err != nil:
		return &TargetError{path, err}
	case info.IsDir():
		return &TargetError{path, ErrIsFolder}
	case !info.Mode().IsRegular():
		return &TargetError{path, ErrIsNotAFile}
	}
	for _, input := range inputs {
		if other, err := os.Stat(input); err == nil && os.SameFile(info, other) {
			return &TargetError{path, ErrIsInput}
		}
	}
	return nil
}

// ErrIsThere says that a file exists where a new one is to be written.
var ErrIsThere = errors.New("there is a file already")

// CheckNew returns a *TargetError if a file cannot be written to path, if anything is there
// already, or if path names an input that does not exist yet.
func CheckNew(path string, inputs ...string) error {
	if _, err := os.Lstat(path); err == nil {
		return &TargetError{path, ErrIsThere}
	}
	return CheckTarget(path, inputs...)
}

// sameName reports whether two paths are the same name in the same folder.
func sameName(a, b string) bool {
	if filepath.Base(a) != filepath.Base(b) {
		return false
	}
	one, err := os.Stat(filepath.Dir(a))
	if err != nil {
		return false
	}
	other, err := os.Stat(filepath.Dir(b))
	return err == nil && os.SameFile(one, other)
}
