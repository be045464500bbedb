package ui

import (
	"math"

	"nianbao/data"
	"nianbao/ui/chart"
	"nianbao/ui/words"
)

// rates says where a unit's rate lies outside the limits around that of all, and whether the
// rate of all changed beyond chance.
func (w *watcher) rates(m measure) {
	var at target
	at.show(m.column)
	w.shift(m, at)
	points := map[data.Body]chart.Fraction{}
	var all []chart.Fraction
	for _, row := range w.now.rows {
		var t tally
		if t.add(w.now, row, m) && t.fraction.Whole > 0 {
			points[row.Body] = t.fraction
			all = append(all, t.fraction)
		}
	}
	pool := chart.Pool(all)
	if len(all) < leastPeers {
		return
	}
	for _, row := range w.now.rows {
		if f, ok := points[row.Body]; ok && !f.Small() {
			if r, ok := w.outlier(m, at, row.Body, f, pool); ok {
				w.list = append(w.list, r)
			}
		}
	}
}

// outlier compares a unit's rate with the 99.8 % limits around the rate of all.
func (w *watcher) outlier(m measure, at target, body data.Body, f, pool chart.Fraction) (remark, bool) {
	rate, _ := f.Rate()
	pooled, _ := pool.Rate()
	_, outer := chart.Limits(pooled, f.Whole)
	if outer.Holds(rate) {
		return remark{}, false
	}
	word, limit := words.RemarkBelow, outer.Lo
	if rate > outer.Hi {
		word, limit = words.RemarkAbove, outer.Hi
	}
	s := chartWords(w.say)
	r := remark{
		weight:   100 * math.Abs(rate-pooled) / max(1e-9, math.Abs(limit-pooled)),
		sentence: w.say.Say(word, w.names.of(body), m.name, s.Rate(f), s.Percent(pooled), s.Percent(limit)),
		figures: [][2]string{
			{w.names.of(body), s.Rate(f)}, {w.say.Say(words.ChartInterval), s.Interval(f)},
			{w.say.Say(words.EvidenceAll), s.Rate(pool)},
			{w.say.Say(words.EvidenceLimits), s.Percent(outer.Lo) + "–" + s.Percent(outer.Hi)},
		},
		rule:   w.say.Say(words.RuleOutlier, leastCases, leastPeers),
		target: at,
	}
	r.target.bodies, r.target.year = []data.Body{body}, w.year
	return r, true
}

// shift compares the rate of the same units in both years: their intervals must not touch.
func (w *watcher) shift(m measure, at target) {
	now, was := w.now.having(m), w.was.having(m)
	both := func(b data.Body) bool { return now[b] && was[b] }
	a, b := w.was.of(m, both), w.now.of(m, both)
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
	s := chartWords(w.say)
	step := chart.Change{From: chart.Known(from), To: chart.Known(to), Percent: true}
	r := remark{
		weight:   150,
		sentence: w.say.Say(words.RemarkShift, b.counted, m.name, s.Rate(b.fraction), w.year-1, s.Rate(a.fraction), step.Say("", w.say)),
		figures: [][2]string{
			{w.yearNamed(w.year), s.Rate(b.fraction) + "  " + s.Interval(b.fraction)},
			{w.yearNamed(w.year - 1), s.Rate(a.fraction) + "  " + s.Interval(a.fraction)},
			{w.say.Say(words.EvidenceChange), step.Say("", w.say)},
		},
		rule: w.say.Say(words.RuleShift, leastCases),
	}
	r.target = at
	w.list = append(w.list, r)
}

// unjudged counts the units whose rate stands on too few cases.
func (o *overview) unjudged(m measure) int {
	n := 0
	for _, row := range o.now.rows {
		var t tally
		if t.add(o.now, row, m) && t.fraction.Small() {
			n++
		}
	}
	return n
}
