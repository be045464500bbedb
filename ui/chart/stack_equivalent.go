package chart

import "nianbao/ui/words"

// tip lists all parts of a bar, the one pointed at in bold, each with its share.
func (d *stackDrawing) tip(k, i int) Tip {
	c := d.Categories[i]
	t := Tip{Title: c.Name, Note: joinNotes(d.Series[k].value(i).Note, c.Note)}
	sum, _, _ := d.sum(i)
	for j, s := range d.Series {
		if d.Hidden[s.ID()] {
			continue
		}
		v := s.value(i)
		text := d.Words.value(v, d.Style, d.Unit)
		if v.Known && sum > 0 {
			text += d.Words.aside(percent(v.Number / sum))
		}
		t.Rows = append(t.Rows, TipRow{Color: d.tone(j), Name: s.Name, Value: text, Strong: j == k})
	}
	return t
}

// joinNotes puts each note on a line of its own.
func joinNotes(notes ...string) string {
	text := ""
	for _, n := range notes {
		if n != "" && text != "" {
			text += "\n"
		}
		text += n
	}
	return text
}

// TextEquivalent names the largest part of the last bar; the table has all numbers.
func (s Stack) TextEquivalent() TextEquivalent {
	t := seriesEquivalent(s.Words, s.Head, s.Categories, s.showing()).measured(s.Unit, s.Style)
	t.Title = s.Title
	for i := range s.Categories {
		if sum, known, _ := s.sum(i); known > 0 {
			k, v := s.largest(i)
			share := Fraction{v.Number, sum}
			t.Sentence = s.Words.say(words.ChartStackSentence, s.Categories[i].Name, s.sumText(i), s.Series[k].Name, s.Words.fraction(share))
		}
	}
	if t.Sentence == "" {
		t.Sentence = s.Words.empty()
	}
	return t
}

// showing returns the series that are not hidden.
func (s Stack) showing() []Series { return showing(s.Series, s.Hidden) }

func showing(series []Series, hidden Hidden) []Series {
	var out []Series
	for _, s := range series {
		if !hidden[s.ID()] {
			out = append(out, s)
		}
	}
	return out
}

func (s Stack) largest(i int) (int, Value) {
	best, at := Value{Number: -1}, 0
	for k, part := range s.Series {
		if v := part.value(i); v.Known && !s.Hidden[part.ID()] && v.Number > best.Number {
			best, at = v, k
		}
	}
	return at, best
}

// anyKnown reports whether any of the first n values of any series is a number.
func anyKnown(series []Series, n int) bool {
	for _, s := range series {
		for i := range n {
			if _, ok := s.at(i); ok {
				return true
			}
		}
	}
	return false
}

// Sheet draws stacked bars, all of the same length if the parts are shares.
func (s Stack) Sheet() Sheet {
	sheet := Sheet{Drawing: SheetStackedBars, Subtitle: s.Subtitle, Note: s.Note, Numbers: s.TextEquivalent()}
	if s.Share {
		sheet.Drawing = SheetShareBars
	}
	return sheet
}

// Without switches parts off.
func (s Stack) Without(hidden Hidden) Model {
	s.Hidden = hidden
	return s
}
