package cli

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// fewNames is the largest number of suggestions, and allNames the longest list that is
// shown in full if none of its names is close to the wrong one.
const (
	fewNames = 3
	allNames = 8
)

// nearest returns the names most like a wrong one, the closest first: those that a typing
// mistake explains, else all of a short list, else the closest few.
func nearest(wrong string, names []string) []string {
	type ranked struct {
		name     string
		distance int
		isNear   bool
	}
	var list []ranked
	hasNear := false
	for _, name := range names {
		distance, isNear := likeness(wrong, name)
		list = append(list, ranked{name, distance, isNear})
		hasNear = hasNear || isNear
	}
	if !hasNear && len(list) <= allNames {
		return names
	}
	slices.SortStableFunc(list, func(a, b ranked) int { return cmp.Compare(a.distance, b.distance) })
	list = slices.DeleteFunc(list, func(r ranked) bool { return hasNear && !r.isNear })
	var found []string
	for _, r := range list {
		if len(found) < fewNames && (!hasNear || r.distance <= list[0].distance+1) && !slices.Contains(found, r.name) {
			found = append(found, r.name)
		}
	}
	return found
}

// likeness returns how many runes apart two names are, and whether that is near:
// at most a third of the longer one, or one name is part of the other. Case and
// surrounding space do not count.
func likeness(wrong, name string) (distance int, isNear bool) {
	wrong, name = strings.ToLower(strings.TrimSpace(wrong)), strings.ToLower(name)
	a, b := []rune(wrong), []rune(name)
	distance = edits(a, b)
	switch {
	case len(a) < 2 || len(b) < 2:
		return distance, distance <= 1 && len(a) > 0
	case strings.Contains(wrong, name) || strings.Contains(name, wrong):
		return min(distance, 1), true
	}
	for _, part := range strings.Split(wrong, "/") { // an id was given in full, and only its item is wanted
		distance = min(distance, edits([]rune(part), b))
	}
	return distance, 3*distance <= max(len(b), 3)
}

// edits counts the runes to insert, delete, replace or swap with their neighbour to turn
// a into b.
func edits(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// nearestYears returns the years closest to a wrong one, the closest first.
func nearestYears(wrong int, years []int) []string {
	distance := func(year int) int { return max(year-wrong, wrong-year) }
	sorted := slices.Clone(years)
	slices.SortStableFunc(sorted, func(a, b int) int { return cmp.Compare(distance(a), distance(b)) })
	var found []string
	for _, year := range sorted[:min(fewNames, len(sorted))] {
		found = append(found, strconv.Itoa(year))
	}
	return found
}
