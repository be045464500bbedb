package read

import (
	"strconv"
	"strings"
	"unicode"
)

// colour is a colour in a file: 24 bits of red, green and blue, or the number of a colour
// that the theme or the palette defines. The zero value is the usual colour.
type colour uint32

const (
	exact   colour = 1 << 24 // the lower bits are red, green and blue
	byTheme colour = 2 << 24
	byIndex colour = 3 << 24
	strange colour = 4 << 24 // a background that is not one colour

	white = exact | 0xFFFFFF
	black = exact
)

// isLost reports whether text of the colour cannot be seen before a background, which is
// white unless the file says otherwise.
func (c colour) isLost(background colour) bool {
	const nearly = 8
	if background == 0 {
		background = white
	}
	if c>>24 != exact>>24 || background>>24 != exact>>24 {
		return c != 0 && c != strange && c == background
	}
	for shift := 0; shift < 24; shift += 8 {
		a, b := int(c>>shift&0xFF), int(background>>shift&0xFF)
		if a-b > nearly || b-a > nearly {
			return false
		}
	}
	return true
}

// hexColour reads #FFFFFF, FFFFFF, #fff, and FFFFFFFF with the opacity first. Anything
// else is the usual colour.
func hexColour(text string) colour {
	text = strings.TrimPrefix(strings.TrimSpace(text), "#")
	switch len(text) {
	case 3:
		text = string([]byte{text[0], text[0], text[1], text[1], text[2], text[2]})
	case 8:
		text = text[2:]
	}
	n, err := strconv.ParseUint(text, 16, 24)
	if err != nil || len(text) != 6 {
		return 0
	}
	return exact | colour(n)
}

// shade returns a shade of grey that a tint makes of white or black.
func shade(c colour, tint string) colour {
	t, err := strconv.ParseFloat(tint, 64)
	if err != nil || t == 0 || c != white && c != black {
		return c
	}
	level := 255 * (1 + min(max(t, -1), 0))
	if c == black {
		level = 255 * min(max(t, 0), 1)
	}
	grey := colour(level)
	return exact | grey<<16 | grey<<8 | grey
}

// indexColour returns a colour of the usual palette of workbooks.
func indexColour(n int) colour {
	basic := []colour{0, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF}
	switch {
	case n >= 0 && n < 2*len(basic):
		return exact | basic[n%len(basic)]
	case n == 64 || n >= 0x7FFF || n < 0:
		return 0
	case n == 65:
		return white
	}
	return byIndex | colour(n)&0xFFFF
}

// areFigures reports whether a text has digits and no letters. Only figures are left out
// because of their colour: the background of a heading may come from a style or a picture
// that the readers do not know.
func areFigures(text []byte) bool {
	digits := false
	for _, r := range string(text) {
		if unicode.IsLetter(r) {
			return false
		}
		digits = digits || unicode.IsDigit(r)
	}
	return digits
}

// unseen returns a cell with nothing but a Look if its text is of the colour of its
// background or its format shows nothing.
func (c Cell) unseen() Cell {
	if !areFigures([]byte(c.Raw())) {
		return c
	}
	var all omitted
	all.add(notShown, []byte(c.Raw()))
	return Cell{Look: all.look("")}
}
