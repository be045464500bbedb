package chart

// heading writes title and subtitle and returns where the rest may begin.
func (f Frame) heading(title, subtitle string, list *List) float64 {
	y := 10.0
	if title != "" {
		y += titleSize
		list.add(Text{X: 12, Y: y, Size: titleSize, Bold: true, Color: f.Palette.Ink, Text: f.shorten(title, titleSize, f.Width-24)})
	}
	if subtitle != "" {
		y += noteSize + 7
		list.add(Text{X: 12, Y: y, Size: noteSize, Color: f.Palette.Muted, Text: f.shorten(subtitle, noteSize, f.Width-24)})
	}
	return y + 12
}

// emptyState says in the middle of the frame that there is nothing to show, and what to
// do about it.
func (f Frame) emptyState(w Words, list *List) {
	x, y := f.Width/2, f.Height/2
	list.add(Text{X: x, Y: y, Size: titleSize, Anchor: Middle, Color: f.Palette.Muted, Text: w.empty()},
		Text{X: x, Y: y + 24, Size: textSize, Anchor: Middle, Color: f.Palette.Muted, Text: w.emptyHint()})
}
