package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/words"
)

// movedDatabase is a database whose imported files are gone, as on another machine.
func movedDatabase(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	reports, db := filepath.Join(folder, "reports"), filepath.Join(folder, "a.duckdb")
	if code, _, complaint := call("sample", reports); code != 0 {
		t.Fatal(complaint)
	}
	if code, _, complaint := call("import", "--db", db, reports); code != 0 {
		t.Fatal(complaint)
	}
	if err := os.RemoveAll(reports); err != nil {
		t.Fatal(err)
	}
	return db
}

func TestAReadOnlyBackupCanBeQueriedAndOpensItsOriginals(t *testing.T) {
	db := movedDatabase(t)
	folder := t.TempDir()
	backup := filepath.Join(folder, "b.duckdb")
	if code, out, complaint := call("backup", "--db", db, "--to", backup); code != 0 || !strings.Contains(out, backup) {
		t.Fatal(out, complaint)
	}
	content, err := os.ReadFile(backup)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(backup, 0o444); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(folder, 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(folder, 0o755) })
	target := t.TempDir()
	for i, args := range [][]string{
		{"query", "--format", "csv", "SELECT * EXCLUDE (imported_at) FROM reports ORDER BY ALL"},
		{"query", "--format", "csv", "SELECT * FROM figures ORDER BY ALL"},
		{"check", "--format", "csv"},
		{"export", "--view", "outcomes", "--to"},
		{"export", "--return", "平潭综合实验区", "--year", "2020", "--to"},
	} {
		var got [2]string
		for k, path := range []string{db, backup} {
			with := append(args[:len(args):len(args)], "--db", path)
			file := ""
			if args[0] == "export" {
				file = filepath.Join(target, string(rune('a'+i))+string(rune('0'+k))+".xlsx")
				with = append(args[:len(args):len(args)], file, "--db", path)
			}
			code, out, complaint := call(with...)
			if code == exitUsage || code != exitDone && args[0] != "check" || strings.Contains(out+complaint, form.Chinese.Say(words.OutputOfForm)) {
				t.Fatalf("%v: %d %s %s", with, code, out, complaint)
			}
			got[k] = strings.ReplaceAll(out, file, "")
			if file != "" {
				if _, err := os.Stat(file); err != nil {
					t.Error(err)
				}
			}
		}
		if got[0] != got[1] {
			t.Errorf("%v answers differently from the backup", args)
		}
	}
	names, err := os.ReadDir(folder)
	if err != nil || len(names) != 1 {
		t.Errorf("beside the backup lie %v, %v", names, err)
	}
	if after, err := os.ReadFile(backup); err != nil || !bytes.Equal(after, content) {
		t.Error("the backup has changed")
	}
}

func TestARebuildPrintsOneLineIfEqualAndElseTheDifferences(t *testing.T) {
	db := movedDatabase(t)
	folder := t.TempDir()
	first, second := filepath.Join(folder, "1.duckdb"), filepath.Join(folder, "2.duckdb")
	code, out, complaint := call("rebuild", "--from", db, "--to", first)
	if code != exitDone || complaint != "" || strings.Count(out, "\n") != 1 || !strings.Contains(out, "53") || !strings.Contains(out, form.Chinese.Say(words.OutputAllEqual)) {
		t.Errorf("%d %q %q", code, out, complaint)
	}
	if err := os.RemoveAll(data.OriginalsPath(db)); err != nil {
		t.Fatal(err)
	}
	code, out, _ = call("rebuild", "--from", db, "--to", second)
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if code != exitFailed || len(lines) != 54 || !strings.Contains(lines[0], form.Chinese.Say(words.ErrorNoOriginal)) {
		t.Errorf("%d %q", code, out)
	}
}

func TestARebuildNeedsADatabaseAndANewFile(t *testing.T) {
	folder := t.TempDir()
	notes, new := filepath.Join(folder, "notes.txt"), filepath.Join(folder, "new.duckdb")
	if err := os.WriteFile(notes, bytes.Repeat([]byte("notes "), 5000), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		code int
		args []string
	}{
		{exitUsage, []string{"--to", new}}, {exitUsage, []string{"--from", notes}}, {exitUsage, []string{"--from", notes, "--to", notes}},
		{exitUsage, []string{"--from", notes, "--to", notes + ".wal"}}, {exitUsage, []string{"--db", notes, "--from", notes, "--to", new}},
		{exitFailed, []string{"--from", notes, "--to", new}}, {exitFailed, []string{"--from", folder, "--to", new}}, {exitFailed, []string{"--from", filepath.Join(folder, "typo"), "--to", new}},
		{exitFailed, []string{"--from", notes, "--to", filepath.Join(folder, "none", "new")}},
	} {
		if code, _, complaint := call(append([]string{"rebuild"}, c.args...)...); code != c.code || complaint == "" || strings.HasPrefix(complaint, "：") {
			t.Errorf("%v: %d %q", c.args, code, complaint)
		}
	}
	names, err := os.ReadDir(folder)
	if err != nil || len(names) != 1 {
		t.Errorf("in the folder lie %v, %v", names, err)
	}
}
