package data

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestAnEmptyComparisonGivesItsReason(t *testing.T) {
	s := openStore(t)
	save(t, s, town(t, "甲镇", 2022, penalty, "0"), town(t, "甲镇", 2023, penalty, "7"), town(t, "甲镇", 2024, penalty, "14"), town(t, "甲镇", 2025, penalty, "14"),
		town(t, "甲镇", 2026, penalty, ""), town(t, "甲镇", 2027, penalty, "3"), town(t, "甲镇", 2028, penalty, "30"))
	q := Query{View: Enforcement, Items: []string{"penalty"}, Compare: true}
	want := `2022: 0 | missing no-prior | missing no-prior | missing no-prior
2023: 7 | 0 | 7 | na base-zero
2024: 14 | 7 | 7 | na small-base
2025: 14 | 14 | 0 unvaried | 0 unvaried
2026: blank | 14 | blank | blank
2027: 3 | blank prior-blank | blank prior-blank | blank prior-blank
2028: 30 | 3 | 27 | na small-base
`
	if got := comparisonsOf(answer(t, s, q)); got != want {
		t.Errorf("got\n%s", got)
	}
	q.Rows = UnitRows
	q.Across = YearAxis
	if got := cellText(answer(t, s, q).Rows[0].Cells[11]); got != "na small-base" { // 2024: 同比
		t.Errorf("across the years: %s", got)
	}
}

func comparisonsOf(table *Table) string {
	var b strings.Builder
	for _, row := range table.Rows {
		var cells []string
		for _, c := range row.Cells {
			cells = append(cells, cellText(c))
		}
		fmt.Fprintf(&b, "%d: %s\n", row.Year, strings.Join(cells, " | "))
	}
	return b.String()
}

func cellText(c Cell) string {
	text := string(c.Status)
	if c.Status.HasValue() {
		text = c.Value.String()
	}
	return strings.TrimSpace(text + " " + string(c.Note))
}

func TestValuesAreNotComparedAcrossEditionsThatChangedTheirMeaning(t *testing.T) {
	s := openStore(t)
	save(t, s, realReport(t, "pingtan_2019"), realReport(t, "pingtan_2020"), realReport(t, "pingtan_2021"), realReport(t, "pingtan_2022"))
	for _, q := range []Query{{}, {Rows: YearRows}, {Rows: UnitRows, Across: YearAxis}} {
		q.Compare = true
		table := answer(t, s, q)
		for _, row := range table.Rows {
			for i, c := range table.Columns {
				if year := max(row.Year, c.Slice.Year); c.Compare != ThisYear && year == 2021 && len(seamYears(&c)) > 0 && row.Cells[i].Note != NotComparable {
					t.Errorf("%s %d: %+v", c.ID, year, row.Cells[i])
				}
				if c.Compare == Prior && row.Cells[i].Status.HasValue() && max(row.Year, c.Slice.Year) == 2021 && len(seamYears(&c)) > 0 {
					t.Errorf("%s shows last year's %+v", c.ID, row.Cells[i])
				}
			}
		}
	}
}

func TestTablesCanBeSortedByComparisons(t *testing.T) {
	s := openSome(t)
	for _, view := range []View{Enforcement, Measures} {
		for _, q := range []Query{{View: view, Compare: true}, {View: view, Rows: RegionRows, Across: YearAxis, Compare: true, FromYear: 2022, ToYear: 2023}, {View: view, Rows: ItemRows, Across: YearAxis, Compare: true}} {
			table := answer(t, s, q)
			for i, c := range table.Columns {
				if q.Rows == RegionRows && i%3 != 0 {
					continue // a third of the combinations still covers each year and each kind of column
				}
				sorted := table.Query
				if i > 0 {
					sorted = narrowed(sorted, c)
				}
				sorted.Sort = []SortKey{{Column: c.ID, Descending: true}}
				rows, err := s.Rows(t.Context(), sorted, Page{Limit: 1000})
				if err != nil || len(rows) != table.Count {
					t.Fatalf("%s: %d rows, %v", c.ID, len(rows), err)
				}
				at := slices.IndexFunc(sorted.Columns(), func(have Column) bool { return have.ID == c.ID })
				if !slices.IsSortedFunc(rows, func(a, b Row) int { return compareCells(a.Cells[at], b.Cells[at], true) }) {
					t.Errorf("%s is not in order", c.ID)
				}
			}
		}
	}
}
