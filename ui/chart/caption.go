package chart

// Captioned puts a caption below a chart that leaves the window. The caption has what the
// window shows around the chart: filters, and notes on what is left out. An empty caption takes
// no space.
func Captioned(draw func(Frame) List, caption string) func(Frame) List {
	if caption == "" {
		return draw
	}
	return func(f Frame) List {
		const line, above, below = 16.0, 4.0, 8.0
		lines := f.wrap(caption, noteSize, f.Width-24)
		room := above + line*float64(len(lines)) + below
		f.Height -= room
		l := draw(f)
		y := l.Height
		if l.Used > 0 && l.Used < y {
			y = l.Used
		}
		l.Height, l.Used = l.Height+room, y+room
		y += above
		for _, text := range lines {
			y += line
			l.add(Text{X: 12, Y: y - 4, Size: noteSize, Color: f.Palette.Muted, Text: text})
		}
		return l
	}
}

// captioned is a model with a caption.
type captioned struct {
	Model
	caption string
}

// WithCaption adds a caption to a model: below the drawing, after the sentence of its text, and in
// the note of its sheet.
func WithCaption(m Model, caption string) Model {
	if caption == "" {
		return m
	}
	return captioned{m, caption}
}

// Draw draws the caption below the chart.
func (c captioned) Draw(f Frame) List { return Captioned(c.Model.Draw, c.caption)(f) }

// TextEquivalent adds the caption to the sentence.
func (c captioned) TextEquivalent() TextEquivalent {
	t := c.Model.TextEquivalent()
	t.Sentence = joinNotes(t.Sentence, c.caption)
	return t
}

// Sheet adds the caption to the note.
func (c captioned) Sheet() Sheet {
	s := c.Model.Sheet()
	s.Note = joinNotes(s.Note, c.caption)
	return s
}

// Without keeps the caption.
func (c captioned) Without(hidden Hidden) Model { return captioned{c.Model.Without(hidden), c.caption} }
