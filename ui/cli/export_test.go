package cli

import (
	"bytes"
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/present"
)

// gridText returns what the window's grid shows for a query: headings, rows, total. It
// leaves out the fraction that the grid adds to a rate, because an export has it in two
// columns of its own.
func gridText(t *testing.T, db string, q data.Query) (heads []string, rows [][]string) {
	t.Helper()
	store, err := data.Open(context.Background(), db, data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	table, err := store.Table(t.Context(), q, data.Page{Limit: 10_000})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range table.Columns {
		heads = append(heads, c.Title.Chinese)
	}
	for _, row := range table.Rows {
		line := []string{row.Body.Unit}
		for i, c := range row.Cells {
			line = append(line, shown(c, table.Columns[i])...)
		}
		rows = append(rows, line)
	}
	line := []string{"合计"}
	for i, c := range table.Total {
		line = append(line, shown(c.Cell, table.Columns[i])...)
	}
	return heads, append(rows, line)
}

func shown(c data.Cell, column data.Column) []string {
	text := map[form.Status]string{form.StatusBlank: "未填", form.StatusNA: "/", data.Missing: "·", form.StatusText: c.Raw}[c.Status]
	if c.Note == data.NotAdded {
		text = "不相加" // a stock over several years
	}
	rate := []string{"", ""}
	if c.Status.HasValue() {
		text = c.Value.String()
	}
	if c.Rate != nil {
		if share, ok := c.Rate.Share(); ok {
			text = form.Number(int64(share*1000+0.5)*100_000).String() + "%"
			if !strings.Contains(text, ".") {
				text = strings.TrimSuffix(text, "%") + ".0%"
			}
		}
		rate = []string{c.Rate.Numerator.String(), c.Rate.Denominator.String()}
	}
	if column.IsRate() {
		return append([]string{text}, rate...)
	}
	return []string{text}
}

func TestEachReadyMadeViewIsExportedAsShown(t *testing.T) {
	db := sampleDatabase(t)
	for _, view := range data.Views() {
		heads, want := gridText(t, db, data.Query{View: view})
		folder := t.TempDir()
		for _, name := range []string{"表.xlsx", "表.csv"} {
			path := filepath.Join(folder, name)
			args := []string{"export", "--db", db, "--to", path}
			if view != data.Everything { // the view without --view
				args = append(args, "--view", string(view))
			}
			if code, _, complaint := call(args...); code != 0 {
				t.Fatalf("%s: %s", view, complaint)
			}
			titles, got := readBack(t, path)
			const names = 4 // unit, year, region, findings
			for _, head := range heads {
				if !strings.Contains(strings.Join(titles, "|"), head) {
					t.Errorf("%s %s: no heading %s in %v", view, name, head, titles)
				}
			}
			if len(got) != len(want) {
				t.Fatalf("%s %s: %d rows, want %d", view, name, len(got), len(want))
			}
			for i, row := range got {
				line := append([]string{row[0]}, row[names:]...)
				if strings.Join(line, "|") != strings.Join(want[i], "|") {
					t.Errorf("%s %s row %d:\ngot  %v\nwant %v", view, name, i, line, want[i])
				}
			}
		}
	}
}

// readBack reads headings, rows and total of an exported file.
func readBack(t *testing.T, path string) (titles []string, rows [][]string) {
	t.Helper()
	if strings.HasSuffix(path, ".csv") {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		rows, err = csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte("\xef\xbb\xbf")))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		return rows[0], rows[1:]
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := f.GetRows(f.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	width := len(all[2])
	for _, row := range all[3:] {
		line := make([]string, width)
		for i, text := range row {
			line[i] = strings.ReplaceAll(text, ",", "")
		}
		rows = append(rows, line)
	}
	return append(all[1], all[2]...), rows
}

func TestRatesAreExportedWithTheirFractions(t *testing.T) {
	db := sampleDatabase(t)
	path := filepath.Join(t.TempDir(), "指标.csv")
	if code, _, complaint := call("export", "--db", db, "--to", path, "--view", "measures", "--units", "瀛海镇", "--years", "2023"); code != 0 {
		t.Fatal(complaint)
	}
	titles, rows := readBack(t, path)
	for i, title := range titles {
		if strings.HasPrefix(title, "公开率·比率") && strings.Join(rows[0][i:i+3], " ") == "85.7% 12 14" {
			return
		}
	}
	t.Errorf("no 85.7%% of 12/14: %v %v", titles, rows[0])
}

func TestCSVForOlderProgramsIsGB18030(t *testing.T) {
	db := sampleDatabase(t)
	path := filepath.Join(t.TempDir(), "表.csv")
	if code, _, complaint := call("export", "--db", db, "--to", path, "--view", "enforcement", "--rows", "regions", "--across", "years", "--compare", "--encoding", "gb18030"); code != 0 {
		t.Fatal(complaint)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(content)
	if err != nil || !strings.Contains(string(text), "行政处罚 2023·上年") || !strings.Contains(string(text), "瀛海") && !strings.Contains(string(text), "北京市大兴区") {
		t.Errorf("%v\n%s", err, text)
	}
}

func TestAReportCanBeExportedAsFormAndReturnCopy(t *testing.T) {
	db := sampleDatabase(t)
	folder := t.TempDir()
	for _, flag := range []string{"--report", "--return"} {
		path := filepath.Join(folder, flag[2:]+".xlsx")
		if code, _, complaint := call("export", "--db", db, "--to", path, flag, "瀛海镇", "--year", "2023"); code != 0 {
			t.Fatal(complaint)
		}
		again := filepath.Join(folder, flag[2:]+".duckdb")
		if code, out, complaint := call("import", "--db", again, path); code != 0 || !strings.Contains(out, "瀛海镇") {
			t.Fatalf("%s: %s%s", flag, out, complaint)
		}
		if code, out, _ := call("query", "--db", again, "--format", "csv", "SELECT value FROM figures WHERE item_id='penalty'"); code != 0 || out != "value\n2390\n" {
			t.Errorf("%s: %s", flag, out)
		}
	}
}

func TestFlagsChooseColumnsAndConditions(t *testing.T) {
	db := sampleDatabase(t)
	path := filepath.Join(t.TempDir(), "表.csv")
	args := []string{"export", "--db", db, "--to", path, "--view", "enforcement", "--hide", "region,findings,enforcement/coercion/decisions", "--first", "year,enforcement/penalty/decisions",
		"--where", "enforcement/penalty/decisions>=2390", "--editions", "2021", "--sort", "-enforcement/penalty/decisions"}
	if code, out, complaint := call(args...); code != 0 || strings.Contains(out, "替换") {
		t.Fatal(out, complaint)
	}
	titles, rows := readBack(t, path)
	if strings.Join(titles, " ") != "年度 单位 行政执法·行政处罚（件） 行政许可（件）" || len(rows) < 2 {
		t.Fatalf("%q, %d rows", titles, len(rows))
	}
	for _, row := range rows[:len(rows)-1] {
		if n, err := strconv.Atoi(row[2]); err != nil || n < 2390 {
			t.Errorf("%q is not above 2390", row)
		}
	}
	if _, out, _ := call(args...); !strings.Contains(out, "替换了原有的文件") {
		t.Errorf("a file was replaced in silence: %s", out)
	}
	if code, _, complaint := call("export", "--db", db, "--to", path, "--view", "outcomes", "--where", "applications/other-other/total=blank", "--statuses", "blank"); code != 0 {
		t.Error(complaint)
	}
	if _, rows := readBack(t, path); len(rows) < 2 || len(rows) > 40 {
		t.Errorf("%d reports leave 其他 blank", len(rows)-1)
	}
}

func TestAnImpossibleExportIsRefused(t *testing.T) {
	db := sampleDatabase(t)
	folder := t.TempDir()
	file := func(name string) string { return filepath.Join(folder, name) }
	for _, args := range [][]string{
		{}, {"--to", file("a.doc")}, {"--to", file("a.xlsx"), "--view", "x"}, {"--to", file("a.xlsx"), "--rows", "x"}, {"--to", file("a.xlsx"), "--across", "x"}, {"--to", file("a.csv"), "--encoding", "big5"},
		{"--to", file("a.csv"), "--where", "x"}, {"--to", file("a.csv"), "--where", "year>=x"}, {"--to", file("a.csv"), "--statuses", "x"}, {"--to", file("a.csv"), "--editions", "2020"},
		{"--to", file("a.csv"), "--report", "瀛海镇", "--year", "2023"}, {"--to", file("a.xlsx"), "--report", "瀛海镇"}, {"--to", file("a.xlsx"), "--report", "瀛海镇", "--year", "1999"}, {"--to", file("a.xlsx"), "--years", "x"}, {"--to", file("a.csv"), "--partition"}, {"--to", file("a.csv"), "b"},
	} {
		if code, _, _ := call(append([]string{"export", "--db", db}, args...)...); code != exitUsage {
			t.Errorf("%v: %d", args, code)
		}
	}
	for _, args := range [][]string{{"--to", file("a.xlsx"), "--units", "无此镇"}, {"--to", file("a.csv"), "--sort", "x"}, {"--to", file("a.csv"), "--saved", "x"}} {
		if code, _, complaint := call(append([]string{"export", "--db", db}, args...)...); code != exitUsage || complaint == "" {
			t.Errorf("%v: %d %s", args, code, complaint)
		}
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("a failed export leaves %v, %v", left, err)
	}
}

func TestAReturnCopyIsThatOfTheWindowAndHasFindingsAcrossYears(t *testing.T) {
	db, path := sampleDatabase(t), filepath.Join(t.TempDir(), "退回.xlsx")
	if code, _, complaint := call("export", "--db", db, "--return", "白沙乡", "--year", "2021", "--to", path); code != 0 {
		t.Fatal(complaint)
	}
	written, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	store, err := data.Open(t.Context(), db, data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	var windows bytes.Buffer
	request := present.ReturnRequest{Body: data.Body{Region: "示例市示例区", Unit: "白沙乡"}, Year: 2021, Language: form.Chinese}
	if _, err := present.WriteReturn(t.Context(), store, request, &windows); err != nil || !bytes.Equal(written, windows.Bytes()) {
		t.Errorf("the window writes another file: %v", err)
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	at := ""
	for _, row := range rows {
		if len(row) > 4 && row[3] == "结转衔接" && strings.Contains(row[4], "2021年对照2020年") {
			at = row[1]
		}
	}
	comments, err := f.GetComments(f.GetSheetName(1))
	if err != nil || !slices.ContainsFunc(comments, func(c excelize.Comment) bool {
		return c.Cell == at && strings.Contains(c.Paragraph[0].Text, "上年结转下年(0)")
	}) {
		t.Errorf("no comment at %q tells of last year: %v", at, err)
	}
}

func TestAReportWithoutFindingsHasNoReturnCopy(t *testing.T) {
	db, path := sampleDatabase(t), filepath.Join(t.TempDir(), "退回.xlsx")
	code, _, complaint := call("export", "--db", db, "--return", "平潭综合实验区", "--year", "2019", "--to", path)
	if _, err := os.Stat(path); code != exitFailed || !os.IsNotExist(err) || !strings.Contains(complaint, "无需退回") {
		t.Errorf("exit %d, %q, %v", code, complaint, err)
	}
}
