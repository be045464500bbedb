package data

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/data/form"
)

// Rows of a summary often shorten the names of bodies that forms give in full: 县林业局,
// 发改局, 虹桥 for 虹桥镇. Such a name must not become a second body beside the one it means.

// likeness says how surely two different names mean one body, if both are of one place.
type likeness uint8

const (
	unlike    likeness = iota
	mayBeSame          // they can mean one body: the user decides
	same               // no other body can be meant
)

// likenessOf compares a name with a fuller one.
func likenessOf(short, full string) likeness {
	switch {
	case slices.Contains([]string{short + "镇", short + "乡", short + "街道", short + "苏木"}, full), strings.HasSuffix(short, "街") && full == short+"道", form.IsUsualShortName(short, full):
		return same
	case strings.HasPrefix(short, full+"（"), form.IsShortName(short, full):
		return mayBeSame
	}
	return unlike
}

// stemKey is equal for all names that can mean the same body.
func stemKey(unit string) string {
	if form.IsGovernmentOffice(unit) {
		return "政府办"
	}
	own, _ := form.WithoutRank(unit)
	_, size := utf8.DecodeRuneInString(own)
	return own[:size]
}

// likeBody is a body of the register whose name is like another one.
type likeBody struct {
	namedBody
	isFuller bool // the register's name is the fuller one
}

// findAlike returns the bodies that a name which no body has can mean all the same, the
// certain ones if there are any.
func (l *savedReports) findAlike(b Body) (list []likeBody, best likeness) {
	for _, known := range l.byStem[stemKey(b.Unit)] {
		if !inOnePlace(known.region, b.Region, b.Unit) {
			continue
		}
		found, isFuller := likenessOf(b.Unit, known.name), true
		if found == unlike {
			found, isFuller = likenessOf(known.name, b.Unit), false
		}
		if found == unlike || found < best {
			continue
		}
		if found > best {
			list, best = nil, found
		}
		if !slices.ContainsFunc(list, func(k likeBody) bool { return k.Body == known.Body }) {
			list = append(list, likeBody{known.namedBody, isFuller})
		}
	}
	return list, best
}

// inOnePlace reports whether two bodies can lie in the same place; unit is the name of the
// second one, which may say what rank its place has.
func inOnePlace(a, b, unit string) bool {
	_, rank := form.WithoutRank(unit)
	return fits(a, b) && lastPlace(a, b) && (rank == "" || strings.HasSuffix(a, rank) || form.IsGovernmentOffice(unit))
}

// lastPlace reports whether two regions end with the same place, as those of an office do
// whatever else they leave out. A region may be unknown.
func lastPlace(a, b string) bool {
	if a == "" || b == "" {
		return true
	}
	first, second := placesIn(a), placesIn(b)
	return first[len(first)-1] == second[len(second)-1]
}

// placesIn splits a region into its places.
func placesIn(region string) (parts []string) {
	from := 0
	for at, r := range region {
		end := at + utf8.RuneLen(r)
		if !endsPlace(region[:end]) {
			continue
		}
		if n := len(parts); n > 0 && utf8.RuneCountInString(region[from:end]) == 1 { // the 区 of 沙县区
			parts[n-1] += region[from:end]
		} else {
			parts = append(parts, region[from:end])
		}
		from = end
	}
	if from < len(region) {
		parts = append(parts, region[from:])
	}
	return parts
}
