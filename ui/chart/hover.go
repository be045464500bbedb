package chart

import "image/color"

// TipItems draws a ring around the mark and a card beside it that stays inside the frame.
func TipItems(f Frame, hit Hit) []Item {
	const pad, pitch, swatch = 10.0, 18.0, 14.0
	tip := hit.Tip
	names, values := 0.0, 0.0
	for _, row := range tip.Rows {
		names = max(names, f.Measure(row.Name, textSize, row.Strong))
		values = max(values, f.Measure(row.Value, textSize, row.Strong))
	}
	width := max(swatch+names+16+values, f.Measure(tip.Title, textSize, true))
	notes := f.wrap(tip.Note, noteSize, max(width, 220))
	for _, line := range notes {
		width = max(width, f.Measure(line, noteSize, false))
	}
	height := pitch * float64(1+len(tip.Rows)+len(notes))
	x, y := beside(f, hit, width+2*pad, height+2*pad-4)
	items := []Item{
		Rect{X: x + 1, Y: y + 2, W: width + 2*pad, H: height + 2*pad - 4, Radius: 4, Fill: color.NRGBA{A: 0x22}},
		Rect{X: x, Y: y, W: width + 2*pad, H: height + 2*pad - 4, Radius: 4, Fill: f.Palette.Raised, Stroke: f.Palette.Border},
		Text{X: x + pad, Y: y + pad + 10, Size: textSize, Bold: true, Color: f.Palette.Ink, Text: tip.Title},
	}
	line := y + pad + 10
	for _, row := range tip.Rows {
		line += pitch
		if row.Color.A > 0 {
			items = append(items, Dot{X: x + pad + 4, Y: line - 4, R: 4, Fill: row.Color})
		}
		items = append(items,
			Text{X: x + pad + swatch, Y: line, Size: textSize, Bold: row.Strong, Color: f.Palette.Ink, Text: row.Name},
			Text{X: x + pad + width, Y: line, Size: textSize, Bold: row.Strong, Anchor: End, Color: f.Palette.Ink, Text: row.Value})
	}
	for _, note := range notes {
		line += pitch
		items = append(items, Text{X: x + pad, Y: line, Size: noteSize, Color: f.Palette.Muted, Text: note})
	}
	if hit.Key != "" {
		items = append([]Item{Dot{X: hit.AtX, Y: hit.AtY, R: 5.5, Stroke: f.Palette.Ink, Width: 1.5}}, items...)
	}
	return items
}

// beside places a card to the right of a mark, or to its left if there is no room.
func beside(f Frame, hit Hit, width, height float64) (x, y float64) {
	x = hit.AtX + 14
	if x+width > f.Width-4 {
		x = hit.AtX - 14 - width
	}
	y = hit.AtY - height - 8
	return max(4, min(x, f.Width-width-4)), max(4, min(y, f.Height-height-4))
}

// wrap breaks a text into lines no wider than width; Chinese breaks anywhere.
func (f Frame) wrap(text string, size, width float64) []string {
	var lines []string
	line := ""
	for _, char := range text {
		if char == '\n' || f.Measure(line+string(char), size, false) > width && line != "" {
			lines, line = append(lines, line), ""
		}
		if char != '\n' {
			line += string(char)
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// Same reports whether both are hits of the same mark.
func (h Hit) Same(other Hit) bool {
	return h.Key == other.Key && h.Index == other.Index && h.AtX == other.AtX && h.AtY == other.AtY
}
