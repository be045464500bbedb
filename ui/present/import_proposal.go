package present

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/importer"
)

// Proposal is a proposed answer to the questions of a line.
type Proposal struct {
	Unit string // with the region if that is known; "" if the question is not about it
	Year int    // 0 if the question is not about it
}

// String is the body and the year, as far as they are proposed.
func (p Proposal) String() string {
	if p.Year == 0 {
		return p.Unit
	}
	return strings.TrimSpace(p.Unit + " " + strconv.Itoa(p.Year))
}

// Alternatives are the bodies and years between which a line asks the user to choose,
// the likeliest first.
func (l *ImportLine) Alternatives() (units []string, years []int) {
	for _, q := range l.Questions {
		for _, found := range q.Found {
			switch q.Kind {
			case importer.AskUnit:
				if found != "" && !slices.Contains(units, found) {
					units = append(units, found)
				}
			case importer.AskYear:
				if year, err := strconv.Atoi(found); err == nil && year > 1990 && year < 2100 && !slices.Contains(years, year) {
					years = append(years, year)
				}
			}
		}
	}
	return units, years
}

// Proposal returns the likeliest answer to what a line asks about body and year; ok is false if
// a part of it has no likely answer.
func (l *ImportLine) Proposal() (p Proposal, ok bool) {
	units, years := l.Alternatives()
	for _, q := range l.Questions {
		switch {
		case !q.Blocking:
		case q.Kind == importer.AskUnit && (len(units) == 0 || l.areNamesakes(units)):
			return Proposal{}, false
		case q.Kind == importer.AskUnit:
			p.Unit, ok = units[0], true
		case q.Kind == importer.AskYear && len(years) == 0:
			return Proposal{}, false
		case q.Kind == importer.AskYear:
			p.Year, ok = years[0], true
		default:
			return Proposal{}, false
		}
	}
	return p, ok
}

// areNamesakes reports whether the bodies have the same name in different regions, so that none
// of them is likelier.
func (l *ImportLine) areNamesakes(units []string) bool {
	return len(units) > 1 && l.Body.Unit != "" && !slices.ContainsFunc(units, func(u string) bool { return !strings.HasSuffix(u, l.Body.Unit) })
}
