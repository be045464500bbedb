package ui

import (
	"context"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/task"
	"nianbao/ui/words"
)

// repairCache computes how the reports in a list of findings could be repaired, off the UI
// goroutine, and keeps the results.
type repairCache struct {
	store *data.Store
	lane  *task.Lane
	known map[int64][]form.Repair // by report
}

func newRepairCache(store *data.Store, t task.Runner) *repairCache {
	return &repairCache{store: store, lane: task.NewLane(t), known: map[int64][]form.Repair{}}
}

// diagnosed are the repairs of one report.
type diagnosed struct {
	report  int64
	repairs []form.Repair
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
	var names []data.Found
	seen := map[int64]bool{}
	for _, f := range list {
		_, known := b.known[f.ReportID]
		if !known && !seen[f.ReportID] && len(f.Terms) > 0 && !f.Across && len(names) < repairMost {
			seen[f.ReportID] = true
			names = append(names, f)
		}
	}
	if len(names) > 0 {
		task.Ask(b.lane, func(context.Context) (struct{}, error) { return struct{}{}, nil }, func(struct{}, error) { b.next(names, done) })
	}
}

// next diagnoses a few, then the others.
func (b *repairCache) next(names []data.Found, done func(error)) {
	n := min(repairChunk, len(names))
	chunk, rest := names[:n], names[n:]
	task.AskMore(b.lane, func(ctx context.Context) ([]diagnosed, error) { return diagnose(ctx, b.store, chunk) }, func(list []diagnosed, err error) {
		for _, d := range list {
			b.known[d.report] = d.repairs
		}
		done(err)
		if err == nil && len(rest) > 0 {
			b.next(rest, done)
		}
	})
}

func diagnose(ctx context.Context, store *data.Store, list []data.Found) ([]diagnosed, error) {
	var found []diagnosed
	for _, f := range list {
		repairs, err := store.Diagnosis(ctx, f.ReportID)
		if err != nil {
			return found, err
		}
		found = append(found, diagnosed{f.ReportID, repairs})
	}
	return found, nil
}

// of are the repairs that concern a finding; ok is false until they have been computed.
func (b *repairCache) of(f data.Found) (repairs []form.Repair, ok bool) {
	if len(f.Terms) == 0 || f.Across {
		return nil, true
	}
	all, ok := b.known[f.ReportID]
	return form.RepairsFor(f.Finding, all), ok
}

// repairText proposes in a few words how to repair a finding: the likeliest way.
func repairText(f data.Found, repairs []form.Repair, say words.Language) string {
	switch {
	case form.IsTied(repairs):
		return say.Say(words.RepairTiedShort, repairs[0].Message(say))
	case len(repairs) > 0:
		return repairs[0].Message(say)
	case f.Verdict == form.Fail && !f.Across:
		return say.Say(words.RepairNone)
	}
	return ""
}

// proposals are lines that say how a finding can be repaired: the likeliest ways, a few others, and
// the number of further ones.
func proposals(f data.Found, repairs []form.Repair, say words.Language) []string {
	const shown = 3
	lines := form.Proposals(repairs, say)
	told := len(lines)
	switch {
	case form.IsTied(repairs):
		lines = append([]string{say.Say(words.RepairTied)}, lines...)
	case told > 0:
		lines[0] = say.Say(words.RepairLabel, lines[0])
		for told < min(len(repairs), shown) {
			lines = append(lines, say.Say(words.RepairOr, repairs[told].Message(say)))
			told++
		}
	default:
		if text := repairText(f, repairs, say); text != "" {
			return []string{say.Say(words.RepairLabel, text)}
		}
	}
	if more := len(repairs) - told; more > 0 {
		lines = append(lines, say.Say(words.RepairMore, more))
	}
	return lines
}
