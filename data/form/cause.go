package form

import "slices"

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

// cause returns the likeliest mistake behind the change.
func (s *system) cause(change Change) Cause {
	c := s.cells[change.Key]
	from, to := change.From.String(), change.To.String()
	switch {
	case c.isTotal && (c.isBlank || change.From == 0):
		return CauseTotalMissing
	case c.isBlank:
		return CauseNotFilled
	case c.isBefore && c.before == change.From && change.From != 0 && change.From >= Count(10):
		return CauseLastYear
	case isSwapped(from, to):
		return CauseSwapped
	case len(from) > 0 && change.From != 0 && lacksOneDigit(from, to):
		return CauseDigitLost
	case change.To != 0 && lacksOneDigit(to, from):
		return CauseDigitAdded
	case c.isTotal && change.To > change.From && s.hasPart(change):
		return CauseAddendLost
	case len(from) > 1 && isOneDigitOff(from, to):
		return CauseWrongDigit
	}
	return CauseUnknown
}

// hasPart reports whether the amount missing from a total equals one of its
// parts.
func (s *system) hasPart(change Change) bool {
	lacks := change.To - change.From
	for _, m := range s.cells[change.Key].in {
		id := s.identities[m.identity]
		if id.Total == change.Key && slices.ContainsFunc(id.Right, func(k Key) bool { return k != change.Key && s.cells[k].value == lacks }) {
			return true
		}
	}
	return false
}

// isSwapped reports whether two neighbouring digits are swapped.
func isSwapped(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := 0; i+1 < len(a); i++ {
		if a[i] != b[i] {
			return a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
		}
	}
	return false
}

// lacksOneDigit reports whether short is long with one digit removed.
func lacksOneDigit(short, long string) bool {
	if len(short)+1 != len(long) {
		return false
	}
	i := 0
	for i < len(short) && short[i] == long[i] {
		i++
	}
	return short[i:] == long[i+1:]
}

func isOneDigitOff(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	off := 0
	for i := range len(a) {
		if a[i] != b[i] {
			off++
		}
	}
	return off == 1
}
