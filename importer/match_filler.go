package importer

import (
	"slices"

	"nianbao/importer/read"
)

// emptyWords say only that there is a number, not which one.
var emptyWords = []string{"", "数", "数量", "件数", "总数", "总量", "数值", "数据", "计数", "合计数"}

// isEmptyNote reports whether a note in brackets only gives the unit, or says that the
// figure is that of the whole year.
func isEmptyNote(note string) bool {
	switch note {
	case "单位", "年度", "全年", "合计", "总计", "必填", "填数字", "整数":
		return true
	}
	return slices.Contains(emptyWords, note) || read.IsCountUnit(note) || isThisYear(note) || wholeYear.MatchString(note)
}

// isFiller reports whether a phrase below or beside a label does not change its meaning.
func isFiller(r *phrase) bool {
	switch text := r.label.Text; text {
	case "小计", "共计":
		return true
	default:
		return slices.Contains(emptyWords, text) || read.IsCountUnit(text) || isThisYear(text)
	}
}

// isMeasure reports whether a text is a unit of measurement.
func isMeasure(text string) bool {
	return read.IsCountUnit(text) || text == "人" || read.YuanPerUnit(text) > 0
}

// isThisYear reports whether a squeezed text means the year of the report.
func isThisYear(text string) bool {
	switch text {
	case "本年", "本年度", "今年", "当年", "本期", "本年数", "本年度数":
		return true
	}
	return false
}

// isLastYear reports whether a text means the year before, as a heading above figures or
// as a cell beside them.
func isLastYear(text string) bool {
	switch squeeze(text) {
	case "上年", "去年", "上年度", "上一年", "上一年度", "上年同期", "去年同期", "上年数", "上年度数", "去年数", "同期", "上年件数", "上年数量":
		return true
	}
	return false
}
