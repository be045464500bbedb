package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// unitList writes a list and returns its path.
func unitList(t *testing.T, rows ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "名录.csv")
	if err := os.WriteFile(path, []byte(strings.Join(rows, "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestUnitsImportsAListIntoAnEmptyStoreAndNamesRefusedRows(t *testing.T) {
	db := filepath.Join(t.TempDir(), "a.duckdb")
	list := unitList(t, "单位,上级,类型,别名", "石桥镇,临江区,镇,石桥公社、石桥乡", "各乡镇,临江区,,", "临江区,云州市,区,")
	code, out, complaint := call("units", "--db", db, "--import", list, "--format", "json")
	if code != exitFailed || !strings.Contains(complaint, "第 3 行“各乡镇”不是一个单位的名称") || !strings.Contains(complaint, "新增 2") {
		t.Errorf("exit %d, %s", code, complaint)
	}
	var units []map[string]string
	if err := json.Unmarshal([]byte(out), &units); err != nil || len(units) != 3 {
		t.Fatalf("%v in %s", err, out)
	}
	town := units[2]
	if town["unit"] != "石桥镇" || town["region"] != "云州市临江区" || town["parent"] != "云州市临江区" || town["kind"] != "镇" || town["names"] != "石桥乡、石桥公社" || town["expected"] != "true" || town["years"] != "" {
		t.Errorf("the town is %v", town)
	}
	if code, _, complaint := call("units", "--db", db, "--import", list); code != exitFailed || !strings.Contains(complaint, "未变 2") {
		t.Errorf("again: exit %d, %s", code, complaint)
	}
	if code, out, _ := call("units", "--db", db, "--format", "csv"); code != exitDone || !strings.HasPrefix(out, "unit,region,agency,kind,parent,names,expected,years\n") {
		t.Errorf("exit %d, %s", code, out)
	}
}

func TestUnitsListsUnitsWithTheirYearsAndChangesThem(t *testing.T) {
	db := sampleDatabase(t)
	code, out, complaint := call("units", "--db", db, "--format", "csv")
	if code != exitDone || complaint != "" || !strings.Contains(out, "瀛海镇") || !strings.Contains(out, "2023") {
		t.Fatalf("exit %d, %s %s", code, out, complaint)
	}
	name := ""
	for _, line := range strings.Split(out, "\n")[1:] {
		if fields := strings.Split(line, ","); len(fields) == 8 && strings.HasSuffix(fields[0], "镇") {
			name = fields[0]
			break
		}
	}
	code, out, complaint = call("units", "--db", db, "--format", "csv", "--rename", name+"=新桥镇", "--no-expect", "新桥镇")
	if code != exitDone || !strings.Contains(out, "新桥镇,") || !strings.Contains(out, name+",false,") {
		t.Errorf("exit %d, %s\n%s", code, complaint, out)
	}
}

func TestUnitsExplainsWrongCalls(t *testing.T) {
	db := filepath.Join(t.TempDir(), "a.duckdb")
	list := unitList(t, "单位,上级", "城关镇,甲县", "城关镇,乙县")
	if code, _, complaint := call("units", "--db", db, "--import", list); code != exitDone {
		t.Fatalf("exit %d, %s", code, complaint)
	}
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"--import", "名录.doc"}, exitUsage, "名录.doc"}, {[]string{"--import", "没有.xlsx"}, exitFailed, "没有.xlsx"},
		{[]string{"--import", unitList(t, "年度,数量", "2023,4")}, exitFailed, "单位"},
		{[]string{"--merge", "城关镇=乙县"}, exitUsage, "甲县城关镇"}, {[]string{"--rename", "城关镇"}, exitUsage, "甲=乙"}, {[]string{"--expect", "城关乡"}, exitUsage, "城关镇"},
		{[]string{"--rename", "甲县城关镇=乙县城关镇"}, exitFailed, "乙县城关镇"}, {[]string{"--format", "xml"}, exitUsage, "xml"}, {[]string{"多余"}, exitUsage, "多余"},
		{[]string{"--merge", "甲县城关镇=甲县城关镇"}, exitFailed, ""},
	} {
		if code, out, complaint := call(append([]string{"units", "--db", db}, c.args...)...); code != c.code || !strings.Contains(complaint, c.want) || strings.Contains(out, "unit") {
			t.Errorf("%v: exit %d, %s%s", c.args, code, out, complaint)
		}
	}
	if code, _, complaint := call("units", "--db", filepath.Join(t.TempDir(), "no.duckdb")); code != exitFailed || !strings.Contains(complaint, "没有数据库") {
		t.Errorf("exit %d, %s", code, complaint)
	}
}
