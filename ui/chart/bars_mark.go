package chart

import "math"

// valueRoom is the width that the numbers of some series need after their bars.
func (d *barsDrawing) valueRoom(series []int) float64 {
	longest := ""
	for _, k := range series {
		for i := range d.Categories {
			if v := d.Series[k].value(i); v.Known {
				if text := d.Style.short(v); len(text) > len(longest) {
					longest = text
				}
			}
		}
	}
	return min(d.Measure(longest, noteSize, false)+10, d.Width*0.2)
}

// bar draws one bar and its number after it. A 0 has a number and no bar; a missing value shows the
// reason.
func (d *barsDrawing) bar(x scale, k, i int, y, thick float64) {
	s := d.Series[k]
	v, fill := s.value(i), d.stepBack(d.tone(k), s.ID())
	end := x.at(x.lo)
	if v.Known {
		end = x.at(v.Number)
		d.list.add(Rect{X: min(x.at(0), end), Y: math.Round(y - thick/2), W: math.Abs(end - x.at(0)), H: thick, Fill: fill})
		d.list.add(Text{X: max(end, x.at(0)) + 5, Y: y + 4, Size: noteSize, Color: d.Palette.Ink, Text: d.Style.short(v)})
	} else {
		d.gap(end+5, y, d.Words.value(v, d.Style, d.Unit))
	}
	d.mark(k, i, end, y, box{left: x.from - 2, right: x.to + 60, top: y - thick/2 - 1, bottom: y + thick/2 + 1})
}

func (d *barsDrawing) mark(k, i int, x, y float64, area box) {
	d.list.Hits = append(d.list.Hits, Hit{X: area.left, Y: area.top, W: area.width(), H: area.height(), AtX: x, AtY: y,
		Key: d.Series[k].ID(), Category: d.Categories[i].ID(), Index: i, Tip: d.tip(k, i)})
}

func (d *barsDrawing) tip(k, i int) Tip {
	c := d.Categories[i]
	t := Tip{Title: c.Name, Note: joinNotes(d.Series[k].value(i).Note, c.Note)}
	for _, j := range d.shown {
		t.Rows = append(t.Rows, TipRow{Color: d.tone(j), Name: d.Series[j].Name, Value: d.Words.value(d.Series[j].value(i), d.Style, d.Unit), Strong: j == k && len(d.shown) > 1})
	}
	return t
}

// logarithmic draws dots on an axis whose steps are powers of ten. There are no bars, because
// lengths mean nothing on such an axis; 0 has a place of its own to the left of 1.
func (d *barsDrawing) logarithmic() {
	if len(d.Series) > 1 {
		entries := d.legendOf(d.Series, d.Hidden)
		for i := range entries {
			entries[i].dot = true
		}
		d.legend(entries)
	}
	d.nameColumn()
	d.plot.left += 8
	d.plot.right -= d.valueRoom(d.shown)
	d.plot.top += 18
	x := newDecades(d.top(), d.plot.left, d.plot.right)
	r := d.rows(len(d.Categories), 22, 34)
	taken := math.Inf(-1)
	for _, v := range x.ticks() {
		half := d.Measure(Comma(v, 0), noteSize, false) / 2
		if x.at(v)-half > taken && x.at(v)+half < d.Width-4 {
			d.note(x.at(v), d.plot.top-6, Middle, Comma(v, 0))
			taken = x.at(v) + half + 6
		}
		d.rule(x.at(v), d.plot.top-2, x.at(v), d.plot.bottom, d.Palette.Rule)
	}
	r.each(func(i int, y float64) { d.dots(x, i, y, r.pitch) })
	d.seams(r)
}

// dots draws the numbers of one row on a line from the smallest to the largest.
func (d *barsDrawing) dots(x decades, i int, y, pitch float64) {
	d.rowName(d.Categories[i].Name, y, d.room+8, false)
	lo, hi, known := math.Inf(1), math.Inf(-1), 0
	for _, k := range d.shown {
		if v, ok := d.Series[k].at(i); ok {
			lo, hi, known = min(lo, x.at(v)), max(hi, x.at(v)), known+1
		}
	}
	if known == 0 {
		d.gap(d.plot.left+6, y, d.Words.value(d.Series[0].value(i), d.Style, d.Unit))
		return
	}
	d.rule(x.from, y, hi, y, blend(d.Palette.Faint, d.Palette.Surface, 0.5))
	last := -1
	at := map[float64]float64{}
	for _, k := range d.shown {
		s := d.Series[k]
		if v, ok := s.at(i); ok {
			// Equal numbers are drawn below one another; otherwise one would hide the other.
			shift := at[x.at(v)]
			at[x.at(v)] += 6
			d.list.add(Dot{X: x.at(v), Y: y + shift, R: 4.5, Fill: d.stepBack(d.tone(k), s.ID())})
			d.mark(k, i, x.at(v), y+shift, box{left: x.from - 8, right: d.plot.right + 60, top: y - pitch/2, bottom: y + pitch/2})
			if x.at(v) == hi {
				last = k
			}
		}
	}
	d.list.add(Text{X: hi + 9, Y: y + 4, Size: noteSize, Color: d.Palette.Ink, Text: d.Style.short(d.Series[last].value(i))})
}

// decades is an axis of powers of ten that begins with 0: the step from 0 to 1 is as wide as the
// one from 1 to 10.
type decades struct {
	steps    int
	from, to float64
}

func newDecades(top, from, to float64) decades {
	return decades{steps: 1 + max(1, int(math.Ceil(math.Log10(max(top, 1))-1e-9))), from: from, to: to}
}

func (s decades) at(v float64) float64 {
	place := max(0, v)
	if v > 1 {
		place = 1 + math.Log10(v)
	}
	return math.Round(s.from + (s.to-s.from)*place/float64(s.steps))
}

func (s decades) ticks() []float64 {
	ticks := []float64{0}
	for i := range s.steps {
		ticks = append(ticks, math.Pow10(i))
	}
	return ticks
}
