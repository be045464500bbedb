package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"
)

// Limits bound a user's statement. The zero value means 10,000 rows and 30 s.
type Limits struct {
	Rows    int
	Timeout time.Duration
}

// mostAnswerBytes bounds the texts of a result.
const mostAnswerBytes = 256 << 20

// SQLResult is the result of a user's statement as text.
type SQLResult struct {
	Columns []SQLColumn
	Rows    [][]sql.NullString // invalid for NULL; decimals have no trailing zeros
	IsCut   bool               // there were more rows than Limits allowed
}

// SQLColumn is a column of an SQLResult.
type SQLColumn struct {
	Name      string
	Type      string // DuckDB's name, such as DECIMAL(18,6)
	IsNumeric bool
}

// SQL runs one statement that only reads, over the views of schema main. It returns
// ErrNotReadOnly for anything else; ErrTimeout, ErrTooMuchMemory, ErrTooMuchDisk or
// ErrLargeAnswer if the statement exceeds its bounds; and a *StatementError if the
// statement has a mistake.
//
// A statement has no access to files or the network (see settings), runs in a transaction
// that cannot write, and is bounded in rows, memory, disk and time. EXPLAIN before a
// statement returns its plan.
func (s *Store) SQL(ctx context.Context, statement string, limits Limits) (*SQLResult, error) {
	if limits.Rows <= 0 {
		limits.Rows = 10_000
	}
	if limits.Timeout <= 0 {
		limits.Timeout = 30 * time.Second
	}
	bounded, cancel := context.WithTimeoutCause(ctx, limits.Timeout, ErrTimeout)
	defer cancel()
	watch := watchMemory(cancel)
	defer watch.end()
	conn, err := s.db.Conn(bounded)
	if err != nil {
		return nil, duckdbError(err)
	}
	defer conn.Close()
	var answer *SQLResult
	err = readOnly(bounded, conn, func() error {
		answer, err = selectOrExplain(bounded, conn, statement, limits.Rows)
		return err
	})
	if err != nil && context.Cause(bounded) == ErrTimeout && ctx.Err() == nil {
		return nil, fmt.Errorf("%w (%s)", ErrTimeout, limits.Timeout)
	}
	if err != nil && ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if over := watch.exceeded(); err != nil && over {
		return nil, errors.Join(ErrTooMuchMemory, err)
	}
	return answer, duckdbError(statementError(err))
}

var startsExplain = regexp.MustCompile(`(?is)^\s*EXPLAIN\s+`)

// selectOrExplain runs a statement or, if it begins with EXPLAIN, returns its plan.
func selectOrExplain(ctx context.Context, conn *sql.Conn, statement string, limit int) (*SQLResult, error) {
	explain := startsExplain.FindString(statement)
	statement, err := withPivotValues(ctx, conn, statement[len(explain):])
	if err != nil {
		return nil, err
	}
	if explain == "" {
		return runSelect(ctx, conn, statement, limit)
	}
	if err := selectOnly(ctx, conn, statement); err != nil {
		return nil, err
	}
	answer := &SQLResult{Columns: []SQLColumn{{Name: "plan", Type: "VARCHAR"}}}
	err = eachRow(ctx, conn, `EXPLAIN `+statement, func(rows *sql.Rows) error {
		var key string
		var plan sql.NullString
		err := rows.Scan(&key, &plan)
		answer.Rows = append(answer.Rows, []sql.NullString{plan})
		return err
	})
	return answer, err
}

// readOnly runs do in a transaction in which DuckDB itself refuses to write.
func readOnly(ctx context.Context, conn *sql.Conn, do func() error) error {
	if _, err := conn.ExecContext(ctx, `BEGIN TRANSACTION READ ONLY`); err != nil {
		return err
	}
	err := do()
	_, rollback := conn.ExecContext(context.WithoutCancel(ctx), `ROLLBACK`)
	if err != nil {
		return err
	}
	return rollback
}

func runSelect(ctx context.Context, conn *sql.Conn, statement string, limit int) (*SQLResult, error) {
	if err := selectOnly(ctx, conn, statement); err != nil {
		return nil, err
	}
	// DuckDB's function query accepts a single SELECT and nothing else. Its parser
	// decides where the statement ends, instead of a search for semicolons.
	source := `FROM query(` + quote(statement) + `)`
	answer := &SQLResult{}
	err := eachRow(ctx, conn, `SELECT column_name, column_type FROM (DESCRIBE SELECT * `+source+`)`, func(rows *sql.Rows) error {
		var c SQLColumn
		err := rows.Scan(&c.Name, &c.Type)
		c.IsNumeric = isNumeric(c.Type)
		answer.Columns = append(answer.Columns, c)
		return err
	})
	if err != nil {
		return nil, err
	}
	size := 0
	err = eachRow(ctx, conn, fmt.Sprintf(`SELECT CAST(COLUMNS(*) AS VARCHAR) %s LIMIT %d`, source, limit+1), func(rows *sql.Rows) error {
		row, err := scanText(rows, answer.Columns)
		answer.Rows = append(answer.Rows, row)
		for _, v := range row {
			size += len(v.String)
		}
		if size > mostAnswerBytes && err == nil {
			err = ErrLargeAnswer
		}
		return err
	})
	if len(answer.Rows) > limit {
		answer.Rows, answer.IsCut = answer.Rows[:limit], true
	}
	return answer, err
}

func scanText(rows *sql.Rows, columns []SQLColumn) ([]sql.NullString, error) {
	row := make([]sql.NullString, len(columns))
	targets := make([]any, len(row))
	for i := range row {
		targets[i] = &row[i]
	}
	if err := rows.Scan(targets...); err != nil {
		return nil, err
	}
	for i, c := range columns {
		if strings.HasPrefix(c.Type, "DECIMAL") && !strings.HasSuffix(c.Type, "]") {
			row[i].String = trimZeros(row[i].String)
		}
	}
	return row, nil
}

func isNumeric(typeName string) bool {
	if strings.HasSuffix(typeName, "]") {
		return false
	}
	for _, prefix := range []string{"DECIMAL", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT", "FLOAT", "DOUBLE"} {
		if strings.HasPrefix(typeName, prefix) {
			return true
		}
	}
	return false
}

// trimZeros writes a decimal without the zeros at its end: 2390.000000 is 2390.
func trimZeros(decimal string) string {
	if !strings.Contains(decimal, ".") {
		return decimal
	}
	return strings.TrimSuffix(strings.TrimRight(decimal, "0"), ".")
}
