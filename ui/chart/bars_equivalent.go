package chart

import "nianbao/ui/words"

// TextEquivalent names the largest number of each series; the table has all numbers.
func (b Bars) TextEquivalent() TextEquivalent {
	series := showing(b.Series, b.Hidden)
	t := seriesEquivalent(b.Words, b.Head, b.Categories, series).measured(b.Unit, b.Style)
	t.Title = b.Title
	var parts []string
	for _, s := range series {
		best := Value{}
		name := ""
		for i, c := range b.Categories {
			if v := s.value(i); v.Known && (!best.Known || v.Number > best.Number) {
				best, name = v, c.Name
			}
		}
		if best.Known {
			parts = append(parts, b.Words.say(words.ChartMostSentence, s.Name, name, b.Words.value(best, b.Style, b.Unit)))
		}
	}
	t.Sentence = b.Words.sentence(parts)
	return t
}

// Sheet draws groups of bars, on a logarithmic axis if the numbers need one.
func (b Bars) Sheet() Sheet {
	return Sheet{Drawing: SheetBars, Subtitle: b.Subtitle, Note: b.Note, Numbers: b.TextEquivalent(), Logarithmic: b.scaling() != SharedScale}
}

// Without switches series off.
func (b Bars) Without(hidden Hidden) Model {
	b.Hidden = hidden
	return b
}
