package importer

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"nianbao/data/form"
)

// nameless is a report whose title names only the given body and year, if any.
func nameless(t *testing.T, unit string, year int) form.Report {
	t.Helper()
	r := realReports(t)[0]
	r.Agency, r.Region, r.Unit, r.Year = unit, "", unit, year
	return r
}

// readOne imports one file that holds one report.
func readOne(t *testing.T, path string, opt Options) Result {
	t.Helper()
	results, err := Run(context.Background(), []string{path}, opt)
	if err != nil || len(results) != 1 {
		t.Fatalf("%v, %+v", err, results)
	}
	return results[0]
}

// corrected is the correction that is stored when the user answers for a file.
func corrected(t *testing.T, path string, answer Correction) form.Correction {
	t.Helper()
	answer.File = path
	r := readOne(t, path, Options{Corrections: []Correction{answer}})
	if r.Err != nil {
		t.Fatal(r.Err)
	}
	c := r.Said
	c.Region, c.Unit, c.Year = r.Report.Region, r.Report.Unit, r.Report.Year
	return c
}

func TestAnAnswerAppliesToTheNextFileOfTheSameSource(t *testing.T) {
	daxing := Correction{Unit: "瀛海镇", Region: "北京市大兴区", Year: 2022}
	for _, c := range []struct {
		name        string
		first, next string // paths
		unit, said  string // bodies named by the first and the next file
		answer      Correction
		want        string // "" if no correction may apply
		presumed    bool
	}{
		{"the same name but for the year", "甲/报表2022.xlsx", "甲/报表2023.xlsx", "", "", daxing, "北京市大兴区瀛海镇", true},
		{"another name in the same folder", "甲/报表.xlsx", "甲/第二份.xlsx", "", "", daxing, "北京市大兴区瀛海镇", true},
		{"another folder", "甲/报表.xlsx", "乙/报表.xlsx", "", "", daxing, "", false},
		{"a name that was completed", "甲/a.xlsx", "甲/b.xlsx", "瀛海镇", "瀛海镇", daxing, "北京市大兴区瀛海镇", false},
		{"the same title elsewhere", "甲/a.xlsx", "乙/b.xlsx", "瀛海镇", "瀛海镇", daxing, "北京市大兴区瀛海镇", false},
		{"another name in the title", "甲/a.xlsx", "甲/b.xlsx", "瀛海镇", "旧宫镇", daxing, "旧宫镇", false},
		{"the same wrong name in the next year's file", "甲/表2022.xlsx", "甲/表2023.xlsx", "旧宫镇", "旧宫镇", daxing, "北京市大兴区瀛海镇", false},
		{"the file of the body that was named wrongly", "甲/a.xlsx", "甲/b.xlsx", "旧宫镇", "旧宫镇", daxing, "旧宫镇", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			first, next := filepath.Join(dir, c.first), filepath.Join(dir, c.next)
			for _, path := range []string{first, next} {
				if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
					t.Fatal(err)
				}
			}
			writeForm(t, first, nameless(t, c.unit, 2022))
			writeForm(t, next, nameless(t, c.said, 2023))
			remembered := []form.Correction{corrected(t, first, c.answer)}
			r := readOne(t, next, Options{Remembered: remembered})
			if got := r.Report.Region + r.Report.Unit; got != c.want {
				t.Fatalf("it is taken for %q, want %q", got, c.want)
			}
			if changed := c.want != c.said; changed != (ExplainRecall(r.Recalled, "zh") != "") || r.Report.Presumed != c.presumed {
				t.Errorf("it says %q, presumed %v", ExplainRecall(r.Recalled, "zh"), r.Report.Presumed)
			}
			if c.want != "" && r.Report.Year != 2023 {
				t.Errorf("the year is %d", r.Report.Year)
			}
		})
	}
}

func TestAnAnswerAboutTheYearAppliesToTheSameFileOnly(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.xlsx")
	writeForm(t, path, nameless(t, "瀛海镇", 2024))
	remembered := []form.Correction{corrected(t, path, Correction{Year: 2023})}
	if r := readOne(t, path, Options{Remembered: remembered}); r.Report.Year != 2023 || r.Report.Presumed {
		t.Errorf("the same file is of %d, presumed %v", r.Report.Year, r.Report.Presumed)
	}
	other := filepath.Join(dir, "b.xlsx")
	writeForm(t, other, nameless(t, "瀛海镇", 2024))
	if r := readOne(t, other, Options{Remembered: remembered}); r.Report.Year != 2024 || r.Recalled != nil {
		t.Errorf("another file is of %d", r.Report.Year)
	}
	writeForm(t, path, nameless(t, "瀛海镇", 2025)) // the next year's report under the same file name
	if r := readOne(t, path, Options{Remembered: remembered}); r.Report.Year != 2025 {
		t.Errorf("next year's file is of %d", r.Report.Year)
	}
}

func TestAReportWithAPresumedBodyIsAskedAboutBeforeItReplacesAnother(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.xlsx")
	writeForm(t, path, nameless(t, "", 2023))
	remembered := []form.Correction{{File: filepath.Join(dir, "b.xlsx"), Unit: "瀛海镇", Year: 2023}}
	r := readOne(t, path, Options{Remembered: remembered, Save: func(context.Context, form.Report) error { return fmt.Errorf("save: %w", form.ErrPresumed) }})
	if r.Saved || r.Err == nil || len(r.Questions) != 1 || r.Questions[0].Kind != AskUnit || !r.Questions[0].Blocking {
		t.Errorf("%+v", r)
	}
}

func TestTheContentOfEachSavedFileIsKeptOnce(t *testing.T) {
	dir := folderOf(t, realReports(t)[:3])
	putFile(t, filepath.Join(dir, "坏.xlsx"), "PK\x03\x04 this is no workbook")
	kept := map[string]int{}
	_, err := Run(context.Background(), []string{dir}, Options{
		Save: func(context.Context, form.Report) error { return nil },
		Keep: func(_, hash string, content []byte) {
			if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != hash {
				t.Errorf("%d bytes are kept under %s", len(content), hash)
			}
			kept[hash]++
		},
	})
	if err != nil || len(kept) != 3 {
		t.Fatalf("%v, %d are kept", err, len(kept))
	}
	for hash, n := range kept {
		if n != 1 {
			t.Errorf("%s is kept %d times", hash, n)
		}
	}
}

func TestAFolderRuleCompletesTheRegionsOfItsBodies(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "报送")
	rules := []form.Correction{form.FolderRule(folder, "江南省云州市临江区"), form.FolderRule(dir, "江南省云州市望湖区")}
	for _, c := range []struct{ name, path, body, want string }{
		{"a town without a region", "报送/a.xlsx", "石桥镇", "江南省云州市临江区石桥镇"},
		{"an office below the folder", "报送/局/b.xlsx", "教育局", "江南省云州市临江区教育局"},
		{"a region that leaves places out", "报送/c.xlsx", "临江区石桥镇", "江南省云州市临江区石桥镇"},
		{"a town of another district", "报送/d.xlsx", "望湖区石桥镇", "望湖区石桥镇"},
		{"the district itself", "报送/e.xlsx", "云州市临江区", "云州市临江区"},
		{"the city above it", "报送/f.xlsx", "云州市", "云州市"},
		{"a folder whose name begins alike", "报送二/g.xlsx", "石桥镇", "江南省云州市望湖区石桥镇"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(dir, c.path)
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			writeForm(t, path, nameless(t, c.body, 2023))
			r := readOne(t, path, Options{Remembered: rules})
			if got := r.Report.Region + r.Report.Unit; r.Err != nil || got != c.want {
				t.Errorf("it is %q, want %q: %v", got, c.want, r.Err)
			}
		})
	}
}
