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
		if l.text() != "" {
			kept = append(kept, l)
		}
	}
	return kept
}

func (l *printedLine) takes(g *glyph) bool {
	const within = 0.5 // of the font's size
	return l.glyphs[0].turn == 0 && g.y-l.y <= within*min(l.size, g.size)
}

// withoutShadows drops characters that are printed a second time to make them
// bold.
func withoutShadows(glyphs []glyph) []glyph {
	const offset = 0.15 // of the font's size
	kept := glyphs[:0]
	for _, g := range glyphs {
		isShadow := false
		for k := len(kept) - 1; k >= 0 && g.left()-kept[k].left() <= offset*g.size; k-- {
			isShadow = isShadow || kept[k].text == g.text
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
		gap   = 0.4 // of the font's size; justified text is spread less
		usual = 0.5 // width of a space
		most  = 4   // spaces
	)
	var b strings.Builder
	for i := range l.glyphs {
		g := &l.glyphs[i]
		if i > 0 {
			before := &l.glyphs[i-1]
			if apart := g.left() - before.right(); apart > gap*g.size && g.text != " " && before.text != " " {
				b.WriteString(strings.Repeat(" ", min(max(int(apart/(usual*g.size)), 1), most)))
			}
		}
		b.WriteString(g.text)
	}
	return strings.TrimSpace(b.String())
}

// cellText joins the lines of a cell of the given width. clear is false if it is
// not certain what the text is: two numbers may have run together.
func cellText(glyphs []glyph, width float64) (text string, clear bool) {
	clear = true
	for i := range glyphs {
		clear = clear && !glyphs[i].vague
	}
	lines := linesOf(uprightText(glyphs))
	for i := range lines {
		next := lines[i].text()
		if text == "" || next == "" {
			text += next
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(text)
		first, _ := utf8.DecodeRuneInString(next)
		switch isNumberRune(last) && isNumberRune(first) {
		case true: // a long number that was broken, or two
			l := &lines[i-1]
			if l.right()-l.left() < width-2*l.size {
				text += "\n"
			}
			text += next
			clear = false
		case false:
			text += next
		}
	}
	return text, clear
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
