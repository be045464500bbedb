package data

import (
	"testing"

	"nianbao/data/form"
)

const acrossYears = `SELECT coalesce(string_agg(year || ' ' || rule || ' ' || severity || ' ' || item_id || ' ' || difference::BIGINT, ', ' ORDER BY year, rule, item_id, column_id), '')
	FROM findings WHERE rule IN ('carry-over', 'in-force') AND column_id IN ('total', 'charity', 'in-force')`

func TestTheChainOverTheYearsIsChecked(t *testing.T) {
	s := openStore(t)
	const over, forward, total = "applications/carried-over/total", "applications/carried-forward/total", "rules/normative-document/"
	save(t, s,
		town(t, "甲镇", 2021, forward, "3", total+"in-force", "10"),
		town(t, "甲镇", 2022, over, "3", forward, "", total+"in-force", "12", total+"issued", "5", total+"repealed", "3"),
		town(t, "甲镇", 2023, over, "4", forward, "0", total+"in-force", "13", total+"issued", "", total+"repealed", "0"),
		town(t, "甲镇", 2025, over, "9", total+"in-force", "99")) // a year is missing: nothing to compare
	if got := one(t, s, acrossYears); got != "2023 carry-over warning carried-over 4, 2023 in-force warning normative-document 1" {
		t.Errorf("got %s", got)
	}
}

func TestTheChainOfPublishedReportsHolds(t *testing.T) {
	s := openStore(t)
	var reports []form.Report
	for _, name := range realNames() {
		reports = append(reports, realReport(t, name))
	}
	save(t, s, reports...)
	if got := one(t, s, acrossYears); got != "" {
		t.Errorf("false alarms: %s", got)
	}
	if got := one(t, s, `SELECT string_agg(DISTINCT year || ' ' || rule, ', ' ORDER BY year || ' ' || rule), count(*) FROM findings WHERE severity = 'error'`); got != "2020 outcome-sum, 2023 review-sum·4" {
		t.Errorf("errors: %s", got)
	}
}

func TestAMissingYearThatArrivesIsJudgedAndItsUndoTakesTheFindingBack(t *testing.T) {
	s := openStore(t)
	save(t, s, town(t, "甲镇", 2022), town(t, "甲镇", 2024))
	before := one(t, s, acrossYears)
	save(t, s, town(t, "甲镇", 2023, "applications/carried-forward/charity", "7"))
	table := answer(t, s, Query{View: Enforcement, FromYear: 2024})
	if after := one(t, s, acrossYears); after == before || table.Rows[0].Findings == 0 {
		t.Errorf("before %s, after %s, row %+v", before, after, table.Rows[0])
	}
	if _, err := s.Undo(t.Context(), 2); err != nil {
		t.Fatal(err)
	}
	if got := one(t, s, acrossYears); got != before {
		t.Errorf("after the undo %s, want %s", got, before)
	}
	if got := one(t, s, `SELECT count(*) FROM store.wide w JOIN reports r USING (report_id) WHERE w.findings <> r.findings`); got != "0" {
		t.Errorf("%s counts are wrong", got)
	}
}
