package sql

import (
	"slices"
	"strings"
	"time"

	"nianbao/data"
	"nianbao/ui/grid"
)

// Session holds the user's statements and their rows. It outlives the pane, which is
// rebuilt when the language or the theme changes.
type Session struct {
	draft  string   // the text in the editor
	recent []string // earlier statements, the latest first
	last   result
}

// result is the result of a statement.
type result struct {
	statement string
	answer    *data.SQLResult
	took      time.Duration
	order     []grid.Sort // as the user sorted the rows
}

// recentLimit is how many statements are remembered.
const recentLimit = 50

// firstStatement is an example that returns rows from every database with reports.
const firstStatement = `SELECT unit, year, received_total, carried_over_total
FROM applications
ORDER BY received_total DESC
LIMIT 20`

// remember puts a statement at the front of the recent ones.
func (s *Session) remember(statement string) {
	statement = strings.TrimSpace(statement)
	s.recent = slices.DeleteFunc(s.recent, func(other string) bool { return other == statement })
	s.recent = slices.Insert(s.recent, 0, statement)
	s.recent = s.recent[:min(len(s.recent), recentLimit)]
}
