package chart

// Captioned lays a chart out with a caption below it, which says of a chart that leaves the
// window what stood around it there: filters, and what is left out. An empty caption takes no room.
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
