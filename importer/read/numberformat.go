package read

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// numberFormat is a number format that shows some numbers in another unit or size than is
// stored: with 元, 万元 or % after them, or divided by ten thousand. Each of its sections
// applies to some numbers.
type numberFormat []formatSection

// formatSection is a part of a number format between semicolons.
type formatSection struct {
	look     *Look  // nil if it shows the number unchanged, or not at all
	operator string // of a condition such as [>=10000], "" if there is none
	limit    float64
}

// maxFormat is the number of letters of a number format that are examined; Excel allows
// 255.
const maxFormat = 1000

// parseNumberFormat returns nil for a format that shows numbers unchanged except for
// decimals, groups and colours, as nearly all do.
func parseNumberFormat(code string) numberFormat {
	code = code[:min(len(code), maxFormat)]
	var all numberFormat
	speaks := false
	for code != "" && len(all) < 4 {
		s := sectionScanner{}
		code = s.scan(code)
		all = append(all, s.section())
		speaks = speaks || all[len(all)-1].look != nil
	}
	if !speaks {
		return nil
	}
	return all
}

// look returns the Look that the format gives a stored number, or nil.
func (f numberFormat) look(number string) *Look {
	switch len(f) {
	case 0:
		return nil
	case 1:
		if f[0].operator == "" {
			return f[0].look
		}
	}
	n, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return nil
	}
	conditions := false
	for _, s := range f {
		if s.operator != "" {
			if conditions = true; s.holds(n) {
				return s.look
			}
		}
	}
	switch {
	case conditions:
		for _, s := range f {
			if s.operator == "" {
				return s.look
			}
		}
		return nil
	case n < 0 && len(f) > 1:
		return f[1].look
	case n == 0 && len(f) > 2:
		return f[2].look
	}
	return f[0].look
}

func (s formatSection) holds(n float64) bool {
	switch s.operator {
	case "<":
		return n < s.limit
	case "<=":
		return n <= s.limit
	case ">":
		return n > s.limit
	case ">=":
		return n >= s.limit
	case "<>":
		return n != s.limit
	default:
		return n == s.limit
	}
}

// sectionScanner collects the texts that a section shows around and between the digits.
type sectionScanner struct {
	prefix, suffix strings.Builder // a suffix followed by more digits becomes part of within
	digits         bool            // a placeholder for digits was seen
	power          int
	commas         int  // after the last placeholder
	typed          bool // a point that is a literal: 0!.0
	point          bool // a real decimal point
	within         string
	formatSection
}

// scan reads a section and returns the code after its semicolon.
func (s *sectionScanner) scan(code string) (rest string) {
	for code != "" {
		for _, general := range []string{"General", "GENERAL", "general", "G/通用格式"} {
			if after, ok := strings.CutPrefix(code, general); ok {
				s.placeholder()
				code = after
			}
		}
		if code == "" {
			break
		}
		r, n := utf8.DecodeRuneInString(code)
		letter := code[:n]
		code = code[n:]
		switch r {
		case ';':
			return code
		case '"':
			quoted, after, _ := strings.Cut(code, `"`)
			s.literal(quoted)
			code = after
		case '\\', '!':
			_, n := utf8.DecodeRuneInString(code)
			s.literal(code[:n])
			code = code[n:]
		case '_', '*':
			_, n := utf8.DecodeRuneInString(code)
			code = code[n:]
		case '[':
			inner, after, _ := strings.Cut(code, "]")
			s.bracket(inner)
			code = after
		case '0', '#', '?', '@':
			s.placeholder()
		case '.':
			s.point = true
			s.endCommas()
		case ',':
			if s.digits && s.suffix.Len() == 0 {
				s.commas++
			} else {
				s.literal(letter)
			}
		case '%':
			s.power -= 2
			s.literal(letter)
		case 'E', 'e', '/':
			if strings.IndexAny(code, "+-0123456789#?") != 0 || !s.digits {
				s.literal(letter)
			}
		default:
			s.literal(letter)
		}
	}
	return ""
}

// placeholder reads a placeholder for digits.
func (s *sectionScanner) placeholder() {
	if between := s.suffix.String(); between != "" {
		switch strings.TrimSpace(between) {
		case ".", "．", "·":
			s.typed = true
		case "", ",", "，", "'", "万", "亿", "-", "+": // groups of digits, an exponent
		default:
			s.within += between
		}
		s.suffix.Reset()
	}
	s.digits = true
	s.commas = 0 // those between digits only group them
	if s.typed && !s.point {
		s.power++
	}
}

// endCommas counts the commas after the last placeholder, each of which divides by a
// thousand.
func (s *sectionScanner) endCommas() {
	s.power += 3 * s.commas
	s.commas = 0
}

func (s *sectionScanner) literal(text string) {
	if !s.digits {
		s.prefix.WriteString(text)
		return
	}
	if s.suffix.Len() == 0 {
		s.endCommas()
	}
	s.suffix.WriteString(text)
}

// bracket reads a condition or a currency; colours and languages show nothing.
func (s *sectionScanner) bracket(inner string) {
	if currency, ok := strings.CutPrefix(inner, "$"); ok {
		currency, _, _ = strings.Cut(currency, "-")
		s.literal(currency)
		return
	}
	s.condition(inner)
}

// condition reads to which numbers a section applies, such as >=10000.
func (s *formatSection) condition(text string) {
	operator := text[:len(text)-len(strings.TrimLeft(text, "<>="))]
	if limit, err := strconv.ParseFloat(strings.TrimSpace(text[len(operator):]), 64); err == nil && operator != "" {
		s.operator, s.limit = operator, limit
	}
}

// section returns what was scanned.
func (s *sectionScanner) section() formatSection {
	s.endCommas()
	if !s.digits {
		return s.formatSection
	}
	l := Look{prefix: bare(s.prefix.String()) + strings.TrimSpace(s.within), suffix: bare(s.suffix.String()), power: s.power}
	if l.power != 0 && l.suffix == "" {
		l.suffix, l.implied = powerWord(l.power), true
	}
	if l.prefix != "" || l.suffix != "" {
		s.look = &l
	}
	return s.formatSection
}

// bare strips a text beside the digits of everything that does not matter to the number:
// currency signs, spaces, punctuation.
func bare(text string) string {
	text = strings.Trim(text, " \u00a0\u3000+-.。:：;；'*·$¥￥€£")
	for _, currency := range []string{"人民币", "RMB", "CNY"} {
		text = strings.Trim(strings.TrimPrefix(text, currency), " \u00a0\u3000:：¥￥")
	}
	if text == "(" || text == ")" || text == "（" || text == "）" { // around a negative number
		return ""
	}
	return text
}
