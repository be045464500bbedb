package data

import (
	"testing"

	"nianbao/data/form"
)

const acrossYears = `SELECT coalesce(string_agg(year || ' ' || rule || ' ' || severity || ' ' || item_id || ' ' || difference::BIGINT, ', ' ORDER BY year, rule, item_id, column_id), '')
	FROM findings WHERE rule IN ('carry-over', 'in-force') AND column_id IN ('total', 'charity', 'in-force')`

func TestCarriedRequestsAndDocumentsAreCheckedAgainstTheYearBefore(t *testing.T) {
	s := openStore(t)
	const over, forward, total = "applications/carried-over/total", "applications/carried-forward/total", "rules/normative-document/"
	save(t, s,
		town(t, "甲镇", 2021, forward, "3", total+"in-force", "10"),
		town(t, "甲镇", 2022, over, "3", forward, "", total+"in-force", "12", total+"issued", "5", total+"repealed", "3"),
		town(t, "甲镇", 2023, over, "4", forward, "0", total+"in-force", "13", total+"issued", "", total+"repealed", "0"),
		town(t, "甲镇", 2025, over, "9", total+"in-force", "99")) // a year is missing, so there is nothing to compare
	if got := one(t, s, acrossYears); got != "2023 carry-over warning carried-over 4, 2023 in-force warning normative-document 1" {
		t.Errorf("got %s", got)
	}
}

func TestPublishedReportsAgreeWithTheYearBefore(t *testing.T) {
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

func TestImportingAMissingYearAddsItsFindingAndUndoRemovesIt(t *testing.T) {
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

func TestFindingsAcrossYearsNameYearsAndColumns(t *testing.T) {
	s := openStore(t)
	save(t, s, town(t, "甲镇", 2021, "rules/normative-document/in-force", "665"),
		town(t, "甲镇", 2022, "rules/normative-document/in-force", "700", "rules/normative-document/issued", "88", "rules/normative-document/repealed", "55"))
	got := one(t, s, `SELECT message FROM findings WHERE rule = 'in-force' AND item_id = 'normative-document'`)
	if want := "规章文件 · 规范性文件 · 现行有效（2022年对照2021年）：现行有效(700) ≠ 上年现行有效(665)+制发(88)−废止(55)=698，差 +2"; got != want {
		t.Errorf("got %s", got)
	}
}

func TestJumpsAreReportedOnlyForLargeEnoughCounts(t *testing.T) {
	const penalties, licences = "enforcement/penalty/decisions", "licensing/licence/decisions"
	s := openStore(t)
	cases := map[string]struct{ before, now, found string }{
		"ordinary growth":      {"400", "1500", ""},
		"four times":           {"400", "1600", "hint 400 1600"},
		"two digits too many":  {"143", "14300", "warning 143 14300"},
		"a digit too few":      {"2390", "239", "hint 2390 239"},
		"a quarter":            {"1600", "400", "hint 1600 400"},
		"nothing any more":     {"2390", "0", "hint 2390 0"},
		"few the year before":  {"49", "9000", ""},
		"none the year before": {"0", "9000", ""},
		"few cases":            {"60", "300", ""},
		"blank now":            {"2390", "", ""},
		"not applicable":       {"/", "2390", ""},
	}
	var all []form.Report
	for name, c := range cases {
		all = append(all, town(t, name, 2021, penalties, c.before, licences, "7"), town(t, name, 2022, penalties, c.now, licences, "8"), town(t, name, 2024, penalties, "99999"))
	}
	save(t, s, all...)
	for name, c := range cases {
		got := one(t, s, `SELECT coalesce(string_agg(severity || ' ' || right_value::BIGINT || ' ' || left_value::BIGINT), '') FROM findings WHERE rule = 'jump' AND unit = '`+name+`'`)
		if got != c.found {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

func TestThePublishedReportsHaveTwoJumpsBothHints(t *testing.T) {
	s := openStore(t)
	var all []form.Report
	for _, name := range realNames() {
		all = append(all, realReport(t, name))
	}
	save(t, s, all...)
	if got := one(t, s, `SELECT string_agg(year || severity || message, '; ' ORDER BY year) FROM findings WHERE rule IN ('jump', 'look-alike')`); got != "2021hint行政许可 · 行政许可 · 处理决定（2021年对照2020年）：2,293，上年 278，是上年的 8.2 倍：变动很大，请核对; "+
		"2022hint行政许可 · 行政许可 · 处理决定（2022年对照2021年）：10,690，上年 2,293，是上年的 4.7 倍：变动很大，请核对" {
		t.Errorf("got %s", got)
	}
}
