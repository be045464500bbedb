package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/data"
	"nianbao/ui/control"
	"nianbao/ui/present"
	"nianbao/ui/uitest"
	"nianbao/ui/words"
)

func TestADamagedLogCanBeSetAside(t *testing.T) {
	app := test.NewTempApp(t)
	path := crashedStore(t)
	log, err := os.ReadFile(path + ".wal")
	if err != nil {
		t.Fatal(err)
	}
	for i := len(log) / 2; i < len(log); i++ {
		log[i] ^= 0x55
	}
	uitest.Write(t, path+".wal", log)
	d := newStartup(app, Options{Path: path}, atOnce())
	t.Cleanup(func() { d.closeStore() })
	d.open()
	if d.store != nil {
		t.Fatal("a database with a damaged log opened")
	}
	b := buttonNamed(d.window.Content(), words.Chinese.Say(words.SetLogAside))
	if b == nil {
		t.Fatal("nothing offers to set the log aside")
	}
	test.Tap(b)
	if d.store == nil || d.shell == nil {
		t.Error("the database does not open without the log")
	}
}

// crashedStore is a copy of a store, taken while a change was only in its log.
func crashedStore(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	path, copied := filepath.Join(dir, "open.duckdb"), filepath.Join(dir, "crashed.duckdb")
	store, err := data.Open(context.Background(), path, data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	imp, err := store.Begin(context.Background(), data.ImportOptions{Label: "not finished"})
	if err != nil {
		t.Fatal(err)
	}
	for from, to := range map[string]string{path: copied, path + ".wal": copied + ".wal"} {
		content, err := os.ReadFile(from)
		if err != nil {
			t.Fatal(err)
		}
		uitest.Write(t, to, content)
	}
	if err := imp.Finish(context.Background()); err != nil {
		t.Fatal(err)
	}
	return copied
}

func TestAFileThatIsNotADatabaseIsExplainedAndNotTouched(t *testing.T) {
	app := test.NewTempApp(t)
	content := strings.Repeat("年度报告 ", 2000)
	path := uitest.Write(t, filepath.Join(t.TempDir(), "notes.txt"), []byte(content))
	d := newStartup(app, Options{Path: path}, atOnce())
	d.open()
	if d.store != nil {
		t.Fatal("a text file opened as a database")
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != content {
		t.Error("the file was changed")
	}
	if buttonNamed(d.window.Content(), words.Chinese.Say(words.Retry)) == nil {
		t.Error("nothing offers to try again")
	}
}

func TestEveryErrorOfTheStoreHasWordsInBothLanguages(t *testing.T) {
	known := []error{
		&data.InUseError{Path: "a.duckdb", PID: 42}, &data.DamagedError{Path: "a.duckdb", Log: "a.duckdb.wal"}, &data.DamagedError{Path: "a.duckdb"},
		&data.NewerError{Path: "a.duckdb", Found: 9, Known: 1}, &data.SaveError{File: "a.xlsx"}, &data.SaveError{File: "a.xlsx", Err: data.ErrInvalidReport},
		data.ErrNotADatabase, data.ErrAlreadyOpen, data.ErrUnusablePath, data.ErrWriterBusy, data.ErrMustReopen, data.ErrUnknownImport,
	}
	for _, err := range known {
		zh, en := present.Explain(err, words.Chinese), present.Explain(err, words.English)
		if zh.Text == "" || zh.Text == en.Text || strings.Contains(zh.Text, err.Error()) {
			t.Errorf("%v is told as %q and %q", err, zh.Text, en.Text)
		}
	}
	if got := present.Explain(known[0], words.Chinese).Text; !strings.Contains(got, "42") {
		t.Errorf("who holds the database is not record: %q", got)
	}
}

func TestTheTraceListsMilestonesAndPositions(t *testing.T) {
	path := filepath.Join(t.TempDir(), "trace.log")
	t.Setenv("NIANBAO_TRACE", path)
	s := openShell(t)
	s.trace = newTracer()
	s.openSample()
	s.state.open(TablePane)
	s.state.open(ChartPane)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"import done imported=53 replaced=0 unchanged=0 failed=0", "table view=applications rows=53", "chart kind=trend item=applications/received/total", "overview year=2024 reports=8 units=10", "place 图表 "} {
		if !strings.Contains(string(content), want) {
			t.Errorf("the trace lacks %q", want)
		}
	}
}

// buttonNamed finds a button in a tree of containers.
func buttonNamed(o fyne.CanvasObject, name string) (found *control.Button) {
	visit(o, func(o fyne.CanvasObject) {
		if b, ok := o.(*control.Button); ok && b.Text == name {
			found = b
		}
	})
	return found
}
