package document

import "nianbao/data/form"

// Form is a report as a document in the layout of the statutory form: all six sections,
// with the tables of sections 二 to 四, under a title. Its edition must be known. A report
// without figures gives the blank form.
func Form(r form.Report, title string) *Document {
	d := &Document{}
	d.Paragraph(FormTitle, Run{Text: title})
	d.passage(&r, "一")
	index := r.Index()
	for _, s := range form.EditionByID(r.Edition).Layout(r.OneRowOther()) {
		style := Section
		if s.Number == 3 {
			style = NewPage // its table takes a page
		}
		d.Paragraph(style, Run{Text: s.Name})
		d.Table(formTable(s, index))
	}
	d.passage(&r, "五")
	d.passage(&r, "六")
	return d
}

// passage writes a section of text; in the blank form, a placeholder.
func (d *Document) passage(r *form.Report, section string) {
	d.Paragraph(Section, Run{Text: form.Passage{Section: section}.Heading()})
	for _, p := range r.Narrative {
		if p.Section != section {
			continue
		}
		for _, line := range p.Paragraphs(form.Finding{}) {
			d.Paragraph(Plain, Run{Text: line.Text})
		}
	}
	if len(r.Figures) == 0 {
		d.Paragraph(Plain, Run{Text: "（文字描述）"})
	}
}

// formTable is a section of the form as a table; its heading stands above it.
func formTable(s form.Section, index map[form.Key]*form.Figure) Table {
	t := Table{Widths: make([]int, form.LayoutWidth), Rows: make([][]Cell, s.Height-1)}
	for i := range t.Widths {
		t.Widths[i] = 10
	}
	if s.Number == 3 { // headings and groups stand in narrow columns beside the labels
		copy(t.Widths, []int{12, 15, 9, 9, 9, 9, 9, 9})
	}
	const mostWhole = 16 // rows of a table that must not be divided
	t.Whole = len(t.Rows) <= mostWhole
	isHead := true
	for _, p := range s.Cells {
		if p.Kind == form.SectionCell {
			continue
		}
		c := Cell{Text: p.Text, Column: p.Left, Across: p.Right - p.Left + 1, Down: p.Bottom - p.Top + 1, Head: p.Kind == form.HeadCell}
		if p.Kind == form.FigureCell {
			c.Text = FigureText(index[p.Key])
		}
		c.Left = p.Kind == form.LabelCell && c.Across > 3
		if isHead = isHead && c.Head; isHead && s.Number == 3 {
			t.Heads = max(t.Heads, p.Bottom)
		}
		t.Rows[p.Top-1] = append(t.Rows[p.Top-1], c)
	}
	return t
}

// FigureText is a figure as a report prints it.
func FigureText(f *form.Figure) string {
	switch {
	case f == nil || f.Status == form.StatusBlank:
		return ""
	case f.Status == form.StatusNumber, f.Status == form.StatusNoted && f.Raw == "":
		return f.Value.String()
	case f.Status == form.StatusNA && f.Raw == "":
		return "/"
	}
	return f.Raw
}
