package data

import (
	"slices"
	"testing"
)

func TestBodyOrderMatchesTheOrderOfNamesEvenAfterAnImport(t *testing.T) {
	s := openStore(t)
	save(t, s, town(t, "乙镇", 2023), town(t, "甲镇", 2022))
	names := func(q Query) (list []string) {
		for _, row := range answer(t, s, q).Rows {
			list = append(list, row.Body.String())
		}
		return list
	}
	for _, unit := range []string{"", "丙镇", "一镇"} {
		if unit != "" {
			save(t, s, town(t, unit, 2021))
		}
		for _, q := range []Query{{}, {Rows: UnitRows}, {View: Enforcement, Sort: []SortKey{{Column: penalty}}}} {
			got := names(q)
			if len(got) < 2 || !slices.IsSorted(got) {
				t.Errorf("with %q in the order %v", unit, got)
			}
		}
	}
}
