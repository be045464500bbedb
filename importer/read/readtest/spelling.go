package readtest

import (
	"fmt"
	"strconv"
	"strings"
)

// Padding is an invisible part of a cell's text.
type Padding struct {
	Name, Text string
	Joins      bool // the text before and after it stays one word; otherwise it acts as a space
	NotInXML   bool // no workbook or document can hold it, but a text file can
}

// Paddings returns the paddings seen in reports, and similar ones.
func Paddings() []Padding {
	return []Padding{
		{Name: "space", Text: " "}, {Name: "no-break space", Text: "\u00a0"}, {Name: "wide space", Text: "\u3000"}, {Name: "tab", Text: "\t"},
		{Name: "narrow no-break space", Text: "\u202f"}, {Name: "em space", Text: "\u2003"}, {Name: "line break", Text: "\n"}, {Name: "Windows line break", Text: "\r\n"},
		{Name: "vertical tab", Text: "\v", NotInXML: true}, {Name: "line separator", Text: "\u2028"}, {Name: "control character", Text: "\x01", NotInXML: true}, {Name: "two kinds", Text: "\u00a0\u3000"},
		{Name: "zero-width space", Text: "\u200b", Joins: true}, {Name: "byte order mark", Text: "\ufeff", Joins: true}, {Name: "soft hyphen", Text: "\u00ad", Joins: true}, {Name: "word joiner", Text: "\u2060", Joins: true},
		{Name: "left-to-right mark", Text: "\u200e", Joins: true}, {Name: "zero-width joiner", Text: "\u200d", Joins: true}, {Name: "variation selector", Text: "\ufe0f", Joins: true}, {Name: "Hangul filler", Text: "\u3164", Joins: true},
	}
}

// Around returns the text with the padding before it, after it, and both.
func (p Padding) Around(text string) []string {
	return []string{p.Text + text, text + p.Text, p.Text + text + p.Text}
}

// Inside returns the text with the padding between each two of its characters in
// turn, and between all of them.
func (p Padding) Inside(text string) []string {
	letters := strings.Split(text, "")
	all := []string{strings.Join(letters, p.Text)}
	for i := 1; i < len(letters); i++ {
		all = append(all, strings.Join(letters[:i], "")+p.Text+strings.Join(letters[i:], ""))
	}
	return all
}

// Number is a number whose value is known without reading a text.
type Number struct {
	Whole    int64
	Decimals string // after the point, at most six digits
	Negative bool
}

// Numbers returns numbers of every length that figures have.
func Numbers() []Number {
	return []Number{
		{Whole: 0}, {Whole: 1}, {Whole: 7}, {Whole: 10}, {Whole: 16}, {Whole: 100}, {Whole: 390}, {Whole: 999}, {Whole: 1000}, {Whole: 2390}, {Whole: 2023}, {Whole: 45_293},
		{Whole: 100_001}, {Whole: 1_234_567}, {Whole: 11_398_889}, {Whole: 999_999_999}, {Whole: 1_000_000_000},
		{Whole: 0, Decimals: "5"}, {Whole: 12, Decimals: "50"}, {Whole: 3, Decimals: "0"}, {Whole: 24_252, Decimals: "311082"}, {Whole: 1_234_567, Decimals: "000001"},
		{Whole: 18, Negative: true}, {Whole: 1_234, Negative: true}, {Whole: 2, Decimals: "25", Negative: true},
	}
}

// Millionths returns the value in millionths.
func (n Number) Millionths() int64 {
	value := n.Whole * 1_000_000
	for i, unit := 0, int64(100_000); i < len(n.Decimals); i, unit = i+1, unit/10 {
		value += int64(n.Decimals[i]-'0') * unit
	}
	if n.Negative {
		return -value
	}
	return value
}

// Spelling is a way to write a number in a cell.
type Spelling struct {
	How, Text string
	Noted     bool // a unit or a note follows the number
}

// Spellings returns every way in which people write a count.
func (n Number) Spellings() []Spelling {
	var all []Spelling
	for _, sign := range n.signs() {
		for _, group := range []string{"", ",", "，", " ", "\u00a0", "\u2009"} {
			whole := n.grouped(group)
			if group != "" && !strings.Contains(whole, group) {
				continue
			}
			for _, point := range []string{".", "．"} {
				text := sign + whole
				if n.Decimals != "" {
					text += point + n.Decimals
				} else if point != "." {
					continue
				}
				how := fmt.Sprintf("sign %q, groups %q, point %q", sign, group, point)
				all = append(all, Spelling{how, text, false}, Spelling{how + ", wide digits", wideDigits(text), false})
				if sign == n.signs()[0] && group == "" {
					all = append(all, noted(how, text)...)
				}
			}
		}
	}
	if !n.Negative && n.Decimals == "" {
		plain := strconv.FormatInt(n.Whole, 10)
		all = append(all, Spelling{"leading zeros", "00" + plain, false}, Spelling{"no decimals", plain + ".00", false})
	}
	return all
}

func (n Number) signs() []string {
	if n.Negative {
		return []string{"-", "－", "−", "﹣", "–", "‐", "- "}
	}
	return []string{"", "+", "＋"}
}

// grouped writes the whole part with a mark between its thousands.
func (n Number) grouped(mark string) string {
	digits := strconv.FormatInt(n.Whole, 10)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + mark + digits[i:]
	}
	return digits
}

func wideDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r - '0' + '０'
		}
		return r
	}, text)
}

// noted adds units of counts and notes after a number.
func noted(how, text string) []Spelling {
	var all []Spelling
	for _, behind := range []string{"件", " 件", "（件）", "件（其中修订 16 件）", "（含3件转办）", "【注】", "*"} {
		all = append(all, Spelling{how + ", note " + behind, text + behind, true})
	}
	return all
}
