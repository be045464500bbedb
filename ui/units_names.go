package ui

import (
	"slices"

	"nianbao/data"
)

// followNames replaces names of bodies in the filters by their current ones.
func (s *shell) followNames(before, now []data.RegisteredBody) {
	renamed, regions := map[data.Body]data.Body{}, map[string]string{}
	was := map[int]data.Body{}
	for _, b := range before {
		was[b.ID] = b.Body
	}
	for _, b := range now {
		old, ok := was[b.ID]
		if !ok || old == b.Body {
			continue
		}
		renamed[old] = b.Body
		if old.Region != b.Region {
			regions[old.Region] = b.Region
		}
	}
	for _, b := range now {
		delete(regions, b.Region) // others still have this region
	}
	if len(renamed) == 0 {
		return
	}
	q := &s.state.choice.Query
	q.Units, q.Regions = slices.Clone(q.Units), slices.Clone(q.Regions)
	for i, b := range q.Units {
		if to, ok := renamed[b]; ok {
			q.Units[i] = to
		}
	}
	for i, r := range q.Regions {
		if to, ok := regions[r]; ok {
			q.Regions[i] = to
		}
	}
	s.chips.show()
	s.sidebar.show()
}
