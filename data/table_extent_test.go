package data

import (
	"maps"
	"testing"

	"nianbao/data/form"
)

func TestATotalCountsItsBodiesAndReports(t *testing.T) {
	s := openStore(t)
	var all []form.Report
	for _, year := range []int{2021, 2022, 2023} {
		towns := []form.Report{busy(t, "甲镇", year, "10"), busy(t, "乙镇", year, "20"), busy(t, "丙街道", year, "30")}
		whole := towns[0]
		whole.Region, whole.Unit = "北京市", "大兴区"
		whole.Figures = append([]form.Figure(nil), whole.Figures...)
		for i := range whole.Figures {
			f := &whole.Figures[i]
			f.Value += towns[1].Figure(f.Key).Value + towns[2].Figure(f.Key).Value
			f.Raw = f.Value.String()
		}
		if year == 2022 {
			towns = towns[:2] // 丙街道 has no report
		}
		all = append(all, append(towns, whole)...)
	}
	save(t, s, all...)
	for _, c := range []struct {
		name string
		of   Query
		want Extent
	}{
		{"all", Query{Rows: UnitRows}, Extent{3, 8}},
		{"years", Query{Rows: YearRows}, Extent{3, 8}},
		{"one year", Query{Rows: UnitRows, FromYear: 2022, ToYear: 2022}, Extent{2, 2}},
		{"a kind", Query{Rows: UnitRows, UnitKinds: []UnitKind{"subdistrict"}}, Extent{1, 2}},
		{"a comparison", Query{Rows: UnitRows, Compare: true, FromYear: 2023, ToYear: 2023}, Extent{2, 2}},
		{"a comparison of all years", Query{Rows: YearRows, Compare: true}, Extent{2, 4}},
		{"the whole alone", Query{Rows: UnitRows, Units: []Body{{"北京市", "大兴区"}}}, Extent{1, 3}},
		{"items", Query{Rows: ItemRows}, Extent{}},
	} {
		c.of.View = Enforcement
		if got, err := s.Extent(t.Context(), c.of); err != nil || got != c.want {
			t.Errorf("%s: %+v, %v, want %+v", c.name, got, err, c.want)
		}
	}
}

func TestAYearWithOtherBodiesThanTheYearBeforeIsMarked(t *testing.T) {
	s := openStore(t)
	var all []form.Report
	for year, units := range map[int][]string{2020: {"甲镇", "乙镇"}, 2021: {"甲镇", "乙镇"}, 2022: {"甲镇", "丙镇"}, 2023: {"甲镇"}} {
		for _, unit := range units {
			all = append(all, busy(t, unit, year, "10"))
		}
	}
	save(t, s, all...)
	changed, err := s.ChangedBodies(t.Context(), Query{Rows: YearRows})
	if want := (map[RegionYear]bool{{"", 2022}: true, {"", 2023}: true}); err != nil || !maps.Equal(changed, want) {
		t.Errorf("%v, %v, want %v", changed, err, want)
	}
	changed, err = s.ChangedBodies(t.Context(), Query{Rows: RegionRows, Units: []Body{{all[0].Region, "甲镇"}}})
	if err != nil || len(changed) > 0 {
		t.Errorf("of one body: %v, %v", changed, err)
	}
	trend, err := s.Trend(t.Context(), Query{View: Enforcement, Rows: RegionRows}, "enforcement/penalty/decisions", 5)
	if err != nil || len(trend.Series) != 1 {
		t.Fatalf("%+v, %v", trend, err)
	}
	for i, want := range []bool{false, false, true, true} {
		if trend.Total.Points[i].Changed != want || trend.Series[0].Points[i].Changed != want {
			t.Errorf("%d: total %v, region %v, want %v", trend.Years[i], trend.Total.Points[i].Changed, trend.Series[0].Points[i].Changed, want)
		}
	}
}
