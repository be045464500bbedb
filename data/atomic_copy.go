package data

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// copyAtomically copies a file, or a folder of files, to path, which may be on another disk.
// Whatever happens on the way, there is never an incomplete copy at path: the copy is made in a
// temporary folder beside it, flushed, and renamed. A file is replaced; a folder can only
// replace an empty one.
func copyAtomically(from, path string) error {
	folder := filepath.Dir(path)
	room, err := os.MkdirTemp(folder, ".nianbao-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(room)
	part := filepath.Join(room, filepath.Base(path))
	isFolder, err := copyTree(from, part)
	if err != nil {
		return err
	}
	if isFolder {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if err := os.Rename(part, path); err != nil {
		return err
	}
	flushFolder(folder)
	return nil
}

// copyTree copies a file or a folder to a path where there is nothing, and flushes it.
func copyTree(from, to string) (isFolder bool, err error) {
	err = filepath.WalkDir(from, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		inside, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, inside)
		if !entry.IsDir() {
			return copyFile(path, target)
		}
		isFolder = true
		return os.Mkdir(target, 0o755)
	})
	if err != nil || !isFolder {
		return isFolder, err
	}
	return isFolder, filepath.WalkDir(to, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() {
			flushFolder(path)
		}
		return err
	})
}

// flushFolder makes the names in a folder survive a power cut. Not every system can do
// so; the files themselves are flushed already.
func flushFolder(path string) {
	if folder, err := os.Open(path); err == nil {
		_ = folder.Sync()
		folder.Close()
	}
}

// checkFree returns an error that is ErrExists unless there is nothing, or an empty
// folder, at path.
func checkFree(path string) error {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !info.IsDir():
		return ErrExists
	}
	entries, err := os.ReadDir(path)
	if err == nil && len(entries) > 0 {
		err = ErrExists
	}
	return err
}
