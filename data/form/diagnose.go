package form

import (
	"cmp"
	"slices"
)

// mostRepairs limits how many repairs are offered for one failure.
const mostRepairs = 8

// Diagnose returns the smallest changes that make all broken identities of a
// report hold, best first: of one figure if that is enough, otherwise of two.
// Independent failures are diagnosed separately. before is last year's report
// of the same body, or nil.
func Diagnose(r, before *Report) []Repair {
	s := newSystem(r, before)
	var repairs []Repair
	var open []int // identities that no change among their own cells repairs
	for _, failure := range s.failures() {
		found := s.repair(failure)
		if len(found) == 0 {
			open = append(open, failure...)
		}
		repairs = append(repairs, found...)
	}
	if len(open) > 0 { // a number in the wrong column breaks two sums that share no cell
		repairs = append(repairs, s.repair(open)...)
	}
	for i := range repairs {
		repairs[i].Edition = r.Edition
	}
	return repairs
}

// repair returns the smallest repairs of one group of broken identities.
func (s *system) repair(failure []int) []Repair {
	repairs := s.single(failure, nil)
	if len(repairs) == 0 {
		repairs = s.double(failure)
	}
	slices.SortStableFunc(repairs, func(a, b Repair) int {
		return cmp.Or(cmp.Compare(a.Cause.likelihood(), b.Cause.likelihood()), cmp.Compare(a.strain(), b.strain()))
	})
	for i := range repairs {
		repairs[i].Tied = len(repairs) > 1 && repairs[i].isAsGoodAs(repairs[0]) && repairs[1].isAsGoodAs(repairs[0])
	}
	return repairs[:min(len(repairs), mostRepairs)]
}

// single finds the cells that occur in all identities of the failure and in no
// other, and are wrong by the same amount in each.
func (s *system) single(failure []int, skip *Key) []Repair {
	var repairs []Repair
	for _, k := range s.cellsOf(failure[0]) {
		if skip != nil && k == *skip {
			continue
		}
		if by, ok := s.remedy(k, failure); ok {
			if change, ok := s.change(k, by); ok {
				repairs = append(repairs, Repair{Changes: []Change{change}, Cause: s.cause(change)})
			}
		}
	}
	return repairs
}

// remedy returns the amount to add to the cell so that the failure disappears;
// ok is false if there is no such amount.
func (s *system) remedy(k Key, failure []int) (by Number, ok bool) {
	in := s.cells[k].in
	if len(in) != len(failure) {
		return 0, false
	}
	for i, m := range in {
		d := -s.residuals[m.identity] * m.sign
		if d == 0 || i > 0 && d != by || !slices.Contains(failure, m.identity) {
			return 0, false
		}
		by = d
	}
	return by, true
}

func (s *system) change(k Key, by Number) (Change, bool) {
	c := s.cells[k]
	to := c.value + by
	return Change{Key: k, From: c.value, To: to, WasBlank: c.isBlank}, to >= 0 && to.IsWhole()
}

// double changes each cell of the failure by each amount that repairs one of its
// identities, and looks for a single cell that repairs the others.
func (s *system) double(failure []int) []Repair {
	var repairs []Repair
	seen := map[[2]Key]bool{}
	for _, first := range s.cellsOf(failure...) {
		for _, by := range s.amounts(first) {
			change, ok := s.change(first, by)
			if !ok {
				continue
			}
			s.add(first, by)
			if rest := s.broken(failure, first); len(rest) > 0 {
				for _, second := range s.single(rest, &first) {
					pair := [2]Key{first, second.Changes[0].Key}
					if seen[pair] || seen[[2]Key{pair[1], pair[0]}] {
						continue
					}
					seen[pair] = true
					repairs = append(repairs, s.pair(change, second.Changes[0]))
				}
			}
			s.add(first, -by)
		}
	}
	return repairs
}

// pair returns the repair that makes both changes. If one figure loses what the
// other gains, its cause is a number in the wrong cell; otherwise it is the
// likelier of the two causes.
func (s *system) pair(a, b Change) Repair {
	r := Repair{Changes: []Change{a, b}, Cause: CauseUnknown}
	causeA, causeB := s.cause(a), s.cause(b)
	switch {
	case a.Key.Item == b.Key.Item != (a.Key.Column == b.Key.Column) && a.To-a.From == b.From-b.To:
		r.Cause = CauseWrongCell
	case causeA == CauseUnknown && causeB == CauseUnknown && r.strain() == 2 && a.Key.Item == b.Key.Item:
		r.Cause = CauseCountedTwice
	case causeA != CauseUnknown && causeB != CauseUnknown && causeA.likelihood() > causeB.likelihood():
		r.Cause = causeA
	case causeA != CauseUnknown && causeB != CauseUnknown:
		r.Cause = causeB
	}
	return r
}

// amounts returns the amounts that, added to the cell, repair one of its
// identities.
func (s *system) amounts(k Key) []Number {
	var amounts []Number
	for _, m := range s.cells[k].in {
		if d := -s.residuals[m.identity] * m.sign; d != 0 && !slices.Contains(amounts, d) {
			amounts = append(amounts, d)
		}
	}
	return amounts
}

// broken returns the identities of the failure and of the changed cell that do
// not hold at present.
func (s *system) broken(failure []int, changed Key) []int {
	var broken []int
	for i, residual := range s.residuals {
		concerned := slices.Contains(failure, i) || slices.ContainsFunc(s.cells[changed].in, func(m membership) bool { return m.identity == i })
		if residual != 0 && concerned {
			broken = append(broken, i)
		}
	}
	return broken
}
