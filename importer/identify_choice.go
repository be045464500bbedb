package importer

import (
	"regexp"
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

// below returns the index of the only body within the best one that is named closer to the
// report, or -1. The forms of towns may be under the title of their district; the line with the
// seal, the sheet or the file then says which town. The file name does not count against a
// title that names an author, unless it names the own office.
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

// withoutPublishers drops the office that published a web page, if a title names the body that
// reports.
func withoutPublishers(clues []clue) []clue {
	isPublisher := func(c clue) bool { return c.published && c.body.level == noLevel }
	isTitled := slices.ContainsFunc(clues, func(c clue) bool {
		return c.place == placeTitle && !c.sealed && c.body.unit != "" && c.trust >= trustTitle
	})
	if !isTitled || !slices.ContainsFunc(clues, isPublisher) {
		return clues
	}
	return slices.DeleteFunc(slices.Clone(clues), isPublisher)
}

// isBelow reports whether a body can be in a place: an office, a place of lower rank, or a zone
// with its own administration.
func isBelow(b, place body) bool {
	if place.level == noLevel || place.level == townLevel {
		return false
	}
	if b.level != noLevel && b.level <= place.level && !isZoneIn(b, place) {
		return false
	}
	above := place.region + place.unit
	return b.region == "" || strings.HasSuffix(above, b.region) || strings.Contains(plainPlaces(b.region), plainPlace(place.unit)) ||
		b.level == noLevel && place.region == "" && splitPlace(b.region).last < place.level // 云州市生态环境局临江分局
}

// isZoneIn reports whether a body is a zone and can be in a place of the same rank.
func isZoneIn(b, place body) bool {
	return b.level == place.level && isZone([]rune(b.unit)) && !isZone([]rune(place.unit))
}

// peoples are the peoples' names that autonomous places have before their rank;
// 青石苗族侗族自治县 is usually called 青石县.
var peoples = regexp.MustCompile(`(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各)族`)

// plainPlace is the usual form of a place's name.
func plainPlace(name string) string {
	for _, rank := range []string{"县", "州", "旗"} {
		if own, has := strings.CutSuffix(name, "自治"+rank); has {
			if at := peoples.FindStringIndex(own); at != nil && at[0] > 0 && peoples.ReplaceAllString(own[at[0]:], "") == "" {
				own = own[:at[0]]
			}
			return own + rank
		}
	}
	return name
}

// plainPlaces is a region with the usual form of each place's name.
func plainPlaces(region string) string {
	if !strings.Contains(region, "自治") {
		return region
	}
	var b strings.Builder
	name := splitPlace(region)
	for _, part := range name.parts {
		b.WriteString(plainPlace(part))
	}
	return b.String() + name.rest
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
