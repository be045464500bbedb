// Package grid is the window's table.
//
// It draws only what is visible and keeps row positions as 64-bit numbers, so the
// millionth row is as exact and as fast as the first (Fyne's own table adds up row
// heights in 32 bits and points at the wrong row beyond some 20,000). It asks for cells
// by row and column and must not know where they come from or what they mean.
package grid

import "nianbao/ui/tabular"

// Data is one result to show. The zero Data is an empty table.
type Data struct {
	Columns []tabular.Column
	Rows    int
	Frozen  int // how many of the first columns do not scroll

	// Cell returns the content of a row and column. It is called for every visible cell at every
	// repaint, so it must be a look-up. For a page that is not there yet it returns Kind Loading;
	// once the page has come, its owner calls Refresh.
	Cell func(row, col int) tabular.Cell
	// Total returns a cell of the pinned last row; nil if there is no total.
	Total func(col int) tabular.Cell
}

// Sort is one level of the order shown in the headings.
type Sort struct {
	Column     string // its ID
	Descending bool
}

// Range is a rectangle of cells, both corners included. The zero Range is the first cell.
type Range struct{ Row0, Col0, Row1, Col1 int }

// Cells is the number of cells in the range.
func (r Range) Cells() int { return (r.Row1 - r.Row0 + 1) * (r.Col1 - r.Col0 + 1) }

// Contains reports whether a cell is in the range.
func (r Range) Contains(row, col int) bool {
	return row >= r.Row0 && row <= r.Row1 && col >= r.Col0 && col <= r.Col1
}

// corners returns the range between two opposite cells, in any order.
func corners(a, b place) Range {
	return Range{min(a.row, b.row), min(a.col, b.col), max(a.row, b.row), max(a.col, b.col)}
}

// place is the address of one cell.
type place struct{ row, col int }
