package importer

import (
	"slices"
	"strings"
)

// choice is the choice of a body among those that the clues name.
type choice struct {
	clues  []clue
	groups []group
	best   int
}

func (c *choice) clue(i int) *clue { return &c.clues[c.groups[i].best] }

// below returns the index of the one body below the best that a place nearer to the
// report names, or -1: a district's title stands over the forms of its towns, and the
// line with the seal, the sheet or the file says which town. A file's name does not count
// against a title that names an author, unless it names the own office.
func (c *choice) below() int {
	best := c.clue(c.best)
	found := -1
	for i := range c.groups {
		other := c.clue(i)
		if i == c.best || c.groups[i].trust < sureEnough || !isBelow(other.body, best.body) {
			continue
		}
		switch {
		case other.sealed, other.place == placeSheet, other.place == placeTitle && other.detail != best.detail:
		case other.place == placeFile && other.body.unit == ownOffice:
		case other.place == placeFile && other.body.level != noLevel && best.body.agency == best.body.region+best.body.unit:
		default:
			continue
		}
		if found >= 0 && !other.sealed {
			continue
		}
		found = i
	}
	return found
}

// isBelow reports whether a body may lie in a place.
func isBelow(b, place body) bool {
	if place.level == noLevel || place.level == townLevel || b.level != noLevel && b.level <= place.level {
		return false
	}
	above := place.region + place.unit
	return b.region == "" || strings.HasSuffix(above, b.region) || strings.Contains(b.region, place.unit)
}

// doubts returns the bodies that contradict the chosen one: those listed with it, and
// those that another clue names instead of it.
func (c *choice) doubts() (units []string) {
	best := c.clue(c.best)
	for i := range c.clues {
		other := &c.clues[i]
		if other.body.unit == "" || other.body.unit == best.body.unit || other.trust < sureEnough && !other.body.joined || slices.Contains(units, other.body.unit) {
			continue
		}
		switch {
		case other.body.joined && other.place == best.place && other.detail == best.detail:
		case best.body.joined && other.place == best.place && other.detail == best.detail && other.body.level == best.body.level:
		case isAbove(other.body, best.body):
			continue
		case other.place == placeFolder:
			if !isBelow(other.body, best.body) || other.body.level == noLevel && other.body.unit != ownOffice {
				continue
			}
		case other.detail == best.detail, c.agrees(other):
			continue
		}
		units = append(units, other.body.unit)
	}
	return units
}

// agrees reports whether another clue's place in the file names the chosen body too.
func (c *choice) agrees(other *clue) bool {
	unit := c.clue(c.best).body.unit
	for i := range c.clues {
		if k := &c.clues[i]; k.body.unit == unit && k.place == other.place && k.detail == other.detail {
			return true
		}
	}
	return false
}
