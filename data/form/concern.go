package form

import "slices"

// Concerns reports whether the repair changes a figure that the finding's
// arithmetic uses.
func (r Repair) Concerns(f Finding) bool {
	return slices.ContainsFunc(r.Changes, func(c Change) bool {
		return slices.ContainsFunc(f.Terms, func(t Term) bool { return t.Key == c.Key && !t.Before })
	})
}

// RepairsFor returns the repairs that concern the finding, best first.
func RepairsFor(f Finding, repairs []Repair) []Repair {
	var found []Repair
	for _, r := range repairs {
		if r.Concerns(f) {
			found = append(found, r)
		}
	}
	return found
}

// Concerned returns the figures the finding is about: the terms of its
// arithmetic, in order, and its own figure. If the finding names a row or a
// column instead, they are the blank figures in it.
func (r *Report) Concerned(f Finding) []Key {
	var keys []Key
	add := func(k Key) {
		if !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	for _, t := range f.Terms {
		if !t.Before {
			add(t.Key)
		}
	}
	if f.Key.Item != "" && f.Key.Column != "" {
		add(f.Key)
	}
	if len(keys) > 0 || f.Key.Table == "" {
		return keys
	}
	for _, figure := range r.Figures {
		k := figure.Key
		if k.Table == f.Key.Table && figure.Status == StatusBlank && (k.Item == f.Key.Item || f.Key.Item == "") && (k.Column == f.Key.Column || f.Key.Column == "") {
			add(k)
		}
	}
	return keys
}
