package cli

import (
	"bytes"
	"context"
	"encoding/csv"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/data/form/formtest"
	"nianbao/importer"
	"nianbao/importer/workbook"
)

// The figures that the reports of this test set; all others are 0.
var (
	received   = form.Key{Table: form.ApplicationsTable, Item: "received", Column: form.TotalColumnID}
	newRow     = form.Key{Table: form.ApplicationsTable, Item: formtest.NewRow, Column: form.TotalColumnID}
	outcomes   = form.Key{Table: form.ApplicationsTable, Item: "outcome-total", Column: form.TotalColumnID}
	penalties  = form.Key{Table: "enforcement", Item: "penalty", Column: "decisions"}
	amountPaid = form.Key{Table: "fees", Item: "fee", Column: "amount"}
)

// reportOf fills in the form of a year for a unit with that many requests, all from
// natural persons. They are granted or, in edition 2027, refused for the reason that only
// this edition has.
func reportOf(unit string, year int, requests, decided int64) form.Report {
	e := form.EditionOf(year)
	r := form.Report{Region: "北京市大兴区", Unit: unit, Agency: "北京市大兴区" + unit + "人民政府", Year: year, Edition: e.ID}
	outcome := "granted"
	if e.ID == "2027" {
		outcome = formtest.NewRow
	}
	values := map[form.Key]int64{penalties: decided, amountPaid: 3}
	for _, item := range []string{"received", outcome, "outcome-total"} {
		for _, column := range []string{"natural-person", form.TotalColumnID} {
			values[form.Key{Table: form.ApplicationsTable, Item: item, Column: column}] = requests
		}
	}
	for _, k := range e.Keys() {
		r.Figures = append(r.Figures, form.Figure{Key: k, Status: form.StatusNumber, Value: form.Count(values[k])})
	}
	return r
}

func writeReport(t *testing.T, folder string, r form.Report) {
	t.Helper()
	var b bytes.Buffer
	if err := workbook.WriteForm(&b, r, workbook.OneSheet); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, r.Agency+strconv.Itoa(r.Year)+"年.xlsx"), b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// importedOver2027 writes filled forms of the years around the seam, imports
// them and returns the database. Two reports break an identity: one of 2022, of
// the old edition, and one of 2028.
func importedOver2027(t *testing.T) (db string) {
	t.Helper()
	folder := t.TempDir()
	reports := filepath.Join(folder, "reports")
	if err := os.Mkdir(reports, 0o755); err != nil {
		t.Fatal(err)
	}
	for year := 2020; year <= 2028; year++ {
		for i, unit := range []string{"瀛海镇", "旧宫镇"} {
			r := reportOf(unit, year, int64(10+year-2020+i), int64(100*(i+1)+year-2020))
			if unit == "瀛海镇" && (year == 2022 || year == 2028) {
				r.Figure(outcomes).Value += form.Count(1)
			}
			writeReport(t, reports, r)
		}
	}
	db = filepath.Join(folder, "a.duckdb")
	code, out, complaint := call("import", "--db", db, reports)
	if code != 0 || strings.Count(out, "imported\t") != 18 {
		t.Fatalf("%d\n%s%s", code, out, complaint)
	}
	return db
}

func openDatabase(t *testing.T, db string) *data.Store {
	t.Helper()
	store, err := data.Open(t.Context(), db, data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	return store
}

func TestANewEditionIsReadBackAsWritten(t *testing.T) {
	formtest.Use2027(t)
	store := openDatabase(t, importedOver2027(t))
	for _, year := range []int{2020, 2022, 2026, 2027, 2028} {
		id, err := store.ReportID(t.Context(), data.Body{Region: "北京市大兴区", Unit: "旧宫镇"}, year)
		if err != nil {
			t.Fatal(err)
		}
		got, err := store.Report(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		want := reportOf("旧宫镇", year, int64(11+year-2020), int64(200+year-2020))
		if got.Edition != want.Edition || len(got.Figures) != len(want.Figures) || len(got.Remarks) > 0 {
			t.Errorf("%d: edition %s with %d figures and %v, want %s with %d", year, got.Edition, len(got.Figures), got.Remarks, want.Edition, len(want.Figures))
		}
		for _, f := range want.Figures {
			if g := got.Figure(f.Key); g == nil || g.Value != f.Value || g.Status != f.Status || g.Source.Cell == "" {
				t.Errorf("%d %s: %+v, want %s", year, f.Key, g, f.Value)
			}
		}
	}
}

func TestAComparisonAcrossEditionsIsTheSameOnScreenAndInTheExport(t *testing.T) {
	formtest.Use2027(t)
	db := importedOver2027(t)
	for _, rows := range []data.Grain{data.ReportRows, data.YearRows, data.RegionYearRows} {
		for _, c := range []struct {
			view data.View
			key  form.Key
			// why a row has no number for last year, "" if it has one
			want map[int]string
		}{
			{data.Everything, amountPaid, map[int]string{2021: string(data.NotComparable), 2022: "", 2027: "", 2028: ""}},
			{data.Enforcement, penalties, map[int]string{2021: "", 2027: "", 2028: ""}},
			{data.Applications, received, map[int]string{2021: "", 2027: "", 2028: ""}},
			{data.Outcomes, newRow, map[int]string{2027: string(data.NotComparable), 2028: ""}},
		} {
			q := data.Query{View: c.view, Items: []string{c.key.Item}, Rows: rows, Compare: true}
			checkPrior(t, db, q, c.key, c.want)
		}
	}
}

// checkPrior compares last year's column of the table with the year before, and with the
// exported .csv.
func checkPrior(t *testing.T, db string, q data.Query, k form.Key, want map[int]string) {
	t.Helper()
	store := openDatabase(t, db)
	table, err := store.Table(t.Context(), q, data.Page{Limit: 1000})
	if err != nil {
		t.Fatal(err)
	}
	now := slices.IndexFunc(table.Columns, func(c data.Column) bool { return c.Key == k && c.Compare == data.ThisYear })
	prior := slices.IndexFunc(table.Columns, func(c data.Column) bool { return c.Key == k && c.Compare == data.Prior })
	if now < 0 || prior < 0 {
		t.Fatalf("%s is not compared", k)
	}
	last := map[string]form.Number{}
	for _, row := range table.Rows {
		if row.Cells[now].Status.HasValue() {
			last[row.Body.String()+strconv.Itoa(row.Year+1)] = row.Cells[now].Value
		}
	}
	for _, row := range table.Rows {
		expected, told := want[row.Year]
		if !told {
			continue
		}
		cell := row.Cells[prior]
		got := string(cell.Note)
		if cell.Status.HasValue() {
			got = cell.Value.String()
		}
		if expected == "" { // the previous row's number of its own year
			expected = last[row.Body.String()+strconv.Itoa(row.Year)].String()
		}
		if got != expected {
			t.Errorf("%s, rows %q, %s %d: last year is %q on the page, want %q", k, q.Rows, row.Body, row.Year, got, expected)
		}
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	compareExport(t, db, table, prior)
}

// compareExport writes the table as .csv and compares a column, cell by cell.
func compareExport(t *testing.T, db string, table *data.Table, column int) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.csv")
	args := []string{"export", "--db", db, "--to", path, "--compare", "--items", table.Columns[column].Key.Item}
	if table.Query.View != "" {
		args = append(args, "--view", string(table.Query.View))
	}
	if table.Query.Rows != "" {
		args = append(args, "--rows", string(table.Query.Rows))
	}
	if code, _, complaint := call(args...); code != 0 {
		t.Fatalf("%v: %d %s", args, code, complaint)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	reader := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte("\ufeff"))))
	reader.FieldsPerRecord = -1
	records, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var numbers, written []string
	for _, row := range table.Rows {
		if c := row.Cells[column]; c.Status.HasValue() {
			numbers = append(numbers, c.Value.String())
		}
	}
	for _, record := range records {
		at := len(record) - len(table.Columns) + column
		if at >= 0 && at < len(record) && record[0] != "合计（可比）" {
			if n, err := form.ParseNumber(record[at]); err == nil {
				written = append(written, n.String())
			}
		}
	}
	if !slices.Equal(numbers, written) {
		t.Errorf("%s, rows %q: the page has last year's %v, the export %v", table.Columns[column].ID, table.Query.Rows, numbers, written)
	}
}

func TestFindingsUseTheLabelsOfTheirOwnEdition(t *testing.T) {
	formtest.Use2027(t)
	store := openDatabase(t, importedOver2027(t))
	found, err := store.Findings(t.Context(), data.FindingFilter{})
	if err != nil {
		t.Fatal(err)
	}
	byYear := map[int][]form.RuleID{}
	for _, f := range found {
		if f.Edition != form.EditionOf(f.Year).ID {
			t.Errorf("a finding of %d speaks of edition %s", f.Year, f.Edition)
		}
		byYear[f.Year] = append(byYear[f.Year], f.Rule)
	}
	for _, year := range []int{2022, 2028} {
		for _, rule := range []form.RuleID{form.RuleOutcomeSum, form.RuleBalance, form.RuleRowSum} {
			if !slices.Contains(byYear[year], rule) {
				t.Errorf("%d: no finding %s among %v", year, rule, byYear[year])
			}
		}
	}
	if len(byYear) != 2 {
		t.Errorf("findings of the years %v, want 2022 and 2028", slices.Sorted(maps.Keys(byYear)))
	}
	for edition, want := range map[string]string{"2021": "行政执法 · 行政处罚 · 处理决定", "2027": "行政执法 · 行政处罚 · 作出决定"} {
		if got := (form.Finding{Edition: edition, Key: penalties}).Place(form.Chinese); got != want {
			t.Errorf("edition %s calls the figure %s, want %s", edition, got, want)
		}
	}
}

func TestTheRollUpOfANewEditionIsReadBackAndSatisfiesItsIdentities(t *testing.T) {
	formtest.Use2027(t)
	db := importedOver2027(t)
	path := filepath.Join(t.TempDir(), "汇总.xlsx")
	if code, _, complaint := call("export", "--db", db, "--to", path, "--roll-up", "--year", "2027"); code != 0 {
		t.Fatalf("%d %s", code, complaint)
	}
	var sums form.Report
	_, err := importer.Run(t.Context(), []string{path}, importer.Options{Save: func(_ context.Context, r form.Report) error {
		if r.Sheet == "汇总" {
			sums = r
		}
		return nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	for k, want := range map[form.Key]int64{received: 17 + 18, newRow: 17 + 18, outcomes: 17 + 18, penalties: 107 + 207, amountPaid: 6} {
		if f := sums.Figure(k); f == nil || f.Value != form.Count(want) {
			t.Errorf("%s is %+v, want %d", k, f, want)
		}
	}
	if found := form.Check(&sums); sums.Edition != "2027" || len(found) > 0 {
		t.Errorf("the sum is of edition %s and has the findings %v", sums.Edition, found)
	}
}
