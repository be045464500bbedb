package data

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"slices"

	"nianbao/data/form"
)

// crossFinding is a finding that comes from comparing a report with others.
type crossFinding struct {
	report  int64
	finding form.Finding
}

// alikeText chooses the findings about texts that repeat others. Only these are slow to
// compute, so they are recomputed only if texts were added or removed.
const alikeText = `(rule = 'look-alike' AND table_id = '')`

// compare makes all findings that need several reports, and replaces the existing ones,
// because a report can break or restore the balance of its neighbours. The scope says
// which texts are compared. finish runs in the transaction that saves the findings, and
// also records that the comparison is done.
func (s *Store) compare(ctx context.Context, conn *sql.Conn, scope textScope, finish func() error) error {
	contained, err := s.containments(ctx, conn)
	var residuals []crossFinding
	var scopes reportScopes
	if err == nil {
		contained, residuals, scopes, err = s.compareWholes(ctx, conn, contained)
	}
	if err != nil {
		return fmt.Errorf("compare whole reports with what they contain: %w", err)
	}
	var found []crossFinding
	for _, check := range []func(context.Context, querier, reportScopes) ([]crossFinding, error){s.brokenLinks, s.jumps, s.alikeTables} {
		list, err := check(ctx, conn, scopes)
		if err != nil {
			return fmt.Errorf("compare the reports: %w", err)
		}
		found = append(found, list...)
	}
	found = append(found, residuals...)
	texts, err := s.alikeTexts(ctx, conn, scope)
	if err != nil {
		return fmt.Errorf("compare the texts: %w", err)
	}
	outdated := `across AND NOT ` + alikeText
	if scope != (textScope{}) {
		replaced, err := texts.outdated(ctx, conn)
		if err != nil {
			return fmt.Errorf("compare the texts: %w", err)
		}
		outdated = `across AND (NOT ` + alikeText + ` OR ` + replaced + `)`
		found = append(found, texts.found...)
	}
	slices.SortStableFunc(found, func(a, b crossFinding) int { return int(a.report - b.report) })
	due, err := s.undiagnosed(ctx, conn, found)
	if err != nil {
		return fmt.Errorf("find the broken reports: %w", err)
	}
	repairs, err := s.diagnose(ctx, conn, due)
	if err != nil {
		return fmt.Errorf("diagnose the broken reports: %w", err)
	}
	err = writeLinked(ctx, conn, func() error {
		if err := finish(); err != nil {
			return err
		}
		if err := comparisonDone(ctx, conn); err != nil {
			return err
		}
		if _, err := conn.ExecContext(ctx, `DELETE FROM store.findings WHERE `+outdated); err != nil {
			return err
		}
		if err := keepContainments(ctx, conn, contained); err != nil {
			return err
		}
		if err := appendCrossed(conn, found); err != nil {
			return err
		}
		if err := keepRepairs(ctx, conn, due, repairs); err != nil {
			return err
		}
		return countFindings(ctx, conn)
	})
	if err != nil {
		return fmt.Errorf("keep the findings across reports: %w", err)
	}
	return nil
}

// compareAll compares all reports and does nothing else.
func (s *Store) compareAll(ctx context.Context, conn *sql.Conn) error {
	return s.compare(ctx, conn, textScope{every: true}, func() error { return nil })
}

func appendCrossed(conn *sql.Conn, found []crossFinding) error {
	return appendRows(conn, func(add func(string, []driver.Value, error) error) error {
		for i, c := range found {
			row, err := findingRow(c.report, i, c.finding, true)
			if err := add("findings", row, err); err != nil {
				return err
			}
		}
		return nil
	})
}

// countFindings corrects the stored number of findings of each report for which it has
// changed.
func countFindings(ctx context.Context, conn *sql.Conn) error {
	for _, statement := range []string{
		`UPDATE store.wide SET findings = c.n, errors = c.e FROM (
			SELECT w.report_id, count(f.report_id) AS n, count(*) FILTER (f.severity = 'error') AS e
			FROM store.wide w LEFT JOIN store.findings f USING (report_id) GROUP BY w.report_id) c
			WHERE c.report_id = wide.report_id AND (wide.findings <> c.n OR wide.errors <> c.e)`,
		`UPDATE store.compact SET findings = w.findings FROM store.wide w
			WHERE w.report_id = compact.report_id AND compact.findings <> w.findings`,
		`UPDATE store.metrics SET findings = w.findings FROM store.wide w
			WHERE w.report_id = metrics.report_id AND metrics.findings <> w.findings`,
	} {
		if _, err := conn.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}
