package importer

// Sheets larger than this are not looked at for tables side by side: forms of
// two years beside each other are small.
const (
	mostBesideRows = 2000
	mostBesideCols = 400
)

// pagesOf finds the tables of a sheet. Where that leaves figures out, and blank
// columns part it from top to bottom, each part is looked at on its own: forms
// beside each other disturb one another.
func pagesOf(s *sheet, words *vocabulary) []*page {
	whole := newPage(s, words)
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

// isSound reports that nothing is asked about the layout of a page's tables.
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

// size is how many figures a page has.
func (p *page) size() (n int) {
	for _, f := range p.found.fragments {
		n += len(f.figures)
	}
	for _, s := range p.found.summaries {
		n += len(s.fields) * len(s.rows)
	}
	return n
}

// partsBeside splits a sheet at columns that are blank from top to bottom, but
// for rows that hold one text alone: those are titles of all parts. Each part
// keeps its columns where they are, so that addresses stay.
func partsBeside(s *sheet) []sheet {
	width := 0
	for i := range s.rows {
		width = max(width, len(s.rows[i].cells))
	}
	if width > mostBesideCols || len(s.rows) > mostBesideRows {
		return nil
	}
	used := make([]bool, width)
	for i := range s.rows {
		if s.rows[i].text {
			return nil
		}
		if isTitleRow(s, i) {
			continue
		}
		for j := range s.rows[i].cells {
			used[j] = used[j] || !isBlankText(s.rows[i].cells[j].text)
		}
	}
	var parts []sheet
	for from := 0; from < width; from++ {
		if !used[from] {
			continue
		}
		to := from
		for to < width && used[to] {
			to++
		}
		if part := columnsOf(s, from, to); part.rows != nil {
			parts = append(parts, part)
		}
		from = to
	}
	return parts
}

// isTitleRow reports that a row holds one text alone, over several places.
func isTitleRow(s *sheet, i int) bool {
	texts, cells := 0, s.rows[i].cells
	for j := range cells {
		if !cells[j].cover && !isBlankText(cells[j].text) {
			texts++
		}
		if cells[j].cover && int(cells[j].originRow) < i && !isBlankText(cells[j].text) {
			return false
		}
	}
	return texts == 1 && len(cells) > 1
}

// columnsOf returns the sheet with the columns from up to, but not including, to;
// the others are blank. Titles stay.
func columnsOf(s *sheet, from, to int) sheet {
	part := *s
	part.rows = make([]row, len(s.rows))
	for i := range s.rows {
		r := s.rows[i]
		if !isTitleRow(s, i) {
			cells := make([]cell, min(to, len(r.cells)))
			if from < len(cells) {
				copy(cells[from:], r.cells[from:])
			}
			r.cells = cells
		}
		part.rows[i] = r
	}
	return part
}
