package read

import "slices"

// Tables larger than this are not searched for slivers, and a table has few.
const (
	widestSlivers  = 300
	longestSlivers = 5000
	mostSlivers    = 8
)

// dropSlivers removes columns at which cells begin and end, but in which no cell is alone. Word
// processors leave such a sliver if the borders of two rows are slightly apart: 总计 then spans a
// column that belongs to the heading beside it. widths are those of the columns, nil if
// unknown.
func dropSlivers(rows []docRow, widths []int) {
	if len(rows) > longestSlivers {
		return
	}
	widths = slices.Clone(widths)
	for range mostSlivers {
		found := sliversOf(rows)
		at, least := -1, fit{}
		for _, j := range found[:min(len(found), mostSlivers)] {
			if isWide(widths, j) {
				continue
			}
			f := fitWithout(rows, j)
			if j < len(widths) {
				f.width = widths[j]
			}
			if at < 0 || f.less(least) {
				at, least = j, f
			}
		}
		if at < 0 {
			return
		}
		for i := range rows {
			for k := range rows[i].cells {
				c := &rows[i].cells[k]
				c.col, c.colSpan = without(at, c.col, c.colSpan)
			}
		}
		if at < len(widths) {
			widths = slices.Delete(widths, at, at+1)
		}
	}
}

// isWide reports whether a column is too wide for a sliver.
func isWide(widths []int, j int) bool {
	total := 0
	for _, w := range widths {
		total += w
	}
	return j < len(widths) && 3*widths[j]*len(widths) > total
}

// without returns the columns of a cell after a column was removed.
func without(at, col, span int) (int, int) {
	switch {
	case col > at:
		col--
	case col+span > at:
		span--
	}
	return col, span
}

// sliversOf returns the columns that may be slivers. It may return two adjacent ones for
// one border: one of them is.
func sliversOf(rows []docRow) []int {
	width := 0
	for i := range rows {
		for _, c := range rows[i].cells {
			width = max(width, c.col+c.colSpan)
		}
	}
	if width > widestSlivers {
		return nil
	}
	alone, border := make([]bool, width+1), make([]bool, width+1)
	for i := range rows {
		for _, c := range rows[i].cells {
			border[c.col], border[c.col+c.colSpan] = true, true
			alone[c.col] = alone[c.col] || c.colSpan == 1
		}
	}
	var found []int
	for j := 1; j+1 < width; j++ {
		if !alone[j] && border[j] && border[j+1] {
			found = append(found, j)
		}
	}
	return found
}

// fit measures how well the rows of a table fit together once a column is removed: the
// narrower the column, the fewer cells lie under two others, and the more even the spans,
// the better.
type fit struct{ width, overlaps, squares int }

func (f fit) less(g fit) bool {
	if f.width != g.width {
		return f.width < g.width
	}
	if f.overlaps != g.overlaps {
		return f.overlaps < g.overlaps
	}
	return f.squares < g.squares
}

func fitWithout(rows []docRow, at int) (f fit) {
	for i := range rows {
		for _, c := range rows[i].cells {
			_, span := without(at, c.col, c.colSpan)
			f.squares += span * span
		}
		if i > 0 {
			f.overlaps += straddling(rows[i-1].cells, rows[i].cells, at)
		}
	}
	return f
}

// straddling counts the pairs of cells in two rows of which each reaches beyond
// the other. The cells of a row are in order.
func straddling(above, below []docCell, at int) (n int) {
	k := 0
	for _, c := range below {
		left, span := without(at, c.col, c.colSpan)
		right := left + span
		for k > 0 && k < len(above) && above[k].col > c.col {
			k--
		}
		for ; k < len(above); k++ {
			from, wide := without(at, above[k].col, above[k].colSpan)
			to := from + wide
			if from >= right {
				break
			}
			if from < left && left < to && to < right || left < from && from < right && right < to {
				n++
			}
		}
		k = max(k-1, 0)
	}
	return n
}
