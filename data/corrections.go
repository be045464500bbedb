package data

import (
	"context"
	"database/sql"
	"fmt"

	"nianbao/data/form"
)

// Corrections lists what the user has said about the body and year of files, the
// latest first.
func (s *Store) Corrections(ctx context.Context) ([]form.Correction, error) {
	var list []form.Correction
	err := eachRow(ctx, s.db, `SELECT file, sheet, title, found, found_year, region, unit, year FROM store.corrections ORDER BY made_at DESC, rowid DESC`, func(rows *sql.Rows) error {
		var c form.Correction
		err := rows.Scan(&c.File, &c.Sheet, &c.Title, &c.Found, &c.FoundYear, &c.Region, &c.Unit, &c.Year)
		list = append(list, c)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list the corrections: %w", err)
	}
	return list, nil
}

// Remember saves corrections in a running import. A correction replaces an earlier
// one for the same file and sheet, and deletes it if it says the same as the file.
func (imp *Import) Remember(ctx context.Context, list []form.Correction) error {
	if imp.done {
		return ErrBadImportState
	}
	imp.settle(ctx) // the connection may be writing a batch
	for i := range list {
		if err := writeLinked(ctx, imp.conn, func() error { return imp.remember(ctx, &list[i]) }); err != nil {
			return fmt.Errorf("remember a correction of %s: %w", list[i].File, err)
		}
	}
	return nil
}

func (imp *Import) remember(ctx context.Context, c *form.Correction) error {
	_, err := imp.conn.ExecContext(ctx, `DELETE FROM store.corrections WHERE file = ? AND sheet = ?`, c.File, c.Sheet)
	if err == nil && !c.IsSame() {
		_, err = imp.conn.ExecContext(ctx, `INSERT INTO store.corrections VALUES (?, ?, ?, ?, ?, ?, ?, ?, now())`,
			c.File, c.Sheet, c.Title, c.Found, c.FoundYear, c.Region, c.Unit, c.Year)
	}
	return err
}

// Withdraw takes back a report that the user has found to be another body's or
// another year's, after it was saved again as what it is. What it had superseded
// is in force again. It is for reports of earlier imports.
func (imp *Import) Withdraw(ctx context.Context, reportID int64) error {
	if imp.done {
		return ErrBadImportState
	}
	imp.flush(ctx)
	if err := imp.store.withdraw(ctx, imp.conn, reportID); err != nil {
		return fmt.Errorf("take back report %d: %w", reportID, err)
	}
	imp.withdrawn = true
	fresh, err := readSavedReports(ctx, imp.conn)
	if err != nil {
		return fmt.Errorf("take back report %d: %w", reportID, err)
	}
	fresh.nextReport = max(fresh.nextReport, imp.saved.nextReport)
	imp.saved = fresh
	return nil
}
