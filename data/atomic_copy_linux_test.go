package data

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// smallDisk returns a folder on a file system of its own.
func smallDisk(t *testing.T, size string) string {
	t.Helper()
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size="+size); err != nil {
		t.Skip("needs the right to mount a small file system: ", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(folder, 0) })
	return folder
}

func TestAnExportToAFullDiskLeavesNothing(t *testing.T) {
	from, disk := tree(t, 10, 1<<20), smallDisk(t, "4m")
	old := filepath.Join(disk, "t.parquet")
	if err := os.WriteFile(old, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := copyAtomically(from, filepath.Join(disk, "分年")); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("a folder gives %v", err)
	}
	large := filepath.Join(t.TempDir(), "large")
	if err := os.WriteFile(large, make([]byte, 8<<20), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := copyAtomically(large, old); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("a file gives %v", err)
	}
	entries, err := os.ReadDir(disk)
	if err != nil || len(entries) != 1 {
		t.Errorf("on the disk are %v, %v", entries, err)
	}
	if content, err := os.ReadFile(old); err != nil || string(content) != "old" {
		t.Errorf("the file that was there holds %d bytes, %v", len(content), err)
	}
}
