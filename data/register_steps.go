package data

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"

	"nianbao/data/form"
)

// BodyChange says what is to change in a body; nil fields stay as they are.
type BodyChange struct {
	Name     *Body
	Agency   *string
	Kind     *string
	Parent   *int    // 0 for none
	Names    *[]Body // all others it goes by
	Expected *bool
}

// AddBody enters a body and returns its id. It is a *NameTakenError if there is one of that
// name, which may leave places out.
func (s *Store) AddBody(ctx context.Context, b Body, c BodyChange) (id int, err error) {
	b = b.tidy()
	err = s.editRegister(ctx, AddBodyStep, func(ctx context.Context, e *registerEdit) (string, error) {
		if b.Unit == "" {
			return "", ErrNoUnitName
		}
		if c.Parent != nil {
			if parent := e.body(*c.Parent); parent != nil {
				b = b.below(parent.Body, b.Region)
			}
		}
		if found := e.saved.find(b); len(found) > 0 {
			return "", &NameTakenError{found[0].String()}
		}
		if id, err = e.add(ctx, b); err != nil {
			return "", err
		}
		c.Name = nil
		return b.String(), e.change(id, c)
	})
	if err != nil {
		return 0, fmt.Errorf("add %s: %w", b, err)
	}
	return id, nil
}

// EditBody changes a body. A body that is renamed, or moved to another parent, keeps
// its former name among the others, so that reports under it are still its own. It
// returns ErrUnknownBody, a *NameTakenError, ErrOwnParent or ErrNoUnitName.
func (s *Store) EditBody(ctx context.Context, id int, c BodyChange) error {
	err := s.editRegister(ctx, DescribeStep, func(ctx context.Context, e *registerEdit) (string, error) {
		b := e.body(id)
		if b == nil {
			return "", ErrUnknownBody
		}
		was := b.Body
		kind := DescribeStep
		if c.Parent != nil && *c.Parent != b.Parent {
			kind = MoveStep
		}
		if c.Name != nil && c.Name.tidy().Unit != was.Unit {
			kind = RenameStep
		}
		if err := e.change(id, c); err != nil {
			return "", err
		}
		label := was.String()
		if now := e.name(id); now != was {
			label += " → " + now.String()
		}
		_, err := e.conn.ExecContext(ctx, `UPDATE store.steps SET kind = ? WHERE step_id = ?`, string(kind), e.step)
		return label, err
	})
	if err != nil {
		return fmt.Errorf("change body %d: %w", id, err)
	}
	return nil
}

// change makes the changes of one body.
func (e *registerEdit) change(id int, c BodyChange) error {
	name := e.name(id)
	if c.Name != nil {
		name = c.Name.tidy()
	}
	if name.Unit == "" {
		return ErrNoUnitName
	}
	if c.Parent != nil && *c.Parent != e.body(id).Parent {
		if err := e.setParent(id, *c.Parent); err != nil {
			return err
		}
		if parent := e.body(*c.Parent); parent != nil && name.Region == e.name(id).Region {
			name = name.below(e.name(parent.ID), "")
		}
	}
	for field, value := range map[string]*string{agencyField: c.Agency, kindField: c.Kind} {
		if value != nil {
			e.set(id, field, *value)
		}
	}
	if c.Expected != nil {
		e.set(id, expectedField, yesNo(*c.Expected))
	}
	if c.Names != nil {
		e.setNames(id, *c.Names)
	}
	e.rename(id, name)
	return nil
}

// setNames makes a list the other names of a body.
func (e *registerEdit) setNames(id int, names []Body) {
	for i := range names {
		names[i] = names[i].tidy()
	}
	for key, value := range e.held {
		if key.body == id && key.field == nameField && value == yes && !slices.Contains(names, key.name) {
			e.put(key, "")
		}
	}
	for _, name := range names {
		e.setName(id, name, true)
	}
}

// setParent puts a body below another one.
func (e *registerEdit) setParent(id, parent int) error {
	if parent != 0 && e.body(parent) == nil {
		return ErrUnknownBody
	}
	seen := map[int]bool{}
	for above := parent; above != 0 && !seen[above]; {
		if above == id {
			return ErrOwnParent
		}
		seen[above] = true
		b := e.body(above)
		if b == nil {
			break
		}
		above = b.Parent
	}
	if b := e.body(id); b.Parent != parent {
		e.set(id, parentField, parentText(parent))
		b.Parent = parent
	}
	return nil
}

// below is a body below a parent, of which region is known.
func (b Body) below(parent Body, region string) Body {
	up := parent.Region
	if isPlace(parent.Unit) {
		up = parent.String()
	}
	if b.Unit == parent.Unit+ownOffice {
		region, up = "", parent.Region
	}
	if region == "" || up != "" && fits(region, up) && len(up) > len(region) {
		region = up
	}
	return Body{region, b.Unit}
}

// RemoveBody takes a body without reports off the register.
func (s *Store) RemoveBody(ctx context.Context, id int) error {
	err := s.editRegister(ctx, RemoveStep, func(_ context.Context, e *registerEdit) (string, error) {
		b := e.body(id)
		switch {
		case b == nil:
			return "", ErrUnknownBody
		case len(b.Years) > 0:
			return "", ErrHasReports
		}
		e.set(id, listedField, "")
		e.moveChildren(id, b.Parent)
		return b.String(), nil
	})
	if err != nil {
		return fmt.Errorf("remove body %d: %w", id, err)
	}
	return nil
}

// moveChildren gives the bodies that the user put below one another parent.
func (e *registerEdit) moveChildren(from, to int) {
	for i := range e.known {
		id := e.known[i].ID
		if e.value(edited{body: id, field: parentField}) == strconv.Itoa(from) && id != to {
			e.set(id, parentField, parentText(to))
			e.known[i].Parent = to
		}
	}
}

// MergeBodies makes one body of two: the second takes the reports, the names and the
// place of the first. Where both have reports for a year, the later file counts, as if
// they had been imported for one body.
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

// mergeFields gives the body that is kept what only the other one has.
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

// SplitBody gives reports of a body to another one, which is new if there is none of
// that name, and returns its id. ErrSameBody if it is the same, ErrUnknownReport if the
// body has no such report.
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
		for key, value := range e.held { // a name that only the new body has now
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

// copyDecisions makes decisions on findings hold for a body too.
func (e *registerEdit) copyDecisions(ctx context.Context, to int, where string) error {
	_, err := e.conn.ExecContext(ctx, `INSERT INTO store.decided SELECT ?::INTEGER, d.year, d.rule, d.table_id, d.item_id, d.column_id, d.decision, d.note, d.decided_at, ?
		FROM store.decisions d ANTI JOIN (SELECT * FROM store.decisions WHERE body_id = ?) o USING (year, rule, table_id, item_id, column_id) WHERE d.`+where, to, e.step, to)
	return err
}

// bodyMove gives reports to another body.
type bodyMove struct {
	reports   []int64 // in the order in which they were imported
	from, to  int     // from 0: of any body
	remembers bool    // later files from the same places are the other body's too
}

// reportsToMerge are the reports of a body, with those of the other one for the same
// years: taken together in their order, the latest counts.
func (e *registerEdit) reportsToMerge(ctx context.Context, from, into int) (ids []int64, err error) {
	const active = `store.every_report ANTI JOIN store.inactive USING (report_id)`
	err = eachRow(ctx, e.conn, `SELECT report_id FROM `+active+` WHERE body_id = ? OR body_id = ? AND year IN (SELECT year FROM `+active+` WHERE body_id = ?) ORDER BY report_id`, func(rows *sql.Rows) error {
		var id int64
		err := rows.Scan(&id)
		ids = append(ids, id)
		return err
	}, from, into, from)
	return ids, err
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
