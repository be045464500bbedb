package data

import (
	"errors"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"nianbao/data/form"
)

// A kill leaves the log as it is at that moment: wherever it is cut off, the store must
// be as before the step or as after it.
func TestAKilledStepIsDoneEntirelyOrNotAtAll(t *testing.T) {
	reports := towns(6)
	key := form.Key{Table: "applications", Item: "received", Column: "total"}
	amend := func(value int64) func(*Store) error {
		return func(s *Store) error {
			return s.Amend(t.Context(), Amendment{ReportID: 1, Key: key, Status: form.StatusNumber, Value: form.Count(value), Reason: "核实"})
		}
	}
	undo := func(s *Store) error {
		step, err := s.NextUndo(t.Context())
		if err == nil {
			_, err = s.UndoStep(t.Context(), step.ID)
		}
		return err
	}
	redo := func(s *Store) error {
		step, err := s.NextRedo(t.Context())
		if err == nil {
			_, err = s.RedoStep(t.Context(), step.ID)
		}
		return err
	}
	importMore := func(s *Store) error {
		imp, err := s.Begin(t.Context(), ImportOptions{Label: "x"})
		if err != nil {
			return err
		}
		for _, r := range reports[1:] {
			saved, err := imp.Save(t.Context(), set(t, r, "enforcement/coercion/decisions", "7777"))
			if err != nil {
				return err
			}
			imp.Record(t.Context(), Line{Verdict: saved.Verdict, File: r.File, ReportID: saved.ReportID})
		}
		return imp.Finish(t.Context())
	}
	relabel := func(s *Store) error {
		_, err := s.Relabel(t.Context(), 2, Body{"江南省临江区", "新镇"}, 2024, "改名")
		return err
	}
	random := rand.New(rand.NewPCG(7, 7))
	for name, c := range map[string]struct{ before, step func(*Store) error }{
		"correction":       {amend(1), amend(99)},
		"undo of one":      {amend(99), undo},
		"import":           {amend(99), importMore},
		"undo of import":   {importMore, undo},
		"redo of import":   {func(s *Store) error { return errors.Join(importMore(s), undo(s)) }, redo},
		"another name":     {amend(99), relabel},
		"undo of the name": {relabel, undo},
	} {
		s := openStore(t)
		save(t, s, reports...)
		if err := c.before(s); err != nil {
			t.Fatal(name, err)
		}
		exec1(t, s, `CHECKPOINT nianbao`)
		sides := []string{stand(t, s)}
		file := read(t, s.path)
		reader := connection(t, s) // it keeps an old version in use, so the log is not written into the file
		for _, statement := range []string{`BEGIN TRANSACTION`, `UPDATE store.generated SET views = views`} {
			if _, err := reader.ExecContext(t.Context(), statement); err != nil {
				t.Fatal(err)
			}
		}
		if err := c.step(s); err != nil {
			t.Fatal(name, err)
		}
		sides = append(sides, stand(t, s))
		log := read(t, logPath(s.path))
		if _, err := reader.ExecContext(t.Context(), `ROLLBACK`); err != nil {
			t.Fatal(err)
		}
		if string(read(t, s.path)) != string(file) {
			t.Fatalf("%s: the file was written although the log was to be kept", name)
		}
		seen := map[int]bool{}
		cuts := []int{len(log), len(log) - 1}
		for range 4 {
			cuts = append(cuts, random.IntN(len(log)))
		}
		for _, cut := range cuts {
			path := filepath.Join(t.TempDir(), "cut.duckdb")
			write(t, path, file)
			write(t, logPath(path), log[:cut])
			killed := openAt(t, path)
			side := slices.Index(sides, stand(t, killed))
			if side < 0 {
				t.Errorf("%s: the log cut at %d of %d leaves neither side", name, cut, len(log))
			}
			seen[side] = true
			if err := killed.Close(); err != nil {
				t.Fatal(err)
			}
		}
		if len(seen) < 2 || sides[0] == sides[1] {
			t.Errorf("%s: the cuts leave one side only, which tries nothing", name)
		}
	}
}
