package data

import (
	"reflect"
	"slices"
	"testing"

	"nianbao/data/form"
)

// sameMetrics compares store.metrics with the numbers that follow from store.wide.
func sameMetrics(t *testing.T, s *Store) {
	t.Helper()
	definition := one(t, s, `SELECT comment FROM duckdb_tables() WHERE schema_name = 'store' AND table_name = 'metrics'`)
	got := one(t, s, `SELECT (SELECT count(*) FROM (FROM store.metrics EXCEPT ALL (`+definition+`))) || ' more, ' ||
		(SELECT count(*) FROM ((`+definition+`) EXCEPT ALL FROM store.metrics)) || ' fewer'`)
	if got != "0 more, 0 fewer" {
		t.Errorf("the metrics differ from the figures: %s", got)
	}
}

func TestMetricsFollowTheFiguresThroughImportReplacementAndUndo(t *testing.T) {
	s := openStore(t)
	save(t, s, yearsWithGaps()...)
	sameMetrics(t, s)
	changed := synthetic(5)
	changed.Figures[0].Value += 3
	save(t, s, changed, synthetic(3))
	sameMetrics(t, s)
	exec1(t, s, `DELETE FROM store.findings WHERE report_id % 3 = 0`)
	conn, err := s.db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if err := countFindings(t.Context(), conn); err != nil {
		t.Fatal(err)
	}
	sameMetrics(t, s)
	imports, err := s.Imports(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Undo(t.Context(), imports[0].ID); err != nil {
		t.Fatal(err)
	}
	sameMetrics(t, s)
}

func TestMetricsAreRecomputedWhenTheFormChanges(t *testing.T) {
	s := openStore(t)
	save(t, s, yearsWithGaps()...)
	q := Query{View: Measures, Rows: RegionRows}
	want := answer(t, s, q).Rows
	exec1(t, s, `CREATE OR REPLACE TABLE store.metrics AS SELECT report_id, 7 AS grant_rate FROM store.wide`, `COMMENT ON TABLE store.metrics IS 'of an earlier form'`)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = openAt(t, s.path)
	sameMetrics(t, s)
	if got := answer(t, s, q).Rows; !reflect.DeepEqual(got, want) || len(got) == 0 {
		t.Errorf("%+v, had %+v", got, want)
	}
}

func TestSumsOfMetricsAndOfFiguresAgree(t *testing.T) {
	s := openStore(t)
	save(t, s, yearsWithGaps()...)
	for _, rows := range []Grain{RegionRows, RegionYearRows, YearRows} {
		for _, compare := range []bool{false, true} {
			q := Query{View: Measures, Rows: rows, Compare: compare}
			quick := answer(t, s, q).Rows
			kept := s.metricOf
			s.metricOf = nil
			slow := answer(t, s, q).Rows
			s.metricOf = kept
			if !reflect.DeepEqual(quick, slow) || len(quick) == 0 {
				t.Errorf("%s: %+v, of the figures %+v", rows, quick, slow)
			}
		}
	}
}

func TestARateNeedsANumberInEachOfItsFigures(t *testing.T) {
	whole := realReport(t, "daxing_yinghai_2023")
	for _, status := range []form.Status{form.StatusBlank, form.StatusNA, form.StatusText} {
		for _, item := range []string{"received", "carried-over", "outcome-total"} {
			part := whole
			part.Unit, part.Agency, part.Hash, part.Figures = "另一镇", "北京市大兴区另一镇人民政府", item+string(status), nil
			for _, f := range whole.Figures {
				if f.Item == item && f.Column == form.TotalColumnID {
					f.Status, f.Value, f.Raw = status, 0, "约80"
				}
				part.Figures = append(part.Figures, f)
			}
			s := openStore(t)
			save(t, s, whole, part)
			for _, rows := range []Grain{ReportRows, UnitRows, RegionRows, YearRows} {
				q := Query{View: Measures, Rows: rows}
				column := slices.IndexFunc(q.Columns(), func(c Column) bool { return c.ID == "metric/completion-rate" })
				table := answer(t, s, q)
				for _, row := range table.Rows {
					rate := row.Cells[column].Rate
					if has := row.Body.Unit != part.Unit; has != (rate != nil) || has && (rate.Numerator != form.Count(14) || rate.Denominator != form.Count(16)) {
						t.Errorf("%s %s in %s rows: %s %s has %v", item, status, rows, row.Body.Region, row.Body.Unit, rate)
					}
				}
				if rate := table.Total[column].Rate; rate == nil || rate.Denominator != form.Count(16) || table.Total[column].Counted != 1 {
					t.Errorf("%s %s in the total of %s rows: %+v", item, status, rows, table.Total[column])
				}
			}
		}
	}
}
