package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"nianbao/data/form"
)

// The register of bodies (单位名录) has every body that has reported and every one that
// the user listed. What the user enters about a body is a step, kept in store.edits.

// Why a change of the register is refused.
var (
	ErrUnknownBody = errors.New("no such body")
	ErrOwnParent   = errors.New("a body cannot lie below itself")
	ErrHasReports  = errors.New("a body with reports cannot be removed")
	ErrNoUnitName  = errors.New("a body needs a name")
)

// RegisteredBody is the register's entry for one body.
type RegisteredBody struct {
	ID int
	Body
	Agency   string // full official name
	Kind     string // as the user calls it, "" to use KindName
	Parent   int    // 0 for none
	Names    []Body // other names; one without a Region is in the body's own
	Expected bool   // expected to report each year
	Listed   bool   // listed by the user, whether it reports or not
	Years    []int  // for which it has reports
}

// Register lists all bodies, by region and unit.
func (s *Store) Register(ctx context.Context) ([]RegisteredBody, error) {
	list, err := readRegister(ctx, s.db)
	if err != nil {
		return nil, fmt.Errorf("list the bodies: %w", err)
	}
	return list, nil
}

func readRegister(ctx context.Context, q querier) (list []RegisteredBody, err error) {
	at := map[int]int{}
	err = eachRow(ctx, q, `SELECT b.body_id, b.region, b.unit, b.agency, coalesce(r.kind, ''), coalesce(b.parent_id, 0), b.expected, coalesce(r.listed, false)
		FROM main.bodies b LEFT JOIN store.register r USING (body_id) ORDER BY b.region, b.unit, b.body_id`, func(rows *sql.Rows) error {
		var b RegisteredBody
		err := rows.Scan(&b.ID, &b.Region, &b.Unit, &b.Agency, &b.Kind, &b.Parent, &b.Expected, &b.Listed)
		at[b.ID] = len(list)
		list = append(list, b)
		return err
	})
	if err != nil {
		return nil, err
	}
	err = eachRow(ctx, q, `SELECT body_id, region, name FROM store.names ORDER BY name, region`, func(rows *sql.Rows) error {
		var id int
		var name Body
		err := rows.Scan(&id, &name.Region, &name.Unit)
		if i, ok := at[id]; ok {
			list[i].Names = append(list[i].Names, name)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	err = eachRow(ctx, q, `SELECT body_id, year FROM store.reports ORDER BY year`, func(rows *sql.Rows) error {
		var id, year int
		err := rows.Scan(&id, &year)
		if i, ok := at[id]; ok {
			list[i].Years = append(list[i].Years, year)
		}
		return err
	})
	return list, err
}

// BodyReport is a file's report of a body, for dividing the body.
type BodyReport struct {
	ID          int64
	Year        int
	File, Sheet string
	InForce     bool // else a revision or a further source
}

// ReportsOf lists the reports of a body, revisions included, by year and age.
func (s *Store) ReportsOf(ctx context.Context, body int) (list []BodyReport, err error) {
	err = eachRow(ctx, s.db, `SELECT report_id, year, file, sheet, true FROM store.reports WHERE body_id = ?
		UNION ALL SELECT report_id, year, file, sheet, false FROM store.revisions WHERE body_id = ? ORDER BY 2, 1`, func(rows *sql.Rows) error {
		var r BodyReport
		err := rows.Scan(&r.ID, &r.Year, &r.File, &r.Sheet, &r.InForce)
		list = append(list, r)
		return err
	}, body, body)
	if err != nil {
		return nil, fmt.Errorf("list the reports of body %d: %w", body, err)
	}
	return list, nil
}

// KindName is the name of the kind that a unit's name suggests.
func KindName(unit string) form.Words {
	kind := KindOf(unit)
	if kind == OwnOffice && !strings.Contains(unit, "本级") && !strings.Contains(unit, "政府办") {
		return form.Both("政府", "Government")
	}
	name := kind.Words()
	return form.Both(name.Chinese, strings.TrimSuffix(name.English, "s"))
}

// kindNameSQL is the SQL of KindName in Chinese, of the column unit.
func kindNameSQL() string {
	texts := map[UnitKind][]string{}
	for _, e := range unitEndings() {
		texts[e.kind] = append(texts[e.kind], quote(e.text))
	}
	sql := `CASE WHEN ` + unitEndingSQL() + ` IN (` + strings.Join(texts[OwnOffice], `, `) + `) THEN CASE WHEN contains(unit, '本级') OR contains(unit, '政府办') THEN '本级' ELSE '政府' END`
	for _, kind := range UnitKinds() {
		if kind != OwnOffice && kind != OtherKind {
			sql += ` WHEN ` + unitEndingSQL() + ` IN (` + strings.Join(texts[kind], `, `) + `) THEN ` + quote(kind.Words().Chinese)
		}
	}
	return sql + ` ELSE ` + quote(OtherKind.Words().Chinese) + ` END`
}

// ownOffice is the ending of the name of a place's own office: 临江区本级.
const ownOffice = "本级"

// path is the place that a body is in: its region or, for a place's own office, the place
// itself.
func (b Body) path() string {
	if place, is := strings.CutSuffix(b.Unit, ownOffice); is {
		return b.Region + place
	}
	return b.Region
}

// bodiesView is the SQL of the view bodies. A body for which the user has not given a parent is
// in the place that its region names, if only one body has that name.
func bodiesView() string {
	return `WITH listed AS (SELECT body_id, region, unit, CASE WHEN ends_with(unit, '本级') THEN region || unit[:-3] ELSE region END AS path
			FROM store.bodies SEMI JOIN store.known USING (body_id)),
		above AS (SELECT r.path, coalesce(max(CASE WHEN p.region || p.unit = r.path THEN p.body_id END), CASE WHEN count(*) = 1 THEN max(p.body_id) END) AS parent
			FROM (SELECT DISTINCT path FROM listed WHERE path <> '') r JOIN listed p
				ON right(p.unit, 2) = right(r.path, 2) AND ends_with(r.path, p.unit) AND (starts_with(r.path, p.region) OR ends_with(p.region, r.path[:-length(p.unit)-1]))
			GROUP BY r.path)
		SELECT b.body_id, b.unit, b.region, coalesce(nullif(g.agency, ''), nullif(a.agency, ''), b.region || b.unit) AS agency,
			coalesce(nullif(g.kind, ''), ` + kindNameSQL() + `) AS kind, coalesce(g.parent_id, nullif(above.parent, b.body_id)) AS parent_id,
			coalesce(n.names, []) AS names, coalesce(g.expected, true) AS expected
		FROM listed b LEFT JOIN store.register g USING (body_id) LEFT JOIN above USING (path)
		LEFT JOIN (SELECT body_id, list(region || name ORDER BY name, region) AS names FROM store.names GROUP BY body_id) n USING (body_id)
		LEFT JOIN (SELECT body_id, arg_max(agency, 10_000 * length(agency) + year) FILTER (WHERE contains(agency, unit)) AS agency FROM store.reports GROUP BY body_id) a USING (body_id)`
}
