package importer

import (
	"slices"

	"nianbao/data/form"
)

// readAll reads the tables; one that goes on after a repeated heading knows
// the rows before.
func (l *locator) readAll(tables []*located) []*fragment {
	var all []*fragment
	var before *fragment
	var above *located
	for _, b := range tables {
		continued := before
		if above == nil || !l.goesOn(above, b) {
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
	return sameWay(all)
}

// sameWay takes the figures back from the pieces of a table that was broken by
// repeated headings, if its pieces do not all stand under them in the same way.
func sameWay(all []*fragment) []*fragment {
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

// unread asks about headings of the form over numbers that nothing places.
func (l *locator) unread(b *located) *fragment {
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

func (l *locator) read(b *located, before *fragment) *fragment {
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

// goesOn reports that nothing but figures stands between two tables of the
// same columns: the second is the first one after a page break.
func (l *locator) goesOn(above, below *located) bool {
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

// orphans asks about rows with labels of the form and numbers that no table
// took: figures that nobody can place are not “nothing there”.
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
			table := m.reading.itemTable()
			if table == "" || asked[table] {
				continue
			}
			asked[table] = true
			at := l.view.source(i, m.left)
			f := &fragment{top: i, bottom: i, left: m.left}
			f.ask(Question{Kind: AskLayout, Key: form.Key{Table: table}, Source: at})
			f.remark(form.RuleAmbiguous, form.Key{Table: table}, m.reading.text, at)
			all = append(all, f)
		}
	}
	return all
}

// itemTable returns the table of the items a reading names for certain, "" if
// it names none.
func (r *reading) itemTable() string {
	if _, isItem := r.strength(); !isItem || len(r.terms) == 0 {
		return ""
	}
	return r.terms[0].table
}

// item returns the item a reading means in section 三, "" if none.
func (r *reading) item() string {
	for _, t := range r.terms {
		if t.table == form.ApplicationsTable && t.item != "" {
			return t.item
		}
	}
	return ""
}
