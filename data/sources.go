package data

import (
	"context"
	"database/sql"
	"fmt"
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
