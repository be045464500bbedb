package read

import (
	"cmp"
	"math"
	"slices"
)

// lattice is a printed table: the positions of its rules, and the sides of its fields
// that have one. xs and ys are sorted; field (i, j) lies between ys[i] and ys[i+1], xs[j]
// and xs[j+1].
type lattice struct {
	xs, ys []float64
	// aside[i][j] is set if there is a rule left of field (i, j), above[i][j] if there is
	// one above it. Both have one more entry for the far side.
	aside, above [][]bool
}

const (
	samePlace  = 3.5 // rules closer than this are one: double lines, slivers of columns
	sameLine   = 1.2 // pieces of rules closer than this are on the same line
	joint      = 3   // gap between pieces of a rule, and between a rule and the one it ends at
	openSide   = 6   // how far rules extend beyond the last one across if a table has no side
	mostMerged = 4000
	mostFields = 200_000
)

// latticesOf finds the tables that rules form, and the horizontal rules that belong to
// none. A lone box is not a table.
func latticesOf(rules []rule) (all []*lattice, lone []rule) {
	level, upright := mergedRules(rules, false), mergedRules(rules, true)
	for _, group := range touching(level, upright) {
		if t := newLattice(group); t != nil {
			all = append(all, t)
		} else if !group[0].vertical && len(group) == 1 {
			lone = append(lone, group[0])
		}
	}
	slices.SortStableFunc(all, func(a, b *lattice) int {
		return cmp.Or(cmp.Compare(a.ys[0], b.ys[0]), cmp.Compare(a.xs[0], b.xs[0]))
	})
	return all, lone
}

// mergedRules joins the pieces of rules: each cell may have drawn its own sides.
func mergedRules(rules []rule, vertical bool) []rule {
	var all []rule
	for _, r := range rules {
		if r.vertical == vertical {
			all = append(all, r)
		}
	}
	slices.SortFunc(all, func(a, b rule) int { return cmp.Compare(a.at, b.at) })
	var merged []rule
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].at-all[0].at <= sameLine {
			n++
		}
		merged = append(merged, joined(all[:n])...)
		all = all[n:]
	}
	if len(merged) > mostMerged { // it is a drawing, and its longest lines are enough
		slices.SortStableFunc(merged, func(a, b rule) int { return cmp.Compare(b.to-b.from, a.to-a.from) })
		merged = merged[:mostMerged]
	}
	return merged
}

// joined joins the pieces of one line.
func joined(pieces []rule) []rule {
	pieces = slices.Clone(pieces)
	slices.SortFunc(pieces, func(a, b rule) int { return cmp.Compare(a.from, b.from) })
	var all []rule
	for _, r := range pieces {
		if n := len(all); n > 0 && r.from <= all[n-1].to+joint {
			all[n-1].to = math.Max(all[n-1].to, r.to)
			continue
		}
		all = append(all, r)
	}
	return slices.DeleteFunc(all, func(r rule) bool { return r.to-r.from < shortest })
}

// touching groups rules that cross or meet.
func touching(level, upright []rule) [][]rule {
	all := append(slices.Clone(level), upright...)
	sets := newSets(len(all))
	slices.SortFunc(upright, func(a, b rule) int { return cmp.Compare(a.at, b.at) })
	copy(all[len(level):], upright)
	for i, h := range level {
		from, _ := slices.BinarySearchFunc(upright, h.from-joint, func(v rule, x float64) int { return cmp.Compare(v.at, x) })
		for k := from; k < len(upright) && upright[k].at <= h.to+joint; k++ {
			if v := upright[k]; h.at >= v.from-joint && h.at <= v.to+joint {
				sets.join(i, len(level)+k)
			}
		}
	}
	groups := map[int][]rule{}
	var order []int
	for i, r := range all {
		root := sets.root(i)
		if groups[root] == nil {
			order = append(order, root)
		}
		groups[root] = append(groups[root], r)
	}
	list := make([][]rule, 0, len(order))
	for _, root := range order {
		list = append(list, groups[root])
	}
	return list
}

// newLattice returns the table that rules form, nil if it has fewer than two fields.
func newLattice(rules []rule) *lattice {
	var xs, ys []float64
	reach := box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, r := range rules {
		if r.vertical {
			xs = append(xs, r.at)
			reach.top, reach.bottom = math.Min(reach.top, r.from), math.Max(reach.bottom, r.to)
		} else {
			ys = append(ys, r.at)
			reach.left, reach.right = math.Min(reach.left, r.from), math.Max(reach.right, r.to)
		}
	}
	if len(xs) == 0 || len(ys) == 0 {
		return nil
	}
	t := &lattice{xs: withSides(positions(xs), reach.left, reach.right), ys: withSides(positions(ys), reach.top, reach.bottom)}
	rows, columns := len(t.ys)-1, len(t.xs)-1
	if rows < 1 || columns < 1 || rows*columns < 2 || rows*columns > mostFields {
		return nil
	}
	t.draw(rules)
	return t
}

// positions returns the distinct positions of rules.
func positions(at []float64) []float64 {
	slices.Sort(at)
	var all []float64
	first := math.Inf(-1)
	for _, x := range at {
		if x-first <= samePlace {
			continue
		}
		all, first = append(all, x), x
	}
	return all
}

// withSides adds the sides of a table that is open there: the rules across extend beyond
// the last one drawn.
func withSides(at []float64, from, to float64) []float64 {
	if at[0]-from > openSide {
		at = slices.Insert(at, 0, from)
	}
	if to-at[len(at)-1] > openSide {
		at = append(at, to)
	}
	return at
}

// draw records which sides of the fields have rules. The outer sides always do.
func (t *lattice) draw(rules []rule) {
	rows, columns := len(t.ys)-1, len(t.xs)-1
	t.aside, t.above = make([][]bool, rows), make([][]bool, rows+1)
	for i := range t.above {
		t.above[i] = make([]bool, columns)
	}
	beside, over := make([]float64, rows*(columns+1)), make([]float64, (rows+1)*columns) // lengths drawn
	for _, r := range rules {
		if r.vertical {
			j := nearest(t.xs, r.at)
			for i := range rows {
				beside[i*(columns+1)+j] += overlap(r, t.ys[i], t.ys[i+1])
			}
		} else {
			i := nearest(t.ys, r.at)
			for j := range columns {
				over[i*columns+j] += overlap(r, t.xs[j], t.xs[j+1])
			}
		}
	}
	for i := range rows {
		t.aside[i] = make([]bool, columns+1)
		for j := range columns + 1 {
			t.aside[i][j] = j == 0 || j == columns || 2*beside[i*(columns+1)+j] >= t.ys[i+1]-t.ys[i]
		}
	}
	for i := range rows + 1 {
		for j := range columns {
			t.above[i][j] = i == 0 || i == rows || 2*over[i*columns+j] >= t.xs[j+1]-t.xs[j]
		}
	}
}

func overlap(r rule, from, to float64) float64 {
	return math.Max(0, math.Min(r.to, to)-math.Max(r.from, from))
}

// nearest returns the index of the position that is nearest to x.
func nearest(at []float64, x float64) int {
	k, _ := slices.BinarySearch(at, x)
	if k == len(at) || k > 0 && x-at[k-1] < at[k]-x {
		k--
	}
	return k
}

// between returns i with at[i] <= x < at[i+1], clipped to the ends.
func between(at []float64, x float64) int {
	k, found := slices.BinarySearch(at, x)
	if !found {
		k--
	}
	return min(max(k, 0), len(at)-2)
}

// contains reports whether a point is within the table, or no further from it than
// beside.
func (t *lattice) contains(at point, beside float64) bool {
	return box{t.xs[0] - beside, t.ys[0], t.xs[len(t.xs)-1] + beside, t.ys[len(t.ys)-1]}.contains(at.x, at.y)
}

// sets are disjoint sets of numbers.
type sets []int

func newSets(n int) sets {
	s := make(sets, n)
	for i := range s {
		s[i] = i
	}
	return s
}

func (s sets) root(i int) int {
	for s[i] != i {
		s[i] = s[s[i]]
		i = s[i]
	}
	return i
}

func (s sets) join(i, j int) { s[s.root(i)] = s.root(j) }
