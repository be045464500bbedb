package form

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
