package data

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"nianbao/data/form"
)

// Decision is what the user made of a finding.
type Decision string

// The decisions. A finding without one is Pending.
const (
	Pending   Decision = ""          // 待核
	Confirmed Decision = "confirmed" // 属实
	Ignored   Decision = "ignored"   // 忽略
)

// Found is a finding with its report and the user's decision on it.
type Found struct {
	form.Finding
	ReportID int64
	Body     Body
	Year     int
	File     string // path of the report's file; Source.File has that of a figure from another source
	Across   bool   // found by comparing with other reports
	Decision Decision
	Note     string
}

// FindingFilter chooses findings. An empty field chooses all.
type FindingFilter struct {
	Query      Query // years, units, regions, editions; its columns and order do not matter
	ReportID   int64
	Rules      []form.RuleID
	Severities []form.Severity
	Limit      int // 0: 10,000
}

// Findings lists findings by region, unit, year and form order.
func (s *Store) Findings(ctx context.Context, filter FindingFilter) ([]Found, error) {
	where := filter.clauses()
	if filter.Limit <= 0 {
		filter.Limit = 10_000
	}
	var list []Found
	err := eachRow(ctx, s.db, `SELECT f.report_id, w.region, w.unit, w.year, r.file, f.across, f.detail, w.edition, coalesce(d.decision, ''), coalesce(d.note, '')
		FROM store.findings f JOIN (SELECT report_id, body_id, region, unit, year, edition`+where.from()+`) w USING (report_id)
		JOIN (SELECT report_id, file FROM store.reports) r USING (report_id)
		LEFT JOIN store.decisions d USING (body_id, year, rule, table_id, item_id, column_id)`+filter.conditions()+`
		ORDER BY w.region, w.unit, w.year, f.across, f.ordinal LIMIT `+fmt.Sprint(filter.Limit), func(rows *sql.Rows) error {
		var f Found
		var detail []byte
		var edition string
		if err := rows.Scan(&f.ReportID, &f.Body.Region, &f.Body.Unit, &f.Year, &f.File, &f.Across, &detail, &edition, &f.Decision, &f.Note); err != nil {
			return err
		}
		if err := json.Unmarshal(detail, &f.Finding); err != nil {
			return err
		}
		f.Edition = edition // earlier versions of the program did not store it
		list = append(list, f)
		return nil
	}, append(where.args, filter.args()...)...)
	if err != nil {
		return nil, fmt.Errorf("list the findings: %w", err)
	}
	return list, nil
}

func (filter FindingFilter) clauses() clauses {
	where := filter.Query.filter()
	if filter.ReportID != 0 {
		where.and(`report_id = ?`, filter.ReportID)
	}
	return where
}

// own are the conditions on the findings themselves.
func (filter FindingFilter) own() clauses {
	var c clauses
	rules := make([]string, len(filter.Rules))
	for i, rule := range filter.Rules {
		rules[i] = string(rule)
	}
	c.in(`f.rule`, rules)
	severities := make([]string, len(filter.Severities))
	for i, severity := range filter.Severities {
		severities[i] = string(severity)
	}
	c.in(`f.severity`, severities)
	return c
}

func (filter FindingFilter) conditions() string {
	condition := ` WHERE true`
	for _, c := range filter.own().where {
		condition += ` AND ` + c
	}
	return condition
}

func (filter FindingFilter) args() []any { return filter.own().args }

// Decide saves the user's decision on a finding. It applies to the body, year, rule
// and figure, so that it outlives new checks and new revisions. Pending without a
// note withdraws the decision. It is a step that can be undone.
func (s *Store) Decide(ctx context.Context, f Found, decision Decision, note string) error {
	err := s.write(ctx, func(conn *sql.Conn) error { return decide(ctx, conn, f, decision, note) })
	if err != nil {
		return fmt.Errorf("keep the decision: %w", err)
	}
	return nil
}

func decide(ctx context.Context, conn *sql.Conn, f Found, decision Decision, note string) error {
	var id int
	err := conn.QueryRowContext(ctx, `SELECT body_id FROM store.bodies WHERE region = ? AND unit = ? ORDER BY body_id IN (SELECT body_id FROM store.reports) DESC LIMIT 1`, f.Body.Region, f.Body.Unit).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return ErrUnknownReport
	}
	if err != nil {
		return err
	}
	step, err := newStep(ctx, conn, DecideStep)
	if err != nil {
		return err
	}
	_, err = conn.ExecContext(ctx, `INSERT INTO store.decided VALUES (?, ?, ?, ?, ?, ?, ?, ?, now(), ?)`,
		id, f.Year, string(f.Rule), f.Key.Table, f.Key.Item, f.Key.Column, string(decision), strings.ToValidUTF8(note, "\uFFFD"), step)
	return err
}
