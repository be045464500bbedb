package present

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/data"
	"nianbao/ui/uitest"
)

// allTables are the tables of a database that a rebuild must make equal, row by row,
// those derived from reports included.
func allTables(t *testing.T, store *data.Store) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	for _, row := range rowsOf(t, store, `SELECT table_name FROM duckdb_tables() WHERE schema_name = 'store' AND database_name = 'nianbao'`) {
		switch row {
		case "links", "kept_originals", "due", "findings", "repairs":
		default:
			all[row] = rowsOf(t, store, `SELECT * FROM store.`+row+` ORDER BY ALL`)
		}
	}
	all["findings"] = rowsOf(t, store, `SELECT * EXCLUDE (ordinal) FROM store.findings ORDER BY ALL`)
	all["repairs"] = rowsOf(t, store, `SELECT * EXCLUDE (state) FROM store.repairs ORDER BY ALL`)
	all["due"] = rowsOf(t, store, `SELECT * FROM store.due`)
	for _, view := range data.ViewNames() {
		all["view "+view] = rowsOf(t, store, `SELECT * FROM main.`+view+` ORDER BY ALL`)
	}
	return all
}

func rowsOf(t *testing.T, store *data.Store, query string) []string {
	t.Helper()
	answer, err := store.SQL(t.Context(), query, data.Limits{Rows: 10_000_000})
	if err != nil {
		t.Fatal(query, err)
	}
	var rows []string
	for _, row := range answer.Rows {
		var b strings.Builder
		for i, v := range row {
			if i > 0 {
				b.WriteByte('|')
			}
			if v.Valid {
				b.WriteString(v.String)
			} else {
				b.WriteString("NULL")
			}
		}
		rows = append(rows, b.String())
	}
	return rows
}

func sameTables(t *testing.T, before, after map[string][]string) {
	t.Helper()
	for name, rows := range before {
		if !slices.Equal(rows, after[name]) {
			i := 0
			for i < min(len(rows), len(after[name])) && rows[i] == after[name][i] {
				i++
			}
			t.Errorf("%s: %d rows, rebuilt %d; the first that differ are\n%s\n%s", name, len(rows), len(after[name]), at(rows, i), at(after[name], i))
		}
	}
	if len(before) != len(after) {
		t.Errorf("%d tables, rebuilt %d", len(before), len(after))
	}
}

func at(rows []string, i int) string {
	if i < len(rows) {
		return rows[i][:min(len(rows[i]), 2000)]
	}
	return "nothing"
}

func rebuilt(t *testing.T, from string) (*data.Store, data.Rebuilt) {
	t.Helper()
	to := filepath.Join(t.TempDir(), "新.duckdb")
	r, err := data.Rebuild(t.Context(), from, to, data.RebuildOptions{Read: Rereader("")})
	if err != nil {
		t.Fatal(err)
	}
	names, err := os.ReadDir(filepath.Dir(to))
	if err != nil || len(names) != 1 {
		t.Errorf("beside the new database lie %v, %v", names, err)
	}
	return uitest.Store(t, to), r
}

func TestARebuiltDatabaseEqualsItsSourceRowByRow(t *testing.T) {
	before := openSeason(t)
	want := allTables(t, before)
	for _, name := range []string{"reports", "revisions", "decided", "corrections", "saved_views", "imports", "findings", "prints", "view narrative"} {
		if len(want[name]) == 0 {
			t.Errorf("nothing in %s", name)
		}
	}
	hashes := rowsOf(t, before, `SELECT DISTINCT hash FROM (SELECT hash FROM store.reports UNION ALL SELECT hash FROM store.revisions)`)
	if err := before.Close(); err != nil {
		t.Fatal(err)
	}
	from := before.Path()
	for range 2 { // the second time from the rebuilt database
		store, r := rebuilt(t, from)
		if len(r.Missing) > 0 || r.Different > 0 || r.Reports != len(want["reports"]) || r.Revisions != len(want["revisions"]) || r.Figures != len(want["view figures"]) {
			t.Errorf("%+v", r)
		}
		sameTables(t, want, allTables(t, store))
		for _, hash := range hashes {
			if _, err := store.Original(hash); err != nil {
				t.Error(err)
			}
		}
		if err := store.Close(); err != nil {
			t.Fatal(err)
		}
		from = store.Path()
	}
}

func TestARebuildListsReportsWithoutAnOriginalAndRebuildsTheRest(t *testing.T) {
	before := openSeason(t)
	lost := rowsOf(t, before, `SELECT hash FROM store.reports WHERE unit = '对镇'`)
	if len(lost) != 1 {
		t.Fatal(lost)
	}
	want := rowsOf(t, before, `SELECT unit || year || ' true' FROM store.reports WHERE hash = '`+lost[0]+`' ORDER BY report_id`)
	reports := len(rowsOf(t, before, `SELECT * FROM store.reports`))
	dropOriginal(t, before, lost[0])
	if err := before.Close(); err != nil {
		t.Fatal(err)
	}
	store, r := rebuilt(t, before.Path())
	var missing []string
	for _, m := range r.Missing {
		if m.InForce { // the file was also read as other bodies', without an effect now
			missing = append(missing, fmt.Sprint(m.Body.Unit, m.Year, " ", errors.Is(m.Err, data.ErrNoOriginal)))
		}
	}
	if !slices.Equal(missing, want) {
		t.Errorf("missing are %v, want %v", missing, want)
	}
	if got := len(rowsOf(t, store, `SELECT * FROM store.reports`)); got != reports-len(want) || r.Reports != got {
		t.Errorf("%d reports of %d", got, reports)
	}
}

// dropOriginal takes a file out of the originals, as if it had never been kept.
func dropOriginal(t *testing.T, store *data.Store, hash string) {
	t.Helper()
	zips, err := filepath.Glob(filepath.Join(data.OriginalsPath(store.Path()), "*.zip"))
	if err != nil || len(zips) == 0 {
		t.Fatal(zips, err)
	}
	for _, path := range zips {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		changed := bytes.ReplaceAll(content, []byte(hash), []byte(strings.Repeat("0", len(hash))))
		if err := os.WriteFile(path, changed, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := store.Original(hash); !errors.Is(err, data.ErrNoOriginal) {
		t.Fatal(err)
	}
}
