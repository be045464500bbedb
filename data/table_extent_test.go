package data

import (
	"testing"

	"nianbao/data/form"
)

func TestATotalSaysOverHowManyBodiesAndReportsItRuns(t *testing.T) {
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
