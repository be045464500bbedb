package data

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
)

// noteLines runs an import that only says something of files, and answers lines.
func noteLines(t *testing.T, s *Store, answers []Line, lines ...Line) []Line {
	t.Helper()
	imp, err := s.Begin(t.Context(), ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range lines {
		lines[i] = imp.Record(t.Context(), lines[i])
	}
	for _, l := range answers {
		imp.Answers(l.Import, l.Number)
	}
	if err := imp.Finish(t.Context()); err != nil {
		t.Fatal(err)
	}
	return lines
}

func openFiles(t *testing.T, s *Store) string {
	t.Helper()
	list, err := s.OpenLines(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, l := range list {
		names = append(names, strings.TrimSpace(l.File+" "+l.Sheet))
	}
	return strings.Join(names, ", ")
}

func TestOpenQuestionsSurviveClosingTheDatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.duckdb")
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	first := noteLines(t, s, nil, Line{Verdict: Asked, File: "/a.xlsx", Sheet: "1", Hash: "h", Chinese: "哪个单位？", Detail: `{"Questions":[]}`},
		Line{Verdict: Failed, File: "/locked.xlsx", Hash: "l"}, Line{Verdict: Failed, File: "/broken.xlsx"},
		Line{Verdict: Asked, File: "/b.xlsx", Sheet: "1"}, Line{Verdict: LeftOut, File: "/c.xlsx", Sheet: "1", Hash: "c"})
	if err := errors.Join(s.Close()); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(t.Context(), path, Options{}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	list, err := s.OpenLines(t.Context())
	if err != nil || len(list) != 3 || list[0] != first[0] {
		t.Fatalf("waiting: %+v, %v", list, err)
	}
	if got := openFiles(t, s); got != "/a.xlsx 1, /locked.xlsx, /b.xlsx 1" {
		t.Errorf("waiting: %s", got)
	}
	noteLines(t, s, first[:1], Line{Verdict: LeftOut, File: "/a.xlsx", Sheet: "1", Hash: "h"})
	if got := openFiles(t, s); got != "/locked.xlsx, /b.xlsx 1" {
		t.Errorf("after an answer: %s", got)
	}
	noteLines(t, s, nil, Line{Verdict: Failed, File: "/b.xlsx"}, Line{Verdict: Failed, File: "/locked.xlsx"})
	if got := openFiles(t, s); got != "/locked.xlsx, /b.xlsx 1" {
		t.Errorf("after the files could not be read: %s", got)
	}
	noteLines(t, s, nil, Line{Verdict: Asked, File: "/b.xlsx", Sheet: "1"}, Line{Verdict: Unchanged, File: "/locked.xlsx", Sheet: "2", ReportID: 7})
	if got := openFiles(t, s); got != "/b.xlsx 1" {
		t.Errorf("after the files were imported again: %s", got)
	}
	for range 2 {
		noteLines(t, s, nil, Line{Verdict: Asked, File: "剪贴板", Hash: "p"})
	}
	if got := openFiles(t, s); got != "剪贴板, 剪贴板, /b.xlsx 1" {
		t.Errorf("with pasted texts: %s", got)
	}
}

func TestALineCorrectedTwiceIsStoredOnce(t *testing.T) {
	s := openStore(t)
	imp, err := s.Begin(t.Context(), ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	imp.Record(t.Context(), Line{Verdict: Imported, File: "/a.xlsx"})
	imp.flush(t.Context())
	for _, text := range []string{"2 candidates", "3 candidates"} {
		imp.Correct(0, Line{Verdict: Asked, File: "/a.xlsx", English: text})
	}
	if err := imp.Finish(t.Context()); err != nil {
		t.Fatal(err)
	}
	list, err := s.Lines(t.Context(), imp.ID())
	if err != nil || len(list) != 1 || list[0].English != "3 candidates" {
		t.Errorf("kept: %+v, %v", list, err)
	}
}
