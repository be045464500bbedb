package document

import (
	"fmt"
	"strings"
)

// Table is a table as wide as the text.
type Table struct {
	Widths []int // relative widths of the columns
	Heads  int   // rows at the top that are repeated on each page
	Rows   [][]Cell
	Whole  bool // stays on one page
}

// Cell is a cell at its first column. It covers Across columns and Down rows; 0 is one.
type Cell struct {
	Text         string
	Column       int // its first column, from 0
	Across, Down int
	Head         bool
	Left         bool // aligned left instead of centred
}

// Table adds a table. A column that no cell of a row covers belongs to a cell above it.
func (d *Document) Table(t Table) {
	grid := t.grid()
	d.body.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="5000" w:type="pct"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for _, width := range grid {
		fmt.Fprintf(&d.body, `<w:gridCol w:w="%d"/>`, width)
	}
	d.body.WriteString(`</w:tblGrid>`)
	above := map[int]hanging{} // by first column
	for i, row := range t.Rows {
		d.body.WriteString(`<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="360" w:hRule="atLeast"/>`)
		if i < t.Heads {
			d.body.WriteString(`<w:tblHeader/>`)
		}
		d.body.WriteString(`</w:trPr>`)
		d.row(row, grid, above, t.Whole && i < len(t.Rows)-1)
		d.body.WriteString(`</w:tr>`)
	}
	d.body.WriteString(`</w:tbl>`)
}

// hanging is a cell that covers rows below its own.
type hanging struct{ across, rows int }

func (d *Document) row(row []Cell, grid []int, above map[int]hanging, keepNext bool) {
	at := map[int]Cell{}
	for _, c := range row {
		at[c.Column] = c
	}
	for column := 0; column < len(grid); {
		c, starts := at[column]
		across, merge := max(1, c.Across), ""
		if h, ok := above[column]; ok && !starts {
			across, merge = h.across, `<w:vMerge/>`
			if h.rows--; h.rows == 0 {
				delete(above, column)
			} else {
				above[column] = h
			}
		} else if c.Down > 1 {
			merge = `<w:vMerge w:val="restart"/>`
			above[column] = hanging{across, c.Down - 1}
		}
		width := 0
		for _, w := range grid[column : column+across] {
			width += w
		}
		fmt.Fprintf(&d.body, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, width)
		if across > 1 {
			fmt.Fprintf(&d.body, `<w:gridSpan w:val="%d"/>`, across)
		}
		d.body.WriteString(merge)
		if c.Head {
			d.body.WriteString(`<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>`)
		}
		d.body.WriteString(`<w:vAlign w:val="center"/></w:tcPr>` + c.paragraph(keepNext) + `</w:tc>`)
		column += across
	}
}

// paragraph is the XML of the cell's text; with keepNext it stays on the page of the next row.
func (c Cell) paragraph(keepNext bool) string {
	style, keep := cellText, ""
	if keepNext {
		keep = `<w:keepNext/>`
	}
	switch {
	case c.Head:
		style = cellHead
	case c.Left:
		style = cellLeft
	}
	return fmt.Sprintf(`<w:p><w:pPr><w:pStyle w:val="%s"/>%s</w:pPr>%s</w:p>`, style, keep, run(strings.TrimSpace(c.Text)))
}

// grid returns the widths of the columns in twips; they add up to the width of the text.
func (t *Table) grid() []int {
	const twips = textWidth * 1440 * 10 / 254
	total := 0
	for _, w := range t.Widths {
		total += w
	}
	grid := make([]int, len(t.Widths))
	for i, w := range t.Widths {
		grid[i] = twips * w / total
	}
	return grid
}
