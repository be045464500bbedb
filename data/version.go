package data

import (
	"context"
	"database/sql"
	"fmt"
)

// EngineVersion returns the version of DuckDB without opening a file.
func EngineVersion(ctx context.Context) (version string, err error) {
	db, err := sql.Open("duckdb", "")
	if err != nil {
		return "", fmt.Errorf("ask the engine's version: %w", err)
	}
	defer db.Close()
	if err := db.QueryRowContext(ctx, `SELECT version()`).Scan(&version); err != nil {
		return "", fmt.Errorf("ask the engine's version: %w", err)
	}
	return version, nil
}
