package data

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"nianbao/data/form"
)

// Locate sets the sources of findings that name a figure but have none. These are the
// findings of comparisons between reports, which do not read the files of figures.
func (s *Store) Locate(ctx context.Context, list []Found) error {
	type figureAt struct {
		report   int64
		position int
	}
	findings := map[figureAt][]int{}
	var reports, positions []int64
	for i, f := range list {
		position, isFigure := s.columns.position[f.Key]
		if f.Source != (form.Source{}) || !isFigure {
			continue
		}
		at := figureAt{f.ReportID, position}
		findings[at] = append(findings[at], i)
		reports, positions = append(reports, f.ReportID), append(positions, int64(position))
	}
	if len(findings) == 0 {
		return nil
	}
	unique := func(ids []int64) string {
		slices.Sort(ids)
		return idList(slices.Compact(ids))
	}
	err := eachRow(ctx, s.db, `SELECT f.report_id, f.position, coalesce(f.sheet, r.sheet), f.cell, coalesce(f.file, '') FROM store.figures f
		JOIN store.reports r USING (report_id) WHERE f.report_id IN `+unique(reports)+` AND f.position IN `+unique(positions), func(rows *sql.Rows) error {
		var at figureAt
		var source form.Source
		err := rows.Scan(&at.report, &at.position, &source.Sheet, &source.Cell, &source.File)
		for _, i := range findings[at] {
			list[i].Source = source
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("find the cells of findings: %w", err)
	}
	return nil
}
