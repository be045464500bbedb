package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCoverageListsWhoReportedAndWhoNeverDid(t *testing.T) {
	folder, db := t.TempDir(), filepath.Join(t.TempDir(), "a.duckdb")
	summaries(t, folder, [4]string{"1.csv", "云州市临江区2022年度政府信息公开年报汇总表", "石桥镇", "5"}, [4]string{"2.csv", "云州市临江区2023年度政府信息公开年报汇总表", "望湖街道", "8"},
		[4]string{"3.csv", "云州市临江区2023年度政府信息公开年报汇总表", "旧桥镇", "8"})
	if code, out, complaint := call("units", "--db", db, "--import", unitList(t, "单位,上级,是否应报", "石桥镇,临江区,", "望湖街道,临江区,是", "青山镇,临江区,", "旧桥镇,临江区,否", "临江区,云州市,否")); code != exitDone {
		t.Fatal(out, complaint)
	}
	if code, out, complaint := call("import", "--db", db, folder); code != exitDone {
		t.Fatal(out, complaint)
	}
	to := filepath.Join(t.TempDir(), "报送情况.csv")
	if code, out, complaint := call("export", "--db", db, "--coverage", "--year", "2023", "--to", to); code != exitDone {
		t.Fatal(out, complaint)
	}
	content, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	want := `情况,单位,地区,上级,类型,是否应报,2022,2023,最近一份
未报,石桥镇,云州市临江区,云州市临江区,镇,是,已报,,2022
未报,青山镇,云州市临江区,云州市临江区,镇,是,,,从未报送
已报,旧桥镇,云州市临江区,云州市临江区,镇,否,,已报,2023
已报,望湖街道,云州市临江区,云州市临江区,街道,是,,已报,2023`
	if got := strings.ReplaceAll(strings.TrimSpace(strings.TrimPrefix(string(content), "\ufeff")), "\r\n", "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for _, args := range [][]string{{"--to", filepath.Join(t.TempDir(), "a.xlsx")}, {"--to", to, "--regions", "云州市临江区", "--units", "青山镇"}} {
		if code, out, complaint := call(append([]string{"export", "--db", db, "--coverage"}, args...)...); code != exitDone {
			t.Errorf("%v: %s%s", args, out, complaint)
		}
	}
	for _, args := range [][]string{{"--to", "a.parquet"}, {"--to", to, "--view", "outcomes"}, {"--to", to, "--roll-up"}, {"--to", to, "--regions", "别处"}, {"--to", to, "--units", "青山"}} {
		if code, out, complaint := call(append([]string{"export", "--db", db, "--coverage"}, args...)...); code != exitUsage {
			t.Errorf("%v: %d %s%s", args, code, out, complaint)
		}
	}
}
