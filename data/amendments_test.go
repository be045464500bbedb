package data

import (
	"errors"
	"testing"

	"nianbao/data/form"
)

var penaltyKey = form.Key{Table: "enforcement", Item: "penalty", Column: "decisions"}

func TestACorrectionAppliesEverywhereAndKeepsTheOriginal(t *testing.T) {
	s := openStore(t)
	saved := save(t, s, realReport(t, "daxing_yinghai_2023"))
	id := saved[0].ReportID
	amend := func(status form.Status, value int64, reason string) error {
		return s.Amend(t.Context(), Amendment{ReportID: id, Key: penaltyKey, Status: status, Value: form.Count(value), Reason: reason})
	}
	if err := amend(form.StatusNumber, 2309, " 已电话核实 "); err != nil {
		t.Fatal(err)
	}
	for statement, want := range map[string]string{
		`SELECT value::BIGINT, status, raw, cell IS NOT NULL FROM figures WHERE table_id = 'enforcement' AND item_id = 'penalty'`: "2309·number·2390·true",
		`SELECT penalty_decisions::BIGINT FROM enforcement`:                                                                       "2309",
		`SELECT original_value::BIGINT, original_raw, value::BIGINT, status, reason, state FROM amendments`:                       "2390·2390·2309·number·已电话核实·in-force",
	} {
		if got := one(t, s, statement); got != want {
			t.Errorf("%s\ngives %s, want %s", statement, got, want)
		}
	}
	for _, rows := range []Grain{ReportRows, UnitRows, FigureRows} {
		table := answer(t, s, Query{View: Enforcement, Rows: rows})
		found := false
		for _, row := range table.Rows {
			for _, c := range row.Cells {
				found = found || c.Value == form.Count(2309)
			}
		}
		if !found {
			t.Errorf("the table of %s does not have it", rows)
		}
	}
	list, err := s.Amendments(t.Context(), Query{})
	if err != nil || len(list) != 1 || list[0].Original.Value != form.Count(2390) || list[0].Original.Source.Cell == "" || list[0].File == "" || list[0].Made.IsZero() {
		t.Errorf("listed: %+v %v", list, err)
	}
	if err := amend(form.StatusNA, 0, "未开展"); err != nil {
		t.Fatal(err)
	}
	if got := one(t, s, `SELECT coalesce(value, -1)::BIGINT, status, raw FROM figures WHERE table_id = 'enforcement' AND item_id = 'penalty'`); got != "-1·na·2390" {
		t.Errorf("not applicable: %s", got)
	}
	if err := s.Restore(t.Context(), id, penaltyKey); err != nil {
		t.Fatal(err)
	}
	if got := one(t, s, penalties) + one(t, s, `SELECT count(*) FROM amendments`); got != "23900" {
		t.Errorf("restored: %s", got)
	}
}

func TestAnInvalidCorrectionIsRefused(t *testing.T) {
	s := openStore(t)
	r := realReport(t, "daxing_yinghai_2023")
	first := save(t, s, r)[0].ReportID
	second := save(t, s, set(t, r, "enforcement/penalty/decisions", "1"))[0].ReportID
	valid := Amendment{ReportID: second, Key: penaltyKey, Status: form.StatusNumber, Value: form.Count(2), Reason: "核实"}
	for name, c := range map[string]struct {
		change func(*Amendment)
		want   error
	}{
		"no reason":         {func(a *Amendment) { a.Reason = " " }, ErrNoReason},
		"the same value":    {func(a *Amendment) { a.Value = form.Count(1) }, ErrSameFigure},
		"no such figure":    {func(a *Amendment) { a.Key = form.Key{Table: "fees", Item: "fee", Column: "items-before"} }, ErrNoFigure},
		"no such key":       {func(a *Amendment) { a.Key.Item = "x" }, ErrNoFigure},
		"a superseded file": {func(a *Amendment) { a.ReportID = first }, ErrUnknownReport},
		"a text":            {func(a *Amendment) { a.Status = form.StatusText }, ErrInvalidReport},
	} {
		a := valid
		c.change(&a)
		if err := s.Amend(t.Context(), a); !errors.Is(err, c.want) {
			t.Errorf("%s gives %v", name, err)
		}
	}
	if _, err := s.NextUndo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := one(t, s, `SELECT count(*) FROM store.steps`); got != "2" {
		t.Errorf("%s steps: what was refused is one", got)
	}
}

func TestACorrectionIsPendingAfterALaterFile(t *testing.T) {
	s := openStore(t)
	r := realReport(t, "daxing_yinghai_2023")
	first := save(t, s, r)[0]
	if err := s.Amend(t.Context(), Amendment{ReportID: first.ReportID, Key: penaltyKey, Status: form.StatusNumber, Value: form.Count(5), Reason: "核实"}); err != nil {
		t.Fatal(err)
	}
	if again := save(t, s, r)[0]; again.Verdict != Unchanged || len(again.Pending) != 0 {
		t.Fatalf("the same file gives %+v", again)
	}
	later := save(t, s, set(t, r, "enforcement/penalty/decisions", "7"))[0]
	if len(later.Pending) != 1 || later.Pending[0].Value != form.Count(5) || later.Pending[0].Later.Value != form.Count(7) {
		t.Fatalf("the import says %+v", later.Pending)
	}
	if got := one(t, s, `SELECT (SELECT penalty_decisions::BIGINT FROM enforcement), state, value::BIGINT FROM amendments`); got != "7·pending·5" {
		t.Errorf("in force and listed: %s", got)
	}
	if agrees := save(t, s, set(t, r, "enforcement/penalty/decisions", "5"))[0]; len(agrees.Pending) != 0 {
		t.Errorf("a file that agrees asks %+v", agrees.Pending)
	}
	if waiting, err := s.Pending(t.Context(), Query{}); err != nil || len(waiting) != 0 {
		t.Errorf("a file that agrees leaves %+v %v", waiting, err)
	}
}

func TestRelabellingAReportCanBeUndone(t *testing.T) {
	s := openStore(t)
	r := realReport(t, "daxing_yinghai_2023")
	before := save(t, s, r)[0].ReportID
	wrong := save(t, s, set(t, r, "enforcement/penalty/decisions", "1"))[0].ReportID
	if err := s.Amend(t.Context(), Amendment{ReportID: wrong, Key: penaltyKey, Status: form.StatusNumber, Value: form.Count(3), Reason: "核实"}); err != nil {
		t.Fatal(err)
	}
	id, err := s.Relabel(t.Context(), wrong, Body{"北京市大兴区", "旧宫镇"}, 2023, "抬头写错")
	if err != nil {
		t.Fatal(err)
	}
	inForce := `SELECT string_agg(unit || penalty_decisions::BIGINT, ' ' ORDER BY unit) FROM enforcement`
	if got := one(t, s, inForce); got != "旧宫镇3 瀛海镇2390" {
		t.Errorf("in force: %s", got)
	}
	if now, err := s.ReportID(t.Context(), Body{"北京市大兴区", "瀛海镇"}, 2023); err != nil || now != before {
		t.Errorf("report %d is in force, %v", now, err)
	}
	if known, err := s.Corrections(t.Context()); err != nil || len(known) != 1 || known[0].Unit != "旧宫镇" {
		t.Errorf("the next file of the source is known as %+v, %v", known, err)
	}
	if step, err := s.NextUndo(t.Context()); err != nil || step.Kind != RelabelStep || step.Body.Unit != "旧宫镇" {
		t.Errorf("%+v %v", step, err)
	} else if _, err := s.UndoStep(t.Context(), step.ID); err != nil {
		t.Fatal(err)
	}
	if got := one(t, s, inForce); got != "瀛海镇3" {
		t.Errorf("undone: %s", got)
	}
	if known, err := s.Corrections(t.Context()); err != nil || len(known) != 0 {
		t.Errorf("undone, it is still known: %+v, %v", known, err)
	}
	for _, c := range []struct {
		id     int64
		unit   string
		year   int
		reason string
		want   error
	}{{wrong, "瀛海镇", 2023, "x", ErrSameBody}, {id, "旧宫镇", 2022, "x", ErrUnknownReport}, {wrong, "", 2022, "x", ErrInvalidReport}, {wrong, "旧宫镇", 2022, "", ErrNoReason}} {
		if _, err := s.Relabel(t.Context(), c.id, Body{"北京市大兴区", c.unit}, c.year, c.reason); !errors.Is(err, c.want) {
			t.Errorf("%+v gives %v", c, err)
		}
	}
}

func TestImportLinesAreKeptAndAnsweredByALaterImport(t *testing.T) {
	s := openStore(t)
	run := func(lines []Line, answers int, reports ...form.Report) int64 {
		t.Helper()
		imp, err := s.Begin(t.Context(), ImportOptions{Label: "x"})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range reports {
			saved, err := imp.Save(t.Context(), r)
			if err != nil {
				t.Fatal(err)
			}
			imp.Record(t.Context(), Line{Verdict: saved.Verdict, File: r.File, ReportID: saved.ReportID, Chinese: "好"})
		}
		for _, l := range lines {
			imp.Record(t.Context(), l)
		}
		if answers > 0 {
			imp.Answers(1, 1)
		}
		if err := imp.Finish(t.Context()); err != nil {
			t.Fatal(err)
		}
		return imp.ID()
	}
	r := realReport(t, "daxing_yinghai_2023")
	asked := Line{Verdict: Asked, File: "/a/表.xlsx", Hash: "ab", Chinese: "年份？", English: "which year?", Detail: "{}"}
	first := run([]Line{asked, {Verdict: Failed, File: "/a/坏.xlsx", Chinese: "读不了"}}, 0, r)
	only := run([]Line{{Verdict: Failed, File: "/a/坏.xlsx"}}, 0)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = openAt(t, s.path)
	lines, err := s.Lines(t.Context(), first)
	if err != nil || len(lines) != 3 || lines[0].Verdict != Imported || lines[0].ReportID != 1 || lines[1].Chinese != "年份？" || lines[2].File != "/a/坏.xlsx" {
		t.Fatalf("%+v %v", lines, err)
	}
	list, err := s.Imports(t.Context())
	if err != nil || len(list) != 2 || list[0].ID != only || list[0].CanUndo || list[0].Failed != 1 || list[1].Failed != 2 || list[1].Open != 1 || !list[1].CanUndo {
		t.Fatalf("%+v %v", list, err)
	}
	answer := run(nil, 1, set(t, r, "enforcement/penalty/decisions", "1"))
	if lines, err = s.Lines(t.Context(), first); err != nil || lines[1].AnsweredBy != answer {
		t.Errorf("%+v %v", lines[1], err)
	}
	if _, err := s.Undo(t.Context(), answer); err != nil {
		t.Fatal(err)
	}
	if lines, err = s.Lines(t.Context(), first); err != nil || lines[1].AnsweredBy != 0 {
		t.Errorf("after the undo of the answer: %+v %v", lines[1], err)
	}
}
