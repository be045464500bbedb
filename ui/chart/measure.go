package chart

import (
	"fmt"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// NewMeasure returns a Measure over two TrueType fonts, for layouts made without a window.
// It is not safe for concurrent use.
func NewMeasure(regular, bold []byte) (Measure, error) {
	plain, err := sfnt.Parse(regular)
	if err != nil {
		return nil, fmt.Errorf("read the regular font: %w", err)
	}
	strong, err := sfnt.Parse(bold)
	if err != nil {
		return nil, fmt.Errorf("read the bold font: %w", err)
	}
	var buffer sfnt.Buffer
	return func(text string, size float64, isBold bool) float64 {
		face := plain
		if isBold {
			face = strong
		}
		return advance(face, &buffer, text) * size / 1000
	}, nil
}

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
