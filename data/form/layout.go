package form

// LayoutWidth is the number of columns of the form's layout. Section 四, the
// widest, uses all of them; the other tables are stretched over the same width.
const LayoutWidth = 15

// Texts of the official form that belong to none of its items or columns.
const (
	CornerBalance = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
	CornerKinds   = "申请人情况"
	sectionTwo    = "二、主动公开政府信息情况"
	cornerContent = "信息内容"
)

// CellKind is the kind of a cell in the layout of the form.
type CellKind int

// The kinds of cells.
const (
	SectionCell CellKind = iota // the heading of a section
	HeadCell                    // the heading of a table or of columns
	LabelCell                   // the label of a row or of a group of rows
	FigureCell                  // a figure
)

// Placed is a cell at its place in the layout of the form. It covers the rows
// Top to Bottom and the columns Left to Right, both inclusive and counted from
// 0.
type Placed struct {
	Top, Left, Bottom, Right int
	Text                     string // as printed, "" for a figure
	Kind                     CellKind
	Key                      Key // of a FigureCell
}

// Section is one of the numbered sections of the form, laid out.
type Section struct {
	Number int
	Name   string // short, for the name of a sheet
	Cells  []Placed
	Height int // rows
}

// Layout returns the sections of the edition with their cells placed as in the
// official form. With oneRow, （六）其他处理 is one row.
func (e *Edition) Layout(oneRow bool) []Section {
	var sections []Section
	for i := range e.Tables {
		t := &e.Tables[i]
		if len(sections) == 0 || sections[len(sections)-1].Number != t.Section {
			sections = append(sections, newSection(t))
		}
		s := &sections[len(sections)-1]
		switch {
		case t.Across:
			s.placeAcross(t)
		case t.ID == ApplicationsTable:
			s.placeApplications(t, oneRow)
		default:
			s.placeSmall(t)
		}
	}
	return sections
}

func newSection(t *Table) Section {
	s := Section{Number: t.Section, Name: t.Label}
	if t.Section == 2 {
		s.Name = sectionTwo
	}
	s.put(0, LayoutWidth, s.Name, SectionCell)
	s.Height++
	return s
}

// put places a cell that is one row high at the current height.
func (s *Section) put(left, width int, text string, kind CellKind) {
	s.block(s.Height, s.Height, left, width, text, kind)
}

func (s *Section) block(top, bottom, left, width int, text string, kind CellKind) {
	s.Cells = append(s.Cells, Placed{Top: top, Left: left, Bottom: bottom, Right: left + width - 1, Text: text, Kind: kind})
}

func (s *Section) value(left, width int, k Key) {
	s.Cells = append(s.Cells, Placed{Top: s.Height, Left: left, Bottom: s.Height, Right: left + width - 1, Kind: FigureCell, Key: k})
}

// placeSmall places a table of section 二: its label, a row of headings, and its
// items.
func (s *Section) placeSmall(t *Table) {
	const labelWidth = 3
	width := (LayoutWidth - labelWidth) / len(t.Columns)
	s.put(0, LayoutWidth, t.Label, HeadCell)
	s.Height++
	s.put(0, labelWidth, cornerContent, HeadCell)
	for i, c := range t.Columns {
		s.put(labelWidth+i*width, width, c.Label, HeadCell)
	}
	s.Height++
	for _, it := range t.Items {
		s.put(0, labelWidth, it.Label, LabelCell)
		for i, c := range t.Columns {
			s.value(labelWidth+i*width, width, Key{Table: t.ID, Item: it.ID, Column: c.ID})
		}
		s.Height++
	}
}

// placeApplications places section 三: three rows of headings, then a row for each
// item, with its heading and group in merged cells to the left.
func (s *Section) placeApplications(t *Table, oneRow bool) {
	labels := LayoutWidth - len(t.Columns)
	top := s.Height
	s.block(top, top+2, 0, labels, CornerBalance, HeadCell)
	s.block(top, top, labels, len(t.Columns), CornerKinds, HeadCell)
	for _, span := range spansOf(len(t.Columns), func(i int) string { return t.Columns[i].Heading }) {
		c := t.Columns[span.first]
		if c.Heading == "" {
			s.block(top+1, top+2, labels+span.first, 1, c.Label, HeadCell)
			continue
		}
		s.block(top+1, top+1, labels+span.first, span.length, c.Heading, HeadCell)
		for i := range span.length {
			s.block(top+2, top+2, labels+span.first+i, 1, t.Columns[span.first+i].Label, HeadCell)
		}
	}
	s.Height += 3
	s.placeRows(t, printedRows(t, oneRow), labels)
}

// placeRows places the rows of section 三 with their headings and groups.
func (s *Section) placeRows(t *Table, items []Item, labels int) {
	for _, span := range spansOf(len(items), func(i int) string { return items[i].Heading }) {
		if h := items[span.first].Heading; h != "" {
			s.block(s.Height+span.first, s.Height+span.first+span.length-1, 0, 1, h, LabelCell)
		}
	}
	for _, span := range spansOf(len(items), func(i int) string { return items[i].Group }) {
		if g := items[span.first].Group; g != "" {
			s.block(s.Height+span.first, s.Height+span.first+span.length-1, 1, 1, t.Item(g).Label, LabelCell)
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
		s.put(left, labels-left, it.Label, LabelCell)
		for i, c := range t.Columns {
			s.value(labels+i, 1, Key{Table: t.ID, Item: it.ID, Column: c.ID})
		}
		s.Height++
	}
}

// placeAcross places section 四: the items side by side, each above all of its
// columns.
func (s *Section) placeAcross(t *Table) {
	n, top := len(t.Columns), s.Height
	for _, span := range spansOf(len(t.Items), func(i int) string { return t.Items[i].Heading }) {
		if h := t.Items[span.first].Heading; h != "" {
			s.block(top, top, span.first*n, span.length*n, h, HeadCell)
		}
	}
	for i, it := range t.Items {
		itemTop, columnTop := top, top+1
		if it.Heading != "" {
			itemTop, columnTop = top+1, top+2
		}
		s.block(itemTop, itemTop, i*n, n, it.Label, HeadCell)
		for j, c := range t.Columns {
			s.block(columnTop, top+2, i*n+j, 1, c.Label, HeadCell)
		}
	}
	s.Height += 3
	for i, it := range t.Items {
		for j, c := range t.Columns {
			s.value(i*n+j, 1, Key{Table: t.ID, Item: it.ID, Column: c.ID})
		}
	}
	s.Height++
}

// stretch is a run of adjacent items or columns with the same name.
type stretch struct{ first, length int }

// spansOf splits 0 to n−1 into runs with the same name. Without a name, each is
// a run of its own.
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
