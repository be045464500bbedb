package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"nianbao/data"
	"nianbao/ui/control"
	"nianbao/ui/uitest"
	"nianbao/ui/words"
)

// openStartup opens the window as the program does, on a file with the samples.
func openStartup(t *testing.T) *startup {
	t.Helper()
	path := filepath.Join(t.TempDir(), "现在.duckdb")
	uitest.Write(t, path, uitest.SampleBytes(t))
	d := newStartup(test.NewTempApp(t), Options{Path: path}, atOnce())
	t.Cleanup(func() { d.closeStore() })
	d.open()
	if d.shell == nil {
		t.Fatal("the window did not open")
	}
	d.shell.imports.pace = 0
	return d
}

// backUpTo makes a backup by the menu's command.
func backUpTo(t *testing.T, s *shell, path string) {
	t.Helper()
	s.lastFolder = filepath.Dir(path)
	s.saveBackup()
	if s.saveDialog == nil {
		t.Fatal("no dialog came up")
	}
	s.saveDialog.name.SetText(filepath.Base(path))
	s.saveDialog.finish()
}

// tapInDialog taps a button of the topmost dialog and returns its texts.
func tapInDialog(t *testing.T, s *shell, label string) string {
	t.Helper()
	top := s.window.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("no dialog is open")
	}
	var said strings.Builder
	var button *control.Button
	for _, o := range test.LaidOutObjects(top) {
		switch o := o.(type) {
		case *control.Paragraph:
			said.WriteString(o.Text())
		case *control.Button:
			if o.Text == label {
				button = o
			}
		}
	}
	if button == nil {
		t.Fatalf("no button %q in %q", label, said.String())
	}
	test.Tap(button)
	return said.String()
}

func (s *shell) figures(t *testing.T) string {
	t.Helper()
	answer, err := s.store.SQL(t.Context(), `SELECT count(*), sum(hash(unit, year, item_id, column_id, value, status, raw, file, cell)::HUGEINT) FROM figures`, data.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return answer.Rows[0][0].String + " " + answer.Rows[0][1].String
}

func TestRestoringABackupAsksFirstAndKeepsTheOldDatabase(t *testing.T) {
	d := openStartup(t)
	s := d.shell
	backup := filepath.Join(t.TempDir(), "备份.duckdb")
	backUpTo(t, s, backup)
	if !strings.Contains(s.shownMessage, backup) || s.waiting != nil {
		t.Fatalf("said is %q", s.shownMessage)
	}
	before := s.figures(t)
	test.Tap(s.header.samples) // removes all reports
	if s.inventory.reports != 0 {
		t.Fatal("reports are left")
	}
	uitest.Import(t, s.store, data.ImportOptions{}, writeSamples(t, "瀛海"))
	s.reload()
	now := s.figures(t)

	s.askRestore(backup)
	said := tapInDialog(t, s, s.say.Say(words.RestoreConfirm))
	for _, part := range []string{"备份.duckdb", "53 份报告", "现在.duckdb"} {
		if !strings.Contains(said, part) {
			t.Errorf("the question %q lacks %q", said, part)
		}
	}
	if d.shell == s || d.shell == nil {
		t.Fatal("the window was not reopened")
	}
	if got := d.shell.figures(t); got != before {
		t.Errorf("restored are %s, want %s", got, before)
	}
	kept, err := filepath.Glob(d.store.Path() + ".*.bak")
	if err != nil || len(kept) != 1 || !strings.Contains(d.shell.shownMessage, kept[0]) {
		t.Fatalf("kept is %v; said is %q", kept, d.shell.shownMessage)
	}
	names, err := os.ReadDir(filepath.Dir(d.store.Path()))
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range names {
		if strings.HasPrefix(n.Name(), ".nianbao") || strings.HasSuffix(n.Name(), ".wal") {
			t.Errorf("%s is left behind", n.Name())
		}
	}

	// And back again, from the database that was kept, with its originals.
	d.shell.askRestore(kept[0])
	tapInDialog(t, d.shell, d.shell.say.Say(words.RestoreConfirm))
	if got := d.shell.figures(t); got != now {
		t.Errorf("restored are %s, want %s", got, now)
	}
	answer, err := d.store.SQL(t.Context(), `SELECT hash FROM store.reports`, data.Limits{})
	if err != nil || len(answer.Rows) == 0 {
		t.Fatal(err)
	}
	if _, err := d.store.Original(answer.Rows[0][0].String); err != nil {
		t.Error(err)
	}
}

func TestAFailedRestoreChangesNothing(t *testing.T) {
	d := openStartup(t)
	s := d.shell
	before := s.figures(t)
	garbage := uitest.Write(t, filepath.Join(t.TempDir(), "x.duckdb"), []byte(strings.Repeat("no database", 1000)))
	for path, want := range map[string]words.Word{garbage: words.ErrorNotADatabase, s.store.Path(): words.ErrorSameFile} {
		s.askRestore(path)
		if s.shownMessage != s.say.Say(want) {
			t.Errorf("%s: said is %q", path, s.shownMessage)
		}
		s.window.Canvas().Overlays().Top().Hide()
		s.shownMessage = ""
	}
	s.restore(garbage)
	if s.shownMessage == "" || d.shell != s || s.figures(t) != before {
		t.Errorf("said is %q", s.shownMessage)
	}
	names, err := filepath.Glob(filepath.Join(filepath.Dir(s.store.Path()), ".nianbao*"))
	if err != nil || len(names) > 0 {
		t.Errorf("left behind are %v %v", names, err)
	}
}

func TestABackupNeverReplacesTheDatabase(t *testing.T) {
	d := openStartup(t)
	before := d.shell.figures(t)
	d.shell.backUp(d.store.Path())
	if want := d.shell.say.Say(words.ErrorIsInput, d.store.Path()); d.shell.shownMessage != want {
		t.Errorf("said is %q, want %q", d.shell.shownMessage, want)
	}
	if d.shell.figures(t) != before {
		t.Error("the database changed")
	}
}

func TestLongWorkCanBeCancelledToCloseTheWindow(t *testing.T) {
	d := openStartup(t)
	s := d.shell
	var waiting []func()
	s.tasks.Start = func(work func()) { waiting = append(waiting, work) }
	var result error
	work := func(ctx context.Context, tell func(done, total int64)) error {
		tell(1, 2)
		return ctx.Err()
	}
	s.wait(waitJob{title: words.BackupTitle, doing: words.BackupDoing, work: work, done: func(err error) { result = err }})
	if s.waiting == nil || s.waiting.stop.Disabled() {
		t.Fatal("nothing says that the user must wait")
	}
	test.Tap(s.waiting.stop)
	waiting[0]()
	if !errors.Is(result, context.Canceled) || s.waiting != nil {
		t.Errorf("the result is %v", result)
	}
	closed := false
	d.onClose = func() { closed = true }
	s.wait(waitJob{title: words.BackupTitle, doing: words.BackupDoing, work: work, done: func(err error) { result = err }})
	if d.close(); closed {
		t.Error("the window closed before the work had ended")
	}
	if waiting[1](); !closed || !errors.Is(result, context.Canceled) {
		t.Errorf("the window is closed: %v, the result is %v", closed, result)
	}
}
