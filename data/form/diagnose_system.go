package form

import (
	"cmp"
	"slices"
)

// system is the identities of a report as equations over its cells. The residual
// of an identity is its left side minus its right side.
type system struct {
	identities []Identity
	residuals  []Number
	cells      map[Key]*systemCell
	order      []Key // cells in form order
}

// systemCell is a cell that occurs in at least one identity.
type systemCell struct {
	value, before     Number
	isBlank, isBefore bool
	isTotal           bool
	in                []membership
}

// membership says that a cell occurs in an identity: sign is +1 on its left side
// and −1 on its right.
type membership struct {
	identity int
	sign     Number
}

func newSystem(r, before *Report) *system {
	s := &system{cells: map[Key]*systemCell{}}
	index := r.Index()
	var last map[Key]*Figure
	if before != nil {
		last = before.Index()
	}
	for _, j := range r.Judge() {
		if j.Verdict == NotJudged {
			continue
		}
		n := len(s.identities)
		s.identities = append(s.identities, j.Identity)
		s.residuals = append(s.residuals, j.Difference())
		for side, keys := range [][]Key{j.Left, j.Right} {
			for _, k := range keys {
				c := s.cell(k, index[k], last[k])
				c.isTotal = c.isTotal || k == j.Total
				c.in = append(c.in, membership{n, Number(1 - 2*side)})
			}
		}
	}
	return s
}

func (s *system) cell(k Key, now, before *Figure) *systemCell {
	if c := s.cells[k]; c != nil {
		return c
	}
	c := &systemCell{isBlank: true}
	if now != nil && now.Status.HasValue() {
		c.value, c.isBlank = now.Value, false
	}
	if before != nil && before.Status.HasValue() {
		c.before, c.isBefore = before.Value, true
	}
	s.cells[k] = c
	s.order = append(s.order, k)
	return c
}

// failures groups the broken identities that are connected through shared cells.
// Groups that share no cell are repaired separately.
func (s *system) failures() [][]int {
	group := map[int]int{} // identity → its group's representative
	for i, residual := range s.residuals {
		if residual != 0 {
			group[i] = i
		}
	}
	for changed := true; changed; {
		changed = false
		for _, k := range s.order {
			low := -1
			for _, m := range s.cells[k].in {
				if g, broken := group[m.identity]; broken && (low < 0 || g < low) {
					low = g
				}
			}
			for _, m := range s.cells[k].in {
				if g, broken := group[m.identity]; broken && g > low {
					group[m.identity], changed = low, true
				}
			}
		}
	}
	byGroup := map[int][]int{}
	for identity, g := range group {
		byGroup[g] = append(byGroup[g], identity)
	}
	var failures [][]int
	for _, members := range byGroup {
		slices.Sort(members)
		failures = append(failures, members)
	}
	slices.SortFunc(failures, func(a, b []int) int { return cmp.Compare(a[0], b[0]) })
	return failures
}

// cellsOf returns the cells of the identities in form order.
func (s *system) cellsOf(identities ...int) []Key {
	var keys []Key
	for _, k := range s.order {
		if slices.ContainsFunc(s.cells[k].in, func(m membership) bool { return slices.Contains(identities, m.identity) }) {
			keys = append(keys, k)
		}
	}
	return keys
}

func (s *system) add(k Key, by Number) {
	c := s.cells[k]
	c.value += by
	for _, m := range c.in {
		s.residuals[m.identity] += by * m.sign
	}
}
