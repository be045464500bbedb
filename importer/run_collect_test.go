//go:build unix

package importer

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	"nianbao/importer/read"
)

// runOn reads paths without saving, and fails if that takes long.
func runOn(t *testing.T, paths ...string) []Result {
	t.Helper()
	ctx, stop := context.WithTimeout(context.Background(), 30*time.Second)
	defer stop()
	results, err := Run(ctx, paths, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return results
}

func writeSample(t *testing.T, path string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, sampleForm(t), 0o644); err != nil {
		t.Fatal(err)
	}
}

func link(t *testing.T, target, path string) {
	t.Helper()
	if err := os.Symlink(target, path); err != nil {
		t.Fatal(err)
	}
}

func TestLinkedFoldersAreFollowedOnceEvenInLoops(t *testing.T) {
	folder, elsewhere := t.TempDir(), t.TempDir()
	writeSample(t, filepath.Join(elsewhere, "镇", "年报.xlsx"))
	link(t, elsewhere, filepath.Join(folder, "乙"))
	link(t, elsewhere, filepath.Join(folder, "甲")) // the same folder again
	link(t, folder, filepath.Join(elsewhere, "镇", "上级"))
	link(t, filepath.Join(elsewhere, "镇", "年报.xlsx"), filepath.Join(folder, "丙.xlsx")) // the same file again
	link(t, filepath.Join(folder, "没有"), filepath.Join(folder, "断链.xlsx"))

	read, skipped := 0, 0
	for _, r := range runOn(t, folder) {
		skipped += r.Skipped
		if r.Report != nil {
			read++
		} else if r.Err != nil {
			t.Errorf("%s: %v", r.File, r.Err)
		}
	}
	if read != 1 || skipped != 1 {
		t.Errorf("%d reports and %d skipped files, want one of each", read, skipped)
	}
}

func TestAPipeIsReportedWithoutWaitingForIt(t *testing.T) {
	folder := t.TempDir()
	pipe := filepath.Join(folder, "管道.xlsx")
	if err := syscall.Mkfifo(pipe, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{pipe, folder} {
		results := runOn(t, path)
		var no *NotAFileError
		if len(results) != 1 || !errors.As(results[0].Err, &no) || !strings.Contains(explain(results[0].Err, "zh"), "管道") {
			t.Errorf("%s: %+v", path, results)
		}
	}
}

func TestAHugeSparseFileIsRefusedAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "空洞.xlsx")
	if err := os.WriteFile(path, []byte("PK"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, 1<<40); err != nil {
		t.Skip("the file system has no sparse files of that size:", err)
	}
	results := runOn(t, path)
	var re *read.ReadError
	if len(results) != 1 || !errors.As(results[0].Err, &re) || re.Kind != read.TooLarge {
		t.Errorf("%+v", results)
	}
}

func TestAFileNamedInGBKIsListedUnderItsDecodedName(t *testing.T) {
	folder := t.TempDir()
	gbk := "\xc4\xea\xb1\xa8.xlsx" // 年报
	path := filepath.Join(folder, gbk)
	writeSample(t, path)
	for _, from := range []string{folder, path} {
		results := runOn(t, from)
		if len(results) != 1 || results[0].Report == nil {
			t.Fatalf("%+v", results)
		}
		if name := results[0].File; !utf8.ValidString(name) || filepath.Base(name) != "年报.xlsx" {
			t.Errorf("the file is called %q", name)
		}
	}
}
