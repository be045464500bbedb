package importer

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// fillers are the characters around the value of a blank: lines to write on, stops.
const fillers = "_-—.,;:；，、|~"

// roleWords are words that may follow a name without a space and belong to the next
// label: 石桥镇审核人：.
var roleWords = []string{"联系人及电话", "分管领导签字", "领导签字", "审核人", "填报人", "经办人", "联系人", "负责人", "审核", "复核", "审批", "签发", "填报", "填表", "制表", "经办", "校对", "录入", "联系电话", "电话", "联系", "日期", "时间"}

// sealVerbs are the verbs that may follow a name instead of a seal: 石桥镇 填报.
var sealVerbs = []string{"填报", "报送", "上报", "编制", "填表", "制表"}

// sealedClues reads the name in the blank for the body. A value that cannot be a single
// name gives an unclear clue, so that the user is asked. A value in words that occur in
// no body's name counts only if isCertain, because the label can mean nothing else.
func (n *sheetText) sealedClues(value spaced, isCertain bool) []clue {
	detail := strings.TrimSpace(n.text + " " + n.next)
	name, isClear := sealedName(value)
	if name == "" || isBlankHint(name) || isNoBody(name) && isClear {
		return nil
	}
	of := func(b body, trust float64) clue {
		return clue{body: b, sealed: true, place: placeTitle, detail: detail, trust: trust}
	}
	if bodies := bodiesInCell(name); isClear && (len(bodies) > 1 || parses(bodies[0])) {
		var clues []clue
		for _, b := range bodies {
			clues = append(clues, of(b, trustCell))
		}
		return clues
	}
	if !isCertain || !mayBeLabel(name) || isAnonymous(name) {
		return nil
	}
	c := of(body{unit: printedName(name), agency: name}, trustFolder)
	c.unclear = !isClear
	return []clue{c}
}

// sealedName returns the name with which the value of a blank begins: it ends at a note
// about the seal, at a wide gap, a date, or the label of the next blank. isClear is false
// if the rest cannot be a name.
func sealedName(value spaced) (name string, isClear bool) {
	s := value.trim(fillers)
	for {
		note, after, ok := leadingNote(s.text)
		if !ok || after == "" || !isSeal(note) && !isAside(note) && !isBlankHint(note) {
			break
		}
		s = s.slice(len(s.text)-len(after), len(s.text)).trim(fillers)
	}
	if note := strings.Trim(s.text, "()"); isBracketed(s.text) && (isSeal(note) || isAside(note)) {
		return "", true
	}
	if isBracketed(s.text) {
		s = s.slice(1, len(s.text)-1).trim(fillers)
	}
	s = s.slice(0, nameEnd(s)).trim(fillers)
	name = s.text
	if isBracketed(name) {
		name = name[1 : len(name)-1]
	}
	if _, ok := parseBody(name); ok {
		return name, true
	}
	return name, !strings.ContainsAny(name, ":;；。0123456789") && utf8.RuneCountInString(name) <= maxPlace
}

// leadingNote returns the note in brackets with which a text begins, and what follows it.
func leadingNote(text string) (note, after string, ok bool) {
	inner, ok := strings.CutPrefix(text, "(")
	if !ok {
		return "", text, false
	}
	return strings.Cut(inner, ")")
}

// nameEnd returns the end of the name at the beginning of a value.
func nameEnd(s spaced) int {
	end := len(s.text)
	cut := func(at int) {
		if at > 0 && at < end {
			end = at
		}
	}
	for i, r := range s.text {
		switch {
		case r == '(':
			note, _, _ := strings.Cut(s.text[i+1:], ")")
			if isSeal(note) || isAside(note) {
				cut(i)
			}
		case strings.ContainsRune(";；。|", r), strings.HasPrefix(s.text[i:], "__"):
			cut(i)
		case s.gaps[i] >= wideGap && isWholeName(s.text[:i]):
			cut(i)
		}
	}
	if at := strings.IndexByte(s.text[:end], ':'); at > 0 {
		cut(s.lastGap(at))
		cut(withoutRole(s.text[:at]))
	}
	for _, m := range yearsIn(s.text[:end]) {
		if isWholeName(s.text[:m.from]) {
			cut(m.from)
		}
	}
	for _, verb := range sealVerbs {
		if rest, has := strings.CutSuffix(s.text[:end], verb); has && s.gaps[len(rest)] > 0 {
			cut(len(rest))
		}
	}
	return end
}

// isWholeName reports whether the whole text is the name of a body.
func isWholeName(text string) bool {
	_, ok := parseBody(printedName(bareValue(text)))
	return ok
}

// withoutRole returns the position of the role word before a colon, 0 if there is none.
func withoutRole(text string) int {
	for _, w := range roleWords {
		if rest, has := strings.CutSuffix(text, w); has && isWholeName(rest) {
			return len(rest)
		}
	}
	return 0
}

// isAside reports whether a note in brackets after a name does not belong to it: who
// seals for the body, with whom it reports.
func isAside(note string) bool {
	for _, word := range []string{"代章", "代", "联合", "盖", "签", "章", "印", "公章", "汇总", "试填"} {
		if strings.HasPrefix(note, word) && !isWholeName(note) {
			return true
		}
	}
	return strings.Contains(note, ":")
}

// bareValue removes the characters around the value of a blank.
func bareValue(s string) string {
	s = strings.Trim(s, fillers)
	if isBracketed(s) {
		s = s[1 : len(s)-1]
	}
	return s
}

// isBracketed reports whether one pair of brackets encloses the whole text.
func isBracketed(s string) bool {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 {
			return i > 0 && i == len(s)-1
		}
	}
	return false
}

// sealOf reads a name without a label that is followed by a seal or a verb:
// 石桥镇人民政府（盖章）, 石桥镇 填报.
func (n *sheetText) sealOf() []clue {
	s := newSpaced(n.text)
	if end := nameEnd(s); end == len(s.text) || !isWholeName(s.text[:end]) || !isOnlySeal(s.slice(end, len(s.text))) {
		return nil
	}
	return n.sealedClues(s, false)
}

// isOnlySeal reports whether the text after a name is only a note about the seal or a
// verb, with or without a date.
func isOnlySeal(rest spaced) bool {
	text := rest.text
	for _, m := range yearsIn(text) {
		if m.kind == yearOfDate {
			text = text[:m.from]
			break
		}
	}
	text = strings.Trim(text, fillers)
	if note, after, ok := leadingNote(text); ok && strings.Trim(after, fillers) == "" {
		return isSeal(note)
	}
	return slices.Contains(sealVerbs, text)
}

// isBlankHint reports whether a value only describes what belongs in the blank.
func isBlankHint(value string) bool {
	for _, word := range []string{"全称", "名称", "单位", "机关", "盖章", "公章"} {
		if strings.HasSuffix(strings.Trim(value, "()"), word) {
			return true
		}
	}
	return false
}

// parses reports whether a body's name has an ending of bodies.
func parses(b body) bool {
	_, ok := parseBody(b.agency)
	return ok || b.region != ""
}
