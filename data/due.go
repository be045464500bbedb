package data

import (
	"context"
	"database/sql"
)

// everyReport, given instead of an import's id, means that all reports are to be
// compared.
const everyReport int64 = 0

// noteComparison records, in the transaction that changes reports, that they still
// have to be compared with others.
func noteComparison(ctx context.Context, conn *sql.Conn, importID int64) error {
	_, err := conn.ExecContext(ctx, `INSERT INTO store.due SELECT 'compare', ? WHERE NOT EXISTS (SELECT 1 FROM store.due WHERE task = 'compare' AND import_id = ?)`, importID, importID)
	return err
}

// comparisonDone deletes that record, in the transaction that saves what the
// comparison found.
func comparisonDone(ctx context.Context, conn *sql.Conn) error {
	_, err := conn.ExecContext(ctx, `DELETE FROM store.due WHERE task = 'compare'`)
	return err
}

// finishDue finishes what a crash interrupted: it ends imports, and compares their
// reports with others.
func (s *Store) finishDue(ctx context.Context, conn *sql.Conn) error {
	imports, err := column[int64](ctx, conn, `SELECT import_id FROM store.due WHERE task = 'compare' ORDER BY import_id`)
	if err != nil {
		return err
	}
	if err := dropEmptyImports(ctx, conn); err != nil || len(imports) == 0 {
		return err
	}
	scope := textScope{every: len(imports) > 1 || imports[0] == everyReport, importID: imports[0]}
	var cut int
	err = s.compare(ctx, conn, scope, func() error {
		result, err := conn.ExecContext(ctx, `UPDATE store.imports SET finished_at = now(), imported = n.imported, replaced = n.replaced, last_report = n.last
			FROM (SELECT import_id, count(*) FILTER (previous IS NULL) AS imported, count(*) FILTER (previous IS NOT NULL) AS replaced, max(report_id) AS last
				FROM (SELECT import_id, previous, report_id FROM store.reports UNION ALL SELECT import_id, previous, report_id FROM store.revisions) GROUP BY import_id) n
			WHERE n.import_id = imports.import_id AND finished_at IS NULL`)
		if err == nil {
			n, _ := result.RowsAffected() // the DuckDB driver always knows
			cut = int(n)
		}
		return err
	})
	if err == nil && cut > 0 {
		s.notice(Notice{Kind: ImportsFinished, Count: cut})
	}
	return err
}

// dropEmptyImports deletes imports that a crash ended before they recorded anything, and
// ends those that only recorded that nothing could be saved.
func dropEmptyImports(ctx context.Context, conn *sql.Conn) error {
	const empty = `finished_at IS NULL AND import_id NOT IN (SELECT import_id FROM store.every_report)`
	for _, statement := range []string{
		`DELETE FROM store.steps WHERE import_id IN (SELECT import_id FROM store.imports WHERE ` + empty + `)`,
		`DELETE FROM store.imports WHERE ` + empty + ` AND import_id NOT IN (SELECT import_id FROM store.lines)`,
		`UPDATE store.imports SET finished_at = now() WHERE ` + empty,
	} {
		if _, err := conn.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}
