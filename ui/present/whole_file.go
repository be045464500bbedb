package present

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// WriteFile writes to a temporary file and renames it to path, so that a failure or a full
// disk leaves the old file alone and no partial one behind. The window and the command line both write
// their files with it; the error names the path.
func WriteFile(path string, write func(io.Writer) error) error {
	if err := CheckTarget(path); err != nil {
		return err
	}
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
