package chart

import "nianbao/ui/words"

// TextEquivalent describes how the total changed and which units moved most; the table has every
// unit.
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
	first, last := steps[0], steps[len(steps)-1]
	unit := w.Unit
	total := Change{From: KnownValue(first.end), To: KnownValue(last.end), Decimals: w.Style.Decimals}
	clauses := []string{w.Words.say(words.ChartWaterfallSentence, w.Before, withUnit(w.Style.short(total.From), unit), w.After, withUnit(w.Style.short(total.To), unit), total.Say(unit, w.Words.Language))}
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
	t.Sentence = w.Words.sentence(clauses)
	return t
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
