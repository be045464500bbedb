package data

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/data/form"
)

// logOf imports reports in small batches and returns file and log as they are after the
// last batch, before the reports are compared: as a killed process leaves them.
func logOf(t *testing.T, before, reports []form.Report, batch int) (file, log []byte) {
	t.Helper()
	s := openStore(t)
	save(t, s, before...)
	imp, err := s.Begin(t.Context(), ImportOptions{Label: "x"})
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range reports {
		if _, err := imp.Save(t.Context(), r); err != nil {
			t.Fatal(err)
		}
		if (i+1)%batch == 0 {
			imp.flush(t.Context())
		}
	}
	imp.flush(t.Context())
	file, log = read(t, s.path), read(t, logPath(s.path))
	if err := imp.Finish(t.Context()); err != nil {
		t.Fatal(err)
	}
	return file, log
}

// everything returns all figures and findings of a store, in order.
func everything(t *testing.T, s *Store) string {
	t.Helper()
	answer, err := s.SQL(t.Context(), `SELECT unit, year, table_id, item_id, column_id, value, status, raw, '', '' FROM figures
		UNION ALL SELECT unit, year, table_id, item_id, column_id, difference, rule, severity, message, verdict FROM findings ORDER BY ALL`, Limits{Rows: 1_000_000})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, row := range answer.Rows {
		for _, v := range row {
			b.WriteString(v.String + "|")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// undisturbed returns everything in a store that imported the reports without a
// crash.
func undisturbed(t *testing.T, groups ...[]form.Report) string {
	t.Helper()
	s := openStore(t)
	for _, reports := range groups {
		if len(reports) > 0 {
			save(t, s, reports...)
		}
	}
	return everything(t, s)
}

// towns are reports of some towns over two years, with broken sums and chains.
func towns(n int) []form.Report {
	var list []form.Report
	for i := range n {
		r := synthetic(i)
		r.Region, r.Unit, r.Year = "江南省临江区", fmt.Sprintf("第%d镇", i/2), 2022+i%2
		r.File = fmt.Sprintf("%d.xlsx", i)
		r.Hash = hashOf([]byte(r.File))
		list = append(list, r)
	}
	return list
}

func TestATruncatedLogLosesOnlyWholeBatches(t *testing.T) {
	const batch = 4
	before, reports := towns(16)[:4], towns(16)[4:]
	file, log := logOf(t, before, reports, batch)
	var want []string // by number of batches
	for n := 0; n <= len(reports); n += batch {
		want = append(want, undisturbed(t, before, reports[:n]))
	}
	random := rand.New(rand.NewPCG(13, 1))
	cuts := []int{0, 1, 7, len(log) - 1, len(log)}
	for range 13 {
		cuts = append(cuts, random.IntN(len(log)))
	}
	seen := map[int]bool{}
	for _, cut := range cuts {
		path := filepath.Join(t.TempDir(), "cut.duckdb")
		write(t, path, file)
		write(t, logPath(path), log[:cut])
		s := openAt(t, path)
		got := everything(t, s)
		n := slices.Index(want, got)
		if n < 0 {
			t.Fatalf("the log cut at %d of %d leaves what no number of batches gives", cut, len(log))
		}
		if !seen[n] { // lost reports can be imported again, and nothing is mixed up
			save(t, s, reports...)
			if everything(t, s) != want[len(want)-1] {
				t.Fatalf("after a cut at %d of %d, importing again gives other figures or findings", cut, len(log))
			}
		}
		seen[n] = true
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if len(seen) < 3 {
		t.Errorf("the cuts left %d different states of %d: they try nothing", len(seen), len(want))
	}
}

func TestOpeningTheDatabaseEndsAKilledImport(t *testing.T) {
	reports := towns(12)
	file, log := logOf(t, nil, reports, 5)
	path := filepath.Join(t.TempDir(), "killed.duckdb")
	write(t, path, file)
	write(t, logPath(path), log)
	s := openAt(t, path)
	imports, err := s.Imports(t.Context())
	if err != nil || len(imports) != 1 || imports[0].Finished.IsZero() || imports[0].Imported != len(reports) {
		t.Errorf("%+v %v", imports, err)
	}
	if !slices.ContainsFunc(s.Notices(), func(n Notice) bool { return n.Kind == ImportsFinished }) {
		t.Errorf("%+v tells nothing of it", s.Notices())
	}
	if everything(t, s) != undisturbed(t, reports) {
		t.Error("figures or findings differ from those of an import that was not killed")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if s = openAt(t, path); len(s.Notices()) > 0 {
		t.Errorf("the second opening tells it again: %+v", s.Notices())
	}
}

func TestALogOfAnotherFileOrStateIsNotReplayed(t *testing.T) {
	reports := towns(24)
	first, firstLog := logOf(t, reports[:8], reports[8:16], 4)
	later, laterLog := logOf(t, reports[:16], reports[16:], 4)
	foreign, foreignLog := logOf(t, nil, reports[16:], 4)
	flipped := slices.Clone(firstLog)
	flipped[0] ^= 1
	for name, c := range map[string]struct {
		file, log []byte
		fault     LogFault
	}{
		"the log of a later state":       {first, laterLog, LogForeign},
		"the log of an earlier state":    {later, firstLog, LogForeign},
		"the log of another file":        {first, foreignLog, LogForeign},
		"the log of a file with more":    {foreign, laterLog, LogForeign},
		"a log with a damaged beginning": {first, flipped, LogHeadless},
		"a log that is none":             {first, []byte("something else altogether"), LogHeadless},
	} {
		path := filepath.Join(t.TempDir(), "x.duckdb")
		write(t, path, c.file)
		write(t, logPath(path), c.log)
		_, err := Open(t.Context(), path, Options{})
		var damaged *DamagedError
		if !errors.As(err, &damaged) || damaged.Log == "" || damaged.Fault != c.fault && damaged.Fault != LogUnreadable {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if string(read(t, path)) != string(c.file) || string(read(t, logPath(path))) != string(c.log) {
			t.Errorf("%s: file or log were changed", name)
		}
		if _, err := SetLogAside(path); err != nil {
			t.Fatal(err)
		}
		s := openAt(t, path) // the file opens without the log
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOrphanedRowsAreDeletedAndTheirIDsNeverReused(t *testing.T) {
	s := openStore(t)
	reports := towns(4)
	save(t, s, reports[:2]...)
	exec1(t, s, `INSERT INTO store.cells SELECT 900, position, ordinal, status, value, place FROM store.cells WHERE report_id = 1`,
		`INSERT INTO store.phrases VALUES (901, 1, 1)`, `DELETE FROM store.documents WHERE report_id = 2`)
	s.crashed = true
	if err := s.recoverFromCrash(t.Context()); err != nil {
		t.Fatal(err)
	}
	counts := map[NoticeKind]int{}
	for _, n := range s.Notices() {
		counts[n.Kind] = n.Count
	}
	if counts[OrphansRemoved] != 2 || counts[IncompleteReportsRemoved] != 1 {
		t.Errorf("%+v", s.Notices())
	}
	if everything(t, s) != undisturbed(t, reports[:1]) {
		t.Error("the report that is whole is not as it was, or others are left")
	}
	exec1(t, s, `INSERT INTO store.cells SELECT 950, position, ordinal, status, value, place FROM store.cells WHERE report_id = 1`)
	if saved := save(t, s, reports[1]); saved[0].ReportID <= 950 {
		t.Errorf("report %d was given an id that stood in a table", saved[0].ReportID)
	}
}

func TestABatchNeverReachesAFullRowGroup(t *testing.T) {
	s := openStore(t)
	imp, err := s.Begin(t.Context(), ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	most := 0
	for i, r := range towns(2 * batchSize) {
		if _, err := imp.Save(t.Context(), r); err != nil {
			t.Fatal(i, err)
		}
		most = max(most, imp.pending.rows)
	}
	if err := imp.Finish(t.Context()); err != nil {
		t.Fatal(err)
	}
	if most < batchRows/2 || most > 100_000 {
		t.Errorf("a batch has up to %d rows of one table", most)
	}
}
