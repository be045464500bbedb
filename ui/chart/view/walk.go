package view

import (
	"nianbao/ui/chart"
)

// walk moves to the next mark to the right or down; hidden rows scroll into view.
func (v *View) walk(right, down int) {
	if v.step(right, down) {
		return
	}
	vertical := down
	if v.list.Walk == chart.WalkThrough && vertical == 0 {
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
	rows := v.list.MarkRows()
	if len(rows) == 0 {
		return false
	}
	row, at := rows.Position(v.hit)
	along, across := right, down
	switch v.list.Walk {
	case chart.WalkDown:
		along, across = down, right
	case chart.WalkThrough:
		along, across = right+down, 0
	}
	switch {
	case v.hit == nil || v.hit.Key == "" || v.hit.Legend:
		row, at = 0, v.list.FirstMark(rows[0])
	case across != 0:
		index := rows[row][at].Index
		row = min(max(row+across, 0), len(rows)-1)
		at = rows[row].Nearest(index)
	default:
		at = min(max(at+along, 0), len(rows[row])-1)
	}
	hit := rows[row][at]
	if v.hit != nil && hit.Same(*v.hit) {
		return false
	}
	v.point(&hit)
	return true
}
