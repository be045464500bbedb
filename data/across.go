package data

import (
	"context"
	"database/sql"
)

// checkAcross finds what only a comparison of several reports shows, and
// replaces the findings of that kind of all reports.
func (s *Store) checkAcross(context.Context, *sql.Conn) error {
	return nil
}
