//go:build unix

package data

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// special creates things that are not regular files, in a folder of the test.
var special = map[string]func(path string) error{
	"a pipe":             func(path string) error { return syscall.Mkfifo(path, 0o600) },
	"a character device": func(path string) error { return syscall.Mknod(path, syscall.S_IFCHR|0o600, 0x103) }, // like /dev/null
	"a folder":           func(path string) error { return os.Mkdir(path, 0o700) },
	"somebody's empty file": func(path string) error {
		return os.WriteFile(path, nil, 0o600)
	},
}

func TestAFileOfAnotherProgramIsNotTouched(t *testing.T) {
	for name, create := range special {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "年报.duckdb")
			if err := create(path); errors.Is(err, fs.ErrPermission) {
				t.Skip("only root creates devices")
			} else if err != nil {
				t.Fatal(err)
			}
			before, err := os.Lstat(path)
			if err != nil {
				t.Fatal(err)
			}
			opened := make(chan error, 1)
			go func() {
				s, err := Open(t.Context(), path, Options{Threads: 2})
				if err == nil {
					err = s.Close()
				}
				opened <- err
			}()
			select {
			case err := <-opened:
				if !errors.Is(err, ErrNotADatabase) {
					t.Errorf("it opens with %v", err)
				}
			case <-time.After(20 * time.Second):
				t.Fatal("opening it waits for ever")
			}
			after, err := os.Lstat(path)
			if err != nil || !os.SameFile(before, after) || before.Mode() != after.Mode() {
				t.Errorf("%v became %v, %v", before, after, err)
			}
			if left, _ := filepath.Glob(path + ".*"); len(left) > 0 {
				t.Errorf("beside it was left %q", left)
			}
		})
	}
}

func TestALinkToAPipeIsRefused(t *testing.T) {
	dir := t.TempDir()
	pipe, link := filepath.Join(dir, "pipe"), filepath.Join(dir, "年报.duckdb")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(pipe, link); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), link, Options{}); !errors.Is(err, ErrNotADatabase) {
		t.Errorf("it opens with %v", err)
	}
	if info, err := os.Stat(link); err != nil || info.Mode()&fs.ModeNamedPipe == 0 {
		t.Errorf("the pipe became %v, %v", info, err)
	}
}
