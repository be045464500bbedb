package chart

import (
	"math"
	"strconv"

	"nianbao/ui/words"
)

// pooledLine draws the rate of all units together through the rows and returns where.
func (d *rankingDrawing) pooledLine() float64 {
	rate, ok := Pool(fractions(d.Entries)).Rate()
	if d.Counts || !ok {
		return math.NaN()
	}
	x := d.x.at(rate)
	d.list.add(Line{X1: x, Y1: d.plot.top, X2: x, Y2: d.plot.bottom, Width: 1, Dash: 4, Color: d.Palette.Muted})
	return x
}

// pooledLabel names the line below the rows.
func (d *rankingDrawing) pooledLabel(x float64) {
	if math.IsNaN(x) {
		return
	}
	text := d.Words.say(words.ChartPooled, d.Words.fraction(Pool(fractions(d.Entries))))
	half := d.Measure(text, noteSize, false) / 2
	d.note(max(12+half, min(x, d.Width-12-half)), d.plot.bottom+13, Middle, text)
}

func fractions(entries []Entry) []Fraction {
	out := make([]Fraction, len(entries))
	for i, e := range entries {
		out[i] = e.Fraction
	}
	return out
}

func (d *rankingDrawing) tip(e ranked) Tip {
	t := Tip{Title: e.Name, Note: joinNotes(e.Note, e.Count.Note)}
	if e.rank > 0 {
		t.Rows = append(t.Rows, TipRow{Name: d.Words.say(words.ChartRank), Value: e.place()})
	} else if e.Whole > 0 {
		t.Rows = append(t.Rows, TipRow{Name: d.Words.say(words.ChartRank), Value: d.Words.say(words.ChartSmall, SmallSample)})
	}
	t.Rows = append(t.Rows, TipRow{Name: d.Title, Value: d.value(*e.Entry), Strong: true})
	if interval := d.Words.interval(e.Fraction); !d.Counts && interval != "" {
		t.Rows = append(t.Rows, TipRow{Name: d.Words.say(words.ChartInterval), Value: interval})
	}
	return t
}

// TextEquivalent names the first and the last of the ranked entries; the table has all entries with
// rank, value, cases and interval.
func (k Ranking) TextEquivalent() TextEquivalent {
	all, placed, small := rankEntries(k.Entries, k.Counts)
	t := TextEquivalent{Title: k.Title, Head: k.Head, words: k.Words, Columns: []TextColumn{{Name: k.Words.say(words.ChartRank)}}}
	percents := NumberStyle{Decimals: 1, Percent: true}
	if k.Counts {
		t.Columns = append(t.Columns, TextColumn{Name: k.Title, Unit: k.Unit, Style: k.Style})
	} else {
		t.Columns = append(t.Columns, TextColumn{Name: k.Title, Style: percents}, TextColumn{Name: k.Words.say(words.ChartPart)}, TextColumn{Name: k.Words.say(words.ChartCases)},
			TextColumn{Name: k.Words.say(words.ChartIntervalLow), Style: percents}, TextColumn{Name: k.Words.say(words.ChartIntervalHigh), Style: percents})
	}
	for _, e := range all {
		t.Rows = append(t.Rows, TextRow{Name: e.Name, Cells: k.cells(e)})
	}
	switch {
	case placed > 1:
		t.Sentence = k.Words.say(words.ChartRankSentence, placed, all[0].Name, k.valueText(all[0]), all[placed-1].Name, k.valueText(all[placed-1]), small)
	case placed+small > 0:
		t.Sentence = k.Words.say(words.ChartRankNone, placed, small, SmallSample)
	default:
		t.Sentence = k.Words.empty()
	}
	return t
}

func (k Ranking) valueText(e ranked) string {
	if k.Counts {
		return k.Words.value(e.Count, k.Style, k.Unit)
	}
	return k.Words.fraction(e.Fraction)
}

// cells are the numbers of an entry; a rate without cases has none.
func (k Ranking) cells(e ranked) []Value {
	rank := Value{Text: "–"}
	if e.rank > 0 {
		rank = Value{Number: float64(e.rank), Known: true, Text: strconv.Itoa(e.rank)}
	}
	if k.Counts {
		return []Value{rank, e.Count}
	}
	rate, ok := e.Rate()
	if !ok {
		none := Value{Text: e.Count.Text}
		if none.Text == "" {
			none.Text = k.Words.say(words.ChartNoCases)
		}
		return []Value{rank, none, none, none, none, none}
	}
	lo, hi, _ := Wilson(e.Fraction)
	return []Value{rank, KnownValue(rate), KnownValue(e.Part), KnownValue(e.Whole), KnownValue(lo), KnownValue(hi)}
}

// Sheet draws the rate or count as bars; ranks and intervals are in the table only.
func (k Ranking) Sheet() Sheet {
	s := Sheet{Drawing: SheetBars, Subtitle: k.Subtitle, Numbers: k.TextEquivalent(), Drawn: []int{1}}
	if !k.Counts {
		s.Note = k.Words.say(words.SheetRanking)
	}
	return s
}

// Without returns the chart itself, which has no legend of series.
func (k Ranking) Without(Hidden) Model { return k }
