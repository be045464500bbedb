package importer

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// name is a stretch of a text that may name a body.
type name struct {
	text   string
	joined bool // it is listed with the name before it: 梅林镇、古渡镇
	torn   bool // its beginning was split off with the name before it: the 镇 of 临江区3镇
}

// namesIn splits a text without years and set phrases into names. A Latin letter, a
// quotation mark or a bracket belongs to a name only if the name would be incomplete
// without it: A镇, “甲”镇, （试点）丙镇.
func namesIn(text string) []name {
	text = dropNotes(dropQuotes(text))
	var names []name
	var now strings.Builder
	broken, joined, odd := false, false, false // since the last name
	end := func() {
		if now.Len() > 0 {
			s := now.String()
			names = append(names, name{text: s, joined: joined && !broken, torn: isTorn(names, s) || odd && isFragment(names)})
			now.Reset()
			broken, joined, odd = false, false, false
		}
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch n := foreignRun(text[i:]); {
		case n > 0 && beginsWithLevel(text[i+n:]):
			now.WriteString(text[i : i+n])
			i += n
			continue
		case isLatin(r):
			end()
			broken = true
			i += latinRun(text[i:])
			continue
		case strings.ContainsRune("、,/&+", r):
			end()
			joined, odd = true, odd || r == '&'
		case strings.ContainsRune(foreignMarks, r):
			end()
			broken, odd = true, true
		case isNameBreak(r):
			end()
			broken = true
		default:
			now.WriteRune(r)
		}
		i += size
	}
	end()
	return names
}

// isTorn reports whether a name begins with the word that is missing from the one before
// it.
func isTorn(before []name, s string) bool {
	if len(before) == 0 || !beginsWithLevel(s) {
		return false
	}
	b, ok := namedBody(before[len(before)-1].text)
	return ok && b.level != noLevel && b.level < townLevel
}

// isFragment reports whether the last of the names is a place with the beginning of another
// name: the 麻阳县甲 of 麻阳县甲&乙镇.
func isFragment(names []name) bool {
	if len(names) == 0 {
		return false
	}
	last := splitPlace(names[len(names)-1].text)
	_, ok := parseBody(last.rest)
	return len(last.parts) > 0 && last.last < townLevel && last.rest != "" && !ok && !isOwnGovernment(last.rest) && utf8.RuneCountInString(last.rest) <= 4
}

// foreignMarks may stand among the Latin letters of a name: O'Brien镇, A&B镇.
const foreignMarks = "'\"’‘<>&"

// foreignRun returns the length of the Latin letters and the marks among them with which a
// text begins, 0 if it has no such letter.
func foreignRun(s string) (n int) {
	has := false
	for i, r := range s {
		if !isLatin(r) && !strings.ContainsRune(foreignMarks, r) {
			break
		}
		has, n = has || isLatin(r), i+utf8.RuneLen(r)
	}
	if !has {
		return 0
	}
	return n
}

func isLatin(r rune) bool { return r < utf8.RuneSelf && unicode.IsLetter(r) }

func latinRun(s string) (n int) {
	for n < len(s) && isLatin(rune(s[n])) {
		n++
	}
	return n
}

// levelWords are the endings of bodies' names.
var levelWords = []string{"镇", "乡", "街道", "社区", "区", "县", "市", "村", "办事处", "局", "中心", "园区", "开发区", "委员会", "管委会"}

func beginsWithLevel(s string) bool {
	for _, word := range levelWords {
		if strings.HasPrefix(s, word) {
			return true
		}
	}
	return false
}

// dropQuotes drops the quotation marks of “甲”镇 and keeps all others.
func dropQuotes(text string) string {
	const longest = 5 // characters between the marks
	for _, marks := range [][2]string{{"“", "”"}, {"‘", "’"}, {"\"", "\""}, {"'", "'"}, {"「", "」"}} {
		for from := 0; ; {
			open := strings.Index(text[from:], marks[0])
			if open < 0 {
				break
			}
			open += from
			inner, rest, closed := strings.Cut(text[open+len(marks[0]):], marks[1])
			if !closed {
				break
			}
			from = open + len(marks[0])
			if n := utf8.RuneCountInString(inner); n > 0 && n <= longest && beginsWithLevel(rest) {
				text = text[:open] + inner + rest
				from = open + len(inner)
			}
		}
	}
	return text
}

// roundBrackets turns brackets of other shapes into round ones.
var roundBrackets = strings.NewReplacer("〔", "(", "〕", ")", "[", "(", "]", ")", "【", "(", "】", ")")

// dropNotes drops the brackets of a text that hold a note. Those that belong to a name
// stay, as full-width ones.
func dropNotes(text string) string {
	text = roundBrackets.Replace(text)
	for {
		open := strings.IndexByte(text, '(')
		if open < 0 {
			return strings.ReplaceAll(text, ")", "|")
		}
		inner, right, closed := strings.Cut(text[open+1:], ")")
		if !closed {
			return text[:open] + "|" + text[open+1:]
		}
		text = text[:open] + inBrackets(text[:open], strings.ReplaceAll(inner, "(", "|"), right) + right
	}
}

// inBrackets returns the replacement for a pair of brackets between left and right.
func inBrackets(left, inner, right string) string {
	core := inner
	for _, word := range noise {
		core = strings.ReplaceAll(core, word, "")
	}
	core = strings.TrimFunc(core, func(r rune) bool { return isNameBreak(r) || r == '|' })
	before := left[strings.LastIndexFunc(left, isNameBreak)+1:]
	switch {
	case core == "" || isGroupName(core) || isSeal(core) || isFormerly(core):
		return ""
	case isOwnGovernment(core):
		return core
	}
	b, ok := namedBody(core)
	switch {
	case ok && b.level != noLevel && b.level < townLevel: // the place that contains the rest
		return core
	case ok && before != "":
		if l, isName := namedBody(before); isName && (l.level == noLevel || l.level == townLevel) {
			return "（" + core + "）"
		}
		return core
	case opensName(before) && closesName(right) && utf8.RuneCountInString(core) <= 4:
		return "（" + core + "）"
	}
	return "|" + inner + "|"
}

// isSeal reports whether a note asks for a seal or a signature.
func isSeal(text string) bool {
	return strings.HasSuffix(text, "章") || strings.HasSuffix(text, "签字") || strings.HasSuffix(text, "签名")
}

func isFormerly(text string) bool {
	for _, word := range []string{"原", "曾用", "简称", "以下", "含", "不含", "加挂", "挂牌", "包括", "共"} {
		if strings.HasPrefix(text, word) {
			return true
		}
	}
	return false
}

// opensName reports whether only places above stand before a name.
func opensName(before string) bool {
	p := splitPlace(before)
	return p.rest == "" && p.last < townLevel
}

// closesName reports whether a text begins with the name of a town or an office.
func closesName(text string) bool {
	if n := strings.IndexFunc(text, isNameBreak); n >= 0 {
		text = text[:n]
	}
	b, ok := namedBody(text)
	return ok && b.region == "" && (b.level == noLevel || b.level == townLevel)
}
