package form

// Closeness says how well a printed label matches a label of the form.
type Closeness int

// The degrees of closeness, from worst to best.
const (
	NoMatch Closeness = iota
	Near              // a few characters missing, added or wrong
	Known             // a spelling listed as an alias, or the short name
	Exact             // the label of the form
)

// Closeness returns how well a printed label matches the item's.
func (it *Item) Closeness(printed Label) Closeness {
	return closeness(printed, it.Label, append([]string{it.Short}, it.Aliases...))
}

// Closeness returns how well a printed label matches the column's.
func (c *Column) Closeness(printed Label) Closeness {
	return closeness(printed, c.Label, c.Aliases)
}

// Closeness returns how well a printed heading matches the table's.
func (t *Table) Closeness(printed Label) Closeness {
	return closeness(printed, t.Label, nil)
}

func closeness(printed Label, label string, aliases []string) Closeness {
	if printed.Text == "" {
		return NoMatch
	}
	own := Normalise(label)
	if printed.Text == own.Text {
		return Exact
	}
	if own.Remark != "" && printed.Text == own.Text+own.Remark {
		return Known // only the bracket itself is missing
	}
	for _, alias := range aliases {
		if printed.Text == Normalise(alias).Text {
			return Known
		}
	}
	if isNear(printed.Text, own.Text) {
		return Near
	}
	return NoMatch
}

// isNear reports whether the texts differ by at most one edit in four characters.
// Labels of fewer than five characters differ too little from one another.
func isNear(a, b string) bool {
	ra, rb := []rune(a), []rune(b)
	const shortest, perEdit = 5, 4
	if len(ra) < shortest || len(rb) < shortest {
		return false
	}
	allowed := min(len(ra), len(rb)) / perEdit
	if d := len(ra) - len(rb); d > allowed || -d > allowed {
		return false
	}
	return distance(ra, rb) <= allowed
}

// distance returns the Levenshtein distance.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// MatchItem returns the candidate that best matches a printed label; ok is false
// if none matches or several match equally well.
func MatchItem(printed Label, candidates []Item) (it Item, how Closeness, ok bool) {
	best := 0
	for _, candidate := range candidates {
		switch c := candidate.Closeness(printed); {
		case c > how:
			it, how, best = candidate, c, 1
		case c == how && c > NoMatch:
			best++
		}
	}
	return it, how, best == 1
}

// MatchColumn returns the candidate that best matches a printed label; ok is
// false if none matches or several match equally well.
func MatchColumn(printed Label, candidates []Column) (col Column, how Closeness, ok bool) {
	best := 0
	for _, candidate := range candidates {
		switch c := candidate.Closeness(printed); {
		case c > how:
			col, how, best = candidate, c, 1
		case c == how && c > NoMatch:
			best++
		}
	}
	return col, how, best == 1
}
