package chart

import (
	"cmp"
	"slices"
)

// Entry is one unit of a ranking or a funnel.
type Entry struct {
	Key, Name string
	Fraction        // for a rate
	Count     Value // for a ranking by counts; its Text is the reason why a rate is missing
	Note      string
}

// ranked is an entry with its rank; tied entries share a rank.
type ranked struct {
	*Entry
	index int // in the model
	tier  int
	rank  int // from 1; 0 for none: too few cases, or no figure
	tied  bool
}

// rankEntries sorts by rate or count, the highest first. Entries with few cases follow without a
// rank, also sorted; then those without a figure, in the order of the model.
func rankEntries(entries []Entry, counts bool) (all []ranked, placed, small int) {
	all = make([]ranked, len(entries))
	for i := range entries {
		all[i] = ranked{Entry: &entries[i], index: i, tier: entries[i].tier(counts)}
	}
	slices.SortFunc(all, func(a, b ranked) int {
		if c := cmp.Compare(a.tier, b.tier); c != 0 {
			return c
		}
		if c := a.compare(b.Entry, counts); c != 0 && a.tier < 2 {
			return c
		}
		return a.index - b.index
	})
	for i := range all {
		switch all[i].tier {
		case 0:
			placed++
			all[i].rank = i + 1
			if i > 0 && all[i].compare(all[i-1].Entry, counts) == 0 {
				all[i].rank, all[i].tied, all[i-1].tied = all[i-1].rank, true, true
			}
		case 1:
			small++
		}
	}
	return all, placed, small
}

// tier is 0 for entries that may be ranked, 1 for few cases, 2 for no figure.
func (e *Entry) tier(counts bool) int {
	switch {
	case counts && e.Count.Known:
		return 0
	case counts || e.Whole <= 0:
		return 2
	case e.Small():
		return 1
	}
	return 0
}

// compare is negative if e comes before other. Fractions are compared without dividing, so
// that 1/3 and 2/6 tie.
func (e *Entry) compare(other *Entry, counts bool) int {
	if counts {
		return cmp.Compare(other.Count.Number, e.Count.Number)
	}
	return cmp.Compare(other.Part*e.Whole, e.Part*other.Whole)
}
