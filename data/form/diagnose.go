package form

import (
	"cmp"
	"slices"
)

// Cause is the mistake that probably led to a wrong figure.
type Cause string

// The causes. Among repairs of the same size, an earlier cause is likelier.
const (
	CauseTotalMissing Cause = "total-missing" // 总计未填
	CauseWrongCell    Cause = "wrong-cell"    // 错列 or 错行: the number is in the wrong cell
	CauseLastYear     Cause = "last-year"     // 填了上年
	CauseSwapped      Cause = "swapped"       // 数字颠倒: 12 for 21
	CauseDigitLost    Cause = "digit-lost"    // 少一位
	CauseDigitAdded   Cause = "digit-added"   // 多一位
	CauseAddendLost   Cause = "addend-lost"   // 漏加: a total lacks one of its parts
	CauseNotFilled    Cause = "not-filled"    // 漏填: a cell left blank
	CauseWrongDigit   Cause = "wrong-digit"   // 一位写错
	CauseCountedTwice Cause = "counted-twice" // 重复计入: the excess equals a whole row
	CauseUnknown      Cause = ""
)

// likelihood returns the position of the cause in the list above.
func (c Cause) likelihood() int {
	return slices.Index([]Cause{CauseTotalMissing, CauseWrongCell, CauseLastYear, CauseSwapped, CauseDigitLost,
		CauseDigitAdded, CauseAddendLost, CauseNotFilled, CauseWrongDigit, CauseCountedTwice, CauseUnknown}, c)
}

// proof is likelihood, but only as far as the numbers prove the cause. If a whole row
// equals the gap, that suggests where to look; it does not prove which of two counts is
// wrong.
func (c Cause) proof() int {
	if c == CauseCountedTwice {
		c = CauseUnknown
	}
	return c.likelihood()
}

// Change is one figure that a repair sets.
type Change struct {
	Key      Key
	From     Number // 0 if WasBlank
	To       Number
	WasBlank bool // the cell had no number
}

// Repair is a set of changes that makes the broken identities hold.
type Repair struct {
	Edition string // id of the report's edition, whose labels Message uses
	Changes []Change
	Cause   Cause
	Tied    bool // 并列: other repairs are just as plausible
}

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

// isAsGoodAs reports whether the numbers favour neither of two repairs.
func (r Repair) isAsGoodAs(o Repair) bool { return r.Cause.proof() == o.Cause.proof() }

// strain ranks repairs by how unusual the mistake would be: people seldom write
// a number where there should be none. A number in the wrong cell is the
// exception, because undoing that mistake empties the cell.
func (r Repair) strain() int {
	emptied := 0
	for _, c := range r.Changes {
		if c.To == 0 && c.From != 0 {
			emptied++
		}
	}
	if r.Cause == CauseWrongCell {
		return -emptied
	}
	return emptied
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

func (s *system) add(k Key, by Number) {
	c := s.cells[k]
	c.value += by
	for _, m := range c.in {
		s.residuals[m.identity] += by * m.sign
	}
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
