package data

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"
)

// SetLogAside makes a database with a damaged log usable again: it copies the file and
// the log, each beside itself, and removes the log. The file then opens in the state in
// which the log was last written into it, which happens after every import. The paths of
// the copies are returned for the user.
func SetLogAside(path string) (copies []string, err error) {
	stamp := time.Now().Format(".20060102-150405.bak")
	for _, name := range []string{path, logPath(path)} {
		if err := copyFile(name, name+stamp); err != nil {
			return copies, fmt.Errorf("copy %s: %w", name, err)
		}
		copies = append(copies, name+stamp)
	}
	if err := os.Remove(logPath(path)); err != nil {
		return copies, fmt.Errorf("take the log away: %w", err)
	}
	return copies, nil
}

// copyFile copies to a file that must not exist yet. If it fails, it leaves no file.
func copyFile(from, to string) (err error) {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer source.Close()
	target, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	defer func() {
		if err = errors.Join(err, target.Close()); err != nil {
			err = errors.Join(err, os.Remove(to))
		}
	}()
	if _, err := io.Copy(target, source); err != nil {
		return err
	}
	return target.Sync()
}
