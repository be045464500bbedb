package data

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"

	"nianbao/data/form"
)

// MergeBodies makes two bodies one: the second gets the reports, the names and the place
// of the first. If both have reports for a year, the later file counts, as if both had
// been imported for one body.
func (s *Store) MergeBodies(ctx context.Context, from, into int) error {
	err := s.editRegister(ctx, MergeStep, func(ctx context.Context, e *registerEdit) (string, error) {
		gone, kept := e.body(from), e.body(into)
		switch {
		case gone == nil || kept == nil:
			return "", ErrUnknownBody
		case from == into:
			return "", ErrSameBody
		}
		reports, err := e.reportsToMerge(ctx, from, into)
		if err != nil {
			return "", err
		}
		if err := e.moveReports(ctx, bodyMove{reports: reports, to: into}); err != nil {
			return "", err
		}
		e.mergeFields(gone, kept)
		return gone.String() + " → " + kept.String(), e.copyDecisions(ctx, into, `body_id = `+strconv.Itoa(from))
	})
	if err != nil {
		return fmt.Errorf("merge body %d into %d: %w", from, into, err)
	}
	return nil
}

// mergeFields gives the remaining body what only the other one has.
func (e *registerEdit) mergeFields(gone, kept *RegisteredBody) {
	from, into := e.name(gone.ID), e.name(kept.ID)
	if from.Unit == into.Unit && fits(from.Region, into.Region) && len(from.Region) > len(into.Region) {
		e.rename(kept.ID, from)
	}
	e.setName(kept.ID, from, true)
	for _, name := range gone.Names {
		if name.Region == "" {
			name.Region = from.Region
		}
		e.setName(kept.ID, name, true)
	}
	for _, field := range []string{kindField, agencyField} {
		if value := e.value(edited{body: gone.ID, field: field}); e.value(edited{body: kept.ID, field: field}) == "" {
			e.set(kept.ID, field, value)
		}
	}
	e.set(kept.ID, listedField, yes)
	e.set(gone.ID, listedField, "")
	e.moveChildren(gone.ID, kept.ID)
	e.follow(from.String(), e.name(kept.ID).String(), kept.ID)
	if kept.Parent == gone.ID {
		e.set(kept.ID, parentField, parentText(gone.Parent))
	}
}

// SplitBody moves reports of a body to another one, which is entered if there is none of
// that name, and returns its id. It returns ErrSameBody if it is the same body, and
// ErrUnknownReport if the body has no such report.
func (s *Store) SplitBody(ctx context.Context, from int, reports []int64, to Body) (id int, err error) {
	to = to.tidy()
	err = s.editRegister(ctx, SplitStep, func(ctx context.Context, e *registerEdit) (string, error) {
		b := e.body(from)
		switch {
		case b == nil:
			return "", ErrUnknownBody
		case to.Unit == "":
			return "", ErrNoUnitName
		case to == b.Body:
			return "", ErrSameBody
		case len(reports) == 0:
			return "", ErrUnknownReport
		}
		if id, err = e.add(ctx, to); err != nil {
			return "", err
		}
		for key, value := range e.held { // these names now belong to the new body only
			if key.body == from && key.field == nameField && value == yes && key.name == to {
				e.put(key, "")
			}
		}
		if parent := e.value(edited{body: from, field: parentField}); parent != "" && e.name(id).Region == b.Region {
			e.set(id, parentField, parent)
		}
		move := bodyMove{reports: slices.Sorted(slices.Values(reports)), from: from, to: id, remembers: true}
		if err := e.moveReports(ctx, move); err != nil {
			return "", err
		}
		return b.String() + " → " + to.String(), e.copyDecisions(ctx, id, `body_id = `+strconv.Itoa(from)+
			` AND year IN (SELECT year FROM store.every_report WHERE report_id IN `+idList(reports)+`)`)
	})
	if err != nil {
		return 0, fmt.Errorf("divide body %d: %w", from, err)
	}
	return id, nil
}

// copyDecisions copies decisions on findings to another body.
func (e *registerEdit) copyDecisions(ctx context.Context, to int, where string) error {
	_, err := e.conn.ExecContext(ctx, `INSERT INTO store.decided SELECT ?::INTEGER, d.year, d.rule, d.table_id, d.item_id, d.column_id, d.decision, d.note, d.decided_at, ?
		FROM store.decisions d ANTI JOIN (SELECT * FROM store.decisions WHERE body_id = ?) o USING (year, rule, table_id, item_id, column_id) WHERE d.`+where, to, e.step, to)
	return err
}

// bodyMove says which reports to move to another body.
type bodyMove struct {
	reports   []int64 // in the order in which they were imported
	from, to  int     // from 0: of any body
	remembers bool    // later files from the same places belong to the other body too
}

// reportsToMerge are the reports of both bodies for the years that the first one has: in
// the order of their import, the latest counts.
func (e *registerEdit) reportsToMerge(ctx context.Context, from, into int) ([]int64, error) {
	const active = `store.every_report ANTI JOIN store.inactive USING (report_id)`
	return column[int64](ctx, e.conn, `SELECT report_id FROM `+active+` WHERE body_id = ? OR body_id = ? AND year IN (SELECT year FROM `+active+` WHERE body_id = ?) ORDER BY report_id`, from, into, from)
}

// moveReports withdraws reports and enters copies of them under the other body.
func (e *registerEdit) moveReports(ctx context.Context, m bodyMove) error {
	entries, err := e.store.loadEntries(ctx, e.conn, m.reports)
	if err != nil {
		return err
	}
	active := 0
	err = eachRow(ctx, e.conn, `SELECT count(*) FROM store.every_report ANTI JOIN store.inactive USING (report_id) WHERE report_id IN `+idList(append([]int64{0}, m.reports...)),
		func(rows *sql.Rows) error { return rows.Scan(&active) })
	if err != nil {
		return err
	}
	if len(entries) != len(m.reports) || active != len(m.reports) {
		return ErrUnknownReport
	}
	for _, old := range entries {
		if m.from != 0 && old.body != m.from {
			return ErrUnknownReport
		}
		to := e.names[m.to]
		l := relabelling{old.id, to, old.report.Year, ""}
		id := e.saved.nextReport
		e.saved.nextReport++
		if err := l.copy(ctx, e.conn, reportCopy{e.step, id, m.to, &old.report}); err != nil {
			return err
		}
		e.moved = append(e.moved, old.id, id)
		if !m.remembers {
			continue
		}
		r := &old.report
		said := form.Correction{File: r.File, Sheet: r.Sheet, Title: r.Title, Found: r.Region + r.Unit, FoundYear: r.Year, Region: to.Region, Unit: to.Unit, Year: r.Year}
		if err := remember(ctx, e.conn, e.step, &said); err != nil {
			return err
		}
	}
	return nil
}
