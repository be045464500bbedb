package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// summaries writes summary tables of one unit each: file name, title, unit, number.
func summaries(t *testing.T, folder string, tables ...[4]string) {
	t.Helper()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, f := range tables {
		text := fmt.Sprintf("%s\n单位,本年新收政府信息公开申请数量,上年结转政府信息公开申请数量\n%s,%s,1\n", f[1], f[2], f[3])
		if err := os.WriteFile(filepath.Join(folder, f[0]), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// receivedOf lists the requests received, by region, unit and year.
func receivedOf(t *testing.T, db string) string {
	t.Helper()
	code, out, complaint := call("query", "--db", db, "--format", "csv", "SELECT region || unit || ' ' || year || ' ' || value::INTEGER AS line FROM figures WHERE item_id = 'received' ORDER BY 1")
	if code != exitDone {
		t.Fatal(complaint)
	}
	return strings.ReplaceAll(strings.TrimSpace(strings.TrimPrefix(out, "line\n")), "\n", ", ")
}

func TestANameOfTwoUnitsIsAskedAboutInAnyOrder(t *testing.T) {
	first := [4]string{"", "甲县2023年度政府信息公开年报汇总表", "城关镇", "5"}
	second := [4]string{"", "乙县2023年度政府信息公开年报汇总表", "城关镇", "8"}
	loose := [4]string{"", "2022年度政府信息公开年报汇总表", "城关镇", "7"}
	for i, order := range [][3][4]string{{first, loose, second}, {loose, first, second}, {first, second, loose}} {
		folder, db := t.TempDir(), filepath.Join(t.TempDir(), "a.duckdb")
		for k := range order {
			order[k][0] = fmt.Sprintf("%d.csv", k)
		}
		summaries(t, folder, order[:]...)
		code, out, complaint := call("import", "--db", db, folder)
		if code != exitFailed || strings.Count(out, "asked\t") != 1 || !strings.Contains(out, "甲县城关镇") || !strings.Contains(out, "乙县城关镇") {
			t.Errorf("order %d: exit %d, %s%s", i, code, out, complaint)
		}
		if got := receivedOf(t, db); got != "乙县城关镇 2023 8, 甲县城关镇 2023 5" {
			t.Errorf("order %d: %s", i, got)
		}
	}
}

func TestAnAnswerBetweenTwoUnitsIsRemembered(t *testing.T) {
	folder, db := filepath.Join(t.TempDir(), "报表"), filepath.Join(t.TempDir(), "a.duckdb")
	summaries(t, folder, [4]string{"1.csv", "甲县2023年度政府信息公开年报汇总表", "城关镇", "5"}, [4]string{"2.csv", "乙县2023年度政府信息公开年报汇总表", "城关镇", "8"},
		[4]string{"城关2022.csv", "2022年度政府信息公开年报汇总表", "城关镇", "7"})
	if code, out, _ := call("import", "--db", db, folder); code != exitFailed {
		t.Fatal(out)
	}
	if code, out, _ := call("import", "--db", db, "--unit", "乙县城关镇", filepath.Join(folder, "城关2022.csv")); code != exitDone || !strings.Contains(out, "imported\t城关镇\t2022") {
		t.Fatal(out)
	}
	if code, out, _ := call("import", "--db", db, folder); code != exitDone || !strings.Contains(out, "按以前") {
		t.Errorf("asked again: %s", out)
	}
	// An answer about one file of a folder also holds for a file of another year, but not
	// for one that contradicts a stored report.
	summaries(t, folder, [4]string{"城关2021.csv", "2021年度政府信息公开年报汇总表", "城关镇", "6"}, [4]string{"补报.csv", "2023年度政府信息公开年报汇总表", "城关镇", "9"})
	if code, out, _ := call("import", "--db", db, filepath.Join(folder, "城关2021.csv"), filepath.Join(folder, "补报.csv")); code != exitFailed || !strings.Contains(out, "imported\t城关镇\t2021") || strings.Count(out, "asked\t") != 1 {
		t.Errorf("got %s", out)
	}
	if got := receivedOf(t, db); got != "乙县城关镇 2021 6, 乙县城关镇 2022 7, 乙县城关镇 2023 8, 甲县城关镇 2023 5" {
		t.Error(got)
	}
	if code, out, complaint := call("units", "--db", db, "--rename", "乙县城关镇=城东镇", "--merge", "甲县城关镇=城东镇"); code != exitDone {
		t.Fatal(out, complaint)
	}
	if code, out, complaint := call("rebuild", "--from", db, "--to", filepath.Join(t.TempDir(), "new.duckdb")); code != exitDone || !strings.Contains(out, "全部相同") {
		t.Errorf("a rebuild ends with %d: %s%s", code, out, complaint)
	}
}
