package form

import "slices"

// catalogue is the editions, oldest first, and everything that follows from all of them
// together.
type catalogue struct {
	editions []*Edition
	keys     []Key
}

// known holds every edition of the form. A new edition is added to this list.
var known = newCatalogue(edition2019, edition2021)

// newCatalogue takes the editions, oldest first. Each is in force until the
// year before the next one begins.
func newCatalogue(editions ...Edition) catalogue {
	var c catalogue
	for i := range editions {
		e := editions[i]
		e.LastYear = 0
		if i+1 < len(editions) {
			e.LastYear = editions[i+1].FirstYear - 1
		}
		c.editions = append(c.editions, &e)
	}
	seen := map[Key]bool{}
	for _, e := range slices.Backward(c.editions) {
		for _, k := range e.allKeys() {
			if !seen[k] {
				seen[k] = true
				c.keys = append(c.keys, k)
			}
		}
	}
	return c
}

// Editions lists all editions, oldest first.
func Editions() []*Edition { return slices.Clone(known.editions) }

// Latest returns the edition in force.
func Latest() *Edition { return known.editions[len(known.editions)-1] }

// EditionOf returns the edition in force for a reporting year, nil for years
// before the first one.
func EditionOf(year int) *Edition {
	for _, e := range slices.Backward(known.editions) {
		if year >= e.FirstYear {
			return e
		}
	}
	return nil
}

// EditionByID returns the edition with that id, or nil.
func EditionByID(id string) *Edition {
	for _, e := range known.editions {
		if e.ID == id {
			return e
		}
	}
	return nil
}

// Catalogue returns the addresses of all figures of all editions, each once, in
// the order of the latest edition that has them. It includes the groups of
// section 三. They are the figure columns of the store.
func Catalogue() []Key { return slices.Clone(known.keys) }

// Describe returns the table, item and column of an address as the latest edition
// that has it prints them; ok is false for an unknown address.
func Describe(k Key) (t *Table, it *Item, c *Column, ok bool) {
	for _, e := range slices.Backward(known.editions) {
		if t, it, c, ok = e.describe(k); ok {
			return t, it, c, true
		}
	}
	return nil, nil, nil, false
}

// DescribeIn returns the table, item and column of an address as the edition
// with that id prints them. If the edition does not have the address, the result
// is that of Describe.
func DescribeIn(edition string, k Key) (t *Table, it *Item, c *Column, ok bool) {
	if e := EditionByID(edition); e != nil {
		if t, it, c, ok = e.describe(k); ok {
			return t, it, c, true
		}
	}
	return Describe(k)
}

// Columns lists the columns a table has in any edition, those of the latest
// edition first and total columns last.
func Columns(table string) []Column {
	var columns, totals []Column
	seen := map[string]bool{}
	for _, e := range slices.Backward(known.editions) {
		t := e.Table(table)
		if t == nil {
			continue
		}
		for _, c := range t.Columns {
			switch {
			case seen[c.ID]:
			case c.IsTotal:
				totals = append(totals, c)
			default:
				columns = append(columns, c)
			}
			seen[c.ID] = true
		}
	}
	return append(columns, totals...)
}

// IsGroup reports whether the figure is a group in any edition.
func IsGroup(k Key) bool {
	return slices.ContainsFunc(known.editions, func(e *Edition) bool {
		_, it, _, ok := e.describe(k)
		return ok && it.IsGroup
	})
}

// Comparable reports whether the figure means the same in two editions: both
// have its address, as a printed row or as a group.
func Comparable(k Key, a, b string) bool {
	ea, eb := EditionByID(a), EditionByID(b)
	return ea != nil && eb != nil && ea.Knows(k) && eb.Knows(k)
}

// Knows reports whether the edition has the address, as a printed row or as a
// group.
func (e *Edition) Knows(k Key) bool {
	_, _, _, ok := e.describe(k)
	return ok
}

func (e *Edition) describe(k Key) (t *Table, it *Item, c *Column, ok bool) {
	if t = e.Table(k.Table); t == nil {
		return nil, nil, nil, false
	}
	it, c = t.Item(k.Item), t.Column(k.Column)
	return t, it, c, it != nil && c != nil
}

// allKeys are the addresses of the edition's figures, groups included.
func (e *Edition) allKeys() []Key {
	var keys []Key
	for _, t := range e.Tables {
		for _, it := range t.Items {
			for _, c := range t.Columns {
				keys = append(keys, Key{t.ID, it.ID, c.ID})
			}
		}
	}
	return keys
}
