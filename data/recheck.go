package data

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"

	"nianbao/data/form"
)

// Outdated reports whether the findings were made with other rules than those of this
// program; Recheck replaces them. An import does so before it begins, and reports its
// progress to ImportOptions.Rechecked.
func (s *Store) Outdated(ctx context.Context) (bool, error) {
	outdated, err := isOutdated(ctx, s.db)
	if err != nil {
		return false, fmt.Errorf("read the version of the rules: %w", err)
	}
	return outdated, nil
}

func isOutdated(ctx context.Context, q querier) (outdated bool, err error) {
	err = eachRow(ctx, q, `SELECT max(rules) <> ? FROM store.checked`, func(rows *sql.Rows) error { return rows.Scan(&outdated) }, form.RulesVersion)
	return outdated, err
}

// Recheck checks all reports in force with the current rules. The user's decisions stay,
// since they belong to a body, year, rule and figure. It takes about a millisecond for
// each report and returns ErrWriterBusy during an import. If it is cancelled, the reports
// checked so far stay checked and the store is still Outdated. tell, which may be nil,
// receives the number of reports checked so far.
func (s *Store) Recheck(ctx context.Context, tell func(done, total int)) error {
	if err := s.lockWriter(); err != nil {
		return err
	}
	defer s.unlockWriter()
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return fmt.Errorf("check the reports again: %w", duckdbError(err))
	}
	defer conn.Close()
	return s.recheck(ctx, conn, tell)
}

func (s *Store) recheck(ctx context.Context, conn *sql.Conn, tell func(done, total int)) error {
	ids, err := reportIDs(ctx, conn)
	total, isEmpty := len(ids), len(ids) == 0
	for len(ids) > 0 && err == nil {
		n := min(len(ids), batchSize)
		err = s.recheckReports(ctx, conn, ids[:n])
		ids = ids[n:]
		if tell != nil {
			tell(total-len(ids), total)
		}
	}
	if err == nil && !isEmpty {
		err = s.compareAll(ctx, conn)
	}
	if err == nil {
		_, err = conn.ExecContext(ctx, `UPDATE store.checked SET rules = ?`, form.RulesVersion)
	}
	if err != nil {
		return fmt.Errorf("check the reports again: %w", duckdbError(err))
	}
	if !isEmpty {
		checkpoint(ctx, conn)
	}
	return nil
}

func reportIDs(ctx context.Context, q querier) ([]int64, error) {
	return column[int64](ctx, q, `SELECT report_id FROM store.wide ORDER BY report_id`)
}

// recheckReports replaces the findings that need no other report.
func (s *Store) recheckReports(ctx context.Context, conn *sql.Conn, ids []int64) error {
	entries, err := s.loadEntries(ctx, conn, ids)
	if err != nil {
		return err
	}
	return writeLinked(ctx, conn, func() error {
		for _, statement := range []string{`DELETE FROM store.findings WHERE NOT across AND report_id IN `, `DELETE FROM store.phrases WHERE report_id IN `} {
			if _, err := conn.ExecContext(ctx, statement+idList(ids)); err != nil {
				return err
			}
		}
		return appendRows(conn, func(add func(string, []driver.Value, error) error) error {
			for _, e := range entries {
				e.findings, e.phrases = s.check(e), phrases(&e.report)
				if err := e.appendChecks(add); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

// Diagnoses returns the smallest repairs of the broken identities of reports in force,
// best first, by report. It also uses last year's reports of the same bodies, if the
// store has them. Ids without a report in force are left out.
func (s *Store) Diagnoses(ctx context.Context, ids []int64) (map[int64][]form.Repair, error) {
	var list []*brokenReport
	err := eachRow(ctx, s.db, `SELECT w.report_id, coalesce(b.report_id, 0) FROM store.wide w
		LEFT JOIN store.wide b ON b.region = w.region AND b.unit = w.unit AND b.year = w.year - 1
		WHERE w.report_id IN `+idList(append(ids, 0)), func(rows *sql.Rows) error { // no report has id 0
		b := &brokenReport{}
		list = append(list, b)
		return rows.Scan(&b.id, &b.before)
	})
	repairs := map[int64][]form.Repair{}
	if err == nil {
		err = s.eachDiagnosis(ctx, s.db, list, func(b *brokenReport, r []form.Repair) { repairs[b.id] = r })
	}
	if err != nil {
		return nil, fmt.Errorf("diagnose reports: %w", err)
	}
	return repairs, nil
}
