package cli

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nianbao/data"
)

// examples imports the sample reports into a new database.
func examples(t *testing.T) (db string) {
	t.Helper()
	folder, db := filepath.Join(t.TempDir(), "samples"), filepath.Join(t.TempDir(), "a.duckdb")
	for _, args := range [][]string{{"sample", folder}, {"import", "--db", db, folder}} {
		if code, out, complaint := call(args...); code != exitDone {
			t.Fatal(out, complaint)
		}
	}
	return db
}

// answer returns the rows of a statement. It does not run the command query, which limits
// the memory of the whole process.
func answer(t *testing.T, db, statement string) (rows [][]string) {
	t.Helper()
	store, err := data.Open(t.Context(), db, data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	found, err := store.SQL(t.Context(), statement, data.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range found.Rows {
		var cells []string
		for _, cell := range row {
			cells = append(cells, cell.String)
		}
		rows = append(rows, cells)
	}
	return rows
}

func TestExportedFindingsHaveTheirCellAndSuggestion(t *testing.T) {
	db, to := examples(t), filepath.Join(t.TempDir(), "a.csv")
	if code, out, complaint := call("export", "--db", db, "--findings", "--to", to); code != exitDone {
		t.Fatal(out, complaint)
	}
	content, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(content), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := func(name string) int { return slices.Index(rows[0], name) }
	var got, want [][]string
	for _, row := range rows[1:] {
		got = append(got, []string{row[column("单位")], row[column("年度")], row[column("说明")], strings.TrimPrefix(row[column("建议")], "并列：")})
		if row[column("程度")] == "错误" && (row[column("单元格")] == "" || !strings.HasSuffix(row[column("文件")], ".xlsx")) {
			t.Errorf("an error without a cell: %v", row)
		}
	}
	for _, row := range answer(t, db, `SELECT unit, year, message, coalesce(repair, '') FROM findings`) {
		row[3] = strings.TrimPrefix(strings.Split(row[3], "；")[0], "a. ")
		want = append(want, row)
	}
	byText := func(a, b []string) int { return strings.Compare(strings.Join(a, "\t"), strings.Join(b, "\t")) }
	slices.SortFunc(got, byText)
	slices.SortFunc(want, byText)
	if len(got) == 0 || len(got) != len(want) {
		t.Fatalf("%d findings, want %d", len(got), len(want))
	}
	for i := range got {
		if !slices.Equal(got[i][:3], want[i][:3]) {
			t.Errorf("got %v, want %v", got[i], want[i])
		}
	}
	for _, args := range [][]string{{"--to", "a.parquet"}, {"--to", to, "--rows", "units"}, {"--to", to, "--coverage"}, {"--to", to, "--years", "1990"}, {"--to", to, "--with-findings"}} {
		if code, out, complaint := call(append([]string{"export", "--db", db, "--findings"}, args...)...); code != exitUsage {
			t.Errorf("%v: %d %s%s", args, code, out, complaint)
		}
	}
}

func TestEachReportWithErrorsGetsAReturnCopy(t *testing.T) {
	db, folder := examples(t), filepath.Join(t.TempDir(), "copies")
	broken := answer(t, db, `SELECT DISTINCT unit, year FROM findings WHERE severity = 'error' ORDER BY ALL`)
	if code, out, complaint := call("export", "--db", db, "--returns", folder); code != exitDone {
		t.Fatal(out, complaint)
	}
	var got, want []string
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		got = append(got, e.Name())
		book, err := excelize.OpenFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		book.Close()
	}
	for _, row := range broken {
		want = append(want, "退回_"+row[0]+"_"+row[1]+".xlsx")
	}
	slices.Sort(want)
	if len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	for args, want := range map[string]int{
		folder: exitUsage, db: exitUsage, filepath.Join(folder, "none", "copies"): exitFailed,
	} {
		if code, out, complaint := call("export", "--db", db, "--returns", args); code != want {
			t.Errorf("%s: %d %s%s", args, code, out, complaint)
		}
	}
	empty := filepath.Join(t.TempDir(), "other")
	for _, args := range [][]string{{"--to", "a.xlsx"}, {"--years", "1990"}, {"--report", "石桥镇"}, {"--encoding", "gb18030"}, {"--with-findings"}, {"--view", "outcomes"}} {
		if code, out, complaint := call(append([]string{"export", "--db", db, "--returns", empty}, args...)...); code != exitUsage {
			t.Errorf("%v: %d %s%s", args, code, out, complaint)
		}
	}
	if _, err := os.Stat(empty); err == nil {
		t.Error("a refused call made a folder")
	}
}
