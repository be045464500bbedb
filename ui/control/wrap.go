package control

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
)

// Ruler measures and breaks text of one size. It measures each character once.
type Ruler struct {
	Size   float32
	Bold   bool
	widths map[rune]float32
}

// NewRuler returns a ruler for a size.
func NewRuler(size float32, bold bool) *Ruler {
	return &Ruler{Size: size, Bold: bold, widths: map[rune]float32{}}
}

func (r *Ruler) rune(char rune) float32 {
	w, ok := r.widths[char]
	if !ok {
		w = fyne.MeasureText(string(char), r.Size, fyne.TextStyle{Bold: r.Bold}).Width
		r.widths[char] = w
	}
	return w
}

// Width is the width of a text in one line.
func (r *Ruler) Width(text string) float32 {
	w := float32(0)
	for _, char := range text {
		w += r.rune(char)
	}
	return w
}

// Wrap breaks a text into lines no wider than room: Chinese between any two characters, but never
// before a closing mark; other words are kept together if possible.
func (r *Ruler) Wrap(text string, room float32) []string {
	var lines []string
	for _, paragraph := range strings.Split(text, "\n") {
		lines = append(lines, r.wrapLine([]rune(paragraph), room)...)
	}
	return lines
}

func (r *Ruler) wrapLine(text []rune, room float32) []string {
	var lines []string
	for {
		n := r.fitting(text, room)
		if n >= len(text) {
			return append(lines, string(text))
		}
		n = breakAt(text, n)
		lines = append(lines, strings.TrimRight(string(text[:n]), " "))
		text = text[n:]
	}
}

// fitting is how many characters fit, but at least one.
func (r *Ruler) fitting(text []rune, room float32) int {
	w := float32(0)
	for i, char := range text {
		w += r.rune(char)
		if w > room && i > 0 {
			return i
		}
	}
	return len(text)
}

// breakAt moves a break back to where a line may end.
func breakAt(text []rune, n int) int {
	for at := n; at > 1; at-- {
		if mayBreak(text[at-1], text[at]) {
			return at
		}
	}
	return n
}

func mayBreak(before, after rune) bool {
	const closing, opening = "，。、；：！？）”’》】·.,;:!?)%", "（“‘《【("
	switch {
	case strings.ContainsRune(closing, after), strings.ContainsRune(opening, before):
		return false
	case before == ' ':
		return true
	}
	return isWide(before) || isWide(after)
}

func isWide(char rune) bool {
	return unicode.Is(unicode.Han, char) || char >= 0x3000 && char < 0x3040 || char >= 0xff00
}
