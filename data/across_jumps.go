package data

import (
	"context"

	"nianbao/data/form"
)

// jumps compares the counts that form.JumpKeys names with those of the year before,
// but never across a seam at which they are not comparable.
func (s *Store) jumps(ctx context.Context, q querier, scopes reportScopes) ([]crossFinding, error) {
	keys := form.JumpKeys()
	var terms []linkTerm
	var conditions []string
	for _, k := range keys {
		name, _ := s.columns.name(k)
		terms = append(terms, linkTerm{key: k}, linkTerm{key: k, previous: true})
		// A cheap filter: the rule judges whatever passes it.
		conditions = append(conditions, `c.`+name+` < p.`+name+` // 2 OR p.`+name+` < c.`+name+` // 2`)
	}
	var found []crossFinding
	err := s.eachPair(ctx, q, terms, conditions, func(p pair) {
		if scopes.differ(p.current.report, p.previous.report) {
			return
		}
		for i, k := range keys {
			now, before := p.values[2*i], p.values[2*i+1]
			if !now.Valid || !before.Valid || !form.Comparable(k, p.current.edition, p.previous.edition) {
				continue
			}
			if f, isJump := form.Jump(k, form.Number(now.Int64), form.Number(before.Int64)); isJump {
				f.Edition, f.Against = p.current.edition, p.against()
				found = append(found, crossFinding{p.current.report, f})
			}
		}
	})
	return found, err
}
