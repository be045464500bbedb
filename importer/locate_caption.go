package importer

import (
	"nianbao/importer/read"
	"strings"
)

// takeCaption applies a unit of money printed just above the table or beside
// its heading, such as 单位：元, to the columns of money. A unit in the heading
// itself takes precedence.
func (l *locator) takeCaption(b *locatedTable) {
	const above = 2
	var money []int
	for i := range b.columns {
		for _, m := range b.columns[i].meanings {
			if w := l.words.tables[m.table]; w != nil && l.isMoney(m) {
				money = append(money, i)
				break
			}
		}
	}
	if len(money) == 0 {
		return
	}
	for r := max(b.top-above, 0); r <= b.bottom; r++ {
		for j := range l.view.rowWidth(r) {
			if unit := captionUnit(l.view.at(r, j)); unit != "" {
				for _, i := range money {
					b.columns[i].caption = unit
				}
				return
			}
		}
	}
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

// captionUnit reads 单位：元 and （金额单位：人民币万元）.
func captionUnit(c *read.Cell) string {
	if c.Covered || c.Kind != read.TextCell || len(c.Text) > 60 || !strings.Contains(c.Text, "单位") {
		return ""
	}
	text := strings.Trim(squeeze(c.Text), "()")
	_, unit, found := strings.Cut(text, "单位:")
	unit = strings.TrimPrefix(unit, "人民币")
	if !found || read.YuanPerUnit(unit) == 0 {
		return ""
	}
	return unit
}
