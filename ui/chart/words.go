package chart

import (
	"strings"

	"nianbao/ui/words"
)

// Words are a chart's own texts, in the user's language. A field that is not "" replaces
// one of the usual sentences.
type Words struct {
	Language  words.Language
	Empty     string // nothing to draw
	EmptyHint string // what to do about it
	More      string // fmt with %d: series left out of the legend
	Absent    string // a year without a report
}

func (w Words) say(word words.Word, args ...any) string { return w.Language.Say(word, args...) }

func (w Words) empty() string     { return w.or(w.Empty, words.ChartEmpty) }
func (w Words) emptyHint() string { return w.or(w.EmptyHint, words.ChartEmptyHint) }
func (w Words) more() string      { return w.or(w.More, words.ChartMore) }
func (w Words) absent() string    { return w.or(w.Absent, words.ChartNoReport) }

func (w Words) or(text string, usual words.Word) string {
	if text != "" {
		return text
	}
	return w.say(usual)
}

// value writes a number in full, with its unit, or the reason why it is missing.
func (w Words) value(v Value, style NumberStyle, unit string) string {
	if !v.Known {
		if v.Text != "" {
			return v.Text
		}
		return w.absent()
	}
	if v.Text != "" || style.Percent {
		return style.short(v)
	}
	return withUnit(style.short(v), unit)
}

// fraction writes a rate with its numerator and denominator: “85.7%（12/14）”.
func (w Words) fraction(f Fraction) string {
	rate, ok := f.Rate()
	if !ok {
		return w.say(words.ChartNoCases)
	}
	return percent(rate) + w.aside(Comma(f.Part, decimals(f.Part))+"/"+Comma(f.Whole, decimals(f.Whole)))
}

// Rate writes a rate with its numerator and denominator: “85.7%（12/14）”.
func (w Words) Rate(f Fraction) string { return w.fraction(f) }

// Interval writes the 95 % interval of a rate: “60.1–96.0%”; "" without cases.
func (w Words) Interval(f Fraction) string { return w.interval(f) }

// Value writes a number in full, with its unit, or the reason why it is missing.
func (w Words) Value(v Value, style NumberStyle, unit string) string { return w.value(v, style, unit) }

// Percent writes a fraction of 1: “85.7%”.
func (w Words) Percent(share float64) string { return percent(share) }

// interval writes the 95 % interval of a rate: “60.1–96.0%”.
func (w Words) interval(f Fraction) string {
	lo, hi, ok := Wilson(f)
	if !ok {
		return ""
	}
	return Comma(lo*100, 1) + "–" + Comma(hi*100, 1) + "%"
}

func percent(rate float64) string { return NumberStyle{Decimals: 1, Percent: true}.Format(rate) }

// aside puts a text in the brackets of the language.
func (w Words) aside(text string) string { return w.say(words.ChangeAside, text) }

// list joins names as a sentence does.
func (w Words) list(names []string) string { return strings.Join(names, w.say(words.ChartListComma)) }

// sentence joins clauses into one sentence; without clauses, it says that there is
// nothing.
func (w Words) sentence(clauses []string) string {
	if len(clauses) == 0 {
		return w.empty()
	}
	return strings.Join(clauses, w.say(words.ChartClauseComma)) + w.say(words.ChartStop)
}
