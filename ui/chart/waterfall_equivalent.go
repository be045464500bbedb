package chart

import "nianbao/ui/words"

// TextEquivalent describes how the total of the units with both numbers changed, which of
// them moved most, and what the others have; the table has every unit.
func (w Waterfall) TextEquivalent() TextEquivalent {
	t := TextEquivalent{Title: w.Title, Head: w.Head, words: w.Words, Sentence: w.Words.empty()}
	t.Columns = []TextColumn{{Name: w.Before}, {Name: w.After}, {Name: w.Words.say(words.ChartChange)}}
	for _, m := range w.Entries {
		change := Value{Text: "–"}
		if m.From.Known && m.To.Known {
			change = KnownValue(m.difference())
		}
		t.Rows = append(t.Rows, TextRow{Name: m.Name, Cells: []Value{m.From, m.To, change}})
	}
	t = t.measured(w.Unit, w.Style)
	if !w.HasTotals() {
		if w.Missing != "" {
			t.Sentence = w.Missing
		}
		return t
	}
	steps := w.steps()
	unit := w.Unit
	var clauses []string
	both, onlyBefore, onlyAfter := w.divided()
	if both.units > 0 {
		change := Change{From: KnownValue(both.before), To: KnownValue(both.after), Decimals: w.Style.Decimals}
		clauses = append(clauses, w.Words.say(words.ChartWaterfallSentence, both.units, w.Before, withUnit(w.Style.short(change.From), unit),
			w.After, withUnit(w.Style.short(change.To), unit), change.Say(unit, w.Words.Language)))
	}
	named := steps[1 : len(steps)-1]
	if len(named) > 0 && named[0].key != "" && named[0].end > named[0].start {
		clauses = append(clauses, w.Words.say(words.ChartMostRise, named[0].name, Comma(named[0].end-named[0].start, w.Style.Decimals)))
	}
	for i := len(named) - 1; i >= 0; i-- {
		if s := named[i]; s.key != "" {
			if s.end < s.start {
				clauses = append(clauses, w.Words.say(words.ChartMostFall, s.name, Comma(s.start-s.end, w.Style.Decimals)))
			}
			break
		}
	}
	if onlyBefore.units > 0 {
		clauses = append(clauses, w.Words.say(words.ChartOnlyIn, onlyBefore.units, w.Before, withUnit(w.Style.short(KnownValue(onlyBefore.before)), unit)))
	}
	if onlyAfter.units > 0 {
		clauses = append(clauses, w.Words.say(words.ChartOnlyIn, onlyAfter.units, w.After, withUnit(w.Style.short(KnownValue(onlyAfter.after)), unit)))
	}
	t.Sentence = w.Words.sentence(clauses)
	return t
}

// moverSums are the sums of some units in both years.
type moverSums struct {
	units         int
	before, after float64
}

// divided sums up the units with numbers in both years, apart from those with only one:
// these did not change.
func (w Waterfall) divided() (both, onlyBefore, onlyAfter moverSums) {
	for _, m := range w.Entries {
		sums := &both
		switch {
		case !m.From.Known && !m.To.Known:
			continue
		case !m.To.Known:
			sums = &onlyBefore
		case !m.From.Known:
			sums = &onlyAfter
		}
		sums.units++
		sums.before, sums.after = sums.before+m.From.Number, sums.after+m.To.Number
	}
	return both, onlyBefore, onlyAfter
}

// Sheet draws the steps from one total to the next.
func (w Waterfall) Sheet() Sheet {
	s := Sheet{Drawing: SheetSteps, Subtitle: w.Subtitle, Note: w.Note, Numbers: w.TextEquivalent()}
	if w.HasTotals() {
		s.Steps = w.stackedSteps()
	}
	return s
}

// Without returns the chart itself, which has no legend of series.
func (w Waterfall) Without(Hidden) Model { return w }

// stackedSteps are the bars as a stack whose lowest part is not painted.
func (w Waterfall) stackedSteps() TextEquivalent {
	const base, total, rise, fall, coverage = 0, 1, 2, 3, 4
	t := TextEquivalent{}
	for _, name := range []words.Word{words.SheetBase, words.SheetTotal, words.SheetRise, words.SheetFall, words.SheetCoverage} {
		t.Columns = append(t.Columns, TextColumn{Name: w.Words.say(name), Unit: w.Unit, Style: NumberStyle{Decimals: w.Style.Decimals}})
	}
	for _, s := range w.steps() {
		lo, hi := min(s.start, s.end), max(s.start, s.end)
		part := rise
		switch {
		case s.total:
			lo, part = 0, total
		case s.coverage:
			part = coverage
		case s.end < s.start:
			part = fall
		}
		row := TextRow{Name: s.name, Cells: make([]Value, len(t.Columns))}
		row.Cells[base], row.Cells[part] = KnownValue(lo), KnownValue(hi-lo)
		t.Rows = append(t.Rows, row)
	}
	return t
}
