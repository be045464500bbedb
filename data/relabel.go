package data

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"nianbao/data/form"
)

// ErrSameBody says that a report already has that body and year.
var ErrSameBody = errors.New("the report has that body and year already")

// Relabel gives a report in force another body or year, with the reason. Its evidence
// keeps what the file says. A report in force for the new body and year becomes a
// revision, and the next file from the same place gets the new name too. It returns the
// id of the report under its new name, or ErrUnknownReport, ErrNoReason, ErrSameBody,
// ErrInvalidReport.
func (s *Store) Relabel(ctx context.Context, report int64, b Body, year int, reason string) (id int64, err error) {
	b = Body{strings.TrimSpace(strings.ToValidUTF8(b.Region, "\uFFFD")), strings.TrimSpace(strings.ToValidUTF8(b.Unit, "\uFFFD"))}
	reason = strings.TrimSpace(strings.ToValidUTF8(reason, "\uFFFD"))
	switch {
	case reason == "":
		err = ErrNoReason
	case b.Unit == "" || year < 1949 || year > 9999:
		err = ErrInvalidReport
	default:
		err = s.asWriter(ctx, func(conn *sql.Conn) error {
			var found settlement
			err := writeLinked(ctx, conn, func() (err error) {
				id, found, err = s.relabel(ctx, conn, relabelling{report, b, year, reason})
				return err
			})
			if err != nil {
				return err
			}
			return s.compareAfter(ctx, conn, found)
		})
	}
	if err != nil {
		return 0, fmt.Errorf("give report %d another name: %w", report, err)
	}
	return id, nil
}

type relabelling struct {
	report int64
	body   Body
	year   int
	reason string
}

// relabel withdraws the report and enters a copy of it under the new name.
func (s *Store) relabel(ctx context.Context, conn *sql.Conn, l relabelling) (id int64, found settlement, err error) {
	entries, err := s.loadEntries(ctx, conn, []int64{l.report})
	if err != nil {
		return 0, found, err
	}
	saved, err := readSavedReports(ctx, conn)
	if err != nil {
		return 0, found, err
	}
	if len(entries) == 0 || saved.inForce[reportKeyOf(&entries[0].report)].id != l.report {
		return 0, found, ErrUnknownReport
	}
	old, id := &entries[0].report, saved.nextReport
	if old.Region == l.body.Region && old.Unit == l.body.Unit && old.Year == l.year {
		return 0, found, ErrSameBody
	}
	step, err := newStep(ctx, conn, RelabelStep)
	if err != nil {
		return 0, found, err
	}
	body, isNew := saved.body(&form.Report{Region: l.body.Region, Unit: l.body.Unit})
	if isNew {
		if _, err := conn.ExecContext(ctx, `INSERT INTO store.bodies VALUES (?, ?, ?)`, body, l.body.Region, l.body.Unit); err != nil {
			return 0, found, err
		}
	}
	if err := l.copy(ctx, conn, reportCopy{step, id, body, old}); err != nil {
		return 0, found, err
	}
	said := form.Correction{File: old.File, Sheet: old.Sheet, Title: old.Title, Found: old.Region + old.Unit, FoundYear: old.Year, Region: l.body.Region, Unit: l.body.Unit, Year: l.year}
	if err := remember(ctx, conn, step, &said); err != nil {
		return 0, found, err
	}
	found, err = settlementOf(ctx, conn, `SELECT body_id, year FROM store.every_report WHERE report_id IN `+idList([]int64{l.report, id}))
	if err != nil {
		return 0, found, err
	}
	return id, found, s.apply(ctx, conn, found)
}

// reportCopy is the report under its new name.
type reportCopy struct {
	step, id int64
	body     int
	old      *form.Report
}

// copy enters the copy among the withdrawn reports, from where a settlement puts it in
// force.
func (l *relabelling) copy(ctx context.Context, conn *sql.Conn, c reportCopy) error {
	evidence, err := json.Marshal(append(c.old.Evidence,
		form.Evidence{Field: "unit", Value: l.body.Unit, Place: "user", Detail: l.reason, Confidence: 1, Chosen: true},
		form.Evidence{Field: "region", Value: l.body.Region, Place: "user", Detail: l.reason, Confidence: 1, Chosen: true},
		form.Evidence{Field: "year", Value: strconv.Itoa(l.year), Place: "user", Detail: l.reason, Confidence: 1, Chosen: true}))
	if err != nil {
		return err
	}
	for _, do := range []struct {
		statement string
		args      []any
	}{
		{`INSERT INTO store.cells SELECT * REPLACE (? AS report_id) FROM store.cells WHERE report_id = ? ORDER BY ordinal`, []any{c.id, l.report}},
		{`INSERT INTO store.prints SELECT * REPLACE (? AS report_id) FROM store.prints WHERE report_id = ? ORDER BY ordinal`, []any{c.id, l.report}},
		{`INSERT INTO store.documents SELECT * REPLACE (? AS report_id, ? AS evidence) FROM store.documents WHERE report_id = ?`, []any{c.id, string(evidence), l.report}},
		{`INSERT INTO store.withdrawn SELECT * REPLACE (? AS report_id, ? AS body_id, ? AS region, ? AS unit, ? AS year, NULL AS previous) FROM (
			FROM store.reports UNION ALL SELECT * EXCLUDE (superseded_at) FROM store.revisions) WHERE report_id = ?`,
			[]any{c.id, c.body, l.body.Region, l.body.Unit, l.year, l.report}},
		{`INSERT INTO store.amendments SELECT ?, ?, ?, ?, table_id, item_id, column_id, status, value, reason, made_at FROM store.amended WHERE report_id = ?`, []any{c.step, c.id, c.body, l.year, l.report}},
		{`INSERT INTO store.relabels VALUES (?, ?, ?, ?)`, []any{c.step, l.report, c.id, l.reason}},
	} {
		if _, err := conn.ExecContext(ctx, do.statement, do.args...); err != nil {
			return err
		}
	}
	return nil
}

// settleReport settles the body and year of a report that was taken back within the
// caller's transaction.
func (s *Store) settleReport(ctx context.Context, conn *sql.Conn, report int64) error {
	found, err := settlementOf(ctx, conn, `SELECT body_id, year FROM store.every_report WHERE report_id = `+strconv.FormatInt(report, 10))
	if err != nil {
		return err
	}
	return s.apply(ctx, conn, found)
}
