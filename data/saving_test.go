package data

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"nianbao/data/form"
)

func TestEveryFigureOfThePublishedReportsIsStoredExactly(t *testing.T) {
	s := openStore(t)
	var reports []form.Report
	for _, name := range realNames() {
		want := realReport(t, name)
		want.Narrative = []form.Passage{{Section: "一", Text: "本年度收到申请 16 件"}}
		want.Evidence = []form.Evidence{{Field: "unit", Value: want.Unit, Place: "title", Confidence: 0.9, Chosen: true}}
		want.Remarks = []form.Remark{{Rule: "unknown-label", Text: "法人小计", Source: form.Source{Sheet: "年报", Cell: "I3"}}}
		reports = append(reports, want)
	}
	for i, saved := range save(t, s, reports...) {
		got, err := s.Report(t.Context(), saved.ReportID)
		if err != nil || saved.Verdict != Imported {
			t.Fatal(saved, err)
		}
		if !reflect.DeepEqual(got, reports[i]) {
			t.Errorf("%s comes back changed", reports[i].File)
		}
		compareViews(t, s, saved.ReportID, reports[i])
	}
}

// compareViews compares the views with the report.
func compareViews(t *testing.T, s *Store, id int64, r form.Report) {
	t.Helper()
	answer, err := s.SQL(t.Context(), fmt.Sprintf(`SELECT table_id, item_id, column_id, value, status, raw, sheet, cell, unit, region, year, edition, file FROM figures WHERE report_id = %d`, id), Limits{})
	if err != nil || len(answer.Rows) != len(r.Figures) {
		t.Fatal(len(answer.Rows), err)
	}
	index := r.Index()
	for _, row := range answer.Rows {
		f := index[form.Key{Table: row[0].String, Item: row[1].String, Column: row[2].String}]
		if f == nil {
			t.Fatalf("the view has a figure the report has not: %v", row)
		}
		value := ""
		if f.Status.HasValue() {
			value = f.Value.String()
		}
		want := []string{f.Table, f.Item, f.Column, value, string(f.Status), f.Raw, f.Source.Sheet, f.Source.Cell, r.Unit, r.Region, fmt.Sprint(r.Year), r.Edition, r.File}
		for i, v := range row {
			if v.String != want[i] || v.Valid != (i != 3 || f.Status.HasValue()) {
				t.Errorf("%s: column %d is %v, want %q", f.Key, i, v, want[i])
			}
		}
	}
}

func TestStatusesAndLargeNumbersAreStoredExactly(t *testing.T) {
	s := openStore(t)
	r := realReport(t, "daxing_yinghai_2023")
	for key, raw := range map[string]string{
		"rules/regulation/issued": "0", "rules/regulation/repealed": "\u00a0", "rules/regulation/in-force": "/",
		"rules/normative-document/issued": "见附件", "rules/normative-document/repealed": "3元", "rules/normative-document/in-force": "-0.000001",
		"licensing/licence/decisions": "11398889", "fees/fee/amount": "24252.311082", "enforcement/coercion/decisions": "999999999999.999999",
	} {
		r = set(t, r, key, raw)
	}
	save(t, s, r)
	for key, want := range map[string]string{
		"rules/regulation/issued": "0·number", "rules/regulation/repealed": "NULL·blank", "rules/regulation/in-force": "NULL·na",
		"rules/normative-document/issued": "NULL·text", "rules/normative-document/repealed": "3·noted", "rules/normative-document/in-force": "-0.000001·number",
		"licensing/licence/decisions": "11398889·number", "fees/fee/amount": "24252.311082·number", "enforcement/coercion/decisions": "999999999999.999999·number",
	} {
		got := one(t, s, `SELECT value, status FROM figures WHERE table_id || '/' || item_id || '/' || column_id = '`+key+`'`)
		if got != want {
			t.Errorf("%s is %s, want %s", key, got, want)
		}
	}
	if got := one(t, s, `SELECT coercion_decisions, typeof(coercion_decisions) FROM enforcement`); got != "999999999999.999999·DECIMAL(18,6)" {
		t.Errorf("the wide view has %s", got)
	}
}

func TestAGroupIsTheSumOfItsLeavesAndBlankIfAllOfThemAre(t *testing.T) {
	s := openStore(t)
	r := realReport(t, "daxing_yinghai_2023")
	for _, id := range []string{"refused-state-secret", "refused-by-law", "refused-security", "refused-third-party", "refused-internal", "refused-deliberative", "refused-case-file", "refused-inquiry"} {
		r = set(t, r, "applications/"+id+"/total", "")
	}
	r = set(t, r, "applications/unavailable-to-create/total", "5")
	save(t, s, r, realReport(t, "pingtan_2019"), realReport(t, "hongze_2023"))
	if got := one(t, s, `SELECT refused, unavailable, unavailable_not_held + unavailable_to_create + unavailable_unclear, other FROM outcomes WHERE unit = '瀛海镇'`); got != "NULL·7·7·0" {
		t.Errorf("groups are %s", got)
	}
	for _, year := range []string{"2019", "2023"} { // both print （六） as one row
		if got := one(t, s, `SELECT o.other = f.value, other_unpaid FROM outcomes o JOIN figures f USING (report_id) WHERE o.unit <> '瀛海镇' AND o.year = `+year+` AND item_id = 'other' AND column_id = 'total'`); got != "true·NULL" {
			t.Errorf("%s: %s", year, got)
		}
	}
}

func TestTheSampleReportAddsUp(t *testing.T) {
	s := openStore(t)
	save(t, s, realReport(t, "daxing_yinghai_2023"))
	if got := one(t, s, `SELECT received_total + carried_over_total, outcome_total_total, carried_forward_total FROM applications`); got != "16·14·2" {
		t.Errorf("received and carried over, handled, carried forward: %s", got)
	}
	if got := one(t, s, `SELECT value FROM figures WHERE unit='瀛海镇' AND item_id='penalty'`); got != "2390" {
		t.Errorf("penalties: %s", got)
	}
	if got := one(t, s, `SELECT count(*), count(value) FROM figures WHERE item_id = 'other-other' AND status = 'blank'`); got != "7·0" {
		t.Errorf("（六）3.其他: %s blank cells", got)
	}
}

func TestImportingTwiceChangesNothing(t *testing.T) {
	s := openStore(t)
	reports := []form.Report{realReport(t, "daxing_yinghai_2023"), realReport(t, "pingtan_2019")}
	first := save(t, s, reports...)
	moved := reports[0]
	moved.File, moved.Hash = "copy.xlsx", "another hash"
	second := save(t, s, append(reports, moved)...)
	for i, saved := range second {
		if saved.Verdict != Unchanged || saved.ReportID != first[i%2].ReportID {
			t.Errorf("report %d: %+v", i, saved)
		}
	}
	if got := one(t, s, `SELECT count(*), sum(figures), (SELECT count(*) FROM figures), (SELECT count(*) FROM store.revisions) FROM reports`); got != "2·398·398·0" {
		t.Errorf("got %s", got)
	}
	if imports, err := s.Imports(t.Context()); err != nil || len(imports) != 1 {
		t.Errorf("an import without effect is listed: %+v, %v", imports, err)
	}
}

func TestACorrectedReportSupersedesTheOldOneAndKeepsIt(t *testing.T) {
	s := openStore(t)
	old := realReport(t, "daxing_yinghai_2023")
	corrected := set(t, set(t, old, "enforcement/penalty/decisions", "2391"), "applications/other-other/total", "0")
	ids := append(save(t, s, old), save(t, s, corrected)...)
	if ids[1].Verdict != Replaced || ids[1].Before != old.File || ids[1].Changed != 2 {
		t.Fatalf("%+v", ids)
	}
	if got := one(t, s, `SELECT (SELECT count(*) FROM reports), penalty_decisions FROM enforcement`); got != "1·2391" {
		t.Errorf("in force: %s", got)
	}
	revisions, err := s.Revisions(t.Context(), Body{"北京市大兴区", "瀛海镇"}, 2023)
	if err != nil || len(revisions) != 2 || !revisions[0].InForce || revisions[1].InForce || revisions[1].ReportID != ids[0].ReportID {
		t.Errorf("%+v, %v", revisions, err)
	}
	if before, err := s.Report(t.Context(), ids[0].ReportID); err != nil || !reflect.DeepEqual(before, old) {
		t.Errorf("the old report is not kept: %v", err)
	}
}

func TestImportingAFolderWithTwoVersionsAgainChangesNothing(t *testing.T) {
	s := openStore(t)
	old := realReport(t, "daxing_yinghai_2023")
	corrected := set(t, old, "enforcement/penalty/decisions", "2391")
	save(t, s, old)
	save(t, s, old, corrected)
	again := save(t, s, old, corrected)
	if !again[0].Superseded || again[0].Verdict != Unchanged || again[1].Verdict != Unchanged || again[1].Superseded {
		t.Errorf("%+v", again)
	}
}

func TestTheSameNameInAnotherRegionIsAnotherBody(t *testing.T) {
	s := openStore(t)
	a := realReport(t, "daxing_yinghai_2023")
	b := set(t, a, "enforcement/penalty/decisions", "7")
	b.Region = "河北省某县"
	for i, saved := range save(t, s, a, b) {
		if saved.Verdict != Imported {
			t.Errorf("report %d: %+v", i, saved)
		}
	}
}

func TestANewNarrativeIsARevisionButAMissingOneIsNot(t *testing.T) {
	s := openStore(t)
	r := realReport(t, "daxing_yinghai_2023")
	r.Narrative = []form.Passage{{Section: "一", Text: "收到申请15件"}}
	changed := r
	changed.Narrative = []form.Passage{{Section: "一", Text: "收到申请16件"}}
	without := r
	without.Narrative = nil
	var got []Verdict
	for _, saved := range save(t, s, r, without, changed) {
		got = append(got, saved.Verdict)
	}
	if !reflect.DeepEqual(got, []Verdict{Imported, Unchanged, Replaced}) {
		t.Errorf("%v", got)
	}
}

func TestAReportThatCannotBeStoredDoesNotAffectTheOthers(t *testing.T) {
	s := openStore(t)
	good := realReport(t, "daxing_yinghai_2023")
	nameless, early, doubled, strange := good, good, good, good
	nameless.Unit = " "
	early.Year = 0
	doubled.Figures = append([]form.Figure{good.Figures[0]}, good.Figures...)
	strange.Figures = []form.Figure{{Key: form.Key{Table: "rules", Item: "nothing", Column: "issued"}, Status: form.StatusBlank}}
	imp, err := s.Begin(t.Context(), ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []form.Report{nameless, early, doubled, strange} {
		var place *SaveError
		if _, err := imp.Save(t.Context(), bad); !errors.Is(err, ErrInvalidReport) || !errors.As(err, &place) || place.File != bad.File {
			t.Errorf("got %v", err)
		}
	}
	broken := good
	broken.Title = "坏\xff字"
	if _, err := imp.Save(t.Context(), broken); err != nil {
		t.Error(err)
	}
	if err := imp.Finish(t.Context()); err != nil {
		t.Error(err)
	}
	if got := one(t, s, `SELECT title FROM reports`); got != "坏\uFFFD字" {
		t.Errorf("got %s", got)
	}
}

func TestABatchWithABadRowIsRetriedReportByReport(t *testing.T) {
	s := openStore(t)
	imp, err := s.Begin(t.Context(), ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range realNames()[:3] {
		if _, err := imp.Save(t.Context(), realReport(t, name)); err != nil {
			t.Fatal(err)
		}
	}
	// Two entries in force for one body and year: only a fault of the program could cause
	// that, and the check before the commit must find it.
	bad := *imp.pending.entries[0]
	bad.id, bad.report.File = 1000, "double.xlsx"
	imp.pending.entries = append(imp.pending.entries, &bad)
	err = imp.Finish(t.Context())
	var place *SaveError
	if !errors.As(err, &place) || place.File != "double.xlsx" || strings.Count(err.Error(), "not saved") != 1 {
		t.Errorf("got %v", err)
	}
	if got := one(t, s, `SELECT count(*), (SELECT count(*) FROM figures) FROM reports`); got != "3·596" {
		t.Errorf("got %s", got)
	}
}

func TestACancelledImportKeepsWhatWasSaved(t *testing.T) {
	s := openStore(t)
	ctx, cancel := context.WithCancel(t.Context())
	imp, err := s.Begin(ctx, ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := imp.Save(ctx, realReport(t, "daxing_yinghai_2023")); err != nil {
		t.Fatal(err)
	}
	cancel()
	if _, err := imp.Save(ctx, realReport(t, "pingtan_2019")); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if err := imp.Finish(ctx); err != nil {
		t.Error(err)
	}
	if got := one(t, s, `SELECT string_agg(unit) FROM reports`); got != "瀛海镇" {
		t.Errorf("got %s", got)
	}
	if _, err := imp.Save(t.Context(), realReport(t, "pingtan_2019")); !errors.Is(err, ErrBadImportState) {
		t.Errorf("a finished import saves: %v", err)
	}
}

func TestOnlyOneImportRunsAtATimeAndReadersAreNotBlocked(t *testing.T) {
	s := openStore(t)
	imp, err := s.Begin(t.Context(), ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Begin(t.Context(), ImportOptions{}); !errors.Is(err, ErrWriterBusy) {
		t.Errorf("got %v", err)
	}
	reading := make(chan error, 1)
	stop := make(chan struct{})
	go func() {
		for {
			table, err := s.Table(t.Context(), Query{View: Outcomes}, Page{})
			if err == nil && len(table.Rows) != table.Count && table.Count <= 200 && len(table.Rows) < table.Count {
				err = fmt.Errorf("%d rows of %d", len(table.Rows), table.Count)
			}
			select {
			case <-stop:
				reading <- err
				return
			default:
			}
			if err != nil {
				reading <- err
				return
			}
		}
	}()
	r := realReport(t, "daxing_yinghai_2023")
	for i := range 2*batchSize + 10 {
		r.Unit = fmt.Sprintf("镇%d", i)
		if _, err := imp.Save(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	if err := imp.Finish(t.Context()); err != nil {
		t.Fatal(err)
	}
	close(stop)
	if err := <-reading; err != nil {
		t.Error(err)
	}
	if got := one(t, s, `SELECT count(*) FROM reports`); got != fmt.Sprint(2*batchSize+10) {
		t.Errorf("%s reports", got)
	}
}
