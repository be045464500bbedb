package data

import (
	"database/sql"
	"path/filepath"
	"reflect"
	"testing"

	"nianbao/data/form"
)

// The test covers texts that are derived when they are read, and texts that are stored as
// printed.
func TestTheAddressAndTextOfAFigureAreStoredExactly(t *testing.T) {
	s := openStore(t)
	r := form.Report{Unit: "示例镇", Year: 2023, Edition: "2021", Sheet: "年报", Narrative: nil}
	cells := []string{"A1", "Z26", "AA1", "AZ9", "BA10", "ZZ100", "AAA7", "AMJ1048576", "XFD1", "XFE1", "A0", "A01", "a1", "A1048577", "", "12", "第3张表第2行第4列", "ABCD1", "A"}
	figures := []form.Figure{
		{Status: form.StatusNumber, Raw: "0"}, {Status: form.StatusNumber, Raw: "0.0"}, {Status: form.StatusNumber, Value: form.Count(12), Raw: "12"},
		{Status: form.StatusNumber, Value: form.Count(2390), Raw: "2，390"}, {Status: form.StatusNumber, Value: 24252311082, Raw: "24252.311082"},
		{Status: form.StatusNumber, Value: -500000, Raw: "-0.5"}, {Status: form.StatusNumber, Value: -form.Count(18), Raw: "-18"}, {Status: form.StatusNumber, Value: form.MaxNumber, Raw: "999999999999.999999"},
		{Status: form.StatusBlank, Raw: ""}, {Status: form.StatusBlank, Raw: "\u00a0"}, {Status: form.StatusNA, Raw: "/"}, {Status: form.StatusNA, Raw: "—"},
		{Status: form.StatusText, Raw: "见附件"}, {Status: form.StatusText, Raw: "坏\x1f\x00字"}, {Status: form.StatusNoted, Value: form.Count(22), Raw: "22（其中修订 16 件）"},
	}
	for i, k := range form.EditionByID("2021").Keys() {
		f := figures[i%len(figures)]
		f.Key, f.Source = k, form.Source{Sheet: []string{"年报", "续表", ""}[i%3], Cell: cells[i%len(cells)]}
		r.Figures = append(r.Figures, f)
	}
	saved := save(t, s, r)
	got, err := s.Report(t.Context(), saved[0].ReportID)
	if err != nil || !reflect.DeepEqual(got.Figures, r.Figures) {
		for i := range got.Figures {
			if got.Figures[i] != r.Figures[i] {
				t.Errorf("got %+v, want %+v", got.Figures[i], r.Figures[i])
			}
		}
		t.Fatal(err)
	}
	compareViews(t, s, saved[0].ReportID, r)
	index := r.Index()
	rows, err := s.Rows(t.Context(), Query{Rows: FigureRows}, Page{Limit: mostAtOnce})
	if err != nil || len(rows) == 0 {
		t.Fatal(len(rows), err)
	}
	for _, row := range rows {
		if f := index[row.Measure.Key]; f == nil || row.Cells[0] != (Cell{Status: f.Status, Value: f.Value, Raw: f.Raw}) || row.Source != f.Source {
			t.Errorf("the row of %s says %+v at %+v, want %+v", row.Measure.Key, row.Cells[0], row.Source, f)
		}
	}
}

func TestFiguresOfTheFirstSchemaVersionAreKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "old.duckdb")
	steps, err := migrations(migrationFiles)
	if err != nil {
		t.Fatal(err)
	}
	db, err := connect(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	migrateOn(t, db, path, steps[:1])
	for _, row := range []string{`(1, 5, 0, 'number', 12000000, '12', '年报', 'H3')`, `(1, 7, 1, 'blank', NULL, ' ', '续表', '')`, `(1, 6, 2, 'noted', 22000000, '22（修订）', '年报', '第2行')`} {
		if _, err := db.Exec(`INSERT INTO store.figures VALUES ` + row); err != nil {
			t.Fatal(err)
		}
	}
	migrateOn(t, db, path, steps)
	var got string
	err = db.QueryRow(`SELECT string_agg(position || status || coalesce(value, -1) || raw || sheet || cell, ';' ORDER BY ordinal) FROM store.figures`).Scan(&got)
	if want := "5number1200000012年报H3;7blank-1 续表;6noted2200000022（修订）年报第2行"; err != nil || got != want {
		t.Errorf("got %s, %v", got, err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func migrateOn(t *testing.T, db *sql.DB, path string, steps []migration) {
	t.Helper()
	conn, err := db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if err := migrate(t.Context(), conn, path, steps); err != nil {
		t.Fatal(err)
	}
}
