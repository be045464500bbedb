package data

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"nianbao/data/form"
)

// town is the first sample under another name and year, with some figures changed: key,
// raw, key, raw …
func town(t testing.TB, unit string, year int, changes ...string) form.Report {
	t.Helper()
	r := realReport(t, "daxing_yinghai_2023")
	r.Unit, r.Year, r.Hash = unit, year, fmt.Sprint(unit, year)
	for i := 0; i < len(changes); i += 2 {
		r = set(t, r, changes[i], changes[i+1])
	}
	return r
}

const penalty = "enforcement/penalty/decisions"

func TestATableHasTheRowsAndColumnsOfItsQuery(t *testing.T) {
	s := openStore(t)
	save(t, s, town(t, "甲镇", 2022, penalty, "10"), town(t, "甲镇", 2023, penalty, ""), town(t, "乙镇", 2023, penalty, "30"), town(t, "乙镇", 2024, penalty, "/"))
	q := Query{View: Enforcement, FromYear: 2023}
	table := answer(t, s, q)
	if got := grid(table); got != "乙镇 2023: 0 30 0\n乙镇 2024: 0 na 0\n甲镇 2023: 0 blank 0\ntotal of 3: 0 30/1 0" {
		t.Errorf("got\n%s", got)
	}
	q.Units = []Body{{"北京市大兴区", "甲镇"}}
	q.FromYear, q.ToYear = 0, 2022
	if got := grid(answer(t, s, q)); got != "甲镇 2022: 0 10 0\ntotal of 1: 0 10 0" {
		t.Errorf("got\n%s", got)
	}
	q.Units[0].Region = "别处"
	if got := grid(answer(t, s, q)); got != "total of 0: blank/0 blank/0 blank/0" {
		t.Errorf("got\n%s", got)
	}
}

func TestSortingPutsRowsWithoutANumberLast(t *testing.T) {
	s := openStore(t)
	save(t, s, town(t, "甲镇", 2023, penalty, "10"), town(t, "乙镇", 2023, penalty, ""), town(t, "丙镇", 2023, penalty, "30"), town(t, "丁镇", 2023, penalty, "0"))
	for descending, want := range map[bool]string{false: "丁镇 甲镇 丙镇 乙镇", true: "丙镇 甲镇 丁镇 乙镇"} {
		table := answer(t, s, Query{View: Enforcement, Sort: []SortKey{{Column: penalty, Descending: descending}}})
		var units []string
		for _, row := range table.Rows {
			units = append(units, row.Body.Unit)
		}
		if got := strings.Join(units, " "); got != want {
			t.Errorf("descending %v: %s", descending, got)
		}
	}
	for _, column := range append(Query{View: Measures}.Columns(), Column{ID: YearColumn}, Column{ID: FindingsColumn}) {
		if _, err := s.Rows(t.Context(), Query{Sort: []SortKey{{Column: column.ID}}}, Page{}); err != nil {
			t.Errorf("%s: %v", column.ID, err)
		}
	}
	if _, err := s.Rows(t.Context(), Query{Sort: []SortKey{{Column: "1; DROP TABLE store.wide"}}}, Page{}); !errors.Is(err, ErrUnknownColumn) {
		t.Errorf("got %v", err)
	}
}

func TestPagesHaveNoGapsOrOverlaps(t *testing.T) {
	s := openStore(t)
	var reports []form.Report
	for i := range 25 {
		reports = append(reports, town(t, fmt.Sprintf("镇%02d", i), 2023))
	}
	save(t, s, reports...)
	q := Query{View: Enforcement, Sort: []SortKey{{Column: penalty}}} // with equal numbers, so that other keys decide
	var paged []Row
	for offset := 0; ; offset += 7 {
		rows, err := s.Rows(t.Context(), q, Page{Offset: offset, Limit: 7})
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) == 0 {
			break
		}
		paged = append(paged, rows...)
	}
	if whole := answer(t, s, q); !reflect.DeepEqual(paged, whole.Rows) || whole.Count != 25 {
		t.Errorf("%d rows in pages, %d of %d whole", len(paged), len(whole.Rows), whole.Count)
	}
}

func TestATotalThatOverflowsIsMarked(t *testing.T) {
	s := openStore(t)
	var reports []form.Report
	for i := range 12 {
		reports = append(reports, town(t, fmt.Sprint("镇", i), 2023, penalty, "999999999999"))
	}
	save(t, s, reports...)
	table := answer(t, s, Query{View: Enforcement})
	if total := table.Total[1]; !total.TooLarge || total.Status.HasValue() {
		t.Errorf("%+v", total)
	}
	if trend, err := s.Trend(t.Context(), Query{}, penalty, 3); err != nil || trend.Omitted != 9 {
		t.Errorf("%+v, %v", trend, err)
	}
}

func TestTextInACellIsShownUnchanged(t *testing.T) {
	s := openStore(t)
	save(t, s, town(t, "甲镇", 2023, penalty, "见附件"))
	if cell := answer(t, s, Query{View: Enforcement}).Rows[0].Cells[1]; cell.Status != form.StatusText || cell.Raw != "见附件" {
		t.Errorf("%+v", cell)
	}
}

func TestFacetsIgnoreTheChoiceInTheirOwnList(t *testing.T) {
	s := openStore(t)
	save(t, s, town(t, "甲镇", 2022), town(t, "甲镇", 2023), town(t, "乙镇", 2023), realReport(t, "pingtan_2019"))
	f, err := s.Facets(t.Context(), Query{Regions: []string{"北京市大兴区"}, FromYear: 2023, ToYear: 2023})
	if err != nil {
		t.Fatal(err)
	}
	want := &Facets{
		Years:    []YearFacet{{2022, 1}, {2023, 2}},
		Regions:  []Facet{{"北京市大兴区", 2}},
		Units:    []UnitFacet{{Body{"北京市大兴区", "乙镇"}, 1, 2023, 2023}, {Body{"北京市大兴区", "甲镇"}, 1, 2023, 2023}},
		Editions: []Facet{{"2021", 2}},
	}
	f = &Facets{Years: f.Years, Regions: f.Regions, Units: f.Units, Editions: f.Editions}
	if !reflect.DeepEqual(f, want) {
		t.Errorf("%+v", f)
	}
}

func TestACancelledQueryReturnsAtOnce(t *testing.T) {
	s := openStore(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Table(ctx, Query{}, Page{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestAnEmptyStoreGivesAnEmptyTable(t *testing.T) {
	s := openStore(t)
	for _, view := range Views() {
		table := answer(t, s, Query{View: view})
		if table.Count != 0 || len(table.Rows) != 0 || len(table.Total) != len(table.Columns) {
			t.Errorf("%s: %+v", view, table)
		}
	}
	if trend, err := s.Trend(t.Context(), Query{}, penalty, 0); err != nil || len(trend.Years) != 0 || len(trend.Series) != 0 {
		t.Errorf("%+v, %v", trend, err)
	}
}

func answer(t testing.TB, s *Store, q Query) *Table {
	t.Helper()
	table, err := s.Table(t.Context(), q, Page{})
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// grid writes a table as text; a total that does not count all rows ends in /counted.
func grid(table *Table) string {
	text := func(c Cell) string {
		if c.Status.HasValue() {
			return c.Value.String()
		}
		return string(c.Status)
	}
	var lines []string
	for _, row := range table.Rows {
		line := fmt.Sprintf("%s %d:", row.Body.Unit, row.Year)
		for _, c := range row.Cells {
			line += " " + text(c)
		}
		lines = append(lines, line)
	}
	line := fmt.Sprintf("total of %d:", table.Count)
	for _, c := range table.Total {
		line += " " + text(c.Cell)
		if c.Counted < table.Count || c.Counted == 0 {
			line += fmt.Sprint("/", c.Counted)
		}
	}
	return strings.Join(append(lines, line), "\n")
}

func TestAChangeToATextHasNoNumberAndSaysSo(t *testing.T) {
	s := openStore(t)
	r := town(t, "甲镇", 2023, penalty, "80")
	for i := range r.Figures {
		if f := &r.Figures[i]; f.Key.String() == penalty {
			f.Status, f.Value, f.Raw = form.StatusText, 0, "约80"
		}
	}
	save(t, s, town(t, "甲镇", 2022, penalty, "70"), r)
	q := Query{View: Enforcement, Compare: true, FromYear: 2023}
	pagesAgree(t, s, q)
	table := answer(t, s, q)
	for i, c := range table.Columns {
		cell := table.Rows[0].Cells[i]
		if c.Measure == penalty && (c.Compare == Change || c.Compare == Percent) && (cell.Note != NoNumber || cell.Status.HasValue()) {
			t.Errorf("%s is %+v", c.ID, cell)
		}
	}
}
