package chart

import "slices"

// FirstMark is the mark that walking begins with: the last year of a line, the top of a list.
func (l List) FirstMark(row MarkRow) int {
	if l.Walk == WalkAcross {
		return len(row) - 1
	}
	return 0
}

// MarkRows arranges the marks for walking.
func (l List) MarkRows() MarkRows {
	if l.Walk != WalkThrough {
		return l.bySeries()
	}
	var all MarkRow
	for _, h := range l.Hits {
		if h.Key != "" && !h.Legend {
			all = append(all, h)
		}
	}
	if all == nil {
		return nil
	}
	return MarkRows{all}
}

// MarkRow is the marks of one series in order.
type MarkRow []Hit

// MarkRows is the marks of all series, in the order of the chart.
type MarkRows []MarkRow

// bySeries groups the marks by key; annotations are left out.
func (l List) bySeries() MarkRows {
	var rows MarkRows
	place := map[string]int{}
	for _, h := range l.Hits {
		if h.Key == "" || h.Legend {
			continue
		}
		i, ok := place[h.Key]
		if !ok {
			i = len(rows)
			place[h.Key] = i
			rows = append(rows, nil)
		}
		rows[i] = append(rows[i], h)
	}
	for _, row := range rows {
		slices.SortFunc(row, func(a, b Hit) int { return a.Index - b.Index })
	}
	return rows
}

// Position finds a mark. It returns the first one if hit is nil or no longer there.
func (r MarkRows) Position(hit *Hit) (row, at int) {
	if hit == nil {
		return 0, 0
	}
	for i, marks := range r {
		for j, h := range marks {
			if h.Key == hit.Key && h.Index == hit.Index {
				return i, j
			}
		}
	}
	return 0, 0
}

// Nearest is the position of the mark whose index is closest to a given one.
func (r MarkRow) Nearest(index int) int {
	best := 0
	for i, h := range r {
		if distance(h.Index, index) < distance(r[best].Index, index) {
			best = i
		}
	}
	return best
}

func distance(a, b int) int { return max(a-b, b-a) }
