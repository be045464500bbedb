package chart

import (
	"slices"
	"strconv"

	"nianbao/ui/words"
)

// TextEquivalent describes how each of the first series went from its first known year to its last;
// the table has a row for each year.
func (t Trend) TextEquivalent() TextEquivalent {
	series := showing(t.Series, t.Hidden)
	years := make([]Category, len(t.Years))
	for i, year := range t.Years {
		years[i].Name = strconv.Itoa(year)
	}
	equivalent := seriesEquivalent(t.Words, t.Words.say(words.ChartYear), years, series).measured(t.Unit, t.Style)
	equivalent.Title = t.Title
	const most = 3
	var clauses []string
	for _, s := range series[:min(most, len(series))] {
		if text := t.summary(s); text != "" {
			clauses = append(clauses, text)
		}
	}
	equivalent.Sentence = t.Words.sentence(clauses)
	for _, seam := range t.Seams {
		if i := t.indexAfter(seam.After); i > 0 && len(clauses) > 0 {
			equivalent.Sentence += seam.Note
		}
	}
	return equivalent
}

// summary gives the first and the last known number of a series, with the change between
// them unless a broken seam separates them or they are sums of different units.
func (t Trend) summary(s Series) string {
	first, last := -1, s.last(len(t.Years))
	for i := range t.Years {
		if _, ok := s.at(i); ok && first < 0 {
			first = i
		}
	}
	if first < 0 {
		return ""
	}
	from, to := s.value(first), s.value(last)
	if first == last {
		return t.Words.say(words.ChartPointSentence, s.Name, t.Years[last], t.Words.value(to, t.Style, t.Unit))
	}
	text := t.Words.say(words.ChartTrendSentence, s.Name, t.Years[first], t.Words.value(from, t.Style, t.Unit), t.Years[last], t.Words.value(to, t.Style, t.Unit))
	switch {
	case t.crossesBrokenSeam(first, last):
		return text
	case s.changesUnits(first, last):
		return text + t.Words.say(words.ChartClauseComma) + t.Words.say(words.ChartOtherUnits)
	}
	return text + t.Words.say(words.ChartClauseComma) + Change{From: from, To: to, Percent: t.Style.Percent, Decimals: t.Style.Decimals}.Say(t.Unit, t.Words.Language)
}

// changesUnits reports whether a value after the first, up to the last, is a sum of other
// units than the one before it.
func (s Series) changesUnits(first, last int) bool {
	return slices.ContainsFunc(s.Values[first+1:last+1], func(v Value) bool { return v.Apart })
}

// crossesBrokenSeam reports whether there is a broken seam between two years.
func (t Trend) crossesBrokenSeam(first, last int) bool {
	for _, seam := range t.Seams {
		if seam.Broken && t.Years[first] <= seam.After && seam.After < t.Years[last] {
			return true
		}
	}
	return false
}

// Sheet draws lines that do not cross a broken seam.
func (t Trend) Sheet() Sheet {
	return Sheet{Drawing: SheetLines, Subtitle: t.Subtitle, Note: seamNotes(t.Seams), Numbers: t.TextEquivalent().splitAt(t.Years, t.Seams)}
}

// Without switches series off.
func (t Trend) Without(hidden Hidden) Model {
	t.Hidden = hidden
	return t
}
