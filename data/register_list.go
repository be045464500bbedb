package data

import (
	"context"
	"fmt"
	"slices"
)

// ListedBody is a row of a list of bodies.
type ListedBody struct {
	Row int // in the file, for the user
	Body
	Agency, Kind string
	Parent       Body // its Unit is "" if the row names none
	Names        []Body
	Expected     *bool // nil if the row does not say
}

// ListFault says why a row of a list is refused.
type ListFault uint8

// The faults of rows.
const (
	TwiceInList     ListFault = iota // an earlier row has the same body
	SeveralParents                   // the parent's name can mean several bodies
	SeveralBodies                    // the name can mean several bodies
	ParentElsewhere                  // the name and the parent put it in different places
	BelowItself                      // its parents lead back to it
)

// RefusedRow is a row of a list that was not entered in the register.
type RefusedRow struct {
	Row   int
	Name  string
	Fault ListFault
	Other []string // the bodies that it can mean, or the other row
}

// ListOutcome is what a list did to the register.
type ListOutcome struct {
	Added, Changed, Unchanged int
	Refused                   []RefusedRow // in the order of the rows
}

// ImportList enters a list of bodies in the register, as one step. A row adds to the entry of
// its body; empty fields change nothing. A parent that is neither in the list nor in the
// register is entered as not expected to report.
func (s *Store) ImportList(ctx context.Context, label string, list []ListedBody) (outcome ListOutcome, err error) {
	err = s.editRegister(ctx, ListStep, func(ctx context.Context, e *registerEdit) (string, error) {
		l := newRegisterList(e, list)
		err := l.enter(ctx)
		outcome = l.outcome
		return label, err
	})
	if err != nil {
		return ListOutcome{}, fmt.Errorf("take in a list of bodies: %w", err)
	}
	return outcome, nil
}

// registerList is a list being imported.
type registerList struct {
	edit    *registerEdit
	rows    []listRow
	byName  map[string][]int
	taken   map[int]int // body id → row
	outcome ListOutcome
}

// listRow is a row with what was found out about it.
type listRow struct {
	ListedBody
	parent int // index of the row of the parent, -1 if it is in no row
	state  placing
	id     int // 0 until it is entered
}

type placing uint8

const (
	unplaced placing = iota
	beingPlaced
	isPlaced
	refused
)

func newRegisterList(e *registerEdit, list []ListedBody) *registerList {
	l := &registerList{edit: e, byName: map[string][]int{}, taken: map[int]int{}}
	for i, b := range list {
		b.Body, b.Parent = b.Body.tidy(), b.Parent.tidy()
		l.rows = append(l.rows, listRow{ListedBody: b, parent: -1})
		for _, name := range append([]Body{b.Body}, b.Names...) {
			if at := l.byName[name.Unit]; !slices.Contains(at, i) {
				l.byName[name.Unit] = append(at, i)
			}
		}
	}
	return l
}

func (l *registerList) enter(ctx context.Context) error {
	for i := range l.rows {
		l.locate(i)
	}
	l.completeRegions()
	for i := range l.rows {
		if err := l.enterRow(ctx, i); err != nil {
			return err
		}
	}
	slices.SortStableFunc(l.outcome.Refused, func(a, b RefusedRow) int { return a.Row - b.Row })
	return nil
}

func (l *registerList) refuse(i int, fault ListFault, other ...string) {
	r := &l.rows[i]
	r.state = refused
	l.outcome.Refused = append(l.outcome.Refused, RefusedRow{r.Row, r.Body.String(), fault, other})
}

// enterRow enters one row in the register, its parent first.
func (l *registerList) enterRow(ctx context.Context, i int) error {
	r := &l.rows[i]
	if r.state != isPlaced || r.id != 0 {
		return nil
	}
	parent, err := l.enterParent(ctx, r)
	if err != nil {
		return err
	}
	known := l.fitting(r.Body)
	if len(known) > 1 {
		l.refuse(i, SeveralBodies, fullNames(known)...)
		return nil
	}
	isNew := len(known) == 0
	if isNew {
		if r.id, err = l.edit.add(ctx, r.Body); err != nil {
			return err
		}
	} else {
		r.id = l.edit.saved.bodies[known[0].Body]
	}
	if first, isTaken := l.taken[r.id]; isTaken {
		l.refuse(i, TwiceInList, fmt.Sprint(first))
		return nil
	}
	l.taken[r.id] = r.Row
	if changed := l.fill(r, parent, known); isNew {
		l.outcome.Added++
	} else if changed {
		l.outcome.Changed++
	} else {
		l.outcome.Unchanged++
	}
	return nil
}

// fitting are the bodies of the register that a row can mean. A body without a known
// region is left out if several rows can mean it.
func (l *registerList) fitting(b Body) []namedBody {
	known := l.edit.saved.find(b)
	return slices.DeleteFunc(slices.Clone(known), func(k namedBody) bool {
		if k.region == b.Region || len(k.region) > len(b.Region) {
			return false
		}
		rows := 0
		for _, i := range l.byName[k.Unit] {
			if r := &l.rows[i]; r.state == isPlaced && r.Unit == b.Unit && fits(r.Region, k.region) {
				rows++
			}
		}
		return rows > 1
	})
}

// enterParent makes sure that the parent of a row is in the register.
func (l *registerList) enterParent(ctx context.Context, r *listRow) (id int, err error) {
	switch {
	case r.Parent.Unit == "":
		return 0, nil
	case r.parent >= 0:
		if err := l.enterRow(ctx, r.parent); err != nil {
			return 0, err
		}
		return l.rows[r.parent].id, nil
	}
	if known := l.edit.saved.find(r.Parent); len(known) > 0 {
		return l.edit.saved.bodies[known[0].Body], nil
	}
	if id, err = l.edit.add(ctx, r.Parent); err == nil {
		l.edit.set(id, expectedField, yesNo(false))
	}
	return id, err
}

// fill adds what a row says to the entry of its body.
func (l *registerList) fill(r *listRow, parent int, known []namedBody) (changed bool) {
	e := l.edit
	set := func(is bool) { changed = changed || is }
	set(e.set(r.id, listedField, yes))
	if len(known) == 1 && known[0].own && len(r.Region) > len(known[0].Region) {
		set(e.rename(r.id, r.Body))
	}
	if b := e.body(r.id); parent != 0 && b.Parent != parent && parent != r.id {
		set(e.set(r.id, parentField, parentText(parent)))
		b.Parent = parent
	}
	for field, value := range map[string]string{kindField: r.Kind, agencyField: r.Agency} {
		if value != "" {
			set(e.set(r.id, field, value))
		}
	}
	if r.Expected != nil {
		set(e.set(r.id, expectedField, yesNo(*r.Expected)))
	}
	for _, name := range append([]Body{r.Body}, r.Names...) {
		set(e.setName(r.id, name.tidy(), true))
	}
	return changed
}
