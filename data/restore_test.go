package data

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// earlier turns a closed database into one of the version before backups held originals.
func earlier(t *testing.T, s *Store) {
	t.Helper()
	withoutSteps(t, s)
	exec1(t, s, `DROP TABLE store.kept_originals`, `DELETE FROM main.schema_version WHERE version >= 8`)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestRestoringAnEarlierVersionKeepsItsOriginalsAndLeavesItUnchanged(t *testing.T) {
	s := openStore(t)
	save(t, s, towns(6)...)
	files := originalsOf(3)
	keepAll(t, s, files...)
	want := everything(t, s)
	earlier(t, s)
	before, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	if found, err := Inspect(t.Context(), s.path); err != nil || found.Reports != 6 || found.FirstYear != 2022 || found.LastYear != 2023 || found.LastImport.IsZero() {
		t.Errorf("%+v %v", found, err)
	}
	path := filepath.Join(t.TempDir(), "new.duckdb")
	r, err := PrepareRestore(t.Context(), s.path, path, nil)
	if err != nil {
		t.Fatal(err)
	}
	if kept, err := r.Swap(); err != nil || kept != "" {
		t.Fatal(kept, err)
	}
	b := openAt(t, path)
	if everything(t, b) != want {
		t.Error("other figures or findings were restored")
	}
	for i, o := range files {
		if got, err := b.Original(o.hash); err != nil || !bytes.Equal(got, o.content) {
			t.Errorf("original %d: %v", i, err)
		}
	}
	if after, err := os.ReadFile(s.path); err != nil || !bytes.Equal(after, before) {
		t.Error("the database that was restored from has changed")
	}
	names, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(names) != 1 {
		t.Errorf("beside the database lie %v, %v", names, err)
	}
}

func TestARestoreKeepsTheOldDatabaseWithItsLogAndOriginals(t *testing.T) {
	s := openStore(t)
	save(t, s, towns(4)...)
	backup := filepath.Join(t.TempDir(), "b.duckdb")
	if err := s.Backup(t.Context(), backup, BackupOptions{}); err != nil {
		t.Fatal(err)
	}
	restored := everything(t, s)
	files := originalsOf(2)
	keepAll(t, s, files...)
	save(t, s, towns(10)[4:]...)
	want := everything(t, s)
	for range 2 { // twice within a second
		r, err := PrepareRestore(t.Context(), backup, s.path, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(s.WaitIdle(t.Context()), s.Close()); err != nil {
			t.Fatal(err)
		}
		kept, err := r.Swap()
		if err != nil || !strings.HasPrefix(kept, s.path+".") {
			t.Fatal(kept, err)
		}
		s = openAt(t, s.path)
		if everything(t, s) != restored {
			t.Error("other figures or findings were restored")
		}
		k := openAt(t, kept)
		if everything(t, k) != want {
			t.Error("what is kept has other figures or findings")
		}
		for i, o := range files {
			if got, err := k.Original(o.hash); (err != nil || !bytes.Equal(got, o.content)) && want != restored {
				t.Errorf("original %d: %v", i, err)
			}
		}
		if err := k.Close(); err != nil {
			t.Fatal(err)
		}
		want = restored
	}
}

func TestAFailedOrCancelledRestoreLeavesNothing(t *testing.T) {
	s := openStore(t)
	save(t, s, towns(4)...)
	folder := filepath.Dir(s.path)
	before, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	backup, garbage := filepath.Join(t.TempDir(), "b.duckdb"), filepath.Join(t.TempDir(), "g.duckdb")
	if err := errors.Join(s.Backup(t.Context(), backup, BackupOptions{}), os.WriteFile(garbage, bytes.Repeat([]byte("x"), 9000), 0o644)); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	for _, c := range []struct {
		from     string
		want     error
		progress func(done, total int64)
	}{
		{garbage, ErrNotADatabase, nil}, {s.path, ErrSameFile, nil}, {filepath.Join(folder, "typo"), os.ErrNotExist, nil},
		{backup, context.Canceled, func(done, _ int64) {
			if done > 0 {
				cancel()
			}
		}},
	} {
		if _, err := PrepareRestore(ctx, c.from, s.path, c.progress); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.from, err)
		}
	}
	after, err := os.ReadDir(folder)
	if err != nil || len(after) != len(before) {
		t.Errorf("beside the database lie %v, %v", after, err)
	}
}

func TestARebuildBringsADatabaseOfAnEarlierVersionUpToDate(t *testing.T) {
	w := writeReports(t, towns(6))
	earlier(t, openAt(t, w.path))
	_, r := w.rebuild(t)
	if len(r.Missing) > 0 || r.Different > 0 || r.Reports != 6 || r.Originals != 6 {
		t.Errorf("%+v", r)
	}
}
