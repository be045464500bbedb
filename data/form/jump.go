package form

// A figure jumps when it is jumpFactor times last year's or more, or that part
// of it or less, and differs by jumpLeast at least. Counts grow and shrink by
// half or double in ordinary years, small ones by much more: below jumpBase
// last year nothing is said. Published series have jumps of eight times that
// are right, when powers move between bodies: only from jumpGross on it is a
// warning.
const (
	jumpBase   = 50
	jumpLeast  = 300
	jumpFactor = 4
	jumpGross  = 20
)

// JumpKeys are the figures whose change against last year is watched: the
// counts among the metrics.
func JumpKeys() []Key {
	var keys []Key
	for _, m := range Metrics() {
		if !m.IsRate() {
			keys = append(keys, m.Numerator[0].Key)
		}
	}
	return keys
}

// Jump compares a figure with last year's, both of them numbers; ok is false
// where the change is an ordinary one. The caller makes sure that the two are
// Comparable and says in Against which reports they are of.
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
