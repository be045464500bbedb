package page

// HeadingAt returns the column headings that apply at a height of the page, to be kept in view
// while the table scrolls beneath them. ok is false if the headings themselves are visible there,
// and for a block that has several headings or none.
func (p *Page) HeadingAt(y float32) (heading Block, ok bool) {
	first := 0
	for i := range p.blocks {
		b := &p.blocks[i]
		cells := p.placed[first : first+len(b.Cells)]
		first += len(b.Cells)
		if b.Ruled && len(cells) > 0 && cells[0].y < y {
			heading, ok = b.heading(cells, y)
		}
	}
	return heading, ok
}

// heading is the lowest row of a table's headings, if y is below it and within the table.
func (b *Block) heading(cells []placed, y float32) (Block, bool) {
	rows := headRows(b.Cells)
	strip := Block{Columns: b.Columns, Ruled: true}
	bottom, below := float32(0), float32(0) // of the headings, of the table
	for _, c := range cells {
		below = max(below, c.y+c.h)
		switch {
		case c.Style != Head:
			continue
		case c.Top >= rows: // the table has more headings further down
			return Block{}, false
		case c.Bottom == rows-1:
			bottom = c.y + c.h
			copied := *c.Cell
			if c.Left == 0 { // the corner
				copied.Text = ""
			}
			copied.Top, copied.Bottom = 0, 0
			strip.Cells = append(strip.Cells, copied)
		}
	}
	const leastLeft = 3 * rowHeight
	return strip, len(strip.Cells) > 0 && y > bottom && y < below-leastLeft
}

// headRows is the number of rows at the top that hold nothing but headings.
func headRows(cells []Cell) int {
	rows := -1
	for _, c := range cells {
		if c.Style != Head && (rows < 0 || c.Top < rows) {
			rows = c.Top
		}
	}
	return max(rows, 0)
}
