package data

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/duckdb/duckdb-go/v2"
)

func TestTheViewsHaveTheDocumentedColumnsAndTypes(t *testing.T) {
	s := openStore(t)
	columns, err := s.ViewColumns(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got := map[string][]string{}
	types := map[string]string{}
	for _, c := range columns {
		got[c.View] = append(got[c.View], c.Column)
		types[c.View+"."+c.Column] = c.Type
	}
	want := map[string]string{
		"reports":  "report_id unit region agency year edition title file sheet imported_at figures findings scope source_kind",
		"figures":  "report_id unit region year edition table_id item_id column_id value status raw file sheet cell",
		"sources":  "report_id unit region year file sheet source_kind imported_at figures confirms contradicts",
		"bodies":   "body_id unit region agency kind parent_id names expected",
		"findings": "report_id unit year rule severity table_id item_id column_id left_value right_value difference message verdict repair",
	}
	for view, names := range want {
		if !reflect.DeepEqual(got[view], strings.Fields(names)) {
			t.Errorf("%s has %v", view, got[view])
		}
	}
	for view, width := range map[string]int{"applications": 5 + 4*7, "outcomes": 5 + 26, "enforcement": 5 + 12, "disputes": 5 + 15} {
		if len(got[view]) != width {
			t.Errorf("%s has %d columns: %v", view, len(got[view]), got[view])
		}
	}
	for _, column := range []string{"figures.value", "findings.left_value", "findings.difference", "applications.received_total", "outcomes.refused", "enforcement.penalty_decisions", "disputes.litigation_after_upheld"} {
		if types[column] != "DECIMAL(18,6)" {
			t.Errorf("%s is %q", column, types[column])
		}
	}
}

func TestValuesOfAnAnswerAreFormattedForPeople(t *testing.T) {
	s := openStore(t)
	answer, err := s.SQL(t.Context(), `SELECT 2390.000000 AS a, 0.50::DECIMAL(18,6) AS a, NULL AS b, '1.500' AS c, 100::BIGINT AS d, [1.50] AS e, 0.1::DOUBLE AS f, true AS g; -- done`, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for i, v := range answer.Rows[0] {
		texts = append(texts, answer.Columns[i].Name+"="+v.String)
	}
	if got := strings.Join(texts, " "); got != "a=2390 a_1=0.5 b= c=1.500 d=100 e=[1.50] f=0.1 g=true" {
		t.Errorf("got %s", got)
	}
	if answer.Rows[0][2].Valid || !answer.Columns[0].IsNumeric || answer.Columns[3].IsNumeric || answer.Columns[5].IsNumeric {
		t.Errorf("%+v", answer)
	}
}

func TestStatementsThatOnlyReadAreAllowed(t *testing.T) {
	s := openStore(t)
	save(t, s, realReport(t, "daxing_yinghai_2023"))
	for _, statement := range []string{
		`FROM reports`, `SELECT 1;`, `DESCRIBE reports`, `SUMMARIZE enforcement`, `SHOW TABLES`, `VALUES (1), (2)`,
		`WITH x AS (SELECT 1 AS n) SELECT * FROM x -- with a comment`, "/* 先看 */ SELECT unit\nFROM reports\n;\n",
		`SELECT ';' AS "drop table reports"`, `PIVOT figures ON item_id IN ('penalty') USING sum(value) GROUP BY unit`,
	} {
		if answer, err := s.SQL(t.Context(), statement, Limits{}); err != nil || len(answer.Columns) == 0 {
			t.Errorf("%s: %v", statement, err)
		}
	}
}

func TestStatementsThatWriteOrAreSeveralAreRefused(t *testing.T) {
	s := openStore(t)
	save(t, s, realReport(t, "daxing_yinghai_2023"))
	other := filepath.Join(t.TempDir(), "other")
	for _, statement := range []string{
		`DROP VIEW reports`, `DROP TABLE store.wide; SELECT 1`, `SELECT 1; DROP TABLE store.wide`, `DELETE FROM store.reports`, `UPDATE store.wide SET year = 1`,
		`INSERT INTO store.bodies VALUES (9, '', '')`, `CREATE TABLE t (a INTEGER)`, `CREATE TABLE memory.t (a INTEGER)`, `CREATE TEMP TABLE t AS SELECT 1`,
		`COPY reports TO '` + other + `'`, `COPY (SELECT 1) TO '` + other + `' (FORMAT parquet)`, `EXPORT DATABASE '` + other + `'`, `ATTACH '` + other + `'`,
		`DETACH nianbao`, `USE memory`, `INSTALL httpfs`, `LOAD httpfs`, `SET threads = 1`, `SET enable_external_access = true`, `RESET lock_configuration`,
		`PRAGMA memory_limit = '8GB'`, `CHECKPOINT`, `BEGIN`, `COMMIT`, `EXPLAIN ANALYZE DELETE FROM store.reports`, `CALL pragma_version()`, `PREPARE p AS SELECT 1`,
		`SELECT ?`, `SELECT $1`, ``, `;`, `WITH x AS (DELETE FROM store.reports RETURNING *) SELECT * FROM x`, `SELECT * FROM query('DROP VIEW reports')`,
		`SELECT 1) UNION ALL (SELECT 2`, `SELEC 1`, `SELECT nothing FROM reports`,
		`SELECT * FROM read_csv('/etc/passwd')`, `SELECT * FROM read_text('/etc/passwd')`, `FROM '/etc/passwd'`, `SELECT * FROM glob('/*')`,
		`WITH x AS (SELECT (SELECT max(size) FROM read_blob('` + s.Path() + `'))) FROM x`, `DESCRIBE '` + s.Path() + `'`, `FROM query('SELECT 1')`,
		`SELECT * FROM read_parquet('http://127.0.0.1/x.parquet')`, `SELECT * FROM read_blob('` + s.Path() + `')`,
	} {
		if answer, err := s.SQL(t.Context(), statement, Limits{}); err == nil && len(answer.Rows) > 0 {
			t.Errorf("%s gives %d rows", statement, len(answer.Rows))
		}
	}
	if _, err := os.Stat(other); !errors.Is(err, os.ErrNotExist) {
		t.Error("a statement wrote a file")
	}
	if got := one(t, s, `SELECT count(*), (SELECT count(*) FROM store.wide WHERE year = 2023), (SELECT count(*) FROM duckdb_tables() WHERE database_name = 'memory') FROM reports`); got != "1·1·0" {
		t.Errorf("the store has changed: %s", got)
	}
}

func TestAWritingStatementIsDistinguishedFromAMistake(t *testing.T) {
	s := openStore(t)
	for _, statement := range []string{`DELETE FROM store.reports`, `SELECT 1; SELECT 2`, `COPY (SELECT 1) TO STDOUT`} {
		if _, err := s.SQL(t.Context(), statement, Limits{}); !errors.Is(err, ErrNotReadOnly) {
			var failure *duckdb.Error
			if !errors.As(err, &failure) || failure.Type != duckdb.ErrorTypePermission {
				t.Errorf("%s: %v", statement, err)
			}
		}
	}
	if _, err := s.SQL(t.Context(), `SELECT unti FROM reports`, Limits{}); err == nil || !strings.Contains(err.Error(), "unti") || errors.Is(err, ErrNotReadOnly) {
		t.Errorf("got %v", err)
	}
}

func TestStatementsAreLimitedInTimeAndRows(t *testing.T) {
	s := openStore(t)
	const endless = `SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range * b.range % 7 = 3`
	if _, err := s.SQL(t.Context(), endless, Limits{Timeout: 50 * time.Millisecond}); !errors.Is(err, ErrTimeout) {
		t.Errorf("got %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	go cancel()
	if _, err := s.SQL(ctx, endless, Limits{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	answer, err := s.SQL(t.Context(), `SELECT * FROM range(100000000000) ORDER BY 1`, Limits{Rows: 5, Timeout: 50 * time.Millisecond})
	if err == nil && (len(answer.Rows) != 5 || !answer.IsCut) || err != nil && !errors.Is(err, ErrTimeout) {
		t.Errorf("%v, %v", answer, err)
	}
	answer, err = s.SQL(t.Context(), `FROM range(1000000)`, Limits{Rows: 5})
	if err != nil || len(answer.Rows) != 5 || !answer.IsCut || answer.Rows[4][0].String != "4" {
		t.Errorf("%v, %v", answer, err)
	}
	if got := one(t, s, `SELECT 1`); got != "1" {
		t.Errorf("after a timeout: %s", got)
	}
}
