package data

import (
	"testing"

	"nianbao/data/form"
)

func TestADecisionSurvivesANewRevision(t *testing.T) {
	s := openStore(t)
	wrong := town(t, "甲镇", 2023, "applications/received/total", "99")
	save(t, s, wrong)
	filter := FindingFilter{Rules: []form.RuleID{"balance"}, Severities: []form.Severity{form.SeverityError}}
	found, err := s.Findings(t.Context(), filter)
	if err != nil || len(found) != 1 || found[0].Body.Unit != "甲镇" || len(found[0].Terms) != 4 {
		t.Fatalf("%+v, %v", found, err)
	}
	if err := s.Decide(t.Context(), found[0], Confirmed, "已电话核实"); err != nil {
		t.Fatal(err)
	}
	save(t, s, set(t, wrong, penalty, "1"))
	found, err = s.Findings(t.Context(), filter)
	if err != nil || len(found) != 1 || found[0].Decision != Confirmed || found[0].Note != "已电话核实" {
		t.Errorf("%+v, %v", found, err)
	}
	if err := s.Decide(t.Context(), found[0], Pending, ""); err != nil {
		t.Fatal(err)
	}
	if found, err = s.Findings(t.Context(), filter); err != nil || found[0].Decision != Pending {
		t.Errorf("%+v, %v", found, err)
	}
	if table := answer(t, s, Query{WithFindings: true}); table.Count != 1 || table.Rows[0].Findings == 0 {
		t.Errorf("%+v", table.Rows)
	}
}
