package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// ImportInfo describes an import that has ended.
type ImportInfo struct {
	ID                            int64
	Label                         string
	Sample                        bool
	Started                       time.Time
	Finished, Undone              time.Time // zero if it is not
	Imported, Replaced, Unchanged int
	Added                         int // further sources of reports that were there
	Failed                        int // failed lines without a later answer that helped
	Open                          int // lines that wait for an answer
	// CanUndo and CanRedo say whether Undo and Redo would change anything.
	CanUndo, CanRedo bool
}

// Imports lists the imports, the latest first.
func (s *Store) Imports(ctx context.Context) ([]ImportInfo, error) {
	var list []ImportInfo
	err := eachRow(ctx, s.db, `SELECT i.import_id, i.label, sample, started_at, finished_at, undone_at, imported, replaced, unchanged,
			coalesce(failed, 0), coalesce(open, 0), coalesce(added, 0), step_id IS NOT NULL AND undone_at IS NULL,
			undone_at IS NOT NULL AND i.import_id IN (SELECT import_id FROM store.withdrawn)
		FROM store.imports i LEFT JOIN store.steps USING (import_id)
			LEFT JOIN (SELECT import_id, count(*) FILTER (verdict IN ('failed', 'asked') AND by_import IS NULL) AS failed, count(*) FILTER (open) AS open, count(*) FILTER (verdict = 'added') AS added FROM (`+lineRows+`) GROUP BY import_id) l USING (import_id)
		ORDER BY i.import_id DESC`, func(rows *sql.Rows) error {
		var i ImportInfo
		var finished, undone sql.NullTime
		err := rows.Scan(&i.ID, &i.Label, &i.Sample, &i.Started, &finished, &undone, &i.Imported, &i.Replaced, &i.Unchanged, &i.Failed, &i.Open, &i.Added, &i.CanUndo, &i.CanRedo)
		i.Finished, i.Undone = finished.Time, undone.Time
		list = append(list, i)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list the imports: %w", err)
	}
	return list, nil
}

// Undo takes back everything that an import saved: its reports are withdrawn, and those
// they superseded are in force again, unless a later import has replaced them. It returns
// the number of reports taken back. It is ErrUnknownImport if the import changed nothing
// or is undone already.
func (s *Store) Undo(ctx context.Context, importID int64) (int, error) {
	step, err := s.ImportStepOf(ctx, importID)
	if err != nil {
		return 0, fmt.Errorf("undo: %w", err)
	}
	effect, err := s.UndoStep(ctx, step.ID)
	if errors.Is(err, ErrNoStep) {
		err = fmt.Errorf("undo: %w", ErrUnknownImport)
	}
	return effect.Withdrawn, err
}

// RemoveSamples takes back the imports of the program's own examples.
func (s *Store) RemoveSamples(ctx context.Context) (int, error) {
	steps, err := column[int64](ctx, s.db, `SELECT step_id FROM store.steps JOIN store.imports USING (import_id) WHERE sample AND undone_at IS NULL`)
	if err == nil && len(steps) == 0 {
		err = ErrUnknownImport
	}
	if err != nil {
		return 0, fmt.Errorf("remove the examples: %w", err)
	}
	effect, err := s.undoOrRedo(ctx, steps, true)
	if err != nil {
		return 0, fmt.Errorf("remove the examples: %w", err)
	}
	return effect.Withdrawn, nil
}

// HasSamples reports whether examples of the program are in the store.
func (s *Store) HasSamples(ctx context.Context) (has bool, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT count(*) > 0 FROM store.steps JOIN store.imports USING (import_id) WHERE sample AND undone_at IS NULL`).Scan(&has)
	if err != nil {
		return false, fmt.Errorf("look for examples: %w", duckdbError(err))
	}
	return has, nil
}
