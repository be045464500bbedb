package importer

import (
	"strings"

	"slices"

	"nianbao/data/form"
)

// findings are the located tables of one sheet, in reading order.
type findings struct {
	fragments []*fragment
	summaries []*summary
}

// Sheets larger than this are not looked at with rows and columns exchanged.
const maxFlipped = 400

// locate finds all tables of the form in a sheet. Tables that are not found
// are looked for with rows and columns exchanged.
func locate(s *sheet, words *vocabulary) findings {
	upright := newLocator(words, newView(s, false))
	all := upright.find()
	if len(all.summaries) > 0 || upright.view.height > maxFlipped || upright.view.width > maxFlipped || upright.view.height == 0 {
		return all
	}
	found := map[string]bool{}
	for _, f := range all.fragments {
		for table := range f.tables() {
			found[table] = true
		}
	}
	if !isWhole(found) {
		all.turn(s, words, found, upright.bodiesAcross())
	}
	if len(all.summaries) > 0 { // units across
		return all
	}
	all.fragments = append(all.fragments, upright.orphans(all.fragments)...)
	return all
}

// turn looks at the rows that no table was read from with rows and columns
// exchanged, for tables that are not found yet.
func (all *findings) turn(s *sheet, words *vocabulary, found map[string]bool, bodiesRow int) {
	used := make([]bool, len(s.rows))
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
		for to < len(used) && !used[to] && !s.rows[to].text {
			to++
		}
		l := newLocator(words, s.part(from, to, true))
		l.bodiesDown = bodiesRow >= from && bodiesRow < to
		turned := l.find()
		for _, f := range turned.fragments {
			if f.only(found) {
				f.top, f.left, f.bottom = from+f.left, f.top, to-1
				all.fragments = append(all.fragments, f)
			}
		}
		if upright == 0 {
			all.summaries = append(all.summaries, turned.summaries...)
		}
		from = to
	}
}

// isWhole reports that all tables of some edition were found.
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

// tables returns the tables a fragment has figures of or asks about.
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

// only drops the figures of tables that were found already; ok is false if
// nothing is left.
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
func (l *locator) find() findings {
	var all findings
	var tables []*located
	floor := 0
	for i := 0; i < l.view.height; i++ {
		if !l.line(i).isHead() && !l.headsTotals(i) || len(tables) > 0 && l.isRowOf(tables[len(tables)-1], i) {
			continue
		}
		bd := l.bandAt(i, floor)
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
		if n := len(all.summaries); n == 0 || all.summaries[n-1].located != beside[0] {
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

// headsBodies reports that a heading names several bodies: then each column is
// a body's, and a total among them is theirs, not the form's.
func (l *locator) headsBodies(b band) bool {
	named := map[string]bool{}
	for i := b.top; i <= b.bottom; i++ {
		for j := range l.view.rowWidth(i) {
			c := l.view.at(i, j)
			if c.kind != textCell || len(c.text) > 90 || len(c.text) < 6 || len(l.words.read(c.text).terms) > 0 {
				continue
			}
			if body, ok := parseBody(squeeze(c.text)); ok && body.isPlain() {
				named[body.region+body.unit] = true
			}
		}
	}
	return len(named) > 1
}

// bodiesAcross returns the first row that names several bodies, -1 if there is
// none.
func (l *locator) bodiesAcross() int {
	for i := range l.view.height {
		if !l.view.isText(i) && l.headsBodies(band{top: i, bottom: i}) {
			return i
		}
	}
	return -1
}

// isPlain reports a place, or an office that no kind of applicants is called
// after.
func (b *body) isPlain() bool {
	if b.level != noLevel {
		return true
	}
	for _, ending := range []string{"局", "委", "办", "办公室", "委员会"} {
		if strings.HasSuffix(b.unit, ending) {
			return true
		}
	}
	return false
}

// headsTotals reports that row i has 总计 as its only heading, over rows of
// section 三: a form of which only the totals were kept.
func (l *locator) headsTotals(i int) bool {
	ln := l.line(i)
	if ln.values > 0 || ln.cells > 3 || len(ln.marks) != 1 || i+1 >= l.view.height || l.isItemOf(ln.marks[0].reading, i) {
		return false
	}
	for _, t := range ln.marks[0].reading.terms {
		if t.table != form.ApplicationsTable || t.column != form.TotalColumnID {
			continue
		}
		for _, m := range l.line(i + 1).marks {
			if _, isItem := m.reading.strength(); isItem && m.right < ln.marks[0].left && l.words.tables[t.table].item(m.reading.item()) != nil {
				return true
			}
		}
	}
	return false
}

// isItemOf reports that a total is the row （七）总计, not a heading.
func (l *locator) isItemOf(r *reading, i int) bool {
	if r.label.Ordinal != "" || i == 0 {
		return r.label.Ordinal != ""
	}
	for _, m := range l.line(i - 1).marks {
		if _, isItem := m.reading.strength(); isItem {
			return true
		}
	}
	return false
}

// isRowOf reports that a row with a column's name is a row of the table above,
// whose headings are items.
func (l *locator) isRowOf(b *located, i int) bool {
	if b.shape != itemsAcross {
		return false
	}
	for r := b.bottom + 1; r < i; r++ {
		if ln := l.line(r); ln.cells == 0 || ln.title || ln.text {
			return false
		}
	}
	for _, m := range l.line(i).marks {
		if m.right >= b.left() {
			return false
		}
	}
	return true
}

// limit ends each table where another one begins in the same columns.
func (l *locator) limit(tables []*located) {
	for i, b := range tables {
		for _, next := range tables[i+1:] {
			if next.top > b.bottom && b.overlaps(next) {
				b.limit = min(b.limit, next.top)
			}
		}
	}
}

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
				f.remark(ruleAmbiguous, k, "", form.Source{})
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
			f.remark(ruleAmbiguous, form.Key{Table: table}, m.reading.text, at)
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
