package read

import "slices"

// docFlow builds the blocks of a document whose tables are not nested elements but
// marks in a run of paragraphs: each paragraph says how deep in tables it is, and
// the ends of cells and rows are characters.
type docFlow struct {
	limits *budget
	levels []flowLevel // the body, then the open tables, the innermost last
}

// flowLevel is the body, or a table that is being read in a cell of the level below.
type flowLevel struct {
	blocks []block    // of the body or of the current cell
	cells  []edgeCell // of the current row
	rows   []edgeRow
}

// edgeRow is a row whose cells are given by the positions of their edges.
type edgeRow struct {
	cells  []edgeCell
	edges  []int // the left edge of the first cell, then the right edge of each
	hidden bool
}

type edgeCell struct {
	blocks    []block
	fromLeft  bool // continues the cell to its left
	fromAbove bool // continues the cell above it
}

func newDocFlow(limits *budget) *docFlow {
	return &docFlow{limits: limits, levels: make([]flowLevel, 1)}
}

const usualCell = 1000 // width in twentieths of a point

// paragraph adds blocks to the body or to the current cell of the table at a level.
func (f *docFlow) paragraph(level int, blocks ...block) error {
	at, err := f.atLevel(level)
	if err != nil {
		return err
	}
	at.blocks = append(at.blocks, blocks...)
	return f.limits.takeCells(len(blocks))
}

// endCell ends the current cell of the table at a level.
func (f *docFlow) endCell(level int) error {
	at, err := f.atLevel(level)
	if err != nil {
		return err
	}
	at.cells = append(at.cells, edgeCell{blocks: at.blocks})
	at.blocks = nil
	return f.limits.takeCells(2)
}

// rowShape gives the positions of the cells of a row.
type rowShape struct {
	left   int // edge of the first cell
	cells  []cellShape
	hidden bool
	exact  bool // it has exactly the cells of the row
}

type cellShape struct {
	right               int // edge
	fromLeft, fromAbove bool
}

// endRow ends the current row of the table at a level. If it does not have as many cells
// as an exact shape, something was misread, and figures could be in the wrong columns.
func (f *docFlow) endRow(level int, shape *rowShape) error {
	at, err := f.atLevel(level)
	if err != nil {
		return err
	}
	for _, b := range at.blocks { // the mark that ends the last cell is missing
		if b.table != nil || !IsBlank(b.text) {
			at.cells = append(at.cells, edgeCell{blocks: at.blocks})
			break
		}
	}
	if len(at.cells) == 0 {
		at.blocks = nil
		return nil
	}
	if shape.exact && len(at.cells) != len(shape.cells) {
		return damaged(ReasonMalformed)
	}
	row := edgeRow{cells: at.cells, edges: []int{shape.left}, hidden: shape.hidden}
	for i := range row.cells {
		right := row.edges[i] + usualCell // the shape may lack cells
		if i < len(shape.cells) {
			c := shape.cells[i]
			right = c.right
			row.cells[i].fromLeft, row.cells[i].fromAbove = c.fromLeft, c.fromAbove
		}
		row.edges = append(row.edges, right)
	}
	at.rows = append(at.rows, row)
	at.cells, at.blocks = nil, nil
	return f.limits.takeCells(2)
}

// finish returns all blocks.
func (f *docFlow) finish() ([]block, error) {
	at, err := f.atLevel(0)
	if err != nil {
		return nil, err
	}
	return at.blocks, nil
}

// atLevel closes the tables above a level, opens those that are missing up to it, and returns
// the level.
func (f *docFlow) atLevel(level int) (*flowLevel, error) {
	if level > maxTableDepth {
		return nil, tooLarge(ReasonDepth)
	}
	for len(f.levels)-1 > level {
		n := len(f.levels) - 1
		top, below := &f.levels[n], &f.levels[n-1]
		if len(top.rows) > 0 {
			below.blocks = append(below.blocks, block{table: placeEdges(top.rows)})
		}
		for _, c := range top.cells { // of a row whose end is missing
			below.blocks = append(below.blocks, c.blocks...)
		}
		below.blocks = append(below.blocks, top.blocks...)
		f.levels = f.levels[:n]
	}
	for len(f.levels)-1 < level {
		f.levels = append(f.levels, flowLevel{})
	}
	return &f.levels[level], nil
}

// placeEdges assigns columns to the cells of a table. A column is the space between two
// neighbouring edges of any rows.
func placeEdges(rows []edgeRow) *docTable {
	columnOf := edgeColumns(rows)
	placed := make([]docxRow, len(rows))
	for i, r := range rows {
		placed[i].hidden = r.hidden
		at := columnOf(r.edges[0], 0)
		placed[i].before = at
		for j, c := range r.cells {
			next := max(columnOf(r.edges[j+1], j+1), at+1)
			if n := len(placed[i].cells); c.fromLeft && n > 0 { // the content of a covered cell is not visible
				placed[i].cells[n-1].colSpan += next - at
			} else {
				placed[i].cells = append(placed[i].cells, docxCell{docCell: docCell{rowSpan: 1, colSpan: next - at, blocks: c.blocks}, fromAbove: c.fromAbove})
			}
			at = next
		}
	}
	return placeDocxRows(placed)
}

// sameEdge is the largest distance, in twentieths of a point, of edges that are meant to be the
// same: rows that were adjusted by hand differ slightly.
const sameEdge = 60

// edgeColumns returns a function from the position of an edge, and its number
// in its row, to the number of its column. If the edges of a row are out of order,
// only their numbers count.
func edgeColumns(rows []edgeRow) func(position, number int) int {
	var all []int
	near := sameEdge
	for _, r := range rows {
		for i, e := range r.edges {
			if i > 0 && e <= r.edges[i-1] {
				return func(_, number int) int { return number }
			}
			if i > 0 {
				near = min(near, (e-r.edges[i-1])/3)
			}
			all = append(all, e)
		}
	}
	slices.Sort(all)
	var columns []int // left edges of the columns
	for _, e := range slices.Compact(all) {
		if n := len(columns); n == 0 || e-columns[n-1] > near {
			columns = append(columns, e)
		}
	}
	return func(position, _ int) int {
		at, found := slices.BinarySearch(columns, position)
		if !found {
			at--
		}
		return max(at, 0)
	}
}
