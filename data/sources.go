package data

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"nianbao/data/form"
)

// mostFiles limits how many reports Files names: enough for a chart that a person
// reads.
const mostFiles = 20_000

// Files returns the file of each report of the query, by report id. Beyond mostFiles it
// names only the first ones.
func (s *Store) Files(ctx context.Context, q Query) (map[int64]string, error) {
	where := s.filter(q)
	files := map[int64]string{}
	err := eachRow(ctx, s.db, `SELECT report_id, file FROM store.reports WHERE report_id IN (SELECT report_id`+where.from()+fmt.Sprintf(`) ORDER BY report_id LIMIT %d`, mostFiles), func(rows *sql.Rows) error {
		var id int64
		var file string
		err := rows.Scan(&id, &file)
		files[id] = file
		return err
	}, where.args...)
	if err != nil {
		return nil, fmt.Errorf("name the files of reports: %w", err)
	}
	return files, nil
}

// ReportSource is a file from which a report in force has figures, or which confirms or contradicts
// them.
type ReportSource struct {
	ReportID    int64 // of the report as this file gives it
	File, Sheet string
	Kind        form.SourceKind
	ImportedAt  time.Time
	Figures     int // that it has
	// Figures for which only this source has a number, another one has the same number,
	// another one has a different number.
	Adds, Confirms, Contradicts int
}

// SourcesOf lists the sources of a report in force, the highest first; of a report with
// a single file, that one.
func (s *Store) SourcesOf(ctx context.Context, report int64) ([]ReportSource, error) {
	var list []ReportSource
	err := eachRow(ctx, s.db, `SELECT f.report_id, f.file, f.sheet, coalesce(d.kind, 'form'), f.imported_at, f.figures,
			coalesce(c.adds, 0), coalesce(c.confirms, 0), coalesce(c.contradicts, 0)
		FROM (SELECT report_id, file, sheet, imported_at, figures FROM store.reports UNION ALL SELECT report_id, file, sheet, imported_at, figures FROM store.revisions) f
		LEFT JOIN store.sources c ON c.source_id = f.report_id AND c.report_id = ?
		LEFT JOIN store.documents d ON d.report_id = f.report_id
		WHERE f.report_id = ? OR c.source_id IS NOT NULL ORDER BY c.rank`, func(rows *sql.Rows) error {
		var f ReportSource
		err := rows.Scan(&f.ReportID, &f.File, &f.Sheet, &f.Kind, &f.ImportedAt, &f.Figures, &f.Adds, &f.Confirms, &f.Contradicts)
		list = append(list, f)
		return err
	}, report, report)
	if err != nil {
		return nil, fmt.Errorf("list the sources of report %d: %w", report, err)
	}
	return list, nil
}
