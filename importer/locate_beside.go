package importer

import "nianbao/importer/read"

// Larger sheets are not searched for tables side by side: two forms beside each other are
// small.
const (
	mostBesideRows = 2000
	mostBesideCols = 400
)

// pagesOf finds the tables of a sheet. If some of its figures cannot be read and blank
// columns divide it from top to bottom, each part is also tried alone, because forms side
// by side interfere with each other.
func pagesOf(s *read.Sheet, words *vocabulary) []*page {
	whole := newPage(s, words)
	if len(whole.found.summaries) == 0 && !(whole.found.whole && whole.isSound()) {
		whole = whole.orTighter(s)
	}
	if len(whole.found.fragments)+len(whole.found.summaries) == 0 || whole.isSound() {
		return []*page{whole}
	}
	parts := partsBeside(s)
	if len(parts) < 2 {
		return []*page{whole}
	}
	var pages []*page
	figures := 0
	for i := range parts {
		p := newPage(&parts[i], words)
		pages = append(pages, p)
		figures += p.size()
		if p.size() == 0 || !p.isSound() {
			return []*page{whole}
		}
	}
	if figures <= whole.size() {
		return []*page{whole}
	}
	return pages
}

// isSound reports whether there is no question about the layout of a page's
// tables.
func (p *page) isSound() bool {
	for _, f := range p.found.fragments {
		for _, q := range f.questions {
			if q.Kind != AskStray {
				return false
			}
		}
	}
	return true
}

// size is the number of figures of a page.
func (p *page) size() (n int) {
	for _, f := range p.found.fragments {
		n += len(f.figures)
	}
	for _, s := range p.found.summaries {
		n += len(s.fields) * len(s.rows)
	}
	return n
}

// partsBeside splits a sheet at columns that are blank from top to bottom, ignoring rows
// with a single text, which are titles of all parts. Each part keeps its columns in
// place, so that addresses do not change.
func partsBeside(s *read.Sheet) []read.Sheet {
	width := 0
	for i := range s.Rows {
		width = max(width, len(s.Rows[i].Cells))
	}
	if width > mostBesideCols || len(s.Rows) > mostBesideRows {
		return nil
	}
	used := make([]bool, width)
	for i := range s.Rows {
		if s.Rows[i].Paragraph {
			return nil
		}
		if isTitleRow(s, i) {
			continue
		}
		for j := range s.Rows[i].Cells {
			used[j] = used[j] || !read.IsBlank(s.Rows[i].Cells[j].Text)
		}
	}
	var parts []read.Sheet
	for from := 0; from < width; from++ {
		if !used[from] {
			continue
		}
		to := from
		for to < width && used[to] {
			to++
		}
		if part := columnsOf(s, from, to); part.Rows != nil {
			parts = append(parts, part)
		}
		from = to
	}
	return parts
}

// isTitleRow reports whether a row holds a single text, in more than one
// column.
func isTitleRow(s *read.Sheet, i int) bool {
	texts, cells := 0, s.Rows[i].Cells
	for j := range cells {
		if !cells[j].Covered && !read.IsBlank(cells[j].Text) {
			texts++
		}
		if cells[j].Covered && int(cells[j].OriginRow) < i && !read.IsBlank(cells[j].Text) {
			return false
		}
	}
	return texts == 1 && len(cells) > 1
}

// columnsOf returns the sheet with only the columns in [from, to); the others are blank,
// except for titles.
func columnsOf(s *read.Sheet, from, to int) read.Sheet {
	part := *s
	part.Rows = make([]read.Row, len(s.Rows))
	for i := range s.Rows {
		r := s.Rows[i]
		if !isTitleRow(s, i) {
			cells := make([]read.Cell, min(to, len(r.Cells)))
			if from < len(cells) {
				copy(cells[from:], r.Cells[from:])
			}
			r.Cells = cells
		}
		part.Rows[i] = r
	}
	return part
}
