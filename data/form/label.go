package form

import (
	"strings"
	"unicode"
)

// Label is a label in the normalised form in which printed labels are compared
// with those of the statutory form.
type Label struct {
	Ordinal string // 一, 1, … without brackets and points; "" if none
	Text    string // without spaces, punctuation, ordinal and remark
	Remark  string // explanation in brackets after the text
}

// Normalise maps full-width characters to ASCII, drops spaces, quotes and
// punctuation, and splits a label into ordinal, text and remark.
func Normalise(label string) Label {
	s := fold(label)
	ordinal, s := cutOrdinal(s)
	text, remark := cutRemark(s)
	return Label{Ordinal: ordinal, Text: lettersAndDigits(text), Remark: lettersAndDigits(remark)}
}

// fold maps full-width characters to ASCII and brackets of all kinds to round
// ones, and removes spaces and invisible characters.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			r -= '！' - '!'
		case unicode.IsSpace(r), unicode.IsControl(r), IsInvisible(r):
			return -1
		}
		switch r {
		case '[', '{', '〔', '【', '〖', '﹝':
			return '('
		case ']', '}', '〕', '】', '〗', '﹞':
			return ')'
		}
		return unicode.ToLower(r)
	}, s)
}

// IsInvisible reports whether a character has neither shape nor width, such as
// a zero-width space, a soft hyphen or a variation selector.
func IsInvisible(r rune) bool {
	return unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

const (
	hanNumerals = "一二三四五六七八九十"
	digits      = "0123456789"
	pointMarks  = ".、,．。:：·)"
)

// cutOrdinal removes （一）, 一、, 1. and the like from the beginning. A Chinese
// numeral counts as an ordinal only if a bracket or a point follows it, because
// the text of a label may begin with a numeral. One or two digits need nothing
// after them.
func cutOrdinal(s string) (ordinal, rest string) {
	body, bracketed := strings.CutPrefix(s, "(")
	n := 0
	for n < len(body) && strings.IndexByte(digits, body[n]) >= 0 {
		n++
	}
	isDigit := n > 0
	if !isDigit {
		for _, r := range body {
			if !strings.ContainsRune(hanNumerals, r) {
				break
			}
			n += len(string(r))
		}
	}
	ordinal, rest = body[:n], body[n:]
	if n == 0 || isDigit && n > 2 || rest == "" {
		return "", s
	}
	trimmed := strings.TrimLeft(rest, pointMarks)
	marked := len(trimmed) < len(rest)
	if trimmed == "" || bracketed && !strings.HasPrefix(rest, ")") || !marked && (!isDigit || startsWithAny(rest, "年", "月", "日", "件", "项")) {
		return "", s
	}
	return ordinal, trimmed
}

// cutRemark removes everything from the first bracket on, which is an
// explanation. The bracket need not be closed.
func cutRemark(s string) (text, remark string) {
	if i := strings.IndexByte(s, '('); i > 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

// Notes returns the notes around a label's name: the texts in brackets after it, and the
// text after the last bracket. “行政处罚（罚没金额，万元）数” has the notes 罚没金额 and
// 万元, and 数 after them.
func Notes(label string) (notes []string, behind string) {
	_, s := cutOrdinal(fold(label))
	_, s = cutRemark(s)
	for s != "" {
		inner, opened := strings.CutPrefix(s, "(")
		if !opened {
			break
		}
		n := strings.IndexByte(inner, ')')
		if n < 0 {
			n = len(inner)
		}
		notes = append(notes, strings.FieldsFunc(inner[:n], func(r rune) bool { return strings.ContainsRune(",;、,；。(", r) })...)
		s = strings.TrimLeft(inner[n:], ")")
		if i := strings.IndexByte(s, '('); i > 0 {
			behind, s = behind+s[:i], s[i:]
		}
	}
	return notes, lettersAndDigits(behind + s)
}

// lettersAndDigits removes everything but letters, digits and the slash of 增/减.
func lettersAndDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '/' {
			return r
		}
		return -1
	}, s)
}

func startsWithAny(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}
