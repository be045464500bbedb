package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
)

// The tables with rows of reports: only of those in force, or also of revisions.
var (
	tablesInForce  = []string{"wide", "compact", "metrics", "findings", "repairs", "phrases", "sources", "taken"}
	tablesOfAny    = []string{"cells", "prints", "documents"}
	tablesOfReport = append(append([]string{"reports", "revisions", "withdrawn"}, tablesInForce...), tablesOfAny...)
)

// sweep removes rows that belong to no report, and incomplete reports. DuckDB 1.5.6
// writes full row groups of a large transaction before the commit; if the log is then cut
// off, they stay although the commit is missing (see docs/upstream.md). A batch is
// smaller than that, but files of earlier versions and other transactions can still leave
// such rows.
func (s *Store) sweep(ctx context.Context, conn *sql.Conn) error {
	var orphans, broken int
	err := writeLinked(ctx, conn, func() error {
		ids, err := incompleteReports(ctx, conn)
		if err != nil {
			return err
		}
		if broken = len(ids); broken > 0 {
			if err := s.drop(ctx, conn, ids); err != nil {
				return err
			}
		}
		orphans, err = dropOrphans(ctx, conn)
		return err
	})
	if err == nil && orphans > 0 {
		s.notice(Notice{Kind: OrphansRemoved, Count: orphans})
	}
	if err == nil && broken > 0 {
		s.notice(Notice{Kind: IncompleteReportsRemoved, Count: broken})
	}
	return err
}

// drop deletes reports for good, and puts those that they superseded in force.
func (s *Store) drop(ctx context.Context, conn *sql.Conn, ids []int64) error {
	var touched []string
	err := eachRow(ctx, conn, `SELECT DISTINCT body_id, year FROM store.every_report WHERE report_id IN `+idList(ids), func(rows *sql.Rows) error {
		var body, year int
		err := rows.Scan(&body, &year)
		touched = append(touched, fmt.Sprintf("(%d,%d)", body, year))
		return err
	})
	if err != nil {
		return err
	}
	if err := deleteIn(ctx, conn, idList(ids), tablesOfReport...); err != nil {
		return err
	}
	found, err := settlementOf(ctx, conn, `SELECT * FROM (VALUES `+strings.Join(touched, ",")+`) t(body_id, year)`)
	if err != nil {
		return err
	}
	return errors.Join(noteComparison(ctx, conn, everyReport), s.apply(ctx, conn, found))
}

// dropOrphans deletes the rows of reports that do not exist, and returns the number of
// these reports.
func dropOrphans(ctx context.Context, conn *sql.Conn) (int, error) {
	const any = `(SELECT report_id FROM store.every_report)`
	reports := map[int64]bool{}
	for _, table := range append(append([]string(nil), tablesInForce...), tablesOfAny...) {
		known := any
		for _, t := range tablesInForce {
			if t == table {
				known = `(SELECT report_id FROM store.reports)`
			}
		}
		found := false
		err := eachRow(ctx, conn, `SELECT DISTINCT report_id FROM store.`+table+` ANTI JOIN `+known+` USING (report_id)`, func(rows *sql.Rows) error {
			var id int64
			err := rows.Scan(&id)
			reports[id], found = true, true
			return err
		})
		if err != nil {
			return 0, err
		}
		if found {
			if _, err := conn.ExecContext(ctx, `DELETE FROM store.`+table+` WHERE report_id NOT IN `+known); err != nil {
				return 0, err
			}
		}
	}
	return len(reports), nil
}

// incompleteReports lists the incomplete reports.
func incompleteReports(ctx context.Context, conn *sql.Conn) ([]int64, error) {
	ids, err := column[int64](ctx, conn, `WITH reports AS (SELECT report_id, figures, true AS in_force FROM store.reports UNION ALL SELECT report_id, figures, false FROM store.revisions
			UNION ALL SELECT report_id, figures, false FROM store.withdrawn),
		cells AS (SELECT report_id, count(*) AS n FROM store.cells GROUP BY report_id)
		SELECT report_id FROM reports LEFT JOIN cells USING (report_id)
		WHERE figures <> coalesce(n, 0) OR report_id NOT IN (SELECT report_id FROM store.documents)
			OR in_force AND report_id NOT IN (SELECT report_id FROM store.wide)
		ORDER BY report_id`)
	return ids, err
}
