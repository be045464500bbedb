package data

import (
	"fmt"
	"testing"

	"nianbao/data/form"
)

func TestFiltersAndTrendsRespectConditions(t *testing.T) {
	s := openStore(t)
	save(t, s, town(t, "甲镇", 2022, penalty, "5"), town(t, "甲镇", 2023, penalty, "50"), town(t, "乙镇", 2023, penalty, "7"))
	q := Query{View: Enforcement, Conditions: []Condition{{Column: penalty, Is: Above, Value: form.Count(6)}}}
	f, err := s.Facets(t.Context(), q)
	if err != nil || len(f.Years) != 1 || f.Years[0] != (YearFacet{2023, 2}) || len(f.Units) != 2 {
		t.Errorf("%+v, %v", f, err)
	}
	q.Conditions = append(q.Conditions, Condition{Column: penalty + "@change", Is: Above, Value: form.Count(40)})
	trend, err := s.Trend(t.Context(), q, penalty, 0)
	if err != nil || len(trend.Series) != 1 || trend.Series[0].Body.Unit != "甲镇" || trend.Total.Points[0].Value != form.Count(50) {
		t.Errorf("%+v, %v", trend, err)
	}
	byRegion, err := s.Trend(t.Context(), Query{Rows: RegionRows}, penalty, 0)
	if err != nil || len(byRegion.Series) != 1 || byRegion.Series[0].Points[1].Value != form.Count(57) || byRegion.Series[0].Points[1].Counted != 2 {
		t.Errorf("%+v, %v", byRegion, err)
	}
}

func TestEachFacetCountsTheReportsThatChoosingItWouldShow(t *testing.T) {
	s := openSome(t)
	base := Query{View: Outcomes, FromYear: 2020, ToYear: 2023, Statuses: []form.Status{form.StatusBlank}, UnitKinds: []UnitKind{Town}}
	f, err := s.Facets(t.Context(), base)
	if err != nil {
		t.Fatal(err)
	}
	check := func(name string, counted int, q Query) {
		t.Helper()
		if got := answer(t, s, q).Count; got != counted {
			t.Errorf("%s: counted %d, the table has %d", name, counted, got)
		}
	}
	for _, y := range f.Years {
		q := base
		q.FromYear, q.ToYear = y.Year, y.Year
		check(fmt.Sprint(y.Year), y.Reports, q)
	}
	for _, r := range f.Regions {
		q := base
		q.Regions = []string{r.Value}
		check(r.Value, r.Reports, q)
	}
	for _, u := range f.Units {
		q := base
		q.Units = []Body{u.Body}
		check(u.Unit, u.Reports, q)
	}
	for _, k := range f.UnitKinds {
		q := base
		q.UnitKinds = []UnitKind{k.Kind}
		check(string(k.Kind), k.Reports, q)
	}
	for _, st := range f.Statuses {
		q := base
		q.Statuses = []form.Status{st.Status}
		check(string(st.Status), st.Reports, q)
	}
	with := base
	with.WithFindings = true
	check("findings", f.Findings.With, with)
	check("findings or not", f.Findings.With+f.Findings.Without, base)
	for _, item := range f.Items {
		q := base
		q.Conditions = []Condition{{Column: "applications/" + item.ID + "/total", Is: Unequal}, {Column: "applications/" + item.ID + "/total", Is: HasValue}}
		check(item.ID, item.Reports, q)
	}
	for _, k := range f.Kinds {
		q := base
		q.Conditions = []Condition{{Column: "applications/received/" + k.Value, Is: Unequal}}
		check(k.Value, k.Reports, q)
	}
	if len(f.Years) == 0 || len(f.Units) == 0 || len(f.Items) < 20 || len(f.Kinds) != 7 || f.Statuses[1].Reports == 0 {
		t.Errorf("%+v", f)
	}
}
