package data

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
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

func TestATableShowsWhatTheQueryChose(t *testing.T) {
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

func TestPagesJoinWithoutGapOrOverlap(t *testing.T) {
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

func TestEveryViewAgreesWithTheReportItself(t *testing.T) {
	s := openStore(t)
	var reports []form.Report
	for _, name := range realNames() {
		reports = append(reports, realReport(t, name))
	}
	saved := save(t, s, reports...)
	kinds := [][]string{nil, {"natural-person"}, {"business", "total"}}
	for _, view := range Views() {
		for _, chosen := range kinds {
			table := answer(t, s, Query{View: view, Kinds: chosen})
			if len(table.Columns) == 0 || table.Count != len(reports) {
				t.Fatalf("%s: %d columns, %d rows", view, len(table.Columns), table.Count)
			}
			for _, row := range table.Rows {
				i := slices.IndexFunc(saved, func(v Saved) bool { return v.ReportID == row.ReportID })
				compareRow(t, table, row, &reports[i])
			}
			compareTotal(t, table)
		}
	}
}

func compareRow(t *testing.T, table *Table, row Row, r *form.Report) {
	t.Helper()
	index := r.Index()
	for i, c := range table.Columns {
		cell := row.Cells[i]
		if c.Role == MetricColumn {
			compareMetric(t, c, cell, r)
			continue
		}
		f := index[c.Key]
		sum, hasSum := r.Sum(c.Key.Table, c.Key.Item, c.Key.Column)
		switch {
		case f != nil && (cell.Status != f.Status || cell.Value != f.Value):
			t.Errorf("%d %s: %+v, want %+v", row.Year, c.ID, cell, f)
		case f != nil && f.Status == form.StatusNoted && cell.Raw != f.Raw:
			t.Errorf("%d %s: raw %q", row.Year, c.ID, cell.Raw)
		case f == nil && c.IsGroup && hasSum && (cell.Value != sum || cell.Status != form.StatusNumber):
			t.Errorf("%d %s: %+v, want the sum %s", row.Year, c.ID, cell, sum)
		case f == nil && !c.IsGroup && cell.Status != Missing:
			t.Errorf("%d %s: %+v, but the report does not print it", row.Year, c.ID, cell)
		}
	}
}

// compareMetric computes a metric from the report alone.
func compareMetric(t *testing.T, c Column, cell Cell, r *form.Report) {
	t.Helper()
	sum := func(terms []form.SignedKey) (n form.Number, ok bool) {
		for _, term := range terms {
			if v, has := r.Sum(term.Table, term.Item, term.Column); has {
				if ok = true; term.Minus {
					v = -v
				}
				n += v
			}
		}
		return n, ok
	}
	n, hasN := sum(c.Metric.Numerator)
	d, hasD := sum(c.Metric.Denominator)
	switch {
	case !c.Metric.IsRate() && (hasN != cell.Status.HasValue() || cell.Value != n):
		t.Errorf("%s: %+v, want %s", c.ID, cell, n)
	case c.Metric.IsRate() && hasN && hasD && (cell.Rate == nil || *cell.Rate != Rate{n, d} || cell.Status.HasValue() == (d == 0)):
		t.Errorf("%s: %+v, want %s/%s", c.ID, cell, n, d)
	case c.Metric.IsRate() && (!hasN || !hasD) && cell.Rate != nil:
		t.Errorf("%s: %+v, want none", c.ID, cell)
	}
}

// compareTotal adds up the rows.
func compareTotal(t *testing.T, table *Table) {
	t.Helper()
	for i, c := range table.Columns {
		var sum form.Number
		counted := 0
		years := map[int]bool{}
		var rate Rate
		for _, row := range table.Rows {
			cell := row.Cells[i]
			if cell.Rate != nil {
				rate.Numerator += cell.Rate.Numerator
				rate.Denominator += cell.Rate.Denominator
			}
			if cell.Status.HasValue() {
				sum += cell.Value
				counted++
				years[row.Year] = true
			}
		}
		total := table.Total[i]
		switch {
		case c.IsStock() && len(years) > 1:
			if total.Note != NotAdded || total.Status.HasValue() {
				t.Errorf("%s: total %+v of %d years", c.ID, total, len(years))
			}
		case total.Rate != nil && *total.Rate != rate:
			t.Errorf("%s: total %+v, want %+v", c.ID, total, rate)
		case total.Rate == nil && (total.Value != sum || total.Status.HasValue() != (counted > 0)):
			t.Errorf("%s: total %+v, want %s", c.ID, total, sum)
		case c.Role == FigureColumn && total.Counted != counted:
			t.Errorf("%s: %d counted, want %d", c.ID, total.Counted, counted)
		}
	}
}

func TestATotalBeyondWhatANumberHoldsIsSaidToBe(t *testing.T) {
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

func TestTextInACellIsShownAsFound(t *testing.T) {
	s := openStore(t)
	save(t, s, town(t, "甲镇", 2023, penalty, "见附件"))
	if cell := answer(t, s, Query{View: Enforcement}).Rows[0].Cells[1]; cell.Status != form.StatusText || cell.Raw != "见附件" {
		t.Errorf("%+v", cell)
	}
}

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

func TestFacetsCountWhatTheirOwnListWouldShow(t *testing.T) {
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

func TestACancelledTableReturnsAtOnce(t *testing.T) {
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

func TestADecisionOutlivesANewRevision(t *testing.T) {
	s := openStore(t)
	wrong := town(t, "甲镇", 2023, "applications/received/total", "99")
	save(t, s, wrong)
	filter := FindingFilter{Rules: []form.RuleID{"balance"}, Severities: []form.Severity{form.SeverityError}}
	found, err := s.Findings(t.Context(), filter)
	if err != nil || len(found) != 1 || found[0].Body.Unit != "甲镇" || len(found[0].Terms) != 4 {
		t.Fatalf("%+v, %v", found, err)
	}
	if err := s.Decide(t.Context(), found[0], Confirmed, "已电话核实"); err != nil {
		t.Fatal(err)
	}
	save(t, s, set(t, wrong, penalty, "1"))
	found, err = s.Findings(t.Context(), filter)
	if err != nil || len(found) != 1 || found[0].Decision != Confirmed || found[0].Note != "已电话核实" {
		t.Errorf("%+v, %v", found, err)
	}
	if err := s.Decide(t.Context(), found[0], Pending, ""); err != nil {
		t.Fatal(err)
	}
	if found, err = s.Findings(t.Context(), filter); err != nil || found[0].Decision != Pending {
		t.Errorf("%+v, %v", found, err)
	}
	if table := answer(t, s, Query{WithFindings: true}); table.Count != 1 || table.Rows[0].Findings == 0 {
		t.Errorf("%+v", table.Rows)
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

func TestALineOfARegionSumsUpItsBodies(t *testing.T) {
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

func TestAChangeToATextSaysThatThereIsNoNumber(t *testing.T) {
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
