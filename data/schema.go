package data

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// SchemaVersion is the version of the schema that this program writes: the number of the
// last migration.
func SchemaVersion() int {
	steps, err := migrations(migrationFiles)
	if err != nil {
		return 0 // cannot happen: a test reads the embedded files
	}
	return steps[len(steps)-1].version
}

type migration struct {
	version int
	text    string
}

// upgrade upgrades the schema of the file and reads the columns.
func (s *Store) upgrade(ctx context.Context) error {
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return fmt.Errorf("upgrade %s: %w", s.path, err)
	}
	defer conn.Close()
	steps, err := migrations(migrationFiles)
	if err != nil {
		return err
	}
	found, err := schemaVersion(ctx, conn)
	if err != nil {
		return fmt.Errorf("read the schema version of %s: %w", s.path, err)
	}
	if found > 0 && found < len(steps) {
		if err := s.backupBefore(ctx, found); err != nil {
			return fmt.Errorf("copy %s before it is migrated: %w", s.path, duckdbError(err))
		}
	}
	if err := migrate(ctx, conn, s.path, steps); err != nil {
		return err
	}
	if s.columns, err = syncColumns(ctx, conn); err != nil {
		return fmt.Errorf("add the form's columns to %s: %w", s.path, duckdbError(err))
	}
	if err := s.syncCompact(ctx, conn); err != nil {
		return fmt.Errorf("bring the figures of %s together: %w", s.path, duckdbError(err))
	}
	if err := s.syncMetrics(ctx, conn); err != nil {
		return fmt.Errorf("make the metrics of %s: %w", s.path, duckdbError(err))
	}
	if err := syncViews(ctx, conn, s.columns); err != nil {
		return fmt.Errorf("create the views of %s: %w", s.path, duckdbError(err))
	}
	return nil
}

// migrations reads the numbered files of a migrations directory, in order.
func migrations(files fs.FS) ([]migration, error) {
	names, err := fs.Glob(files, "migrations/*.sql") // sorted by name
	if err != nil {
		return nil, err
	}
	var steps []migration
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		version, err := strconv.Atoi(strings.TrimSuffix(path.Base(name), ".sql"))
		if err != nil || version != len(steps)+1 {
			return nil, fmt.Errorf("migration %s: numbers must run from 0001 without a gap", name)
		}
		steps = append(steps, migration{version, string(text)})
	}
	return steps, nil
}

// migrate runs the steps that the file lacks, each in its own transaction.
func migrate(ctx context.Context, conn *sql.Conn, file string, steps []migration) error {
	found, err := schemaVersion(ctx, conn)
	if err != nil {
		return fmt.Errorf("read the schema version of %s: %w", file, err)
	}
	if found > len(steps) {
		return &NewerError{Path: file, Found: found, Known: len(steps)}
	}
	for _, step := range steps[found:] {
		err := inTransaction(ctx, conn, func() error {
			if _, err := conn.ExecContext(ctx, step.text); err != nil {
				return err
			}
			_, err := conn.ExecContext(ctx, `INSERT INTO main.schema_version VALUES (?, now())`, step.version)
			return err
		})
		if err != nil {
			return fmt.Errorf("migrate %s to schema version %d: %w", file, step.version, err)
		}
	}
	return nil
}

// schemaVersion reads the version, 0 for a new file. It refuses a file with tables of
// another program.
func schemaVersion(ctx context.Context, conn *sql.Conn) (version int, err error) {
	var tables, ours int
	err = conn.QueryRowContext(ctx, `SELECT count(*), count(*) FILTER (schema_name = 'main' AND table_name = 'schema_version')
		FROM duckdb_tables() WHERE database_name = 'nianbao'`).Scan(&tables, &ours)
	if err != nil {
		return 0, err
	}
	if ours == 0 {
		if tables > 0 {
			return 0, ErrNotADatabase
		}
		_, err := conn.ExecContext(ctx, `CREATE TABLE main.schema_version (version INTEGER NOT NULL, applied_at TIMESTAMPTZ NOT NULL)`)
		return 0, err
	}
	err = conn.QueryRowContext(ctx, `SELECT coalesce(max(version), 0) FROM main.schema_version`).Scan(&version)
	return version, err
}

// inTransaction runs do between BEGIN and COMMIT on the connection and rolls back
// after any error. It does not use sql.Tx, whose Commit returns nil after DuckDB
// has aborted the transaction; COMMIT as a statement fails.
func inTransaction(ctx context.Context, conn *sql.Conn, do func() error) error {
	if _, err := conn.ExecContext(ctx, `BEGIN TRANSACTION`); err != nil {
		return duckdbError(err)
	}
	err := do()
	if err == nil {
		_, err = conn.ExecContext(ctx, `COMMIT`)
	}
	if err == nil {
		return nil
	}
	// The rollback must run even if do failed because the context was cancelled.
	_, rollback := conn.ExecContext(context.WithoutCancel(ctx), `ROLLBACK`)
	if rollback != nil && strings.Contains(rollback.Error(), "no transaction is active") {
		rollback = nil
	}
	return errors.Join(duckdbError(err), rollback)
}
