package data

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// A crash while a database is being created can leave an empty file, which
// DuckDB refuses to open. Such a file is removed and created again, but only
// where a mark beside it says that it was this program that began it: an empty
// file of somebody else, a pipe or a device is never touched.

// startMark is the path of the file that marks an unfinished start.
func startMark(path string) string { return path + ".starting" }

// beginStart sees what stands at path before DuckDB opens it, and marks the
// start of a new file. It returns an error that is ErrNotADatabase for anything
// but a regular file.
func beginStart(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		mark, err := os.OpenFile(startMark(path), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
		if errors.Is(err, fs.ErrExist) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("create the database: %w", err)
		}
		return mark.Close()
	case err != nil:
		return fmt.Errorf("open %s: %w", path, err)
	case !info.Mode().IsRegular():
		return fmt.Errorf("open %s: %w", path, ErrNotADatabase)
	}
	return nil
}

// dropFailedStart removes the empty file that a start which did not come to its
// end has left, and reports whether it did.
func dropFailedStart(path string) bool {
	return isEmptyFile(path) && isEmptyFile(startMark(path)) && !exists(logPath(path)) && os.Remove(path) == nil
}

// isStarted reports whether there is something to open at path: neither nothing nor
// the empty file of a start that did not come to its end.
func isStarted(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist) && !(isEmptyFile(path) && isEmptyFile(startMark(path)))
}

// endStart takes the mark away once the file holds a database. A mark that
// stays behind does no harm: it only ever concerns an empty file.
func endStart(path string) {
	if isEmptyFile(startMark(path)) {
		_ = os.Remove(startMark(path))
	}
}

// isEmptyFile reports whether a regular file without content stands at path
// itself, not at the end of a link.
func isEmptyFile(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode().IsRegular() && info.Size() == 0
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
