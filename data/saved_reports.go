package data

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"nianbao/data/form"
)

// savedReports is what an import knows about the database, so that it can tell without a
// query whether a report is new.
type savedReports struct {
	inForce    map[reportKey]known
	revisions  map[revision]bool // every saved report, by its origin
	bodies     map[Body]int
	hidden     map[Body]bool             // bodies that are not in the register because the steps that entered them are undone
	byName     map[string][]namedBody    // bodies of the register, by each of their names
	byStem     map[string][]stemmedBody  // the same, by stemKey
	bySheet    map[[2]string][]reportKey // of a hash and a sheet; nil until it is needed
	regions    map[string]bool           // of the bodies, and the places that they lie in
	fuller     map[string]string         // results of fullRegion
	declined   map[rivalry]bool          // files that the user was asked to choose from in an earlier import; those that are not in force were not chosen
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
	kind               form.SourceKind
	others             []otherSource // further sources, the highest first
}

// otherSource is a source of a report that is not the one in force.
type otherSource struct {
	id     int64
	digest string
	kind   form.SourceKind
}

// revision identifies the content read from one place.
type revision struct {
	reportKey
	hash, sheet, digest string
}

func reportKeyOf(r *form.Report) reportKey { return reportKey{r.Region, r.Unit, r.Year} }

func (e *storedReport) revision() revision {
	return revision{reportKeyOf(&e.report), e.report.Hash, e.report.Sheet, e.digest}
}

// remember records a report that is being saved.
func (l *savedReports) remember(e *storedReport) {
	key := reportKeyOf(&e.report)
	l.revisions[e.revision()] = true
	now := known{id: e.id, digest: e.digest, textDigest: e.textDigest, kind: e.report.Kind}
	if !e.isOneOfSeveral {
		l.inForce[key] = now
		return
	}
	was := l.inForce[key]
	all := map[int64]known{e.id: now, was.id: {id: was.id, digest: was.digest, textDigest: was.textDigest, kind: was.kind}}
	for _, o := range was.others {
		all[o.id] = known{id: o.id, digest: o.digest, kind: o.kind}
	}
	first := all[e.sources[0]]
	for _, id := range e.sources[1:] {
		first.others = append(first.others, otherSource{id, all[id].digest, all[id].kind})
	}
	l.inForce[key] = first
}

func readSavedReports(ctx context.Context, conn *sql.Conn) (*savedReports, error) {
	l := &savedReports{inForce: map[reportKey]known{}, revisions: map[revision]bool{}, bodies: map[Body]int{}, hidden: map[Body]bool{}, byName: map[string][]namedBody{}, byStem: map[string][]stemmedBody{}, regions: map[string]bool{}, fuller: map[string]string{}, declined: map[rivalry]bool{}}
	err := eachRow(ctx, conn, `SELECT r.*, coalesce(d.kind, 'form') FROM (SELECT report_id, region, unit, year, hash, sheet, digest, text_digest, true FROM store.reports
		UNION ALL SELECT report_id, region, unit, year, hash, sheet, digest, text_digest, false FROM store.revisions) r LEFT JOIN store.documents d USING (report_id)`, func(rows *sql.Rows) error {
		var k known
		var v revision
		var inForce bool
		err := rows.Scan(&k.id, &v.region, &v.unit, &v.year, &v.hash, &v.sheet, &v.digest, &k.textDigest, &inForce, &k.kind)
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
	err = eachRow(ctx, conn, `SELECT r.region, r.unit, r.year, s.source_id, v.digest, coalesce(d.kind, 'form') FROM store.sources s JOIN store.reports r USING (report_id)
		JOIN store.revisions v ON v.report_id = s.source_id LEFT JOIN store.documents d ON d.report_id = s.source_id ORDER BY s.report_id, s.rank`, func(rows *sql.Rows) error {
		var key reportKey
		var o otherSource
		err := rows.Scan(&key.region, &key.unit, &key.year, &o.id, &o.digest, &o.kind)
		k := l.inForce[key]
		k.others = append(k.others, o)
		l.inForce[key] = k
		return err
	})
	if err != nil {
		return nil, err
	}
	// A body of the register comes after a body of the same name that is not in it, and
	// so replaces it.
	err = eachRow(ctx, conn, `SELECT body_id, region, unit, body_id IN (SELECT body_id FROM store.known) AS known FROM store.bodies ORDER BY known`, func(rows *sql.Rows) error {
		var id int
		var b Body
		var known bool
		err := rows.Scan(&id, &b.Region, &b.Unit, &known)
		l.bodies[b], l.hidden[b] = id, !known
		l.nextBody = max(l.nextBody, id)
		return err
	})
	if err != nil {
		return nil, err
	}
	if err := l.readNames(ctx, conn); err != nil {
		return nil, err
	}
	err = eachRow(ctx, conn, `SELECT region, unit, year, hash, sheet FROM store.rivals`, func(rows *sql.Rows) error {
		var r rivalry
		err := rows.Scan(&r.region, &r.unit, &r.year, &r.hash, &r.sheet)
		l.declined[r] = true
		return err
	})
	if err != nil {
		return nil, err
	}
	last, err := lastReport(ctx, conn)
	l.nextReport, l.nextBody = max(l.nextReport, last)+1, l.nextBody+1
	return l, err
}

// lastReport is the highest report id in any table. Ids are never reused, so rows that
// outlive their report can never be taken for those of another.
func lastReport(ctx context.Context, conn *sql.Conn) (last int64, err error) {
	highest := []string{`SELECT max(last_report) AS id FROM store.imports`, `SELECT max(last_report) FROM store.batches`}
	for _, table := range tablesOfReport {
		highest = append(highest, `SELECT max(report_id) FROM store.`+table)
	}
	err = conn.QueryRowContext(ctx, `SELECT coalesce(max(id), 0) FROM (`+strings.Join(highest, ` UNION ALL `)+`)`).Scan(&last)
	return last, err
}

// body returns the id of a body; isNew says that it did not have one.
func (l *savedReports) body(r *form.Report) (id int, isNew bool) {
	b := Body{r.Region, r.Unit}
	id, ok := l.bodies[b]
	if !ok {
		id = l.nextBody
		l.nextBody++
		l.bodies[b] = id
	}
	if !ok || l.hidden[b] {
		l.hidden[b] = false
		l.addName(r.Unit, namedBody{b, r.Region, true})
	}
	return id, !ok
}

// Stored returns the body and year of the only report that is stored from a sheet of the
// file with a hash; ok is false if there is none, or several.
func (imp *Import) Stored(hash, sheet string) (region, unit string, year int, ok bool) {
	if imp.saved.bySheet == nil {
		imp.saved.bySheet = map[[2]string][]reportKey{}
		for v := range imp.saved.revisions {
			at := [2]string{v.hash, v.sheet}
			if !slices.Contains(imp.saved.bySheet[at], v.reportKey) {
				imp.saved.bySheet[at] = append(imp.saved.bySheet[at], v.reportKey)
			}
		}
	}
	if list := imp.saved.bySheet[[2]string{hash, sheet}]; len(list) == 1 {
		return list[0].region, list[0].unit, list[0].year, true
	}
	return "", "", 0, false
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

// column runs a query with one column and returns its values.
func column[T any](ctx context.Context, q querier, query string, args ...any) (values []T, err error) {
	err = eachRow(ctx, q, query, func(rows *sql.Rows) error {
		var v T
		err := rows.Scan(&v)
		values = append(values, v)
		return err
	}, args...)
	return values, err
}
