package data

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// A crash while a database is being created can leave an empty file, which DuckDB refuses to
// open. Such a file is removed and created again, but only if a mark beside it says that this
// program began it: an empty file of another program, a pipe or a device is never touched.

// startMark is the path of the file that marks an unfinished start.
func startMark(path string) string { return path + ".starting" }

// beginStart checks what is at path before DuckDB opens it, and marks the start of a new
// file. It returns an error that is ErrNotADatabase for anything but a regular file.
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
	case !info.Mode().IsRegular() || info.Size() > 0 && !isDuckDB(path):
		return fmt.Errorf("open %s: %w", path, ErrNotADatabase)
	}
	return nil
}

// isDuckDB reports whether a file begins as those of DuckDB do. DuckDB itself would look
// for an extension that reads the files of some other databases.
func isDuckDB(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return true // opening it says why
	}
	defer file.Close()
	const checksum, mark = 8, "DUCK"
	head := make([]byte, checksum+len(mark))
	_, err = io.ReadFull(file, head)
	return err == nil && string(head[checksum:]) == mark
}

// dropFailedStart removes the empty file that an interrupted start has left, and reports
// whether it did.
func dropFailedStart(path string) bool {
	return isEmptyFile(path) && isEmptyFile(startMark(path)) && !exists(logPath(path)) && os.Remove(path) == nil
}

// isStarted reports whether there is something to open at path, other than the empty file
// of an interrupted start.
func isStarted(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist) && !(isEmptyFile(path) && isEmptyFile(startMark(path)))
}

// endStart removes the mark once the file holds a database. A mark that stays behind is
// harmless: it only ever concerns an empty file.
func endStart(path string) {
	if isEmptyFile(startMark(path)) {
		_ = os.Remove(startMark(path))
	}
}

// isEmptyFile reports whether path itself, and not the target of a link, is a regular
// file without content.
func isEmptyFile(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode().IsRegular() && info.Size() == 0
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
