package chart

import (
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// advance is the width of a text at 1000 points; a character the font lacks counts as wide.
func advance(face *sfnt.Font, buffer *sfnt.Buffer, text string) float64 {
	var sum fixed.Int26_6
	for _, char := range text {
		index, err := face.GlyphIndex(buffer, char)
		if err != nil {
			index = 0
		}
		width, err := face.GlyphAdvance(buffer, index, fixed.I(1000), font.HintingNone)
		if err != nil {
			width = fixed.I(1000)
		}
		sum += width
	}
	return float64(sum) / 64
}
