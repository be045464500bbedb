package ui

import (
	"context"
	"maps"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/present"
	"nianbao/ui/task"
	"nianbao/ui/words"
)

// repairCache computes the possible repairs of the reports in a list of findings, off the
// UI goroutine, and keeps the results.
type repairCache struct {
	store *data.Store
	lane  *task.Lane
	known map[int64][]form.Repair // by report
}

func newRepairCache(store *data.Store, t task.Runner) *repairCache {
	return &repairCache{store: store, lane: task.NewLane(t), known: map[int64][]form.Repair{}}
}

// How many reports are diagnosed at a time, and how many for one list.
const (
	repairChunk = 20
	repairMost  = 600
)

// want diagnoses the reports with broken identities, in the order of the list, and calls done
// whenever some are ready. A later call cancels the earlier one.
func (b *repairCache) want(list []data.Found, done func(error)) {
	b.lane.Drop()
	var ids []int64
	seen := map[int64]bool{}
	for _, f := range list {
		_, known := b.known[f.ReportID]
		if !known && !seen[f.ReportID] && present.CanBeRepaired(f) && len(ids) < repairMost {
			seen[f.ReportID] = true
			ids = append(ids, f.ReportID)
		}
	}
	if len(ids) > 0 {
		task.Ask(b.lane, func(context.Context) (struct{}, error) { return struct{}{}, nil }, func(struct{}, error) { b.next(ids, done) })
	}
}

// next diagnoses a few reports, then the others.
func (b *repairCache) next(ids []int64, done func(error)) {
	n := min(repairChunk, len(ids))
	chunk, rest := ids[:n], ids[n:]
	task.AskMore(b.lane, func(ctx context.Context) (map[int64][]form.Repair, error) { return b.store.Diagnoses(ctx, chunk) }, func(found map[int64][]form.Repair, err error) {
		maps.Copy(b.known, found)
		done(err)
		if err == nil && len(rest) > 0 {
			b.next(rest, done)
		}
	})
}

// of returns the repairs that concern a finding; ok is false until they have been
// computed.
func (b *repairCache) of(f data.Found) (repairs []form.Repair, ok bool) {
	if !present.CanBeRepaired(f) {
		return nil, true
	}
	all, ok := b.known[f.ReportID]
	return form.RepairsFor(f.Finding, all), ok
}

// proposals are the lines that describe the repairs of a finding: the likeliest ones, a
// few others, and the number of further ones.
func proposals(f data.Found, repairs []form.Repair, say words.Language) []string {
	const shown = 3
	lines := form.Proposals(repairs, say)
	listed := len(lines)
	switch {
	case form.IsTied(repairs):
		lines = append([]string{say.Say(words.RepairTied)}, lines...)
	case listed > 0:
		lines[0] = say.Say(words.RepairLabel, lines[0])
		for listed < min(len(repairs), shown) {
			lines = append(lines, say.Say(words.RepairOr, repairs[listed].Message(say)))
			listed++
		}
	default:
		if text := present.RepairText(f, repairs, say); text != "" {
			return []string{say.Say(words.RepairLabel, text)}
		}
	}
	if more := len(repairs) - listed; more > 0 {
		lines = append(lines, say.Say(words.RepairMore, more))
	}
	return lines
}
