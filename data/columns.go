package data

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"nianbao/data/form"
)

// columns are the figure columns of the wide table. A position is never reused or
// moved, because the statuses of a report are stored by position.
type columns struct {
	keys     []form.Key // by position
	names    []string   // by position
	position map[form.Key]int
	members  map[int][]int // position of a group → positions of its leaves
}

// columnName is the name of a figure's column in the wide table.
func columnName(k form.Key) string {
	return strings.ReplaceAll(k.Table+"__"+k.Item+"__"+k.Column, "-", "_")
}

func (c *columns) add(k form.Key, name string) {
	c.position[k] = len(c.keys)
	c.keys = append(c.keys, k)
	c.names = append(c.names, name)
}

// group finds the leaves of each group in any edition; a report prints those of its own
// edition only.
func (c *columns) group() {
	c.members = map[int][]int{}
	for position, k := range c.keys {
		for _, e := range form.Editions() {
			t := e.Table(k.Table)
			if t == nil || t.Column(k.Column) == nil {
				continue
			}
			for _, leaf := range t.Members(k.Item) {
				at := c.position[form.Key{Table: k.Table, Item: leaf.ID, Column: k.Column}]
				if !slices.Contains(c.members[position], at) {
					c.members[position] = append(c.members[position], at)
				}
			}
		}
	}
}

// name is the name of a figure's column in the wide table; ok is false for an
// address that the form does not have.
func (c *columns) name(k form.Key) (name string, ok bool) {
	i, ok := c.position[k]
	if !ok {
		return "", false
	}
	return c.names[i], true
}

// field is the name of the column of a figure that the form has.
func (c *columns) field(k form.Key) string {
	name, _ := c.name(k)
	return name
}

// syncColumns reads the columns and adds those of the catalogue that the file does not
// have yet.
func syncColumns(ctx context.Context, conn *sql.Conn) (*columns, error) {
	c, err := readColumns(ctx, conn)
	if err != nil {
		return nil, err
	}
	var missing []form.Key
	for _, k := range form.Catalogue() {
		if _, ok := c.position[k]; !ok {
			missing = append(missing, k)
		}
	}
	if len(missing) > 0 {
		err = inTransaction(ctx, conn, func() error { return addColumns(ctx, conn, c, missing) })
	}
	c.group()
	return c, err
}

func readColumns(ctx context.Context, conn *sql.Conn) (*columns, error) {
	rows, err := conn.QueryContext(ctx, `SELECT table_id, item_id, column_id, name FROM store.columns ORDER BY position`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	c := &columns{position: map[form.Key]int{}}
	for rows.Next() {
		var k form.Key
		var name string
		if err := rows.Scan(&k.Table, &k.Item, &k.Column, &name); err != nil {
			return nil, err
		}
		c.add(k, name)
	}
	return c, rows.Err()
}

func addColumns(ctx context.Context, conn *sql.Conn, c *columns, missing []form.Key) error {
	first := len(c.keys)
	var rows, fields []string
	for _, k := range missing {
		name := columnName(k)
		rows = append(rows, fmt.Sprintf(`(%d, %s, %s, %s, %s)`, len(c.keys), quote(k.Table), quote(k.Item), quote(k.Column), quote(name)))
		fields = append(fields, `CAST(NULL AS BIGINT) AS `+name)
		c.add(k, name)
	}
	if _, err := conn.ExecContext(ctx, `INSERT INTO store.columns VALUES `+strings.Join(rows, `, `)); err != nil {
		return err
	}
	if first == 0 { // a new file: a single statement is fifty times faster than one for each column
		_, err := conn.ExecContext(ctx, `CREATE OR REPLACE TABLE store.wide AS SELECT *, `+strings.Join(fields, `, `)+` FROM store.wide`)
		return err
	}
	for _, name := range c.names[first:] {
		if _, err := conn.ExecContext(ctx, `ALTER TABLE store.wide ADD COLUMN `+name+` BIGINT`); err != nil {
			return err
		}
	}
	return nil
}

// Statuses in the wide table, one character for each position. A position beyond the end
// of the text has statusMissing.
const (
	statusMissing = '.' // the report does not print the figure
	statusNumber  = 'n'
	statusBlank   = 'b'
	statusNA      = '/'
	statusText    = 't'
	statusNoted   = 'o'
)

// Missing is the status of a figure that the report does not print at all.
const Missing form.Status = "missing"

func statusLetter(s form.Status) byte {
	switch s {
	case form.StatusNumber:
		return statusNumber
	case form.StatusBlank:
		return statusBlank
	case form.StatusNA:
		return statusNA
	case form.StatusText:
		return statusText
	case form.StatusNoted:
		return statusNoted
	}
	return statusMissing
}

// statusAt reads the status at a position of the text.
func statusAt(statuses string, position int) form.Status {
	if position >= len(statuses) {
		return Missing
	}
	return statusOf(statuses[position])
}

func statusOf(letter byte) form.Status {
	switch letter {
	case statusNumber:
		return form.StatusNumber
	case statusBlank:
		return form.StatusBlank
	case statusNA:
		return form.StatusNA
	case statusText:
		return form.StatusText
	case statusNoted:
		return form.StatusNoted
	}
	return Missing
}
