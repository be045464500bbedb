package font

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

func TestBothWeightsHaveEveryListedCharacter(t *testing.T) {
	for weight, data := range map[string][]byte{"regular": Regular, "bold": Bold} {
		face := parse(t, data)
		for _, list := range []string{"hanzi.txt", "symbols.txt"} {
			for _, char := range listed(t, list) {
				if !has(t, face, char) {
					t.Errorf("%s lacks %c (%U) of %s", weight, char, char, list)
				}
			}
		}
	}
}

func TestDigitsAreEquallyWide(t *testing.T) {
	for weight, data := range map[string][]byte{"regular": Regular, "bold": Bold} {
		face := parse(t, data)
		zero := width(t, face, '0')
		for _, digit := range "123456789" {
			if w := width(t, face, digit); w != zero {
				t.Errorf("%s: %c is %v wide, 0 is %v", weight, digit, w, zero)
			}
		}
	}
}

func parse(t *testing.T, data []byte) *sfnt.Font {
	t.Helper()
	face, err := sfnt.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return face
}

func has(t *testing.T, face *sfnt.Font, char rune) bool {
	t.Helper()
	index, err := face.GlyphIndex(nil, char)
	if err != nil {
		t.Fatal(err)
	}
	return index != 0
}

func width(t *testing.T, face *sfnt.Font, char rune) fixed.Int26_6 {
	t.Helper()
	index, err := face.GlyphIndex(nil, char)
	if err != nil {
		t.Fatal(err)
	}
	advance, err := face.GlyphAdvance(nil, index, fixed.I(100), font.HintingNone)
	if err != nil {
		t.Fatal(err)
	}
	return advance
}

func listed(t *testing.T, file string) []rune {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var chars []rune
	for line := range strings.Lines(string(text)) {
		if !strings.HasPrefix(line, "#") {
			chars = append(chars, []rune(strings.TrimSpace(line))...)
		}
	}
	return chars
}
