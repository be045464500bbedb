package data

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"nianbao/data/form"
)

// Report returns a report, in force or superseded, with its figures after corrections;
// AmendmentsOf has the file's own. It is ErrUnknownReport if there is none with that id.
func (s *Store) Report(ctx context.Context, id int64) (form.Report, error) {
	entries, err := s.loadEntries(ctx, s.db, []int64{id})
	if err != nil {
		return form.Report{}, fmt.Errorf("read report %d: %w", id, err)
	}
	if len(entries) == 0 {
		return form.Report{}, fmt.Errorf("read report %d: %w", id, ErrUnknownReport)
	}
	return entries[0].report, nil
}

// ReportID returns the id of the report in force of a body and year, or
// ErrUnknownReport.
func (s *Store) ReportID(ctx context.Context, b Body, year int) (int64, error) {
	var id int64
	err := s.db.QueryRowContext(ctx, `SELECT report_id FROM store.wide WHERE region = ? AND unit = ? AND year = ?`, b.Region, b.Unit, year).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrUnknownReport
	}
	if err != nil {
		return 0, fmt.Errorf("find the report of %s%s %d: %w", b.Region, b.Unit, year, duckdbError(err))
	}
	return id, nil
}

// Revision is one report of a body and year, in force or superseded.
type Revision struct {
	ReportID    int64
	File, Sheet string
	ImportID    int64
	ImportedAt  time.Time
	InForce     bool
}

// Revisions lists the reports of a body and year, the latest first.
func (s *Store) Revisions(ctx context.Context, b Body, year int) ([]Revision, error) {
	var list []Revision
	err := eachRow(ctx, s.db, `SELECT report_id, file, sheet, import_id, imported_at, true FROM store.reports WHERE region = ? AND unit = ? AND year = ?
		UNION ALL SELECT report_id, file, sheet, import_id, imported_at, false FROM store.revisions WHERE region = ? AND unit = ? AND year = ?
		ORDER BY report_id DESC`, func(rows *sql.Rows) error {
		var r Revision
		err := rows.Scan(&r.ReportID, &r.File, &r.Sheet, &r.ImportID, &r.ImportedAt, &r.InForce)
		list = append(list, r)
		return err
	}, b.Region, b.Unit, year, b.Region, b.Unit, year)
	if err != nil {
		return nil, fmt.Errorf("list the revisions of %s%s %d: %w", b.Region, b.Unit, year, err)
	}
	return list, nil
}

// loadEntries reads whole reports, in the order of their ids.
func (s *Store) loadEntries(ctx context.Context, q querier, ids []int64) ([]*storedReport, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	list := idList(ids)
	var entries []*storedReport
	byID := map[int64]*storedReport{}
	const head = `SELECT report_id, body_id, unit, region, agency, year, edition, title, file, sheet, hash, digest, text_digest, import_id, imported_at, coalesce(previous, 0), figures FROM `
	err := eachRow(ctx, q, head+`store.reports WHERE report_id IN `+list+` UNION ALL `+head+`store.revisions WHERE report_id IN `+list+`
		UNION ALL `+head+`store.withdrawn WHERE report_id IN `+list+` ORDER BY report_id`,
		func(rows *sql.Rows) error {
			e := &storedReport{}
			r := &e.report
			err := rows.Scan(&e.id, &e.body, &r.Unit, &r.Region, &r.Agency, &r.Year, &r.Edition, &r.Title, &r.File, &r.Sheet, &r.Hash,
				&e.digest, &e.textDigest, &e.importID, &e.importedAt, &e.previous, &e.own)
			entries, byID[e.id] = append(entries, e), e
			return err
		})
	if err != nil {
		return nil, err
	}
	if err := s.loadFigures(ctx, q, list, byID); err != nil {
		return nil, err
	}
	if err := loadDocuments(ctx, q, list, byID); err != nil {
		return nil, err
	}
	return entries, s.loadConflicts(ctx, q, list, byID)
}

// loadConflicts adds the figures for which the sources of reports in force contradict
// each other.
func (s *Store) loadConflicts(ctx context.Context, q querier, list string, byID map[int64]*storedReport) error {
	members := map[int64][]int64{}
	err := eachRow(ctx, q, `SELECT report_id, source_id FROM store.sources WHERE report_id IN `+list+` ORDER BY report_id, source_id`, func(rows *sql.Rows) error {
		var report, source int64
		err := rows.Scan(&report, &source)
		members[report] = append(members[report], source)
		return err
	})
	for report, ids := range members {
		if err != nil {
			return err
		}
		var sources []sourceReport
		if sources, err = readSources(ctx, q, ids); err == nil {
			c := arrange(sources)
			byID[report].conflicts = c.conflicts(s.columns.keys)
		}
	}
	return err
}

func (s *Store) loadFigures(ctx context.Context, q querier, list string, byID map[int64]*storedReport) error {
	return eachRow(ctx, q, `SELECT report_id, position, status, coalesce(value, 0), raw, sheet, cell, amended, coalesce(file, '') FROM store.figures
		WHERE report_id IN `+list+` ORDER BY report_id, ordinal`, func(rows *sql.Rows) error {
		var id int64
		var position int
		var f form.Figure
		var sheet sql.NullString
		var amended bool
		if err := rows.Scan(&id, &position, &f.Status, &f.Value, &f.Raw, &sheet, &f.Source.Cell, &amended, &f.Source.File); err != nil {
			return err
		}
		if amended { // the text belongs to the file's figure: see Amendment.Original
			f.Raw = plainText(f.Status, f.Value)
		}
		f.Key = s.columns.keys[position]
		if e := byID[id]; e != nil {
			f.Source.Sheet = e.report.Sheet
			if sheet.Valid {
				f.Source.Sheet = sheet.String
			}
			e.report.Figures = append(e.report.Figures, f)
		}
		return nil
	})
}

func loadDocuments(ctx context.Context, q querier, list string, byID map[int64]*storedReport) error {
	return eachRow(ctx, q, `SELECT report_id, narrative, evidence, remarks, coalesce(kind, 'form') FROM store.documents WHERE report_id IN `+list, func(rows *sql.Rows) error {
		var id int64
		var narrative, evidence, remarks []byte
		var kind form.SourceKind
		if err := rows.Scan(&id, &narrative, &evidence, &remarks, &kind); err != nil {
			return err
		}
		e := byID[id]
		if e == nil {
			return nil
		}
		e.report.Kind = kind
		return errors.Join(json.Unmarshal(narrative, &e.report.Narrative), json.Unmarshal(evidence, &e.report.Evidence), json.Unmarshal(remarks, &e.report.Remarks))
	})
}
