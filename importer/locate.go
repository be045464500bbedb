package importer

import (
	"slices"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// locatedSheet are the tables located in one sheet, in reading order.
type locatedSheet struct {
	fragments []*fragment
	summaries []*summary
	whole     bool // all tables of some edition were found
}

// maxFlipped is the number of rows or columns beyond which a sheet is not tried with rows
// and columns exchanged.
const maxFlipped = 400

// locate finds all tables of the form in a sheet. It looks for missing tables
// again with rows and columns exchanged.
func locate(s *read.Sheet, words *vocabulary) locatedSheet {
	upright := newLocator(words, newView(s, false))
	all := upright.find()
	if len(all.summaries) > 0 || upright.view.height > maxFlipped || upright.view.width > maxFlipped || upright.view.height == 0 {
		return all
	}
	if listings := upright.listingsOf(); len(listings) > 0 {
		if s := upright.pivot(listings); s != nil {
			all.summaries = append(all.summaries, s)
			all.fragments = slices.DeleteFunc(all.fragments, func(f *fragment) bool { return within(listings, f) })
			return all
		}
	}
	found := map[string]bool{}
	for _, f := range all.fragments {
		for table := range f.tables() {
			found[table] = true
		}
	}
	if all.whole = isWhole(found); !all.whole {
		all.findFlipped(s, words, found, upright.bodiesAcross())
	}
	if len(all.summaries) > 0 { // the units are side by side
		return all
	}
	all.fragments = append(all.fragments, upright.orphans(all.fragments)...)
	return all
}

// within reports whether a fragment was read from the rows of a listing.
func within(all []*listing, f *fragment) bool {
	return slices.ContainsFunc(all, func(x *listing) bool { return f.bottom >= x.top && f.top < x.end })
}

// findFlipped looks for the tables that are still missing among the rows that no table used,
// with rows and columns exchanged.
func (all *locatedSheet) findFlipped(s *read.Sheet, words *vocabulary, found map[string]bool, bodiesRow int) {
	used := make([]bool, len(s.Rows))
	for _, f := range all.fragments {
		for i := f.top; i <= f.bottom && i < len(used); i++ {
			used[i] = true
		}
	}
	upright := len(all.fragments)
	for from := 0; from < len(used); from++ {
		if used[from] {
			continue
		}
		to := from
		for to < len(used) && !used[to] && !s.Rows[to].Paragraph {
			to++
		}
		l := newLocator(words, partView(s, from, to, true))
		l.bodiesDown = bodiesRow >= from && bodiesRow < to
		flipped := l.find()
		for _, f := range flipped.fragments {
			if f.only(found) {
				f.top, f.left, f.bottom = from+f.left, f.top, to-1
				all.fragments = append(all.fragments, f)
			}
		}
		if upright == 0 {
			all.summaries = append(all.summaries, flipped.summaries...)
		}
		from = to
	}
}

// isWhole reports whether all tables of some edition were found.
func isWhole(found map[string]bool) bool {
	for _, e := range form.Editions() {
		missing := 0
		for i := range e.Tables {
			if !found[e.Tables[i].ID] {
				missing++
			}
		}
		if missing == 0 {
			return true
		}
	}
	return false
}

// tables returns the tables that a fragment has figures or questions about.
func (f *fragment) tables() map[string]bool {
	tables := map[string]bool{}
	for i := range f.figures {
		tables[f.figures[i].Table] = true
	}
	for _, q := range f.questions {
		tables[q.Key.Table] = true
	}
	return tables
}

// only drops the figures of tables that were found already. ok is false if none
// are left.
func (f *fragment) only(found map[string]bool) (ok bool) {
	kept := f.figures[:0]
	for _, figure := range f.figures {
		if !found[figure.Table] {
			kept = append(kept, figure)
		}
	}
	f.figures = kept
	return len(kept) > 0
}

// find locates the tables of the view and reads them.
func (l *locator) find() locatedSheet {
	var all locatedSheet
	var tables []*locatedTable
	floor := 0
	for i := 0; i < l.view.height; i++ {
		if !l.line(i).isHead() && !l.headsTotals(i) || len(tables) > 0 && l.isRowOf(tables[len(tables)-1], i) {
			continue
		}
		bd := l.headingAt(i, floor)
		if l.headsBodies(bd) {
			i, floor = bd.bottom, bd.bottom+1
			continue
		}
		beside := l.blocksOf(bd)
		i = bd.bottom
		if len(beside) == 0 {
			floor = i + 1
			continue
		}
		if len(beside) == 1 {
			if s := l.summaryAt(beside[0]); s != nil {
				all.summaries = append(all.summaries, s)
				i = s.end - 1
			}
		}
		if sides := l.summariesBeside(beside); sides != nil {
			for _, s := range sides {
				i = max(i, s.end-1)
			}
			all.summaries = append(all.summaries, sides...)
			floor = i + 1
			continue
		}
		if n := len(all.summaries); n == 0 || all.summaries[n-1].locatedTable != beside[0] {
			for k := range beside[:max(len(beside)-1, 0)] {
				beside[k].rightBound = beside[k].right() + 1
			}
			tables = append(tables, beside...)
		}
		floor = i + 1
	}
	l.limit(tables)
	all.fragments = l.readAll(tables)
	return all
}

// limit ends each table where another one begins in the same columns.
func (l *locator) limit(tables []*locatedTable) {
	for i, b := range tables {
		for _, next := range tables[i+1:] {
			if next.top > b.bottom && b.overlaps(next) {
				b.limit = min(b.limit, next.top)
			}
		}
	}
}
