package form

import (
	"slices"
	"sync"
)

// Catalogue returns the addresses of all figures of all editions, each once,
// in form order of the latest edition that prints it, and the groups of
// section 三 with them: the columns of the store's wide table.
func Catalogue() []Key { return slices.Clone(catalogue()) }

// catalogue puts the addresses together once: tables of many rows ask for them
// again and again.
var catalogue = sync.OnceValue(func() []Key {
	var keys []Key
	seen := map[Key]bool{}
	editions := Editions()
	for i := len(editions) - 1; i >= 0; i-- {
		for _, t := range editions[i].Tables {
			for _, it := range t.Items {
				for _, c := range t.Columns {
					k := Key{t.ID, it.ID, c.ID}
					if !seen[k] {
						seen[k] = true
						keys = append(keys, k)
					}
				}
			}
		}
	}
	return keys
})

// Describe returns the table, item and column of an address from the latest
// edition that knows it; ok is false for an unknown address.
func Describe(k Key) (t *Table, it *Item, c *Column, ok bool) {
	editions := Editions()
	for i := len(editions) - 1; i >= 0; i-- {
		t = editions[i].Table(k.Table)
		if t == nil {
			continue
		}
		it, c = t.Item(k.Item), t.Column(k.Column)
		if it != nil && c != nil {
			return t, it, c, true
		}
	}
	return nil, nil, nil, false
}

// IsGroup reports whether an edition derives the figure at the address from
// leaves.
func IsGroup(k Key) bool {
	_, it, _, ok := Describe(k)
	return ok && it.IsGroup
}

// Comparable reports whether the figure means the same in two editions: both
// know its address, as a printed row or as a group.
func Comparable(k Key, a, b string) bool {
	ea, eb := EditionByID(a), EditionByID(b)
	return ea != nil && eb != nil && ea.knows(k) && eb.knows(k)
}

func (e *Edition) knows(k Key) bool {
	t := e.Table(k.Table)
	return t != nil && t.Item(k.Item) != nil && t.Column(k.Column) != nil
}
