package data

import (
	"errors"
	"slices"
	"testing"

	"nianbao/data/form"
)

func TestARollUpIsTheSumOfItsReportsAndSatisfiesTheirIdentities(t *testing.T) {
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

// addedUp is a report whose figures are the sums of others.
func addedUp(region, unit string, parts ...form.Report) form.Report {
	whole := parts[0]
	whole.Region, whole.Unit, whole.Hash = region, unit, region+unit
	whole.Figures = slices.Clone(whole.Figures)
	for i := range whole.Figures {
		f := &whole.Figures[i]
		for _, part := range parts[1:] {
			f.Value += part.Figure(f.Key).Value
		}
		f.Raw = f.Value.String()
	}
	return whole
}

// district is two towns of 某市某区 and its own report, the sum of both.
func district(t *testing.T) (whole, a, b form.Report) {
	a, b = town(t, "甲镇", 2023), town(t, "乙镇", 2023, penalty, "7")
	a.Region, b.Region = "某市某区", "某市某区"
	return addedUp("某市", "某区", a, b), a, b
}

func TestARollUpNeverAddsARegionToItsOwnBodies(t *testing.T) {
	s := openStore(t)
	whole, a, b := district(t)
	save(t, s, whole, a, b)
	for _, q := range []Query{{ToYear: 2023}, {ToYear: 2023, Units: []Body{{"某市", "某区"}}}} {
		r, err := s.RollUp(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Bodies) != 2 || r.Report.Region != "某市某区" {
			t.Fatalf("added %v in %s, parents %v", r.Bodies, r.Report.Region, r.Parents)
		}
		if r.Whole == nil || r.Whole.Unit != "某区" {
			t.Errorf("what the region published is %v", r.Whole)
		}
		if got := len(r.Parents); got != 1-len(q.Units) {
			t.Errorf("%v has %d parents", q.Units, got)
		}
	}
	if _, err := s.RollUp(t.Context(), Query{ToYear: 1999}); !errors.Is(err, ErrUnknownReport) {
		t.Errorf("a year without reports gives %v", err)
	}
}

func TestARollUpAddsTheReportOfAPlacesOwnOffice(t *testing.T) {
	s := openStore(t)
	_, a, b := district(t)
	office := town(t, "某区", 2023, penalty, "3")
	office.Region = "某市"
	save(t, s, office, a, b)
	r, err := s.RollUp(t.Context(), Query{ToYear: 2023})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Bodies) != 3 || len(r.Parents) != 0 || r.Whole != nil || r.Report.Region != "某市某区" {
		t.Errorf("added %v in %q, parents %v, whole %v", r.Bodies, r.Report.Region, r.Parents, r.Whole != nil)
	}
}

func TestARollUpNamesTheTownThatExplainsADifference(t *testing.T) {
	s := openStore(t)
	whole, a, b := district(t)
	received := "applications/received/total"
	b = set(t, b, received, "25") // its own row adds up to 16
	save(t, s, whole, a, b)
	r, err := s.RollUp(t.Context(), Query{ToYear: 2023})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.ReadReports(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	if got := r.Explanations(form.Key{Table: "applications", Item: "received", Column: "total"}); !slices.Equal(got, []string{"乙镇 25 → 16"}) {
		t.Errorf("the difference is explained by %v", got)
	}
	if got := r.Explanations(form.Key{Table: "applications", Item: "granted", Column: "total"}); got != nil {
		t.Errorf("no difference is explained by %v", got)
	}
}

func TestARollUpHasAllPartsOfAGroupEvenIfNoReportDoes(t *testing.T) {
	s := openStore(t)
	a := town(t, "甲镇", 2023, "applications/refused-internal/total", "")
	b := town(t, "乙镇", 2023)
	for _, item := range []string{"state-secret", "by-law", "security", "third-party", "deliberative", "case-file", "inquiry"} {
		b = set(t, b, "applications/refused-"+item+"/total", "")
	}
	save(t, s, a, b)
	r, err := s.RollUp(t.Context(), Query{ToYear: 2023})
	if err != nil {
		t.Fatal(err)
	}
	if got := len(r.Report.Figures); got != 200 {
		t.Errorf("the sum has %d figures, want 200", got)
	}
}

func TestOtherOutcomesInOneRowAreAddedAsTheirGroup(t *testing.T) {
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
