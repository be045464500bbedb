package importer

import "slices"

// resolve drops the meanings of a column that do not fit its neighbours: 其他 among kinds
// of applicants is a kind, 总计 among outcomes is an outcome.
func (b *locatedTable) resolve() {
	b.resolveAmong()
	b.resolveWeak()
}

func (b *locatedTable) resolveAmong() {
	var tables []string // tables to which some column certainly belongs
	for i := range b.columns {
		if c := &b.columns[i]; len(c.meanings) == 1 && !slices.Contains(tables, c.meanings[0].table) {
			tables = append(tables, c.meanings[0].table)
		}
	}
	for i := range b.columns {
		c := &b.columns[i]
		if len(c.meanings) < 2 {
			continue
		}
		var kept []meaning
		for _, m := range c.meanings {
			if m.shape() == b.shape && (len(tables) == 0 || slices.Contains(tables, m.table)) {
				kept = append(kept, m)
			}
		}
		if len(kept) == 0 && b.shape == itemsAcross {
			kept = slices.DeleteFunc(slices.Clone(c.meanings), func(m meaning) bool { return !m.isFull() })
		}
		if len(kept) > 1 && b.shape == allAcross {
			kept = b.likeNeighbour(i, kept)
		}
		c.meanings = kept
	}
}

// likeNeighbour keeps the meaning that shares the item, or else the column, of
// a neighbour under the same heading.
func (b *locatedTable) likeNeighbour(i int, among []meaning) []meaning {
	for _, k := range []int{i - 1, i + 1} {
		if k < 0 || k >= len(b.columns) || len(b.columns[k].meanings) != 1 || !sameParent(&b.columns[i], &b.columns[k]) {
			continue
		}
		near := b.columns[k].meanings[0]
		for _, same := range []func(meaning) bool{
			func(m meaning) bool { return m.table == near.table && m.item == near.item },
			func(m meaning) bool { return m.table == near.table && m.column == near.column },
		} {
			var kept []meaning
			for _, m := range among {
				if same(m) {
					kept = append(kept, m)
				}
			}
			if len(kept) == 1 {
				return kept
			}
		}
	}
	return nil
}

// sameParent reports whether two headings differ only in their innermost part.
func sameParent(a, b *column) bool {
	one, other := a.labels(), b.labels()
	if len(one) != len(other) || len(one) < 2 {
		return false
	}
	for i := range len(one) - 1 {
		if one[i] != other[i] {
			return false
		}
	}
	return true
}

// labels returns the texts of a heading, with joined labels taken apart.
func (c *column) labels() []string {
	var texts []string
	for _, r := range c.path {
		if len(r.parts) == 0 {
			texts = append(texts, r.text)
		}
		for _, p := range r.parts {
			texts = append(texts, p.text)
		}
	}
	return texts
}

// resolveWeak accepts 其他 and 总计 as items only after the item that precedes
// them in the form.
func (b *locatedTable) resolveWeak() {
	if b.shape == columnsAcross {
		return
	}
	for i := range b.columns {
		c := &b.columns[i]
		if len(c.meanings) != 1 || c.meanings[0].item == "" || len(c.path) != 1 || !isWeak(c.path[0].label.Text) {
			continue
		}
		if i == 0 || !follows(b.columns[i-1].meanings, c.meanings[0], c.path[0].label.Ordinal) {
			c.meanings = nil
		}
	}
}

func follows(before []meaning, m meaning, ordinal string) bool {
	if len(before) != 1 || before[0].table != m.table {
		return false
	}
	switch m.under {
	case "":
		return ordinal == "七" || before[0].under == "other" || before[0].item == "other" || before[0].under == "not-processed"
	default:
		return before[0].under == m.under
	}
}

// resolveNearColumns accepts headings that differ from the form's by a few characters. If
// two headings could be the same column, or there is an exact heading for it, none is
// accepted.
func (l *locator) resolveNearColumns(b *locatedTable) {
	if b.shape != columnsAcross {
		return
	}
	near := map[string][]int{}
	means := map[string][]meaning{}
	for i := range b.columns {
		c := &b.columns[i]
		if len(c.meanings) > 0 || len(c.path) == 0 || len(c.path[len(c.path)-1].terms) > 0 {
			continue
		}
		var found []meaning
		for _, id := range b.tables {
			if near := l.words.nearColumn(c.path[len(c.path)-1].label, id); near.column != "" {
				found = append(found, near)
			}
		}
		if len(found) > 0 && sameColumn(found) {
			near[found[0].column] = append(near[found[0].column], i)
			means[found[0].column] = found
		}
	}
	for id, columns := range near {
		if b.forget(means[id][0]) || len(columns) > 1 {
			continue
		}
		b.columns[columns[0]].meanings = means[id]
	}
}

// forget drops the meaning of columns whose column of the form occurs twice: neither is
// certain.
func (b *locatedTable) forget(m meaning) (forgotten bool) {
	for i := range b.columns {
		if b.columns[i].means(m.table, m.column) {
			b.columns[i].meanings, forgotten = nil, true
		}
	}
	return forgotten
}

func sameColumn(all []meaning) bool {
	for _, m := range all {
		if m.column != all[0].column {
			return false
		}
	}
	return true
}

// trim drops columns without a meaning from both ends: remarks, or the labels of the
// table to the right.
func (b *locatedTable) trim() {
	n := len(b.columns)
	for n > 0 && len(b.columns[n-1].meanings) == 0 {
		n--
	}
	b.columns, b.extra = b.columns[:n], b.columns[n:]
	for len(b.columns) > 0 && len(b.columns[0].meanings) == 0 {
		b.columns = b.columns[1:]
	}
}
