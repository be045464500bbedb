package present

import (
	"testing"

	"nianbao/data"
	"nianbao/ui/words"
)

func TestTheScopeOfAChartDescribesTheReportsNotTheTable(t *testing.T) {
	q := data.Query{View: data.Applications, Compare: true, Hidden: []string{"applications/received/total"}, Order: []string{data.YearColumn},
		Sort: []data.SortKey{{Column: "applications/received/total@change", Descending: true}}}
	if scope := Scope(q, words.Chinese); scope != "" {
		t.Errorf("all reports are shown, the scope is %q", scope)
	}
	plain := data.Query{View: data.Applications, FromYear: 2022}
	q.FromYear = 2022
	if got, want := Scope(q, words.Chinese), Scope(plain, words.Chinese); got != want || got == "" {
		t.Errorf("the scope is %q, want %q", got, want)
	}
}
