package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAnExportedChartRespectsTheFilterFlags(t *testing.T) {
	db := sampleDatabase(t)
	folder := t.TempDir()
	write := func(name string, args ...string) string {
		path := filepath.Join(folder, name)
		if code, _, complaint := call(append([]string{"export", "--db", db, "--to", path}, args...)...); code != 0 {
			t.Fatalf("%v: %s", args, complaint)
		}
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(content)
	}
	if text := write("r.txt", "--chart", "ranking", "--units", "瀛海镇"); !strings.Contains(text, "85.7%\t12\t14\t60.1%\t96.0%") {
		t.Errorf("the ranking of 瀛海镇 is\n%s", text)
	}
	if svg := write("t.svg", "--chart", "trend", "--item", "metric/disclosure-rate", "--years", "2021-2023", "--by", "regions"); !strings.Contains(svg, "<svg") || strings.Contains(svg, "2020") {
		t.Error("the trend since 2021 is no picture, or shows 2020")
	}
	if book := write("c.xlsx", "--chart", "change", "--year", "2022"); !strings.HasPrefix(book, "PK") {
		t.Error("the workbook is none")
	}
}

func TestAnImpossibleChartIsRefused(t *testing.T) {
	db := sampleDatabase(t)
	to := filepath.Join(t.TempDir(), "x.png")
	for _, args := range [][]string{{"--chart", "pie"}, {"--chart", "trend", "--item", "nothing"}, {"--chart", "trend", "--by", "colour"}} {
		if code, _, _ := call(append([]string{"export", "--db", db, "--to", to}, args...)...); code != exitUsage {
			t.Errorf("%v ends with %d, want %d", args, code, exitUsage)
		}
	}
	if code, _, _ := call("export", "--db", db, "--to", filepath.Join(t.TempDir(), "x.gif"), "--chart", "trend"); code != exitUsage {
		t.Errorf("a format that is none ends with %d", code)
	}
	if code, _, complaint := call("export", "--db", db, "--to", to, "--chart", "funnel", "--item", "metric/penalty"); code != exitUsage || !strings.Contains(complaint, "funnel") {
		t.Errorf("a funnel of a count ends with %d: %q", code, complaint)
	}
	if _, err := os.Stat(to); err == nil {
		t.Error("a refused chart leaves a file")
	}
}
