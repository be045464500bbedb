package importer

import (
	"regexp"
	"strings"

	"nianbao/importer/read"
)

// isTotalName reports whether a name denotes a sum of units.
func isTotalName(text string) bool {
	if len([]rune(text)) > 8 {
		return false
	}
	for _, w := range []string{"合计", "总计", "小计", "总和", "累计", "共计", "总数"} {
		if strings.Contains(text, w) {
			return true
		}
	}
	switch strings.Trim(text, ":()") {
	case "全区", "全市", "全县", "全省", "全州", "全盟", "全旗", "全镇", "全系统", "汇总", "本页":
		return true
	}
	return false
}

// isPartTotal reports whether a total covers only the units since the previous total.
func isPartTotal(name string) bool {
	return strings.Contains(name, "小计") || strings.Contains(name, "本页") || strings.Contains(name, "分计")
}

var listOrdinal = regexp.MustCompile(`^(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+[、.]|\d+[、.]|[①-⓿])`)

// withoutOrdinal drops 一、, （一） and 1. from a name in a list.
func withoutOrdinal(name string) string { return name[len(listOrdinal.FindString(name)):] }

// rowPeriod reads the cells between a row's name and its figures: the row may be for part of
// the year, or for the year before. left is the text if it is not a period that a report can
// cover.
func (s *summary) rowPeriod(l *locator, i int) (isPart, lastYear bool, left string) {
	for j := s.leftBound; j < s.left(); j++ {
		c := l.view.at(i, j)
		if j == s.unit || j == s.year || j == s.region || c.Kind != read.TextCell || read.IsBlank(c.Text) {
			continue
		}
		switch text := squeeze(c.Text); {
		case isLastYear(text):
			return false, true, ""
		case isStatistic(text) && len([]rune(text)) <= 12:
			return false, false, text
		case isNotOneYear(text) || strings.HasSuffix(text, "月"):
			isPart = true
		}
	}
	return isPart, false, ""
}

// hasPeriod reports whether a row says which part of the year it covers, or that it is
// for the year before.
func (s *summary) hasPeriod(l *locator, i int) bool {
	isPart, isLastYear, left := s.rowPeriod(l, i)
	return isPart || isLastYear || left != ""
}
