package ui

import (
	"context"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/words"
)

// repairBook works out how the reports in a list of findings could be mended, beside the UI
// goroutine, and keeps what it found.
type repairBook struct {
	store *data.Store
	lane  *lane
	known map[int64][]form.Repair // by report
}

func newRepairBook(store *data.Store, t tasks) *repairBook {
	return &repairBook{store: store, lane: newLane(t), known: map[int64][]form.Repair{}}
}

// diagnosed are the repairs of one report.
type diagnosed struct {
	report  int64
	repairs []form.Repair
}

// The reports worked out at a time, and at all for one list.
const (
	repairChunk = 20
	repairMost  = 600
)

// want works out the reports that broken identities were found in, in the order of the list,
// and calls done whenever some are there. A later call forgets the earlier one.
func (b *repairBook) want(list []data.Found, done func(error)) {
	b.lane.drop()
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
		ask(b.lane, func(context.Context) (struct{}, error) { return struct{}{}, nil }, func(struct{}, error) { b.next(names, done) })
	}
}

// next works out a few, then the others.
func (b *repairBook) next(names []data.Found, done func(error)) {
	n := min(repairChunk, len(names))
	chunk, rest := names[:n], names[n:]
	askMore(b.lane, func(ctx context.Context) ([]diagnosed, error) { return diagnose(ctx, b.store, chunk) }, func(list []diagnosed, err error) {
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

// of are the repairs that concern a finding; ok is false while they are not worked out.
func (b *repairBook) of(f data.Found) (repairs []form.Repair, ok bool) {
	if len(f.Terms) == 0 || f.Across {
		return nil, true
	}
	all, ok := b.known[f.ReportID]
	return form.RepairsFor(f.Finding, all), ok
}

// repairText proposes in few words how to mend a finding: the likeliest way.
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

// proposals tell line by line how a finding can be mended: the likeliest ways, a few others, and
// how many more there are.
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
