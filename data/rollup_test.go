package data

import (
	"errors"
	"testing"

	"nianbao/data/form"
)

func TestARollUpIsTheSumOfItsReportsAndKeepsTheirIdentities(t *testing.T) {
	s := openStore(t)
	a, b, blank := town(t, "甲镇", 2023), town(t, "乙镇", 2023), town(t, "丙镇", 2023, "enforcement/penalty/decisions", "")
	save(t, s, a, b, blank, town(t, "丁镇", 2022))
	r, err := s.RollUp(t.Context(), Query{ToYear: 2023})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Bodies) != 3 || len(r.NoReport) != 1 || r.NoReport[0].Unit != "丁镇" {
		t.Fatalf("added %v, lacking %v", r.Bodies, r.NoReport)
	}
	few, err := s.RollUp(t.Context(), Query{ToYear: 2023, Units: []Body{{a.Region, a.Unit}, {a.Region, "丁镇"}}})
	if err != nil || len(few.Bodies) != 1 || len(few.NoReport) != 1 || few.NoReport[0].Unit != "丁镇" {
		t.Errorf("of two bodies chosen %v are added, %v lacking (%v)", few.Bodies, few.NoReport, err)
	}
	if got := len(r.Report.Figures); got != 200 {
		t.Errorf("the sum has %d figures, want 200", got)
	}
	for _, f := range r.Report.Figures {
		var want form.Number
		n := 0
		for _, report := range []form.Report{a, b, blank} {
			if other := report.Figure(f.Key); other.Status.HasValue() {
				want += other.Value
				n++
			}
		}
		if f.Value != want || r.Counted[f.Key] != n {
			t.Errorf("%s is %s of %d reports, want %s of %d", f.Key, f.Value, r.Counted[f.Key], want, n)
		}
	}
	for _, f := range form.Check(&r.Report) {
		if f.Severity == form.SeverityError {
			t.Errorf("the sum of good reports has the error %s", f.Message(form.Chinese))
		}
	}
}

func TestARollUpNeverAddsARegionToItsOwnBodies(t *testing.T) {
	s := openStore(t)
	whole := town(t, "某区", 2023)
	whole.Region, whole.Unit = "某市", "某区"
	a, b := town(t, "甲镇", 2023), town(t, "乙镇", 2023)
	a.Region, b.Region = "某市某区", "某市某区"
	save(t, s, whole, a, b)
	r, err := s.RollUp(t.Context(), Query{ToYear: 2023})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Bodies) != 2 || len(r.Parents) != 1 || r.Parents[0].Unit != "某区" || r.Report.Region != "某市某区" {
		t.Fatalf("added %v in %s, parents %v", r.Bodies, r.Report.Region, r.Parents)
	}
	if r.Whole == nil || r.Whole.Unit != "某区" {
		t.Errorf("what the region published is %v", r.Whole)
	}
	if _, err := s.RollUp(t.Context(), Query{ToYear: 1999}); !errors.Is(err, ErrUnknownReport) {
		t.Errorf("a year without reports gives %v", err)
	}
}

func TestAOneRowOtherIsAddedAsItsGroup(t *testing.T) {
	s := openStore(t)
	parts, group := town(t, "甲镇", 2023), town(t, "乙镇", 2023)
	var kept []form.Figure
	other := map[string]form.Number{}
	for _, f := range group.Figures {
		switch f.Key.Item {
		case "other-not-corrected", "other-unpaid", "other-other":
			other[f.Key.Column] += f.Value
		default:
			kept = append(kept, f)
		}
	}
	for column, value := range other {
		kept = append(kept, form.Figure{Key: form.Key{Table: form.ApplicationsTable, Item: "other", Column: column}, Status: form.StatusNumber, Value: value, Raw: value.String()})
	}
	group.Figures = kept
	save(t, s, parts, group)
	r, err := s.RollUp(t.Context(), Query{ToYear: 2023})
	if err != nil {
		t.Fatal(err)
	}
	if !r.Report.OneRowOther() {
		t.Fatal("the sum has the parts of 其他处理, which one report does not tell")
	}
	whole, _ := parts.Sum(form.ApplicationsTable, "other", form.TotalColumnID)
	if f := r.Report.Figure(form.Key{Table: form.ApplicationsTable, Item: "other", Column: form.TotalColumnID}); f.Value != whole+other[form.TotalColumnID] {
		t.Errorf("其他处理 is %s, want %s", f.Value, whole+other[form.TotalColumnID])
	}
}
