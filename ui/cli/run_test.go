package cli

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer/workbook"
)

// call runs the command line and returns exit code, output and complaints.
func call(args ...string) (code int, out, complaint string) {
	var stdout, stderr bytes.Buffer
	c := Command{Ctx: context.Background(), Out: &stdout, ErrOut: &stderr, Language: form.Chinese}
	code = c.Run(args)
	return code, stdout.String(), stderr.String()
}

// sampleDatabase returns the path of a database of the test's own with the
// sample workbooks in it. They are imported once and copied for each test.
func sampleDatabase(t *testing.T) string {
	t.Helper()
	imported, err := samples()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(imported)); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(folder, "sample.duckdb")
}

// samples imports the sample workbooks and returns the folder of the database.
var samples = sync.OnceValues(func() (folder string, err error) {
	if code, out, complaint := call("sample", filepath.Join(sampleFolder, "reports")); code != 0 {
		return "", fmt.Errorf("sample: %d\n%s%s", code, out, complaint)
	}
	code, out, complaint := call("import", "--db", filepath.Join(sampleFolder, "sample.duckdb"), filepath.Join(sampleFolder, "reports"))
	if code != 0 || !strings.Contains(out, "53") {
		return "", fmt.Errorf("import: %d\n%s%s", code, out, complaint)
	}
	return sampleFolder, nil
})

var sampleFolder string // set and removed by TestMain

func TestMain(m *testing.M) {
	var err error
	if sampleFolder, err = os.MkdirTemp("", "nianbao-cli"); err != nil {
		panic(err)
	}
	code := m.Run()
	os.RemoveAll(sampleFolder)
	os.Exit(code)
}

func TestQueryRunsSQLOverTheViews(t *testing.T) {
	db := sampleDatabase(t)
	code, out, complaint := call("query", "--db", db, "--format", "csv", "SELECT value FROM figures WHERE unit='瀛海镇' AND item_id='penalty'")
	if code != 0 || out != "value\n2390\n" {
		t.Errorf("%d %q %s", code, out, complaint)
	}
}

func TestAllOutputFormatsHaveTheSameContent(t *testing.T) {
	db := sampleDatabase(t)
	const statement = "SELECT unit, year, received_total, outcome_total_total FROM applications WHERE region = '示例市示例区' ORDER BY unit, year"
	_, table, _ := call("query", "--db", db, statement)
	_, asCSV, _ := call("query", "--db", db, "--format=csv", statement)
	_, asJSON, _ := call("query", statement, "--db", db, "--format", "json")
	records, err := csv.NewReader(strings.NewReader(asCSV)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var objects []map[string]any
	if err := json.Unmarshal([]byte(asJSON), &objects); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(table), "\n")
	if len(records) != 49 || len(objects) != 48 || len(lines) != 49 {
		t.Fatalf("csv %d, json %d, table %d lines", len(records), len(objects), len(lines))
	}
	for i, object := range objects {
		fields := strings.Fields(lines[i+1])
		if object["unit"] != records[i+1][0] || fields[0] != records[i+1][0] || fields[2] != records[i+1][2] {
			t.Errorf("line %d: %v, %v, %q", i, object, records[i+1], lines[i+1])
		}
	}
}

func TestCheckPrintsThePlantedMistakesAndFails(t *testing.T) {
	db := sampleDatabase(t)
	code, out, _ := call("check", "--db", db, "--format", "csv")
	if code != exitFailed {
		t.Errorf("exit %d, want %d", code, exitFailed)
	}
	for _, want := range []string{"石桥镇,2022,error,outcome-sum", "望湖街道,2023,error,row-sum", "平潭综合实验区,2020,error,outcome-sum"} {
		if !strings.Contains(out, want) {
			t.Errorf("no finding %s in\n%s", want, out)
		}
	}
	if strings.Contains(out, "瀛海镇,2023,error") {
		t.Errorf("瀛海镇 2023 has no error:\n%s", out)
	}
}

func TestBadFilesGetOneLineEachAndGoodOnesAreImported(t *testing.T) {
	folder := t.TempDir()
	if code, _, complaint := call("sample", folder); code != 0 {
		t.Fatal(complaint)
	}
	good, err := os.ReadFile(filepath.Join(folder, "北京市大兴区瀛海镇人民政府2023年.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	mixed := filepath.Join(folder, "混合")
	if err := os.Mkdir(mixed, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{
		"好.xlsx":  good,
		"截断.xlsx": good[:len(good)/2],
		"文本.xlsx": []byte("这不是工作簿，只是一段文字。"),
	} {
		if err := os.WriteFile(filepath.Join(mixed, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	db := filepath.Join(folder, "x.duckdb")
	code, out, _ := call("import", "--db", db, mixed)
	if code != exitFailed {
		t.Errorf("exit %d, want %d", code, exitFailed)
	}
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 4 {
		t.Fatalf("want three lines and a count, got\n%s", out)
	}
	for _, name := range []string{"截断.xlsx", "文本.xlsx"} {
		if strings.Count(out, name) != 1 || !strings.Contains(out, "failed\t") {
			t.Errorf("%s has no line of its own:\n%s", name, out)
		}
	}
	if _, value, _ := call("query", "--db", db, "--format", "csv", "SELECT value FROM figures WHERE item_id='penalty'"); value != "value\n2390\n" {
		t.Errorf("the good file was not kept: %q", value)
	}
	if code, out, _ := call("import", "--db", db, filepath.Join(mixed, "好.xlsx")); code != 0 || !strings.HasPrefix(out, "unchanged\t瀛海镇\t2023\t200\t") {
		t.Errorf("the second import: %d %s", code, out)
	}
}

func TestWrongUsageExitsWithStatusTwo(t *testing.T) {
	for _, args := range [][]string{{"improt"}, {"query"}, {"query", "a", "b"}, {"query", "--format", "xml", "SELECT 1"}, {"import"}, {"check", "extra"}, {"import", "--nosuch", "x"}} {
		if code, _, complaint := call(args...); code != exitUsage || complaint == "" {
			t.Errorf("%v: exit %d, %q", args, code, complaint)
		}
	}
}

func TestQueryCannotWriteNorReadFiles(t *testing.T) {
	db := sampleDatabase(t)
	for _, statement := range []string{"DROP VIEW reports", "SELECT 1; SELECT 2", "COPY reports TO '" + db + ".csv'", "SELECT * FROM read_csv('/etc/hostname')", "SELEKT"} {
		code, out, complaint := call("query", "--db", db, statement)
		if code != exitFailed || out != "" || complaint == "" {
			t.Errorf("%s: %d %q %q", statement, code, out, complaint)
		}
	}
	if _, err := os.Stat(db + ".csv"); err == nil {
		t.Error("a file was written")
	}
}

func TestVersionPrintsProgramDuckDBAndSchema(t *testing.T) {
	code, out, _ := call("version")
	if code != 0 || !strings.Contains(out, Version) || !strings.Contains(out, "DuckDB v1.") || !strings.Contains(out, fmt.Sprintf("schema %d", data.SchemaVersion())) {
		t.Errorf("%d %q", code, out)
	}
	metadata, err := os.ReadFile("../../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(metadata), `Version = "`+Version+`"`) {
		t.Errorf("FyneApp.toml names another version:\n%s", metadata)
	}
}

func TestTextInCSVNeverBecomesAFormula(t *testing.T) {
	for text, want := range map[string]string{"=1+1": "'=1+1", "@x": "'@x", "-": "-", "-18": "-18", "+461": "+461", "+cmd": "'+cmd", "瀛海镇": "瀛海镇", "": ""} {
		if got := escapeUnlessNumber(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

func TestAnImportUsesEarlierAnswersAboutTheSameFolder(t *testing.T) {
	dir := t.TempDir()
	db, path := filepath.Join(dir, "a.duckdb"), filepath.Join(dir, "收件", "第二份.xlsx")
	r := form.Report{Edition: "2021", Year: 2023}
	for i, k := range form.EditionByID(r.Edition).Keys() {
		r.Figures = append(r.Figures, form.Figure{Key: k, Status: form.StatusNumber, Value: form.Count(int64(i))})
	}
	write := func() {
		var b bytes.Buffer
		if err := errors.Join(workbook.WriteForm(&b, r, workbook.OneSheet), os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, b.Bytes(), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	write()
	if code, out, _ := call("import", "--db", db, path); code != 1 || !strings.Contains(out, "没有找到单位名称") {
		t.Fatalf("%d %s", code, out)
	}
	remember(t, db, form.Correction{File: filepath.Join(dir, "收件", "第一份.xlsx"), Region: "北京市大兴区", Unit: "瀛海镇", Year: 2022})
	code, out, _ := call("import", "--db", db, path)
	if code != 0 || !strings.HasPrefix(out, "imported\t瀛海镇\t2023\t200\t") || !strings.Contains(out, "按以前对“第一份.xlsx”的更正：北京市大兴区瀛海镇") {
		t.Errorf("%d %s", code, out)
	}
	r.Figures[0].Value += form.Count(1)
	write()
	if code, out, _ := call("import", "--db", db, path); code != 1 || !strings.Contains(out, "单位名称不能确定（瀛海镇）") {
		t.Errorf("what was only presumed replaces a report: %d %s", code, out)
	}
}

func remember(t *testing.T, db string, c form.Correction) {
	t.Helper()
	store, err := data.Open(context.Background(), db, data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	imp, err := store.Begin(context.Background(), data.ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(imp.Remember(context.Background(), []form.Correction{c}), imp.Finish(context.Background())); err != nil {
		t.Fatal(err)
	}
}

func TestAnImportKeepsTheOriginals(t *testing.T) {
	dir := t.TempDir()
	db, reports := filepath.Join(dir, "a.duckdb"), filepath.Join(dir, "reports")
	if code, _, complaint := call("sample", reports); code != 0 {
		t.Fatal(complaint)
	}
	if code, _, complaint := call("import", "--db", db, reports); code != 0 {
		t.Fatal(complaint)
	}
	files, err := filepath.Glob(filepath.Join(reports, "*.xlsx"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	store, err := data.Open(context.Background(), db, data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	for _, file := range files {
		content, err := os.ReadFile(file)
		sum := sha256.Sum256(content)
		kept, keeping := store.Original(hex.EncodeToString(sum[:]))
		if err != nil || keeping != nil || !bytes.Equal(kept, content) {
			t.Errorf("%s: %d bytes are kept of %d: %v %v", file, len(kept), len(content), err, keeping)
		}
	}
}
