package data

import (
	"context"
	"database/sql"
	"fmt"
)

// DuckDBVersion returns the version of DuckDB without opening a file.
func DuckDBVersion(ctx context.Context) (version string, err error) {
	db, err := sql.Open("duckdb", "")
	if err != nil {
		return "", fmt.Errorf("read DuckDB's version: %w", err)
	}
	defer db.Close()
	if err := db.QueryRowContext(ctx, `SELECT version()`).Scan(&version); err != nil {
		return "", fmt.Errorf("read DuckDB's version: %w", err)
	}
	return version, nil
}
