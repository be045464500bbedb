package data

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/data/form"
)

// Bodies have several names: 石桥镇, 临江区石桥镇 and 江南省云州市临江区石桥镇 are one
// body, known under the longest of these names, unless two bodies share the shorter one.

// namedBody is a body with the region of one of its names.
type namedBody struct {
	Body
	region string
	own    bool // the name is the body's own, not one of its others
}

// readNames reads the names of the bodies of the register.
func (l *savedReports) readNames(ctx context.Context, q querier) error {
	return eachRow(ctx, q, `SELECT b.region, b.unit, b.unit, b.region, true FROM store.bodies b SEMI JOIN store.known USING (body_id)
		UNION ALL SELECT b.region, b.unit, n.name, CASE WHEN n.region = '' THEN b.region ELSE n.region END, false
		FROM store.names n JOIN store.bodies b USING (body_id) SEMI JOIN store.known USING (body_id)`, func(rows *sql.Rows) error {
		var b namedBody
		var name string
		err := rows.Scan(&b.Region, &b.Unit, &name, &b.region, &b.own)
		l.addName(name, b)
		return err
	})
}

func (l *savedReports) addName(name string, b namedBody) {
	if !slices.Contains(l.byName[name], b) {
		l.byName[name] = append(l.byName[name], b)
	}
}

// find returns the bodies that a name can mean: the only one with exactly that name, else
// all whose regions can be the same.
func (l *savedReports) find(b Body) (fitting []namedBody) {
	for _, known := range l.byName[b.Unit] {
		if known.own && known.Body == b {
			return []namedBody{known}
		}
	}
	for _, known := range l.byName[b.Unit] {
		if known.region == b.Region {
			return []namedBody{known}
		}
		isNew := !slices.ContainsFunc(fitting, func(f namedBody) bool { return f.Body == known.Body })
		if isNew && fits(known.region, b.Region) {
			fitting = append(fitting, known)
		}
	}
	return fitting
}

// resolve finds the body that a report names. If its region is longer than the known one,
// it completes the known one. It is form.WhichBodyError if several bodies have the name.
func (imp *Import) resolve(ctx context.Context, b Body) (Body, error) {
	b = b.tidy()
	fitting := imp.saved.find(b)
	switch len(fitting) {
	case 0:
		return b, nil
	case 1:
		known := fitting[0]
		if !known.own || len(b.Region) <= len(known.Region) {
			return known.Body, nil
		}
		return b, imp.complete(ctx, known.Body, b.Region)
	}
	which := &form.WhichBodyError{Unit: b.Unit}
	for _, known := range fitting {
		which.Candidates = append(which.Candidates, known.String())
	}
	return Body{}, which
}

// tidy is the name in the form in which it is stored.
func (b Body) tidy() Body {
	return Body{strings.TrimSpace(strings.ToValidUTF8(b.Region, "\uFFFD")), strings.TrimSpace(strings.ToValidUTF8(b.Unit, "\uFFFD"))}
}

// fits reports whether two regions can be the same: one leaves out places of the other,
// above it or in between.
func fits(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for at := 0; at <= len(a); at++ {
		if at < len(a) && !utf8.RuneStart(a[at]) {
			continue
		}
		if strings.HasPrefix(b, a[:at]) && strings.HasSuffix(b, a[at:]) && endsPlace(a[:at]) {
			return true
		}
	}
	return false
}

// endsPlace reports whether a text is empty or ends as names of places do.
func endsPlace(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return s == "" || strings.ContainsRune("省市区县州盟旗", r)
}

// complete gives a body a longer region, in all its reports.
func (imp *Import) complete(ctx context.Context, b Body, region string) error {
	imp.flush(ctx)
	id := imp.saved.bodies[b]
	err := writeLinked(ctx, imp.conn, func() error {
		for _, side := range []string{"before", "after"} { // so that undoing an older change of the region does not shorten it again
			if _, err := imp.conn.ExecContext(ctx, `UPDATE store.edits SET `+side+` = ? WHERE body_id = ? AND field = 'region' AND `+side+` = ?`, region, id, b.Region); err != nil {
				return err
			}
		}
		return rename(ctx, imp.conn, id, b, Body{region, b.Unit})
	})
	if err != nil {
		return fmt.Errorf("complete the name of %s: %w", b, err)
	}
	imp.store.order.written.Add(1)
	delete(imp.seen, b)
	imp.seen[Body{region, b.Unit}] = true
	return imp.reread(ctx)
}

// rename changes a body's name in every table.
func rename(ctx context.Context, conn *sql.Conn, id int, from, to Body) error {
	for _, table := range []string{"bodies", "reports", "revisions", "withdrawn", "wide"} {
		if _, err := conn.ExecContext(ctx, `UPDATE store.`+table+` SET region = ?, unit = ? WHERE body_id = ?`, to.Region, to.Unit, id); err != nil {
			return err
		}
	}
	if _, err := conn.ExecContext(ctx, `UPDATE store.metrics SET region = ? WHERE body_id = ?`, to.Region, id); err != nil {
		return err
	}
	_, err := conn.ExecContext(ctx, `UPDATE store.rivals SET region = ?, unit = ? WHERE region = ? AND unit = ?`, to.Region, to.Unit, from.Region, from.Unit)
	return err
}

// reread refreshes what the import knows about the database.
func (imp *Import) reread(ctx context.Context) error {
	fresh, err := readSavedReports(ctx, imp.conn)
	if err != nil {
		return err
	}
	fresh.nextReport = max(fresh.nextReport, imp.saved.nextReport)
	fresh.nextBody = max(fresh.nextBody, imp.saved.nextBody)
	imp.saved = fresh
	for b := range imp.seen { // a body is still known although all its reports were taken back
		fresh.addName(b.Unit, namedBody{b, b.Region, true})
	}
	if imp.amended, err = imp.store.amendedFigures(ctx); err != nil {
		return err
	}
	return nil
}
