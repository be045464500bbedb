package data

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"strings"

	"github.com/duckdb/duckdb-go/v2"
)

// selectOnly refuses everything but a single SELECT, without running any of it.
func selectOnly(ctx context.Context, conn *sql.Conn, statement string) error {
	var tree any
	err := conn.QueryRowContext(ctx, `SELECT json_serialize_sql(CAST(? AS VARCHAR))`, statement).Scan(&tree)
	if err != nil {
		return err
	}
	root, _ := tree.(map[string]any)
	if root["error_type"] == "not implemented" { // it can be parsed but is not a SELECT
		return ErrNotReadOnly
	}
	if err := opensNothing(tree); err != nil {
		return err
	}
	return conn.Raw(func(raw any) error { return prepareOnly(raw.(driver.Conn), statement) })
}

// opensNothing refuses tables that are named like files, and table functions other than
// those that need no file. DuckDB's own restriction is not enough: it leaves the database
// file itself readable, and closing that drops the system's lock on it. The check must
// come before the statement is prepared, because preparing already reads.
func opensNothing(node any) error {
	switch n := node.(type) {
	case []any:
		for _, child := range n {
			if err := opensNothing(child); err != nil {
				return err
			}
		}
	case map[string]any:
		if err := allowed(n); err != nil {
			return err
		}
		for _, child := range n {
			if err := opensNothing(child); err != nil {
				return err
			}
		}
	}
	return nil
}

func allowed(node map[string]any) error {
	if table, _ := node["table_name"].(string); strings.ContainsAny(table, `./\:*`) {
		return fmt.Errorf("%w: %s is no view", ErrNotReadOnly, table)
	}
	if node["type"] != "TABLE_FUNCTION" {
		return nil
	}
	function, _ := node["function"].(map[string]any)
	switch name, _ := function["function_name"].(string); strings.ToLower(name) {
	case "range", "generate_series", "unnest", "repeat", "repeat_row", "json_each", "json_tree",
		"duckdb_columns", "duckdb_views", "duckdb_tables", "duckdb_functions", "duckdb_types", "pragma_table_info":
		return nil
	default:
		return fmt.Errorf("%w: the function %s is not available here", ErrNotReadOnly, name)
	}
}

// prepareOnly prepares the statement. It must not use PrepareContext, which runs all
// statements except the last.
func prepareOnly(conn driver.Conn, statement string) error {
	prepared, err := conn.Prepare(statement)
	if err != nil {
		var failure *duckdb.Error
		if errors.As(err, &failure) {
			return err
		}
		return errors.Join(ErrNotReadOnly, err)
	}
	defer prepared.Close()
	s, ok := prepared.(*duckdb.Stmt)
	if !ok {
		return ErrNotReadOnly
	}
	kind, err := s.StatementType()
	if err != nil || kind != duckdb.STATEMENT_TYPE_SELECT || s.NumInput() > 0 {
		return errors.Join(ErrNotReadOnly, err)
	}
	return nil
}
