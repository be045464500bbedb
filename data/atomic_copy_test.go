package data

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// tree writes a folder of files and returns its path.
func tree(t *testing.T, files, size int) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "tree")
	for i := range files {
		year := filepath.Join(folder, fmt.Sprintf("year=%d", 2000+i))
		if err := errors.Join(os.MkdirAll(year, 0o755), os.WriteFile(filepath.Join(year, "data_0.parquet"), bytes.Repeat([]byte{byte(i)}, size), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// filesIn lists the files below a path with their sizes; the list is empty if there is
// nothing.
func filesIn(t *testing.T, path string) (list []string) {
	t.Helper()
	err := filepath.WalkDir(path, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		list = append(list, fmt.Sprintf("%s %d", filepath.Base(filepath.Dir(path)), info.Size()))
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return list
}

func TestAKilledExportLeavesAWholeFolderOrNone(t *testing.T) {
	if from := os.Getenv("NIANBAO_PUT"); from != "" {
		if err := copyAtomically(from, os.Getenv("NIANBAO_TO")); err != nil {
			t.Fatal(err)
		}
		return
	}
	from := tree(t, 60, 1<<20)
	whole := strings.Join(filesIn(t, from), "\n")
	put := func(to string) *exec.Cmd {
		cmd := exec.Command(os.Args[0], "-test.run", "^"+t.Name()+"$")
		cmd.Env = append(os.Environ(), "NIANBAO_PUT="+from, "NIANBAO_TO="+to)
		return cmd
	}
	began := time.Now()
	calm := filepath.Join(t.TempDir(), "分年")
	if out, err := put(calm).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	took := time.Since(began)
	if got := strings.Join(filesIn(t, calm), "\n"); got != whole {
		t.Fatalf("the copy has\n%s", got)
	}
	absent := 0
	const kills = 12
	for i := range kills {
		to := filepath.Join(t.TempDir(), "分年")
		cmd := put(to)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		kill := time.AfterFunc(took*time.Duration(i+1)/kills, func() { _ = cmd.Process.Kill() })
		_ = cmd.Wait() // it was killed, so the error is expected
		kill.Stop()
		switch got := strings.Join(filesIn(t, to), "\n"); got {
		case "":
			absent++
		case whole:
		default:
			t.Errorf("after %d/%d of the time stands there\n%s", i+1, kills, got)
		}
	}
	if absent == 0 {
		t.Error("no kill came in time: nothing was tested")
	}
}

func TestAFolderReplacesOnlyAnEmptyOne(t *testing.T) {
	s := openStore(t)
	save(t, s, town(t, "甲镇", 2023, penalty, "5"))
	folder := t.TempDir()
	empty, full, file, link := filepath.Join(folder, "empty"), filepath.Join(folder, "full"), filepath.Join(folder, "file"), filepath.Join(folder, "link")
	if err := errors.Join(os.Mkdir(empty, 0o755), os.MkdirAll(filepath.Join(full, "x"), 0o755), os.WriteFile(file, []byte("mine"), 0o644), os.Symlink(empty, link)); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{full, file, link} {
		if err := s.WriteParquet(t.Context(), Query{View: Enforcement}, path, true); !errors.Is(err, ErrExists) {
			t.Errorf("%s: %v", filepath.Base(path), err)
		}
	}
	if err := s.WriteParquet(t.Context(), Query{View: Enforcement}, empty, true); err != nil || len(filesIn(t, empty)) != 1 {
		t.Errorf("an empty folder: %v", err)
	}
	if content, err := os.ReadFile(file); err != nil || string(content) != "mine" {
		t.Errorf("the file holds %q, %v", content, err)
	}
	if found, err := filepath.Glob(filepath.Join(folder, ".nianbao-*")); err != nil || len(found) > 0 {
		t.Errorf("left behind: %v, %v", found, err)
	}
}
