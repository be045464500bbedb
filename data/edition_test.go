package data

import (
	"path/filepath"
	"strconv"
	"testing"

	"nianbao/data/form"
	"nianbao/data/form/formtest"
)

// overTheSeam is a store with the reports of a town from 2020 to 2028, across both
// changes of edition. Every printed figure is the number of its year less 2000.
func overTheSeam(t *testing.T) *Store {
	t.Helper()
	s := openAt(t, filepath.Join(t.TempDir(), "a.duckdb"))
	var reports []form.Report
	for year := 2020; year <= 2028; year++ {
		e := form.EditionOf(year)
		r := form.Report{Unit: "甲镇", Region: "示例区", Year: year, Edition: e.ID, Hash: strconv.Itoa(year)}
		for _, k := range e.Keys() {
			r.Figures = append(r.Figures, form.Figure{Key: k, Status: form.StatusNumber, Value: form.Count(int64(year - 2000))})
		}
		reports = append(reports, r)
	}
	save(t, s, reports...)
	return s
}

func TestLastYearIsExportedAsShownAcrossEditions(t *testing.T) {
	formtest.Use2027(t)
	s := overTheSeam(t)
	for _, rows := range []Grain{ReportRows, YearRows, RegionYearRows} {
		q := Query{Rows: rows, Compare: true, View: Everything, Items: []string{"fee", "penalty", "received", formtest.NewRow}}
		table, err := s.Table(t.Context(), q, Page{})
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "a.parquet")
		if err := s.WriteParquet(t.Context(), q, path, false); err != nil {
			t.Fatal(err)
		}
		_, written := readParquet(t, path)
		for i, c := range table.Columns {
			if c.Compare != Prior {
				continue
			}
			values := written[parquetName(c)]
			if len(values) != len(table.Rows) {
				t.Fatalf("%s: %d values are written of %d", c.ID, len(values), len(table.Rows))
			}
			for k, row := range table.Rows {
				var shown any
				if cell := row.Cells[i]; cell.Status.HasValue() {
					shown = cell.Value
				}
				if shown != values[k] {
					t.Errorf("rows %q, %s in %d: the page shows %v, the file has %v", rows, c.ID, row.Year, shown, values[k])
				}
				from, to := form.EditionOf(row.Year-1), form.EditionOf(row.Year)
				isThere := row.Year > 2020 && form.Comparable(c.Key, from.ID, to.ID)
				if isThere != (shown != nil) || isThere && shown != form.Count(int64(row.Year-2001)) {
					t.Errorf("rows %q, %s in %d: last year is %v", rows, c.ID, row.Year, shown)
				}
			}
		}
	}
}

func TestASumIncludesARowThatOnlyItsOwnEditionHas(t *testing.T) {
	formtest.Use2027(t)
	s := openAt(t, filepath.Join(t.TempDir(), "a.duckdb"))
	r := form.Report{Unit: "甲镇", Region: "示例区", Year: 2027, Edition: "2027"}
	for _, k := range form.EditionByID("2027").Keys() {
		r.Figures = append(r.Figures, form.Figure{Key: k, Status: form.StatusNumber})
	}
	for _, column := range []string{"natural-person", form.TotalColumnID} { // not printed in every edition: the totals must hold without it
		r.Figure(form.Key{Table: form.ApplicationsTable, Item: formtest.NewRow, Column: column}).Value = form.Count(5)
	}
	save(t, s, r)
	if got := one(t, s, `SELECT string_agg(column_id, ' ' ORDER BY column_id) FROM findings WHERE rule = 'outcome-sum' AND severity = 'error'`); got != "natural-person total" {
		t.Errorf("the broken sums of outcomes are %s, want those of natural-person and total", got)
	}
	if got := one(t, s, `SELECT refused::INTEGER FROM outcomes`); got != "5" {
		t.Errorf("the refusals are %s, want 5", got)
	}
}

func TestAnOldFileAcceptsANewEdition(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.duckdb")
	s := openAt(t, path)
	save(t, s, town(t, "甲镇", 2026))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	formtest.Use2027(t)
	s = openAt(t, path)
	next := town(t, "甲镇", 2027)
	next.Edition = "2027"
	save(t, s, next)
	trend, err := s.Trend(t.Context(), Query{}, "enforcement/penalty/decisions", 0)
	if err != nil || len(trend.Seams) != 1 || !trend.Seams[0].Comparable {
		t.Errorf("the line of penalties has the seams %+v (%v), want one that it crosses", trend, err)
	}
	trend, err = s.Trend(t.Context(), Query{}, "applications/"+formtest.NewRow+"/total", 0)
	if err != nil || len(trend.Seams) != 1 || trend.Seams[0].Comparable {
		t.Errorf("the line of the new row has the seams %+v (%v), want one that breaks it", trend, err)
	}
}

func TestARollUpWithEquallyManyReportsOfTwoEditionsUsesTheEditionOfTheYear(t *testing.T) {
	formtest.Use2027(t)
	s := openAt(t, filepath.Join(t.TempDir(), "a.duckdb"))
	late := town(t, "乙镇", 2026)
	late.Edition = "2027" // reported on the form of the next edition
	save(t, s, town(t, "甲镇", 2026), late)
	r, err := s.RollUp(t.Context(), Query{ToYear: 2026})
	if err != nil || r.Report.Edition != "2021" || len(r.OtherEdition) != 1 {
		t.Errorf("%+v, %v", r, err)
	}
}
