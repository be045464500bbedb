package importer

import (
	"slices"

	"nianbao/data/form"
)

// readAll reads the tables. A table that continues after a repeated heading uses the rows
// before it.
func (l *locator) readAll(tables []*locatedTable) []*fragment {
	var all []*fragment
	var before *fragment
	var above *locatedTable
	for _, b := range tables {
		continued := before
		if above == nil || !l.continues(above, b) {
			continued = nil
		}
		f := l.read(b, continued)
		if f == nil {
			f = l.unread(b)
		}
		if f == nil {
			continue
		}
		all = append(all, f)
		before, above = f, b
	}
	return withOneAlignment(all)
}

// withOneAlignment withdraws the figures of a table split by repeated headings if its
// parts are not all aligned with them in the same way.
func withOneAlignment(all []*fragment) []*fragment {
	for from := 0; from < len(all); {
		to := from + 1
		differ := false
		for to < len(all) && all[to].continued {
			differ = differ || all[to].how != all[from].how
			to++
		}
		for _, f := range all[from:to] {
			if differ && f.how != uncertain {
				k := form.Key{Table: f.last.table}
				f.figures = nil
				f.ask(Question{Kind: AskLayout, Key: k})
				f.remark(form.RuleAmbiguous, k, "", form.Source{})
			}
		}
		from = to
	}
	return all
}

// unread asks about headings of the form above numbers that could not be
// assigned.
func (l *locator) unread(b *locatedTable) *fragment {
	const within = 3
	for i := b.bottom + 1; i < b.limit && i <= b.bottom+within; i++ {
		for p := range l.view.pieces(i, b.left(), b.right()) {
			if !p.isBlank() && isValue(p.cell) {
				f := &fragment{top: b.top, bottom: b.bottom, left: b.left()}
				for _, table := range b.tables {
					f.last.table = table
				}
				return l.askSingle(b, f)
			}
		}
	}
	return nil
}

func (l *locator) read(b *locatedTable, before *fragment) *fragment {
	if b.crowded {
		return nil // headings that repeat without labels between them
	}
	if b.shape != allAcross {
		if f := l.readRows(b, before); f != nil {
			return f
		}
	}
	if b.shape != columnsAcross {
		return l.readSingle(b)
	}
	return nil
}

// continues reports whether there are only figures between two tables with the same
// columns: the second continues the first after a page break.
func (l *locator) continues(above, below *locatedTable) bool {
	if len(above.columns) != len(below.columns) || above.shape != below.shape {
		return false
	}
	for i := above.bottom + 1; i < below.top; i++ {
		if ln := l.line(i); ln.text || ln.title {
			return false
		}
	}
	return slices.ContainsFunc(above.tables, below.isOf)
}

// orphans asks about rows with labels of the form and numbers that are in no table, so that
// they are not dropped silently.
func (l *locator) orphans(fragments []*fragment) []*fragment {
	used := make([]bool, l.view.height)
	for _, f := range fragments {
		for i := f.top; i <= f.bottom && i < len(used); i++ {
			used[i] = true
		}
	}
	asked := map[string]bool{}
	var all []*fragment
	for i := range used {
		ln := l.line(i)
		if used[i] || ln.values == 0 || ln.text {
			continue
		}
		for _, m := range ln.marks {
			table := m.phrase.itemTable()
			if table == "" || asked[table] {
				continue
			}
			asked[table] = true
			at := l.view.source(i, m.left)
			f := &fragment{top: i, bottom: i, left: m.left}
			f.ask(Question{Kind: AskLayout, Key: form.Key{Table: table}, Source: at})
			f.remark(form.RuleAmbiguous, form.Key{Table: table}, m.phrase.text, at)
			all = append(all, f)
		}
	}
	return all
}

// itemTable returns the table of the items that a phrase names unambiguously,
// or "".
func (r *phrase) itemTable() string {
	if _, isItem := r.strength(); !isItem || len(r.terms) == 0 {
		return ""
	}
	return r.terms[0].table
}

// item returns the item of section 三 that a phrase means, or "".
func (r *phrase) item() string {
	for _, t := range r.terms {
		if t.table == form.ApplicationsTable && t.item != "" {
			return t.item
		}
	}
	return ""
}
