package ui

import (
	"strings"

	"nianbao/data/form"
	"nianbao/importer/workbook"
	"nianbao/ui/page"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// reportForm lays a report out as the official form on a page.
type reportForm struct {
	say      words.Language
	details  *present.ReportDetails
	lastYear bool         // show last year's value below each figure
	text     bool         // show the report's text around its tables
	finding  form.Finding // the selected one; zero for none
	marks    map[form.Key]page.Mark

	blocks []page.Block
	keys   []form.Key // by the number of the page's cell; zero if the cell is not a figure
}

// layOut makes the blocks of the page. Titles and headings are those of the form, in Chinese.
func (f *reportForm) layOut() {
	r := &f.details.Report
	f.line(workbook.FormTitle(r), page.Title, 2)
	e := form.EditionByID(r.Edition)
	if e == nil {
		return
	}
	f.passages(false)
	for _, s := range e.Layout(r.OneRowOther()) {
		f.line(s.Cells[0].Text, page.Heading, 14)
		block := page.Block{Columns: f.columns(s), Ruled: true, Above: 4}
		for _, c := range s.Cells[1:] {
			c.Top, c.Bottom = c.Top-1, c.Bottom-1 // below the heading
			f.put(&block, c)
		}
		f.blocks = append(f.blocks, block)
	}
	f.passages(true)
}

// passages puts the report's text on the page: the part before its tables, or the part after them.
func (f *reportForm) passages(behind bool) {
	if !f.text {
		return
	}
	for _, p := range f.details.Report.Narrative {
		if p.IsBehindTables() != behind {
			continue
		}
		f.line(p.Heading(), page.Heading, 14)
		for _, line := range p.Paragraphs(f.finding) {
			f.line(line.Text, page.Prose, 4)
			f.blocks[len(f.blocks)-1].Cells[0].Mark = page.Mark{Outlined: line.IsQuoted, Light: line.IsQuoted && f.finding.Rule == form.RuleLookAlike}
		}
	}
}

// line puts one line of text across the whole page.
func (f *reportForm) line(text string, style page.Style, above float32) {
	f.blocks = append(f.blocks, page.Block{Columns: []float32{1}, Above: above, Cells: []page.Cell{{Text: text, Style: style}}})
	f.keys = append(f.keys, form.Key{})
}

// columns divides the page's width among the columns of a section. If labels are to the left of the
// figures, the figures get as much as they need and the labels get the rest.
func (f *reportForm) columns(s form.Section) []float32 {
	const figure, heading, group = 7, 5.2, 8.8
	first := 0 // leftmost column that is as wide as a figure's
	for _, c := range s.Cells {
		if c.Kind == form.FigureCell && c.Left == c.Right && (first == 0 || c.Left < first) {
			first = c.Left
		}
	}
	shares := make([]float32, form.LayoutWidth)
	for i := range shares {
		shares[i] = 1
	}
	if first < 2 { // all columns are alike
		return shares
	}
	labels := 100 - figure*float32(form.LayoutWidth-first)
	for i := range shares {
		switch {
		case i >= first:
			shares[i] = figure
		case i == 0:
			shares[i] = heading
		case i == 1:
			shares[i] = group
		default:
			shares[i] = (labels - heading - group) / float32(first-2)
		}
	}
	return shares
}

func (f *reportForm) put(block *page.Block, c form.Placed) {
	cell := page.Cell{Top: c.Top, Left: c.Left, Bottom: c.Bottom, Right: c.Right, Text: c.Text}
	switch c.Kind {
	case form.HeadCell, form.SectionCell:
		cell.Style = page.Head
	case form.LabelCell:
		cell.Style = page.Label
		if c.Bottom > c.Top { // a group: its number is on a line of its own
			cell.Text = strings.Replace(c.Text, "）", "）\n", 1)
		}
	case form.FigureCell:
		f.figure(&cell, c.Key)
	}
	block.Cells = append(block.Cells, cell)
	f.keys = append(f.keys, c.Key)
}

func (f *reportForm) figure(cell *page.Cell, k form.Key) {
	now := f.details.Figures[k]
	cell.Style, cell.Mark = page.Figure, f.marks[k]
	cell.Kind, cell.Text = figureOnPage(now, f.say)
	if a, ok := f.details.Amended[k]; ok {
		_, original := figureOnPage(&a.Original, f.say)
		cell.Was = f.say.Say(words.CorrectedFrom, original)
	}
	if f.lastYear || cell.Mark.OnBelow {
		cell.Below, cell.BelowTone = f.below(k, now)
	}
}

// figureOnPage returns how a figure is shown. One that is blank, not applicable, missing or
// text never looks like a number.
func figureOnPage(f *form.Figure, say words.Language) (page.Kind, string) {
	switch {
	case f == nil:
		return page.Missing, say.Say(words.MarkMissing)
	case f.Status == form.StatusNumber:
		return page.Number, f.Value.Grouped()
	case f.Status == form.StatusNoted:
		return page.Noted, f.Value.Grouped()
	case f.Status == form.StatusNA:
		return page.NotAsked, orElse(strings.TrimSpace(f.Raw), say.Say(words.MarkNA))
	case f.Status == form.StatusText:
		return page.Odd, strings.TrimSpace(f.Raw)
	}
	return page.Blank, say.Say(words.MarkBlank)
}

func orElse(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

// below is the line with last year's value of a figure.
func (f *reportForm) below(k form.Key, now *form.Figure) (string, page.Tone) {
	was := f.details.LastYear(k)
	switch {
	case was == nil:
		return "", page.Quiet
	case !was.Status.HasValue():
		_, text := figureOnPage(was, f.say)
		return f.say.Say(words.ReportLastYearValue, text), page.Quiet
	}
	text := f.say.Say(words.ReportLastYearValue, was.Value.Grouped())
	switch {
	case now == nil || !now.Status.HasValue() || now.Value == was.Value:
		return text, page.Quiet
	case now.Value > was.Value:
		return text, page.Rising
	}
	return text, page.Falling
}

// cellOf is the number of the page's cell with a figure, -1 if there is none.
func (f *reportForm) cellOf(k form.Key) int {
	for i, have := range f.keys {
		if have == k && k.Table != "" {
			return i
		}
	}
	return -1
}
