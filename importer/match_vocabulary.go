package importer

import (
	"strings"
	"unicode/utf8"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// term is one thing in the form that a printed text can mean. Item and column
// are both empty for a heading above items or columns.
type term struct {
	table, item, column string
	group               bool   // the item is a heading over items
	under               string // group the item belongs to
}

// phrase is a printed text with everything that it can mean.
type phrase struct {
	text  string
	label form.Label
	terms []term
	// parts are the phrases that make up a text that is not a label itself:
	// “行政复议-结果维持”, “不予公开1.属于国家秘密”.
	parts []*phrase
	money string // unit of money printed in it
	value bool   // it could be a figure
	year  int    // year that it is about, 0 if it does not say
	// partly is set if a note in brackets is not understood, foreign if the notes make it
	// a figure that the form does not have.
	partly, foreign bool
}

// vocabulary knows every label of every edition. It is not safe for concurrent use,
// because it caches lookups: the same labels occur in every file.
type vocabulary struct {
	tables  map[string]*tableWords
	words   map[string][]term
	blank   *phrase
	numbers *keyNumbers

	shortened map[string][]term // meanings of names other than words, nil for unknown ones

	cache map[string]*phrase
	paths map[string]labelPath // by their texts, each terminated by a zero byte
	near  map[nearKey]meaning
	clues map[string][]clue // by the texts of a sheetText, each ended by a zero byte
	key   []byte            // scratch memory for keys
}

// tableWords is a table with the items and columns of all editions.
type tableWords struct {
	id      string
	order   map[string]int // of items, in form order
	items   []form.Item
	columns []form.Column
	sole    string // column meant by an item alone: the total, or the only one
}

const (
	maxRemembered = 20_000
	maxLabel      = 300 // bytes; longer texts are no labels
)

func newVocabulary() *vocabulary {
	v := &vocabulary{tables: map[string]*tableWords{}, words: map[string][]term{}, blank: &phrase{},
		shortened: map[string][]term{}, cache: map[string]*phrase{}, paths: map[string]labelPath{}, near: map[nearKey]meaning{}, clues: map[string][]clue{}}
	editions := form.Editions()
	v.numbers = newKeyNumbers(editions)
	for i := len(editions) - 1; i >= 0; i-- {
		for j := range editions[i].Tables {
			v.addTable(&editions[i].Tables[j])
		}
	}
	v.addSole()
	return v
}

// addSole lets the column of a table with one item mean its figure: 收费金额 in a summary
// is the amount of the fees.
func (v *vocabulary) addSole() {
	for id, w := range v.tables {
		if len(w.items) != 1 {
			continue
		}
		for _, c := range w.columns {
			if c.Money {
				v.add(term{table: id, item: w.items[0].ID, column: c.ID}, append([]string{c.Label}, c.Aliases...)...)
			}
		}
	}
}

func (v *vocabulary) addTable(t *form.Table) {
	w := v.tables[t.ID]
	if w == nil {
		w = &tableWords{id: t.ID, order: map[string]int{}}
		if total := t.TotalColumn(); total != nil {
			w.sole = total.ID
		} else if len(t.Columns) == 1 {
			w.sole = t.Columns[0].ID
		}
		v.tables[t.ID] = w
	}
	for _, it := range t.Items {
		if _, ok := w.order[it.ID]; !ok {
			w.order[it.ID] = len(w.items)
			w.items = append(w.items, it)
		}
		what := term{table: t.ID, item: it.ID, group: w.items[w.order[it.ID]].IsGroup, under: it.Group}
		v.add(what, append([]string{it.Label, it.Short}, it.Aliases...)...)
		v.add(term{table: t.ID}, append([]string{it.Heading}, it.HeadingAliases...)...)
	}
	for _, c := range t.Columns {
		if w.column(c.ID) == nil {
			w.columns = append(w.columns, c)
		}
		v.add(term{table: t.ID, column: c.ID}, append([]string{c.Label}, c.Aliases...)...)
		v.add(term{table: t.ID}, c.Heading)
	}
}

func (v *vocabulary) add(what term, labels ...string) {
	for _, label := range labels {
		l := form.Normalise(label)
		v.addWord(what, l.Text)
		if l.Remark != "" {
			v.addWord(what, l.Text+l.Remark)
		}
	}
}

func (v *vocabulary) addWord(what term, text string) {
	if text == "" {
		return
	}
	for _, known := range v.words[text] {
		if known == what {
			return
		}
	}
	v.words[text] = append(v.words[text], what)
}

func (w *tableWords) column(id string) *form.Column {
	for i := range w.columns {
		if w.columns[i].ID == id {
			return &w.columns[i]
		}
	}
	return nil
}

func (w *tableWords) item(id string) *form.Item {
	if i, ok := w.order[id]; ok {
		return &w.items[i]
	}
	return nil
}

// lookUp returns what a printed text can mean.
func (v *vocabulary) lookUp(text string) *phrase {
	if !mayBeLabel(text) {
		return v.blank
	}
	if r, ok := v.cache[text]; ok {
		return r
	}
	if len(v.cache) >= maxRemembered {
		clear(v.cache)
	}
	text = strings.Clone(text) // the original keeps a much larger string in memory
	r := v.parse(text)
	v.cache[text] = r
	return r
}

// mayBeLabel separates labels from numbers cheaply: every label of the form has
// Chinese characters.
func mayBeLabel(text string) bool {
	if len(text) > maxLabel {
		return false
	}
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

func (v *vocabulary) parse(text string) *phrase {
	r := &phrase{text: text, label: form.Normalise(text), money: printedMoney(text), value: isValue(&read.Cell{Text: text})}
	v.understand(r, text)
	if r.parts == nil && (r.terms == nil && !r.foreign || r.terms != nil && strings.ContainsAny(text, strings.TrimSuffix(separators, "\n"))) {
		v.split(r, text)
	}
	if known := len(r.terms)+len(r.parts) > 0; !known && !r.foreign {
		r.foreign = v.isBroken(text, r.label)
	} else if known && strings.ContainsAny(text, "%％‰") {
		r.terms, r.parts, r.foreign = nil, nil, true
	}
	r.terms = v.numbered(r.terms, r.label.Ordinal)
	return r
}

// numbered keeps the items with the printed ordinal, if there is one: （七）总计 is the
// row, 总计 may be the column.
func (v *vocabulary) numbered(terms []term, ordinal string) []term {
	if ordinal == "" || len(terms) < 2 {
		return terms
	}
	var kept []term
	for _, t := range terms {
		if t.item != "" && form.Normalise(v.tables[t.table].item(t.item).Label).Ordinal == ordinal {
			kept = append(kept, t)
		}
	}
	if kept == nil {
		return terms
	}
	return kept
}

// printedMoney returns the unit of money, or of counts in thousands, that a heading gives
// in brackets or after a colon: “本年收费金额（单位：元）”.
func printedMoney(text string) string {
	folded := read.Tidy(text)
	if i := strings.LastIndexAny(folded, "(["); i >= 0 {
		if unit := strings.TrimPrefix(strings.Trim(folded[i:], "()[]"), "单位:"); read.IsScaledCount(unit) {
			return unit
		}
		return read.MoneyUnit(folded[i:])
	}
	if i := strings.LastIndex(folded, "单位:"); i >= 0 {
		return read.MoneyUnit(folded[i:])
	}
	return ""
}
