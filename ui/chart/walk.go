package chart

import "slices"

// walk goes to the next mark to the right and down; where rows are hidden, they scroll in.
func (v *View) walk(right, down int) {
	if v.step(right, down) {
		return
	}
	vertical := down
	if v.list.Walk == WalkThrough && vertical == 0 {
		vertical = right
	}
	if vertical != 0 && v.scrollBy(float64(vertical)*v.list.Scroll.Step) {
		v.layOut()
		if !v.step(right, down) {
			v.Refresh()
		}
	}
}

// step moves among the marks that are laid out and reports whether there was one to go to.
func (v *View) step(right, down int) bool {
	rows := v.list.rows()
	if len(rows) == 0 {
		return false
	}
	row, at := rows.find(v.hit)
	along, across := right, down
	switch v.list.Walk {
	case WalkDown:
		along, across = down, right
	case WalkThrough:
		along, across = right+down, 0
	}
	switch {
	case v.hit == nil || v.hit.Key == "" || v.hit.Legend:
		row, at = 0, v.list.begin(rows[0])
	case across != 0:
		index := rows[row][at].Index
		row = min(max(row+across, 0), len(rows)-1)
		at = rows[row].nearest(index)
	default:
		at = min(max(at+along, 0), len(rows[row])-1)
	}
	hit := rows[row][at]
	if v.hit != nil && hit.same(*v.hit) {
		return false
	}
	v.point(&hit)
	return true
}

// begin is the mark that walking begins with: the last year of a line, the top of a list.
func (l List) begin(row markRow) int {
	if l.Walk == WalkAcross {
		return len(row) - 1
	}
	return 0
}

// rows arranges the marks for walking.
func (l List) rows() markRows {
	if l.Walk != WalkThrough {
		return l.bySeries()
	}
	var all markRow
	for _, h := range l.Hits {
		if h.Key != "" && !h.Legend {
			all = append(all, h)
		}
	}
	if all == nil {
		return nil
	}
	return markRows{all}
}

// markRow is the marks of one series in order.
type markRow []Hit

// markRows is the marks of all series, in the order of the chart.
type markRows []markRow

// bySeries arranges the marks for walking by keys; annotations are left out.
func (l List) bySeries() markRows {
	var rows markRows
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

func (r markRows) find(hit *Hit) (row, at int) {
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

// nearest is the place of the mark whose index is closest to a given one.
func (r markRow) nearest(index int) int {
	best := 0
	for i, h := range r {
		if distance(h.Index, index) < distance(r[best].Index, index) {
			best = i
		}
	}
	return best
}

func distance(a, b int) int { return max(a-b, b-a) }
