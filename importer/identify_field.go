package importer

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// filled is a blank of a form with its value: 填报单位：石桥镇人民政府（盖章）.
type filled struct {
	label string
	value spaced
}

// unitWords and yearWords are the labels of the blanks for the body and the year;
// otherWords are those of the blanks beside them on the line with the seal.
var (
	unitWords = append(combined(
		[]string{"填报", "填表", "填写", "填制", "填列", "报送", "上报", "呈报", "申报", "编报", "编制", "编写", "制表", "报告", "统计", "责任", "公开", "提交", "提供", "报表"},
		[]string{"单位名称", "机关名称", "单位", "机关", "部门", "机构", "单位全称", "主体"},
	), "行政机关名称", "行政机关", "机关名称", "单位名称", "部门名称", "机构名称", "发布机构", "发布机关", "单位全称", "本单位", "单位")
	yearWords  = []string{"报告年度", "统计年度", "填报年度", "所属年度", "报告年份", "统计年份", "年度", "年份"}
	otherWords = append(combined(
		[]string{"填报", "填表", "报送", "上报", "制表", "编报", "报告", "统计", "审核", "签发", "打印", "报出"},
		[]string{"时间", "日期", "人", "人员", "人签字", "人签名"},
	), "日期", "时间", "经办人", "联系人", "复核人", "校对人", "审批人", "录入人", "分管领导", "主管领导", "主要领导", "单位负责人", "部门负责人", "统计负责人", "负责人", "领导签字",
		"联系人及电话", "联系电话", "联系方式", "办公电话", "手机号码", "手机", "电话", "传真", "电子邮箱", "邮箱", "邮编", "地址", "计量单位", "金额单位", "主管单位", "监制单位", "审核单位", "批准单位", "承办单位", "印制单位", "表号", "制定机关", "批准机关", "批准文号", "有效期至", "备注")
)

// combined joins each word of the first list with each of the second.
func combined(first, second []string) []string {
	var all []string
	for _, a := range first {
		for _, b := range second {
			all = append(all, a+b)
		}
	}
	return all
}

// fieldsIn returns the filled blanks of a text and the text before the first. A label
// counts if a colon, or a note about the seal, follows it, or if it stands alone.
func fieldsIn(text spaced) (before string, fields []filled) {
	var all []foundLabel
	for i := 0; i <= len(text.text); i++ {
		if i < len(text.text) && text.text[i] != ':' && text.text[i] != ')' {
			continue
		}
		if i == len(text.text) && len(all) > 0 {
			break
		}
		f, ok := labelBefore(text, i)
		if n := len(all); n > 0 && ok && f.from < all[n-1].to { // 填报单位（盖章）：
			if all[n-1].from == f.from {
				all[n-1] = f
			}
			continue
		}
		if ok {
			all = append(all, f)
		}
	}
	if len(all) == 0 {
		return text.text, nil
	}
	for k, f := range all {
		end := len(text.text)
		if k+1 < len(all) {
			end = all[k+1].from
		}
		fields = append(fields, filled{f.label, text.slice(f.to, end)})
	}
	return strings.Trim(text.text[:all[0].from], "(|"), fields
}

// foundLabel is a label with its position and that of its value.
type foundLabel struct {
	label    string
	from, to int
}

// labelBefore returns the label of a blank that ends at byte i, where there is a colon,
// the bracket of a note, or the end of the text.
func labelBefore(text spaced, i int) (f foundLabel, ok bool) {
	s := text.text
	end, sealed, colon := i, false, i < len(s) && s[i] == ':'
	if i < len(s) && s[i] == ')' {
		end++
	}
	for strings.HasSuffix(s[:end], ")") {
		open := strings.LastIndexByte(s[:end], '(')
		if open < 0 {
			break
		}
		note := s[open+1 : end-1]
		if label := labelOf(note); label != "" && label == note && !colon && !strings.HasPrefix(note, "单位") { // （填报单位）石桥镇
			return foundLabel{label, open, i + 1}, true
		}
		if utf8.RuneCountInString(note) > 10 || !isSeal(note) && !colon {
			return f, false
		}
		sealed, end = sealed || isSeal(note), open
	}
	f.label = labelOf(s[:end])
	f.from, f.to = end-len(f.label), min(i+1, len(s))
	switch {
	case f.label == "" || i < len(s) && !colon && !sealed, i == len(s) && f.from > 0:
		return f, false
	case f.label == "单位" && f.from > 0 && text.lastGap(f.from+1) < f.from && s[f.from-1] >= utf8.RuneSelf:
		return f, false // of another compound: 验收单位
	}
	if from := text.lastGap(f.from); from < f.from && from > 0 && utf8.RuneCountInString(s[from:f.from]) <= 4 && !isWholeName(s[from:f.from]) {
		f.from = from // 分管领导签字
	}
	return f, true
}

// labelOf returns the longest label of a blank that a text ends with, "" if there is
// none.
func labelOf(text string) (label string) {
	for _, words := range [][]string{unitWords, yearWords, otherWords} {
		for _, w := range words {
			if len(w) > len(label) && strings.HasSuffix(text, w) {
				label = w
			}
		}
	}
	return label
}

// fieldClues reads the blanks for body and year of a sheetText, in one cell or two. isFilled
// reports whether it has any blank.
func (n *sheetText) fieldClues() (before string, clues []clue, isFilled bool) {
	before, fields := fieldsIn(newSpaced(n.text))
	for k, f := range fields {
		value := f.value.trim(fillers)
		if value.text == "" && k == len(fields)-1 {
			value = newSpaced(n.next)
			if _, nested := fieldsIn(value); nested != nil {
				continue
			}
		}
		if value.text != "" {
			clues = append(clues, n.fieldClue(f.label, value)...)
		}
	}
	return before, clues, fields != nil
}

func (n *sheetText) fieldClue(label string, value spaced) []clue {
	if slices.Contains(yearWords, label) {
		if y := yearCell(bareValue(value.text)); y != 0 {
			return []clue{{year: y, place: placeTitle, detail: strings.TrimSpace(n.text + " " + n.next), trust: trustCell}}
		}
		return nil
	}
	if !slices.Contains(unitWords, label) {
		return nil
	}
	clues := n.sealedClues(value, label != "单位")
	for i := range clues {
		clues[i].published = slices.Contains(publisherWords, label)
	}
	return clues
}

// publisherWords are the labels with which web pages name the office that published a report,
// which need not be the one that wrote it.
var publisherWords = []string{"发布机构", "发布机关", "责任部门", "公开部门", "公开机构"}

// isPublisherLabel reports whether a cell is the label of the office that published a page.
func isPublisherLabel(text string) bool {
	return text != "" && slices.Contains(publisherWords, labelOf(squeeze(text)))
}

// unknownField reads a name behind a label that is not known but means a body:
// 公示单位：石桥镇人民政府.
func (n *sheetText) unknownField() []clue {
	label, value, ok := strings.Cut(squeeze(n.text), ":")
	if !ok || utf8.RuneCountInString(label) > 8 || containsAny(label, []string{"主管", "主办", "承办", "协办", "监制", "审核", "批准", "抄", "指导", "监督", "发文", "来源", "印制", "领导", "上级"}) {
		return nil
	}
	for _, ending := range []string{"单位", "主体", "机关", "机构", "部门"} {
		if b, isBody := parseBody(value); isBody && strings.HasSuffix(label, ending) {
			return []clue{{body: b, place: placeTitle, detail: n.text, trust: trustLine}}
		}
	}
	return nil
}
