package data

import (
	"errors"
	"path/filepath"
	"reflect"
	"testing"

	"nianbao/data/form"
)

func TestASavedViewSurvivesARoundTrip(t *testing.T) {
	s := openStore(t)
	q := Query{View: Outcomes, Rows: RegionRows, Across: YearAxis, Compare: true, FromYear: 2020, Units: []Body{{"北京市大兴区", "瀛海镇"}}, UnitKinds: []UnitKind{Town},
		Conditions: []Condition{{Column: penalty, Is: Between, Value: form.Count(1), Upper: form.Count(2)}}, Sort: []SortKey{{Column: penalty, Descending: true}}}
	if err := s.SaveView(t.Context(), SavedView{Name: " 处罚 ", Query: Query{}}); err != nil {
		t.Fatal(err)
	}
	if err := s.SaveView(t.Context(), SavedView{Name: "处罚", Query: q, Window: "{}"}); err != nil {
		t.Fatal(err)
	}
	if err := s.SaveView(t.Context(), SavedView{Name: "  "}); !errors.Is(err, ErrNoName) {
		t.Errorf("got %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = openAt(t, s.path)
	views, err := s.SavedViews(t.Context())
	if err != nil || len(views) != 1 || views[0].Name != "处罚" || views[0].Window != "{}" || !reflect.DeepEqual(views[0].Query, q) {
		t.Fatalf("%+v, %v", views, err)
	}
	if err := s.DeleteView(t.Context(), "处罚"); err != nil {
		t.Fatal(err)
	}
	if views, err = s.SavedViews(t.Context()); err != nil || len(views) != 0 {
		t.Errorf("%+v, %v", views, err)
	}
}

// figuresOfVersion2 is the view of figures from before there were corrections.
const figuresOfVersion2 = `SELECT c.report_id, CAST(c.position AS INTEGER) AS position, CAST(c.ordinal AS INTEGER) AS ordinal,
		CASE c.status WHEN 110 THEN 'number' WHEN 98 THEN 'blank' WHEN 47 THEN 'na' WHEN 116 THEN 'text' ELSE 'noted' END AS status,
		c.value, coalesce(p.raw, store.plain(c.status, c.value)) AS raw, p.sheet,
		coalesce(p.cell, store.letters(CAST(c.place & 16383 AS INTEGER)) || CAST((c.place >> 14) + 1 AS VARCHAR)) AS cell
	FROM store.cells c LEFT JOIN store.prints p ON p.report_id = c.report_id AND p.ordinal = c.ordinal`

// withoutSteps turns the schema into that of version 8.
func withoutSteps(t *testing.T, s *Store) {
	t.Helper()
	exec1(t, s, `DROP TABLE store.repairs`, `DROP TABLE store.sources`, `DROP VIEW store.known`, `DROP VIEW store.register`, `DROP VIEW store.names`, `DROP VIEW store.held`, `DROP TABLE store.edits`, `DROP TABLE store.rivals`, `DROP TABLE store.contains`, `ALTER TABLE store.documents DROP COLUMN kind`)
	exec1(t, s, `DROP VIEW store.figures`, `DROP VIEW store.composed`, `DROP TABLE store.taken`, `DROP VIEW store.printed`, `DROP VIEW store.pending`, `DROP VIEW store.amended`, `DROP VIEW store.done_amendments`, `DROP VIEW store.inactive`, `DROP VIEW store.every_report`,
		`CREATE VIEW store.figures AS `+figuresOfVersion2, `DROP VIEW store.decisions`, `ALTER TABLE store.decided DROP COLUMN step_id`, `ALTER TABLE store.decided RENAME TO decisions`,
		`ALTER TABLE store.imports ADD COLUMN undone_at TIMESTAMPTZ`, `DROP TABLE store.steps`, `DROP TABLE store.withdrawn`, `DROP TABLE store.relabels`, `DROP TABLE store.amendments`, `DROP TABLE store.lines`, `DROP TABLE store.answers`)
	exec1(t, s, `ALTER TABLE store.corrections DROP COLUMN step_id`, `DELETE FROM main.schema_version WHERE version > 8`)
}

func TestAFileFromBeforeStepsKeepsItsDecisionsAndUndoneImports(t *testing.T) {
	s := openStore(t)
	r := realReport(t, "daxing_yinghai_2023")
	save(t, s, set(t, r, "applications/received/total", "99"))
	found, err := s.Findings(t.Context(), FindingFilter{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Decide(t.Context(), found[0], Ignored, "已核实"); err != nil {
		t.Fatal(err)
	}
	withoutSteps(t, s)
	exec1(t, s, `INSERT INTO store.imports (import_id, label, sample, started_at, finished_at, imported, replaced, unchanged, last_report, undone_at) VALUES (2, '旧', false, now(), now(), 1, 0, 0, 0, now())`)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = openAt(t, s.path)
	if again, err := s.Findings(t.Context(), FindingFilter{}); err != nil || again[0].Decision != Ignored || again[0].Note != "已核实" {
		t.Errorf("%+v %v", again[0], err)
	}
	list, err := s.Imports(t.Context())
	if err != nil || len(list) != 2 || list[0].Undone.IsZero() || list[0].CanRedo || !list[1].CanUndo {
		t.Errorf("%+v %v", list, err)
	}
	if step, err := s.NextUndo(t.Context()); err != nil || step.Import != 1 {
		t.Errorf("%+v %v", step, err)
	} else if effect, err := s.UndoStep(t.Context(), step.ID); err != nil || effect.Withdrawn != 1 {
		t.Errorf("%+v %v", effect, err)
	}
}

func TestAFileOfAnEarlierVersionIsUpgradedAndKeepsItsReports(t *testing.T) {
	s := openStore(t)
	save(t, s, town(t, "甲镇", 2023))
	q := Query{View: Outcomes}
	before := answer(t, s, q).Rows
	withoutSteps(t, s)
	exec1(t, s, `DROP TABLE store.saved_views`, `DROP TABLE store.corrections`, `DROP TABLE store.compact`, `DROP TABLE store.metrics`, `DROP TABLE store.kept_originals`, `DROP TABLE store.due`, `DROP TABLE store.links`, `ALTER TABLE store.batches DROP COLUMN last_report`, `DELETE FROM main.schema_version WHERE version > 2`)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = openAt(t, s.path)
	if err := s.SaveView(t.Context(), SavedView{Name: "全部"}); err != nil {
		t.Fatal(err)
	}
	if got := one(t, s, `SELECT count(*) || ' ' || (SELECT count(*) FROM store.saved_views) || ' ' || (SELECT max(version) FROM main.schema_version) FROM reports`); got != "1 1 12" {
		t.Errorf("got %s", got)
	}
	copied, err := filepath.Glob(s.path + ".schema2.bak")
	if err != nil || len(copied) != 1 {
		t.Errorf("the file of before was not copied: %v %v", copied, err)
	}
	if after := answer(t, s, q).Rows; !reflect.DeepEqual(after, before) || len(after) != 1 {
		t.Errorf("the table has %+v, had %+v", after, before)
	}
}
