package present

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"unicode"

	"nianbao/data"
	"nianbao/importer"
	"nianbao/importer/read"
	"nianbao/importer/workbook"
	"nianbao/ui/words"
)

// hasEnglish reports whether a Chinese text has an English sentence in it: three
// words of letters one after the other. Names of files, formats and keywords of
// SQL stand alone.
func hasEnglish(text string) bool {
	run := 0
	for _, word := range strings.Fields(text) {
		if strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) || r > unicode.MaxASCII }) < 0 {
			run++
		} else {
			run = 0
		}
		if run == 3 {
			return true
		}
	}
	return false
}

func TestEveryErrorIsExplainedInBothLanguagesWithoutItsOwnText(t *testing.T) {
	for _, err := range []error{
		&data.InUseError{Path: "a.duckdb", PID: 42}, &data.InUseError{Path: "a.duckdb"}, &data.DamagedError{Path: "a.duckdb", Log: "a.duckdb.wal"},
		&data.DamagedError{Path: "a.duckdb"}, &data.NewerError{Path: "a.duckdb", Found: 9, Known: 1},
		&data.SaveError{File: "a.xlsx", Err: io.ErrShortWrite}, &data.SaveError{File: "a.xlsx", Err: data.ErrInvalidReport}, &data.KeepError{Err: syscall.ENOSPC},
		data.ErrNotADatabase, data.ErrAlreadyOpen, data.ErrUnusablePath, data.ErrWriterBusy, data.ErrMustReopen, data.ErrUnknownImport,
		ErrTooManyUnits, ErrTooManyForBrief, data.ErrUnknownReport, data.ErrUnknownColumn, data.ErrUnknownTest, data.ErrNoYear, data.ErrExists, data.ErrNotReadOnly, data.ErrTimeout,
		data.ErrDamaged, data.ErrNoDatabase, data.ErrLargeAnswer, &TargetError{"a.csv", ErrIsThere}, &importer.NoFormError{File: "a.xlsx"}, &importer.PicturesError{Names: []string{"a.jpg"}},
		&importer.UnsettledError{File: "a.xlsx", Questions: []importer.Question{{Kind: importer.AskYear, Blocking: true}}},
		&read.ReadError{Kind: read.OurFault, Err: &importer.PanicError{Value: "index out of range [5] with length 3"}}, &data.StatementError{Err: errors.New("Binder Error: an odd thing")},
		data.ErrMustUpgrade, data.ErrReadOnly, data.ErrTooMuchMemory, data.ErrTooMuchDisk, data.ErrDiskFull, data.ErrNoName, data.ErrNoView, data.ErrNoOriginal,
		&data.NameTakenError{Name: "石桥镇"}, data.ErrUnknownBody, data.ErrOwnParent, data.ErrHasReports, data.ErrNoUnitName, &importer.NoListError{File: "a.xlsx"},
		data.ErrNoReason, data.ErrNoFigure, data.ErrSameFigure, data.ErrSameBody, data.ErrNoStep, &importer.EmptyFormError{Sheet: "Sheet1"}, &importer.NoUnitsError{Sheet: "Sheet1"},
		data.ErrWrongHash, data.ErrNotInFile, data.ErrSameFile, &data.GapError{Path: "b.duckdb", Names: []string{"a.xlsx"}},
		&TargetError{"a.csv", ErrIsInput}, &TargetError{"a.csv", ErrIsFolder}, &TargetError{"a.csv", ErrNoSuchPlace}, &TargetError{"a", ErrNotEmpty}, &TargetError{"a.csv", syscall.EACCES},
		workbook.ErrTooManyRows, ErrNothingToReturn, ErrUnsuitableItem, ErrTableFormat, ErrUnknownFormat, context.Canceled,
		&fs.PathError{Op: "open", Path: "/tmp/a.csv", Err: syscall.EACCES}, errors.New("an odd thing has happened"),
	} {
		wrapped := fmt.Errorf("export: read the table: %w", err)
		zh, en := Explain(wrapped, words.Chinese), Explain(wrapped, words.English)
		switch {
		case zh.Text == "" || zh.Title == "" || zh.Text == en.Text || zh.Title == en.Title || zh.Unforeseen != en.Unforeseen:
			t.Errorf("%v is told as %+v and %+v", err, zh, en)
		case strings.Contains(zh.Text, err.Error()) || strings.Contains(zh.Text+en.Text, "odd thing") || strings.Contains(zh.Text+en.Text, "index out") || strings.Contains(en.Text, "read the table") || hasEnglish(zh.Text):
			t.Errorf("%v shows through in %q and %q", err, zh.Text, en.Text)
		}
	}
}

func TestAnUnwritableFileIsNamedWithTheReason(t *testing.T) {
	folder := t.TempDir()
	blocked := filepath.Join(folder, "blocked")
	if err := os.WriteFile(blocked, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]words.Word{
		filepath.Join(folder, "none", "a.csv"): words.ErrorNoFolder,
		filepath.Join(blocked, "a.csv"):        words.ErrorNoFile,
	} {
		err := WriteFile(path, func(io.Writer) error { return nil })
		if got := Explain(err, words.Chinese).Text; got != words.Chinese.Say(want, path) {
			t.Errorf("%v is told as %q", err, got)
		}
	}
	full := &WriteError{"a.csv", syscall.ENOSPC}
	if got := Explain(full, words.Chinese).Text; got != words.Chinese.Say(words.ErrorDiskFull, "a.csv") {
		t.Errorf("a full disk is told as %q", got)
	}
}

func TestAStatementErrorIsExplainedByTheWrongWord(t *testing.T) {
	store, err := data.Open(t.Context(), filepath.Join(t.TempDir(), "a.duckdb"), data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	for statement, want := range map[string]string{
		"SELEKT 1": "SELEKT", "SELECT * FROM report": "reports", "SELECT unti FROM reports": "unit", "SELECT nosuch(1)": "nosuch",
		"SELECT CAST('瀛海镇' AS INT)": "瀛海镇", "SELECT error('something went quite wrong')": "无法执行", "DROP VIEW reports": "只读",
	} {
		_, err := store.SQL(t.Context(), statement, data.Limits{})
		if err == nil {
			t.Errorf("%s succeeds", statement)
			continue
		}
		if got := Explain(err, words.Chinese).Text; !strings.Contains(got, want) || hasEnglish(got) {
			t.Errorf("%s: %q, want %q in it (%v)", statement, got, want, err)
		}
	}
}

func TestAnUnforeseenErrorIsMarkedForTheLog(t *testing.T) {
	for _, c := range []struct {
		err        error
		unforeseen bool
	}{
		{errors.New("an odd thing"), true}, {&fs.PathError{Op: "read", Path: "/a", Err: syscall.EIO}, true}, {&fs.PathError{Op: "read", Path: "/a", Err: syscall.EACCES}, false},
		{&data.SaveError{File: "a.xlsx", Err: io.ErrShortWrite}, true}, {&data.SaveError{File: "a.xlsx", Err: data.ErrDiskFull}, false}, {&data.KeepError{Err: syscall.ENOSPC}, false},
		{&data.StatementError{}, true}, {&data.StatementError{Fault: data.UnknownName, Word: "x"}, false}, {data.ErrTimeout, false}, {context.Canceled, false},
		{&read.ReadError{Kind: read.OurFault, Err: &importer.PanicError{}}, true}, {&read.ReadError{Kind: read.Damaged}, false}, {&WriteError{"a.csv", data.ErrDiskFull}, false},
	} {
		if got := Explain(fmt.Errorf("x: %w", c.err), words.Chinese); got.Unforeseen != c.unforeseen {
			t.Errorf("%v: %+v", c.err, got)
		}
	}
}
