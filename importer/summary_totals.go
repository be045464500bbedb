package importer

import (
	"math"
	"slices"

	"nianbao/data/form"
)

// closeSegment ends the segment of units above a sum, or at the end of the table.
func (r *summaryRun) closeSegment() {
	r.segments = append(r.segments, r.open)
	r.open = segment{sums: make([]form.Number, len(r.fields))}
}

// checkSums compares each sum with the units that it may sum up: those from any other sum
// to this one, from this one to any other, or all. The sum of a group that fits none is
// listed as a row that was left out; a total is asked about.
func (r *summaryRun) checkSums() {
	for k := range r.sums {
		if r.spansYears() || !r.hasValue(r.sums[k].row) {
			if !r.sums[k].isTotal {
				r.notUnits = append(r.notUnits, r.sums[k].name)
			}
			continue
		}
		best, fewest := []form.Number(nil), math.MaxInt
		for _, sums := range r.candidates(k) {
			if n := len(r.differing(k, sums)); n < fewest {
				best, fewest = sums, n
			}
		}
		switch {
		case fewest == 0 || best == nil && r.sums[k].isTotal, isPartTotal(r.sums[k].name) && r.isSumOfRun(k):
		case r.sums[k].isTotal || 2*fewest <= len(r.fields) && isGroupName(r.sums[k].name):
			r.askTotal(k, best)
		default:
			r.notUnits = append(r.notUnits, r.sums[k].name)
		}
	}
}

// candidates are the sums with which sum k may agree, the likeliest first.
func (r *summaryRun) candidates(k int) [][]form.Number {
	const most = 60 // segments
	ranges := [][2]int{{0, len(r.segments)}}
	near := [][2]int{{k, k + 1}, {k + 1, k + 2}}
	if r.sums[k].isTotal && !isPartTotal(r.sums[k].name) {
		ranges = append(ranges, near...)
	} else {
		ranges = append(near, ranges...)
	}
	for n := 2; n <= min(most, len(r.segments)); n++ {
		ranges = append(ranges, [2]int{k + 1 - n, k + 1}, [2]int{k + 1, k + 1 + n})
	}
	var all [][]form.Number
	for _, ends := range ranges {
		if ends[0] < 0 || ends[1] > len(r.segments) {
			continue
		}
		sums, units := make([]form.Number, len(r.fields)), 0
		for _, s := range r.segments[ends[0]:ends[1]] {
			units += s.units
			for i := range sums {
				sums[i] += s.sums[i]
			}
		}
		if units > 0 {
			all = append(all, sums)
		}
	}
	return all
}

// isSumOfRun reports whether sum k is the sum of the first few units below or above it: a
// column of groups may end what 小计 sums up.
func (r *summaryRun) isSumOfRun(k int) bool {
	next := slices.IndexFunc(r.rows, func(u summaryRow) bool { return u.row > r.sums[k].row })
	if next < 0 {
		next = len(r.rows)
	}
	for _, step := range []int{1, -1} {
		sums := make([]form.Number, len(r.fields))
		for i := next - (1-step)/2; i >= 0 && i < len(r.rows); i += step {
			if r.addTo(sums, r.rows[i].row); len(r.differing(k, sums)) == 0 {
				return true
			}
		}
	}
	return false
}

// differing returns the fields in which sum k differs from the given sum.
func (r *summaryRun) differing(k int, sums []form.Number) (fields []int) {
	for i := range r.fields {
		if v := r.valueAt(r.sums[k].row, i); v.Status.HasValue() && v.Value != sums[i] {
			fields = append(fields, i)
		}
	}
	return fields
}

func (r *summaryRun) askTotal(k int, sums []form.Number) {
	const most = 3
	wrong := r.differing(k, sums)
	q := Question{Kind: AskTotal, Key: r.fields[wrong[0]].key, Source: r.locator.view.source(r.sums[k].row, max(r.unit, 0))}
	for _, i := range wrong[:min(len(wrong), most)] {
		q.Found = append(q.Found, r.valueAt(r.sums[k].row, i).Value.Grouped()+" ≠ "+sums[i].Grouped())
	}
	r.ask(q)
}

func (r *summaryRun) spansYears() bool {
	for i := range r.rows {
		if r.rows[i].year != r.rows[0].year {
			return true
		}
	}
	return false
}
