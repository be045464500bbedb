package grid

import "slices"

// NextOrder is the order after a click on a heading: each click takes a column from its first
// direction to the other, and then out of the order. add keeps the other levels.
func NextOrder(order []Sort, column string, add, descendingFirst bool) []Sort {
	var rest []Sort
	at := -1
	for i, s := range order {
		if s.Column == column {
			at = i
			continue
		}
		rest = append(rest, s)
	}
	if !add {
		rest = nil
	}
	switch {
	case at < 0:
		return append(rest, Sort{Column: column, Descending: descendingFirst})
	case order[at].Descending == descendingFirst:
		turned := Sort{Column: column, Descending: !descendingFirst}
		if !add {
			return []Sort{turned}
		}
		order = slices.Clone(order)
		order[at] = turned
		return order
	}
	return rest
}
