package data

import (
	"context"
	"database/sql"
)

// holdNames gives bodies the names that follow from the steps. It is a *NameTakenError if
// two bodies of the register would have one name.
func holdNames(ctx context.Context, conn *sql.Conn) error {
	type naming struct {
		id       int
		from, to Body
	}
	var list []naming
	err := eachRow(ctx, conn, `SELECT b.body_id, b.region, b.unit, coalesce(r.value, b.region), coalesce(u.value, b.unit) FROM store.bodies b
		LEFT JOIN (SELECT body_id, value FROM store.held WHERE field = 'region') r USING (body_id)
		LEFT JOIN (SELECT body_id, value FROM store.held WHERE field = 'unit') u USING (body_id)
		WHERE r.value <> b.region OR u.value <> b.unit`, func(rows *sql.Rows) error {
		var n naming
		err := rows.Scan(&n.id, &n.from.Region, &n.from.Unit, &n.to.Region, &n.to.Unit)
		list = append(list, n)
		return err
	})
	if err != nil {
		return err
	}
	for _, n := range list {
		if err := rename(ctx, conn, n.id, n.from, n.to); err != nil {
			return err
		}
	}
	taken := ""
	err = eachRow(ctx, conn, `SELECT region || unit FROM store.bodies SEMI JOIN store.known USING (body_id) GROUP BY region, unit HAVING count(*) > 1 LIMIT 1`, func(rows *sql.Rows) error {
		return rows.Scan(&taken)
	})
	if err == nil && taken != "" {
		err = &NameTakenError{taken}
	}
	return err
}

// NameTakenError says which name two bodies would have.
type NameTakenError struct{ Name string }

// Error names it.
func (e *NameTakenError) Error() string { return "another body has the name " + e.Name }
