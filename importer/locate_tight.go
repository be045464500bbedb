package importer

import "nianbao/importer/read"

// orTighter returns the page of the same sheet without its blank rows or columns, or
// without both, if more figures can be read there without further questions. A paste from
// a web page may have a blank row below each row, or a blank column beside each column.
func (p *page) orTighter(s *read.Sheet) *page {
	if len(s.Rows) > mostBesideRows {
		return p
	}
	for _, without := range []struct{ rows, columns bool }{{false, true}, {true, false}, {true, true}} {
		tight := tightened(s, without.rows, without.columns)
		if tight == nil {
			continue
		}
		if other := newPage(tight, p.words); len(other.found.summaries) == 0 && other.size() > p.size() && other.questions() <= p.questions() {
			p = other
		}
	}
	return p
}

// questions counts the questions about a page's tables.
func (p *page) questions() (n int) {
	for _, f := range p.found.fragments {
		n += len(f.questions)
	}
	return n
}

// tightened returns a sheet without its blank rows or columns, nil if there are none. The
// copies in a merge count as blank.
func tightened(s *read.Sheet, rows, columns bool) *read.Sheet {
	width := newView(s, false).width
	if width > mostBesideCols {
		return nil
	}
	rowAt, keptRows := renumbered(len(s.Rows), func(i int) bool {
		return !rows || s.Rows[i].Paragraph || hasOwn(s, i)
	})
	inColumn, last := make([]bool, width), 0
	for i := range s.Rows {
		for j := range s.Rows[i].Cells {
			if isOwn(s, i, j) {
				inColumn[j], last = true, max(last, j)
			}
		}
	}
	// A blank column at the end of a document shows that a row has an extra cell.
	columnAt, keptColumns := renumbered(width, func(j int) bool { return !columns || inColumn[j] || j > last })
	if len(keptRows) == len(s.Rows) && len(keptColumns) == width {
		return nil
	}
	tight := *s
	tight.Rows = make([]read.Row, 0, len(keptRows))
	for _, i := range keptRows {
		r := s.Rows[i]
		cells := r.Cells
		r.Cells = nil
		for _, j := range keptColumns {
			if j >= len(cells) {
				break
			}
			c := cells[j]
			if c.Covered {
				row, column := rowAt[c.OriginRow], columnAt[c.OriginCol]
				if row < 0 || column < 0 {
					c = read.Cell{} // of a merge without text
				} else {
					c.OriginRow, c.OriginCol = int32(row), uint16(column)
				}
			}
			r.Cells = append(r.Cells, c)
		}
		tight.Rows = append(tight.Rows, r)
	}
	if len(keptColumns) < width {
		tight.Columns = keptColumns
	}
	return &tight
}

// renumbered returns the new position of each of n lines, -1 if it is left out, and the lines
// that are kept.
func renumbered(n int, isKept func(int) bool) (at, kept []int) {
	at = make([]int, n)
	for i := range at {
		at[i] = -1
		if isKept(i) {
			at[i] = len(kept)
			kept = append(kept, i)
		}
	}
	return at, kept
}

func hasOwn(s *read.Sheet, i int) bool {
	for j := range s.Rows[i].Cells {
		if isOwn(s, i, j) {
			return true
		}
	}
	return false
}

// isOwn reports whether a cell has content that is not a copy from earlier cells of its
// merge.
func isOwn(s *read.Sheet, i, j int) bool {
	c := &s.Rows[i].Cells[j]
	return !c.Covered && (c.Kind != read.TextCell || c.Look != nil || !read.IsBlank(c.Text))
}
