package ui

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"nianbao/data"
	"nianbao/ui/chart"
	"nianbao/ui/words"
)

// Thresholds of what is called unusual. Below them nothing is said.
const (
	leastCases = chart.SmallSample // of a rate, and of a count in the larger of two years
	leastBase  = 10                // of a count in the year before
	leastTimes = 2.0               // a count doubles, or halves
	deviations = 3.0               // and changes by more than chance would: of √(this year + last year)
	leastPeers = 5                 // units that a unit's rate is compared with
	digitTimes = 8.0               // a change that looks like a digit too many or too few
)

// remark is something unusual: a plain sentence, the figures it stands on, and the rule.
type remark struct {
	weight   float64 // heavier ones first
	fault    bool    // of an identity that fails
	sentence string
	figures  [][2]string // what, and how much
	rule     string      // when such a sentence is said
	target   target      // where the figures stand
	findings bool        // leads to the findings instead
}

// unusual lists what is unusual in the year, the heaviest first.
func (o *overview) unusual(say words.Language) []remark {
	w := watcher{overview: o, say: say, names: newChartNames(unitBodies(o.units), say)}
	w.faults()
	for _, m := range measures(say) {
		if m.column.IsRate() {
			w.rates(m)
		} else {
			w.jumps(m)
		}
	}
	w.absent()
	slices.SortStableFunc(w.list, func(a, b remark) int { return cmp.Compare(b.weight, a.weight) })
	return w.list
}

// watcher collects remarks.
type watcher struct {
	*overview
	say   words.Language
	names chartNames
	list  []remark
}

// faults says which reports break an identity.
func (w *watcher) faults() {
	r := remark{weight: 1e6, fault: true, findings: true, rule: w.say.Say(words.RuleFaults)}
	count := map[data.Body]int{}
	var bodies []data.Body
	for _, f := range w.overview.faults {
		if count[f.Body]++; count[f.Body] == 1 {
			bodies = append(bodies, f.Body)
		}
		r.figures = append(r.figures, [2]string{w.names.of(f.Body), findingText(f, w.say)})
	}
	if len(bodies) == 0 {
		return
	}
	r.sentence = w.say.Say(words.RemarkFaults, len(bodies), w.listed(bodies), len(w.overview.faults))
	w.list = append(w.list, r)
}

// listed names the first few of some bodies.
func (w *watcher) listed(bodies []data.Body) string {
	const most = 3
	text := ""
	for i, b := range bodies {
		if i == most {
			return text + w.say.Say(words.RemarkMore, len(bodies)-most)
		}
		if i > 0 {
			text += w.say.Say(words.ListComma)
		}
		text += w.names.of(b)
	}
	return text
}

// absent says who reported the year before and not this year.
func (w *watcher) absent() {
	had := map[data.Body]bool{}
	for _, row := range w.was.rows {
		had[row.Body] = true
	}
	r := remark{rule: w.say.Say(words.RuleAbsent)}
	var bodies []data.Body
	for _, u := range w.missing() {
		if had[u.Body] {
			bodies = append(bodies, u.Body)
			r.figures = append(r.figures, [2]string{w.names.of(u.Body), w.say.Say(words.RemarkLastReport, u.LastYear)})
		}
	}
	if len(bodies) == 0 {
		return
	}
	r.sentence = w.say.Say(words.RemarkAbsent, w.listed(bodies), w.year-1, w.year)
	r.target = target{bodies: bodies, year: w.year - 1, view: data.Applications}
	w.list = append(w.list, r)
}

// jumps says where a unit's number doubled or halved beyond chance.
func (w *watcher) jumps(m measure) {
	var at target
	at.show(m.column)
	before := map[data.Body]data.Row{}
	for _, row := range w.was.rows {
		before[row.Body] = row
	}
	for _, row := range w.now.rows {
		last, reported := before[row.Body]
		var a, b tally
		if !reported || !a.add(w.was, last, m) || !b.add(w.now, row, m) {
			continue
		}
		if r, ok := w.jump(m, at, row.Body, a.sum, b.sum); ok {
			w.list = append(w.list, r)
		}
	}
}

func (w *watcher) jump(m measure, at target, body data.Body, was, now float64) (remark, bool) {
	allowed := deviations * math.Sqrt(was+now)
	times := now / was
	if was < leastBase || max(was, now) < leastCases || math.Abs(now-was) <= allowed || times < leastTimes && times > 1/leastTimes {
		return remark{}, false
	}
	unit := unitName(m.column.Unit, w.say)
	amount := func(n float64) string { return chart.Comma(n, 0) + spaced(unit, w.say) }
	r := remark{weight: 100 * math.Abs(now-was) / allowed, target: at}
	r.target.bodies = []data.Body{body}
	name := w.names.of(body)
	if times >= leastTimes {
		r.sentence = w.say.Say(words.RemarkRise, name, m.name, amount(now), amount(was), chart.Comma(times, 1))
	} else {
		r.sentence = w.say.Say(words.RemarkFall, name, m.name, amount(now), amount(was), chart.Comma((1-times)*100, 1))
	}
	if times >= digitTimes || times <= 1/digitTimes {
		r.sentence += w.say.Say(words.RemarkDigit)
	}
	r.figures = [][2]string{
		{w.yearNamed(w.year), amount(now)}, {w.yearNamed(w.year - 1), amount(was)},
		{w.say.Say(words.EvidenceChange), chart.Change{From: chart.Known(was), To: chart.Known(now)}.Say(unit, w.say)},
		{w.say.Say(words.EvidenceChance), "±" + amount(math.Round(allowed))},
	}
	r.rule = w.say.Say(words.RuleJump, leastCases, leastBase)
	return r, true
}

func (w *watcher) yearNamed(year int) string { return w.say.Say(words.YearOnly, strconv.Itoa(year)) }

// spaced is a unit of measure as it follows a number.
func spaced(unit string, _ words.Language) string {
	if unit == "" {
		return ""
	}
	return " " + unit
}
