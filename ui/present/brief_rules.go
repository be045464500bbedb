package present

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/chart"
	"nianbao/ui/words"
)

// BriefSections makes the sentences of a briefing from the facts.
func BriefSections(f BriefFacts, say words.Language) []BriefSection {
	b := briefWriter{facts: f, say: say, now: briefReports(f.Now), before: map[data.Body]*briefReport{}, noted: map[string]bool{}}
	was := briefReports(f.Before)
	for i := range was {
		b.before[was[i].body] = &was[i]
	}
	var bodies []data.Body
	for _, r := range b.now {
		bodies = append(bodies, r.body)
	}
	b.names = NewBodyNames(append(bodies, f.Missing...), say)
	return []BriefSection{
		b.section(words.BriefReporting, b.reporting()),
		b.section(words.BriefApplications, append(b.counts("received"), b.rates("completion-rate", "disclosure-rate", "refusal-rate", "unavailable-rate", "not-processed-rate", "natural-person-share")...)),
		b.section(words.BriefEnforcement, b.counts("licence", "penalty", "coercion")),
		b.section(words.BriefDisputes, append(b.disputes(), b.rates("reconsideration-correction", "litigation-correction")...)),
		b.section(words.BriefAttention, append(b.broken(), b.bodyChanges("received", "licence", "penalty", "coercion")...)),
	}
}

// briefWriter makes clauses.
type briefWriter struct {
	facts  BriefFacts
	say    words.Language
	now    []briefReport
	before map[data.Body]*briefReport
	names  BodyNames
	noted  map[string]bool // metrics that have their footnote
}

// section drops empty sentences.
func (b *briefWriter) section(heading words.Word, sentences [][]Clause) BriefSection {
	kept := slices.DeleteFunc(sentences, func(s []Clause) bool { return len(s) == 0 })
	return BriefSection{b.say.Say(heading), kept}
}

func (b *briefWriter) reporting() [][]Clause {
	f := b.facts
	sentence := []Clause{{Rule: RuleReported, Count: len(f.Now), Numbers: []form.Number{form.Count(int64(f.Expected)), form.Count(int64(f.Expected - len(f.Missing)))},
		Text: b.say.Say(words.BriefExpected, f.Year, f.Expected, f.Expected-len(f.Missing))}}
	if n := len(f.Missing); n > 0 {
		var list []string
		for _, body := range f.Missing {
			list = append(list, b.names.Name(body))
		}
		sentence = append(sentence, Clause{Rule: RuleMissing, Bodies: f.Missing, Count: n, Text: b.say.Say(words.BriefMissing, n, strings.Join(list, b.say.Say(words.ListComma)))})
	}
	if f.Apart > 0 {
		sentence = append(sentence, Clause{Rule: RuleApart, Count: f.Apart, Text: b.say.Say(words.BriefApartAre, f.Apart)})
	}
	return [][]Clause{sentence}
}

// counts makes two sentences about each count: how many with the change since last year, and
// the units with most.
func (b *briefWriter) counts(ids ...string) (sentences [][]Clause) {
	for _, id := range ids {
		m := metricOf(id)
		sentences = append(sentences, b.count(m), b.top(m))
	}
	return sentences
}

func (b *briefWriter) disputes() (sentences [][]Clause) {
	table := form.Latest().Table(form.ReviewTable)
	for i := range table.Items {
		sentences = append(sentences, b.count(totalOf(&table.Items[i], table.TotalColumn())))
	}
	return sentences
}

func (b *briefWriter) count(m briefMetric) []Clause {
	p := m.pair(b.now, b.before)
	if p.all.bodies == 0 {
		return nil
	}
	name := b.say.Say(m.name)
	sentence := []Clause{{Rule: RuleLevel, Metric: m.id, Count: p.all.bodies, Numbers: []form.Number{p.all.sums[0]}, Note: b.note(m),
		Text: b.say.Say(words.BriefLevel, name, b.amount(m, p.all.sums[0]), p.all.bodies)}}
	from, to := p.before.sums[0], p.same.sums[0]
	if p.before.bodies == 0 || from < form.Count(leastBase) {
		return sentence
	}
	c := Clause{Rule: RuleChange, Metric: m.id, Count: p.same.bodies, Numbers: []form.Number{from, to}}
	share := percentText(math.Abs(to.Float()-from.Float()) / from.Float())
	switch {
	case to == from:
		c.Text = b.say.Say(words.BriefSame, p.same.bodies, b.amount(m, to))
	case to > from:
		c.Text = b.say.Say(words.BriefRise, p.same.bodies, b.amount(m, from), b.amount(m, to), b.amount(m, to-from), share)
	default:
		c.Text = b.say.Say(words.BriefFall, p.same.bodies, b.amount(m, from), b.amount(m, to), b.amount(m, from-to), share)
	}
	sentence = append(sentence, c)
	if n := p.all.bodies - p.same.bodies; n > 0 {
		rest := p.all.sums[0] - p.same.sums[0]
		sentence = append(sentence, Clause{Rule: RuleNewcomers, Metric: m.id, Count: n, Numbers: []form.Number{rest}, Text: b.say.Say(words.BriefApart, n, b.amount(m, rest))})
	}
	return sentence
}

// top names the units with most of a count.
func (b *briefWriter) top(m briefMetric) []Clause {
	type entry struct {
		body data.Body
		n    form.Number
	}
	var all []entry
	var total, part form.Number
	for i := range b.now {
		if sums, ok := m.of(&b.now[i]); ok {
			all, total = append(all, entry{b.now[i].body, sums[0]}), total+sums[0]
		}
	}
	if len(all) < leastPeers || total < form.Count(LeastCases) {
		return nil
	}
	slices.SortStableFunc(all, func(x, y entry) int {
		return cmp.Or(cmp.Compare(y.n, x.n), strings.Compare(x.body.String(), y.body.String()))
	})
	if all[topUnits-1].n == all[topUnits].n { // a tie: no three units are first
		return nil
	}
	c := Clause{Rule: RuleTop, Metric: m.id, Count: len(all), Numbers: []form.Number{0, total}}
	var list []string
	for _, e := range all[:topUnits] {
		part += e.n
		c.Bodies, c.Numbers = append(c.Bodies, e.body), append(c.Numbers, e.n)
		list = append(list, b.say.Say(words.BriefTopUnit, b.names.Name(e.body), b.amount(m, e.n)))
	}
	c.Numbers[0] = part
	c.Text = b.say.Say(words.BriefTop, b.say.Say(m.name), strings.Join(list, b.say.Say(words.ListComma)), percentText(part.Float()/total.Float()), part.Grouped(), total.Grouped())
	return []Clause{c}
}

func (b *briefWriter) rates(ids ...string) (sentences [][]Clause) {
	for _, id := range ids {
		sentences = append(sentences, b.rate(metricOf(id)))
	}
	return sentences
}

func (b *briefWriter) rate(m briefMetric) []Clause {
	p := m.pair(b.now, b.before)
	all := fractionOfTally(p.all)
	share, ok := all.Rate()
	if !ok || all.Small() {
		return nil
	}
	sentence := []Clause{{Rule: RuleRate, Metric: m.id, Count: p.all.bodies, Numbers: p.all.sums[:], Note: b.note(m),
		Text: b.say.Say(words.BriefRate, b.say.Say(m.name), percentText(share), p.all.sums[0].Grouped(), p.all.sums[1].Grouped(), p.all.bodies)}}
	from, to := fractionOfTally(p.before), fractionOfTally(p.same)
	was, hadRate := from.Rate()
	is, hasRate := to.Rate()
	if !hadRate || !hasRate || from.Small() || to.Small() || overlaps(from, to) {
		return sentence
	}
	word := words.BriefRateUp
	if is < was {
		word = words.BriefRateDown
	}
	rate := func(t briefTally, share float64) string {
		return percentText(share) + "，" + t.sums[0].Grouped() + "/" + t.sums[1].Grouped()
	}
	if b.say == form.English {
		rate = func(t briefTally, share float64) string {
			return percentText(share) + ", " + t.sums[0].Grouped() + " of " + t.sums[1].Grouped()
		}
	}
	return append(sentence, Clause{Rule: RuleRateChange, Metric: m.id, Count: p.same.bodies, Numbers: append(slices.Clone(p.before.sums[:]), p.same.sums[:]...),
		Text: b.say.Say(word, p.same.bodies, fmt.Sprintf("%.1f", math.Abs(is-was)*100), rate(p.before, was), rate(p.same, is))})
}

// broken makes a sentence that lists the reports whose identities fail.
func (b *briefWriter) broken() (sentences [][]Clause) {
	var sentence []Clause
	for _, r := range b.now {
		n := 0
		for _, j := range r.Judge() {
			if j.Verdict == form.Fail {
				n++
			}
		}
		if n > 0 {
			sentence = append(sentence, Clause{Rule: RuleBroken, Bodies: []data.Body{r.body}, Count: 1, Numbers: []form.Number{form.Count(int64(n))}, Text: b.say.Say(words.BriefBroken, b.names.Name(r.body), n)})
		}
	}
	return append(sentences, sentence)
}

// bodyChanges makes a sentence for each count of one body that doubled or halved by more than
// chance.
func (b *briefWriter) bodyChanges(ids ...string) (sentences [][]Clause) {
	for _, id := range ids {
		m := metricOf(id)
		for i := range b.now {
			r := &b.now[i]
			last := b.before[r.body]
			if last == nil || !m.isComparable(r.Edition, last.Edition) {
				continue
			}
			now, isKnown := m.of(r)
			was, wasKnown := m.of(last)
			if !isKnown || !wasKnown || !isJump(was[0].Float(), now[0].Float()) {
				continue
			}
			sentences = append(sentences, []Clause{b.bodyChange(m, r.body, was[0], now[0])})
		}
	}
	return sentences
}

// isJump reports whether a count doubled or halved by more than chance.
func isJump(was, now float64) bool {
	times := now / was
	return was >= leastBase && max(was, now) >= LeastCases && math.Abs(now-was) > deviations*math.Sqrt(was+now) && (times >= leastTimes || times <= 1/leastTimes)
}

func (b *briefWriter) bodyChange(m briefMetric, body data.Body, was, now form.Number) Clause {
	c := Clause{Rule: RuleBodyChange, Metric: m.id, Bodies: []data.Body{body}, Count: 1, Numbers: []form.Number{was, now}}
	name, what := b.names.Name(body), b.say.Say(m.name)
	if now > was {
		c.Text = b.say.Say(words.BriefDoubled, name, what, b.amount(m, was), b.amount(m, now), fmt.Sprintf("%.1f", now.Float()/was.Float()))
	} else {
		c.Text = b.say.Say(words.BriefHalved, name, what, b.amount(m, was), b.amount(m, now), percentText(1-now.Float()/was.Float()))
	}
	return c
}

// note is the footnote of a metric, at its first mention.
func (b *briefWriter) note(m briefMetric) string {
	if b.noted[m.id] {
		return ""
	}
	b.noted[m.id] = true
	return b.say.Say(words.BriefNote, b.say.Say(m.name), b.say.Say(m.definition))
}

// amount is a number with its unit of measure, in Chinese without a space between.
func (b *briefWriter) amount(m briefMetric, n form.Number) string {
	unit := UnitName(m.unit, b.say)
	if b.say == form.English {
		unit = spaced(unit, b.say)
	}
	return n.Grouped() + unit
}

func percentText(share float64) string { return fmt.Sprintf("%.1f%%", share*100) }

func fractionOfTally(t briefTally) chart.Fraction {
	return chart.Fraction{Part: t.sums[0].Float(), Whole: t.sums[1].Float()}
}

// overlaps reports whether the intervals of two rates overlap, so that they may differ by
// chance.
func overlaps(a, b chart.Fraction) bool {
	fromLo, fromHi, _ := chart.Wilson(a)
	toLo, toHi, _ := chart.Wilson(b)
	return toLo <= fromHi && fromLo <= toHi
}
