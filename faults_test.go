//go:build linux

package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"nianbao/data/form"
	"nianbao/importer/workbook"
)

// These tests are run by “make faults”. They kill imports of the built program at
// random moments, fill its disk, make its disk read-only and flip bytes of its file,
// and compare each figure and finding with those of an undisturbed import.

// faultsWanted skips a test unless “make faults” runs it, and returns the number of
// attempts.
func faultsWanted(t *testing.T) int {
	n, err := strconv.Atoi(os.Getenv("NIANBAO_FAULTS"))
	if err != nil || n <= 0 {
		t.Skip("make faults runs it")
	}
	return n
}

// season writes files of many towns over two years, with mistakes, and returns the folder.
func season(t *testing.T, files int) string {
	t.Helper()
	folder := t.TempDir()
	for i := range files {
		year := 2022 + i%2
		edition := form.EditionOf(year)
		unit := townName(i / 2)
		r := form.Report{Agency: "江南省临江区" + unit + "人民政府", Region: "江南省临江区", Unit: unit, Year: year, Edition: edition.ID}
		random := rand.New(rand.NewPCG(uint64(i), 7))
		for _, k := range edition.Keys() {
			v := form.Count(random.Int64N(9))
			r.Figures = append(r.Figures, form.Figure{Key: k, Status: form.StatusNumber, Value: v, Raw: v.String()})
		}
		var b bytes.Buffer
		if err := workbook.WriteForm(&b, r, workbook.OneSheet); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%s%d年.xlsx", r.Unit, year)), b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// townName is a different name for each number up to 2,304.
func townName(n int) string {
	characters := []rune("石桥梅林古渡望湖东篱清溪白沙青阳龙泉金湾双河永安长乐新丰太平大同凤台松岭云峰竹园荷塘柳营杏花桃源")
	return string([]rune{characters[n%len(characters)], characters[n/len(characters)%len(characters)]}) + "镇"
}

func binary(t *testing.T) string {
	t.Helper()
	path, err := filepath.Abs("nianbao")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Fatal("run make build first, which builds the program tested here: ", err)
	}
	return path
}

// contents are all rows of a query by unit and year, its first two columns.
func contents(t *testing.T, db, query string) map[string][]string {
	t.Helper()
	out, err := exec.Command(binary(t), "query", "--db", db, "--format", "csv", query).Output()
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(out, []byte("\xef\xbb\xbf")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	by := map[string][]string{}
	for _, row := range rows[1:] {
		key := row[0] + " " + row[1]
		by[key] = append(by[key], strings.Join(row[2:], "|"))
	}
	for _, list := range by {
		slices.Sort(list)
	}
	return by
}

// The command query prints at most 200,000 rows, so figures are hashed by report.
const (
	allFigures  = `SELECT unit, year, count(*) AS n, md5(string_agg(table_id || item_id || column_id || coalesce(value::VARCHAR, '') || status || raw || file || cell, ',' ORDER BY table_id, item_id, column_id)) AS figures FROM figures GROUP BY ALL`
	allFindings = `SELECT unit, year, md5(string_agg(rule || severity || table_id || item_id || column_id || message, ',' ORDER BY rule, severity, table_id, item_id, column_id, message)) AS findings, count(*) AS n FROM findings GROUP BY ALL`
)

func imported(t *testing.T, db, folder string) {
	t.Helper()
	out, err := exec.Command(binary(t), "import", "--db", db, folder).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out[max(0, len(out)-500):])
	}
}

// wrongReports counts the reports of got that differ from those of want.
func wrongReports(got, want map[string][]string) int {
	wrong := 0
	for key, list := range got {
		if !slices.Equal(list, want[key]) {
			wrong++
		}
	}
	return wrong
}

func TestKillsLeaveNoWrongFigureAndLoseNoFinding(t *testing.T) {
	kills := faultsWanted(t)
	folder := season(t, 3000)
	calm := filepath.Join(t.TempDir(), "calm.duckdb")
	start := time.Now()
	imported(t, calm, folder)
	took := time.Since(start)
	figures, findings := contents(t, calm, allFigures), contents(t, calm, allFindings)
	t.Logf("%d reports, an import takes %s", len(figures), took.Round(time.Millisecond))
	wrong, lost, caught := 0, 0, 0
	random := rand.New(rand.NewPCG(13, uint64(kills)))
	for i := range kills {
		db := filepath.Join(t.TempDir(), "killed.duckdb")
		signal := []os.Signal{syscall.SIGKILL, syscall.SIGTERM}[i%2]
		cmd := exec.Command(binary(t), "import", "--db", db, folder)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- cmd.Wait() }()
		select {
		case <-time.After(time.Duration(random.Int64N(int64(took)))):
			caught++
			if err := cmd.Process.Signal(signal); err != nil {
				t.Log(err)
			}
			<-ended
		case <-ended:
		}
		if _, err := os.Stat(db); err == nil {
			after := contents(t, db, allFigures)
			wrong += wrongReports(after, figures)
			if len(after) == len(figures) {
				lost += wrongReports(findings, contents(t, db, allFindings))
			}
		}
		imported(t, db, folder) // imports what was lost
		again := contents(t, db, allFigures)
		wrong += wrongReports(again, figures)
		lost += len(figures) - len(again) + wrongReports(findings, contents(t, db, allFindings)) + wrongReports(contents(t, db, allFindings), findings)
		if wrong+lost > 0 {
			t.Fatalf("kill %d (%s): %d reports with wrong figures, %d lost or with other findings", i, signal, wrong, lost)
		}
	}
	t.Logf("%d imports, %d of them killed on the way: 0 wrong, 0 lost", kills, caught)
}

func TestAFullDiskKeepsWhatWasCommittedAndIsReportedOnce(t *testing.T) {
	faultsWanted(t)
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=120m"); err != nil {
		t.Skip("needs the right to mount a small file system: ", err)
	}
	defer syscall.Unmount(disk, 0)
	folder := season(t, 1500)
	calm := filepath.Join(t.TempDir(), "calm.duckdb")
	imported(t, calm, folder)
	figures := contents(t, calm, allFigures)
	db := filepath.Join(disk, "small.duckdb")
	start := time.Now()
	out, err := exec.Command(binary(t), "import", "--db", db, folder).CombinedOutput()
	text := string(out)
	if err == nil {
		t.Fatal("1,500 reports fit on the small disk, so nothing was tested")
	}
	if n := strings.Count(text, "磁盘"); n == 0 || n > 3 {
		t.Errorf("the full disk is mentioned %d times after %s: …%s", n, time.Since(start), text[max(0, len(text)-600):])
	}
	larger := filepath.Join(t.TempDir(), "copy.duckdb")
	for _, ending := range []string{"", ".wal"} {
		if content, err := os.ReadFile(db + ending); err == nil {
			if err := os.WriteFile(larger+ending, content, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	kept := contents(t, larger, allFigures)
	if n := wrongReports(kept, figures); n > 0 {
		t.Errorf("%d of %d kept reports have wrong figures", n, len(kept))
	}
	if len(kept) == 0 {
		t.Error("nothing was kept: the disk is too small to try anything")
	}
	t.Logf("%d reports kept", len(kept))
}

func TestFlippedBytesAreRefusedOrChangeNothing(t *testing.T) {
	tries := faultsWanted(t)
	folder := season(t, 60)
	sound := filepath.Join(t.TempDir(), "sound.duckdb")
	imported(t, sound, folder)
	figures := contents(t, sound, allFigures)
	content, err := os.ReadFile(sound)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(5, 5))
	refused := 0
	for range tries {
		broken := slices.Clone(content)
		broken[random.IntN(len(broken))] ^= 1 << random.IntN(8)
		db := filepath.Join(t.TempDir(), "flipped.duckdb")
		if err := os.WriteFile(db, broken, 0o644); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(binary(t), "query", "--db", db, "--format", "csv", allFigures).Output()
		if err != nil {
			refused++
			continue
		}
		rows, err := csv.NewReader(bytes.NewReader(out)).ReadAll()
		if err != nil || len(rows)-1 != len(figures) {
			t.Errorf("%d reports of %d, %v", len(rows)-1, len(figures), err)
			continue
		}
		for _, row := range rows[1:] {
			if want := figures[row[0]+" "+row[1]]; len(want) != 1 || want[0] != strings.Join(row[2:], "|") {
				t.Errorf("%s %s has other figures and no error", row[0], row[1])
			}
		}
	}
	t.Logf("%d of %d refused, the others unharmed (%d reports)", refused, tries, len(slices.Collect(maps.Keys(figures))))
}

func TestReadOnlyMediaCanBeRead(t *testing.T) {
	faultsWanted(t)
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=64m"); err != nil {
		t.Skip("needs the right to mount a small file system: ", err)
	}
	defer syscall.Unmount(disk, 0)
	folder, db := season(t, 20), filepath.Join(disk, "x.duckdb")
	imported(t, db, folder)
	if err := syscall.Mount("", disk, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	if got := len(contents(t, db, allFigures)); got != 20 {
		t.Errorf("%d reports", got)
	}
	target := filepath.Join(t.TempDir(), "x.xlsx")
	for _, call := range [][]string{{"check"}, {"export", "--to", target}, {"export", "--to", strings.TrimSuffix(target, "xlsx") + "parquet"}} {
		out, err := exec.Command(binary(t), append(call, "--db", db)...).CombinedOutput()
		if exit, is := err.(*exec.ExitError); err != nil && (!is || call[0] != "check" || exit.ExitCode() != 1) {
			t.Errorf("%v: %v %s", call, err, out)
		}
	}
	out, err := exec.Command(binary(t), "import", "--db", db, folder).CombinedOutput()
	if err == nil || !strings.Contains(string(out), "只能读取") {
		t.Errorf("an import gives %v: %s", err, out)
	}
}
