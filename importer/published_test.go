package importer

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read"
	"nianbao/importer/workbook"
)

// realReport is a report as its body published it, raw texts kept.
type realReport struct {
	Agency, Region, Unit, Edition string
	Year                          int
	Figures                       map[string]map[string]map[string]string
}

// realReports reads the published reports, which all tests of layouts use.
func realReports(t testing.TB) []form.Report {
	t.Helper()
	files, err := filepath.Glob("testdata/published/*.json")
	if err != nil || len(files) != 8 {
		t.Fatalf("published reports: %v, %v", files, err)
	}
	var all []form.Report
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var p realReport
		if err := json.Unmarshal(content, &p); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		all = append(all, p.report(t))
	}
	return all
}

// report finds status and value of the raw texts with a parser that shares no code with
// the importer's.
func (p *realReport) report(t testing.TB) form.Report {
	t.Helper()
	r := form.Report{Agency: p.Agency, Region: p.Region, Unit: p.Unit, Year: p.Year, Edition: p.Edition}
	for table, items := range p.Figures {
		for item, columns := range items {
			for column, raw := range columns {
				f := form.Figure{Key: form.Key{Table: table, Item: item, Column: column}, Raw: raw}
				switch plain := strings.Trim(raw, "\u00a0 "); {
				case plain == "":
					f.Status = form.StatusBlank
				case strings.HasSuffix(plain, "元"):
					f.Status = form.StatusNoted
					f.Value = mustParse(t, strings.TrimSuffix(plain, "元"))
				default:
					f.Status = form.StatusNumber
					f.Value = mustParse(t, plain)
				}
				r.Figures = append(r.Figures, f)
			}
		}
	}
	return r
}

func mustParse(t testing.TB, s string) form.Number {
	t.Helper()
	n, err := form.ParseNumber(s)
	if err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return n
}

// compareFigures reports each figure that is missing, superfluous or different.
func compareFigures(t *testing.T, got, want *form.Report) {
	t.Helper()
	for _, line := range differences(got, want) {
		t.Error(line)
	}
}

func differences(got, want *form.Report) []string {
	var lines []string
	have, need := got.Index(), want.Index()
	for k, w := range need {
		switch g := have[k]; {
		case g == nil:
			lines = append(lines, fmt.Sprintf("%s is missing, want %s %s", k, w.Status, w.Value))
		case g.Status != w.Status || g.Value != w.Value:
			lines = append(lines, fmt.Sprintf("%s: %s %s at %s, want %s %s", k, g.Status, g.Value, g.Source.Cell, w.Status, w.Value))
		}
	}
	for k, g := range have {
		if need[k] == nil {
			lines = append(lines, fmt.Sprintf("%s: %s %s at %s is too many", k, g.Status, g.Value, g.Source.Cell))
		}
	}
	return lines
}

// importBytes imports the content of one file.
func importBytes(name string, content []byte) []Result {
	var results []Result
	u := newInterpreter(&Options{})
	sheets, err := read.Sheets(name, content, read.Options{})
	if err != nil {
		return []Result{{File: name, Err: err}}
	}
	u.sheets(source{path: name, clues: fileClues(name)}, sheets, func(r Result) { results = append(results, r) })
	return results
}

// importOne imports a file that must give one report without a question.
func importOne(t *testing.T, name string, content []byte) *form.Report {
	t.Helper()
	results := importBytes(name, content)
	if len(results) != 1 || results[0].Err != nil || len(results[0].Questions) > 0 {
		for _, r := range results {
			t.Logf("%s %s: %s %v", r.File, r.Sheet, explain(r.Err, "en"), r.Questions)
		}
		t.Fatalf("%s: %d results", name, len(results))
	}
	return results[0].Report
}

func TestPublishedReportsInTheOfficialLayoutAreReadCompletely(t *testing.T) {
	for _, want := range realReports(t) {
		for name, sheets := range map[string]workbook.FormSheets{"one": workbook.OneSheet, "three": workbook.ThreeSheets} {
			t.Run(fmt.Sprint(want.Unit, want.Year, name), func(t *testing.T) {
				var b bytes.Buffer
				if err := workbook.WriteForm(&b, want, sheets); err != nil {
					t.Fatal(err)
				}
				got := importOne(t, "report.xlsx", b.Bytes())
				compareFigures(t, got, &want)
				if got.Unit != want.Unit || got.Region != want.Region || got.Year != want.Year || got.Edition != want.Edition || got.Agency != want.Agency {
					t.Errorf("identity %q %q %q %d %s", got.Region, got.Unit, got.Agency, got.Year, got.Edition)
				}
				if len(got.Remarks) > 0 {
					t.Errorf("remarks: %+v", got.Remarks)
				}
			})
		}
	}
}

func BenchmarkUnderstandOneForm(b *testing.B) {
	r := realReports(b)[0]
	var buffer bytes.Buffer
	if err := workbook.WriteForm(&buffer, r, workbook.OneSheet); err != nil {
		b.Fatal(err)
	}
	sheets, err := read.Sheets("report.xlsx", buffer.Bytes(), read.Options{})
	if err != nil {
		b.Fatal(err)
	}
	u := newInterpreter(&Options{})
	b.ReportAllocs()
	for b.Loop() {
		u.sheets(source{path: "report.xlsx"}, sheets, func(Result) {})
	}
}
