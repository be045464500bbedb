package form

// A figure jumps if it grew or shrank by a factor of jumpFactor or more, and by
// at least jumpLeast. In ordinary years counts double or halve, and small
// counts vary much more, so figures below jumpBase last year are ignored.
// Published reports contain correct jumps by a factor of eight, when powers
// move between bodies, so a jump is a warning only from jumpGross on.
const (
	jumpBase   = 50
	jumpLeast  = 300
	jumpFactor = 4
	jumpGross  = 20
)

// JumpKeys returns the figures that are checked for jumps: the counts among the
// metrics.
func JumpKeys() []Key {
	var keys []Key
	for _, m := range Metrics() {
		if !m.IsRate() {
			keys = append(keys, m.Numerator[0].Key)
		}
	}
	return keys
}

// Jump compares a figure with last year's; ok is false if the change is an
// ordinary one. Both must be numbers and Comparable. The caller sets Edition and
// Against.
func Jump(k Key, now, before Number) (f Finding, ok bool) {
	low, high := min(now, before), max(now, before)
	if before < Count(jumpBase) || now < 0 || high-low < Count(jumpLeast) || high/jumpFactor < low {
		return Finding{}, false
	}
	f = Finding{Rule: RuleJump, Severity: SeverityHint, Key: k, Left: now, Right: before, HasValues: true,
		Terms: []Term{{Key: k, Value: now}, {Key: k, Right: true, Before: true, Value: before}}}
	if low > 0 && high/jumpGross >= low {
		f.Severity = SeverityWarning
	}
	return f, true
}
