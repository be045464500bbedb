package read

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// placing maps (x, y) to (ax+cy+e, bx+dy+f).
type placing struct{ a, b, c, d, e, f float64 }

var identity = placing{a: 1, d: 1}

func (t placing) apply(x, y float64) (float64, float64) {
	return t.a*x + t.c*y + t.e, t.b*x + t.d*y + t.f
}

// then returns the placing that applies t and then u.
func (t placing) then(u placing) placing {
	e, f := u.apply(t.e, t.f)
	return placing{
		a: u.a*t.a + u.c*t.b, b: u.b*t.a + u.d*t.b,
		c: u.a*t.c + u.c*t.d, d: u.b*t.c + u.d*t.d,
		e: e, f: f,
	}
}

// setPosition computes the position of a glyph from its drawn box and its origin. The box is
// used only if the origin is not at its left, as in vertical writing: the box of 1 or 。 does
// not show where the line is.
func (g *glyph) setPosition(ink box, origin point) {
	const middle = 0.37 // of the font size, above the line
	back := 4 - g.turn
	x, y := quarterTurns((ink.left+ink.right)/2, (ink.top+ink.bottom)/2, back)
	from, base := quarterTurns(origin.x, origin.y, back)
	if g.width = g.size; x >= from && x <= from+g.size && y >= base-g.size && y <= base+middle*g.size {
		r, _ := utf8.DecodeRuneInString(g.text)
		g.width = advance(r) * g.size
		x, y = from+g.width/2, base-middle*g.size
	}
	g.x, g.y = quarterTurns(x, y, g.turn)
}

// advance is the width of a character in most fonts, in font sizes.
func advance(c rune) float64 {
	if c < 0x2E80 && c != '—' && c != '…' && c != '“' && c != '”' {
		return 0.5
	}
	return 1
}

// plainCharacter returns the character that is meant. Many fonts name a glyph by its
// radical (⾏) or by a form kept for compatibility.
func plainCharacter(c rune) string {
	switch {
	case c >= 0x2E80 && c <= 0x2EFF:
		if plain, ok := radicals[c]; ok {
			return plain
		}
	case c >= 0x2F00 && c <= 0x2FDF, c >= 0xF900 && c <= 0xFAFF, c >= 0xFE30 && c <= 0xFE4F:
		return norm.NFKC.String(string(c))
	case c == 0xA0:
		return " "
	}
	return string(c)
}

// radicals maps the radicals that Unicode does not map itself.
var radicals = map[rune]string{
	'⺁': "厂", '⺊': "卜", '⺎': "兀", '⺟': "母", '⺠': "民", '⺫': "罒", '⺮': "竹", '⺯': "糸", '⺰': "纟", '⺶': "羊", '⺻': "聿", '⻁': "虎",
	'⻄': "西", '⻅': "见", '⻆': "角", '⻉': "贝", '⻋': "车", '⻌': "辶", '⻓': "长", '⻔': "门", '⻘': "青", '⻙': "韦", '⻚': "页", '⻛': "风", '⻜': "飞", '⻝': "食",
	'⻢': "马", '⻣': "骨", '⻤': "鬼", '⻥': "鱼", '⻦': "鸟", '⻨': "麦", '⻩': "黄", '⻬': "齐", '⻮': "齿", '⻰': "龙", '⻳': "龟",
}

// isVague reports whether a font does not tell which character it shows.
func isVague(c rune) bool {
	return c == unicode.ReplacementChar || unicode.Is(unicode.Co, c) || c < ' '
}
