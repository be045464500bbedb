package importer

import (
	"regexp"
	"sort"
	"strings"

	"nianbao/data/form"
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

// isPartTotal reports whether a total covers only the units since the previous
// total.
func isPartTotal(name string) bool {
	return strings.Contains(name, "小计") || strings.Contains(name, "本页") || strings.Contains(name, "分计")
}

// isStatistic reports whether a name denotes something calculated from other
// rows, or a group of units, rather than a unit.
func isStatistic(name string) bool {
	if _, ok := parseBody(name); ok || len([]rune(name)) > 12 {
		return false
	}
	for _, w := range []string{"平均", "均值", "同比", "环比", "增长", "增幅", "增减", "占比", "比重", "比例", "上年", "去年", "上期", "同期", "排名", "名次", "最大", "最小", "最高", "最低", "中位", "差额", "差值"} {
		if strings.Contains(name, w) {
			return true
		}
	}
	switch strings.TrimPrefix(strings.TrimPrefix(withoutOrdinal(name), "各"), "区直") {
	case "镇街", "街镇", "乡镇", "镇乡", "街道", "镇", "乡", "部门", "委办局", "单位", "区直", "直属单位", "其中", "政府部门", "乡镇街道", "镇(街道)", "乡镇(街道)", "区级部门", "市级部门", "县级部门", "县直部门", "市直部门":
		return true
	}
	return false
}

var listOrdinal = regexp.MustCompile(`^(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+[、.]|\d+[、.])`)

// withoutOrdinal drops 一、, （一） and 1. from a name in a list.
func withoutOrdinal(name string) string { return name[len(listOrdinal.FindString(name)):] }

// rowPeriod reads the cells between a row's name and its figures: the row may
// be for part of the year, or for the year before. left is what it says if that
// is not a period that a report can be for.
func (s *summary) rowPeriod(l *locator, i int) (isPart, isLastYear bool, left string) {
	for j := s.leftBound; j < s.left(); j++ {
		c := l.view.at(i, j)
		if j == s.unit || j == s.year || j == s.region || c.Kind != read.TextCell || read.IsBlank(c.Text) {
			continue
		}
		switch text := squeeze(c.Text); {
		case text == "上年" || text == "去年" || text == "上年度" || text == "上年同期" || text == "去年同期":
			return false, true, ""
		case isStatistic(text):
			return false, false, text
		case isNotOneYear(text) || strings.HasSuffix(text, "月"):
			isPart = true
		}
	}
	return isPart, false, ""
}

// findSums finds rows named after the body that the table is about, or a
// place above the units, whose figures are the sums of all other rows: they are
// totals under another name.
func (r *summaryRun) findSums() {
	const most = 5000
	if r.unit < 0 || len(r.rows) < 3 || len(r.rows) > most {
		return
	}
	var kept []summaryRow
	for i := range r.rows {
		if row := &r.rows[i]; r.mayBeSum(row) && r.isSumOfOthers(i) {
			r.totals = append(r.totals, row.row)
			continue
		}
		kept = append(kept, r.rows[i])
	}
	if len(kept) < len(r.rows) {
		r.rows = kept
		sort.Ints(r.totals)
	}
}

func (r *summaryRun) mayBeSum(row *summaryRow) bool {
	if row.body.unit == r.place.unit || row.body.level == noLevel && row.body.region == "" {
		return true
	}
	for i := range r.rows {
		if other := &r.rows[i]; row.body.level != noLevel && other.body.level > row.body.level {
			return true
		}
	}
	return false
}

// isSumOfOthers compares the figures of a row with the sums of all others of
// its year.
func (r *summaryRun) isSumOfOthers(at int) bool {
	v, positive := r.locator.view, false
	for i := range r.fields {
		f := &r.fields[i]
		var sum form.Number
		others := 0
		for k := range r.rows {
			if k != at && r.rows[k].year == r.rows[at].year {
				others++
				if x := read.ValueOf(*v.at(r.rows[k].row, r.columns[f.index].left), f.column, f.money); x.Status.HasValue() {
					sum += x.Value
				}
			}
		}
		own := read.ValueOf(*v.at(r.rows[at].row, r.columns[f.index].left), f.column, f.money)
		if others < 2 || own.Status.HasValue() && own.Value != sum || !own.Status.HasValue() && sum != 0 {
			return false
		}
		positive = positive || sum != 0
	}
	return positive
}

// hasPeriod reports whether a row says which part of the year it covers, or
// that it is for the year before.
func (s *summary) hasPeriod(l *locator, i int) bool {
	isPart, isLastYear, left := s.rowPeriod(l, i)
	return isPart || isLastYear || left != ""
}
