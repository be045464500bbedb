package workbook

import (
	"testing"

	"nianbao/data/form"
)

func TestTheSyntheticDistrictHasOnlyItsPlantedMistakes(t *testing.T) {
	broken := map[string]bool{}
	reports := districtReports()
	for i := range reports {
		r := &reports[i]
		for _, f := range form.Check(r) {
			if f.Severity == form.SeverityError {
				broken[r.Unit+" "+string(f.Rule)] = true
			}
		}
	}
	if len(reports) != 48 {
		t.Errorf("%d reports, want 8 towns of 6 years", len(reports))
	}
	for _, want := range []string{"石桥镇 outcome-sum", "石桥镇 row-sum", "石桥镇 balance", "望湖街道 row-sum", "望湖街道 balance", "白沙乡 balance", "白沙乡 row-sum"} {
		if !broken[want] {
			t.Errorf("the planted mistake %s is not found", want)
		}
		delete(broken, want)
	}
	for unplanned := range broken {
		t.Errorf("%s is broken, but not by plan", unplanned)
	}
}

func TestTheSampleHasThePublishedFigures(t *testing.T) {
	reports, err := publishedReports()
	if err != nil {
		t.Fatal(err)
	}
	if len(reports) != 5 {
		t.Fatalf("%d published reports, want 5", len(reports))
	}
	penalty := form.Key{Table: "enforcement", Item: "penalty", Column: "decisions"}
	for i := range reports {
		if r := &reports[i]; r.Agency == "北京市大兴区瀛海镇人民政府" {
			if f := r.Figure(penalty); f.Value != form.Count(2390) {
				t.Errorf("penalties %s, want 2390", f.Value)
			}
			if f := r.Figure(form.Key{Table: form.ApplicationsTable, Item: "other-other", Column: form.TotalColumnID}); f.Status != form.StatusBlank {
				t.Errorf("（六）3.其他 is %s, want blank", f.Status)
			}
		}
	}
}
