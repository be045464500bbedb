package data

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/data/form"
)

// scope says which reports of a row count towards a part.
type scope struct {
	year int   // only reports of that year; 0: of all
	when shift // only reports with that shift
	not  []int // no reports of those years
}

// shift distinguishes the reports of a row from those of the year before.
type shift int

const (
	ownYear    shift = iota // shift 0
	yearAhead               // shift 1: those of the year before, read for their editions and years alone
	pairedNow               // shift 2: what a report has a number for and last year's report too
	pairedLast              // shift 3: those numbers of last year's report
	anyShift                // the relation has no others than its own
)

// sql is the condition, "" if all reports count.
func (c scope) sql() string {
	var list []string
	if c.year != 0 {
		list = append(list, fmt.Sprintf(`year = %d`, c.year))
	}
	if c.when != anyShift {
		list = append(list, fmt.Sprintf(`shift = %d`, c.when))
	}
	if len(c.not) > 0 {
		list = append(list, `year NOT IN (`+joinInts(c.not)+`)`)
	}
	return strings.Join(list, ` AND `)
}

// paired returns the scope of the sums over the bodies that have a number in both
// years, and the scope that counts where there are none.
func (r *relation) paired(c Column, own scope) (pairs scope, unpaired *scope) {
	seams := seamYears(&c)
	if own.year != 0 && slices.Contains(seams, own.year) {
		return own, nil
	}
	return scope{year: own.year, when: pairedNow, not: seams}, &own
}

// scope returns which reports count towards a column; never means that none does.
func (r *relation) scope(c Column, prior bool) (reports scope, never bool) {
	year := c.Slice.Year
	if year == 0 && r.query.comparing() && !r.query.Rows.hasYear() {
		year = r.query.ToYear
	}
	seams := seamYears(&c)
	switch {
	case year != 0 && prior:
		return scope{year: year, when: pairedLast}, slices.Contains(seams, year)
	case prior:
		return scope{when: pairedLast, not: seams}, false
	case r.last:
		return scope{year: year, when: ownYear}, false
	}
	return scope{year: year, when: anyShift}, false
}

// seamYears are the first years of editions in which the column does not mean the same as
// the year before.
func seamYears(c *Column) []int {
	var years []int
	editions := form.Editions()
	for i := 1; i < len(editions); i++ {
		if !comparable(c, editions[i-1].ID, editions[i].ID) {
			years = append(years, editions[i].FirstYear)
		}
	}
	return years
}

func joinInts(numbers []int) string {
	return strings.Trim(strings.ReplaceAll(fmt.Sprint(numbers), " ", ", "), "[]")
}
