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

// A body is named in many ways: 石桥镇, 临江区石桥镇 and 江南省云州市临江区石桥镇 are one, under
// the longest of these names, unless two of its name are known.

// readNames reads the names of the bodies that have reports or are in the register.
func (l *savedReports) readNames(ctx context.Context, q querier) error {
	return eachRow(ctx, q, `WITH known AS (SELECT body_id FROM store.reports UNION SELECT body_id FROM store.register UNION SELECT body_id FROM store.names)
		SELECT region, unit, unit FROM store.bodies SEMI JOIN known USING (body_id)
		UNION ALL SELECT b.region, b.unit, n.name FROM store.names n JOIN store.bodies b USING (body_id)`, func(rows *sql.Rows) error {
		var b Body
		var name string
		err := rows.Scan(&b.Region, &b.Unit, &name)
		l.addName(name, b)
		return err
	})
}

func (l *savedReports) addName(name string, b Body) {
	if !slices.Contains(l.byName[name], b) {
		l.byName[name] = append(l.byName[name], b)
	}
}

// resolve finds the body that a report names. A region that is longer than the known
// one completes it. It is form.WhichBodyError if several bodies have the name.
func (imp *Import) resolve(ctx context.Context, b Body) (Body, error) {
	b = Body{strings.ToValidUTF8(b.Region, "\uFFFD"), strings.ToValidUTF8(b.Unit, "\uFFFD")}
	var fitting []Body
	for _, known := range imp.saved.byName[b.Unit] {
		if known == b {
			return b, nil
		}
		if fits(known.Region, b.Region) {
			fitting = append(fitting, known)
		}
	}
	switch len(fitting) {
	case 0:
		return b, nil
	case 1:
		known := fitting[0]
		if known.Unit != b.Unit || len(b.Region) <= len(known.Region) {
			return known, nil
		}
		return b, imp.complete(ctx, known, b.Region)
	}
	which := &form.WhichBodyError{Unit: b.Unit}
	for _, known := range fitting {
		which.Candidates = append(which.Candidates, known.String())
	}
	return Body{}, which
}

// fits reports whether two regions can be the same: one leaves out places of the
// other, above it or between.
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

// endsPlace reports whether a text is empty or ends as the names of places do.
func endsPlace(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return s == "" || strings.ContainsRune("省市区县州盟旗", r)
}

// tablesWithRegion have the region of a body beside its id.
var tablesWithRegion = []string{"bodies", "reports", "revisions", "withdrawn", "wide"} // by body id

// complete gives a body a longer region, in all its reports.
func (imp *Import) complete(ctx context.Context, b Body, region string) error {
	imp.flush(ctx)
	id := imp.saved.bodies[[2]string{b.Region, b.Unit}]
	err := writeLinked(ctx, imp.conn, func() error { return rename(ctx, imp.conn, id, Body{region, b.Unit}) })
	if err != nil {
		return fmt.Errorf("complete the name of %s: %w", b, err)
	}
	imp.store.order.written.Add(1)
	return imp.reread(ctx)
}

// rename gives a body another name, in all its reports.
func rename(ctx context.Context, conn *sql.Conn, id int, b Body) error {
	for _, table := range tablesWithRegion {
		if _, err := conn.ExecContext(ctx, `UPDATE store.`+table+` SET region = ?, unit = ? WHERE body_id = ?`, b.Region, b.Unit, id); err != nil {
			return err
		}
	}
	return nil
}

// reread brings what the import knows of the database up to date.
func (imp *Import) reread(ctx context.Context) error {
	fresh, err := readSavedReports(ctx, imp.conn)
	if err != nil {
		return err
	}
	fresh.nextReport = max(fresh.nextReport, imp.saved.nextReport)
	fresh.nextBody = max(fresh.nextBody, imp.saved.nextBody)
	imp.saved = fresh
	if imp.amended, err = imp.store.amendedFigures(ctx); err != nil {
		return err
	}
	return nil
}
