package cli

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer/workbook"
)

// amended opens the database and corrects a figure of 东篱镇's report for 2022.
func amended(t *testing.T, db string) form.Report {
	t.Helper()
	store, err := data.Open(context.Background(), db, data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	id, err := store.ReportID(t.Context(), data.Body{Region: "示例市示例区", Unit: "东篱镇"}, 2022)
	if err != nil {
		t.Fatal(err)
	}
	r, err := store.Report(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	err = store.Amend(t.Context(), data.Amendment{ReportID: id, Key: penalties, Status: form.StatusNumber, Value: form.Count(4321), Reason: "已电话核实"})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestEveryExportOfACorrectedFigureListsItsCorrection(t *testing.T) {
	db := sampleDatabase(t)
	amended(t, db)
	folder := t.TempDir()
	for name, args := range map[string][]string{
		"表.xlsx":  {"--view", "enforcement", "--years", "2022"},
		"汇总.xlsx": {"--roll-up", "--year", "2022", "--regions", "示例市示例区"},
		"报告.xlsx": {"--report", "东篱镇", "--year", "2022"},
		"退回.xlsx": {"--return", "东篱镇", "--year", "2022"},
	} {
		path := filepath.Join(folder, name)
		if code, _, complaint := call(append([]string{"export", "--db", db, "--to", path}, args...)...); code != 0 {
			if strings.Contains(complaint, "退回") { // the report has no findings, so there is nothing to send back
				continue
			}
			t.Fatalf("%s: %s", name, complaint)
		}
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := f.GetRows("修订")
		if err != nil || len(rows) != 3 || !strings.Contains(strings.Join(rows[2], "|"), "东篱镇|2022|") || !strings.Contains(strings.Join(rows[2], "|"), "4,321|已电话核实|") {
			t.Errorf("%s: the list is %q, %v", name, rows, err)
		}
	}
	clean := filepath.Join(folder, "无.xlsx")
	if code, _, complaint := call("export", "--db", db, "--to", clean, "--years", "2023"); code != 0 {
		t.Fatal(complaint)
	}
	if f, err := excelize.OpenFile(clean); err != nil || len(f.GetSheetList()) != 2 {
		t.Errorf("without corrections there are the sheets %v", f.GetSheetList())
	}
	code, _, told := call("export", "--db", db, "--to", filepath.Join(folder, "表.csv"), "--view", "enforcement")
	content, err := os.ReadFile(filepath.Join(folder, "表-修订.csv"))
	if code != 0 || err != nil || !strings.Contains(string(content), "4321,已电话核实") || !strings.Contains(told, "表-修订.csv") {
		t.Errorf("the list beside a .csv is %q, %v; told %q", content, err, told)
	}
}

func TestAnImportPrintsItsQuestionsAndPendingCorrections(t *testing.T) {
	db := sampleDatabase(t)
	later := amended(t, db)
	folder := t.TempDir()
	later.Figures = append([]form.Figure(nil), later.Figures...)
	later.Figure(penalties).Value += form.Count(1)
	nameless := later
	nameless.Title, nameless.Agency, nameless.Unit, nameless.Region, nameless.Year = "", "", "", "", 0
	for name, r := range map[string]form.Report{"东篱镇2022年报.xlsx": later, "表.xlsx": nameless} {
		f, err := os.Create(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := workbook.WriteForm(f, r, workbook.OneSheet); err != nil {
			t.Fatal(err)
		}
		f.Close()
	}
	code, out, told := call("import", "--db", db, filepath.Join(folder, "东篱镇2022年报.xlsx"))
	if code != exitFailed || !strings.Contains(out, "replaced\t东篱镇\t2022") || !strings.Contains(out, "1 处更正待确认") || !strings.Contains(out, "4,321") {
		t.Errorf("exit %d: %s%s", code, out, told)
	}
	code, out, told = call("import", "--db", db, filepath.Join(folder, "表.xlsx"))
	if code != exitFailed || !strings.HasPrefix(out, "asked\t") || !strings.Contains(out+told, "待答 1") {
		t.Errorf("exit %d: %s%s", code, out, told)
	}
	if _, _, told = call("check", "--db", db); !strings.Contains(told, "1 处更正待确认") {
		t.Errorf("the check says %q", told)
	}
	if _, out, _ = call("query", "--db", db, "--format", "csv", "SELECT unit, year, state, value::INT AS value FROM amendments"); !strings.Contains(out, "东篱镇,2022,pending,4321") {
		t.Errorf("listed: %s", out)
	}
}
