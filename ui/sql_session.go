package ui

import (
	"slices"
	"strings"
	"time"

	"nianbao/data"
)

// sqlSession is what has been asked in SQL. It outlives the pane, which is made anew with a change
// of language or theme.
type sqlSession struct {
	draft  string // what stands in the editor
	recent []string
	asked  string // the statement that was answered last
	answer *data.Answer
	took   time.Duration
	order  []data.SortKey
	opened bool // the pane has been in front
}

// recentLimit is how many statements are remembered.
const recentLimit = 50

// firstStatement is an example that answers something in every database.
const firstStatement = `SELECT unit, year, received_total, carried_over_total
FROM applications
ORDER BY received_total DESC
LIMIT 20`

// remember puts a statement in front of the recent ones.
func (s *sqlSession) remember(statement string) {
	statement = strings.TrimSpace(statement)
	s.recent = slices.DeleteFunc(s.recent, func(other string) bool { return other == statement })
	s.recent = slices.Insert(s.recent, 0, statement)
	s.recent = s.recent[:min(len(s.recent), recentLimit)]
}
