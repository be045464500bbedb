package importer

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/importer/read"
)

// takeCaption applies a unit of money printed just above the table or beside
// its heading, such as 单位：元, to the columns of money. A unit in the heading
// itself takes precedence.
func (l *locator) takeCaption(b *locatedTable) {
	if !slices.ContainsFunc(b.columns, l.isOfMoney) {
		return
	}
	l.applyCaption(b, l.captionAt(b.top, b.bottom))
}

// captionAt returns the unit of money in the heading from top to bottom, or else in the
// nearest row above it that gives one.
func (l *locator) captionAt(top, bottom int) string {
	const above = 3
	for r := bottom; r >= max(top-above, 0); r-- {
		if r < top && l.line(r).values > 0 {
			return ""
		}
		for j := range l.view.rowWidth(r) {
			if unit := captionUnit(l.view.at(r, j)); unit != "" {
				return unit
			}
		}
	}
	return ""
}

func (l *locator) applyCaption(b *locatedTable, unit string) {
	for i := range b.columns {
		if l.isOfMoney(b.columns[i]) {
			b.columns[i].caption = unit
		}
	}
}

// caption returns the unit of money given above the listings. If they differ, it returns
// all units, which is none.
func (t *pivot) caption(all []*listing) string {
	var units []string
	for _, x := range all {
		if unit := t.l.captionAt(x.top, x.first-1); !slices.Contains(units, unit) {
			units = append(units, unit)
		}
	}
	if len(units) > 1 && units[0] == "" {
		units[0] = "万元"
	}
	return strings.Join(units, "、")
}

// isOfMoney reports whether the figures of a column may be amounts of money.
func (l *locator) isOfMoney(c column) bool {
	return slices.ContainsFunc(c.meanings, func(m meaning) bool { return l.words.tables[m.table] != nil && l.isMoney(m) })
}

// isMoney reports whether the figures of a meaning are amounts of money.
func (l *locator) isMoney(m meaning) bool {
	w := l.words.tables[m.table]
	if m.column != "" {
		c := w.column(m.column)
		return c != nil && c.Money
	}
	return m.item != "" && w.sole != "" && w.column(w.sole).Money
}

// captionMoney finds the units of money among those that a caption lists.
var captionMoney = regexp.MustCompile(`(?:[:、,，/;；()（）和及计为是以 件宗次项份个]|人民币)((?:[十百千]?万|[百千]|亿)?元)(?:$|[:、,，/;；()（）和及计为。 件整])`)

// captionUnit reads 单位：元, （金额单位：人民币万元） and 计量单位：件、千元. Several units
// of money in one caption are returned together, which is no unit: amounts below it are
// doubtful.
func captionUnit(c *read.Cell) string {
	const longest = 50 // characters
	if c.Covered || c.Kind != read.TextCell || !strings.Contains(c.Text, "元") || utf8.RuneCountInString(c.Text) > longest {
		return ""
	}
	text := squeeze(c.Text)
	_, list, found := strings.Cut(text, "单位:")
	if !found {
		if _, list, found = strings.Cut(text, "金额:"); !found {
			return ""
		}
	}
	var units []string
	list = ":" + strings.NewReplacer("、", "、、", ",", ",,", "/", "//", ";", ";;", ":", "::").Replace(list)
	for _, m := range captionMoney.FindAllStringSubmatch(list, -1) {
		if !slices.Contains(units, m[1]) {
			units = append(units, m[1])
		}
	}
	return strings.Join(units, "、")
}
