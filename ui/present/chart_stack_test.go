package present

import (
	"slices"
	"testing"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/chart"
	"nianbao/ui/uitest"
)

func TestBlankPartsDoNotContradictTheSum(t *testing.T) {
	store := uitest.SampleStore(t)
	importPublished(t, store, "shanghai_office_2019.json") // fills in totals only
	p, err := NewPicture(t.Context(), store, ChartRequest{Kind: OutcomesChart, Split: ByYear})
	if err != nil {
		t.Fatal(err)
	}
	stack := p.Model.(chart.Stack)
	for name, want := range map[string]bool{"2019": false, "2020": true, "2021": false, "2022": true, "2023": false} {
		i := slices.IndexFunc(stack.Categories, func(c chart.Category) bool { return c.Name == name })
		if stack.Broken[i] != want {
			t.Errorf("%s is marked as a failed sum: %v, want %v", name, stack.Broken[i], want)
		}
	}
}

func TestAChartRespectsTheConditionsOfTheTable(t *testing.T) {
	store := uitest.SampleStore(t)
	q := data.Query{View: data.Enforcement, FromYear: 2024, ToYear: 2024, Conditions: []data.Condition{{Column: "enforcement/penalty/decisions", Is: data.Above, Value: form.Count(1000)}}}
	p, err := NewPicture(t.Context(), store, ChartRequest{Kind: RankingChart, Query: q})
	if err != nil {
		t.Fatal(err)
	}
	rows := len(p.Model.TextEquivalent().Rows)
	table, err := store.Table(t.Context(), q, data.Page{})
	if err != nil || rows != table.Count || rows == 0 || rows == 8 {
		t.Errorf("the chart ranks %d units, the table has %d (%v)", rows, table.Count, err)
	}
	if p.Scope == "" || p.Note != "" {
		t.Errorf("the scope is %q, the note %q", p.Scope, p.Note)
	}
	q.Rows = data.UnitRows
	if p, err = NewPicture(t.Context(), store, ChartRequest{Kind: RankingChart, Query: q}); err != nil || p.Note == "" {
		t.Errorf("a chart beside sums with conditions does not say that it leaves them out (%v)", err)
	}
	q.Rows, q.Conditions, q.Statuses = data.ReportRows, nil, []form.Status{form.StatusText}
	if p, err = NewPicture(t.Context(), store, ChartRequest{Kind: EnforcementChart, Query: q}); err != nil || len(p.Model.TextEquivalent().Rows) != 1 {
		t.Errorf("%d units are drawn of those with a text in a cell (%v)", len(p.Model.TextEquivalent().Rows), err)
	}
}
