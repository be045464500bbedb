package data

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestABackupIsOneFileWithOriginalsDecisionsAndViews(t *testing.T) {
	s := openStore(t)
	reports := towns(6)
	save(t, s, reports...)
	files := originalsOf(3)
	keepAll(t, s, files...)
	found, err := s.Findings(t.Context(), FindingFilter{})
	if err != nil || len(found) == 0 {
		t.Fatal(len(found), err)
	}
	if err := errors.Join(s.Decide(t.Context(), found[0], Ignored, "已核实"), s.SaveView(t.Context(), SavedView{Name: "处罚", Query: Query{View: Enforcement}, Window: "{}"})); err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	path := filepath.Join(folder, "备份.duckdb")
	if err := s.Backup(t.Context(), path, BackupOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := s.Backup(t.Context(), path, BackupOptions{}); err == nil {
		t.Error("a backup was written over another")
	}
	want := everything(t, s)
	if err := errors.Join(s.Close(), os.RemoveAll(OriginalsPath(s.path))); err != nil {
		t.Fatal(err)
	}
	names, err := os.ReadDir(folder)
	if err != nil || len(names) != 1 {
		t.Fatalf("beside the backup lie %v, %v", names, err)
	}
	for _, readOnly := range []bool{true, false} {
		b, err := Open(t.Context(), path, Options{ReadOnly: readOnly})
		if err != nil {
			t.Fatal(err)
		}
		if everything(t, b) != want {
			t.Error("the backup has other figures or findings")
		}
		for i, o := range files {
			if got, err := b.Original(o.hash); err != nil || !bytes.Equal(got, o.content) {
				t.Errorf("original %d: %d bytes, %v", i, len(got), err)
			}
		}
		decided, err := b.Findings(t.Context(), FindingFilter{})
		views, failed := b.SavedViews(t.Context())
		if err != nil || failed != nil || decided[0].Decision != Ignored || decided[0].Note != "已核实" || len(views) != 1 {
			t.Errorf("%+v %v %v %v", decided[0], err, views, failed)
		}
		if readOnly {
			again := filepath.Join(t.TempDir(), "again.duckdb")
			if err := b.Backup(t.Context(), again, BackupOptions{}); err != nil {
				t.Errorf("a backup of a backup: %v", err)
			}
			if err := b.SaveView(t.Context(), SavedView{Name: "x"}); !errors.Is(err, ErrReadOnly) {
				t.Errorf("writing gives %v", err)
			}
		}
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOpeningTheDatabaseRemovesAKilledBackup(t *testing.T) {
	s := openStore(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	left := filepath.Join(exchangePath(s.path), backupFolder+"123")
	if err := errors.Join(os.MkdirAll(left, 0o755), os.WriteFile(filepath.Join(left, "backup.duckdb"), []byte("half"), 0o644)); err != nil {
		t.Fatal(err)
	}
	openAt(t, s.path)
	if _, err := os.Stat(exchangePath(s.path)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the half backup is still there: %v", err)
	}
}

func TestABackupNamesTheOriginalsThatItLacks(t *testing.T) {
	s := openStore(t)
	save(t, s, towns(4)...)
	files := originalsOf(3)
	keepAll(t, s, files...)
	zips, err := zipsOf(s.path)
	if err != nil || len(zips) == 0 {
		t.Fatal(zips, err)
	}
	content, err := os.ReadFile(zips[0])
	if err != nil {
		t.Fatal(err)
	}
	changed := bytes.Replace(content, files[1].content, bytes.Repeat([]byte{'x'}, len(files[1].content)), 1)
	garbage := filepath.Join(OriginalsPath(s.path), "z.zip")
	if err := errors.Join(os.WriteFile(zips[0], changed, 0o644), os.WriteFile(garbage, []byte("garbage"), 0o644)); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "b.duckdb")
	var gap *GapError
	if err := s.Backup(t.Context(), path, BackupOptions{}); !errors.As(err, &gap) || len(gap.Names) != 2 || gap.Names[1] != garbage {
		t.Fatalf("%v", err)
	}
	b := openAt(t, path)
	for i, o := range files {
		if _, err := b.Original(o.hash); (err == nil) != (i != 1) {
			t.Errorf("original %d: %v", i, err)
		}
	}
}

func TestABackupReplacesAFileOnlyIfAllowedAndComplete(t *testing.T) {
	s := openStore(t)
	save(t, s, towns(4)...)
	path := filepath.Join(t.TempDir(), "b.duckdb")
	if err := os.WriteFile(path, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	halfway := BackupOptions{Replace: true, Progress: func(done, total int64) {
		if done > 0 {
			cancel()
		}
	}}
	if err := s.Backup(ctx, path, halfway); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled backup gives %v", err)
	}
	if content, err := os.ReadFile(path); err != nil || string(content) != "old" {
		t.Errorf("%q %v", content, err)
	}
	last := [2]int64{}
	if err := s.Backup(t.Context(), path, BackupOptions{Replace: true, Progress: func(done, total int64) { last = [2]int64{done, total} }}); err != nil {
		t.Fatal(err)
	}
	if last[0] != last[1] || last[0] == 0 {
		t.Errorf("the progress ends with %v", last)
	}
	if everything(t, openAt(t, path)) != everything(t, s) {
		t.Error("the backup has other figures or findings")
	}
	names, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(names) != 1 {
		t.Errorf("beside the backup lie %v, %v", names, err)
	}
}
