package importer

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// filled is a blank of a form with its value: 填报单位：石桥镇人民政府（盖章）.
type filled struct{ label, value string }

// unitWords and yearWords are the labels of the blanks for the body and the year;
// otherWords are those of the blanks beside them on the line with the seal.
var (
	unitWords = []string{
		"填报单位名称", "填报单位", "填报机关", "填报部门", "填表单位", "报送单位", "报送机关", "上报单位", "行政机关名称", "机关名称", "单位名称", "编制单位", "编制机关", "编制部门", "制表单位", "报告单位", "报告机关", "统计单位", "责任单位", "发布机构", "单位全称", "单位",
	}
	yearWords  = []string{"报告年度", "统计年度", "填报年度", "所属年度", "报告年份", "统计年份", "年度", "年份"}
	otherWords = []string{
		"填报时间", "填报日期", "填表时间", "填表日期", "报送时间", "报送日期", "上报时间", "上报日期", "制表时间", "制表日期", "报告日期", "统计时间", "统计日期", "日期", "时间",
		"填报人", "填表人", "制表人", "经办人", "联系人", "审核人", "复核人", "审批人", "签发人", "分管领导", "主要领导", "单位负责人", "部门负责人", "统计负责人", "负责人", "领导签字",
		"联系电话", "联系方式", "办公电话", "手机号码", "手机", "电话", "传真", "电子邮箱", "邮箱", "邮编", "地址", "计量单位", "金额单位", "表号", "制定机关", "批准机关", "批准文号", "有效期至", "备注",
	}
)

// fieldsIn returns the filled blanks of a text and the text before the first. A label
// counts if a colon, or a note about the seal, follows it.
func fieldsIn(text string) (before string, fields []filled) {
	type found struct {
		label    string
		from, to int
	}
	var all []found
	for i := 0; i < len(text); {
		label, end := labelAt(text, i)
		if label == "" {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		all = append(all, found{label, i, end})
		i = end
	}
	if len(all) == 0 {
		return text, nil
	}
	for k, f := range all {
		end := len(text)
		if k+1 < len(all) {
			end = all[k+1].from
		}
		fields = append(fields, filled{f.label, bareValue(text[f.to:end])})
	}
	return strings.Trim(text[:all[0].from], "(|"), fields
}

// labelAt returns the label that begins at i and the position of its value, "" if there
// is none.
func labelAt(text string, i int) (label string, end int) {
	for _, words := range [][]string{unitWords, yearWords, otherWords} {
		for _, w := range words {
			if !strings.HasPrefix(text[i:], w) || len(w) < len(label) {
				continue
			}
			rest := text[i+len(w):]
			sealed := false
			for strings.HasPrefix(rest, "(") {
				note, after, closed := strings.Cut(rest[1:], ")")
				if !closed || utf8.RuneCountInString(note) > 10 || !isSeal(note) && !strings.HasPrefix(after, ":") {
					break
				}
				sealed = sealed || isSeal(note)
				rest = after
			}
			if after, ok := strings.CutPrefix(rest, ":"); ok {
				rest = after
			} else if !sealed && !(i == 0 && rest == "") {
				continue
			}
			label, end = w, len(text)-len(rest)
		}
	}
	return label, end
}

// bareValue strips a blank's value of notes about the seal, lines to write on, and
// brackets.
func bareValue(s string) string {
	for {
		open := strings.LastIndexByte(s, '(')
		if open < 0 || !strings.HasSuffix(s, ")") || !isSeal(s[open+1:len(s)-1]) {
			break
		}
		s = s[:open]
	}
	s = strings.Trim(s, "_-—.,;:；，、|")
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

// fieldClues reads the blanks for body and year of a notice, in one cell or two.
func (n *notice) fieldClues(text string) (before string, clues []clue) {
	before, fields := fieldsIn(text)
	for k, f := range fields {
		value := f.value
		if value == "" && k == len(fields)-1 {
			value = bareValue(squeeze(n.next))
			if _, nested := fieldsIn(value); nested != nil {
				continue
			}
		}
		if value != "" && utf8.RuneCountInString(value) <= longestTitle {
			clues = append(clues, n.fieldClue(f.label, value)...)
		}
	}
	return before, clues
}

func (n *notice) fieldClue(label, value string) []clue {
	detail := strings.TrimSpace(n.text + " " + n.next)
	if slices.Contains(yearWords, label) {
		if y := yearCell(value); y != 0 {
			return []clue{{year: y, place: placeTitle, detail: detail, trust: trustCell}}
		}
		return nil
	}
	if !slices.Contains(unitWords, label) || isNoBody(value) || isBlankHint(value) {
		return nil
	}
	if bodies := bodiesInCell(value); len(bodies) > 1 || parses(bodies[0]) {
		var clues []clue
		for _, b := range bodies {
			clues = append(clues, clue{body: b, sealed: true, place: placeTitle, detail: detail, trust: trustCell})
		}
		return clues
	}
	if label != "单位" && mayBeLabel(value) && !isAnonymous(value) {
		return []clue{{body: body{unit: printedName(value), agency: value}, sealed: true, place: placeTitle, detail: detail, trust: trustFolder}}
	}
	return nil
}

// isBlankHint reports whether a value only says what belongs in the blank.
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
