package data

import (
	"context"
	"fmt"
	"slices"
	"strconv"
)

// BodyChange says what is to change in a body; nil fields stay as they are.
type BodyChange struct {
	Name     *Body
	Agency   *string
	Kind     *string
	Parent   *int    // 0 for none
	Names    *[]Body // all its other names
	Expected *bool
}

// AddBody enters a body and returns its id. It is a *NameTakenError if the register has a
// body of that name, which may leave places out.
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

// EditBody changes a body. A body that is renamed, or moved to another parent, keeps its
// former name among the others, so that reports under it are still its own. It returns
// ErrUnknownBody, a *NameTakenError, ErrOwnParent or ErrNoUnitName.
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

// setNames replaces the other names of a body.
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

// below is the full name of a body below a parent; region is its own region as far as it
// is known.
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

// moveChildren gives another parent to the bodies that the user put below a body.
func (e *registerEdit) moveChildren(from, to int) {
	for i := range e.known {
		id := e.known[i].ID
		if e.value(edited{body: id, field: parentField}) == strconv.Itoa(from) && id != to {
			e.set(id, parentField, parentText(to))
			e.known[i].Parent = to
		}
	}
}
