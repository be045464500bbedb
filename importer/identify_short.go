package importer

import (
	"slices"
	"strings"

	"nianbao/data/form"
)

// withoutShortNames gives clues that name an office by a usual shortening, such as 发改局,
// the full name that another clue gives: 发展和改革局. If two full names fit, nothing is
// changed.
func withoutShortNames(clues []clue) []clue {
	var list []clue
	for i := range clues {
		short := &clues[i]
		if short.place == placeUser || short.body.unit == "" {
			continue
		}
		if full := fullName(clues, short.body); full != "" {
			if list == nil {
				list = slices.Clone(clues)
			}
			list[i].body.unit = full
		}
	}
	if list == nil {
		return clues
	}
	return list
}

// fullName returns the only name among the clues that the name of a body shortens, "" if
// there is none.
func fullName(clues []clue, short body) (full string) {
	for i := range clues {
		b := clues[i].body
		if clues[i].place == placeUser || !form.IsShortName(short.unit, b.unit) || !strings.HasSuffix(b.region, short.region) && !strings.HasSuffix(short.region, b.region) {
			continue
		}
		if full != "" && full != b.unit {
			return ""
		}
		full = b.unit
	}
	return full
}
