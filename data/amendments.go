package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"nianbao/data/form"
)

// Why a correction is refused.
var (
	ErrNoReason   = errors.New("a correction needs a reason")
	ErrNoFigure   = errors.New("the report has no such figure")
	ErrSameFigure = errors.New("the figure already has this value")
)

// Amendment is a correction of a figure by the user. The cell keeps what the file has;
// everything computed from the figure uses the correction.
type Amendment struct {
	ReportID int64
	Body     Body
	Year     int
	Edition  string
	Key      form.Key
	Status   form.Status // number, blank or na
	Value    form.Number
	Original form.Figure // the figure as the file has it
	File     string      // the file of the original figure
	Reason   string
	Made     time.Time
}

// PendingAmendment is a correction that was made on an earlier file, while a later file
// for the same body and year has another value. The later file's value is used until the
// user decides: see Confirm.
type PendingAmendment struct {
	Amendment
	InForce int64        // id of the later file's report
	Later   *form.Figure // its figure, nil if it has none
}

// Amend corrects a figure of a report in force, with the reason. Status is
// number, blank or na. It returns ErrUnknownReport, ErrNoFigure, ErrNoReason or
// ErrSameFigure, and ErrWriterBusy during an import.
func (s *Store) Amend(ctx context.Context, a Amendment) error {
	return s.amendAll(ctx, []Amendment{a})
}

// Restore undoes the correction of a figure, which has its file's value again.
func (s *Store) Restore(ctx context.Context, report int64, key form.Key) error {
	return s.amendAll(ctx, []Amendment{{ReportID: report, Key: key}})
}

// Confirm decides whether corrections of an earlier file also apply to the file in force.
// Either decision is one step and can be undone.
func (s *Store) Confirm(ctx context.Context, list []PendingAmendment, keep bool) error {
	answers := make([]Amendment, len(list))
	for i, p := range list {
		answers[i] = Amendment{ReportID: p.InForce, Key: p.Key, Reason: p.Reason}
		if keep {
			answers[i].Status, answers[i].Value = p.Status, p.Value
		}
	}
	return s.amendAll(ctx, answers)
}

// amendAll makes corrections, all in one step; one without a status restores the file's
// figure.
func (s *Store) amendAll(ctx context.Context, list []Amendment) error {
	if len(list) == 0 {
		return nil
	}
	err := s.asWriter(ctx, func(conn *sql.Conn) error {
		found := settlement{}
		err := writeLinked(ctx, conn, func() error {
			step, err := newStep(ctx, conn, AmendStep)
			if err != nil {
				return err
			}
			for i := range list {
				if err := s.amend(ctx, conn, step, &list[i]); err != nil {
					return err
				}
				found.amended = append(found.amended, list[i].ReportID)
			}
			found.amended = distinct(found.amended)
			return s.apply(ctx, conn, found)
		})
		if err != nil {
			return err
		}
		return s.compareAfter(ctx, conn, found)
	})
	if err != nil {
		return fmt.Errorf("correct a figure: %w", err)
	}
	return nil
}

// amend stores one correction.
func (s *Store) amend(ctx context.Context, conn *sql.Conn, step int64, a *Amendment) error {
	var status, value any
	switch a.Status {
	case "":
	case form.StatusNumber:
		status, value = statusLetter(a.Status), int64(a.Value)
	case form.StatusBlank, form.StatusNA:
		status = statusLetter(a.Status)
	default:
		return fmt.Errorf("%w: status %s", ErrInvalidReport, a.Status)
	}
	if a.Reason = strings.TrimSpace(strings.ToValidUTF8(a.Reason, "\uFFFD")); a.Reason == "" && status != nil {
		return ErrNoReason
	}
	position, isKnown := s.columns.position[a.Key]
	if !isKnown {
		return ErrNoFigure
	}
	old, err := figureNow(ctx, conn, a.ReportID, position)
	switch {
	case err != nil:
		return err
	case !old.inForce:
		return ErrUnknownReport
	case !old.isThere && status != nil:
		return ErrNoFigure
	case old.isThere && status != nil && old.letter == statusLetter(a.Status) && old.value == a.Value:
		return ErrSameFigure
	}
	_, err = conn.ExecContext(ctx, `INSERT INTO store.amendments SELECT ?, report_id, body_id, year, ?, ?, ?, ?, ?, ?, now() FROM store.reports WHERE report_id = ?`,
		step, a.Key.Table, a.Key.Item, a.Key.Column, status, value, a.Reason, a.ReportID)
	return err
}

// currentFigure is a figure as it is now, corrections included.
type currentFigure struct {
	inForce, isThere bool
	letter           byte
	value            form.Number
}

func figureNow(ctx context.Context, conn *sql.Conn, report int64, position int) (found currentFigure, err error) {
	var status sql.NullString
	err = conn.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM store.reports WHERE report_id = ?),
		(SELECT status FROM store.figures WHERE report_id = ? AND position = ?), coalesce((SELECT value FROM store.figures WHERE report_id = ? AND position = ?), 0)`,
		report, report, position, report, position).Scan(&found.inForce, &status, &found.value)
	found.isThere, found.letter = status.Valid, statusLetter(form.Status(status.String))
	return found, err
}

func distinct(ids []int64) []int64 {
	seen := map[int64]bool{}
	var list []int64
	for _, id := range ids {
		if !seen[id] {
			list = append(list, id)
		}
		seen[id] = true
	}
	return list
}

// Amendments lists the corrections in effect in the chosen reports, by region, unit, year
// and form order. Columns and order of the query do not matter.
func (s *Store) Amendments(ctx context.Context, q Query) ([]Amendment, error) {
	q, err := s.conditioned(q)
	if err != nil {
		return nil, fmt.Errorf("list the corrections: %w", err)
	}
	return s.amendments(ctx, q.filter())
}

// AmendmentsOf lists the corrections in effect in one report.
func (s *Store) AmendmentsOf(ctx context.Context, report int64) ([]Amendment, error) {
	var where clauses
	where.and(`report_id = ?`, report)
	return s.amendments(ctx, where)
}

// amendmentFields are the columns of an Amendment, with a for the correction, w for
// the row of store.wide and p for the figure as printed.
const amendmentFields = `w.region, w.unit, w.year, w.edition, a.report_id, a.position, a.status, coalesce(a.value, 0), a.reason, a.made_at,
	p.status, coalesce(p.value, 0), p.raw, coalesce(p.sheet, f.sheet), p.cell, f.file`

func (s *Store) amendments(ctx context.Context, where clauses) ([]Amendment, error) {
	var list []Amendment
	err := eachRow(ctx, s.db, `SELECT `+amendmentFields+` FROM store.amended a
		JOIN (SELECT report_id, region, unit, year, edition`+where.from()+`) w USING (report_id)
		JOIN store.printed p ON p.report_id = a.report_id AND p.position = a.position JOIN store.reports f ON f.report_id = a.report_id
		ORDER BY w.region, w.unit, w.year, a.position`, func(rows *sql.Rows) error {
		var a Amendment
		err := rows.Scan(s.amendmentTargets(&a)...)
		list = append(list, a)
		return err
	}, where.args...)
	if err != nil {
		return nil, fmt.Errorf("list the corrections: %w", err)
	}
	return list, nil
}

// amendmentTargets are the scan targets for amendmentFields.
func (s *Store) amendmentTargets(a *Amendment) []any {
	return []any{&a.Body.Region, &a.Body.Unit, &a.Year, &a.Edition, &a.ReportID, scanned(func(position int64) {
		a.Key = s.columns.keys[position]
		a.Original.Key = a.Key
	}), scanned(func(letter int64) { a.Status = statusOf(byte(letter)) }), &a.Value, &a.Reason, &a.Made,
		&a.Original.Status, &a.Original.Value, &a.Original.Raw, &a.Original.Source.Sheet, &a.Original.Source.Cell, &a.File}
}

// scanned is a scan target that passes a whole number to a function.
type scanned func(int64)

// Scan passes the number on.
func (f scanned) Scan(value any) error {
	switch n := value.(type) {
	case int64:
		f(n)
	case int32:
		f(int64(n))
	case uint8:
		f(int64(n))
	default:
		return fmt.Errorf("%T is no whole number", value)
	}
	return nil
}

// Pending lists the corrections that wait for Confirm in the chosen reports, in
// the order of Amendments.
func (s *Store) Pending(ctx context.Context, q Query) ([]PendingAmendment, error) {
	q, err := s.conditioned(q)
	if err != nil {
		return nil, fmt.Errorf("list the corrections to confirm: %w", err)
	}
	return s.pending(ctx, q.filter())
}

// PendingOf lists the corrections of one report that wait for Confirm.
func (s *Store) PendingOf(ctx context.Context, report int64) ([]PendingAmendment, error) {
	var where clauses
	where.and(`report_id = ?`, report)
	return s.pending(ctx, where)
}

func (s *Store) pending(ctx context.Context, where clauses) ([]PendingAmendment, error) {
	var list []PendingAmendment
	err := eachRow(ctx, s.db, `SELECT `+amendmentFields+`, a.in_force, n.status, coalesce(n.value, 0), n.raw, coalesce(n.sheet, ''), n.cell FROM store.pending a
		JOIN (SELECT report_id, region, unit, year, edition`+where.from()+`) w ON w.report_id = a.in_force
		JOIN store.printed p ON p.report_id = a.report_id AND p.position = a.position
		JOIN (SELECT report_id, file, sheet FROM store.reports UNION ALL SELECT report_id, file, sheet FROM store.revisions
			UNION ALL SELECT report_id, file, sheet FROM store.withdrawn) f ON f.report_id = a.report_id
		LEFT JOIN store.printed n ON n.report_id = a.in_force AND n.position = a.position
		ORDER BY w.region, w.unit, w.year, a.position`, func(rows *sql.Rows) error {
		var p PendingAmendment
		var status, raw, sheet, cell sql.NullString
		var value form.Number
		err := rows.Scan(append(s.amendmentTargets(&p.Amendment), &p.InForce, &status, &value, &raw, &sheet, &cell)...)
		if status.Valid {
			p.Later = &form.Figure{Key: p.Key, Status: form.Status(status.String), Value: value, Raw: raw.String, Source: form.Source{Sheet: sheet.String, Cell: cell.String}}
		}
		list = append(list, p)
		return err
	}, where.args...)
	if err != nil {
		return nil, fmt.Errorf("list the corrections to confirm: %w", err)
	}
	return list, nil
}

// amendedFigures are the corrections in effect or waiting, by report.
func (s *Store) amendedFigures(ctx context.Context) (map[reportKey][]Amendment, error) {
	held, err := s.amendments(ctx, clauses{})
	if err != nil {
		return nil, err
	}
	waiting, err := s.pending(ctx, clauses{})
	if err != nil {
		return nil, err
	}
	for _, p := range waiting {
		held = append(held, p.Amendment)
	}
	found := map[reportKey][]Amendment{}
	for _, a := range held {
		key := reportKey{a.Body.Region, a.Body.Unit, a.Year}
		found[key] = append(found[key], a)
	}
	return found, nil
}
