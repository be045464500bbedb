package data

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"nianbao/data/form"
)

// reports is the number of reports for benchmarks over a whole store. We publish
// results for 98, 30000 and 400000.
var reports = flag.Int("reports", 98, "synthetic reports in the store of a benchmark")

// keep names a directory in which the benchmark's store stays between runs.
var keep = flag.String("keep", "", "directory for the benchmark's store")

func BenchmarkSave(b *testing.B) {
	s := openStore(b)
	imp, err := s.Begin(b.Context(), ImportOptions{})
	if err != nil {
		b.Fatal(err)
	}
	var made [1000]form.Report
	for i := range made {
		made[i] = synthetic(i)
	}
	b.ResetTimer()
	for i := range b.N {
		r := made[i%len(made)]
		r.Region += fmt.Sprint(i / len(made))
		if _, err := imp.Save(b.Context(), r); err != nil {
			b.Fatal(err)
		}
	}
	if err := imp.Finish(b.Context()); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "reports/s")
}

// BenchmarkRows measures the time from a changed filter to the new rows in the
// grid; the totals come later.
func BenchmarkRows(b *testing.B) {
	s := filled(b)
	district := []string{"示例省示例市1区"}
	sorted := []SortKey{{Column: "applications/received/total", Descending: true}}
	for _, c := range []struct {
		name string
		q    Query
	}{
		{"everything", Query{}},
		{"everything-sorted", Query{Sort: sorted}},
		{"outcomes", Query{View: Outcomes}},
		{"outcomes-sorted", Query{View: Outcomes, Sort: sorted}},
		{"outcomes-of-a-year", Query{View: Outcomes, FromYear: 2023, ToYear: 2023}},
		{"outcomes-of-a-district", Query{View: Outcomes, Regions: district}},
		{"outcomes-compared", Query{View: Outcomes, Compare: true}},
		{"enforcement-by-change", Query{View: Enforcement, Compare: true, Sort: []SortKey{{Column: penalty + "@percent", Descending: true}}}},
		{"measures", Query{View: Measures}},
		{"measures-sorted", Query{View: Measures, Sort: []SortKey{{Column: "metric/disclosure-rate"}}}},
		{"towns-above-100", Query{View: Applications, UnitKinds: []UnitKind{Town}, Conditions: []Condition{{Column: "applications/received/total", Is: Above, Value: form.Count(100)}}}},
		{"units-by-outcomes", Query{View: Outcomes, Rows: UnitRows}},
		{"regions-by-measures", Query{View: Measures, Rows: RegionRows}},
		{"regions-across-years", Query{View: Applications, Rows: RegionRows, Across: YearAxis}},
		{"items-across-years", Query{View: Outcomes, Rows: ItemRows, Across: YearAxis}},
		{"single-figures-of-a-district", Query{View: Outcomes, Rows: FigureRows, Regions: district}},
	} {
		b.Run(c.name, func(b *testing.B) {
			percentiles(b, func(ctx context.Context) error { _, err := s.Rows(ctx, c.q, Page{}); return err })
		})
		b.Run(c.name+"/totals", func(b *testing.B) {
			percentiles(b, func(ctx context.Context) error { _, _, err := s.Totals(ctx, c.q); return err })
		})
	}
}

func BenchmarkTable(b *testing.B) {
	s := filled(b)
	district := []string{"示例省示例市1区"}
	for _, c := range []struct {
		name string
		run  func(context.Context) error
	}{
		{"everything", table(s, Query{}, Page{})},
		{"everything-sorted", table(s, Query{Sort: []SortKey{{Column: "applications/received/total", Descending: true}}}, Page{})},
		{"outcomes-sorted", table(s, Query{View: Outcomes, Sort: []SortKey{{Column: "applications/granted/total", Descending: true}}}, Page{})},
		{"enforcement-top20", table(s, Query{View: Enforcement, Sort: []SortKey{{Column: penalty, Descending: true}}}, Page{Limit: 20})},
		{"outcomes-of-a-district", table(s, Query{View: Outcomes, Regions: district}, Page{})},
		{"measures", table(s, Query{View: Measures, Sort: []SortKey{{Column: "metric/disclosure-rate"}}}, Page{})},
		{"last-page", func(ctx context.Context) error {
			_, err := s.Rows(ctx, Query{View: Outcomes}, Page{Offset: max(0, *reports-100)})
			return err
		}},
		{"order-by-another-change", func(ctx context.Context) error {
			s.changes.made = ""
			_, err := s.Rows(ctx, Query{View: Enforcement, Compare: true, Sort: []SortKey{{Column: penalty + "@percent", Descending: true}}}, Page{})
			return err
		}},
		{"first-page-after-an-import", func(ctx context.Context) error {
			s.order.written.Add(1)
			_, err := s.Rows(ctx, Query{View: Outcomes}, Page{})
			return err
		}},
		{"facets", func(ctx context.Context) error { _, err := s.Facets(ctx, Query{}); return err }},
		{"trend-of-a-district", func(ctx context.Context) error {
			_, err := s.Trend(ctx, Query{Regions: district}, penalty, 0)
			return err
		}},
		{"trend-of-all", func(ctx context.Context) error { _, err := s.Trend(ctx, Query{}, penalty, 0); return err }},
		{"one-report", func(ctx context.Context) error { _, err := s.Report(ctx, int64(*reports/2)); return err }},
	} {
		b.Run(c.name, func(b *testing.B) { percentiles(b, c.run) })
	}
}

func table(s *Store, q Query, page Page) func(context.Context) error {
	return func(ctx context.Context) error {
		_, err := s.Table(ctx, q, page)
		return err
	}
}

// percentiles runs the function b.N times and reports p50 and p95 in ms.
func percentiles(b *testing.B, run func(context.Context) error) {
	var times []time.Duration
	for range b.N {
		start := time.Now()
		if err := run(b.Context()); err != nil {
			b.Fatal(err)
		}
		times = append(times, time.Since(start))
	}
	slices.Sort(times)
	b.ReportMetric(times[len(times)/2].Seconds()*1000, "p50-ms")
	b.ReportMetric(times[len(times)*95/100].Seconds()*1000, "p95-ms")
}

// filled opens a store of synthetic reports, which is created on first use.
func filled(b *testing.B) *Store {
	b.Helper()
	dir := *keep
	if dir == "" {
		dir = b.TempDir()
	}
	path := filepath.Join(dir, fmt.Sprintf("synthetic-%d.duckdb", *reports))
	_, missing := os.Stat(path)
	s := openAt(b, path)
	if missing == nil {
		return s
	}
	if *reports > 1000 {
		bulk(b, s, *reports)
		return s
	}
	imp, err := s.Begin(b.Context(), ImportOptions{Sample: true})
	if err != nil {
		b.Fatal(err)
	}
	for i := range *reports {
		if _, err := imp.Save(b.Context(), synthetic(i)); err != nil {
			b.Fatal(err)
		}
	}
	if err := imp.Finish(b.Context()); err != nil {
		b.Fatal(err)
	}
	return s
}
