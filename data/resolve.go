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

// stemmedBody is a body with one of its names.
type stemmedBody struct {
	namedBody
	name string
}

func (l *savedReports) addName(name string, b namedBody) {
	if !slices.Contains(l.byName[name], b) {
		l.byName[name] = append(l.byName[name], b)
		if b.own {
			l.addRegion(b.Region)
		}
		key := stemKey(name)
		l.byStem[key] = append(l.byStem[key], stemmedBody{b, name})
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
		if isNew && fits(known.region, b.Region) && (isPlace(b.Unit) || strings.HasSuffix(b.Unit, ownOffice) || lastPlace(known.region, b.Region)) {
			fitting = append(fitting, known)
		}
	}
	return fitting
}

// resolve finds the body that a report names. If its region is longer than the known one,
// or its name is fuller, it completes the known one. It is form.WhichBodyError if several
// bodies have the name, or if it is uncertain whether it shortens that of another.
func (imp *Import) resolve(ctx context.Context, r *form.Report) (Body, error) {
	b := imp.saved.full(Body{r.Region, r.Unit}.tidy())
	fitting := imp.saved.find(b)
	switch len(fitting) {
	case 0:
		return imp.resolveAlike(ctx, b, r)
	case 1:
		known := fitting[0]
		if !known.own || len(b.Region) <= len(known.Region) {
			return known.Body, nil
		}
		return b, imp.complete(ctx, completion{known.Body, b})
	}
	which := &form.WhichBodyError{Unit: b.Unit}
	for _, known := range fitting {
		which.Candidates = append(which.Candidates, known.String())
	}
	return Body{}, which
}

// resolveAlike finds the body that a report means by a name that no body has.
func (imp *Import) resolveAlike(ctx context.Context, b Body, r *form.Report) (Body, error) {
	list, best := imp.saved.findAlike(b)
	list = slices.DeleteFunc(list, func(k likeBody) bool { // the title of a form gives the full name
		return best != same && k.isFuller && r.Kind == form.FormSource
	})
	switch {
	case len(list) == 0 || r.Settled:
		return b, nil
	case len(list) > 1 || best != same:
		which := &form.WhichBodyError{Unit: b.Unit, IsNew: true}
		for _, known := range list {
			which.Candidates = append(which.Candidates, known.String())
		}
		which.Candidates = append(which.Candidates, b.String())
		return Body{}, which
	}
	known := list[0]
	full := known.Body
	if len(b.Region) > len(full.Region) {
		full.Region = b.Region
	}
	if known.own && !known.isFuller {
		full.Unit = b.Unit
	}
	if full == known.Body {
		return full, nil
	}
	return full, imp.complete(ctx, completion{known.Body, full})
}

// tidy is the name in the form in which it is stored.
func (b Body) tidy() Body {
	return Body{strings.TrimSpace(strings.ToValidUTF8(b.Region, "\uFFFD")), strings.TrimSpace(strings.ToValidUTF8(b.Unit, "\uFFFD"))}
}

// fits reports whether two regions can be the same: one leaves out places of the other.
func fits(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if a == "" || strings.HasSuffix(b, a) || strings.HasPrefix(b, a) && endsPlace(a) {
		return true
	}
	all := placesIn(b)
	for _, place := range placesIn(a) {
		at := slices.Index(all, place)
		if at < 0 {
			return false
		}
		all = all[at+1:]
	}
	return true
}

// endsPlace reports whether a text is empty or ends as names of places do.
func endsPlace(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return s == "" || strings.ContainsRune("省市区县州盟旗", r)
}

// completion gives a body a longer region or a fuller name.
type completion struct{ from, to Body }

// complete completes the names of bodies, in all their reports.
func (imp *Import) complete(ctx context.Context, list ...completion) error {
	if len(list) == 0 {
		return nil
	}
	imp.flush(ctx)
	err := writeLinked(ctx, imp.conn, func() error {
		for _, c := range list {
			if err := c.apply(ctx, imp.conn, imp.saved.bodies[c.from]); err != nil {
				return fmt.Errorf("complete the name of %s: %w", c.from, err)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	imp.store.order.written.Add(1)
	for _, c := range list {
		if imp.seen[c.from] {
			delete(imp.seen, c.from)
			imp.seen[c.to] = true
		}
	}
	return imp.reread(ctx)
}

func (c completion) apply(ctx context.Context, conn *sql.Conn, id int) error {
	for _, side := range []string{"before", "after"} { // so that undoing an older change of the name does not shorten it again
		for field, value := range map[string][2]string{regionField: {c.from.Region, c.to.Region}, unitField: {c.from.Unit, c.to.Unit}} {
			if _, err := conn.ExecContext(ctx, `UPDATE store.edits SET `+side+` = ? WHERE body_id = ? AND field = ? AND `+side+` = ?`, value[1], id, field, value[0]); err != nil {
				return err
			}
		}
	}
	return rename(ctx, conn, id, c.from, c.to)
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
