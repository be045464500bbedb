package importer

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// listFile writes rows as a .csv or .xlsx file.
func listFile(t *testing.T, name string, rows ...[]string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if filepath.Ext(name) == ".csv" {
		text := "\ufeff"
		for _, row := range rows {
			text += strings.Join(row, ",") + "\r\n"
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	f := excelize.NewFile()
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// listed returns the content of a list, one unit on each line.
func listed(units []ListedUnit) string {
	var lines []string
	for _, u := range units {
		line := fmt.Sprintf("%d %s/%s", u.Row, u.Region, u.Unit)
		if u.Agency != "" {
			line += " [" + u.Agency + "]"
		}
		if u.Parent.Unit != "" {
			line += " < " + u.Parent.Region + "/" + u.Parent.Unit
		}
		if u.Kind != "" {
			line += " (" + u.Kind + ")"
		}
		for _, n := range u.Names {
			line += " =" + n.Region + "/" + n.Unit
		}
		if u.Expected != nil {
			line += fmt.Sprint(" ", *u.Expected)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func TestAListOfUnitsMayHaveItsColumnsInAnyOrder(t *testing.T) {
	for _, name := range []string{"名录.csv", "名录.xlsx"} {
		path := listFile(t, name,
			[]string{"临江区2024年单位名录"},
			[]string{"别名", "类 型", "单位", "上级", "是否应报", "全称"},
			[]string{"石桥公社、石桥乡；石桥", "镇", "石桥镇", "临江区", "是", "江南省云州市临江区石桥镇人民政府"},
			[]string{"", "", "", "", "", ""},
			[]string{"", "街道", "临江区望湖街道办事处", "江南省云州市临江区", "否", ""},
			[]string{"教体局/教委", "", "教育局", "临江区人民政府", "", ""},
			[]string{"", "", "市监局", "临江区", "", "临江区市场监督管理局"},
			[]string{"", "", "A镇", "—", "", ""})
		units, faults, err := ReadUnitList(path)
		if err != nil || len(faults) > 0 {
			t.Fatalf("%s: %v %v", name, faults, err)
		}
		want := `3 江南省云州市临江区/石桥镇 [江南省云州市临江区石桥镇人民政府] < /临江区 (镇) =/石桥公社 =/石桥乡 =/石桥 true
5 临江区/望湖街道 [临江区望湖街道办事处] < 江南省云州市/临江区 (街道) false
6 /教育局 < /临江区 =/教体局 =/教委
7 临江区/市场监督管理局 [临江区市场监督管理局] < /临江区 =/市监局
8 /A镇`
		if strings.Contains(listed(units), "/市监局 [") { // the short name has the ending of an office as well
			want = strings.Replace(want, "临江区/市场监督管理局 [临江区市场监督管理局] < /临江区 =/市监局", "临江区/市监局 [临江区市场监督管理局] < /临江区 =临江区/市场监督管理局", 1)
		}
		if got := listed(units); got != want {
			t.Errorf("%s gives\n%s\nwant\n%s", name, got, want)
		}
	}
}

func TestRowsWithoutExactlyOneUnitAreReportedWithTheirNumber(t *testing.T) {
	path := listFile(t, "名录.csv",
		[]string{"单位", "上级", "应报"},
		[]string{"各乡镇", "临江区", ""}, []string{"梅林镇、古渡镇", "", ""}, []string{"", "临江区", ""}, []string{"XX镇", "", ""}, []string{"合计", "", ""},
		[]string{"石桥镇", "临江区", "也许"}, []string{"古渡镇", "区直部门", ""}, []string{"梅林镇", "临江区", "应报"}, []string{"柳溪镇", "柳溪镇", ""})
	units, faults, err := ReadUnitList(path)
	if err != nil || len(units) != 1 || units[0].Unit != "梅林镇" {
		t.Errorf("%v %v", units, err)
	}
	var got []string
	for _, f := range faults {
		got = append(got, fmt.Sprint(f.Row, " ", f.Kind))
		if f.Explain("zh") == "" || f.Explain("zh") == f.Explain("en") {
			t.Errorf("%+v has no words", f)
		}
	}
	if want := fmt.Sprint([]string{"2 1", "3 2", "4 0", "5 1", "6 1", "7 3", "8 1", "10 4"}); fmt.Sprint(got) != want {
		t.Errorf("faults are %v, want %s", got, want)
	}
}

func TestAnUnknownKindIsNamedWithTheNearestOne(t *testing.T) {
	path := listFile(t, "名录.csv",
		[]string{"单位", "上级", "类型"},
		[]string{"石桥镇", "临江区", "镇"}, []string{"望湖街道", "临江区", "街到"}, []string{"财政局", "临江区", "2023"}, []string{"教育局", "临江区", "部们"}, []string{"古渡镇", "临江区", "Town"},
		[]string{"税务局", "临江区", "垂管部门"}, []string{"梅林镇", "临江区", "—"}, []string{"柳溪镇", "临江区", ""}, []string{"云江集团", "临江区", "区属国企"}, []string{"东村", "临江区", "村"}, []string{"民政局", "临江区", "火星"})
	units, faults, err := ReadUnitList(path)
	if err != nil || len(units) != 7 {
		t.Errorf("%s %v", listed(units), err)
	}
	got := ""
	for _, f := range faults {
		got += fmt.Sprintln(f.Row, f.Text, f.Nearest)
		if f.Kind != ListKind || !strings.Contains(f.Explain("zh"), f.Text) || f.Explain("zh") == f.Explain("en") {
			t.Errorf("%+v: %s", f, f.Explain("zh"))
		}
	}
	if want := "3 街到 街道\n4 2023 \n5 部们 部门\n12 火星 \n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAFileWithoutAListIsReported(t *testing.T) {
	var none *NoListError
	if _, _, err := ReadUnitList(listFile(t, "a.csv", []string{"年度", "数量"}, []string{"2023", "5"})); !errors.As(err, &none) {
		t.Errorf("got %v", err)
	}
	if _, _, err := ReadUnitList(filepath.Join(t.TempDir(), "none.xlsx")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v", err)
	}
	if IsUnitList("a.doc") || !IsUnitList("a.XLSX") || !IsUnitList("名录.csv") {
		t.Error("formats of lists are not told by the name")
	}
}
