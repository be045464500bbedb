package data

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/data/form"
)

const findingList = `SELECT string_agg(unit || year || rule || message, '; ' ORDER BY unit, year, rule, message) FROM findings`

func TestCheckingAgainFindsTheSameAndKeepsDecisions(t *testing.T) {
	s := openStore(t)
	save(t, s, realReport(t, "pingtan_2020"), realReport(t, "pingtan_2021"), town(t, "甲镇", 2022), town(t, "甲镇", 2023, "applications/carried-over/total", "7"))
	found, err := s.Findings(t.Context(), FindingFilter{Rules: []form.RuleID{"outcome-sum"}})
	if err != nil || len(found) == 0 {
		t.Fatal(len(found), err)
	}
	if err := s.Decide(t.Context(), found[0], Confirmed, "已核实"); err != nil {
		t.Fatal(err)
	}
	want := one(t, s, findingList)
	// As an earlier version of the rules would have left it.
	exec1(t, s, `DELETE FROM store.findings WHERE rule <> 'blank'`, `INSERT INTO store.findings SELECT report_id, 99, false, 'jump', 'error', '', '', '', NULL, NULL, NULL, 'no longer a rule', '{}' FROM store.wide`,
		`UPDATE store.checked SET rules = 0`)
	if outdated, err := s.Outdated(t.Context()); err != nil || !outdated {
		t.Error(outdated, err)
	}
	told := ""
	if err := s.Recheck(t.Context(), func(done, total int) { told += fmt.Sprint(done, "/", total, " ") }); err != nil || told != "4/4 " {
		t.Fatal(told, err)
	}
	if got := one(t, s, findingList); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if got := one(t, s, `SELECT bool_and(w.findings = r.findings) FROM store.wide w JOIN reports r USING (report_id)`); got != "true" {
		t.Error("the counts are not those of the findings")
	}
	if outdated, err := s.Outdated(t.Context()); err != nil || outdated {
		t.Error(outdated, err)
	}
	again, err := s.Findings(t.Context(), FindingFilter{Rules: []form.RuleID{"outcome-sum"}})
	if err != nil || again[0].Decision != Confirmed || again[0].Note != "已核实" {
		t.Errorf("%+v, %v", again, err)
	}
}

func TestAnImportRechecksReportsCheckedWithOtherRules(t *testing.T) {
	s := openStore(t)
	save(t, s, realReport(t, "hongze_2023"))
	want := one(t, s, findingList)
	exec1(t, s, `DELETE FROM store.findings`, `UPDATE store.checked SET rules = 0`)
	save(t, s, realReport(t, "hongze_2023"))
	if got := one(t, s, findingList); got != want {
		t.Errorf("got %s", got)
	}
}

func TestADiagnosisUsesLastYearsReport(t *testing.T) {
	s := openStore(t)
	saved := save(t, s, realReport(t, "pingtan_2019"), realReport(t, "pingtan_2020"), realReport(t, "daxing_yinghai_2023"))
	all, err := s.Diagnoses(t.Context(), []int64{saved[1].ReportID, saved[2].ReportID, 99})
	repairs := all[saved[1].ReportID]
	r, before := realReport(t, "pingtan_2020"), realReport(t, "pingtan_2019")
	want := form.Diagnose(&r, &before)
	if err != nil || len(repairs) == 0 || len(repairs) != len(want) || repairs[0].Message(form.Chinese) != want[0].Message(form.Chinese) {
		t.Errorf("got %+v, %v, want %+v", repairs, err, want)
	}
	told := one(t, s, `SELECT string_agg(DISTINCT repair, '|') FROM findings WHERE year = 2020 AND severity = 'error'`)
	if text := strings.Join(form.Proposals(want, form.Chinese), "；"); told != text {
		t.Errorf("the view proposes %s, want %s", told, text)
	}
	if repairs, ok := all[saved[2].ReportID]; !ok || len(repairs) != 0 {
		t.Errorf("a sound report is repaired: %+v", repairs)
	}
	if _, ok := all[99]; ok || len(all) != 2 {
		t.Errorf("got %v", all)
	}
}
