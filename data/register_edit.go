package data

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"strconv"
	"strings"
)

// The fields of a body that a step can change.
const (
	regionField   = "region"
	unitField     = "unit"
	agencyField   = "agency"
	kindField     = "kind"
	parentField   = "parent"
	expectedField = "expected"
	listedField   = "listed"
	nameField     = "name"

	yes = "yes" // the value of a field for yes; "" is no
)

// edited names what a step changes: a field of a body, or another name of it.
type edited struct {
	body  int
	field string
	name  Body
}

// registerEdit is a change of the register under way, within one transaction.
type registerEdit struct {
	store *Store
	conn  *sql.Conn
	step  int64
	saved *savedReports
	known []RegisteredBody
	at    map[int]int // body id → index in known
	names map[int]Body
	held  map[edited]string
	rows  [][]driver.Value
	moved []int64 // reports that were moved from or to a body
}

// editRegister makes one step of changes.
func (s *Store) editRegister(ctx context.Context, kind StepKind, do func(context.Context, *registerEdit) (label string, err error)) error {
	return s.asWriter(ctx, func(conn *sql.Conn) error {
		var found settlement
		err := writeLinked(ctx, conn, func() error {
			e, err := s.newRegisterEdit(ctx, conn, kind)
			if err != nil {
				return err
			}
			label, err := do(ctx, e)
			if err != nil {
				return err
			}
			found, err = e.finish(ctx, label)
			return err
		})
		if err != nil {
			return err
		}
		return s.compareAfter(ctx, conn, found)
	})
}

func (s *Store) newRegisterEdit(ctx context.Context, conn *sql.Conn, kind StepKind) (*registerEdit, error) {
	e := &registerEdit{store: s, conn: conn, at: map[int]int{}, names: map[int]Body{}, held: map[edited]string{}}
	var err error
	if e.saved, err = readSavedReports(ctx, conn); err != nil {
		return nil, err
	}
	if e.known, err = readRegister(ctx, conn); err != nil {
		return nil, err
	}
	for i := range e.known {
		e.at[e.known[i].ID] = i
	}
	for b, id := range e.saved.bodies {
		e.names[id] = b
	}
	err = eachRow(ctx, conn, `SELECT body_id, field, region, name, value FROM store.held`, func(rows *sql.Rows) error {
		var key edited
		var value string
		err := rows.Scan(&key.body, &key.field, &key.name.Region, &key.name.Unit, &value)
		e.held[key] = value
		return err
	})
	if err != nil {
		return nil, err
	}
	e.step, err = newStep(ctx, conn, kind)
	return e, err
}

// body returns a body of the register, nil if it has none with that id.
func (e *registerEdit) body(id int) *RegisteredBody {
	if i, ok := e.at[id]; ok {
		return &e.known[i]
	}
	return nil
}

// value is the current value.
func (e *registerEdit) value(key edited) string {
	if value, ok := e.held[key]; ok {
		return value
	}
	switch key.field {
	case regionField:
		return e.names[key.body].Region
	case unitField:
		return e.names[key.body].Unit
	case expectedField:
		return yes
	}
	return ""
}

// put sets a value, and reports whether it is new.
func (e *registerEdit) put(key edited, value string) bool {
	value = strings.ToValidUTF8(value, "\uFFFD")
	before := e.value(key)
	if before == value {
		return false
	}
	e.held[key] = value
	e.rows = append(e.rows, []driver.Value{e.step, int32(len(e.rows)), int32(key.body), key.field, key.name.Region, key.name.Unit, before, value})
	return true
}

// set changes a field of a body.
func (e *registerEdit) set(body int, field, value string) bool {
	return e.put(edited{body: body, field: field}, value)
}

func yesNo(is bool) string {
	if is {
		return yes
	}
	return ""
}

// setName adds or removes another name of a body. A name that says no more than the
// body's own is ignored.
func (e *registerEdit) setName(body int, name Body, has bool) bool {
	own := e.name(body)
	if has && (name.Unit == "" || name.Unit == own.Unit && (name.Region == "" || fits(name.Region, own.Region))) {
		return false
	}
	return e.put(edited{body, nameField, name}, yesNo(has))
}

// name is the name of a body after the changes so far.
func (e *registerEdit) name(body int) Body {
	return Body{e.value(edited{body: body, field: regionField}), e.value(edited{body: body, field: unitField})}
}

// rename gives a body another name and keeps the old one, so that its series stays whole.
// The regions of the bodies in it follow.
func (e *registerEdit) rename(body int, to Body) bool {
	from := e.name(body)
	changed := e.set(body, regionField, to.Region)
	changed = e.set(body, unitField, to.Unit) || changed
	if !changed {
		return false
	}
	for key, value := range e.held { // the new name is no longer one of its other names
		if key.body == body && key.field == nameField && value == yes && key.name == to {
			e.put(key, "")
		}
	}
	e.setName(body, from, true)
	e.follow(from.String(), to.String(), body)
	return true
}

// follow gives the bodies in a place its new name as region.
func (e *registerEdit) follow(from, to string, place int) {
	for i := range e.known {
		id := e.known[i].ID
		own := e.name(id)
		rest, lies := strings.CutPrefix(own.Region, from)
		if id == place || !lies || !isPlace(from) {
			continue
		}
		e.set(id, regionField, to+rest)
		e.setName(id, own, true)
	}
}

// isPlace reports whether the name is one of a place, which other bodies can be in.
func isPlace(name string) bool {
	if name == "" {
		return false
	}
	return endsPlace(name) || strings.HasSuffix(name, "镇") || strings.HasSuffix(name, "乡") || strings.HasSuffix(name, "街道")
}

// add enters a body, or lists the one with that name.
func (e *registerEdit) add(ctx context.Context, b Body) (id int, err error) {
	id, ok := e.saved.bodies[b]
	if !ok {
		id = e.saved.nextBody
		e.saved.nextBody++
		e.saved.bodies[b] = id
		if _, err := e.conn.ExecContext(ctx, `INSERT INTO store.bodies VALUES (?, ?, ?)`, id, b.Region, b.Unit); err != nil {
			return 0, err
		}
	}
	if _, isKnown := e.at[id]; !isKnown {
		e.names[id] = b
		e.at[id] = len(e.known)
		e.known = append(e.known, RegisteredBody{ID: id, Body: b, Expected: true})
		e.saved.addName(b.Unit, namedBody{b, b.Region, true})
	}
	e.set(id, listedField, yes)
	return id, nil
}

// finish writes the changes, and what follows from them. If there are none, the step is
// dropped.
func (e *registerEdit) finish(ctx context.Context, label string) (settlement, error) {
	if len(e.rows) == 0 && len(e.moved) == 0 {
		_, err := e.conn.ExecContext(ctx, `DELETE FROM store.steps WHERE step_id = ?`, e.step)
		return settlement{}, err
	}
	if _, err := e.conn.ExecContext(ctx, `UPDATE store.steps SET label = ? WHERE step_id = ?`, label, e.step); err != nil {
		return settlement{}, err
	}
	err := appendRows(e.conn, func(add func(string, []driver.Value, error) error) error {
		for _, row := range e.rows {
			if err := add("edits", row, nil); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return settlement{}, err
	}
	var found settlement
	if len(e.moved) > 0 {
		found, err = settlementOf(ctx, e.conn, `SELECT body_id, year FROM store.every_report WHERE report_id IN `+idList(e.moved))
		if err != nil {
			return found, err
		}
	}
	found.bodiesMoved = e.movesBodies()
	if err := e.store.apply(ctx, e.conn, found); err != nil {
		return found, err
	}
	return found, holdNames(ctx, e.conn)
}

// movesBodies reports whether a row changes where bodies belong.
func (e *registerEdit) movesBodies() bool {
	for _, row := range e.rows {
		switch row[3] {
		case regionField, unitField, parentField:
			return true
		}
	}
	return false
}

func parentText(id int) string {
	if id == 0 {
		return ""
	}
	return strconv.Itoa(id)
}
