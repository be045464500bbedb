package data

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"nianbao/data/form"
)

// brokenReport is a report with broken identities.
type brokenReport struct {
	id, before int64 // before is last year's report of the body, 0 if there is none
	state      uint64
	findings   []form.Finding
}

// mostDiagnosed is the largest number of reports in memory at a time.
const mostDiagnosed = 500

// undiagnosed returns the reports that have findings of severity error, of their own or
// among those found across reports, and whose repairs are not stored yet.
func (s *Store) undiagnosed(ctx context.Context, conn *sql.Conn, found []crossFinding) ([]*brokenReport, error) {
	across := map[int64][]form.Finding{}
	for _, c := range found {
		if c.finding.Severity == form.SeverityError {
			across[c.report] = append(across[c.report], c.finding)
		}
	}
	own, err := column[int64](ctx, conn, `SELECT DISTINCT report_id FROM store.findings WHERE NOT across AND severity = 'error'`)
	if err != nil || len(own)+len(across) == 0 {
		return nil, err
	}
	ids := slices.Concat(own, slices.Collect(maps.Keys(across)))
	var due []*brokenReport
	byID := map[int64]*brokenReport{}
	err = eachRow(ctx, conn, `SELECT w.report_id, coalesce(b.report_id, 0), hash(w, b) FROM store.wide w
		LEFT JOIN store.wide b ON b.region = w.region AND b.unit = w.unit AND b.year = w.year - 1
		WHERE w.report_id IN `+idList(ids)+`
			AND NOT EXISTS (SELECT 1 FROM store.repairs p WHERE p.report_id = w.report_id AND p.state = hash(w, b))
		ORDER BY w.report_id`, func(rows *sql.Rows) error {
		b := &brokenReport{}
		err := rows.Scan(&b.id, &b.before, &b.state)
		due, byID[b.id] = append(due, b), b
		return err
	})
	if err != nil || len(due) == 0 {
		return nil, err
	}
	ids = ids[:0]
	for _, b := range due {
		ids = append(ids, b.id)
	}
	err = eachRow(ctx, conn, `SELECT report_id, detail FROM store.findings WHERE NOT across AND severity = 'error' AND report_id IN `+idList(ids), func(rows *sql.Rows) error {
		var id int64
		var detail string
		if err := rows.Scan(&id, &detail); err != nil {
			return err
		}
		var f form.Finding
		err := json.Unmarshal([]byte(detail), &f)
		byID[id].findings = append(byID[id].findings, f)
		return err
	})
	for _, b := range due {
		b.findings = append(b.findings, across[b.id]...)
	}
	return due, err
}

// diagnose returns the rows of repairs for broken reports.
func (s *Store) diagnose(ctx context.Context, conn *sql.Conn, due []*brokenReport) (rows [][]driver.Value, err error) {
	err = s.eachDiagnosis(ctx, conn, due, func(b *brokenReport, repairs []form.Repair) {
		rows = append(rows, []driver.Value{b.id, b.state, "", "", "", "", ""})
		for _, f := range b.findings {
			proposals := form.Proposals(form.RepairsFor(f, repairs), form.Chinese)
			rows = append(rows, []driver.Value{b.id, b.state, string(f.Rule), f.Key.Table, f.Key.Item, f.Key.Column, strings.Join(proposals, "；")})
		}
	})
	return rows, err
}

// eachDiagnosis calls use with the repairs of each report, which it reads a few hundred
// at a time.
func (s *Store) eachDiagnosis(ctx context.Context, q querier, list []*brokenReport, use func(*brokenReport, []form.Repair)) error {
	for len(list) > 0 {
		part := list[:min(len(list), mostDiagnosed)]
		list = list[len(part):]
		var ids []int64
		for _, b := range part {
			ids = append(ids, b.id)
			if b.before != 0 {
				ids = append(ids, b.before)
			}
		}
		entries, err := s.loadEntries(ctx, q, ids)
		if err != nil {
			return err
		}
		reports := map[int64]*form.Report{}
		for _, e := range entries {
			reports[e.id] = &e.report
		}
		for _, b := range part {
			use(b, form.Diagnose(reports[b.id], reports[b.before]))
		}
	}
	return nil
}

// keepRepairs replaces the repairs of the diagnosed reports, and deletes those of reports
// that are no longer broken.
func keepRepairs(ctx context.Context, conn *sql.Conn, due []*brokenReport, rows [][]driver.Value) error {
	if _, err := conn.ExecContext(ctx, `DELETE FROM store.repairs WHERE report_id NOT IN (SELECT report_id FROM store.findings WHERE severity = 'error')`); err != nil {
		return err
	}
	if len(due) == 0 {
		return nil
	}
	ids := make([]int64, len(due))
	for i, b := range due {
		ids[i] = b.id
	}
	if err := deleteIn(ctx, conn, idList(ids), "repairs"); err != nil {
		return err
	}
	return appendRows(conn, func(add func(string, []driver.Value, error) error) error {
		for _, row := range rows {
			if err := add("repairs", row, nil); err != nil {
				return err
			}
		}
		return nil
	})
}
