package data

import (
	"context"
	"slices"
	"strings"
)

// A summary calls its county 麻阳县; the forms of its towns give the province and the city
// too. All bodies of the county have the longest region known.

// addRegion records the places that a region names, each with those above it.
func (l *savedReports) addRegion(region string) {
	if region == "" || l.regions[region] {
		return
	}
	end := 0
	for _, place := range placesIn(region) {
		end += len(place)
		l.regions[region[:end]] = true
	}
	clear(l.fuller)
}

// fullRegion returns the longest known region that can be the same place, and the region
// itself if there is none, or if several places can be meant.
func (l *savedReports) fullRegion(region string) string {
	if region == "" || isWhole(region) {
		return region
	}
	if full, ok := l.fuller[region]; ok {
		return full
	}
	var list []string
	for known := range l.regions {
		if isFuller(known, region) {
			list = append(list, known)
		}
	}
	full := region
	if len(list) > 0 {
		full = slices.MaxFunc(list, func(a, b string) int { return len(a) - len(b) })
	}
	for _, known := range list {
		if !fits(known, full) {
			full = region
			break
		}
	}
	l.fuller[region] = full
	return full
}

// isFuller reports whether a region names the same last place as another, and more places
// above it.
func isFuller(region, other string) bool {
	return len(region) > len(other) && lastOf(region) == lastOf(other) && fits(region, other)
}

// full is the body with the longest region known. A place is named by the regions of the
// bodies in it as well.
func (l *savedReports) full(b Body) Body {
	if _, isKnown := l.bodies[b]; isKnown {
		return b
	}
	if endsPlace(b.Unit) {
		if above, ok := strings.CutSuffix(l.fullRegion(b.String()), b.Unit); ok {
			return Body{above, b.Unit}
		}
	}
	return Body{l.fullRegion(b.Region), b.Unit}
}

// completeRegion gives the bodies of a place its region, if they were known with a shorter
// one until now.
func (imp *Import) completeRegion(ctx context.Context, region string) error {
	if imp.saved.regions[region] {
		return nil
	}
	imp.saved.addRegion(region)
	short := map[string]bool{}
	for known := range imp.saved.regions {
		if isFuller(region, known) && imp.saved.fullRegion(known) == region {
			short[known] = true
		}
	}
	if len(short) == 0 && len(imp.saved.byName[lastOf(region)]) == 0 {
		return nil
	}
	var list []completion
	for b := range imp.saved.bodies {
		full := Body{region, b.Unit}
		switch {
		case imp.saved.hidden[b]:
			continue
		case short[b.Region]:
		case b.Unit == lastOf(region) && (short[b.String()] || isFuller(region, b.String()) && imp.saved.fullRegion(b.String()) == region):
			full.Region = strings.TrimSuffix(region, b.Unit)
		default:
			continue
		}
		if _, isTaken := imp.saved.bodies[full]; !isTaken {
			list = append(list, completion{b, full})
		}
	}
	return imp.complete(ctx, list...)
}

func lastOf(region string) string {
	places := placesIn(region)
	if len(places) == 0 {
		return ""
	}
	return places[len(places)-1]
}
