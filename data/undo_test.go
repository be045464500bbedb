package data

import (
	"errors"
	"testing"

	"nianbao/data/form"
)

// penalties lists the penalties of the reports in force, in order.
const penalties = `SELECT string_agg(penalty_decisions::BIGINT, ' ' ORDER BY report_id) FROM enforcement`

func TestUndoRestoresThePreviousRevision(t *testing.T) {
	s := openStore(t)
	old, other := realReport(t, "daxing_yinghai_2023"), realReport(t, "suqian_2023")
	first := save(t, s, old)
	save(t, s, set(t, old, "enforcement/penalty/decisions", "1"), other)
	imports, err := s.Imports(t.Context())
	if err != nil || len(imports) != 2 || imports[0].Imported != 1 || imports[0].Replaced != 1 {
		t.Fatalf("%+v, %v", imports, err)
	}
	n, err := s.Undo(t.Context(), imports[0].ID)
	if err != nil || n != 2 {
		t.Fatal(n, err)
	}
	if got := one(t, s, `SELECT report_id, figures FROM reports`); got != one(t, s, `SELECT `+itoa(first[0].ReportID)+`, 200`) {
		t.Errorf("in force: %s", got)
	}
	if got := one(t, s, penalties); got != "2390" {
		t.Errorf("the wide row is not back: %s", got)
	}
	if got := one(t, s, `SELECT (SELECT count(*) FROM store.revisions), (SELECT count(*) FROM store.wide), (SELECT count(*) FROM store.withdrawn), (SELECT count(*) FROM figures)`); got != "0·1·2·200" {
		t.Errorf("left behind: %s", got)
	}
	if _, err := s.Undo(t.Context(), imports[0].ID); !errors.Is(err, ErrUnknownImport) {
		t.Errorf("undone twice: %v", err)
	}
	if again := save(t, s, other); again[0].Verdict != Imported {
		t.Errorf("what was undone cannot be imported again: %+v", again)
	}
}

func TestUndoingAnEarlierImportKeepsTheLaterRevision(t *testing.T) {
	s := openStore(t)
	r := realReport(t, "daxing_yinghai_2023")
	for _, n := range []string{"1", "2", "3", "4"} {
		save(t, s, set(t, r, "enforcement/penalty/decisions", n))
	}
	for _, step := range []struct {
		undo int64
		want string
	}{{2, "4"}, {4, "3"}, {3, "1"}} {
		if _, err := s.Undo(t.Context(), step.undo); err != nil {
			t.Fatal(err)
		}
		if got := one(t, s, penalties); got != step.want {
			t.Errorf("after the undo of %d: %s, want %s", step.undo, got, step.want)
		}
	}
	if _, err := s.Undo(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
	if got := one(t, s, `SELECT (SELECT count(*) FROM reports), (SELECT count(*) FROM figures), (SELECT count(*) FROM store.revisions)`); got != "0·0·0" {
		t.Errorf("left behind: %s", got)
	}
}

func TestDifferentFormsOfOneBodyInOneImportAreNotSaved(t *testing.T) {
	s := openStore(t)
	r := realReport(t, "daxing_yinghai_2023")
	save(t, s, r)
	imp, err := s.Begin(t.Context(), ImportOptions{Label: "drafts"})
	if err != nil {
		t.Fatal(err)
	}
	first, err := imp.Save(t.Context(), set(t, r, "enforcement/penalty/decisions", "1"))
	if err != nil {
		t.Fatal(err)
	}
	var rival *form.RivalError
	if _, err := imp.Save(t.Context(), set(t, r, "enforcement/penalty/decisions", "2")); !errors.As(err, &rival) || rival.ReportID != first.ReportID || rival.Differ != 1 {
		t.Fatalf("the second: %v", err)
	}
	if err := imp.Withdraw(t.Context(), rival.ReportID); err != nil {
		t.Fatal(err)
	}
	if _, err := imp.Save(t.Context(), set(t, r, "enforcement/penalty/decisions", "3")); !errors.As(err, &rival) || rival.ReportID != 0 {
		t.Errorf("the third: %v", err)
	}
	if err := imp.Finish(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := one(t, s, penalties); got != "2390" {
		t.Errorf("in force: %s", got)
	}
	if got := one(t, s, `SELECT imported, replaced FROM store.imports WHERE label = 'drafts'`); got != "0·0" {
		t.Errorf("the history counts %s", got)
	}
}

func TestRemoveSamplesRemovesNothingElse(t *testing.T) {
	s := openStore(t)
	own := realReport(t, "daxing_yinghai_2023")
	var samples []form.Report
	for _, name := range realNames() {
		samples = append(samples, realReport(t, name))
	}
	save(t, s, set(t, own, "enforcement/penalty/decisions", "5"))
	saveAs(t, s, ImportOptions{Label: "示例", Sample: true}, samples...)
	if has, err := s.HasSamples(t.Context()); err != nil || !has {
		t.Error(has, err)
	}
	if n, err := s.RemoveSamples(t.Context()); err != nil || n != len(samples) {
		t.Error(n, err)
	}
	if got := one(t, s, penalties); got != "5" {
		t.Errorf("in force: %s", got)
	}
	if has, err := s.HasSamples(t.Context()); err != nil || has {
		t.Error(has, err)
	}
}

func TestUndoRestoresTheFindingsOfTheRevision(t *testing.T) {
	s := openStore(t)
	r := realReport(t, "daxing_yinghai_2023")
	broken := set(t, r, "applications/received/total", "99")
	saved := save(t, s, broken)
	if saved[0].Errors != 2 { // the sum of its row, and the balance
		t.Errorf("%+v", saved[0])
	}
	save(t, s, r)
	if got := one(t, s, `SELECT count(*) FROM findings WHERE severity = 'error'`); got != "0" {
		t.Errorf("%s errors in the corrected report", got)
	}
	if _, err := s.Undo(t.Context(), 2); err != nil {
		t.Fatal(err)
	}
	if got := one(t, s, `SELECT string_agg(rule || ' ' || verdict || ' ' || left_value::BIGINT || ' ' || right_value::BIGINT || ' ' || difference::BIGINT, ', ' ORDER BY rule) FROM findings WHERE severity = 'error'`); got != "balance fail 99 16 83, row-sum fail 99 16 83" {
		t.Errorf("findings: %s", got)
	}
}
