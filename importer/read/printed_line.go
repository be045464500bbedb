package read

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// printedLine is a line of text, its glyphs from left to right.
type printedLine struct {
	glyphs []glyph
	y      float64
	size   float64 // of the largest glyph
}

func (l *printedLine) left() float64 { return l.glyphs[0].left() }

func (l *printedLine) right() float64 { return l.glyphs[len(l.glyphs)-1].right() }

// linesOf sorts glyphs into lines, from the top down. Glyphs that are turned make
// up lines of one glyph each.
func linesOf(glyphs []glyph) []printedLine {
	glyphs = slices.Clone(glyphs)
	slices.SortStableFunc(glyphs, func(a, b glyph) int { return cmp.Compare(a.y, b.y) })
	var lines []printedLine
	for _, g := range glyphs {
		if n := len(lines); n > 0 && g.turn == 0 && lines[n-1].takes(&g) {
			l := &lines[n-1]
			l.glyphs, l.size = append(l.glyphs, g), max(l.size, g.size)
			continue
		}
		lines = append(lines, printedLine{glyphs: []glyph{g}, y: g.y, size: g.size})
	}
	kept := lines[:0]
	for _, l := range lines {
		slices.SortStableFunc(l.glyphs, func(a, b glyph) int { return cmp.Compare(a.left(), b.left()) })
		l.glyphs = withoutShadows(l.glyphs)
		if l.text() != "" || l.struck() != "" {
			kept = append(kept, l)
		}
	}
	return kept
}

func (l *printedLine) takes(g *glyph) bool {
	const within = 0.5 // of the font's size
	return l.glyphs[0].turn == 0 && g.y-l.y <= within*min(l.size, g.size)
}

// withoutShadows drops characters that were printed twice to look bold.
func withoutShadows(glyphs []glyph) []glyph {
	const offset = 0.15 // of the font's size
	kept := glyphs[:0]
	for _, g := range glyphs {
		isShadow := false
		for k := len(kept) - 1; k >= 0 && g.left()-kept[k].left() <= offset*g.size; k-- {
			isShadow = isShadow || kept[k].text == g.text && kept[k].home == g.home
		}
		if !isShadow {
			kept = append(kept, g)
		}
	}
	return kept
}

// text returns the text of a line, with spaces where it has gaps.
func (l *printedLine) text() string {
	const (
		usual = 0.5 // width of a space
		most  = 4   // spaces
	)
	var b strings.Builder
	for i := range l.glyphs {
		g := &l.glyphs[i]
		if apart := l.gapBefore(i); apart > 0 && g.text != " " && l.glyphs[i-1].text != " " {
			b.WriteString(strings.Repeat(" ", min(max(int(apart/(usual*g.size)), 1), most)))
		}
		if !g.gone {
			b.WriteString(g.text)
		}
	}
	return strings.TrimSpace(b.String())
}

// struck returns the struck-out text of a line.
func (l *printedLine) struck() string {
	var b strings.Builder
	for i := range l.glyphs {
		if l.glyphs[i].gone {
			b.WriteString(l.glyphs[i].text)
		}
	}
	return b.String()
}

// gapBefore returns the width of the gap before a glyph, 0 if there is none.
func (l *printedLine) gapBefore(i int) float64 {
	const least = 0.4 // of the font's size; justified text is spread less
	if i == 0 {
		return 0
	}
	g := &l.glyphs[i]
	if apart := g.left() - l.glyphs[i-1].right(); apart > least*g.size {
		return apart
	}
	return 0
}

// hasTwoNumbers reports whether there is a gap between digits: they may belong to two
// numbers.
func (l *printedLine) hasTwoNumbers() bool {
	digit := false // whether the last character other than a space is a digit
	gap := false   // whether a gap follows it
	for i := range l.glyphs {
		g := &l.glyphs[i]
		if g.text == " " || l.gapBefore(i) > 0 {
			gap = true
		}
		if g.text == " " || g.gone {
			continue
		}
		if isDigitText(g.text) && digit && gap {
			return true
		}
		digit, gap = isDigitText(g.text), false
	}
	return false
}

// cellText joins the lines of a cell of the given width. clear is false if the text is
// uncertain: two numbers may have run together.
func cellText(glyphs []glyph, width float64) (b block, clear bool) {
	clear = true
	for i := range glyphs {
		clear = clear && !glyphs[i].vague
	}
	var gone omitted
	lines := linesOf(uprightText(glyphs))
	for i := range lines {
		l := &lines[i]
		next := l.text()
		gone.add(struckOut, []byte(l.struck()))
		clear = clear && !l.hasTwoNumbers()
		if b.text != "" && next != "" && endsInDigit(b.text) && isNumberStart(next) { // one long number that was broken, or two numbers
			if before := &lines[i-1]; before.right()-before.left() < width-2*before.size {
				b.text += "\n"
			}
			clear = false
		}
		b.text += next
	}
	b.left = string(gone.text)
	return b, clear
}

func endsInDigit(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return isNumberRune(last)
}

func isNumberStart(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return isNumberRune(first)
}

func isNumberRune(c rune) bool { return c >= '0' && c <= '9' || c >= '０' && c <= '９' }

// uprightText turns the glyphs of a cell in which text runs up or down, so that
// it is upright.
func uprightText(glyphs []glyph) []glyph {
	turned := 0
	for i := range glyphs {
		if glyphs[i].turn == glyphs[0].turn {
			turned++
		}
	}
	if turned < len(glyphs) || turned == 0 || glyphs[0].turn == 0 {
		return glyphs
	}
	upright := slices.Clone(glyphs)
	for i := range upright {
		g := &upright[i]
		g.x, g.y = quarterTurns(g.x, g.y, 4-g.turn)
		g.turn = 0
	}
	return upright
}
