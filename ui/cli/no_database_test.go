package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestReadingCommandsCreateNoDatabaseAndTellHowToImport(t *testing.T) {
	folder := t.TempDir()
	db := filepath.Join(folder, "new", "town.duckdb")
	for _, args := range [][]string{{"query", "SELECT 1"}, {"check"}, {"export", "--to", filepath.Join(folder, "x.csv")}, {"backup", "--to", filepath.Join(folder, "b.duckdb")}} {
		code, out, complaint := call(append(args, "--db", db)...)
		if code != exitFailed || out != "" || !strings.Contains(complaint, db) || !strings.Contains(complaint, "nianbao import --db") {
			t.Errorf("%s: exit %d, %q, %q", args[0], code, out, complaint)
		}
		t.Setenv("XDG_CONFIG_HOME", folder)
		if code, _, complaint := call(args...); code != exitFailed || !strings.Contains(complaint, "还没有任何数据") {
			t.Errorf("%s without --db: exit %d, %q", args[0], code, complaint)
		}
		if entries, err := os.ReadDir(folder); err != nil || len(entries) > 0 {
			t.Fatalf("%s creates %v, %v", args[0], entries, err)
		}
	}
	// An empty file left by an interrupted start is no database either.
	if err := os.MkdirAll(filepath.Dir(db), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{db, db + ".starting"} {
		if err := os.WriteFile(path, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if code, _, complaint := call("query", "--db", db, "SELECT 1"); code != exitFailed || !strings.Contains(complaint, "没有数据库") {
		t.Errorf("exit %d, %q", code, complaint)
	}
	if code, _, complaint := call("import", "--db", db, filepath.Join(sampleDatabaseFolder(t), "reports")); code != 0 {
		t.Errorf("an import into it ends with %d: %s", code, complaint)
	}
}

// sampleDatabaseFolder is the folder of a database of the test's own, with the sample
// workbooks in reports.
func sampleDatabaseFolder(t *testing.T) string {
	t.Helper()
	return filepath.Dir(sampleDatabase(t))
}
