package chart

import (
	"image/color"
	"math"
)

// Heat shows numbers of units over years as shades of one colour. Of thousands of units only the
// visible rows are drawn.
type Heat struct {
	Title, Subtitle, Note string
	Unit                  string
	Style                 NumberStyle
	Head                  string // what the rows are, for the table
	Columns               []Category
	Rows                  []Series // one for each unit, Values by column
	Seams                 []Seam   // After is the index of a column
	Words                 Words
}

// heatDrawing is a Heat being laid out.
type heatDrawing struct {
	*drawing
	Heat
	classes classes
	cell    float64 // width of a column
	room    float64 // width of the names
}

// Draw lays the chart out. A blank cell shows the reason and no shade; a year without a report has
// a background of its own.
func (h Heat) Draw(f Frame) List {
	d := heatDrawing{drawing: f.start(h.Title, h.Subtitle, h.Words), Heat: h}
	d.classes = newClasses(h)
	if d.classes.empty() {
		return d.nothing()
	}
	d.foot(h.Note)
	d.legend(d.classLegend())
	d.room = d.names(len(h.Rows), func(i int) string { return h.Rows[i].Name })
	d.cell = math.Floor(min(96, max(14, (d.plot.width()-10)/float64(len(h.Columns)))))
	d.plot.right = min(d.plot.right, d.plot.left+d.cell*float64(len(h.Columns)))
	d.plot.top += 20
	if len(d.Seams) > 0 {
		d.plot.top += 14
	}
	d.columnNames()
	r := d.rows(len(h.Rows), 20, 32)
	r.each(func(i int, y float64) { d.row(i, y, r.pitch) })
	d.columnSeams()
	return d.finish()
}

// columnNames writes as many headings as there is room for.
func (d *heatDrawing) columnNames() {
	widest := 0.0
	for _, c := range d.Columns {
		widest = max(widest, d.Measure(c.Name, noteSize, false))
	}
	every := max(1, int(math.Ceil((widest+6)/d.cell)))
	last := len(d.Columns) - 1
	for i, c := range d.Columns {
		if (last-i)%every == 0 {
			d.note(d.left(i)+d.cell/2, d.plot.top-6, Middle, c.Name)
		}
	}
}

func (d *heatDrawing) left(column int) float64 { return d.plot.left + d.cell*float64(column) }

func (d *heatDrawing) row(i int, y, pitch float64) {
	s := d.Rows[i]
	d.rowName(s.Name, y, d.room, s.ID() == d.Focus)
	for c := range d.Columns {
		d.square(i, c, box{left: d.left(c), right: d.left(c) + d.cell - 1, top: y - pitch/2, bottom: y + pitch/2 - 1})
	}
}

// square is one cell, with its number where there is room.
func (d *heatDrawing) square(i, c int, b box) {
	v := d.Rows[i].value(c)
	fill, ink, text := d.look(v)
	d.list.add(Rect{X: b.left, Y: b.top, W: b.width(), H: b.height(), Fill: fill})
	if d.Measure(text, noteSize, false)+4 <= b.width() {
		d.list.add(Text{X: b.left + b.width()/2, Y: b.top + b.height()/2 + 4, Size: noteSize, Anchor: Middle, Color: ink, Text: text})
	} else if !v.Known {
		d.list.add(Dot{X: b.left + b.width()/2, Y: b.top + b.height()/2, R: 1.2, Fill: ink})
	}
	d.list.Hits = append(d.list.Hits, Hit{X: b.left, Y: b.top, W: b.width() + 1, H: b.height() + 1, AtX: b.left + b.width()/2, AtY: b.top + b.height()/2,
		Key: d.Rows[i].ID(), Category: d.Columns[c].ID(), Index: c, Tip: d.tip(i, c)})
}

// look returns the background, the text colour and the text of a value.
func (d *heatDrawing) look(v Value) (fill, ink color.NRGBA, text string) {
	switch {
	case v.Known:
		fill = d.shade(d.classes.of(v.Number))
		return fill, d.on(fill), d.cellText(v)
	case v.Text == "" || v.Text == d.Words.absent():
		return d.Palette.Void, d.Palette.Faint, "·"
	default:
		return d.Palette.Surface, d.Palette.Muted, v.Text
	}
}

// cellText is the number alone: a rate without its cases, which the tooltip shows.
func (d *heatDrawing) cellText(v Value) string {
	v.Text = ""
	return d.Style.short(v)
}

func (d *heatDrawing) tip(i, c int) Tip {
	s := d.Rows[i]
	v := s.value(c)
	return Tip{Title: s.Name, Rows: []TipRow{{Name: d.Columns[c].Name, Value: d.Words.value(v, d.Style, d.Unit)}}, Note: joinNotes(v.Note, d.Columns[c].Note)}
}

func (d *heatDrawing) columnSeams() {
	for _, s := range d.Seams {
		if s.After < 0 || s.After+1 >= len(d.Columns) {
			continue
		}
		x := d.left(s.After+1) - 0.5
		d.note(x, d.plot.top-22, Middle, s.Label)
		d.list.add(Line{X1: x, Y1: d.plot.top - 16, X2: x, Y2: d.plot.bottom, Width: 1.5, Dash: 4, Color: d.Palette.Ink})
		d.list.Hits = append(d.list.Hits, Hit{X: x - 5, Y: d.plot.top - 18, W: 10, H: 18, AtX: x, AtY: d.plot.top, Tip: Tip{Title: s.Label, Note: s.Note}})
	}
}
