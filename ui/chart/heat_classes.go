package chart

import (
	"image/color"
	"math"
	"slices"

	"nianbao/ui/words"
)

// classes are the ranges of numbers that share a shade: 0 by itself, then ranges with
// round bounds that contain about equally many numbers.
type classes struct {
	zero   bool
	bounds []float64 // lower ends of the ranges above 0, ascending
	top    float64   // the largest number
	known  int
}

const shades = 5

func newClasses(h Heat) classes {
	var c classes
	var numbers []float64
	for _, s := range h.Rows {
		for i := range h.Columns {
			v, ok := s.at(i)
			switch {
			case ok && v == 0:
				c.zero = true
			case ok:
				numbers = append(numbers, v)
			}
			if ok {
				c.known++
			}
		}
	}
	slices.Sort(numbers)
	if len(numbers) > 0 {
		c.top = numbers[len(numbers)-1]
		c.bounds = []float64{numbers[0]}
	}
	for k := 1; k < shades && len(numbers) > 0; k++ {
		bound := roundBound(numbers[k*len(numbers)/shades], h.Style.Percent)
		if bound > c.bounds[len(c.bounds)-1] && bound <= c.top {
			c.bounds = append(c.bounds, bound)
		}
	}
	return c
}

func (c classes) empty() bool { return c.known == 0 }

// roundBound rounds a bound to two digits, a rate to whole percents.
func roundBound(v float64, percent bool) float64 {
	if percent {
		return math.Round(v*100) / 100
	}
	unit := math.Pow(10, max(0, math.Floor(math.Log10(math.Abs(v)))-1))
	return math.Round(v/unit) * unit
}

// of is the shade of a number, from 0 to 1.
func (c classes) of(v float64) float64 {
	if v == 0 && c.zero || len(c.bounds) == 0 {
		return 0
	}
	place := 1
	for place < len(c.bounds) && v >= c.bounds[place] {
		place++
	}
	return float64(place) / float64(len(c.bounds))
}

// shade turns a shade from 0 to 1 into a colour; 0 is the palest, yet differs from the background.
func (f Frame) shade(place float64) color.NRGBA {
	return blend(f.Palette.Surface, f.Palette.Accent, 0.1+0.85*place)
}

// classLegend shows which numbers have which shade.
func (d *heatDrawing) classLegend() []legendEntry {
	var entries []legendEntry
	if d.classes.zero {
		entries = append(entries, legendEntry{name: d.Style.Format(0), color: d.shade(0)})
	}
	step := math.Pow10(-d.Style.Decimals)
	if d.Style.Percent {
		step /= 100
	}
	for i, lo := range d.classes.bounds {
		hi := d.classes.top
		if i+1 < len(d.classes.bounds) {
			hi = d.classes.bounds[i+1] - step
		}
		name := d.Style.short(KnownValue(lo)) + "–" + d.Style.short(KnownValue(hi))
		if hi <= lo {
			name = d.Style.short(KnownValue(lo))
		}
		entries = append(entries, legendEntry{name: name, color: d.shade(d.classes.of(lo))})
	}
	if d.Unit != "" && len(entries) > 0 {
		last := &entries[len(entries)-1]
		last.name = withUnit(last.name, d.Unit)
	}
	return append(entries, legendEntry{name: d.Words.absent(), color: d.Palette.Void, text: "·"})
}

// TextEquivalent names the largest number and counts the cells that have numbers; the table has all
// of them.
func (h Heat) TextEquivalent() TextEquivalent {
	t := TextEquivalent{Title: h.Title, Head: h.Head, words: h.Words}
	for _, c := range h.Columns {
		t.Columns = append(t.Columns, TextColumn{Name: c.Name})
	}
	best, where, known := Value{}, "", 0
	for _, s := range h.Rows {
		row := TextRow{Name: s.Name}
		for i, c := range h.Columns {
			v := s.value(i)
			row.Cells = append(row.Cells, v)
			if v.Known {
				known++
				if !best.Known || v.Number > best.Number {
					best, where = v, c.Name+" "+s.Name
				}
			}
		}
		t.Rows = append(t.Rows, row)
	}
	t = t.measured(h.Unit, h.Style)
	t.Sentence = h.Words.empty()
	if best.Known {
		t.Sentence = h.Words.say(words.ChartHeatSentence, len(h.Rows), len(h.Columns), known, where, h.Words.value(best, h.Style, h.Unit))
	}
	return t
}

// Sheet shades the cells of the table.
func (h Heat) Sheet() Sheet {
	return Sheet{Drawing: SheetShades, Subtitle: h.Subtitle, Note: seamNotes(h.Seams), Numbers: h.TextEquivalent()}
}

// Without returns the chart itself, which has no legend of series.
func (h Heat) Without(Hidden) Model { return h }
