package importer

import (
	"strings"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// fragment is the result of reading one located table: its figures, each once, and what
// is to be asked or remarked.
type fragment struct {
	top, left int // position in the sheet, for sorting
	bottom    int // last row of the view that was read
	figures   []numberedFigure
	remarks   []form.Remark
	questions []Question
	last      meaning // meaning of the last row, for a table that continues after a page break
	group     string
	continued bool // continues after a repeated heading
	how       alignment
}

// numberedFigure is a figure with its key number.
type numberedFigure struct {
	form.Figure
	number int32
	vague  read.Vagueness
}

func (f *fragment) remark(rule form.RuleID, k form.Key, text string, at form.Source) {
	f.remarks = append(f.remarks, form.Remark{Rule: rule, Key: k, Text: strings.TrimSpace(text), Source: at})
}

func (f *fragment) ask(q Question) { f.questions = append(f.questions, q) }

// readRows reads a table whose rows and headings together identify the figures.
// before is the table that it continues, or nil. It returns nil if no row is
// known.
func (l *locator) readRows(b *locatedTable, before *fragment) *fragment {
	last, group := meaning{}, ""
	if before != nil {
		last, group = before.last, before.group
	}
	entries := l.tableRowsOf(b, group)
	l.resolveRows(b, entries, last)
	f := &fragment{top: b.top, left: b.left(), bottom: b.bottom, continued: before != nil}
	known := 0
	for i := range entries {
		if entries[i].ok {
			known++
			f.last, f.group, f.bottom = entries[i].mean, entries[i].group, entries[i].row
		}
	}
	if known == 0 {
		return nil
	}
	how := l.alignmentOf(b, entries)
	f.how = how
	if how == uncertain {
		f.ask(Question{Kind: AskLayout, Key: form.Key{Table: f.last.table}, Source: l.view.source(b.bottom, b.left())})
		f.remark(form.RuleAmbiguous, form.Key{Table: f.last.table}, b.columns[0].text(), l.view.source(b.bottom, b.left()))
		return f
	}
	f.figures = make([]numberedFigure, 0, known*len(b.columns))
	r := rowReader{l: l, b: b, f: f, how: how}
	for i := range entries {
		r.read(&entries[i])
	}
	r.remarkColumns(entries)
	return f
}

// rowReader reads the rows of one table into a fragment.
type rowReader struct {
	l   *locator
	b   *locatedTable
	f   *fragment
	how alignment
}

func (r *rowReader) read(e *tableRow) {
	if !e.ok || e.mean.group && e.mean.item != form.OtherItem {
		if e.values > 0 && e.leaf() != nil && !isRowNumbering(r.l.view, r.b, e.row) {
			r.f.remark(form.RuleUnknownLabel, form.Key{Table: r.f.last.table}, e.leaf().text, r.l.view.source(e.row, max(e.labelLeft, 0)))
		}
		r.askStray(e)
		return
	}
	if e.guess {
		r.f.remark(form.RuleAmbiguous, form.Key{Table: e.mean.table, Item: e.mean.item, Column: e.mean.column}, e.leaf().text, r.l.view.source(e.row, max(e.labelLeft, 0)))
	}
	if e.odd {
		r.askOdd(e)
		return
	}
	for i, s := range r.l.slots(r.b, e, r.how) {
		k, ok := r.b.columns[i].keyWith(e.mean)
		if !ok {
			continue
		}
		heading := r.b.columns[i].money()
		if heading == "" {
			heading = e.money()
		}
		r.f.take(r.l, k, s, heading)
	}
}

// askStray asks about a row that has numbers under the headings but no label: a column
// may have slipped by a row.
func (r *rowReader) askStray(e *tableRow) {
	if e.leaf() != nil || e.values == 0 || isRowNumbering(r.l.view, r.b, e.row) {
		return
	}
	for j := r.b.left(); j <= r.b.right(); j++ {
		if c := r.l.view.at(e.row, j); !read.IsBlank(c.Text) && isValue(c) {
			at := r.l.view.source(e.row, j)
			r.f.ask(Question{Kind: AskStray, Key: form.Key{Table: r.f.last.table}, Source: at})
			r.f.remark(form.RuleAmbiguous, form.Key{Table: r.f.last.table}, c.Text, at)
			return
		}
	}
}

func (e *tableRow) money() string {
	for _, r := range e.path {
		if r.money != "" {
			return r.money
		}
	}
	return ""
}

// keyWith combines the meanings of a heading and a row into a key.
func (c *column) keyWith(row meaning) (form.Key, bool) {
	for _, m := range c.meanings {
		if m.table != row.table {
			continue
		}
		k := form.Key{Table: m.table, Item: m.item + row.item, Column: m.column + row.column}
		if m.item != "" && row.item != "" || m.column != "" && row.column != "" || m.group && m.item != form.OtherItem {
			return k, false
		}
		return k, k.Item != "" && k.Column != ""
	}
	return form.Key{}, false
}

// take reads one figure. An ambiguous one is left out and asked about.
func (f *fragment) take(l *locator, k form.Key, s slot, heading string) {
	number, ok := l.words.numbers.of[k]
	if !ok {
		return // no edition has such a figure
	}
	col := l.words.tables[k.Table].column(k.Column)
	at := l.view.source(s.row, s.col)
	raw := s.cell.Raw()
	v := read.ValueOf(*s.cell, col, heading)
	if s.doubt != noDoubt || v.Doubt {
		f.ask(Question{Kind: s.doubt.question(), Key: k, Found: []string{raw}, Source: at})
		f.remark(form.RuleAmbiguous, k, raw, at)
		return
	}
	if v.Unit != "" && v.Unit != col.Unit {
		f.remark(form.RuleUnitOfMoney, k, raw+"（"+v.Unit+"）", at)
	}
	if v.Note != "" {
		f.remark(form.RuleNotANumber, k, v.Note, at)
	}
	f.figures = append(f.figures, numberedFigure{form.Figure{Key: k, Status: v.Status, Value: v.Value, Raw: raw, Source: at}, number, s.cell.Vagueness()})
}

// remarkColumns adds a remark for each heading that the form does not have, if there is
// anything below it.
func (r *rowReader) remarkColumns(entries []tableRow) {
	for i := range r.b.columns {
		c := &r.b.columns[i]
		if _, ok := r.l.fullKey(r.b, i); !c.hasShape(r.b.shape) && (!ok || r.b.shape == columnsAcross) {
			r.remarkColumn(c, entries)
		}
	}
	for i := range r.b.extra {
		r.remarkColumn(&r.b.extra[i], entries)
	}
}

// vague returns the headings that belong to the form but do not tell which column they
// are.
func (b *locatedTable) vague() []*column {
	var all []*column
	for _, columns := range [][]column{b.columns, b.extra} {
		for i := range columns {
			c := &columns[i]
			if c.lost || b.shape != columnsAcross && !c.hasShape(b.shape) && len(c.path) > 0 && c.path[len(c.path)-1].isKnown() {
				all = append(all, c)
			}
		}
	}
	return all
}

// isBroken reports whether there are figures under a vague heading: a heading was lost,
// which casts doubt on its neighbours.
func (l *locator) isBroken(vague []*column, row int) bool {
	for _, c := range vague {
		for j := c.left; j <= c.right; j++ {
			if x := l.view.at(row, j); !read.IsBlank(x.Text) && isValue(x) {
				return true
			}
		}
	}
	return false
}

// hasShape reports whether a heading gives the same part of a key as the other
// headings of its table.
func (c *column) hasShape(s shape) bool {
	for _, m := range c.meanings {
		if m.shape() == s {
			return true
		}
	}
	return false
}

func (r *rowReader) remarkColumn(c *column, entries []tableRow) {
	for i := range entries {
		for j := c.left; j <= c.right && entries[i].ok; j++ {
			if x := r.l.view.at(entries[i].row, j); !read.IsBlank(x.Text) && isValue(x) {
				r.f.remark(form.RuleUnknownLabel, form.Key{Table: r.f.last.table}, c.text(), r.l.view.source(r.b.bottom, c.left))
				return
			}
		}
	}
}

// isRowNumbering reports whether a row numbers the columns: 甲 1 2 3.
func isRowNumbering(v *view, b *locatedTable, row int) bool {
	return isNumbering(v.pieces(row, b.left(), b.right()))
}
