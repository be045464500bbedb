package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"nianbao/data/form"
)

// ErrNoStep says that there is nothing to undo, or nothing to redo.
var ErrNoStep = errors.New("there is no such step")

// StepKind is what the user did in a step.
type StepKind string

// The kinds of steps.
const (
	ImportStep  StepKind = "import"
	AmendStep   StepKind = "amend"   // figures were corrected, or given up for a later file's
	DecideStep  StepKind = "decide"  // a finding was decided or commented on
	RelabelStep StepKind = "relabel" // a report was given another body or year

	ListStep     StepKind = "list"     // a list of bodies was imported
	AddBodyStep  StepKind = "add"      // a body was added
	RenameStep   StepKind = "rename"   // a body was given another name
	MoveStep     StepKind = "move"     // a body was given another parent
	DescribeStep StepKind = "describe" // a body's kind, names or duty to report were changed
	MergeStep    StepKind = "merge"    // two bodies turned out to be one
	SplitStep    StepKind = "split"    // a body turned out to be two
	RemoveStep   StepKind = "remove"   // a body was taken off the register
)

// Step is one thing that the user did. Undoing it takes its effect away and redoing it
// brings the effect back, in any order: the state always follows from the steps that are
// not undone.
type Step struct {
	ID   int64
	Kind StepKind
	Made time.Time
	// Import is the id of an import step, and Label its label; for the others, Body and
	// Year name the report. For a step of the register, Label is the list, or the former
	// name and the new one.
	Import int64
	Label  string
	Body   Body
	Year   int
	Key    form.Key    // the corrected figure, the first of several; or the finding's
	Rule   form.RuleID // of the finding
	Count  int         // number of corrected figures
}

// Effect is what undoing or redoing a step does to the reports.
type Effect struct {
	Withdrawn int // reports that lose their effect
	Returned  int // reports that have it again
	Restored  int // bodies and years whose earlier file is in force again
	Empty     int // bodies and years that are left without a report
	Amended   int // corrected figures of the withdrawn reports
}

// NextUndo returns the latest step that is not undone, or ErrNoStep.
func (s *Store) NextUndo(ctx context.Context) (Step, error) {
	return s.step(ctx, `(SELECT max(step_id) FROM store.steps WHERE undone_at IS NULL)`)
}

// NextRedo returns the step that was undone last, or ErrNoStep if something else was done
// since.
func (s *Store) NextRedo(ctx context.Context) (Step, error) {
	return s.step(ctx, `(SELECT arg_max(step_id, redo) FROM store.steps WHERE redo IS NOT NULL)`)
}

// ImportStepOf returns the step of an import, or ErrUnknownImport if it changed
// nothing.
func (s *Store) ImportStepOf(ctx context.Context, importID int64) (Step, error) {
	step, err := s.step(ctx, `(SELECT step_id FROM store.steps WHERE import_id = ?)`, importID)
	if errors.Is(err, ErrNoStep) {
		err = ErrUnknownImport
	}
	return step, err
}

func (s *Store) step(ctx context.Context, id string, args ...any) (step Step, err error) {
	found := false
	err = eachRow(ctx, s.db, `WITH chosen AS (SELECT * FROM store.steps WHERE step_id = `+id+`),
		places AS (
			SELECT step_id, body_id, year, c.position, '' AS rule, table_id, item_id, column_id FROM store.amendments SEMI JOIN chosen USING (step_id) JOIN store.columns c USING (table_id, item_id, column_id)
			UNION ALL SELECT step_id, body_id, year, -1, rule, table_id, item_id, column_id FROM store.decided SEMI JOIN chosen USING (step_id)
			UNION ALL SELECT step_id, body_id, 0, -1 - (number = 0)::INTEGER, '', '', '', '' FROM store.edits SEMI JOIN chosen USING (step_id)
			UNION ALL SELECT step_id, body_id, year, -1, '', '', '', '' FROM store.relabels SEMI JOIN chosen USING (step_id) JOIN store.every_report ON report_id = new_report)
		SELECT c.step_id, c.kind, c.made_at, coalesce(c.import_id, 0), coalesce(i.label, c.label, ''), coalesce(b.region, ''), coalesce(b.unit, ''),
			coalesce(p.year, 0), coalesce(p.rule, ''), coalesce(p.table_id, ''), coalesce(p.item_id, ''), coalesce(p.column_id, ''),
			(SELECT count(*) FROM store.amendments SEMI JOIN chosen USING (step_id))
		FROM chosen c LEFT JOIN store.imports i USING (import_id)
			LEFT JOIN (SELECT * FROM places ORDER BY position LIMIT 1) p USING (step_id)
			LEFT JOIN store.bodies b USING (body_id)`, func(rows *sql.Rows) error {
		err := rows.Scan(&step.ID, &step.Kind, &step.Made, &step.Import, &step.Label, &step.Body.Region, &step.Body.Unit, &step.Year,
			&step.Rule, &step.Key.Table, &step.Key.Item, &step.Key.Column, &step.Count)
		found = true
		return err
	}, args...)
	if err == nil && !found {
		err = ErrNoStep
	}
	if err != nil {
		return Step{}, fmt.Errorf("read a step: %w", err)
	}
	return step, nil
}

// newStep begins a step within the caller's transaction. Steps that were undone before
// can no longer be redone by NextRedo, since something else was done.
func newStep(ctx context.Context, conn *sql.Conn, kind StepKind) (id int64, err error) {
	if err := forgetRedo(ctx, conn); err != nil {
		return 0, err
	}
	err = conn.QueryRowContext(ctx, `INSERT INTO store.steps SELECT coalesce(max(step_id), 0) + 1, ?, NULL, now(), NULL, NULL, NULL FROM store.steps RETURNING step_id`, string(kind)).Scan(&id)
	return id, err
}

func forgetRedo(ctx context.Context, conn *sql.Conn) error {
	_, err := conn.ExecContext(ctx, `UPDATE store.steps SET redo = NULL WHERE redo IS NOT NULL`)
	return err
}

// UndoStep undoes a step. It is ErrNoStep if the step is undone already, and
// ErrWriterBusy during an import.
func (s *Store) UndoStep(ctx context.Context, id int64) (Effect, error) {
	effect, err := s.undoOrRedo(ctx, []int64{id}, true)
	if err != nil {
		return effect, fmt.Errorf("undo: %w", err)
	}
	return effect, nil
}

// RedoStep redoes a step. It is ErrNoStep if the step is not undone, and ErrWriterBusy
// during an import.
func (s *Store) RedoStep(ctx context.Context, id int64) (Effect, error) {
	effect, err := s.undoOrRedo(ctx, []int64{id}, false)
	if err != nil {
		return effect, fmt.Errorf("redo: %w", err)
	}
	return effect, nil
}

// errPreviewed makes a transaction roll back the changes that Preview has counted.
var errPreviewed = errors.New("previewed")

// Preview returns what UndoStep or RedoStep would do, and changes nothing.
func (s *Store) Preview(ctx context.Context, id int64, undo bool) (effect Effect, err error) {
	err = s.asWriter(ctx, func(conn *sql.Conn) error {
		err := inTransaction(ctx, conn, func() error {
			found, err := s.markSteps(ctx, conn, []int64{id}, undo)
			if err != nil {
				return err
			}
			if effect, err = found.effect(ctx, conn); err != nil {
				return err
			}
			return errPreviewed
		})
		if errors.Is(err, errPreviewed) {
			return nil
		}
		return err
	})
	if err != nil {
		return effect, fmt.Errorf("look at a step: %w", err)
	}
	return effect, nil
}

// undoOrRedo undoes or redoes steps in one transaction.
func (s *Store) undoOrRedo(ctx context.Context, ids []int64, undo bool) (effect Effect, err error) {
	err = s.asWriter(ctx, func(conn *sql.Conn) error {
		var found settlement
		err := writeLinked(ctx, conn, func() (err error) {
			if found, err = s.markSteps(ctx, conn, ids, undo); err != nil {
				return err
			}
			if effect, err = found.effect(ctx, conn); err != nil {
				return err
			}
			if err := s.apply(ctx, conn, found); err != nil {
				return err
			}
			return holdNames(ctx, conn)
		})
		if err != nil {
			return err
		}
		return s.compareAfter(ctx, conn, found)
	})
	return effect, err
}

// markSteps marks steps as undone or not, and returns what has to change for the reports.
func (s *Store) markSteps(ctx context.Context, conn *sql.Conn, ids []int64, undo bool) (settlement, error) {
	list := idList(ids)
	mark := `UPDATE store.steps SET undone_at = NULL, redo = NULL WHERE undone_at IS NOT NULL AND step_id IN ` + list
	if undo {
		mark = `UPDATE store.steps SET undone_at = now(), redo = (SELECT coalesce(max(redo), 0) + 1 FROM store.steps) WHERE undone_at IS NULL AND step_id IN ` + list
	}
	result, err := conn.ExecContext(ctx, mark)
	if err != nil {
		return settlement{}, err
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return settlement{}, errors.Join(err, ErrNoStep)
	}
	found, err := settlementOf(ctx, conn, `SELECT body_id, year FROM store.every_report JOIN store.steps USING (import_id) WHERE step_id IN `+list+`
		UNION SELECT body_id, year FROM store.every_report JOIN store.relabels ON report_id IN (old_report, new_report) WHERE step_id IN `+list)
	if err != nil {
		return found, err
	}
	err = eachRow(ctx, conn, `SELECT count(*) > 0 FROM store.edits WHERE field IN ('region', 'unit', 'parent') AND step_id IN `+list, func(rows *sql.Rows) error {
		return rows.Scan(&found.bodiesMoved)
	})
	if err != nil {
		return found, err
	}
	err = eachRow(ctx, conn, `SELECT DISTINCT report_id FROM store.amendments SEMI JOIN store.reports USING (report_id) WHERE step_id IN `+list, func(rows *sql.Rows) error {
		var id int64
		err := rows.Scan(&id)
		if !slices.Contains(found.withdrawn, id) && !slices.Contains(found.demoted, id) {
			found.amended = append(found.amended, id)
		}
		return err
	})
	return found, err
}

// asWriter runs do as the only writer.
func (s *Store) asWriter(ctx context.Context, do func(*sql.Conn) error) error {
	if err := s.lockWriter(); err != nil {
		return err
	}
	defer s.unlockWriter()
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return duckdbError(err)
	}
	defer conn.Close()
	return do(conn)
}
