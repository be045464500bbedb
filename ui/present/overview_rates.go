package present

import (
	"math"

	"nianbao/data"
	"nianbao/ui/chart"
	"nianbao/ui/words"
)

// rates adds a remark for each unit whose rate is outside the limits around the rate of all,
// and one if the rate of all changed by more than chance.
func (w *remarker) rates(m Measure) {
	var at Target
	at.Show(m.Column)
	w.shift(m, at)
	points := map[data.Body]chart.Fraction{}
	var all []chart.Fraction
	for _, row := range w.Now.Rows {
		var t Tally
		if t.add(w.Now, row, m) && t.fraction.Whole > 0 {
			points[row.Body] = t.fraction
			all = append(all, t.fraction)
		}
	}
	pool := chart.Pool(all)
	if len(all) < leastPeers {
		return
	}
	for _, row := range w.Now.Rows {
		if f, ok := points[row.Body]; ok && !f.Small() {
			if r, ok := w.outlier(m, at, row.Body, f, pool); ok {
				w.list = append(w.list, r)
			}
		}
	}
}

// outlier compares a unit's rate with the 99.8 % limits around the rate of all.
func (w *remarker) outlier(m Measure, at Target, body data.Body, f, pool chart.Fraction) (Remark, bool) {
	rate, _ := f.Rate()
	pooled, _ := pool.Rate()
	_, outer := chart.Limits(pooled, f.Whole)
	if outer.Holds(rate) {
		return Remark{}, false
	}
	word, limit := words.RemarkBelow, outer.Lo
	if rate > outer.Hi {
		word, limit = words.RemarkAbove, outer.Hi
	}
	s := ChartWords(w.say)
	r := Remark{
		weight:   100 * math.Abs(rate-pooled) / max(1e-9, math.Abs(limit-pooled)),
		Sentence: w.say.Say(word, w.names.Name(body), m.Name, s.Rate(f), s.Percent(pooled), s.Percent(limit)),
		Figures: [][2]string{
			{w.names.Name(body), s.Rate(f)}, {w.say.Say(words.ChartInterval), s.Interval(f)},
			{w.say.Say(words.EvidenceAll), s.Rate(pool)},
			{w.say.Say(words.EvidenceLimits), s.Percent(outer.Lo) + "–" + s.Percent(outer.Hi)},
		},
		Rule:   w.say.Say(words.RuleOutlier, LeastCases, leastPeers),
		Target: at,
	}
	r.Target.Bodies, r.Target.Year = []data.Body{body}, w.Year
	return r, true
}

// shift adds a remark if the rate of the same units changed so much that the intervals of both
// years do not overlap.
func (w *remarker) shift(m Measure, at Target) {
	now, was := w.Now.having(m), w.was.having(m)
	both := func(b data.Body) bool { return now[b] && was[b] }
	a, b := w.was.of(m, both), w.Now.of(m, both)
	from, hasFrom := a.fraction.Rate()
	to, hasTo := b.fraction.Rate()
	if !hasFrom || !hasTo || a.fraction.Small() || b.fraction.Small() {
		return
	}
	fromLo, fromHi, _ := chart.Wilson(a.fraction)
	toLo, toHi, _ := chart.Wilson(b.fraction)
	if toLo <= fromHi && fromLo <= toHi {
		return
	}
	s := ChartWords(w.say)
	step := chart.Change{From: chart.KnownValue(from), To: chart.KnownValue(to), Percent: true}
	r := Remark{
		weight:   150,
		Sentence: w.say.Say(words.RemarkShift, b.counted, m.Name, s.Rate(b.fraction), w.Year-1, s.Rate(a.fraction), step.Say("", w.say)),
		Figures: [][2]string{
			{w.yearNamed(w.Year), s.Rate(b.fraction) + "  " + s.Interval(b.fraction)},
			{w.yearNamed(w.Year - 1), s.Rate(a.fraction) + "  " + s.Interval(a.fraction)},
			{w.say.Say(words.EvidenceChange), step.Say("", w.say)},
		},
		Rule: w.say.Say(words.RuleShift, LeastCases),
	}
	r.Target = at
	w.list = append(w.list, r)
}

// Unjudged counts the units that have too few cases for a rate.
func (o *Overview) Unjudged(m Measure) int {
	n := 0
	for _, row := range o.Now.Rows {
		var t Tally
		if t.add(o.Now, row, m) && t.fraction.Small() {
			n++
		}
	}
	return n
}
