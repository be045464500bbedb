package data

import (
	"context"
	"database/sql"
	"errors"
)

// Finish writes what is still pending, compares the reports across years and ends the
// import. It keeps what was saved even if ctx is cancelled. The error joins a *SaveError
// for each report that could not be written.
func (imp *Import) Finish(ctx context.Context) error {
	if imp.done {
		return ErrBadImportState
	}
	imp.done = true
	defer imp.store.unlockWriter()
	ctx = context.WithoutCancel(ctx)
	imp.flush(ctx)
	err := imp.end(ctx)
	return errors.Join(append(imp.failed, err, imp.originals.finish(), imp.conn.Close())...)
}

func (imp *Import) end(ctx context.Context) error {
	n := imp.counts
	if n[Imported]+n[Replaced]+n[Added] == 0 && !imp.withdrawn {
		return imp.endUnchanged(ctx)
	}
	scope := textScope{every: imp.withdrawn}
	if imp.hasTexts {
		scope.importID = imp.id
	}
	err := imp.store.compare(ctx, imp.conn, scope, func() error {
		_, err := imp.conn.ExecContext(ctx, `UPDATE store.imports SET finished_at = now(), imported = ?, replaced = ?, unchanged = ?, last_report = ? WHERE import_id = ?`,
			n[Imported], n[Replaced], n[Unchanged], imp.saved.nextReport-1, imp.id)
		return err
	})
	if err != nil {
		return err
	}
	checkpoint(ctx, imp.conn)
	return nil
}

// endUnchanged ends an import that saved no report: there is nothing to undo, but its
// lines are kept.
func (imp *Import) endUnchanged(ctx context.Context) error {
	return writeLinked(ctx, imp.conn, func() error {
		_, err := imp.conn.ExecContext(ctx, `DELETE FROM store.steps WHERE step_id = ?`, imp.step)
		switch {
		case err != nil:
		case imp.lines == 0:
			_, err = imp.conn.ExecContext(ctx, `DELETE FROM store.imports WHERE import_id = ?`, imp.id)
		default:
			_, err = imp.conn.ExecContext(ctx, `UPDATE store.imports SET finished_at = now(), unchanged = ? WHERE import_id = ?`, imp.counts[Unchanged], imp.id)
		}
		return err
	})
}

// checkpoint writes the log into the file. It fails while a long read still needs an old
// version. Nothing is lost then: the next checkpoint or Close writes it.
func checkpoint(ctx context.Context, conn *sql.Conn) {
	_, _ = conn.ExecContext(ctx, `CHECKPOINT nianbao`)
}
