package data

import (
	"context"
	"database/sql"
	"fmt"

	"nianbao/data/form"
)

// Corrections lists what the user has said about the body and year of files, the latest
// first, without steps that are undone.
func (s *Store) Corrections(ctx context.Context) ([]form.Correction, error) {
	var list []form.Correction
	err := eachRow(ctx, s.db, `SELECT file, sheet, title, found, found_year, region, unit, year FROM (
		SELECT c.*, c.rowid AS number, row_number() OVER (PARTITION BY file, sheet ORDER BY c.rowid DESC) AS n
			FROM store.corrections c WHERE step_id IS NULL OR step_id NOT IN (SELECT step_id FROM store.steps WHERE undone_at IS NOT NULL))
		WHERE n = 1 ORDER BY number DESC`, func(rows *sql.Rows) error {
		var c form.Correction
		err := rows.Scan(&c.File, &c.Sheet, &c.Title, &c.Found, &c.FoundYear, &c.Region, &c.Unit, &c.Year)
		if !c.IsSame() {
			list = append(list, c)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list the corrections: %w", err)
	}
	return list, nil
}

// Remember saves corrections in a running import. The latest one for a file and sheet
// counts; one that agrees with the file cancels the earlier ones.
func (imp *Import) Remember(ctx context.Context, list []form.Correction) error {
	if imp.done {
		return ErrBadImportState
	}
	imp.awaitBatch(ctx) // the connection may be writing a batch
	for i := range list {
		if err := writeLinked(ctx, imp.conn, func() error { return remember(ctx, imp.conn, imp.step, &list[i]) }); err != nil {
			return fmt.Errorf("remember a correction of %s: %w", list[i].File, err)
		}
	}
	return nil
}

func remember(ctx context.Context, conn *sql.Conn, step int64, c *form.Correction) error {
	_, err := conn.ExecContext(ctx, `INSERT INTO store.corrections VALUES (?, ?, ?, ?, ?, ?, ?, ?, now(), ?)`,
		c.File, c.Sheet, c.Title, c.Found, c.FoundYear, c.Region, c.Unit, c.Year, step)
	return err
}

// Withdraw takes back a report that the user has assigned to another body or year, after it was
// saved again under that. The report that it had superseded is in force again.
func (imp *Import) Withdraw(ctx context.Context, reportID int64) error {
	if imp.done {
		return ErrBadImportState
	}
	imp.flush(ctx)
	if err := imp.uncount(ctx, reportID); err != nil {
		return fmt.Errorf("take back report %d: %w", reportID, err)
	}
	err := writeLinked(ctx, imp.conn, func() error {
		_, err := imp.conn.ExecContext(ctx, `INSERT INTO store.relabels VALUES (?, ?, NULL, '')`, imp.step, reportID)
		if err != nil {
			return err
		}
		return imp.store.settleReport(ctx, imp.conn, reportID)
	})
	if err != nil {
		return fmt.Errorf("take back report %d: %w", reportID, err)
	}
	imp.withdrawn = true
	if err := imp.reread(ctx); err != nil {
		return fmt.Errorf("take back report %d: %w", reportID, err)
	}
	return nil
}

// uncount subtracts a report that is about to be withdrawn from the counts of this import in
// the history.
func (imp *Import) uncount(ctx context.Context, reportID int64) error {
	if reportID < imp.first {
		return nil
	}
	return eachRow(ctx, imp.conn, `SELECT previous IS NOT NULL FROM store.every_report WHERE report_id = ?`, func(rows *sql.Rows) error {
		var replaced bool
		err := rows.Scan(&replaced)
		if replaced {
			imp.counts[Replaced]--
		} else {
			imp.counts[Imported]--
		}
		return err
	}, reportID)
}
