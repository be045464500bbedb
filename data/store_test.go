package data

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// holdFile turns the test binary into a second process that opens a file, says so, and
// then waits until it is told to end.
const holdFile = "NIANBAO_TEST_HOLD"

func TestMain(m *testing.M) {
	if path := os.Getenv(holdFile); path != "" {
		os.Exit(hold(path))
	}
	os.Exit(m.Run())
}

func hold(path string) int {
	s, err := Open(context.Background(), path, Options{})
	if err != nil {
		fmt.Println(err)
		return 1
	}
	fmt.Println("open")
	var line string
	_, _ = fmt.Scanln(&line) // ends when the parent closes its input
	if err := s.Close(); err != nil {
		return 1
	}
	return 0
}

// openAt opens a new store that is closed with the test.
func openAt(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(t.Context(), path, Options{Threads: 2})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if _, open := claimed.Load(s.path); open {
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		}
	})
	return s
}

func TestOpenCreatesTheFileAndItsDirectories(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "b", "年报.duckdb")
	s := openAt(t, path)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = openAt(t, path)
	duckdb, schema, err := s.Versions(t.Context())
	if err != nil || !strings.HasPrefix(duckdb, "v1.") || schema != SchemaVersion() {
		t.Errorf("DuckDB %q, schema %d, %v", duckdb, schema, err)
	}
}

func TestOpenAcceptsAnyPathWithoutAQuestionMark(t *testing.T) {
	for _, name := range []string{"100%.duckdb", "50%zz#1.duckdb", "it's 政务 公开&x=1.duckdb", "store.duckdb", "nianbao", "a;b.db"} {
		path := filepath.Join(t.TempDir(), "目录 %20#'", name)
		s := openAt(t, path)
		if err := s.SaveView(t.Context(), SavedView{Name: name}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if err := s.Close(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := os.Stat(path); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		s = openAt(t, path)
		if views, err := s.SavedViews(t.Context()); err != nil || len(views) != 1 || views[0].Name != name {
			t.Errorf("%s: %v, %v", name, views, err)
		}
	}
	if _, err := Open(t.Context(), filepath.Join(t.TempDir(), "a?b.duckdb"), Options{}); !errors.Is(err, ErrUnusablePath) {
		t.Errorf("a path with ? gives %v", err)
	}
}

func TestAFileIsNotOpenedTwiceInOneProcess(t *testing.T) {
	s := openStore(t)
	if _, err := Open(t.Context(), s.Path(), Options{}); !errors.Is(err, ErrAlreadyOpen) {
		t.Errorf("second open gives %v", err)
	}
}

func TestASecondProcessIsToldWhichOneHasTheFileOpen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "held.duckdb")
	other := exec.Command(os.Args[0])
	other.Env = append(os.Environ(), holdFile+"="+path)
	input, err := other.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	output, err := other.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	var word string
	if _, err := fmt.Fscanln(output, &word); err != nil || word != "open" {
		t.Fatalf("the other process says %q, %v", word, err)
	}
	_, err = Open(t.Context(), path, Options{})
	var in *InUseError
	if !errors.As(err, &in) || in.PID != other.Process.Pid {
		t.Errorf("got %v, want the process %d", err, other.Process.Pid)
	}
	input.Close()
	if err := other.Wait(); err != nil {
		t.Fatal(err)
	}
	openAt(t, path)
}

func TestAFileOfAnotherKindIsRefused(t *testing.T) {
	text := filepath.Join(t.TempDir(), "text.duckdb")
	write(t, text, []byte("这不是数据库"))
	if _, err := Open(t.Context(), text, Options{}); !errors.Is(err, ErrNotADatabase) {
		t.Errorf("a text file gives %v", err)
	}
	empty := filepath.Join(t.TempDir(), "empty.duckdb")
	write(t, empty, nil)
	if _, err := Open(t.Context(), empty, Options{}); !errors.Is(err, ErrNotADatabase) {
		t.Errorf("an empty file gives %v", err)
	}
	foreign := filepath.Join(t.TempDir(), "foreign.duckdb")
	onFile(t, foreign, `CREATE TABLE accounts (a INTEGER)`)
	if _, err := Open(t.Context(), foreign, Options{}); !errors.Is(err, ErrNotADatabase) {
		t.Errorf("a database of others gives %v", err)
	}
}

func TestAnEmptyFileLeftByAFailedStartIsReplaced(t *testing.T) {
	path := filepath.Join(t.TempDir(), "年报.duckdb")
	write(t, path, nil)
	write(t, startMark(path), nil)
	openAt(t, path)
	if exists(startMark(path)) {
		t.Error("the mark of the start stays when it is over")
	}
}

func TestADamagedLogCanBeSetAside(t *testing.T) {
	dir := t.TempDir()
	path := crashed(t, dir)
	wal := read(t, logPath(path))
	// With a wrong length the log seems to be cut off, which DuckDB accepts; a wrong byte
	// within an entry is damage.
	within := bytes.Index(wal, []byte("reports"))
	if within < 0 {
		t.Fatal("the log names no table of reports")
	}
	wal[within] ^= 0x55
	write(t, logPath(path), wal)
	_, err := Open(t.Context(), path, Options{})
	var damaged *DamagedError
	if !errors.As(err, &damaged) || damaged.Log != logPath(path) {
		t.Fatalf("a damaged log gives %v", err)
	}
	copies, err := SetLogAside(path)
	if err != nil || len(copies) != 2 {
		t.Fatal(copies, err)
	}
	s := openAt(t, path)
	if got := one(t, s, `SELECT count(*) FROM reports`); got != "1" {
		t.Errorf("%s reports after the log was set aside, want the one of the checkpoint", got)
	}
}

func TestCommittedReportsSurviveACrash(t *testing.T) {
	s := openAt(t, crashed(t, t.TempDir()))
	if got := one(t, s, `SELECT count(*) FROM reports`); got != "2" {
		t.Errorf("%s reports, want 2", got)
	}
}

// crashed returns a file in the state after a crash: one report in the file, one in its
// log. It copies both while the store is open.
func crashed(t *testing.T, dir string) string {
	t.Helper()
	s := openAt(t, filepath.Join(dir, "live.duckdb"))
	save(t, s, realReport(t, "daxing_yinghai_2023"))
	imp, err := s.Begin(t.Context(), ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := imp.Save(t.Context(), realReport(t, "suqian_2023")); err != nil {
		t.Fatal(err)
	}
	imp.flush(t.Context())
	path := filepath.Join(dir, "crashed.duckdb")
	write(t, path, read(t, s.path))
	write(t, logPath(path), read(t, logPath(s.path)))
	if err := imp.Finish(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAFileOfALaterVersionIsRefused(t *testing.T) {
	s := openStore(t)
	exec1(t, s, `INSERT INTO main.schema_version VALUES (99, now())`)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	_, err := Open(t.Context(), s.path, Options{})
	var newer *NewerError
	if !errors.As(err, &newer) || newer.Found != 99 || newer.Known != SchemaVersion() {
		t.Errorf("got %v", err)
	}
}

func TestAMigrationRunsOnceOnAFileOfTheVersionBefore(t *testing.T) {
	s := openStore(t)
	save(t, s, realReport(t, "daxing_yinghai_2023"))
	steps, err := migrations(migrationFiles)
	if err != nil {
		t.Fatal(err)
	}
	next := append(steps, migration{len(steps) + 1, `CREATE TABLE store.extra (n INTEGER); INSERT INTO store.extra VALUES (1)`})
	broken := append(next, migration{len(next) + 1, `INSERT INTO store.extra VALUES (2); INSERT INTO store.nowhere VALUES (1)`})
	conn := connection(t, s)
	for range 2 {
		if err := migrate(t.Context(), conn, s.path, next); err != nil {
			t.Fatal(err)
		}
	}
	if err := migrate(t.Context(), conn, s.path, broken); err == nil {
		t.Error("a broken migration passes")
	}
	if got := one(t, s, `SELECT count(*) || ' ' || max(version) FROM main.schema_version`); got != fmt.Sprintf("%d %d", len(next), len(next)) {
		t.Errorf("versions %s", got)
	}
	if got := one(t, s, `SELECT string_agg(n, ',') || (SELECT count(*) FROM reports) FROM store.extra`); got != "11" {
		t.Errorf("the failed step left something: %s", got)
	}
}

func TestMigrationNumbersHaveNoGaps(t *testing.T) {
	files := fstest.MapFS{"migrations/0001.sql": {Data: []byte("SELECT 1")}, "migrations/0003.sql": {Data: []byte("SELECT 1")}}
	if _, err := migrations(files); err == nil {
		t.Error("0001, 0003 is accepted")
	}
}

func TestOpenAddsMissingColumns(t *testing.T) {
	s := openStore(t)
	save(t, s, realReport(t, "daxing_yinghai_2023"))
	last := s.columns.names[len(s.columns.names)-1]
	exec1(t, s, `DELETE FROM store.columns WHERE name = '`+last+`'`, `DROP VIEW disputes`, `DROP VIEW enforcement`, `DROP VIEW outcomes`, `DROP VIEW applications`,
		`ALTER TABLE store.wide DROP COLUMN `+last, `DELETE FROM store.generated`)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = openAt(t, s.path)
	save(t, s, realReport(t, "suqian_2023"))
	if got := one(t, s, `SELECT count(*) || ' ' || (SELECT count(*) FROM store.columns) FROM store.wide`); got != fmt.Sprint("2 ", len(s.columns.keys)) {
		t.Errorf("got %s", got)
	}
}

func TestABackupIsACompleteFile(t *testing.T) {
	s := openStore(t)
	save(t, s, realReport(t, "daxing_yinghai_2023"))
	path := filepath.Join(t.TempDir(), "备份.duckdb")
	if err := s.Backup(t.Context(), path, BackupOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := s.Backup(t.Context(), path, BackupOptions{}); !errors.Is(err, os.ErrExist) {
		t.Errorf("an existing file gives %v", err)
	}
	if got := one(t, openAt(t, path), `SELECT value FROM figures WHERE item_id = 'penalty'`); got != "2390" {
		t.Errorf("the copy has %s", got)
	}
	if _, err := os.Stat(exchangePath(s.path)); !errors.Is(err, os.ErrNotExist) {
		t.Error("the exchange directory is left behind")
	}
}

func connection(t *testing.T, s *Store) *sql.Conn {
	t.Helper()
	conn, err := s.db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	return conn
}

// exec1 runs statements that the program itself never runs.
func exec1(t *testing.T, s *Store, statements ...string) {
	t.Helper()
	for _, statement := range statements {
		if _, err := s.db.Exec(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
}

// onFile runs a statement on a file that is not a store.
func onFile(t *testing.T, path, statement string) {
	t.Helper()
	db, err := connect(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, path string, content []byte) {
	t.Helper()
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}
