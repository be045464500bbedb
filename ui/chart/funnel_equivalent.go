package chart

import (
	"cmp"
	"slices"

	"nianbao/ui/words"
)

// TextEquivalent counts the points beyond the limits and names those beyond the outer ones.
func (n Funnel) TextEquivalent() TextEquivalent {
	percents := NumberStyle{Decimals: 1, Percent: true}
	w := n.Words
	t := TextEquivalent{Title: n.Title, Head: n.Head, words: w, Columns: []TextColumn{{Name: n.Title, Style: percents}, {Name: w.say(words.ChartPart)}, {Name: n.Volume},
		{Name: w.say(words.ChartLimit, "95%", "↓"), Style: percents}, {Name: w.say(words.ChartLimit, "95%", "↑"), Style: percents},
		{Name: w.say(words.ChartLimit, "99.8%", "↓"), Style: percents}, {Name: w.say(words.ChartLimit, "99.8%", "↑"), Style: percents}}}
	pool := Pool(fractions(n.Points))
	pooled, ok := pool.Rate()
	if !ok {
		t.Sentence = w.empty()
		return t
	}
	counts, names := [3]int{}, []string{}
	for _, p := range n.Points {
		rate, known := p.Rate()
		if !known {
			continue
		}
		s := standingOf(p.Fraction, pooled)
		counts[s]++
		if s == beyondOuter {
			names = append(names, p.Name)
		}
		inner, outer := Limits(pooled, p.Whole)
		t.Rows = append(t.Rows, TextRow{Name: p.Name, Cells: []Value{KnownValue(rate), KnownValue(p.Part), KnownValue(p.Whole), KnownValue(inner.Lo), KnownValue(inner.Hi), KnownValue(outer.Lo), KnownValue(outer.Hi)}})
	}
	t.Sentence = w.say(words.ChartFunnelSentence, w.fraction(pool), len(t.Rows), counts[beyondInner]+counts[beyondOuter], counts[beyondOuter])
	if len(names) > 0 && len(names) <= 12 {
		t.Sentence += w.aside(w.list(names))
	}
	t.Sentence += w.say(words.ChartStop)
	return t
}

// Sheet draws rate and limits against the number of cases. The rows are ordered by cases; otherwise
// the lines of the limits would run back and forth.
func (n Funnel) Sheet() Sheet {
	const cases = 2 // the column with the denominator
	s := Sheet{Drawing: SheetDots, Subtitle: n.Subtitle, Note: n.Words.say(words.ChartFunnelNote), Numbers: n.TextEquivalent(), Across: cases, Drawn: []int{0, 3, 4, 5, 6}}
	rows := s.Numbers.Rows
	slices.SortStableFunc(rows, func(a, b TextRow) int { return cmp.Compare(a.Cells[cases].Number, b.Cells[cases].Number) })
	if len(rows) > 0 {
		s.Logarithmic = needsLogarithm(rows[0].Cells[cases].Number, rows[len(rows)-1].Cells[cases].Number)
	}
	return s
}

// Without returns the chart itself, which has no legend of series.
func (n Funnel) Without(Hidden) Model { return n }
