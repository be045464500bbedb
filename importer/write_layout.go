package importer

import (
	"nianbao/data/form"
)

// formWidth is the number of columns of the written form: those of section 四,
// the widest. Other tables spread over the same columns.
const formWidth = 15

// Texts of the official form that stand outside its tables.
const (
	reportTitle   = "政府信息公开工作年度报告"
	sectionTwo    = "二、主动公开政府信息情况"
	cornerBalance = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
	cornerKinds   = "申请人情况"
	cornerContent = "信息内容"
)

// look is the appearance of a placed cell.
type look int

const (
	lookTitle look = iota
	lookSection
	lookHead
	lookLabel
	lookValue
)

// placed is a cell of the written form. Rows and columns count from 0, ends
// included; more than one place means a merge.
type placed struct {
	top, left, bottom, right int
	text                     string
	look                     look
	key                      form.Key // the figure it holds, for lookValue
}

// section is one of the numbered sections of the written form.
type section struct {
	number int
	name   string // short, for a sheet
	cells  []placed
	height int
}

// layOut places the sections of an edition; oneRow prints （六）其他处理 as one
// row. It knows the form only as data.
func layOut(e *form.Edition, oneRow bool) []section {
	var sections []section
	for i := range e.Tables {
		t := &e.Tables[i]
		if len(sections) == 0 || sections[len(sections)-1].number != t.Section {
			sections = append(sections, newSection(t))
		}
		s := &sections[len(sections)-1]
		switch {
		case t.Across:
			s.placeAcross(t)
		case t.ID == form.ApplicationsTable:
			s.placeApplications(t, oneRow)
		default:
			s.placeSmall(t)
		}
	}
	return sections
}

func newSection(t *form.Table) section {
	s := section{number: t.Section, name: t.Label}
	if t.Section == 2 {
		s.name = sectionTwo
	}
	s.put(0, formWidth, s.name, lookSection)
	s.height++
	return s
}

// put places a cell of one row at the current height.
func (s *section) put(left, width int, text string, l look) {
	s.block(s.height, s.height, left, width, text, l)
}

func (s *section) block(top, bottom, left, width int, text string, l look) {
	s.cells = append(s.cells, placed{top: top, left: left, bottom: bottom, right: left + width - 1, text: text, look: l})
}

func (s *section) value(left, width int, k form.Key) {
	s.cells = append(s.cells, placed{top: s.height, left: left, bottom: s.height, right: left + width - 1, look: lookValue, key: k})
}

// placeSmall places a table of section 二: its label, a heading row, its items.
func (s *section) placeSmall(t *form.Table) {
	const labelWidth = 3
	width := (formWidth - labelWidth) / len(t.Columns)
	s.put(0, formWidth, t.Label, lookHead)
	s.height++
	s.put(0, labelWidth, cornerContent, lookHead)
	for i, c := range t.Columns {
		s.put(labelWidth+i*width, width, c.Label, lookHead)
	}
	s.height++
	for _, it := range t.Items {
		s.put(0, labelWidth, it.Label, lookLabel)
		for i, c := range t.Columns {
			s.value(labelWidth+i*width, width, form.Key{Table: t.ID, Item: it.ID, Column: c.ID})
		}
		s.height++
	}
}

// placeApplications places section 三: items down, columns across under three
// heading rows, headings and groups merged beside their rows.
func (s *section) placeApplications(t *form.Table, oneRow bool) {
	labels := formWidth - len(t.Columns)
	top := s.height
	s.block(top, top+2, 0, labels, cornerBalance, lookHead)
	s.block(top, top, labels, len(t.Columns), cornerKinds, lookHead)
	for _, span := range spansOf(len(t.Columns), func(i int) string { return t.Columns[i].Heading }) {
		c := t.Columns[span.first]
		if c.Heading == "" {
			s.block(top+1, top+2, labels+span.first, 1, c.Label, lookHead)
			continue
		}
		s.block(top+1, top+1, labels+span.first, span.length, c.Heading, lookHead)
		for i := range span.length {
			s.block(top+2, top+2, labels+span.first+i, 1, t.Columns[span.first+i].Label, lookHead)
		}
	}
	s.height += 3
	s.placeRows(t, printedItems(t, oneRow), labels)
}

// placeRows places the rows of section 三 with their headings and groups.
func (s *section) placeRows(t *form.Table, items []form.Item, labels int) {
	for _, span := range spansOf(len(items), func(i int) string { return items[i].Heading }) {
		if h := items[span.first].Heading; h != "" {
			s.block(s.height+span.first, s.height+span.first+span.length-1, 0, 1, h, lookLabel)
		}
	}
	for _, span := range spansOf(len(items), func(i int) string { return items[i].Group }) {
		if g := items[span.first].Group; g != "" {
			s.block(s.height+span.first, s.height+span.first+span.length-1, 1, 1, t.Item(g).Label, lookLabel)
		}
	}
	for _, it := range items {
		left := 0
		if it.Heading != "" {
			left++
		}
		if it.Group != "" {
			left++
		}
		s.put(left, labels-left, it.Label, lookLabel)
		for i, c := range t.Columns {
			s.value(labels+i, 1, form.Key{Table: t.ID, Item: it.ID, Column: c.ID})
		}
		s.height++
	}
}

// printedItems are the rows of a table, with the one row of （六） in place of
// its group.
func printedItems(t *form.Table, oneRow bool) []form.Item {
	var items []form.Item
	for _, it := range t.Items {
		switch {
		case oneRow && it.Group == form.OtherItem, it.IsGroup && (!oneRow || it.ID != form.OtherItem):
		case oneRow && it.ID == form.OtherItem:
			it.Group = ""
			items = append(items, it)
		default:
			items = append(items, it)
		}
	}
	return items
}

// placeAcross places section 四: items side by side, each over all columns.
func (s *section) placeAcross(t *form.Table) {
	n, top := len(t.Columns), s.height
	for _, span := range spansOf(len(t.Items), func(i int) string { return t.Items[i].Heading }) {
		if h := t.Items[span.first].Heading; h != "" {
			s.block(top, top, span.first*n, span.length*n, h, lookHead)
		}
	}
	for i, it := range t.Items {
		itemTop, columnTop := top, top+1
		if it.Heading != "" {
			itemTop, columnTop = top+1, top+2
		}
		s.block(itemTop, itemTop, i*n, n, it.Label, lookHead)
		for j, c := range t.Columns {
			s.block(columnTop, top+2, i*n+j, 1, c.Label, lookHead)
		}
	}
	s.height += 3
	for i, it := range t.Items {
		for j, c := range t.Columns {
			s.value(i*n+j, 1, form.Key{Table: t.ID, Item: it.ID, Column: c.ID})
		}
	}
	s.height++
}

// stretch is a run of neighbours with the same name.
type stretch struct{ first, length int }

// spansOf splits 0…n−1 into runs of equal names; unnamed ones stand alone.
func spansOf(n int, name func(int) string) []stretch {
	var spans []stretch
	for i := range n {
		if i > 0 && name(i) != "" && name(i) == name(i-1) {
			spans[len(spans)-1].length++
			continue
		}
		spans = append(spans, stretch{i, 1})
	}
	return spans
}
