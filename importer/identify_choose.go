package importer

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"nianbao/data/form"
)

// Correction is the user's answer about a report. It overrides everything found in the
// file; empty fields and a zero year change nothing.
type Correction struct {
	File   string // path as given to Run
	Sheet  string // first sheet of the report, "" for the whole file
	Unit   string
	Region string
	Year   int
}

// identification is the body and year of a report with the evidence for them.
type identification struct {
	body      body
	year      int
	evidence  []form.Evidence
	questions []Question
	doubtful  string // the bodies between which the evidence cannot decide, "" if it can

	said     form.Correction  // what the file itself says, and where
	recalled *form.Correction // the earlier answer that was applied, nil if none
	presumed bool             // body or year would be unknown without it
}

// sureEnough is the trust that a single value needs to be an answer, and that a
// contradicting value needs to be worth a question.
const sureEnough = 0.35

// identify chooses the best-supported body and year.
func identify(clues []clue, c *Correction) identification {
	var id identification
	if c != nil {
		if c.Unit != "" {
			clues = append(clues, clue{body: c.body(), place: placeUser, trust: trustUser})
		}
		if c.Year != 0 {
			clues = append(clues, clue{year: c.Year, place: placeUser, trust: trustUser})
		}
	}
	id.chooseUnit(withoutShortNames(withoutPublishers(clues)))
	id.chooseYear(clues)
	return id
}

// body splits a full official name; a name given with its region is used unchanged.
func (c *Correction) body() body {
	if c.Region == "" {
		return bodyOf(squeeze(c.Unit))
	}
	return body{unit: c.Unit, region: c.Region, agency: c.Region + c.Unit}
}

// group is one value with all the clues that support it.
type group struct {
	value string
	best  int // index of the clue trusted most
	trust float64
	texts map[string]bool
}

// groupsOf groups clues by value, in the order of their first occurrence.
func groupsOf(clues []clue, value func(*clue) string) []group {
	var groups []group
	for i := range clues {
		v := value(&clues[i])
		if v == "" {
			continue
		}
		k := 0
		for k < len(groups) && groups[k].value != v {
			k++
		}
		if k == len(groups) {
			groups = append(groups, group{value: v, best: i, trust: clues[i].trust, texts: map[string]bool{}})
		}
		g := &groups[k]
		g.texts[clues[i].place] = true
		if clues[i].trust > g.trust {
			g.best, g.trust = i, clues[i].trust
		}
	}
	return groups
}

// score is the trust of the best place, plus a little for each further place.
func (g *group) score() float64 { return g.trust + 0.02*float64(len(g.texts)-1) }

func bestOf(groups []group) int {
	best := -1
	for i := range groups {
		if best < 0 || groups[i].score() > groups[best].score() {
			best = i
		}
	}
	return best
}

func (id *identification) chooseUnit(clues []clue) {
	groups := groupsOf(clues, func(c *clue) string { return c.body.unit })
	best := bestOf(groups)
	if best < 0 || groups[best].trust < sureEnough {
		id.questions = append(id.questions, Question{Kind: AskUnit, Blocking: true, Found: values(groups)})
		return
	}
	chosen := &clues[groups[best].best]
	if chosen.place != placeUser {
		if hasUnclearSeal(clues) {
			id.questions = append(id.questions, Question{Kind: AskUnit, Blocking: true, Found: values(groups)})
			id.doubtful = strings.Join(values(groups), "|")
			return
		}
		c := choice{clues: clues, groups: groups, best: best}
		if at := c.below(); at >= 0 {
			best, chosen = at, &clues[groups[at].best]
		}
		c.best = best
		if doubts := c.doubts(); len(doubts) > 0 {
			found := append([]string{chosen.body.unit}, doubts...)
			id.doubtful = strings.Join(found, "|")
			id.questions = append(id.questions, Question{Kind: AskUnit, Blocking: true, Found: found})
			return
		}
	}
	id.body = chosen.body
	if chosen.place != placeUser || chosen.body.region == "" {
		id.body.region = regionOf(clues, *chosen)
	}
	for i := range clues {
		if c := &clues[i]; c.body.unit != "" {
			id.evidence = append(id.evidence, c.evidence(fieldUnit, c.body.unit, c.body.unit == id.body.unit))
		}
	}
	if id.body.unit == ownOffice && id.body.region == "" {
		id.questions = append(id.questions, Question{Kind: AskUnit, Blocking: true, Found: []string{chosen.body.agency}})
		id.body, id.evidence = body{}, nil
		return
	}
	id.body = id.body.named()
	if id.body.region != "" {
		id.evidence = append(id.evidence, chosen.evidence(fieldRegion, id.body.region, true))
	}
}

// hasUnclearSeal reports whether the blank for the body has a content that cannot be a
// name.
func hasUnclearSeal(clues []clue) bool {
	return slices.ContainsFunc(clues, func(c clue) bool { return c.unclear })
}

// regionOf returns the longest region that any clue gives for the same unit, or else a
// place of higher rank named by sheet, file or folder.
func regionOf(clues []clue, chosen clue) string {
	region := chosen.body.region
	for i := range clues {
		if b := clues[i].body; b.unit == chosen.body.unit && strings.HasSuffix(b.region, region) && len(b.region) > len(region) {
			region = b.region
		}
	}
	if region != "" {
		return region
	}
	for i := range clues {
		b := clues[i].body
		if b.level != noLevel && b.unit != chosen.body.unit && (chosen.body.level == noLevel || b.level < chosen.body.level || isZoneIn(chosen.body, b)) {
			return b.region + b.unit
		}
	}
	return region
}

// isAbove reports whether a place contains a body; naming it is no contradiction.
func isAbove(place, b body) bool {
	return place.level != noLevel && (strings.Contains(b.region, place.unit) || isBelow(b, place))
}

// LatestYear is the last year that a report can be about: the current one, or one of the
// first two of an edition that is prepared ahead of its time.
func LatestYear() int { return max(time.Now().Year(), form.Latest().FirstYear+1) }

func (id *identification) chooseYear(clues []clue) {
	groups := groupsOf(clues, func(c *clue) string {
		if c.year == 0 {
			return ""
		}
		return strconv.Itoa(c.year)
	})
	best := bestOf(groups)
	if best < 0 || groups[best].trust < sureEnough || len(groups) > 1 && clues[groups[best].best].place == placeText && groups[best].trust <= trustText {
		q := Question{Kind: AskYear, Blocking: true, Found: values(groups)}
		for i := range clues {
			if clues[i].kind == yearDoubtful || clues[i].kind == yearNotOne {
				q.Found = append(q.Found, squeeze(clues[i].detail))
			}
		}
		id.questions = append(id.questions, q)
		return
	}
	chosen := clues[groups[best].best]
	if chosen.place != placeUser {
		for i := range clues {
			if clues[i].kind == yearNotOne && !id.isSettled(&clues[i], &chosen) {
				id.questions = append(id.questions, Question{Kind: AskYear, Blocking: true, Found: []string{strconv.Itoa(chosen.year), squeeze(clues[i].detail)}})
				return
			}
		}
	}
	if chosen.year > LatestYear() {
		id.questions = append(id.questions, Question{Kind: AskYear, Blocking: true, Found: []string{strconv.Itoa(chosen.year)}})
		return
	}
	id.year = chosen.year
	rivals := []string{strconv.Itoa(id.year)}
	for i := range groups {
		if rival := &clues[groups[i].best]; i != best && chosen.place != placeUser && id.contradicts(rival) {
			rivals = append(rivals, strconv.Itoa(rival.year))
		}
	}
	if len(rivals) > 1 {
		id.questions = append(id.questions, Question{Kind: AskYear, Blocking: true, Found: rivals})
		id.year = 0
		return
	}
	for i := range clues {
		if c := &clues[i]; c.year != 0 {
			id.evidence = append(id.evidence, c.evidence(fieldYear, strconv.Itoa(c.year), c.year == id.year))
		}
	}
}

// yearsInDoubt returns the texts that were found instead of one year.
func (id *identification) yearsInDoubt() []string {
	for _, q := range id.questions {
		if q.Kind == AskYear {
			return q.Found
		}
	}
	return nil
}

// isSettled reports whether several years in a file name raise no doubt, because title or
// sheet say which one this is.
func (id *identification) isSettled(doubt, chosen *clue) bool {
	return doubt.place == placeFile && (chosen.place == placeTitle || chosen.place == placeSheet) && isSeveralYears(squeeze(doubt.detail))
}

// contradicts reports whether a clue gives a different year that must be taken seriously.
// Files and folders are often named after the year of publication, which is the next one,
// and running text compares years.
func (id *identification) contradicts(c *clue) bool {
	switch c.place {
	case placeText, placeFolder:
		return false
	case placeFile:
		return c.trust >= sureEnough && c.year != id.year+1
	}
	return c.trust >= sureEnough
}

func values(groups []group) []string {
	var all []string
	for i := range groups {
		all = append(all, groups[i].value)
	}
	return all
}
