package read

import (
	"errors"
	"strconv"
)

// docxRow is a table row as stored: every grid column has a cell, even if a
// merge covers it.
type docxRow struct {
	cells   []docxCell
	before  int // grid columns skipped before the first cell
	hidden  bool
	deleted bool
}

type docxCell struct {
	docCell
	fromAbove bool // continues the vertical merge above it
	fromLeft  bool // continues the horizontal merge to its left (old files)
	deleted   bool // with change tracking
}

func (d *docxReader) readTable() (*docTable, error) {
	if d.tables++; d.tables > maxTableDepth {
		return nil, tooLarge(ReasonDepth)
	}
	defer func() { d.tables-- }()
	var rows []docxRow
	var widths []int
	err := d.eachChild(func(name string) error {
		if name == "tblGrid" {
			return d.readGrid(&widths)
		}
		return d.readRowsIn(name, &rows)
	})
	if err != nil {
		return nil, err
	}
	t := placeDocxRows(rows)
	t.widths = widths
	return t, nil
}

// readGrid reads the widths of the columns.
func (d *docxReader) readGrid(widths *[]int) error {
	return d.eachChild(func(name string) error {
		if name == "gridCol" && len(*widths) < maxSpan {
			value, err := d.x.attr(wordSpace, "w")
			if err != nil {
				return err
			}
			*widths = append(*widths, max(digits([]byte(value)), 0))
		}
		return d.x.skip()
	})
}

// readRows reads the rows in the element whose start tag was read last.
func (d *docxReader) readRows(rows *[]docxRow) error {
	return d.eachChild(func(name string) error { return d.readRowsIn(name, rows) })
}

// readRowsIn reads the rows in a child of a table: one row, or several inside a wrapper.
func (d *docxReader) readRowsIn(name string, rows *[]docxRow) error {
	switch name {
	case "tr":
		r := docxRow{}
		if err := d.readCells(&r); err != nil {
			return err
		}
		if !r.deleted {
			*rows = append(*rows, r)
		}
		return d.limits.takeCells(2)
	case "sdt", "sdtContent", "customXml", "ins":
		return d.readRows(rows)
	default:
		return d.x.skip()
	}
}

// eachChild calls read for each child in Word's namespace of the element whose
// start tag was read last; read must consume the child.
func (d *docxReader) eachChild(read func(name string) error) error {
	return d.x.children(func() error {
		switch d.x.space {
		case wordSpace:
			return read(string(d.x.name))
		case markSpace, hintSpace:
			return d.inWrapper(func() error { return d.eachChild(read) })
		}
		return d.x.skip()
	})
}

func (d *docxReader) readCells(r *docxRow) error {
	return d.eachChild(func(name string) error {
		switch name {
		case "tc":
			c := docxCell{docCell: docCell{rowSpan: 1, colSpan: 1}}
			if err := d.readCell(&c); err != nil {
				return err
			}
			if c.deleted {
				c.strikeOut()
			}
			r.cells = append(r.cells, c)
			return d.limits.takeCells(2)
		case "trPr":
			return d.readRowProperties(r)
		case "sdt", "sdtContent", "customXml":
			return d.readCells(r)
		default:
			return d.x.skip()
		}
	})
}

func (d *docxReader) readRowProperties(r *docxRow) error {
	return d.x.children(func() (err error) {
		if d.x.space == markSpace {
			isDeletion, err := d.isDeletion()
			r.deleted = r.deleted || isDeletion
			return errors.Join(err, d.x.skip())
		}
		if d.x.space != wordSpace {
			return d.x.skip()
		}
		switch string(d.x.name) {
		case "gridBefore":
			r.before, err = d.number(0)
		case "hidden":
			r.hidden, err = d.isOn()
		case "del":
			r.deleted = true
		}
		if err != nil {
			return err
		}
		return d.x.skip()
	})
}

func (d *docxReader) readCell(c *docxCell) error {
	outer := d.background
	defer func() { d.background = outer }()
	return d.x.children(func() (err error) {
		if d.x.is(wordSpace, "tcPr") {
			return d.readCellProperties(c)
		}
		c.blocks, err = d.readBlock(c.blocks)
		return err
	})
}

// strikeOut moves all text of a deleted cell to the left-out text.
func (c *docxCell) strikeOut() {
	for i := range c.blocks {
		var all omitted
		all.add(struckOut, []byte(c.blocks[i].text))
		c.blocks[i].text, c.blocks[i].left = "", string(all.text)
	}
}

func (d *docxReader) readCellProperties(c *docxCell) error {
	return d.eachChild(func(name string) (err error) {
		value := ""
		switch name {
		case "gridSpan":
			c.colSpan, err = d.number(1)
		case "vMerge", "vmerge":
			value, err = d.x.attr(wordSpace, "val")
			c.fromAbove = value != "restart"
		case "hMerge", "hmerge":
			value, err = d.x.attr(wordSpace, "val")
			c.fromLeft = value != "restart"
		case "shd":
			d.background, err = d.shading()
		case "cellDel":
			c.deleted = true
		}
		if err != nil {
			return err
		}
		return d.x.skip()
	})
}

// number reads a count of grid columns that must not be smaller than least.
func (d *docxReader) number(least int) (int, error) {
	value, err := d.x.attr(wordSpace, "val")
	if err != nil {
		return least, err
	}
	n, err := strconv.Atoi(value)
	if err != nil {
		return least, nil
	}
	return min(max(n, least), maxSpan), nil
}

// placeDocxRows assigns a column to each cell and extends merges over the cells
// that continue them.
func placeDocxRows(rows []docxRow) *docTable {
	type place struct{ row, cell int }
	t := &docTable{rows: make([]docRow, len(rows))}
	open := map[int]place{} // by column, the cell with which a vertical merge began
	for i, r := range rows {
		t.rows[i].hidden = r.hidden
		next := map[int]place{}
		col := r.before
		for _, c := range r.cells {
			done := t.rows[i].cells
			above, merged := open[col]
			switch {
			case c.fromLeft && len(done) > 0:
				done[len(done)-1].colSpan += c.colSpan
			case c.fromAbove && merged && t.rows[above.row].cells[above.cell].colSpan == c.colSpan:
				t.rows[above.row].cells[above.cell].rowSpan++
				next[col] = above
			default:
				c.col = col
				t.rows[i].cells = append(done, c.docCell)
				next[col] = place{i, len(done)}
			}
			col += c.colSpan
		}
		open = next
	}
	return t
}
