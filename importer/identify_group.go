package importer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/importer/read"
)

// groupWords are the words that make up names of groups of bodies; such a name needs one
// that is a noun: 各乡镇, 区直部门, 镇（街道）, 政府组成部门.
var (
	groupNouns = []string{
		"街道办事处", "国有企业", "事业单位", "管理部门", "垂管单位", "办事处", "委办局", "委局办", "乡镇", "镇街", "街镇", "镇乡", "街乡", "乡街", "街道", "街办", "社区", "园区", "片区", "部门", "单位", "机关", "机构", "局办", "委局", "局委", "企业", "国企", "平台", "公司", "医院", "学校", "群团",
		"镇", "乡", "村", "类", "组", "级",
	}
	groupAttributes = []string{
		"政府", "党委", "党群", "直属", "垂直", "垂管", "中央", "驻区", "驻县", "驻市", "组成", "派出", "派驻", "工作", "管理", "行政", "公共", "双重", "双管", "其他", "其它", "有关", "相关", "所有", "全部", "上述", "以上", "下属", "所属", "辖区", "一级", "二级", "三级", "国有", "事业",
		"各", "本", "省", "市", "县", "区", "州", "旗", "街", "直", "属", "的", "等", "及", "和", "与", "类",
	}
)

// isGroupName reports whether a name denotes bodies in general, such as 各乡镇 or
// 区直部门, and not a particular one.
func isGroupName(text string) bool {
	const longest = 12
	if text == "" || utf8.RuneCountInString(text) > longest || strings.Contains(text, "本级") {
		return false
	}
	text = strings.Map(func(r rune) rune {
		if strings.ContainsRune("()（）、,，/·和及与 ", r) {
			return -1
		}
		return r
	}, text)
	return isGroup(text, false)
}

func isGroup(text string, named bool) bool {
	if text == "" {
		return named
	}
	for _, w := range groupNouns {
		if rest, ok := strings.CutPrefix(text, w); ok && isGroup(rest, true) {
			return true
		}
	}
	for _, w := range groupAttributes {
		if rest, ok := strings.CutPrefix(text, w); ok && isGroup(rest, named) {
			return true
		}
	}
	return false
}

// statisticWords occur in the names of rows that are about other rows.
var statisticWords = []string{
	"平均", "均值", "同比", "环比", "增长", "增幅", "增减", "增速", "占比", "比重", "比例", "百分比", "上年", "去年", "上期", "同期", "本期", "排名", "名次", "最大", "最小", "最高", "最低", "中位", "标准差",
	"差额", "差值", "差异", "误差", "校验", "核对", "审核", "平衡", "勾稽", "备注", "说明", "来源", "单位数", "个数", "户数", "家数", "填表", "制表", "填报人", "联系", "负责人",
}

// isNoBody reports whether a name denotes something other than a body: something
// calculated from other rows, a note, or a group of bodies.
func isNoBody(name string) bool {
	bare := strings.Trim(withoutOrdinal(name), ":()（）")
	switch {
	case slices.Contains([]string{"", "差", "不详", "不明", "未知", "其它", "其他", "全部", "空白", "无"}, bare) || strings.HasPrefix(bare, "其中") || isGroupName(bare) || isPlaceholder(strings.TrimRight(bare, "*＊")) || yearCell(bare) != 0 || !mayBeLabel(bare):
		return true
	case utf8.RuneCountInString(name) > 12:
		return false
	}
	if _, ok := parseBody(name); ok {
		return false
	}
	for _, y := range yearsIn(bare) { // 2022年数
		if y.from == 0 && utf8.RuneCountInString(bare[y.to:]) <= 3 {
			return true
		}
	}
	return isStatistic(name)
}

// isStatistic reports whether a text denotes something calculated from other
// figures, or a note.
func isStatistic(text string) bool { return containsAny(text, statisticWords) }

// bodiesInCell reads a cell of a column of names, where any text may be a name. It
// returns several bodies if the cell lists them.
func bodiesInCell(text string) []body {
	text = withoutRemark(withoutOrdinal(strings.TrimLeft(squeeze(text), "●○◆◇■□▲△★☆•·")))
	if all := bodiesJoined(text); all != nil {
		return all
	}
	var all []body
	for _, n := range namesIn(text) {
		b, ok := parseBody(n.text)
		if !ok || n.torn || len(all) > 0 && !n.joined {
			all = nil
			break
		}
		b.joined = n.joined
		all = append(all, b)
	}
	if all == nil {
		b, ok := parseBody(text)
		if !ok {
			b = body{unit: text, agency: text}
		}
		b.unit, b.agency = printedName(b.unit), printedName(b.agency)
		all = []body{b}
	}
	return all
}

// remarks are the words that clerks write after the name of a body to note the state of its
// figures.
var remarks = []string{"待核", "待定", "未核", "已核", "核实", "未报", "迟报", "补报", "重报", "更正", "修正", "修订", "暂定", "暂估", "初步", "预估", "新增", "撤并", "撤销", "空"}

// withoutRemark drops a remark in brackets and a year after the name of a body.
func withoutRemark(text string) string {
	if before, note, has := strings.Cut(text, "("); has && strings.HasSuffix(note, ")") && utf8.RuneCountInString(note) <= 7 && isWholeName(before) {
		if note = strings.TrimSuffix(note, ")"); containsAny(note, remarks) && !isWholeName(note) || yearCell(note) != 0 {
			return before
		}
	}
	for _, y := range yearsIn(text) {
		if y.to == len(text) && isWholeName(text[:y.from]) {
			return text[:y.from]
		}
	}
	return text
}

// printedName returns a name with full-width brackets, as Chinese texts have them.
func printedName(text string) string {
	return strings.NewReplacer("(", "（", ")", "）").Replace(read.Tidy(text))
}
