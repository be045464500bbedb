package data

import (
	"maps"
	"slices"
	"testing"

	"nianbao/data/form"
)

func TestEveryReadyMadeViewAgreesWithTheReport(t *testing.T) {
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
			compareTotal(t, table, reports)
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
func compareTotal(t *testing.T, table *Table, reports []form.Report) {
	t.Helper()
	p := newPlain(reports)
	all := slices.Collect(maps.Keys(p))
	for i, c := range table.Columns {
		var sum form.Number
		counted := 0
		years := map[int]bool{}
		for _, row := range table.Rows {
			cell := row.Cells[i]
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
		case total.Rate != nil:
			if want := p.sumOfRuns(all, c).Rate; *total.Rate != *want {
				t.Errorf("%s: total %+v, want %+v", c.ID, *total.Rate, *want)
			}
		case total.Rate == nil && (total.Value != sum || total.Status.HasValue() != (counted > 0)):
			t.Errorf("%s: total %+v, want %s", c.ID, total, sum)
		case c.Role == FigureColumn && total.Counted != counted:
			t.Errorf("%s: %d counted, want %d", c.ID, total.Counted, counted)
		}
	}
}
