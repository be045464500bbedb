package data

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"time"

	"nianbao/data/form"
)

// derivedTables are the tables whose rows follow from the originals, from the form or from the
// file itself. A rebuild computes them, and copies all others, which hold what was recorded.
func derivedTables() []string {
	return append([]string{"columns", "generated", "checked", "due", "links", "kept_originals", "contains"}, tablesOfReport...)
}

// recordTables lists the tables to copy.
func (r *rebuild) recordTables(ctx context.Context) ([]string, error) {
	var tables []string
	err := eachRow(ctx, r.conn, `SELECT table_name FROM duckdb_tables() WHERE database_name = 'nianbao' AND schema_name = 'store' ORDER BY table_name`, func(rows *sql.Rows) error {
		var name string
		err := rows.Scan(&name)
		if !slices.Contains(derivedTables(), name) {
			tables = append(tables, name)
		}
		return err
	})
	return tables, err
}

func (r *rebuild) copyRecords(ctx context.Context) error {
	tables, err := r.recordTables(ctx)
	if err != nil {
		return err
	}
	return inTransaction(ctx, r.conn, func() error {
		for _, table := range tables {
			if _, err := r.conn.ExecContext(ctx, `INSERT INTO store.`+table+` BY NAME SELECT * FROM source.store.`+table); err != nil {
				return err
			}
		}
		return nil
	})
}

// recorded is what the database records about one report besides its figures.
type recorded struct {
	id         int64
	body       int
	report     form.Report // body, year, file, sheet, hash and the user's evidence
	importID   int64
	importedAt time.Time
	previous   int64
	superseded time.Time // zero if it is in force, or withdrawn
	withdrawn  bool
	figures    int
	taken      bool
}

// readRecorded reads the records of all reports and groups them by file, in the order in
// which they were imported. The program's own examples are left out.
func (r *rebuild) readRecorded(ctx context.Context) error {
	const head = `SELECT report_id, body_id, unit, region, agency, year, file, sheet, hash, import_id, imported_at, coalesce(previous, 0), figures, `
	samples := map[int64]int64{} // report → the one it superseded
	var shown []int64            // samples in force
	err := eachRow(ctx, r.conn, `WITH all_reports AS (`+head+`NULL AS superseded_at, false AS withdrawn FROM source.store.reports UNION ALL `+head+`superseded_at, false FROM source.store.revisions
			UNION ALL `+head+`NULL, true FROM source.store.withdrawn)
		SELECT a.*, CASE WHEN contains(evidence, '"user"') THEN evidence ELSE '' END, import_id IN (SELECT import_id FROM source.store.imports WHERE sample) FROM all_reports a LEFT JOIN source.store.documents USING (report_id)
		WHERE report_id NOT IN (SELECT new_report FROM source.store.relabels WHERE new_report IS NOT NULL) ORDER BY report_id`,
		func(rows *sql.Rows) error {
			var p recorded
			var superseded sql.NullTime
			var evidence sql.NullString
			var isSample bool
			f := &p.report
			err := rows.Scan(&p.id, &p.body, &f.Unit, &f.Region, &f.Agency, &f.Year, &f.File, &f.Sheet, &f.Hash, &p.importID, &p.importedAt, &p.previous, &p.figures, &superseded, &p.withdrawn, &evidence, &isSample)
			if err == nil && evidence.String != "" {
				err = json.Unmarshal([]byte(evidence.String), &f.Evidence)
			}
			p.superseded = superseded.Time
			if isSample {
				samples[p.id] = p.previous
				if p.superseded.IsZero() && !p.withdrawn {
					shown = append(shown, p.id)
				}
				return err
			}
			r.recorded = append(r.recorded, p)
			return err
		})
	if err != nil {
		return err
	}
	r.withoutSamples(samples, shown)
	r.gather(ctx)
	return r.readNames(ctx)
}

// readNames reads the names of each body.
func (r *rebuild) readNames(ctx context.Context) error {
	r.names = map[int][]Body{}
	return eachRow(ctx, r.conn, `SELECT body_id, region, unit FROM source.store.bodies
		UNION ALL SELECT body_id, CASE WHEN n.region = '' THEN b.region ELSE n.region END, n.name FROM source.store.names n JOIN source.store.bodies b USING (body_id)`, func(rows *sql.Rows) error {
		var id int
		var b Body
		err := rows.Scan(&id, &b.Region, &b.Unit)
		r.names[id] = append(r.names[id], b)
		return err
	})
}

// withoutSamples restores the reports that the program's examples had superseded, as
// removing the examples does: their originals are not kept.
func (r *rebuild) withoutSamples(samples map[int64]int64, shown []int64) {
	r.result.Samples = len(samples)
	again := map[int64]bool{}
	for _, id := range shown {
		for isSample := true; isSample; _, isSample = samples[id] {
			id = samples[id]
		}
		again[id] = true
	}
	for i := range r.recorded {
		if again[r.recorded[i].id] {
			r.recorded[i].superseded = time.Time{}
		}
	}
}

// gather groups the recorded reports by file.
func (r *rebuild) gather(ctx context.Context) {
	type origin struct {
		hash, file string
		withdrawn  bool // a withdrawn report may have been read as another body's
	}
	at := map[origin]int{}
	r.known = map[reportKey]bool{}
	for i := range r.recorded {
		f := &r.recorded[i].report
		r.known[reportKeyOf(f)] = true
		key := origin{f.Hash, f.File, r.recorded[i].withdrawn}
		n, ok := at[key]
		if !ok {
			n = len(r.files)
			at[key] = n
			r.files = append(r.files, StoredFile{Hash: f.Hash, Path: f.File, Content: func() ([]byte, error) { return r.originals.read(ctx, f.Hash) }})
			r.reportsOf = append(r.reportsOf, nil)
		}
		r.files[n].Reports = append(r.files[n].Reports, *f)
		r.reportsOf[n] = append(r.reportsOf[n], i)
	}
}

// copyOriginals copies all originals into the new database, including those that no
// report needs any more.
func (r *rebuild) copyOriginals(ctx context.Context) error {
	_, err := r.conn.ExecContext(ctx, `INSERT INTO store.kept_originals SELECT * FROM source.store.kept_originals`)
	if err != nil {
		return err
	}
	k := originalCopier{conn: r.conn, table: `store.kept_originals`}
	err = k.copyBeside(ctx, r.from)
	r.result.Originals = len(k.hashes)
	return err
}
