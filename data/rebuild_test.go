package data

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"nianbao/data/form"
)

// written imports reports whose originals are the reports themselves, one in each file,
// and closes the database; the returned reader reads them again.
type written struct {
	path    string
	reports map[string]form.Report // by hash
}

func writeReports(t *testing.T, groups ...[]form.Report) written {
	t.Helper()
	s := openStore(t)
	w := written{s.path, map[string]form.Report{}}
	for _, reports := range groups {
		imp, err := s.Begin(t.Context(), ImportOptions{Label: "test"})
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range reports {
			content := fmt.Appendf(nil, "%s %d %d %v", r.File, len(w.reports), i, r.Figures[0].Value)
			r.Hash = hashOf(content)
			w.reports[r.Hash] = r
			if _, err := imp.Save(t.Context(), r); err != nil {
				t.Fatal(err)
			}
			imp.Keep(r.File, r.Hash, content)
		}
		if err := imp.Finish(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return w
}

// read is the Read of RebuildOptions.
func (w *written) read(ctx context.Context, files []StoredFile, take func(int, *form.Report, error) error) error {
	for i, f := range files {
		content, err := f.Content()
		if err == nil && hashOf(content) != f.Hash {
			err = ErrWrongHash
		}
		r := w.reports[f.Hash]
		report := &r
		if err != nil {
			report = nil
		}
		if err := errors.Join(take(i, report, err), ctx.Err()); err != nil {
			return err
		}
	}
	return nil
}

func (w *written) rebuild(t *testing.T) (*Store, Rebuilt) {
	t.Helper()
	to := filepath.Join(t.TempDir(), "new.duckdb")
	r, err := Rebuild(t.Context(), w.path, to, RebuildOptions{Read: w.read})
	if err != nil {
		t.Fatal(err)
	}
	return openAt(t, to), r
}

func TestARebuildListsEachFigureTextAndFindingThatIsReadDifferently(t *testing.T) {
	w := writeReports(t, towns(8))
	var changed form.Report
	for hash, r := range w.reports {
		if r.Unit != "第1镇" || r.Year != 2022 {
			continue
		}
		r.Figures = slices.Clone(r.Figures)
		f := &r.Figures[len(r.Figures)-1]
		f.Value += form.Count(1)
		f.Raw = f.Value.String()
		r.Title = "现在读到的标题"
		r.Narrative = []form.Passage{{Section: "一", Text: "现在读到的一段文字"}}
		w.reports[hash], changed = r, r
	}
	s, r := w.rebuild(t)
	kinds := map[DifferenceKind]int{}
	for _, d := range r.Differences {
		kinds[d.Kind]++
		if d.Kind != FindingDiffers && (d.Body.Unit != changed.Unit || d.Year != changed.Year) {
			t.Errorf("%+v", d)
		}
		if last := changed.Figures[len(changed.Figures)-1]; d.Kind == FigureDiffers && d.Key != last.Key {
			t.Errorf("%+v", d)
		}
	}
	if kinds[FigureDiffers] != 1 || kinds[HeadDiffers] != 1 || kinds[TextDiffers] != 1 || kinds[FindingDiffers] == 0 || kinds[SumDiffers] != 0 || kinds[RecordDiffers] != 0 || len(r.Missing) > 0 {
		t.Errorf("%v in %+v", kinds, r.Differences)
	}
	id, err := s.ReportID(t.Context(), Body{changed.Region, changed.Unit}, changed.Year)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := s.Report(t.Context(), id); err != nil || got.Title != changed.Title {
		t.Errorf("the new database has not what is read now: %+v %v", got.Title, err)
	}
}

func TestARebuildKeepsTheAcceptedBodyAndYearOfAReport(t *testing.T) {
	w := writeReports(t, towns(4))
	for hash, r := range w.reports {
		if r.Unit == "第0镇" && r.Year == 2022 {
			r.Region, r.Year = "别处", 2023
			w.reports[hash] = r
		}
	}
	_, r := w.rebuild(t)
	if len(r.Missing) > 0 || r.Different > 0 || r.Reports != 4 {
		t.Errorf("%+v", r)
	}
	// A report that is recorded for another file is never taken for this one.
	for hash, r := range w.reports {
		if r.Unit == "第1镇" && r.Year == 2022 {
			r.Year = 2023
			w.reports[hash] = r
		}
	}
	_, r = w.rebuild(t)
	if len(r.Missing) != 1 || !errors.Is(r.Missing[0].Err, ErrNotInFile) || r.Missing[0].Body.Unit != "第1镇" || r.Reports != 3 {
		t.Errorf("%+v", r)
	}
}

func TestARebuildSkipsAMissingPredecessorInTheChainOfRevisions(t *testing.T) {
	first := towns(2)
	var groups [][]form.Report
	for i := range 3 {
		group := slices.Clone(first)
		for k := range group {
			group[k].Figures = slices.Clone(group[k].Figures)
			group[k].Figures[0].Value += form.Count(int64(i))
			group[k].Figures[0].Raw = group[k].Figures[0].Value.String()
		}
		groups = append(groups, group)
	}
	w := writeReports(t, groups...)
	for hash, r := range w.reports {
		if r.Figures[0].Value == groups[1][0].Figures[0].Value && r.Year == first[0].Year {
			r.Unit, r.Year, r.Sheet = "", 0, "别的" // nothing in it is recorded
			w.reports[hash] = r
		}
	}
	s, r := w.rebuild(t)
	if len(r.Missing) != 1 || r.Missing[0].InForce || r.Revisions != 3 || r.Reports != 2 {
		t.Fatalf("%+v", r)
	}
	imports, err := s.Imports(t.Context())
	if err != nil || len(imports) != 3 {
		t.Fatal(imports, err)
	}
	if _, err := s.Undo(t.Context(), imports[0].ID); err != nil {
		t.Fatal(err)
	}
	id, err := s.ReportID(t.Context(), Body{first[0].Region, first[0].Unit}, first[0].Year)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := s.Report(t.Context(), id); err != nil || got.Figures[0].Value != first[0].Figures[0].Value {
		t.Errorf("in force again is %+v, %v", got.Figures[0], err)
	}
}

func TestARebuildOmitsSamplesAndRestoresTheReportsTheySuperseded(t *testing.T) {
	w := writeReports(t, towns(4))
	s := openAt(t, w.path)
	example := towns(6)
	example[0].Figures = slices.Clone(example[0].Figures)
	example[0].Figures[0].Value += form.Count(1)
	example[0].Figures[0].Raw = example[0].Figures[0].Value.String()
	saveAs(t, s, ImportOptions{Label: "示例", Sample: true}, example...)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s, r := w.rebuild(t)
	if r.Samples != 3 || len(r.Missing) > 0 || r.Reports != 4 || r.Revisions != 0 {
		t.Errorf("%+v", r)
	}
	if has, err := s.HasSamples(t.Context()); has || err != nil {
		t.Error("the new database says that it has examples", err)
	}
	id, err := s.ReportID(t.Context(), Body{example[0].Region, example[0].Unit}, example[0].Year)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := s.Report(t.Context(), id); err != nil || got.Figures[0].Value+form.Count(1) != example[0].Figures[0].Value {
		t.Errorf("in force is %+v, %v", got.Figures[0], err)
	}
}

func TestARebuildNeitherReplacesAFileNorLeavesAnIncompleteOne(t *testing.T) {
	w := writeReports(t, towns(60))
	folder := t.TempDir()
	there, link := filepath.Join(folder, "there"), filepath.Join(folder, "link")
	if err := errors.Join(os.WriteFile(there, []byte("x"), 0o644), os.Symlink(filepath.Join(folder, "nowhere"), link)); err != nil {
		t.Skip(err)
	}
	for _, to := range []string{there, link, folder, w.path} {
		if _, err := Rebuild(t.Context(), w.path, to, RebuildOptions{Read: w.read}); !errors.Is(err, fs.ErrExist) {
			t.Errorf("%s: %v", to, err)
		}
	}
	if _, err := Rebuild(t.Context(), filepath.Join(folder, "typo"), filepath.Join(folder, "new"), RebuildOptions{Read: w.read}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a database that is not there gives %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancelled := RebuildOptions{Read: w.read, Progress: func(done, _ int) {
		if done > 20 {
			cancel()
		}
	}}
	if _, err := Rebuild(ctx, w.path, filepath.Join(folder, "new"), cancelled); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled rebuild gives %v", err)
	}
	// A file that appears meanwhile is not touched.
	raced := filepath.Join(folder, "raced")
	race := RebuildOptions{Read: w.read, Progress: func(done, total int) {
		if done == total {
			if err := os.WriteFile(raced, []byte("x"), 0o644); err != nil {
				t.Error(err)
			}
		}
	}}
	if _, err := Rebuild(t.Context(), w.path, raced, race); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a file that came meanwhile gives %v", err)
	}
	if content, err := os.ReadFile(raced); err != nil || !bytes.Equal(content, []byte("x")) {
		t.Errorf("%q %v", content, err)
	}
	names, err := os.ReadDir(folder)
	if err != nil || len(names) != 3 {
		t.Errorf("in the folder lie %v, %v", names, err)
	}
	s := openAt(t, w.path)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestEveryTableIsEitherDerivedOrCopiedInARebuild(t *testing.T) {
	s := openStore(t)
	conn, err := s.db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	r := rebuild{conn: conn}
	copied, err := r.recordTables(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"amendments", "answers", "batches", "bodies", "corrections", "decided", "edits", "imports", "lines", "relabels", "rivals", "saved_views", "steps"}
	if !slices.Equal(copied, want) {
		t.Errorf("copied are %v, want %v: is the new table derived from reports, or recorded?", copied, want)
	}
}

func TestARebuildCopiesCorrectionsNamesAndUndoneSteps(t *testing.T) {
	reports := towns(8)
	w := writeReports(t, reports[:6], []form.Report{set(t, reports[0], "enforcement/coercion/decisions", "4444")}, reports[6:])
	s := openAt(t, w.path)
	do := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	do(s.Amend(t.Context(), Amendment{ReportID: 2, Key: penaltyKey, Status: form.StatusNumber, Value: form.Count(9), Reason: "核实"}))
	do(s.Amend(t.Context(), Amendment{ReportID: 3, Key: penaltyKey, Status: form.StatusNA, Reason: "核实"}))
	_, err := s.Relabel(t.Context(), 3, Body{"江南省临江区", "新镇"}, 2025, "抬头写错")
	do(err)
	found, err := s.Findings(t.Context(), FindingFilter{})
	do(err)
	do(s.Decide(t.Context(), found[0], Confirmed, "属实"))
	_, err = s.Undo(t.Context(), 3) // takes back the last two reports
	do(err)
	before, steps := stand(t, s), one(t, s, `SELECT count(*) FROM store.steps`)
	do(s.Close())
	again, r := w.rebuild(t)
	if len(r.Missing) > 0 || r.Different > 0 {
		t.Fatalf("missing %+v, different %+v", r.Missing, r.Differences)
	}
	if got := stand(t, again); got != before {
		t.Errorf("figures or findings differ: %s", differing(before, got))
	}
	if got := one(t, again, `SELECT count(*) FROM store.steps`); got != steps {
		t.Errorf("%s steps, want %s", got, steps)
	}
	step, err := again.NextRedo(t.Context())
	do(err)
	effect, err := again.RedoStep(t.Context(), step.ID)
	do(err)
	if effect.Returned != 2 || one(t, again, `SELECT count(*) FROM reports`) != "8" {
		t.Errorf("the redo after a rebuild brings back %+v", effect)
	}
}
