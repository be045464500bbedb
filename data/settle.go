package data

import (
	"context"
	"database/sql"

	"nianbao/data/form"
)

// Which report is in force for a body and year follows from the steps alone: of the
// reports that no step has taken away, it is the one with the highest id, or the highest
// source; the others are its revisions.

// settlement lists the changes to the tables that put that into effect.
type settlement struct {
	withdrawn   []int64 // reports and revisions that no longer have an effect
	demoted     []int64 // reports in force that become revisions
	returned    []int64 // withdrawn reports that have an effect again
	promoted    []int64 // reports that come into force, from whichever table
	previous    map[int64]int64
	restored    int
	empty       int
	amended     []int64 // reports in force whose figures must be computed again
	sourceSets  []sourceSet
	bodiesMoved bool            // to another parent or region, so that other reports may contain others
	mixed       [][]chainReport // chains in which not all reports are forms
	pure        [][]chainReport // the others
}

// chainReport is a report of a body and year, with the table it is in and whether it has
// an effect.
type chainReport struct {
	id, previous int64
	table        string // reports, revisions or withdrawn
	kind         form.SourceKind
	active       bool
}

// settlementOf finds out what has to change for the bodies and years that a query lists.
func settlementOf(ctx context.Context, conn *sql.Conn, touched string) (settlement, error) {
	found := settlement{previous: map[int64]int64{}}
	var chain []chainReport
	var body, year int
	err := eachRow(ctx, conn, `WITH touched AS (`+touched+`)
		SELECT e.body_id, e.year, e.report_id, coalesce(e.previous, 0), e.place, i.report_id IS NULL, coalesce(d.kind, 'form')
		FROM store.every_report e SEMI JOIN touched USING (body_id, year) LEFT JOIN store.inactive i USING (report_id) LEFT JOIN store.documents d USING (report_id)
		ORDER BY e.body_id, e.year, e.report_id`, func(rows *sql.Rows) error {
		var p chainReport
		var ofBody, ofYear int
		err := rows.Scan(&ofBody, &ofYear, &p.id, &p.previous, &p.table, &p.active, &p.kind)
		if ofBody != body || ofYear != year {
			found.add(chain)
			chain, body, year = nil, ofBody, ofYear
		}
		chain = append(chain, p)
		return err
	})
	found.add(chain)
	if err != nil {
		return found, err
	}
	for _, chain := range found.pure {
		found.putInForce(chain, lastActive(chain))
	}
	return found, found.addMixed(ctx, conn)
}

// add adds the reports of one body and year, by id.
func (f *settlement) add(chain []chainReport) {
	for _, p := range chain {
		if p.kind.Rank() != 0 {
			f.mixed = append(f.mixed, chain)
			return
		}
	}
	f.pure = append(f.pure, chain)
}

// lastActive is the report in force of a chain of forms, 0 if none has an effect.
func lastActive(chain []chainReport) (id int64) {
	for _, p := range chain {
		if p.active {
			id = p.id
		}
	}
	return id
}

// addMixed adds the changes for the chains in which a report can have several sources.
func (f *settlement) addMixed(ctx context.Context, q querier) error {
	for from := 0; from < len(f.mixed); from += batchSize {
		chains := f.mixed[from:min(from+batchSize, len(f.mixed))]
		var ids []int64
		for _, chain := range chains {
			for _, p := range chain {
				if p.active {
					ids = append(ids, p.id)
				}
			}
		}
		all, err := readSources(ctx, q, ids)
		if err != nil {
			return err
		}
		byID := map[int64]sourceReport{}
		for _, s := range all {
			byID[s.id] = s
		}
		for _, chain := range chains {
			var active []sourceReport
			for _, p := range chain {
				if p.active {
					active = append(active, byID[p.id])
				}
			}
			c := arrange(active)
			f.putInForce(chain, c.inForce)
			if c.inForce != 0 {
				f.sourceSets = append(f.sourceSets, c)
				f.amended = append(f.amended, c.inForce)
			}
		}
	}
	return nil
}

// putInForce adds the changes that put a report of a chain in force.
func (f *settlement) putInForce(chain []chainReport, inForce int64) {
	var last int64
	was := int64(0)
	for _, p := range chain {
		if p.table == "reports" {
			was = p.id
		}
		switch {
		case !p.active && p.table != "withdrawn":
			f.withdrawn = append(f.withdrawn, p.id)
		case p.active && p.table == "withdrawn":
			f.returned = append(f.returned, p.id)
		}
		if !p.active {
			continue
		}
		switch {
		case p.id == inForce && p.table != "reports":
			f.promoted = append(f.promoted, p.id)
		case p.id != inForce && p.table == "reports":
			f.demoted = append(f.demoted, p.id)
		}
		if p.previous != last {
			f.previous[p.id] = last
		}
		last = p.id
	}
	switch {
	case was != 0 && inForce == 0:
		f.empty++
	case was > inForce && inForce != 0:
		f.restored++
	}
}

// effect counts the changes before they are made.
func (f *settlement) effect(ctx context.Context, q querier) (Effect, error) {
	e := Effect{Withdrawn: len(f.withdrawn), Returned: len(f.returned), Restored: f.restored, Empty: f.empty}
	if len(f.withdrawn) == 0 {
		return e, nil
	}
	err := eachRow(ctx, q, `SELECT count(*) FROM store.amended SEMI JOIN store.reports USING (report_id) WHERE report_id IN `+idList(f.withdrawn),
		func(rows *sql.Rows) error { return rows.Scan(&e.Amended) })
	return e, err
}

// isEmpty reports whether there is nothing to do.
func (f *settlement) isEmpty() bool { return !f.moves() && len(f.amended) == 0 && !f.bodiesMoved }

// moves reports whether reports come or go.
func (f *settlement) moves() bool {
	return len(f.withdrawn)+len(f.demoted)+len(f.returned)+len(f.promoted) > 0
}
