package read

import (
	"errors"
	"strconv"
	"strings"
	"unicode"

	"nianbao/data/form"
)

// Value is a cell read as a figure.
type Value struct {
	Status form.Status
	Value  form.Number // in the unit of the column
	Unit   string      // unit of money printed in the cell or in its heading, "" if none
	Note   string      // why there is no number, if the text does not show it
	Doubt  bool        // only the user can say what the cell means
}

// ValueOf reads a cell as a figure of the column. heading is the unit of money
// printed in the cell's heading, "" if there is none or if it is the column's
// own.
func ValueOf(c Cell, col *form.Column, heading string) Value {
	if n, ok := smallCount(c.Text); ok && c.Kind <= NumberCell && c.Look == nil && (heading == "" || heading == col.Unit) {
		return Value{Status: form.StatusNumber, Value: n}
	}
	switch c.Kind {
	case noValueFormula:
		return Value{Status: form.StatusText, Note: "公式没有保存结果"}
	case errorCell:
		return Value{Status: form.StatusText}
	}
	switch {
	case c.Look == nil:
	case c.Look.doubt:
		return Value{Status: form.StatusText, Doubt: true}
	case c.Look.raw == "":
		return c.Look.number(c, col, heading)
	}
	v := plainValue(c, col)
	if v.Status.HasValue() && IsScaledCount(heading) {
		return Value{Status: form.StatusText, Doubt: true}
	}
	if v.Status.HasValue() && v.Unit == "" && heading != "" && heading != col.Unit {
		v = v.converted(heading, col.Unit)
	}
	if c.Look != nil && c.Look.raw != c.Text && v.Status == form.StatusNumber {
		v.Status = form.StatusNoted
	}
	return v
}

// smallCount reads what nearly all cells hold, a few plain digits, without the
// cost of examining anything else.
func smallCount(s string) (form.Number, bool) {
	if len(s) == 0 || len(s) > 9 {
		return 0, false
	}
	n := int64(0)
	for i := range len(s) {
		if !IsDigit(s[i]) {
			return 0, false
		}
		n = 10*n + int64(s[i]-'0')
	}
	return form.Count(n), true
}

// plainValue reads a cell regardless of its heading.
func plainValue(c Cell, col *form.Column) Value {
	if c.Kind == NumberCell {
		return storedNumber(c.Text)
	}
	text := Tidy(c.Text)
	switch {
	case text == "":
		return Value{Status: form.StatusBlank}
	case isNotApplicable(text):
		return Value{Status: form.StatusNA}
	}
	n, rest, ok := leadingNumber(text)
	if !ok {
		return Value{Status: form.StatusText}
	}
	if rest == "" {
		return Value{Status: form.StatusNumber, Value: n}
	}
	return notedNumber(n, rest, col)
}

// storedNumber reads the stored text of a number cell. Spreadsheets hold binary
// floats, so digits beyond the fifteenth were never typed.
func storedNumber(text string) Value {
	text = strings.TrimSpace(text)
	n, err := form.ParseNumber(text)
	if err == nil {
		return Value{Status: form.StatusNumber, Value: n}
	}
	f, parseErr := strconv.ParseFloat(text, 64)
	if parseErr != nil || errors.Is(err, form.ErrNumberTooLarge) {
		return Value{Status: form.StatusText}
	}
	if n, ok := form.NumberOf(f); ok {
		return Value{Status: form.StatusNumber, Value: n}
	}
	return Value{Status: form.StatusText}
}

// Tidy converts full-width characters to ASCII, drops invisible characters and
// replaces every kind of space by an ordinary one; line breaks stay line
// breaks.
func Tidy(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch {
		case isOrdinary(r):
		case r >= '！' && r <= '～':
			r -= '！' - '!'
		case r == '−' || r == '﹣' || r == '‐' || r == '‑' || r == '–':
			r = '-'
		case r == '﹢':
			r = '+'
		case form.IsInvisible(r):
			continue
		case r == '\n' || r == '\r' || r == '\v' || r == '\u2028' || r == '\u2029':
			r = '\n'
		case unicode.IsSpace(r) || unicode.IsControl(r):
			r = ' '
		}
		b.WriteRune(r)
	}
	return strings.Trim(b.String(), " \n")
}

// IsBlank reports whether a text shows nothing: it has only spaces, of any
// kind, and invisible characters.
func IsBlank(s string) bool {
	for _, r := range s {
		if isOrdinary(r) || !form.IsInvisible(r) && !unicode.IsSpace(r) && !unicode.IsControl(r) {
			return false
		}
	}
	return true
}

// isPlain reports whether a text needs no tidying: most cells are short digits
// or Chinese characters.
func isPlain(s string) bool {
	for _, r := range s {
		if !isOrdinary(r) {
			return false
		}
	}
	return true
}

// isOrdinary reports whether a character is visible and left alone by Tidy. It
// does not consult the Unicode tables.
func isOrdinary(r rune) bool {
	return r > ' ' && r < 0x7f || r >= '一' && r <= '龥' || r >= '、' && r <= '】'
}

// IsNotApplicable reports whether a cell holds words or signs for “nothing to report”.
func (c *Cell) IsNotApplicable() bool {
	if c.Text == "" || IsDigit(c.Text[0]) || c.Kind == NumberCell {
		return false
	}
	text := Tidy(c.Text)
	return text != "" && isNotApplicable(text)
}

// isNotApplicable reports whether a tidied text means “nothing to report”.
func isNotApplicable(s string) bool {
	switch strings.TrimRight(s, "。. ") {
	case "无", "不适用", "N/A", "n/a":
		return true
	}
	return strings.Trim(s, `/\`) == "" || strings.Trim(s, "-—―─ ") == ""
}

// leadingNumber reads the number at the beginning of a tidied text and returns what follows it.
// A number ends with its last digit: “22-25” is not a number.
func leadingNumber(s string) (n form.Number, rest string, ok bool) {
	s = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(s, "¥"), "￥"))
	sign := ""
	if s != "" && (s[0] == '-' || s[0] == '+') {
		sign, s = s[:1], strings.TrimLeft(s[1:], " ")
	}
	end := 0
	for end < len(s) && (IsDigit(s[end]) || end+1 < len(s) && strings.IndexByte("., ", s[end]) >= 0 && IsDigit(s[end+1])) {
		end++
	}
	digits, ok := ungrouped(s[:end])
	if !ok {
		return 0, "", false
	}
	n, err := form.ParseNumber(sign + digits)
	if err != nil {
		return 0, "", false
	}
	return n, strings.TrimSpace(s[end:]), true
}

// IsDigit reports whether a byte is an ASCII digit.
func IsDigit(c byte) bool { return c >= '0' && c <= '9' }

// ungrouped removes thousands separators. ok is false if the groups do not have
// three digits or the separators differ, because the number is then anyone's
// guess.
func ungrouped(s string) (digits string, ok bool) {
	whole, fraction, hasFraction := strings.Cut(s, ".")
	for _, separator := range []string{",", " "} {
		if !strings.Contains(whole, separator) {
			continue
		}
		groups := strings.Split(whole, separator)
		for i, g := range groups {
			if len(g) != 3 && (i > 0 || len(g) == 0 || len(g) > 3) {
				return "", false
			}
		}
		whole = strings.Join(groups, "")
	}
	if hasFraction {
		whole += "." + fraction
	}
	return whole, whole != "" && strings.Trim(whole, "0123456789.") == ""
}
