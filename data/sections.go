package data

import "nianbao/data/form"

// applicationKeys are the lines of the balance 一 + 二 = 三 + 四 in all columns.
func applicationKeys() []form.Key {
	return catalogueKeys(func(t *form.Table, it *form.Item, _ *form.Column) bool {
		return t.ID == form.ApplicationsTable && it.Side != form.NoSide
	})
}

// outcomeKeys are the lines of 三、本年度办理结果, groups included, in one column.
func outcomeKeys(column string) []form.Key {
	return catalogueKeys(func(t *form.Table, it *form.Item, c *form.Column) bool {
		return t.ID == form.ApplicationsTable && c.ID == column && it.Heading != "" && it.Side != form.LeftSide
	})
}

// tableKeys are all figures of the tables.
func tableKeys(tables ...string) []form.Key {
	return catalogueKeys(func(t *form.Table, _ *form.Item, _ *form.Column) bool {
		for _, id := range tables {
			if t.ID == id {
				return true
			}
		}
		return false
	})
}

// catalogueKeys are the addresses of the catalogue that keep accepts, in its
// order.
func catalogueKeys(keep func(*form.Table, *form.Item, *form.Column) bool) []form.Key {
	var keys []form.Key
	for _, k := range form.Catalogue() {
		if t, it, c, ok := form.Describe(k); ok && keep(t, it, c) {
			keys = append(keys, k)
		}
	}
	return keys
}
