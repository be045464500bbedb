package cli

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/present"
)

// nearMisses returns a name with typing mistakes: a rune dropped, two swapped, one
// doubled, the case changed, spaces around it, and nothing at all.
func nearMisses(name string) []string {
	runes := []rune(name)
	last := len(runes) - 1
	list := []string{string(runes[1:]), string(runes[:last]), name + string(runes[last]), " " + name, name + " ", strings.ToUpper(name), ""}
	for i := range last {
		if runes[i] != runes[i+1] {
			swapped := slices.Clone(runes)
			swapped[i], swapped[i+1] = swapped[i+1], swapped[i]
			return append(list, string(swapped))
		}
	}
	return list
}

// nameFlag is a flag of export with the names that it accepts.
type nameFlag struct {
	flag   string
	with   []string // what else the call needs
	names  []string
	suffix string // follows the name, for a condition
	ending string // of the file
	isSlow bool   // checking a name opens the database, so only the first name is tried
}

func TestEveryFlagWithNamesAcceptsRightOnesAndRefusesMisspeltOnes(t *testing.T) {
	db := sampleDatabase(t)
	saveView(t, db, "石桥镇的办理结果")
	folder := t.TempDir()
	for _, f := range append(fixedNames(), databaseNames()...) {
		export := func(value string) (code int, complaint string, isWritten bool) {
			path := filepath.Join(folder, "out"+f.ending)
			args := append([]string{"export", "--db", db, "--to", path, "--" + f.flag, value + f.suffix}, f.with...)
			code, _, complaint = call(args...)
			isWritten = os.Remove(path) == nil
			return code, complaint, isWritten
		}
		for i, name := range f.names {
			if code, complaint, isWritten := export(name); code != exitDone || !isWritten {
				t.Errorf("--%s %q with %v: exit %d, %s", f.flag, name, f.with, code, complaint)
			}
			if i > 0 && f.isSlow {
				continue
			}
			for _, wrong := range nearMisses(name) {
				if slices.Contains(f.names, wrong) {
					continue
				}
				code, complaint, isWritten := export(wrong)
				if code != exitUsage || isWritten {
					t.Errorf("--%s %q with %v: exit %d, written %t, %s", f.flag, wrong, f.with, code, isWritten, complaint)
				}
				column, _, _ := strings.Cut(name, "=")
				if wrong != "" && utf8.RuneCountInString(name) > 3 && !strings.Contains(complaint, column) && !strings.Contains(complaint, "blank") {
					t.Errorf("--%s %q is not traced to %s: %s", f.flag, wrong, name, complaint)
				}
			}
		}
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("wrong calls leave %v, %v", left, err)
	}
}

// fixedNames are the flags whose names the program itself knows.
func fixedNames() []nameFlag {
	return []nameFlag{
		{flag: "view", names: texts(data.Views()), ending: ".csv"},
		{flag: "rows", names: texts(data.Grains()), ending: ".csv"},
		{flag: "across", names: texts(data.Axes()), with: []string{"--rows", "units"}, ending: ".csv"},
		{flag: "kind", names: present.KindIDs(), ending: ".csv"},
		{flag: "unit-kinds", names: texts(data.UnitKinds()), ending: ".csv"},
		{flag: "statuses", names: texts(form.Statuses()), ending: ".csv"},
		{flag: "editions", names: editionIDs(), ending: ".csv"},
		{flag: "encoding", names: present.Encodings(), ending: ".csv"},
		{flag: "chart", names: texts(present.ChartNames()), ending: ".txt"},
		{flag: "by", names: []string{"units", "regions", "all"}, with: []string{"--chart", "trend"}, ending: ".txt"},
		{flag: "by", names: []string{"units", "regions", "years"}, with: []string{"--chart", "outcomes"}, ending: ".txt"},
		{flag: "item", names: []string{"metric/received", "metric/disclosure-rate", "applications/granted/research"}, with: []string{"--chart", "heat"}, ending: ".txt"},
	}
}

// databaseNames are the flags whose names the database or the table knows.
func databaseNames() []nameFlag {
	disputes := present.ItemIDs(data.Query{View: data.Disputes})
	list := []nameFlag{
		{flag: "units", names: []string{"瀛海镇", "东篱镇", "平潭综合实验区", "北京市大兴区瀛海镇"}, ending: ".csv"},
		{flag: "regions", names: []string{"北京市大兴区", "示例市示例区"}, ending: ".csv"},
		{flag: "report", names: []string{"东篱镇", "示例市示例区石桥镇"}, with: []string{"--year", "2022"}, ending: ".xlsx"},
		{flag: "return", names: []string{"石桥镇"}, with: []string{"--year", "2022"}, ending: ".xlsx"},
		{flag: "saved", names: []string{"石桥镇的办理结果"}, ending: ".csv"},
		{flag: "items", names: disputes, with: []string{"--view", "disputes"}, ending: ".csv"},
		{flag: "items", names: []string{"received", "refused", "normative-document"}, ending: ".csv"},
		{flag: "items", names: []string{"disclosure-rate"}, with: []string{"--view", "measures"}, ending: ".csv"},
		{flag: "hide", names: []string{"region", "enforcement/penalty/decisions"}, with: []string{"--view", "enforcement"}, ending: ".csv"},
		{flag: "first", names: []string{"findings", "enforcement/penalty/decisions"}, with: []string{"--view", "enforcement"}, ending: ".csv"},
		{flag: "sort", names: []string{"findings", "edition", "-metric/disclosure-rate", "applications/received/total@change"}, ending: ".csv"},
		{flag: "sort", names: []string{"2023:enforcement/penalty/decisions"}, with: []string{"--view", "enforcement", "--rows", "units", "--across", "years"}, ending: ".csv"},
		{flag: "where", names: []string{"year", "applications/received/total"}, suffix: ">=10", ending: ".csv"},
		{flag: "where", names: []string{"applications/other-other/total=blank", "applications/received/total=value"}, ending: ".csv"},
	}
	for i := range list {
		list[i].isSlow = true
	}
	return list
}

func saveView(t *testing.T, db, name string) {
	t.Helper()
	store, err := data.Open(context.Background(), db, data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	view := data.SavedView{Name: name, Query: data.Query{View: data.Outcomes, Units: []data.Body{{Region: "示例市示例区", Unit: "石桥镇"}}}}
	if err := store.SaveView(t.Context(), view); err != nil {
		t.Fatal(err)
	}
}

func TestEveryColumnOfferedForAGrainIsAccepted(t *testing.T) {
	db := sampleDatabase(t)
	store, err := data.Open(t.Context(), db, data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	for _, rows := range data.Grains() {
		for _, across := range data.Axes() {
			for _, view := range []data.View{data.Everything, data.Enforcement, data.Measures} {
				q := data.Query{View: view, Rows: rows, Across: across, Compare: true}
				names, err := present.NamesOfColumns(t.Context(), store, q)
				if err != nil {
					t.Fatal(err)
				}
				tryColumns(t, store, q, names)
			}
		}
	}
}

// tryColumns sorts a table by some of the names and filters it by some.
func tryColumns(t *testing.T, store *data.Store, q data.Query, names present.ColumnNames) {
	const some = 97 // after the first six, ever larger steps skip most columns
	for i := 0; i < len(names.Sorted); i += 1 + i/6*some {
		sorted := q
		sorted.Sort = []data.SortKey{{Column: names.Sorted[i]}}
		if _, err := store.Rows(t.Context(), sorted, data.Page{Limit: 1}); err != nil {
			t.Errorf("%+v: %v", sorted, err)
		}
	}
	for i := 0; i < len(names.Restricted); i += 1 + i/6*some {
		limited := q
		limited.Conditions = []data.Condition{{Column: names.Restricted[i], Is: data.AtLeast}}
		if _, err := store.Rows(t.Context(), limited, data.Page{Limit: 1}); err != nil {
			t.Errorf("%+v: %v", limited, err)
		}
	}
}

func TestAnUnknownNameSuggestsTheNearest(t *testing.T) {
	db := sampleDatabase(t)
	path := filepath.Join(t.TempDir(), "a.csv")
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"--items", "nothing"}, ""}, {[]string{"--items", "recieved"}, "received"}, {[]string{"--items", "applications/received/total"}, "received"},
		{[]string{"--hide", "nothing"}, ""}, {[]string{"--first", "nothing"}, ""}, {[]string{"--regions", "nothing"}, "最接近的：北京市大兴区、示例市示例区"},
		{[]string{"--units", "东蓠镇"}, "东篱镇"}, {[]string{"--years", "1990"}, "2019"}, {[]string{"--years", "2025-"}, "2024"}, {[]string{"--year", "2025"}, "2024"},
		{[]string{"--years", "2024-2019"}, "2019"}, {[]string{"--years", ""}, "2023"}, {[]string{"--year", "20255"}, "20255"}, {[]string{"--items", "received,"}, ""},
		{[]string{"--where", "applications/received/total~10"}, ">="}, {[]string{"--where", "applications/received/total=blnak"}, "blank"}, {[]string{"--where", "year=blank"}, "year"},
		{[]string{"--hide", "2023:enforcement/penalty/decisions"}, "enforcement/penalty/decisions"}, {[]string{"--format", "csv"}, "--"},
	} {
		code, _, complaint := call(append([]string{"export", "--db", db, "--to", path}, c.args...)...)
		if code != exitUsage || !strings.Contains(complaint, c.want) || strings.Count(complaint, "\n") != 2 {
			t.Errorf("%q: exit %d, %s", c.args, code, complaint)
		}
		if _, err := os.Stat(path); err == nil {
			t.Fatalf("%q writes a file", c.args)
		}
	}
}

func TestAnExportNeverReplacesTheDatabaseOrItsSources(t *testing.T) {
	db := sampleDatabase(t)
	imported, err := samples() // the folder that the reports were imported from
	if err != nil {
		t.Fatal(err)
	}
	source := filepath.Join(imported, "reports", "北京市大兴区瀛海镇人民政府2023年.xlsx")
	as := filepath.Join(t.TempDir(), "a.csv")
	if err := os.Rename(db, as); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(t.TempDir(), "b.csv")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, to := range []string{source, as, folder} {
		if code, _, complaint := call("export", "--db", as, "--to", to); code != exitUsage || !strings.Contains(complaint, to) {
			t.Errorf("onto %s: exit %d, %s", to, code, complaint)
		}
	}
	if code, out, _ := call("query", "--db", as, "--format", "csv", "SELECT count(*) AS n FROM reports"); code != 0 || out != "n\n53\n" {
		t.Errorf("the database is %s", out)
	}
}

func TestFlagsChangeASavedView(t *testing.T) {
	db, path := sampleDatabase(t), filepath.Join(t.TempDir(), "a.csv")
	saveView(t, db, "石桥镇")
	if code, _, complaint := call("export", "--db", db, "--to", path, "--saved", "石桥镇", "--years", "2020-2021"); code != 0 {
		t.Fatal(complaint)
	}
	_, rows := readBack(t, path)
	if len(rows) != 3 || rows[0][0] != "石桥镇" || rows[0][1] != "2020" {
		t.Errorf("the rows are %q", rows)
	}
}
