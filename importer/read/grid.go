package read

// area is a merged area; rows and columns count from 0 and are inclusive.
type area struct {
	top, left, bottom, right int
}

// gridBuilder puts cells into the rows of one sheet or table. Empty cells are not put;
// the grid ends at its last cell that is not empty.
type gridBuilder struct {
	budget *budget
	rows   []Row
	merges []area

	line    []Cell // the row being filled
	current int    // index of that row, -1 before the first
	spare   []Cell // rest of the block from which finished rows were cut
	block   int    // size of the last block
}

func newGrid(b *budget) *gridBuilder { return &gridBuilder{budget: b, current: -1} }

// put stores a cell. Any order works; reading order is fastest. A position can
// be filled only once.
func (g *gridBuilder) put(row, col int, c Cell) error {
	if col >= mostColumns {
		return tooLarge(ReasonCells)
	}
	if row != g.current {
		if err := g.setRow(row); err != nil {
			return err
		}
	}
	switch {
	case col == len(g.line):
		g.line = append(g.line, c)
		return nil
	case col < len(g.line):
		if g.line[col].Text != "" || g.line[col].Look != nil {
			return damaged(ReasonCellTwice)
		}
	default:
		if col-len(g.line) > g.budget.cells {
			return tooLarge(ReasonCells)
		}
		g.line = append(g.line, make([]Cell, col+1-len(g.line))...)
	}
	g.line[col] = c
	return nil
}

// setRow finishes the current row and makes another one current.
func (g *gridBuilder) setRow(row int) error {
	if err := g.endRow(); err != nil {
		return err
	}
	if missing := row + 1 - len(g.rows); missing > 0 {
		if err := g.addRows(missing); err != nil {
			return err
		}
	}
	g.current = row
	g.line = append(g.line[:0], g.rows[row].Cells...)
	return nil
}

// addRows appends blank rows, which cost about two cells each.
func (g *gridBuilder) addRows(n int) error {
	if err := g.budget.takeCells(2 * n); err != nil {
		return err
	}
	for range n {
		g.rows = append(g.rows, Row{Number: len(g.rows) + 1})
	}
	return nil
}

// endRow stores the current line as its row.
func (g *gridBuilder) endRow() error {
	if g.current < 0 || len(g.line) == len(g.rows[g.current].Cells) {
		if g.current >= 0 {
			copy(g.rows[g.current].Cells, g.line)
		}
		return nil
	}
	n := len(g.line)
	if err := g.budget.takeCells(n); err != nil {
		return err
	}
	if n > len(g.spare) {
		g.block = min(max(4*g.block, 256), 16<<10)
		g.spare = make([]Cell, max(g.block, n))
	}
	g.rows[g.current].Cells = g.spare[:n:n]
	g.spare = g.spare[n:]
	copy(g.rows[g.current].Cells, g.line)
	return nil
}

// hide marks a row as hidden if the grid has it.
func (g *gridBuilder) hide(row int) {
	if row < len(g.rows) {
		g.rows[row].Hidden = true
	}
}

// finish fills in the merges and returns the rows.
func (g *gridBuilder) finish() ([]Row, error) {
	if err := g.endRow(); err != nil {
		return nil, err
	}
	g.current = -1
	used := 0
	for _, r := range g.rows {
		used = max(used, len(r.Cells))
	}
	height := len(g.rows)
	origins := make(map[[2]int]area, len(g.merges))
	for _, m := range g.merges {
		if m.top >= height || m.left >= used {
			continue // the merge has no content
		}
		if other, ok := origins[[2]int{m.top, m.left}]; ok {
			if other == m {
				continue
			}
			return nil, atCell(damaged(ReasonMergeOverlap), m.top, m.left)
		}
		origins[[2]int{m.top, m.left}] = m
		if err := g.spread(m, height, used); err != nil {
			return nil, err
		}
	}
	for _, m := range g.merges {
		if m.top < height && m.left < len(g.rows[m.top].Cells) && g.rows[m.top].Cells[m.left].Covered {
			return nil, atCell(damaged(ReasonMergeOverlap), m.top, m.left)
		}
	}
	return g.rows, nil
}

// keptSpan is how far a merge is followed beyond the last cell that is not empty. It
// keeps the span of a heading over columns that are still blank, and prevents a merge
// over a whole row or column from filling memory.
const keptSpan = 64

// spread copies the origin of a merge to every position it covers. height and
// width are those of the grid before any merge.
func (g *gridBuilder) spread(m area, height, width int) error {
	bottom := min(m.bottom, max(height, m.top+keptSpan)-1)
	right := min(m.right, max(width, m.left+keptSpan)-1)
	if missing := bottom + 1 - len(g.rows); missing > 0 {
		if err := g.addRows(missing); err != nil {
			return err
		}
	}
	var origin Cell
	if cells := g.rows[m.top].Cells; m.left < len(cells) {
		origin = cells[m.left]
	}
	if origin.Covered {
		return atCell(damaged(ReasonMergeOverlap), m.top, m.left)
	}
	origin.Covered, origin.OriginRow, origin.OriginCol = true, int32(m.top), uint16(m.left)
	for i := m.top; i <= bottom; i++ {
		if err := g.widen(i, right+1); err != nil {
			return err
		}
		for j := m.left; j <= right; j++ {
			if i == m.top && j == m.left {
				continue
			}
			c := &g.rows[i].Cells[j]
			if c.Covered {
				return atCell(damaged(ReasonMergeOverlap), i, j)
			}
			*c = origin
		}
	}
	return nil
}

// widen gives a row at least n cells.
func (g *gridBuilder) widen(i, n int) error {
	r := &g.rows[i]
	if missing := n - len(r.Cells); missing > 0 {
		if err := g.budget.takeCells(missing); err != nil {
			return err
		}
		r.Cells = append(r.Cells, make([]Cell, missing)...)
	}
	return nil
}
