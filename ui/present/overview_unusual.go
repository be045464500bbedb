package present

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"nianbao/data"
	"nianbao/ui/chart"
	"nianbao/ui/words"
)

// Thresholds for remarks: below them nothing counts as unusual.
const (
	LeastCases = chart.SmallSample // for a rate, and for the larger of a count's two years
	leastBase  = 10                // for a count in the year before
	leastTimes = 2.0               // a count doubles or halves
	deviations = 3.0               // and changes by more than chance: in standard deviations, √(this year + last year)
	leastPeers = 5                 // units with which a unit's rate is compared
	digitTimes = 8.0               // such a change looks like a digit too many or too few
)

// Remark is something unusual: a plain sentence, the figures behind it, and the criterion.
type Remark struct {
	weight   float64 // the largest come first
	Fault    bool    // an identity fails
	Sentence string
	Figures  [][2]string // what, and how much
	Rule     string      // the criterion for such a remark
	Target   Target      // where the figures are
	Findings bool        // a click leads to the findings instead
}

// Unusual lists what is unusual in the year, by weight.
func (o *Overview) Unusual(say words.Language) []Remark {
	w := remarker{Overview: o, say: say, names: NewBodyNames(UnitBodies(o.Units), say)}
	w.faults()
	for _, m := range Measures(say) {
		if m.Column.IsRate() {
			w.rates(m)
		} else {
			w.jumps(m)
		}
	}
	w.absent()
	slices.SortStableFunc(w.list, func(a, b Remark) int { return cmp.Compare(b.weight, a.weight) })
	return w.list
}

// remarker collects remarks.
type remarker struct {
	*Overview
	say   words.Language
	names BodyNames
	list  []Remark
}

// faults adds a remark about reports that break an identity.
func (w *remarker) faults() {
	r := Remark{weight: 1e6, Fault: true, Findings: true, Rule: w.say.Say(words.RuleFaults)}
	count := map[data.Body]int{}
	var bodies []data.Body
	for _, f := range w.Overview.faults {
		if count[f.Body]++; count[f.Body] == 1 {
			bodies = append(bodies, f.Body)
		}
		r.Figures = append(r.Figures, [2]string{w.names.Name(f.Body), findingText(f, w.say)})
	}
	if len(bodies) == 0 {
		return
	}
	r.Sentence = w.say.Say(words.RemarkFaults, len(bodies), w.listed(bodies), len(w.Overview.faults))
	w.list = append(w.list, r)
}

// listed names the first few of some bodies.
func (w *remarker) listed(bodies []data.Body) string {
	const most = 3
	text := ""
	for i, b := range bodies {
		if i == most {
			return text + w.say.Say(words.RemarkMore, len(bodies)-most)
		}
		if i > 0 {
			text += w.say.Say(words.ListComma)
		}
		text += w.names.Name(b)
	}
	return text
}

// absent adds a remark about units that reported for the year before but not for this one.
func (w *remarker) absent() {
	had := map[data.Body]bool{}
	for _, row := range w.was.Rows {
		had[row.Body] = true
	}
	r := Remark{Rule: w.say.Say(words.RuleAbsent)}
	var bodies []data.Body
	for _, u := range w.Missing() {
		if had[u.Body] {
			bodies = append(bodies, u.Body)
			r.Figures = append(r.Figures, [2]string{w.names.Name(u.Body), w.say.Say(words.RemarkLastReport, u.LastYear)})
		}
	}
	if len(bodies) == 0 {
		return
	}
	r.Sentence = w.say.Say(words.RemarkAbsent, w.listed(bodies), w.Year-1, w.Year)
	r.Target = Target{Bodies: bodies, Year: w.Year - 1, View: data.Applications}
	w.list = append(w.list, r)
}

// jumps adds a remark for each unit whose number doubled or halved by more than chance.
func (w *remarker) jumps(m Measure) {
	var at Target
	at.Show(m.Column)
	before := map[data.Body]data.Row{}
	for _, row := range w.was.Rows {
		before[row.Body] = row
	}
	for _, row := range w.Now.Rows {
		last, reported := before[row.Body]
		var a, b Tally
		if !reported || !a.add(w.was, last, m) || !b.add(w.Now, row, m) {
			continue
		}
		if r, ok := w.jump(m, at, row.Body, a.sum, b.sum); ok {
			w.list = append(w.list, r)
		}
	}
}

func (w *remarker) jump(m Measure, at Target, body data.Body, was, now float64) (Remark, bool) {
	allowed := deviations * math.Sqrt(was+now)
	times := now / was
	if was < leastBase || max(was, now) < LeastCases || math.Abs(now-was) <= allowed || times < leastTimes && times > 1/leastTimes {
		return Remark{}, false
	}
	unit := UnitName(m.Column.Unit, w.say)
	amount := func(n float64) string { return chart.Comma(n, 0) + spaced(unit, w.say) }
	r := Remark{weight: 100 * math.Abs(now-was) / allowed, Target: at}
	r.Target.Bodies = []data.Body{body}
	name := w.names.Name(body)
	if times >= leastTimes {
		r.Sentence = w.say.Say(words.RemarkRise, name, m.Name, amount(now), amount(was), chart.Comma(times, 1))
	} else {
		r.Sentence = w.say.Say(words.RemarkFall, name, m.Name, amount(now), amount(was), chart.Comma((1-times)*100, 1))
	}
	if times >= digitTimes || times <= 1/digitTimes {
		r.Sentence += w.say.Say(words.RemarkDigit)
	}
	r.Figures = [][2]string{
		{w.yearNamed(w.Year), amount(now)}, {w.yearNamed(w.Year - 1), amount(was)},
		{w.say.Say(words.EvidenceChange), chart.Change{From: chart.KnownValue(was), To: chart.KnownValue(now)}.Say(unit, w.say)},
		{w.say.Say(words.EvidenceChance), "±" + amount(math.Round(allowed))},
	}
	r.Rule = w.say.Say(words.RuleJump, LeastCases, leastBase)
	return r, true
}

func (w *remarker) yearNamed(year int) string { return w.say.Say(words.YearOnly, strconv.Itoa(year)) }

// spaced is a unit of measure as it is written after a number.
func spaced(unit string, _ words.Language) string {
	if unit == "" {
		return ""
	}
	return " " + unit
}
