package data

import (
	"context"
	"database/sql"
	"strings"
)

// renamed is a report that is a copy of another one under another body or year.
type renamed struct {
	id, of      int64
	body        Body
	year        int
	file, sheet string
	inForce     bool
}

// relabel writes the reports that are copies of others under another body or year, and
// then puts in force what follows from the steps.
func (r *rebuild) relabel(ctx context.Context) error {
	list, err := r.readRenamed(ctx)
	if err != nil || len(list) == 0 {
		return err
	}
	return writeLinked(ctx, r.conn, func() error {
		var made []int64
		for _, c := range list {
			if !r.done[c.of] {
				r.result.Missing = append(r.result.Missing, Unread{Body: c.body, Year: c.year, File: c.file, Sheet: c.sheet, InForce: c.inForce, Err: ErrNotInFile})
				continue
			}
			if err := r.makeRenamed(ctx, c); err != nil {
				return err
			}
			r.done[c.id] = true
			made = append(made, c.id)
		}
		if len(made) == 0 {
			return nil
		}
		found, err := settlementOf(ctx, r.conn, `SELECT body_id, year FROM store.every_report WHERE report_id IN `+idList(made))
		if err != nil {
			return err
		}
		return r.store.apply(ctx, r.conn, found)
	})
}

// readRenamed lists the copies in the order in which they were made.
func (r *rebuild) readRenamed(ctx context.Context) (list []renamed, err error) {
	const head = `SELECT report_id, region, unit, year, file, sheet, import_id, `
	err = eachRow(ctx, r.conn, `SELECT l.new_report, l.old_report, n.region, n.unit, n.year, n.file, n.sheet, n.in_force
		FROM source.store.relabels l JOIN (`+head+`true AS in_force FROM source.store.reports UNION ALL `+head+`false FROM source.store.revisions UNION ALL `+head+`false FROM source.store.withdrawn) n
			ON n.report_id = l.new_report
		WHERE n.import_id NOT IN (SELECT import_id FROM source.store.imports WHERE sample) ORDER BY l.step_id, l.new_report`, func(rows *sql.Rows) error {
		var c renamed
		err := rows.Scan(&c.id, &c.of, &c.body.Region, &c.body.Unit, &c.year, &c.file, &c.sheet, &c.inForce)
		list = append(list, c)
		return err
	})
	return list, err
}

// makeRenamed copies a report that was read from its file, with the body, year and
// evidence recorded for the copy. It is not in force yet.
func (r *rebuild) makeRenamed(ctx context.Context, c renamed) error {
	everywhere := func(database, condition string) string {
		const fields = `* EXCLUDE (superseded_at)`
		return strings.Join([]string{
			`SELECT * FROM ` + database + `.store.reports WHERE ` + condition,
			`SELECT ` + fields + ` FROM ` + database + `.store.revisions WHERE ` + condition,
			`SELECT * FROM ` + database + `.store.withdrawn WHERE ` + condition,
		}, ` UNION ALL `)
	}
	for _, do := range []struct {
		statement string
		args      []any
	}{
		{`INSERT INTO store.cells SELECT * REPLACE (? AS report_id) FROM store.cells WHERE report_id = ? ORDER BY ordinal`, []any{c.id, c.of}},
		{`INSERT INTO store.prints SELECT * REPLACE (? AS report_id) FROM store.prints WHERE report_id = ? ORDER BY ordinal`, []any{c.id, c.of}},
		{`INSERT INTO store.documents SELECT * REPLACE (? AS report_id, (SELECT evidence FROM source.store.documents WHERE report_id = ?) AS evidence) FROM store.documents WHERE report_id = ?`, []any{c.id, c.id, c.of}},
		{`INSERT INTO store.withdrawn SELECT o.* REPLACE (n.report_id AS report_id, n.body_id AS body_id, n.region AS region, n.unit AS unit, n.year AS year, n.import_id AS import_id, n.imported_at AS imported_at, NULL AS previous)
			FROM (` + everywhere("nianbao", "report_id = ?") + `) o, (` + everywhere("source", "report_id = ?") + `) n`, []any{c.of, c.of, c.of, c.id, c.id, c.id}},
	} {
		if _, err := r.conn.ExecContext(ctx, do.statement, do.args...); err != nil {
			return err
		}
	}
	return nil
}

// amend recomputes what follows from corrected figures, since the files have the
// originals, and from further sources of reports.
func (r *rebuild) amend(ctx context.Context) error {
	found, err := settlementOf(ctx, r.conn, `SELECT DISTINCT body_id, year FROM store.every_report JOIN store.documents USING (report_id) WHERE kind <> 'form'`)
	if err != nil {
		return err
	}
	ids, err := column[int64](ctx, r.conn, `SELECT DISTINCT report_id FROM store.amended SEMI JOIN store.reports USING (report_id) ORDER BY report_id`)
	if err != nil {
		return err
	}
	found.amended = distinct(append(found.amended, ids...))
	return writeLinked(ctx, r.conn, func() error { return r.store.apply(ctx, r.conn, found) })
}
