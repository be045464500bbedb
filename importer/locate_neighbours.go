package importer

import (
	"strings"

	"nianbao/data/form"
)

// resolveRows resolves the rows that depend on their neighbours: 其他 and 总计,
// unlisted spellings, and rows known only by ordinal and position.
func (l *locator) resolveRows(b *locatedTable, entries []tableRow, before meaning) {
	if b.shape != columnsAcross {
		return
	}
	for i := range entries {
		l.checkWeak(entries, i, before)
	}
	for i := range entries {
		if !entries[i].ok {
			l.resolveNear(b, entries, i)
		}
	}
	l.resolveByPosition(b, entries)
}

// checkWeak keeps 其他 and 总计 only if group, ordinal or neighbours tell which item of
// the form it is.
func (l *locator) checkWeak(entries []tableRow, i int, before meaning) {
	e := &entries[i]
	if !e.ok || !isWeak(e.leaf().label.Text) {
		return
	}
	it := l.words.itemOf(e.mean)
	if it == nil {
		e.ok = false
		return
	}
	previous := before
	for k := i - 1; k >= 0; k-- {
		if entries[k].ok {
			previous = entries[k].mean
			break
		}
	}
	own := form.Normalise(it.Label).Ordinal
	switch {
	case e.ordinal != "" && e.ordinal != own:
		e.ok = false
	case it.Group != "":
		e.ok = e.named == it.Group || e.named == "" && (previous.under == it.Group || previous.item == it.Group)
	case it.IsTotal:
		e.ok = e.named == "" && (e.ordinal == own || l.isOutcome(previous, it))
	}
}

// isOutcome reports whether an item has the same heading as a total, so that the total
// can follow it.
func (l *locator) isOutcome(m meaning, total *form.Item) bool {
	it := l.words.itemOf(m)
	return it != nil && it.Heading == total.Heading && !it.IsTotal
}

// neighbours returns the positions in form order of the resolved rows around row
// i in the same table, exclusive.
func (l *locator) neighbours(entries []tableRow, i int, w *tableWords) (low, high int) {
	low, high = -1, len(w.items)
	for k := i - 1; k >= 0; k-- {
		if entries[k].ok && entries[k].mean.table == w.id {
			low = w.order[entries[k].mean.item]
			break
		}
	}
	for k := i + 1; k < len(entries); k++ {
		if entries[k].ok && entries[k].mean.table == w.id {
			return low, w.order[entries[k].mean.item]
		}
	}
	return low, high
}

// resolveNear accepts a label that differs from the form's by a few characters if
// position, ordinal and group agree.
func (l *locator) resolveNear(b *locatedTable, entries []tableRow, i int) {
	e := &entries[i]
	leaf := e.leaf()
	if leaf == nil || leaf.label.Text == "" || len(leaf.terms) > 0 {
		return
	}
	near := l.words.nearItem(leaf.label, b.tables)
	for _, id := range b.tables {
		w := l.words.tables[id]
		it := w.item(near.item)
		if it == nil || it.IsGroup {
			continue
		}
		low, high := l.neighbours(entries, i, w)
		if order := w.order[it.ID]; (order > low || order == low && isRepeatedLabel(entries, i)) && order < high && agrees(e, it) {
			e.mean, e.ok, e.guess = meaning{table: id, item: it.ID, under: it.Group}, true, true
		}
	}
}

// isRepeatedLabel reports whether an earlier row has the same label. Both rows are then
// asked about together.
func isRepeatedLabel(entries []tableRow, i int) bool {
	for k := range i {
		if leaf := entries[k].leaf(); leaf != nil && leaf.label == entries[i].leaf().label {
			return true
		}
	}
	return false
}

// agrees reports whether the printed ordinal and group do not contradict an item.
func agrees(e *tableRow, it *form.Item) bool {
	own := form.Normalise(it.Label).Ordinal
	return (e.ordinal == "" || own == "" || e.ordinal == own) && (e.named == "" || e.named == it.Group)
}

// resolveByPosition accepts the rows between two resolved ones if there are exactly as
// many as in the form, with the form's ordinals and at least half of its characters.
func (l *locator) resolveByPosition(b *locatedTable, entries []tableRow) {
	for _, id := range b.tables {
		w := l.words.tables[id]
		for i := 0; i < len(entries); i++ {
			if entries[i].ok || entries[i].leaf() == nil {
				continue
			}
			j := i
			for j < len(entries) && !entries[j].ok && entries[j].leaf() != nil {
				j++
			}
			low, high := l.neighbours(entries, i, w)
			l.resolveRun(entries[i:j], w, low, high)
			i = j
		}
	}
}

func (l *locator) resolveRun(run []tableRow, w *tableWords, low, high int) {
	var items []form.Item
	for order := low + 1; order < high; order++ {
		if !w.items[order].IsGroup {
			items = append(items, w.items[order])
		}
	}
	if len(items) != len(run) || low < 0 || high == len(w.items) {
		return
	}
	for k := range run {
		own := form.Normalise(items[k].Label)
		if run[k].ordinal == "" || run[k].ordinal != own.Ordinal || !agrees(&run[k], &items[k]) || !sharesHalf(run[k].leaf().label.Text, own.Text) {
			return
		}
	}
	for k := range run {
		run[k].mean, run[k].ok, run[k].guess = meaning{table: w.id, item: items[k].ID, under: items[k].Group}, true, true
	}
}

// sharesHalf reports whether at least half of the characters of the shorter
// text occur in the other.
func sharesHalf(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	total, shared := 0, 0
	for _, r := range a {
		total++
		if strings.ContainsRune(b, r) {
			shared++
		}
	}
	return total > 0 && shared*2 >= total
}
