package chart

import (
	"image/color"
	"math"
	"strconv"

	"nianbao/ui/words"
)

// Multiples is one small line chart for each unit, all alike. Of thousands of units only the
// visible rows of panels are drawn.
type Multiples struct {
	Title, Subtitle, Note string
	Unit                  string
	Style                 NumberStyle
	Head                  string // what the series are, for the table
	OwnScales             bool   // each panel has its own scale; otherwise all share one
	Years                 []int
	Series                []Series
	Seams                 []Seam
	Words                 Words
}

// Sizes of a panel.
const (
	panelWidth  = 150.0
	panelHeight = 84.0
	panelGap    = 14.0
)

// multiplesDrawing is a Multiples being laid out.
type multiplesDrawing struct {
	*drawing
	Multiples
	columns int
	width   float64 // of a panel
	y       scale   // of all panels, unless each has its own
}

// Draw lays the chart out.
func (m Multiples) Draw(f Frame) List {
	d := multiplesDrawing{drawing: f.start(m.Title, m.Subtitle, m.Words), Multiples: m}
	if !anyKnown(m.Series, len(m.Years)) {
		return d.nothing()
	}
	d.foot(joinNotes(d.scaleNote(), m.Note))
	d.y = d.scaleOf(m.Series)
	d.columns = max(1, int((d.plot.width()+panelGap)/(panelWidth+panelGap)))
	d.columns = min(d.columns, max(1, len(m.Series)))
	d.width = math.Floor(min(260, (d.plot.width()+panelGap)/float64(d.columns)-panelGap))
	lines := (len(m.Series) + d.columns - 1) / d.columns
	r := d.rows(lines, panelHeight, 132)
	r.each(func(i int, y float64) {
		for k := i * d.columns; k < min((i+1)*d.columns, len(m.Series)); k++ {
			left := d.plot.left + float64(k%d.columns)*(d.width+panelGap)
			d.panel(k, box{left: left, right: left + d.width, top: y - r.pitch/2, bottom: y + r.pitch/2 - 8})
		}
	})
	return d.finish()
}

// scaleNote explains the heights and names the years that the panels cover.
func (d *multiplesDrawing) scaleNote() string {
	span := strconv.Itoa(d.Years[0]) + "–" + strconv.Itoa(d.Years[len(d.Years)-1])
	if d.OwnScales {
		return d.Words.say(words.ChartPanelsOwn, span)
	}
	s := d.scaleOf(d.Series)
	return d.Words.say(words.ChartPanelsSame, span, d.Style.short(KnownValue(s.lo)), d.Words.value(KnownValue(s.hi), d.Style, d.Unit))
}

// scaleOf returns a scale that covers 0 and the known numbers of some series.
func (d *multiplesDrawing) scaleOf(series []Series) scale {
	lo, hi := 0.0, 0.0
	for _, s := range series {
		for i := range d.Years {
			if v, ok := s.at(i); ok {
				lo, hi = min(lo, v), max(hi, v)
			}
		}
	}
	if lo == hi {
		hi = lo + 1
	}
	return scale{lo: lo, hi: hi}
}

// panel draws one unit: its name and last number above its line.
func (d *multiplesDrawing) panel(k int, b box) {
	s := d.Series[k]
	focused := s.ID() == d.Focus
	if focused {
		d.list.add(Rect{X: b.left - 4, Y: b.top - 2, W: b.width() + 8, H: b.height() + 4, Radius: 3, Fill: d.Palette.Hover})
	}
	said, ink := d.lastText(s)
	room := b.width() - d.Measure(said, noteSize, true) - 6
	d.list.add(Text{X: b.left, Y: b.top + 12, Size: noteSize, Color: d.Palette.Ink, Text: d.shorten(s.Name, noteSize, room)},
		Text{X: b.right, Y: b.top + 12, Size: noteSize, Bold: true, Anchor: End, Color: ink, Text: said})
	y := d.y
	if d.OwnScales {
		y = d.scaleOf([]Series{s})
	}
	l := sparkLine{Frame: d.Frame, years: d.Years, seams: d.Seams, series: s, y: y, area: box{left: b.left + 2, right: b.right - 4, top: b.top + 20, bottom: b.bottom - 2}, color: d.Palette.Series[0]}
	l.y.from, l.y.to = l.area.bottom, l.area.top
	zero := l.y.at(0)
	d.rule(b.left, zero, b.right, zero, d.Palette.Border)
	l.draw(d.list)
	for i := range d.Years {
		d.panelHit(k, i, l, b)
	}
}

// lastText is the number of the last year, or the reason why there is none.
func (d *multiplesDrawing) lastText(s Series) (string, color.NRGBA) {
	v := s.value(len(d.Years) - 1)
	if !v.Known {
		return d.Words.value(v, d.Style, d.Unit), d.Palette.Faint
	}
	v.Text = ""
	return d.Style.short(v), d.Palette.Ink
}

func (d *multiplesDrawing) panelHit(k, i int, l sparkLine, b box) {
	s := d.Series[k]
	y := l.area.bottom
	if v, ok := s.at(i); ok {
		y = l.y.at(v)
	}
	half := l.area.width() / float64(max(1, len(d.Years)-1)) / 2
	d.list.Hits = append(d.list.Hits, Hit{X: l.x(i) - half, Y: b.top, W: 2 * half, H: b.height(), AtX: l.x(i), AtY: y, Key: s.ID(), Category: strconv.Itoa(d.Years[i]), Index: i,
		Tip: Tip{Title: s.Name, Rows: []TipRow{{Name: strconv.Itoa(d.Years[i]), Value: d.Words.value(s.value(i), d.Style, d.Unit)}}, Note: s.value(i).Note}})
}

// TextEquivalent says which unit has the most in the last year; the table has all numbers, in a row
// for each unit.
func (m Multiples) TextEquivalent() TextEquivalent {
	h := Heat{Title: m.Title, Unit: m.Unit, Style: m.Style, Head: m.Head, Rows: m.Series, Words: m.Words}
	for _, year := range m.Years {
		h.Columns = append(h.Columns, Category{Name: strconv.Itoa(year)})
	}
	return h.TextEquivalent()
}

// Sheet draws a small line chart for each unit.
func (m Multiples) Sheet() Sheet {
	return Sheet{Drawing: SheetSmallLines, Subtitle: m.Subtitle, Note: seamNotes(m.Seams), Numbers: m.TextEquivalent(), OwnScales: m.OwnScales}
}

// Without returns the chart itself, which has no legend of series.
func (m Multiples) Without(Hidden) Model { return m }
