package data

import (
	"context"
	"database/sql"
	"strings"

	"nianbao/data/form"
)

// savedReports is what an import knows about the database, so that it can tell
// without a query whether a report is new.
type savedReports struct {
	inForce    map[reportKey]known
	revisions  map[revision]bool // every report ever saved, by where it came from
	bodies     map[[2]string]int // region, unit → body id
	nextReport int64
	nextBody   int
}

// reportKey names a report: two reports with the same key are revisions of one.
type reportKey struct {
	region, unit string
	year         int
}

type known struct {
	id                 int64
	digest, textDigest string
}

// revision identifies what was read from one place.
type revision struct {
	reportKey
	hash, sheet, digest string
}

func reportKeyOf(r *form.Report) reportKey { return reportKey{r.Region, r.Unit, r.Year} }

func (e *storedReport) revision() revision {
	return revision{reportKeyOf(&e.report), e.report.Hash, e.report.Sheet, e.digest}
}

func readSavedReports(ctx context.Context, conn *sql.Conn) (*savedReports, error) {
	l := &savedReports{inForce: map[reportKey]known{}, revisions: map[revision]bool{}, bodies: map[[2]string]int{}}
	err := eachRow(ctx, conn, `SELECT report_id, region, unit, year, hash, sheet, digest, text_digest, true FROM store.reports
		UNION ALL SELECT report_id, region, unit, year, hash, sheet, digest, text_digest, false FROM store.revisions`, func(rows *sql.Rows) error {
		var k known
		var v revision
		var inForce bool
		err := rows.Scan(&k.id, &v.region, &v.unit, &v.year, &v.hash, &v.sheet, &v.digest, &k.textDigest, &inForce)
		k.digest = v.digest
		if inForce {
			l.inForce[v.reportKey] = k
		}
		l.revisions[v] = true
		l.nextReport = max(l.nextReport, k.id)
		return err
	})
	if err != nil {
		return nil, err
	}
	err = eachRow(ctx, conn, `SELECT body_id, region, unit FROM store.bodies`, func(rows *sql.Rows) error {
		var b body
		err := rows.Scan(&b.id, &b.region, &b.unit)
		l.bodies[[2]string{b.region, b.unit}] = b.id
		l.nextBody = max(l.nextBody, b.id)
		return err
	})
	if err != nil {
		return nil, err
	}
	last, err := lastReport(ctx, conn)
	l.nextReport, l.nextBody = max(l.nextReport, last)+1, l.nextBody+1
	return l, err
}

// lastReport is the highest report id in any table. Ids are never reused, so rows
// that outlive their report can never be taken for those of another.
func lastReport(ctx context.Context, conn *sql.Conn) (last int64, err error) {
	highest := []string{`SELECT max(last_report) AS id FROM store.imports`, `SELECT max(last_report) FROM store.batches`}
	for _, table := range tablesOfReport {
		highest = append(highest, `SELECT max(report_id) FROM store.`+table)
	}
	err = conn.QueryRowContext(ctx, `SELECT coalesce(max(id), 0) FROM (`+strings.Join(highest, ` UNION ALL `)+`)`).Scan(&last)
	return last, err
}

// body returns the id of a body; isNew says that it had none before.
func (l *savedReports) body(r *form.Report) (id int, isNew bool) {
	key := [2]string{r.Region, r.Unit}
	if id, ok := l.bodies[key]; ok {
		return id, false
	}
	id = l.nextBody
	l.nextBody++
	l.bodies[key] = id
	return id, true
}

// querier runs queries: the database or one connection of it.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// eachRow runs a query and calls scan for each row.
func eachRow(ctx context.Context, q querier, query string, scan func(*sql.Rows) error, args ...any) error {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return duckdbError(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return duckdbError(rows.Err())
}
