package cli

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAYearWithoutReportsIsRefused(t *testing.T) {
	db := sampleDatabase(t)
	for _, args := range [][]string{
		{"--to", "t.csv"}, {"--to", "r.xlsx", "--roll-up"}, {"--to", "c.txt", "--chart", "ranking"}, {"--to", "c.txt", "--chart", "change"},
		{"--to", "c.txt", "--chart", "trend"}, {"--to", "f.xlsx", "--report", "东篱镇"}, {"--to", "b.xlsx", "--return", "东篱镇"},
	} {
		args[1] = filepath.Join(t.TempDir(), args[1])
		code, _, complaint := call(append([]string{"export", "--db", db, "--year", "2025"}, args...)...)
		if code != exitUsage || !strings.Contains(complaint, "2025") || !strings.Contains(complaint, "2024") {
			t.Errorf("%v: exit %d, %q", args, code, complaint)
		}
		if _, err := os.Stat(args[1]); err == nil {
			t.Errorf("%v writes another year's figures", args)
		}
	}
}

func TestATableIsLimitedByTheYearFlag(t *testing.T) {
	db, path := sampleDatabase(t), filepath.Join(t.TempDir(), "t.csv")
	if code, _, complaint := call("export", "--db", db, "--year", "2023", "--to", path, "--first", "year", "--hide", "unit"); code != 0 {
		t.Fatal(complaint)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(content), "\ufeff"))).ReadAll()
	if err != nil || len(rows) != 11 {
		t.Fatalf("%d rows, %v; want a heading, nine reports and the total", len(rows), err)
	}
	for _, row := range rows[1 : len(rows)-1] {
		if row[0] != "2023" {
			t.Errorf("a row of %s", row[0])
		}
	}
}
