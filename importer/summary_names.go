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

// isOtherTotal reports whether a total is not that of the rows of its table: 去年合计,
// 合计（不含垂管）.
func isOtherTotal(name string) bool { return isStatistic(name) || strings.Contains(name, "不含") }

// isKindOfBodies reports whether a name denotes bodies of a kind or a part of the place:
// 一类乡镇, 东片区, 城北组团. A body may have such a name.
func isKindOfBodies(name string) bool {
	for _, ending := range []string{"乡镇", "镇街", "街镇", "片区", "组团", "片", "组", "类", "单位", "部门", "机关"} {
		if strings.HasSuffix(name, ending) {
			return true
		}
	}
	return kindOfPlace.MatchString(name)
}

var kindOfPlace = regexp.MustCompile(`^(?:第?[一二三四五甲乙丙A-D][类级档组]|重点|示范|试点|一般|中心|山区|平原|丘陵|沿海|沿江|城区|城郊|近郊|远郊|郊区|[东西南北中]部)(?:镇|乡|街道)$`)

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
