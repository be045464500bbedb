package chart

import (
	"math"

	"nianbao/ui/words"
)

// Stack is parts of a whole, one bar per category (a unit or a year) and one segment per series:
// lengths are numbers, or with Share percentages of each bar's known sum.
type Stack struct {
	Title, Subtitle, Note string
	Unit                  string
	Style                 NumberStyle
	Head                  string // what the categories are, for the table: 单位, 年度
	Share                 bool
	Categories            []Category
	Series                []Series
	Totals                []Value // as reported, by category; a bar with another sum is marked
	Broken                []bool  // by category: the parts contradict the total, and are not just left blank
	Hidden                Hidden
	Seams                 []Seam // After is the index of a category
	Words                 Words
}

// stackDrawing is a Stack being laid out.
type stackDrawing struct {
	*drawing
	Stack
	x    scale
	room float64 // width of the names
}

// Draw lays the chart out. If parts of a bar are missing, it says beside the sum how many.
func (s Stack) Draw(f Frame) List {
	d := stackDrawing{drawing: f.start(s.Title, s.Subtitle, s.Words), Stack: s}
	if !anyKnown(s.Series, len(s.Categories)) {
		return d.nothing()
	}
	d.foot(s.Note)
	d.legend(d.legendOf(s.Series, s.Hidden))
	d.room = d.names(len(s.Categories), func(i int) string { return s.Categories[i].Name })
	d.plot.right -= d.sumRoom()
	d.x = d.across(d.scale(), d.axisStyle())
	r := d.rows(len(s.Categories), 22, 44)
	d.acrossRules(d.x)
	d.list.Walk = WalkDown
	r.each(func(i int, y float64) { d.bar(i, y, r.pitch) })
	for _, seam := range s.Seams {
		d.rowSeam(seam, r)
	}
	return d.finish()
}

func (d *stackDrawing) axisStyle() NumberStyle {
	if d.Share {
		return NumberStyle{Percent: true}
	}
	return d.Style
}

func (d *stackDrawing) scale() scale {
	if d.Share {
		return newScale(0, 1, d.ticksAcross(), false)
	}
	top := 0.0
	for i := range d.Categories {
		sum, _, _ := d.sum(i)
		top = max(top, sum)
	}
	return newScale(0, top, d.ticksAcross(), d.Style.Decimals == 0)
}

// sum adds the shown and known parts of a bar, and counts them and those that are missing.
func (s Stack) sum(i int) (sum float64, known, missing int) {
	for _, part := range s.Series {
		if s.Hidden[part.ID()] {
			continue
		}
		if v, ok := part.at(i); ok {
			sum += max(0, v)
			known++
		} else {
			missing++
		}
	}
	return sum, known, missing
}

// sumText is the text after a bar: its sum, and whether parts are missing.
func (s Stack) sumText(i int) string {
	sum, known, missing := s.sum(i)
	if known == 0 {
		return ""
	}
	text := withUnit(s.Style.short(KnownValue(sum)), s.Unit)
	switch {
	case s.disagrees(i):
		return s.Words.say(words.ChartPartsDisagree, s.Style.short(KnownValue(sum)), s.Words.value(s.Totals[i], s.Style, s.Unit))
	case s.undivided(i) > 0:
		return text + s.Words.say(words.ChartUndivided, withUnit(s.Style.short(KnownValue(s.undivided(i))), s.Unit))
	}
	if missing > 0 {
		text += s.Words.say(words.ChartPartsMissing, missing)
	}
	return text
}

// disagrees reports whether a report contradicts itself: the parts of a bar, all of them
// known and shown, do not sum to the reported total.
func (s Stack) disagrees(i int) bool {
	return i < len(s.Broken) && s.Broken[i] && math.Abs(s.surplus(i)) > 1e-9
}

// undivided is the part of a total that is in no part of the bar, if no report
// contradicts itself: some reports give totals only.
func (s Stack) undivided(i int) float64 {
	if s.disagrees(i) {
		return 0
	}
	return max(0, s.surplus(i))
}

// surplus is the total minus the sum of the parts, 0 unless all of them are known and
// shown.
func (s Stack) surplus(i int) float64 {
	sum, known, missing := s.sum(i)
	total, ok := Series{Values: s.Totals}.at(i)
	if !ok || missing > 0 || known < len(s.Series) {
		return 0
	}
	return total - sum
}

func (d *stackDrawing) sumRoom() float64 {
	room, longest := 0.0, 0
	for i := range d.Categories {
		if text := d.valueText(i); len(text) > longest {
			longest, room = len(text), d.Measure(text, noteSize, false)
		}
	}
	return room + 8
}

// valueText is the text after a bar, shortened if the chart is narrow.
func (d *stackDrawing) valueText(i int) string {
	text, room := d.sumText(i), d.Width*0.25
	if d.disagrees(i) && d.Measure(text, noteSize, false) > room {
		sum, _, _ := d.sum(i)
		text = d.Style.short(KnownValue(sum)) + " ≠ " + d.Style.short(d.Totals[i])
	}
	return d.shorten(text, noteSize, room)
}

// bar draws the parts of one category from left to right.
func (d *stackDrawing) bar(i int, y, pitch float64) {
	c := d.Categories[i]
	d.rowName(c.Name, y, d.room, false)
	sum, known, _ := d.sum(i)
	height := math.Floor(min(pitch-6, 26))
	if known == 0 {
		d.gap(d.plot.left+6, y, d.Words.value(d.Series[0].value(i), d.Style, d.Unit))
		return
	}
	from := 0.0
	for k, s := range d.Series {
		v, ok := s.at(i)
		if !ok || d.Hidden[s.ID()] {
			continue
		}
		if v <= 0 {
			continue
		}
		to := from + v
		d.segment(k, i, box{left: d.at(from, sum), right: d.at(to, sum), top: math.Round(y - height/2), bottom: math.Round(y + height/2)})
		from = to
	}
	end := d.plot.right
	if !d.Share {
		end = d.at(sum, sum)
	}
	ink := d.Palette.Muted
	if d.disagrees(i) {
		ink = d.Palette.Fault
	}
	d.list.add(Text{X: end + 6, Y: y + 4, Size: noteSize, Color: ink, Text: d.valueText(i)})
}

func (d *stackDrawing) at(v, sum float64) float64 {
	if d.Share && sum > 0 {
		v /= sum
	}
	return d.x.at(v)
}

// segment draws one part, separated from the next by a hairline of the background, with its number
// if there is room.
func (d *stackDrawing) segment(k, i int, b box) {
	s := d.Series[k]
	fill := d.stepBack(d.tone(k), s.ID())
	width := max(1, b.width()-1)
	d.list.add(Rect{X: b.left, Y: b.top, W: width, H: b.height(), Fill: fill})
	if text := d.segmentText(k, i); d.Measure(text, noteSize, false)+8 <= width {
		d.list.add(Text{X: b.left + width/2, Y: b.top + b.height()/2 + 4, Size: noteSize, Anchor: Middle, Color: d.on(fill), Text: text})
	}
	d.list.Hits = append(d.list.Hits, Hit{X: b.left, Y: b.top, W: max(3, b.width()), H: b.height(), AtX: b.left + width/2, AtY: b.top + b.height()/2,
		Key: s.ID(), Category: d.Categories[i].ID(), Index: i, Tip: d.tip(k, i)})
}

func (d *stackDrawing) segmentText(k, i int) string {
	v := d.Series[k].value(i)
	if d.Share {
		sum, _, _ := d.sum(i)
		return percent(v.Number / sum)
	}
	return d.Style.short(v)
}
