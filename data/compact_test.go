package data

import (
	"reflect"
	"slices"
	"testing"

	"nianbao/data/form"
)

func TestCompactFiguresSurviveARoundTrip(t *testing.T) {
	letters := []byte{statusNumber, statusBlank, statusNA, statusText, statusNoted, statusMissing}
	values := []form.Number{0, 1, -1, form.Count(1), form.Count(-3), form.Count(2390), form.MaxNumber, -form.MaxNumber, 1_500_000}
	for _, width := range []int{0, 1, longestRun, longestRun + 1, 400} {
		for _, step := range []int{1, 2, 7, 40, 200} {
			f := newDenseFigures(width)
			for i := range width {
				f.letters[i] = letters[i/step%len(letters)]
				if _, ok := f.number(i); ok {
					f.values[i] = values[i%len(values)]
				}
			}
			got := newDenseFigures(width + 3)
			for i := range got.values {
				got.letters[i], got.values[i] = statusText, 7 // left over from the previous report
			}
			if err := got.expand(f.compact()); err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got.letters[:width], f.letters) || !reflect.DeepEqual(got.values[:width], f.values) {
				t.Errorf("%d figures in runs of %d: %s %v, want %s %v", width, step, got.letters, got.values, f.letters, f.values)
			}
			for i := width; i < width+3; i++ {
				if got.letters[i] != statusMissing || got.values[i] != 0 {
					t.Errorf("position %d behind the end: %c %v", i, got.letters[i], got.values[i])
				}
			}
		}
	}
}

func FuzzExpand(f *testing.F) {
	f.Add([]byte{wholeRun<<5 | 1, 4, 6})
	f.Add([]byte{exactRun<<5 | 31, 0xff})
	f.Add([]byte{wholeRun << 5, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f})
	f.Fuzz(func(t *testing.T, text []byte) {
		first, second := newDenseFigures(64), newDenseFigures(64)
		if first.expand(text) != nil {
			return
		}
		if err := second.expand(first.compact()); err != nil || !reflect.DeepEqual(first, second) {
			t.Errorf("%v: %v, want %v", err, second, first)
		}
	})
}

func TestPagesOfReportsAgreeWithTheWholeTableAndItsTotals(t *testing.T) {
	s := openStore(t)
	var reports []form.Report
	for i := range 60 {
		r := synthetic(i)
		for j := range r.Figures {
			switch (i + j) % 17 {
			case 0:
				r.Figures[j].Status, r.Figures[j].Value, r.Figures[j].Raw = form.StatusBlank, 0, ""
			case 1:
				r.Figures[j].Status, r.Figures[j].Value, r.Figures[j].Raw = form.StatusText, 0, "约"
			case 2:
				r.Figures[j].Status, r.Figures[j].Raw = form.StatusNoted, r.Figures[j].Raw+"（注）"
			case 3:
				r.Figures[j].Value += 250_000
			}
		}
		reports = append(reports, r)
	}
	save(t, s, reports...)
	var hidden []string
	for _, c := range (Query{View: Disputes, Compare: true}).Columns() {
		if c.Compare != Prior {
			hidden = append(hidden, c.ID)
		}
	}
	pagesAgree(t, s, Query{View: Outcomes, Rows: FigureRows})
	whole := Query{View: Outcomes, Rows: FigureRows, FromYear: 2020, ToYear: 2022}
	all, err := s.Rows(t.Context(), whole, Page{Limit: mostAtOnce})
	if err != nil {
		t.Fatal(err)
	}
	for offset := 0; offset < len(all); offset += 100 {
		page, err := s.Rows(t.Context(), whole, Page{Offset: offset, Limit: 100})
		if err != nil || !reflect.DeepEqual(page, all[offset:min(offset+100, len(all))]) {
			t.Fatalf("figures from %d: %v, %d rows", offset, err, len(page))
		}
	}
	for _, view := range []View{Everything, Outcomes, Enforcement, Measures, Disputes} {
		for _, q := range []Query{
			{View: view}, {View: view, Compare: true}, {View: view, FromYear: 2021, ToYear: 2022, Compare: true},
			{View: view, Compare: true, Hidden: hidden},
			{View: view, Sort: []SortKey{{Column: "applications/received/total", Descending: true}}},
		} {
			pagesAgree(t, s, q)
		}
	}
}

func TestPagesOfSumsAgreeWithTheWholeTableAndItsTotals(t *testing.T) {
	s := openStore(t)
	var reports []form.Report
	for i, body := range []int{0, 1, 2, 41, 42, 85} {
		for year := range 10 {
			if (i+year)%7 != 0 {
				reports = append(reports, synthetic(10*body+year))
			}
		}
	}
	save(t, s, reports...)
	for _, rows := range []Grain{UnitRows, RegionRows, RegionYearRows, YearRows} {
		for _, across := range []Axis{MeasureAxis, YearAxis, KindAxis} {
			for _, q := range []Query{{View: Measures}, {Items: []string{"normative-document", "penalty"}}} { // a stock and a count
				q.Rows, q.Across = rows, across
				pagesAgree(t, s, q)
				q.Compare = true
				pagesAgree(t, s, q)
				q.FromYear, q.ToYear, q.Editions = 2021, 2023, []string{"2021"}
				pagesAgree(t, s, q)
				q.FromYear, q.Regions = 2023, []string{"示例省示例市0区"}
				pagesAgree(t, s, q)
				q.Sort = []SortKey{{Column: q.Columns()[0].ID, Descending: true}}
				q.Conditions = []Condition{{Column: q.Columns()[0].ID, Is: HasValue}}
				pagesAgree(t, s, q)
			}
		}
	}
}

func TestARegionWhoseReportsAreUndoneHasNoRow(t *testing.T) {
	s := openStore(t)
	save(t, s, synthetic(0), synthetic(400), synthetic(401), synthetic(850))
	save(t, s, synthetic(1), synthetic(1230))
	imports, err := s.Imports(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	q := Query{View: Enforcement, Rows: RegionRows}
	for _, regions := range []int{4, 3} {
		pagesAgree(t, s, q)
		if rows := answer(t, s, q).Rows; len(rows) != regions {
			t.Errorf("%d regions, want %d: %+v", len(rows), regions, rows)
		}
		if regions == 4 {
			if _, err := s.Undo(t.Context(), imports[0].ID); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// yearsWithGaps are ten years of six bodies, some of them missing.
func yearsWithGaps() (reports []form.Report) {
	for i := range 60 {
		if i%7 != 3 {
			reports = append(reports, synthetic(i))
		}
	}
	return reports
}

// pagesAgree reads a table page by page and compares the pages with the whole. It
// also compares the sums of its cells, computed in Go, with the totals, computed in
// SQL.
func pagesAgree(t *testing.T, s *Store, q Query) {
	t.Helper()
	table, err := s.Table(t.Context(), q, Page{Limit: mostAtOnce})
	if err != nil {
		t.Fatal(err)
	}
	if len(table.Rows) == 0 || len(table.Rows) != min(table.Count, mostAtOnce) {
		t.Fatalf("%+v: %d rows of %d", q, len(table.Rows), table.Count)
	}
	const size = 7
	for offset := 0; offset < min(len(table.Rows), 5*size); offset += size {
		page, err := s.Rows(t.Context(), q, Page{Offset: offset, Limit: size})
		if err != nil {
			t.Fatal(err)
		}
		if whole := table.Rows[offset:min(offset+size, len(table.Rows))]; !reflect.DeepEqual(page, whole) {
			t.Fatalf("%+v: the rows from %d are\n%+v, want\n%+v", q, offset, page, whole)
		}
	}
	for i, total := range table.Total {
		c := &table.Columns[i]
		isOfRuns := c.IsRate() && !q.compares() && c.Slice.Year == 0 && q.Rows.hasYear() && (q.FromYear == 0 || q.FromYear != q.ToYear)
		if c.Compare != ThisYear && c.Compare != Prior || c.IsStock() || total.TooLarge || isOfRuns {
			continue
		}
		rows := table.Rows
		other := otherYear(table.Columns, i)
		switch {
		case other < 0 && q.compares(): // it is hidden
			continue
		case other >= 0:
			rows = slices.DeleteFunc(slices.Clone(rows), func(r Row) bool { return !isAdded(r.Cells[other]) })
			if len(rows) == 0 && c.Compare == ThisYear {
				rows = table.Rows
			}
		}
		if counted, sum := sumCells(rows, i); counted != total.Counted || total.Rate == nil && sum.Numerator != total.Value || total.Rate != nil && sum != *total.Rate {
			t.Fatalf("%+v: the cells of %s add up to %+v in %d rows, the total is %+v", q, c.ID, sum, counted, total)
		}
	}
}

// otherYear is the column of the other year of a comparison, -1 if there is none.
func otherYear(columns []Column, i int) int {
	return slices.IndexFunc(columns, func(c Column) bool {
		return c.Measure == columns[i].Measure && c.Slice == columns[i].Slice && c.Compare != columns[i].Compare && (c.Compare == ThisYear || c.Compare == Prior)
	})
}

func isAdded(c Cell) bool { return c.Rate != nil || c.Status.HasValue() }

// sumCells adds up the cells of a column that have a number or, for a rate, its two
// parts.
func sumCells(rows []Row, column int) (counted int, sum Rate) {
	for _, row := range rows {
		switch c := row.Cells[column]; {
		case c.Rate != nil:
			counted, sum = counted+1, Rate{sum.Numerator + c.Rate.Numerator, sum.Denominator + c.Rate.Denominator}
		case c.Status.HasValue():
			counted, sum = counted+1, Rate{Numerator: sum.Numerator + c.Value}
		}
	}
	return counted, sum
}

func TestPagesSortedByAComparisonHaveNoGapsOrOverlaps(t *testing.T) {
	s := openStore(t)
	reports := yearsWithGaps()
	save(t, s, reports...)
	for _, column := range []string{penalty + "@prior", penalty + "@change", penalty + "@percent", "metric/disclosure-rate@points"} {
		for _, descending := range []bool{false, true} {
			q := Query{View: Measures, Compare: true, Sort: []SortKey{{Column: column, Descending: descending}}}
			if column[0] != 'm' {
				q.View = Enforcement
			}
			long, err := s.Rows(t.Context(), q, Page{Limit: mostAtOnce})
			if err != nil || len(long) != len(reports) {
				t.Fatal(len(long), err)
			}
			var pages []Row
			for offset := 0; offset < len(reports); offset += 7 {
				part := Page{Offset: offset, Limit: 7}
				page, err := s.Rows(t.Context(), q, part)
				if err != nil {
					t.Fatal(err)
				}
				pages = append(pages, page...)
			}
			if !reflect.DeepEqual(pages, long) {
				t.Errorf("%s: the pages differ from the whole", column)
			}
		}
	}
}

func TestAHiddenComparisonStillSortsAndFilters(t *testing.T) {
	s := openStore(t)
	reports := yearsWithGaps()
	save(t, s, reports...)
	for _, rows := range []Grain{ReportRows, UnitRows, YearRows, RegionYearRows} {
		for _, years := range [][2]int{{0, 0}, {2022, 2024}, {2023, 2023}} {
			q := Query{View: Enforcement, Rows: rows, FromYear: years[0], ToYear: years[1]}
			plain := answer(t, s, q)
			q.Sort = []SortKey{{Column: penalty + "@change", Descending: true}}
			pagesAgree(t, s, q)
			if sorted := answer(t, s, q); !reflect.DeepEqual(sorted.Total, plain.Total) || len(sorted.Rows) != len(plain.Rows) {
				t.Errorf("%s of %v: the order changes what is shown", rows, years)
			}
			q.Conditions = []Condition{{Column: penalty + "@change", Is: HasValue}}
			pagesAgree(t, s, q)
			chosen := answer(t, s, q)
			var sum form.Number
			for _, row := range chosen.Rows {
				sum += row.Cells[1].Value
			}
			if want := chosen.Total[1].Value; sum != want || chosen.Count != len(chosen.Rows) {
				t.Errorf("%s of %v: the rows sum up to %v of %v", rows, years, sum, want)
			}
		}
	}
}

func TestUnitsWithFindingsAreListedWhileTheirFindingCountsAreOutdated(t *testing.T) {
	s := openStore(t)
	save(t, s, synthetic(0), synthetic(1), synthetic(400))
	exec1(t, s, `DELETE FROM store.findings WHERE report_id > 2`, `INSERT INTO store.findings SELECT 1, 99, false, 'balance', 'error', '', '', '', NULL, NULL, NULL, '', '{}'`,
		`UPDATE store.wide SET findings = 0`, `UPDATE store.compact SET findings = 0`)
	pagesAgree(t, s, Query{View: Enforcement, Rows: UnitRows, WithFindings: true})
}
