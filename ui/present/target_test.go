//go:build unix

package present

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestAFileIsWrittenOnlyToAFreePathOrOverARegularFile(t *testing.T) {
	folder := t.TempDir()
	in := func(name string) string { return filepath.Join(folder, name) }
	put := func(name string) {
		if err := os.WriteFile(in(name), []byte("kept"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put("db.duckdb")
	put("old.csv")
	put("target.csv")
	for _, err := range []error{
		os.Symlink(in("target.csv"), in("link.csv")), os.Link(in("db.duckdb"), in("hard.csv")), os.Symlink(folder, in("here")),
		os.Symlink(in("missing"), in("broken.csv")), syscall.Mkfifo(in("pipe.csv"), 0o644), os.Mkdir(in("folder.csv"), 0o755),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for path, want := range map[string]error{
		"new.csv": nil, "old.csv": nil, "db.duckdb": ErrIsInput, "hard.csv": ErrIsInput, "here/db.duckdb": ErrIsInput, "./db.duckdb": ErrIsInput,
		"db.duckdb.wal": ErrIsInput, "here/db.duckdb.wal": ErrIsInput,
		"link.csv": ErrIsNotAFile, "broken.csv": ErrIsNotAFile, "pipe.csv": ErrIsNotAFile, "folder.csv": ErrIsFolder, "none/x.csv": ErrNoSuchPlace,
	} {
		err := CheckTarget(in(path), in("db.duckdb"), in("db.duckdb.wal"))
		if !errors.Is(err, want) || want == nil && err != nil {
			t.Errorf("%s: %v, want %v", path, err, want)
		}
	}
}

func TestPipesLinksAndDevicesAreNeverReplaced(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe.csv")
	if err := syscall.Mkfifo(pipe, 0o644); err != nil {
		t.Fatal(err)
	}
	err := WriteFile(pipe, func(w io.Writer) error { _, err := io.WriteString(w, "x"); return err })
	if info, stat := os.Lstat(pipe); stat != nil || info.Mode()&os.ModeNamedPipe == 0 || !errors.Is(err, ErrIsNotAFile) {
		t.Errorf("%v %v %v", info, stat, err)
	}
}
