package importer

import (
	"strings"

	"nianbao/data/form"
)

// nearKey identifies a cached lookup: which item or column of these tables a label is
// nearest to.
type nearKey struct {
	tables   string
	label    form.Label
	isColumn bool
}

// nearItem returns the item of the tables that a label means, even if misspelt; the
// meaning does not say which table. It is empty if there is none or if several are
// equally near.
func (v *vocabulary) nearItem(label form.Label, tables []string) meaning {
	key := nearKey{tables: strings.Join(tables, " "), label: label}
	return v.nearOnce(key, func() meaning {
		var candidates []form.Item
		for _, id := range tables {
			candidates = append(candidates, v.tables[id].items...)
		}
		it, how, ok := form.MatchItem(label, candidates)
		if !ok || how == form.NoMatch {
			return meaning{}
		}
		return meaning{item: it.ID}
	})
}

// nearColumn returns the column of a table that a label means, like nearItem.
func (v *vocabulary) nearColumn(label form.Label, table string) meaning {
	return v.nearOnce(nearKey{tables: table, label: label, isColumn: true}, func() meaning {
		c, how, ok := form.MatchColumn(label, v.tables[table].columns)
		if !ok || how == form.NoMatch {
			return meaning{}
		}
		return meaning{table: table, column: c.ID}
	})
}

// nearOnce returns the cached result of a lookup, or looks it up.
func (v *vocabulary) nearOnce(key nearKey, answer func() meaning) meaning {
	m, known := v.near[key]
	if !known {
		if len(v.near) >= maxRemembered {
			clear(v.near)
		}
		m = answer()
		v.near[key] = m
	}
	return m
}
