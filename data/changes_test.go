package data

import (
	"reflect"
	"sync"
	"testing"

	"nianbao/data/form"
)

func byChange(column string) Query {
	return Query{View: Enforcement, Compare: true, Sort: []SortKey{{Column: column, Descending: true}}}
}

func TestTheChangesCacheIsReusedForFiltersButNotForNewColumnsOrImports(t *testing.T) {
	s := openStore(t)
	save(t, s, yearsWithGaps()...)
	read := func(q Query) string {
		t.Helper()
		pagesAgree(t, s, q)
		return s.changes.made
	}
	q := byChange(penalty + "@change")
	first := read(q)
	q.FromYear, q.Regions, q.WithFindings, q.UnitKinds, q.Editions = 2021, []string{"示例省示例市0区"}, true, []UnitKind{Town}, []string{"2021"}
	q.Sort = append(q.Sort, SortKey{Column: YearColumn})
	if second := read(q); first == "" || second != first {
		t.Errorf("the table was %q, after a filter %q", first, second)
	}
	q.Sort[0].Column = "licensing/licence/decisions@change"
	other := read(q)
	if other == first {
		t.Error("another column is read from the same table")
	}
	q.Conditions = []Condition{{Column: penalty + "@percent", Is: Above, Value: form.Count(1)}}
	if read(q) == other {
		t.Error("a condition on another column is read from the same table")
	}

	q = byChange(penalty + "@change")
	before := answer(t, s, q).Rows
	leap := synthetic(59)
	for i, f := range leap.Figures {
		if f.Key.String() == penalty {
			leap.Figures[i].Value += form.Count(1_000_000)
		}
	}
	save(t, s, leap)
	after := answer(t, s, q).Rows
	if read(q) == first || after[0].Year != leap.Year || after[0].Body.Unit != leap.Unit || reflect.DeepEqual(before, after) {
		t.Errorf("a new report with the largest change is not the first: %+v", after[0])
	}
}

func TestConcurrentSortsByDifferentChangesDoNotMix(t *testing.T) {
	s := openStore(t)
	save(t, s, yearsWithGaps()...)
	var all sync.WaitGroup
	for _, column := range []string{penalty + "@change", "licensing/licence/decisions@percent", "enforcement/coercion/decisions@prior"} {
		q := byChange(column)
		want := answer(t, s, q).Rows
		all.Go(func() {
			for range 20 {
				if rows, err := s.Rows(t.Context(), q, Page{}); err != nil || !reflect.DeepEqual(rows, want) {
					t.Errorf("%s: %v, the rows differ", column, err)
					return
				}
			}
		})
	}
	all.Wait()
}
