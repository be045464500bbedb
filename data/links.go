package data

import (
	"context"
	"database/sql"
)

// writeLinked runs do in a transaction that adds a link to the chain of store.links: see
// checkChain. Every change of reports, findings or the user's decisions goes through it.
func writeLinked(ctx context.Context, conn *sql.Conn, do func() error) error {
	return inTransaction(ctx, conn, func() error {
		_, err := conn.ExecContext(ctx, `INSERT INTO store.links SELECT number + 1, CAST(uuid() AS VARCHAR), token FROM store.links ORDER BY number DESC LIMIT 1`)
		if err != nil {
			return err
		}
		return do()
	})
}

// checkChain reports whether each transaction follows the one before it. If DuckDB has
// replayed a log that belongs to another file, or to an earlier or later state of this
// one, a link is missing or occurs twice.
func checkChain(ctx context.Context, q querier, links string) (whole bool, err error) {
	err = eachRow(ctx, q, `SELECT count(*) = 0 FROM (
		SELECT number, token, previous, lag(number) OVER before AS number_before, lag(token) OVER before AS token_before
		FROM `+links+` WINDOW before AS (ORDER BY number, token))
		WHERE number_before IS NOT NULL AND (number <> number_before + 1 OR previous <> token_before)`,
		func(rows *sql.Rows) error { return rows.Scan(&whole) })
	return whole, err
}
