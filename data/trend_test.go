package data

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"nianbao/data/form"
)

func TestATrendHasGapsForMissingYearsAndSeamsBetweenEditions(t *testing.T) {
	s := openStore(t)
	var reports []form.Report
	for _, name := range []string{"pingtan_2019", "pingtan_2020", "pingtan_2022", "daxing_yinghai_2023"} {
		reports = append(reports, realReport(t, name))
	}
	save(t, s, reports...)
	trend, err := s.Trend(t.Context(), Query{}, penalty, 0)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(trend.Years, []int{2019, 2020, 2021, 2022, 2023}) || len(trend.Series) != 2 {
		t.Fatalf("%+v", trend)
	}
	pingtan := trend.Series[slices.IndexFunc(trend.Series, func(s Series) bool { return strings.HasPrefix(s.Body.Unit, "平潭") })]
	for i, want := range []bool{true, true, false, true, false} {
		if p := pingtan.Points[i]; p.HasReport != want || p.Status.HasValue() != want {
			t.Errorf("%d: %+v", trend.Years[i], p)
		}
	}
	if pingtan.Points[1].Value != form.Count(538) || pingtan.Points[1].Edition != "2019" {
		t.Errorf("%+v", pingtan.Points[1])
	}
	if !reflect.DeepEqual(trend.Seams, []Seam{{2020, 2021, true}}) {
		t.Errorf("%+v", trend.Seams)
	}
	if total := trend.Total.Points; total[2].HasReport || total[4].Value != form.Count(2390) || total[4].Counted != 1 {
		t.Errorf("%+v", total)
	}
	trend, err = s.Trend(t.Context(), Query{}, "fees/fee/amount", 0)
	if err != nil || trend.Seams[0].Comparable {
		t.Errorf("fees are compared across editions: %+v, %v", trend, err)
	}
	trend, err = s.Trend(t.Context(), Query{Regions: []string{"北京市大兴区"}}, "metric/disclosure-rate", 0)
	if err != nil || *trend.Series[0].Points[0].Rate != (Rate{form.Count(12), form.Count(14)}) {
		t.Errorf("%+v, %v", trend, err)
	}
}

func TestATrendOfARegionSumsItsBodies(t *testing.T) {
	s := openStore(t)
	save(t, s, town(t, "甲镇", 2022, penalty, "10"), town(t, "乙镇", 2022, penalty, "5"), town(t, "甲镇", 2023, penalty, "7"))
	trend, err := s.Trend(t.Context(), Query{Rows: RegionRows}, penalty, 0)
	if err != nil || len(trend.Series) != 1 {
		t.Fatalf("%+v, %v", trend, err)
	}
	points := trend.Series[0].Points
	if points[0].Value != form.Count(15) || points[0].Counted != 2 || points[1].Value != form.Count(7) || !points[1].HasReport {
		t.Errorf("%+v", points)
	}
}
