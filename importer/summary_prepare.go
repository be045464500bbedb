package importer

import (
	"slices"
	"sort"
	"strings"
)

// cluesAround returns the clues in the titles and notes around a summary table. If there
// are several tables below each other, each has the titles directly above it, if any.
func (p *page) cluesAround(s *summary) []clue {
	floor := p.floorOf(s)
	var near, all []clue
	for i := range p.texts {
		n := &p.texts[i]
		if n.row > s.above && n.row < s.below {
			continue
		}
		all = append(all, n.clues()...)
		if len(p.found.summaries) > 1 && n.row >= floor && n.row <= s.above {
			near = append(near, n.clues()...)
		}
	}
	for i := range near {
		if near[i].year != 0 {
			return near
		}
	}
	return all
}

// floorOf returns the first row below the summaries above a summary: the titles from there
// on are its own.
func (p *page) floorOf(s *summary) (floor int) {
	for _, other := range p.found.summaries {
		if other.below <= s.above {
			floor = max(floor, other.below)
		}
	}
	return floor
}

// prepare finds what applies to the whole table.
func (r *summaryRun) prepare(said corrections) {
	id := said.identify(r.placeClues())
	r.id, r.place, r.year = id, id.body, id.year
	if r.unit >= 0 && r.place.unit == "" {
		r.place = said.place
	}
	seen := map[int]bool{}
	for i := range r.fields {
		f := &r.fields[i]
		if f.year == r.year && r.summary.year < 0 {
			f.year = 0 // 行政处罚（2023年） under a title of 2023 says nothing new
		}
		if f.year == priorYear && r.year != 0 && r.summary.year < 0 && !r.hasLastYears() {
			f.year = r.year - 1 // 上年 beside 2022 under a title of 2023
		}
		if !seen[f.year] {
			seen[f.year] = true
			r.years = append(r.years, f.year)
		}
	}
	sort.Ints(r.years)
	r.takeListed()
	r.findSums()
	for i := range r.rows {
		row := &r.rows[i]
		if r.unit < 0 {
			row.body = r.place
		} else {
			row.body.region = r.regionOf(row)
			row.body = row.body.named()
		}
		for _, y := range r.years {
			r.occurrences[r.reportKeyOf(row, y)]++
		}
	}
}

// hasLastYears reports whether some row is for the year before.
func (r *summaryRun) hasLastYears() bool {
	return slices.ContainsFunc(r.rows, func(u summaryRow) bool { return u.isLastYear || u.isPart })
}

// placeClues returns the clues without those for bodies that cannot contain the rows' bodies,
// since a sheet may be named after one of the rows. If none is left, it returns all.
func (r *summaryRun) placeClues() []clue {
	var kept []clue
	places := 0
	for _, c := range r.clues {
		isPlace := c.body.level != noLevel && c.body.level < townLevel
		if isPlace {
			places++
		}
		if isPlace || c.body.unit == "" {
			kept = append(kept, c)
		}
	}
	if r.unit < 0 || places == 0 {
		return r.clues
	}
	return kept
}

// regionOf completes the region of a row's body by the region column and the place of the
// table.
func (r *summaryRun) regionOf(row *summaryRow) string {
	region := row.body.region
	if r.region >= 0 {
		if own := squeeze(r.locator.view.at(row.row, r.region).Text); own != "" && !strings.Contains(region, own) {
			region = own + region
		}
	}
	if r.place.level == noLevel || r.place.unit == row.body.unit {
		return region
	}
	above := aboveOf(r.place.region+r.place.unit, region)
	if row.body.level != noLevel && row.body.level <= r.place.level && region == "" {
		return region
	}
	switch {
	case region == "", strings.HasPrefix(above, region) && strings.HasSuffix(above, region):
		return above
	case strings.HasPrefix(region, r.place.unit):
		return r.place.region + region
	case strings.Contains(region, r.place.unit):
		return region
	}
	return above + region
}

// aboveOf returns the part of a place's name that can be above a region: for 青石县 it is 云州市 of
// 云州市临江区, because 青石县 is not in 临江区.
func aboveOf(place, region string) string {
	parts := splitPlace(region).parts
	if len(parts) == 0 || isZone([]rune(parts[0])) {
		return place
	}
	rank, above := splitPlace(parts[0]).last, ""
	for _, part := range splitPlace(place).parts {
		if splitPlace(part).last >= rank && part != parts[0] {
			return above
		}
		above += part
	}
	return place
}
