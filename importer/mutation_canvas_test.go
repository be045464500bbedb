package importer

import (
	"math/rand/v2"
	"slices"
	"strconv"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// moveHeadings shifts the headings of a table by a column against its figures. It comes
// last: other mutations find columns by the positions of their headings.
func moveHeadings(c *canvas, random *rand.Rand) {
	by := 1 - 2*random.IntN(2)
	table := []string{form.ApplicationsTable, form.ReviewTable}[random.IntN(2)]
	var heads []int
	for i := range c.cells {
		if p := &c.cells[i]; p.look == headLook && c.isHeadOf(table, p) && (table == form.ReviewTable || p.text != form.CornerBalance) {
			heads = append(heads, i)
		}
	}
	c.shift(0, 1)
	for _, i := range heads {
		c.cells[i].left, c.cells[i].right = c.cells[i].left+by, c.cells[i].right+by
	}
}

// isRepeated reports whether a text is one of the copies that a lost merge left side by
// side: these are not lost one by one.
func (c *canvas) isRepeated(p *patch) bool {
	for i := range c.cells {
		if q := &c.cells[i]; q.text == p.text && q.top == p.top && (q.left == p.right+1 || q.right == p.left-1) {
			return true
		}
	}
	return false
}

// beginsWithSection reports whether there is nothing but the title above the first
// section heading.
func (c *canvas) beginsWithSection() bool {
	first := 1 << 20
	for _, p := range c.cells {
		if p.look == sectionLook {
			first = min(first, p.top)
		}
	}
	for _, p := range c.cells {
		if p.look != titleLook && p.top < first {
			return false
		}
	}
	return true
}

func (c *canvas) height() int {
	height := 0
	for _, p := range c.cells {
		height = max(height, p.bottom+1)
	}
	return height
}

func (c *canvas) rowsOf(table string) []int {
	var rows []int
	for _, p := range c.cells {
		if p.key.Table == table && !slices.Contains(rows, p.top) {
			rows = append(rows, p.top)
		}
	}
	slices.Sort(rows)
	return rows
}

func (c *canvas) leftOf(table string) int {
	left := 99
	for _, p := range c.cells {
		if p.key.Table == table {
			left = min(left, p.left)
		}
	}
	return left
}

// figureRows are the rows of sections 二 and 三 that hold figures.
func (c *canvas) figureRows() []int {
	var rows []int
	for _, p := range c.cells {
		if p.look == figureLook && p.key.Table != form.ReviewTable && p.key.Table != "" && !slices.Contains(rows, p.top) {
			rows = append(rows, p.top)
		}
	}
	slices.Sort(rows)
	return rows
}

// closeRow removes a row.
func (c *canvas) closeRow(at int) {
	for i := range c.cells {
		p := &c.cells[i]
		if p.top > at {
			p.top--
		}
		if p.bottom >= at {
			p.bottom--
		}
	}
	c.drop(func(p *patch) bool { return p.bottom < p.top })
}

// addRow inserts a row like the one at a position, with another label and numbers;
// without a label it repeats the row's own.
func (c *canvas) addRow(at int, label string, random *rand.Rand) {
	c.insertRow(at)
	var added []patch
	for _, p := range c.cells {
		if p.top != at+1 || p.bottom != at+1 {
			continue
		}
		p.top, p.bottom = at, at
		switch p.look {
		case labelLook:
			if label != "" {
				p.text = label
			}
		case figureLook:
			p.text, p.kind, p.key = strconv.Itoa(10_000+random.IntN(1000)), read.NumberCell, form.Key{}
		default:
			continue
		}
		added = append(added, p)
	}
	c.cells = append(c.cells, added...)
}

// repeatHead repeats the heading of section 三 above a row, as a page break.
func (c *canvas) repeatHead(at int) {
	rows := c.rowsOf(form.ApplicationsTable)
	top := rows[0] - 3
	if at < rows[0] {
		return
	}
	for range 3 {
		c.insertRow(at)
	}
	var added []patch
	for _, p := range c.cells {
		if p.look == headLook && p.top >= top && p.bottom < top+3 {
			p.top, p.bottom = p.top+at-top, p.bottom+at-top
			added = append(added, p)
		}
		if p.look == labelLook && p.top < at && p.bottom > at+2 {
			p.top = at + 3
			added = append(added, p)
		}
	}
	for i := range c.cells {
		if p := &c.cells[i]; p.look == labelLook && p.top < at && p.bottom > at {
			p.bottom = at - 1
		}
	}
	c.cells = append(c.cells, added...)
}

// isDisjoint reports whether no two merged cells overlap: a workbook that no program
// writes proves nothing.
func (c *canvas) isDisjoint() bool {
	for i := range c.cells {
		for k := range c.cells[:i] {
			a, b := &c.cells[i], &c.cells[k]
			if a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom {
				return false
			}
		}
	}
	return true
}
