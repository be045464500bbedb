package importer

import (
	"iter"
	"slices"
	"strings"

	"nianbao/data/form"
)

// entry is a row of a located table with its label.
type entry struct {
	row        int
	path       []*reading
	labelLeft  int // first and last place of the labels
	labelRight int
	stray      bool   // a number stands among the labels
	values     int    // cells beside the labels that could be figures
	group      string // group the labels name, or the rows above did
	named      string // group the labels of this very row name
	mean       meaning
	ok         bool // mean is settled
	guess      bool // settled by nearness or by its place
	ordinal    string
	under      []slot // cells under the headings
}

// leaf is the innermost label.
func (e *entry) leaf() *reading {
	if len(e.path) == 0 {
		return nil
	}
	return e.path[len(e.path)-1]
}

const (
	blankRowsWithin = 8
	usualRows       = 32 // of a table of the form, some to spare
)

// entriesOf reads the labels of the rows below a table's heading, down to the
// next heading or title.
func (l *locator) entriesOf(b *located, carried string) []entry {
	entries := make([]entry, 0, min(b.limit-b.bottom-1, usualRows))
	group, blanks := carried, 0
	for i := b.bottom + 1; i < b.limit; i++ {
		ln := l.line(i)
		if ln.cells == 0 {
			if blanks++; blanks > blankRowsWithin {
				break
			}
			continue
		}
		if ln.text {
			break
		}
		e := l.entryAt(b, i)
		if ln.title && !l.isInside(b, &e) {
			break
		}
		if len(e.path) == 0 && e.values == 0 {
			continue
		}
		blanks = 0
		if e.named != "" {
			group = e.named
		}
		e.group = group
		if it := l.words.itemOf(e.mean); e.ok && it != nil && !it.IsGroup && it.Group == "" {
			group, e.group = "", ""
		}
		entries = append(entries, e)
	}
	return entries
}

// isInside reports that a row's only text is one of the table's own labels,
// well or badly spelt.
func (l *locator) isInside(b *located, e *entry) bool {
	if e.ok || e.leaf() == nil || strings.HasPrefix(e.leaf().label.Text, clauseWord) {
		return e.ok
	}
	for _, id := range b.tables {
		if near := l.words.nearItem(e.leaf().label, []string{id}); near.item != "" {
			return true
		}
	}
	return false
}

// entryAt reads the labels of one row and what they mean for the table.
func (l *locator) entryAt(b *located, i int) entry {
	e := entry{row: i, labelLeft: -1, labelRight: -1}
	var texts []string
	for p := range l.view.pieces(i, b.leftBound, max(b.right(), l.view.rowWidth(i)-1)) {
		if p.isBlank() {
			continue
		}
		value := isValue(p.cell)
		if p.left >= b.left() && (value || e.values > 0 || !l.namesRow(b, p)) {
			if value {
				e.values++
			}
			continue
		}
		if value {
			e.stray = e.stray || len(texts) > 0 && !l.isOrdinalColumn(b, p)
			continue
		}
		if n := len(texts); n == 0 || texts[n-1] != p.cell.text {
			texts = append(texts, p.cell.text)
		}
		if e.labelLeft < 0 {
			e.labelLeft = p.left
		}
		e.labelRight = max(e.labelRight, p.right)
	}
	known := l.words.pathTo(texts)
	e.path = known.readings
	l.settleEntry(b, &e, known.meanings)
	return e
}

// namesRow reports that a piece under the first headings is a row label: the
// heading and the rows then differ by a column.
func (l *locator) namesRow(b *located, p piece) bool {
	const slack = 2
	return p.left <= b.left()+slack && l.words.read(p.cell.text).namesLine()
}

// isOrdinalColumn reports that a number among the labels numbers the rows.
func (l *locator) isOrdinalColumn(b *located, p piece) bool {
	for r := b.bottom; r >= b.top; r-- {
		switch form.Normalise(l.view.at(r, p.left).text).Text {
		case "序号", "行次", "编号", "代码", "栏次":
			return true
		}
	}
	return false
}

// settleEntry takes the one meaning of the labels that goes with the columns.
func (l *locator) settleEntry(b *located, e *entry, meanings []meaning) {
	leaf := e.leaf()
	if leaf == nil {
		return
	}
	e.ordinal = leaf.label.Ordinal
	for _, r := range e.path {
		for t := range r.allTerms() {
			if t.group && b.isOf(t.table) {
				e.named = t.item
			}
		}
	}
	fitting := 0
	for _, m := range meanings {
		if b.isOf(m.table) && b.complements(m) {
			e.mean = m
			fitting++
		}
	}
	if e.ok = fitting == 1; !e.ok {
		e.mean = meaning{}
	}
}

// allTerms are those of a reading and of its parts.
func (r *reading) allTerms() iter.Seq[term] {
	return func(yield func(term) bool) {
		for _, t := range r.terms {
			if !yield(t) {
				return
			}
		}
		for _, p := range r.parts {
			for _, t := range p.terms {
				if !yield(t) {
					return
				}
			}
		}
	}
}

// isKnown reports that a reading or a part of it has a term.
func (r *reading) isKnown() bool {
	for range r.allTerms() {
		return true
	}
	return false
}

// complements reports that a row's meaning gives what the headings lack.
func (b *located) complements(m meaning) bool {
	switch b.shape {
	case columnsAcross:
		return m.item != "" && m.column == ""
	case itemsAcross:
		return m.column != "" && m.item == ""
	}
	return false
}

// settleTables notes the tables the columns can belong to, in their order.
func (b *located) settleTables() {
	b.tables = nil
	for i := range b.columns {
		for _, m := range b.columns[i].meanings {
			if !b.isOf(m.table) {
				b.tables = append(b.tables, m.table)
			}
		}
	}
}

// isOf reports that the columns can belong to a table.
func (b *located) isOf(table string) bool { return slices.Contains(b.tables, table) }

func (v *vocabulary) itemOf(m meaning) *form.Item {
	if w := v.tables[m.table]; w != nil {
		return w.item(m.item)
	}
	return nil
}

// settleRows settles the entries that depend on their neighbours: 其他 and 总计,
// spellings that nothing lists, and rows known by ordinal and place alone.
func (l *locator) settleRows(b *located, entries []entry, before meaning) {
	if b.shape != columnsAcross {
		return
	}
	for i := range entries {
		l.checkWeak(entries, i, before)
	}
	for i := range entries {
		if !entries[i].ok {
			l.settleNear(b, entries, i)
		}
	}
	l.settleByPlace(b, entries)
}

// checkWeak keeps 其他 and 总计 only where group, ordinal or neighbours say
// which of the form's it is.
func (l *locator) checkWeak(entries []entry, i int, before meaning) {
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

// isOutcome reports that an item stands under the same heading as a total, so
// that the total can follow it.
func (l *locator) isOutcome(m meaning, total *form.Item) bool {
	it := l.words.itemOf(m)
	return it != nil && it.Heading == total.Heading && !it.IsTotal
}

// neighbours returns the places in form order of the settled entries around i
// in the same table; the borders are open.
func (l *locator) neighbours(entries []entry, i int, w *tableWords) (low, high int) {
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

// settleNear takes a label that is a few characters off the form's, if its
// place, its ordinal and its group agree.
func (l *locator) settleNear(b *located, entries []entry, i int) {
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
		if order := w.order[it.ID]; (order > low || order == low && isTwin(entries, i)) && order < high && agrees(e, it) {
			e.mean, e.ok, e.guess = meaning{table: id, item: it.ID, under: it.Group}, true, true
		}
	}
}

// isTwin reports that an earlier row has the same label: then they are asked
// about together.
func isTwin(entries []entry, i int) bool {
	for k := range i {
		if leaf := entries[k].leaf(); leaf != nil && leaf.label == entries[i].leaf().label {
			return true
		}
	}
	return false
}

// agrees reports that the printed ordinal and group do not contradict an item.
func agrees(e *entry, it *form.Item) bool {
	own := form.Normalise(it.Label).Ordinal
	return (e.ordinal == "" || own == "" || e.ordinal == own) && (e.named == "" || e.named == it.Group)
}

// settleByPlace takes rows between two settled ones if they are just as many
// as the form has there, with the form's ordinals and most of its characters.
func (l *locator) settleByPlace(b *located, entries []entry) {
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
			l.settleRun(entries[i:j], w, low, high)
			i = j
		}
	}
}

func (l *locator) settleRun(run []entry, w *tableWords, low, high int) {
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

// sharesHalf reports that at least half of the characters of the shorter text
// stand in the other one.
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
