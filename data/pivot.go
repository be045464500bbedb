package data

import (
	"context"
	"database/sql"
	"regexp"
	"strings"
)

// mostPivots is the largest number of values that a PIVOT may turn into columns.
const mostPivots = 200

var startsPivot = regexp.MustCompile(`(?is)^\s*PIVOT\b`)

// withPivotValues adds the values to a PIVOT that names none, such as PIVOT reports ON
// year USING count(*). DuckDB runs such a statement as several, one of which writes, but
// selectOnly admits only a single one that reads. Other statements are returned
// unchanged.
func withPivotValues(ctx context.Context, conn *sql.Conn, statement string) (string, error) {
	if !startsPivot.MatchString(statement) {
		return statement, nil
	}
	words := topWords(statement)
	on, end := -1, len(statement)
	for _, w := range words {
		switch word := strings.ToUpper(statement[w.from:w.to]); {
		case word == "ON" && on < 0:
			on = w.to
		case on >= 0 && word == "IN", on >= 0 && word == ",":
			return statement, nil // the values are named, or there are several columns and DuckDB explains what it needs
		case on >= 0 && (word == "USING" || word == "GROUP" || word == "ORDER" || word == "LIMIT" || word == ";"):
			end = w.from
		}
		if end < len(statement) {
			break
		}
	}
	if on < 0 {
		return statement, nil
	}
	pivot := startsPivot.FindStringIndex(statement)[1]
	source, column := statement[pivot:on-len("ON")], statement[on:end]
	answer, err := runSelect(ctx, conn, `SELECT DISTINCT `+column+` AS value FROM `+source+` WHERE `+column+` IS NOT NULL ORDER BY 1`, mostPivots)
	if err != nil || len(answer.Rows) == 0 || len(answer.Columns) != 1 {
		return statement, err
	}
	var values []string
	for _, row := range answer.Rows {
		if answer.Columns[0].IsNumeric {
			values = append(values, row[0].String)
		} else {
			values = append(values, quote(row[0].String))
		}
	}
	return statement[:end] + ` IN (` + strings.Join(values, `, `) + `) ` + statement[end:], nil
}

// textSpan is a part of a text.
type textSpan struct{ from, to int }

// topWords are the words, commas and semicolons of a statement outside brackets,
// quotes and comments.
func topWords(statement string) []textSpan {
	var words []textSpan
	depth := 0
	for i := 0; i < len(statement); {
		switch c := statement[i]; {
		case c == '\'' || c == '"':
			i = closing(statement, i+1, string(c))
		case strings.HasPrefix(statement[i:], "--"):
			i = closing(statement, i+2, "\n")
		case strings.HasPrefix(statement[i:], "/*"):
			i = closing(statement, i+2, "*/")
		case c == '(' || c == '[' || c == '{':
			depth++
			i++
		case c == ')' || c == ']' || c == '}':
			depth--
			i++
		case isWordByte(c):
			from := i
			for i < len(statement) && isWordByte(statement[i]) {
				i++
			}
			if depth == 0 {
				words = append(words, textSpan{from, i})
			}
		default:
			if depth == 0 && (c == ',' || c == ';') {
				words = append(words, textSpan{i, i + 1})
			}
			i++
		}
	}
	return words
}

// closing is the index after the next occurrence of mark, or the end of the text.
func closing(text string, from int, mark string) int {
	if n := strings.Index(text[from:], mark); n >= 0 {
		return from + n + len(mark)
	}
	return len(text)
}

func isWordByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= 0x80
}
