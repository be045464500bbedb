package ui

import (
	"slices"
	"testing"

	"nianbao/ui/chart"
)

func TestPartsLeftBlankAreNoFaultOfTheSum(t *testing.T) {
	s := openSampleShell(t)
	importPublished(t, s, "shanghai_office_2019.json") // fills in totals only
	p, err := newPicture(t.Context(), s.store, ChartRequest{Kind: OutcomesChart, Split: ByYear})
	if err != nil {
		t.Fatal(err)
	}
	stack := p.model.(chart.Stack)
	for name, want := range map[string]bool{"2019": false, "2020": true, "2021": false, "2022": true, "2023": false} {
		i := slices.IndexFunc(stack.Categories, func(c chart.Category) bool { return c.Name == name })
		if stack.Broken[i] != want {
			t.Errorf("%s is marked as a failed sum: %v, want %v", name, stack.Broken[i], want)
		}
	}
}
