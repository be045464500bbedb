package data

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestABackupIsOneFileWithOriginalsDecisionsAndViewsThatOpensAnywhere(t *testing.T) {
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
