package chart

import (
	"image/color"
	"math"

	"nianbao/ui/words"
)

// span is the axis. It begins above 0 if the changes would be slivers beside their totals.
func (d *waterfallDrawing) span() scale {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, s := range d.all {
		lo, hi = min(lo, s.end), max(hi, s.end)
	}
	d.zoomed = lo > 0 && hi-lo < hi*0.4 && hi > lo
	if d.zoomed {
		margin := (hi - lo) / 8
		return newSpan(max(0, lo-margin), hi+margin, 5, d.Style.Decimals == 0)
	}
	return newScale(lo, hi, 5, d.Style.Decimals == 0)
}

// valueText is the text after a bar.
func (d *waterfallDrawing) valueText(s step) string {
	if s.total {
		return withUnit(d.Style.short(KnownValue(s.end)), d.Unit)
	}
	difference := s.end - s.start
	switch text := Comma(math.Abs(difference), max(d.Style.Decimals, decimals(difference))); {
	case difference == 0:
		return d.Words.say(words.ChangeNone)
	case s.coverage && difference < 0:
		return "−" + text
	case s.coverage:
		return "+" + text
	default:
		return arrow(difference) + text
	}
}

func (d *waterfallDrawing) color(s step) color.NRGBA {
	switch {
	case s.total:
		return d.Palette.Muted
	case s.coverage:
		return d.Palette.Faint
	case s.end < s.start:
		return d.Palette.Fall
	default:
		return d.Palette.Rise
	}
}

func (d *waterfallDrawing) step(i int, y float64, r rows) {
	s := d.all[i]
	if s.key != "" && s.key == d.Focus {
		d.spotlight(y, r.pitch)
	}
	d.rowName(s.name, y, d.room, s.total)
	fill := d.color(s)
	height := math.Floor(min(18, r.pitch-6))
	from, to := d.x.at(s.start), d.x.at(s.end)
	switch {
	case s.total && d.zoomed:
		d.list.add(Dot{X: to, Y: y, R: 5, Fill: fill})
	case s.total:
		d.list.add(Rect{X: d.x.at(0), Y: math.Round(y - height/2), W: to - d.x.at(0), H: height, Fill: fill})
	case s.coverage:
		d.list.add(Rect{X: min(from, to) + 0.5, Y: math.Round(y-height/2) + 0.5, W: max(1, math.Abs(to-from)-1), H: height - 1, Stroke: fill, Fill: d.Palette.Void})
	default:
		d.list.add(Rect{X: min(from, to), Y: math.Round(y - height/2), W: max(1, math.Abs(to-from)), H: height, Fill: fill})
	}
	if i+1 < min(len(d.all), r.first+r.count) {
		d.rule(to, math.Round(y+height/2), to, math.Round(y+r.pitch-height/2), d.Palette.Faint)
	}
	ink := fill
	if s.total || s.coverage || s.end == s.start {
		ink = d.Palette.Ink
	}
	d.list.add(Text{X: d.values, Y: y + 4, Size: noteSize, Bold: s.total, Anchor: End, Color: ink, Text: d.valueText(s)})
	key := s.key
	if key == "" {
		key = s.name
	}
	d.rowHit(Hit{Key: key, Index: i, Tip: d.tip(s)}, to, y, r.pitch)
}

func (d *waterfallDrawing) tip(s step) Tip {
	t := Tip{Title: s.name}
	if s.total || s.key == "" {
		t.Rows = []TipRow{{Name: d.Title, Value: d.valueText(s)}}
		if s.coverage {
			t.Note = d.Words.say(words.ChartCoverageNote)
		}
		return t
	}
	t.Rows = []TipRow{{Name: d.Before, Value: d.Words.value(s.from, d.Style, d.Unit)}, {Name: d.After, Value: d.Words.value(s.to, d.Style, d.Unit)},
		{Name: d.Words.say(words.ChartChange), Value: Change{From: s.from, To: s.to, Decimals: d.Style.Decimals}.Say(d.Unit, d.Words.Language), Strong: true}}
	t.Note = joinNotes(s.from.Note, s.to.Note)
	return t
}
