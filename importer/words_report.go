package importer

import (
	"path/filepath"
	"strings"

	"nianbao/data/form"
)

// Explain asks the question in one line.
func (q *Question) Explain(lang form.Language) string {
	found := strings.Join(q.Found, lang.Say(form.Both("、", ", ")))
	where := q.where(lang)
	switch q.Kind {
	case AskUnit:
		if q.Blocking && found == "" {
			return lang.Say(form.Both("没有找到单位名称，请补充", "no unit is named; please enter it"))
		} else if q.Blocking {
			return lang.Say(form.Both("单位名称不能确定（%s），请补充", "the unit is uncertain (%s); please enter it"), found)
		}
		return lang.Say(form.Both("单位名称有几种写法（%s），取第一个，请核对", "several units are named (%s); the first was taken, please check"), found)
	case AskYear:
		if q.Blocking && found == "" {
			return lang.Say(form.Both("没有找到报告年份，请补充", "no reporting year is given; please enter it"))
		} else if period := q.period(); period != "" {
			return lang.Say(form.Both("“%s”说的是季度、半年或几个月，不是一整年，未录入；如果是全年的报告，请指定年份", "“%s” is about a quarter, a half year or some months and not a whole year; nothing was taken: if it is the report of a year, enter the year"), period)
		} else if q.Blocking {
			return lang.Say(form.Both("报告年份不能确定（%s），请补充", "the reporting year is uncertain (%s); please enter it"), found)
		}
		return lang.Say(form.Both("年份前后不一（%s），取第一个，请核对", "several years are named (%s); the first was taken, please check"), found)
	case AskFigure:
		return lang.Say(form.Both("%s有两种读法（%s），未录入，请核对", "%s is ambiguous (%s) and was left out; please check"), where, found)
	case AskMerged:
		return lang.Say(form.Both("%s的数字（%s）写在跨几项的合并单元格里，分不清各是多少，未录入，请核对", "the number of %s (%s) is in a cell merged over several figures and was left out; please check"), where, found)
	case AskUnseen:
		return lang.Say(form.Both("这些数字看不见（设为隐藏，或与底色同色），未录入：%s；应当计入的，请在文件中显示出来再导入", "these numbers cannot be seen (hidden, or in the colour of the background) and were left out: %s; if they count, make them visible and import the file again"), found)
	case AskPrinted:
		return lang.Say(form.Both("%s印得不清楚（读作“%s”），勾稽关系也不能证实，未录入，请核对", "%s is not printed clearly (“%s”) and no sum confirms it; it was left out, please check"), where, found)
	case AskSpaced:
		return lang.Say(form.Both("%s没有表格线，%s 个数字属于哪一列只能由间隔推断，未录入；请导入原来的 Excel 或 Word 文件", "%s has no ruling lines, so that the columns of %s numbers are uncertain; they were left out: import the Excel or Word file from which it was made"), where, found)
	case AskLayout:
		return lang.Say(form.Both("%s的数字与表头对不上，未录入；请把数字移到表头下方后重新导入", "the numbers of %s are not under their headings and were left out; move them and import the file again"), where)
	case AskTwice:
		return lang.Say(form.Both("同一单位同一年份的表出现两次且数字不同（%s），请只保留一份", "the form of the same unit and year occurs twice with different numbers (%s); keep only one"), found)
	case AskVersion:
		if t := tableOf(q.Key.Table); t != nil && len(q.Found) > 1 {
			return lang.Say(form.Both("表“%s”没有填写任何数字，而以前录入的（%s）有数字，未录入；确认以这份为准，请再单独导入它一次", "the table “%s” is blank, but the report imported earlier (%s) has numbers there; this one was not saved: if it is right, import it again by itself"), lang.Say(t.Name()), q.Found[0])
		}
		text := lang.Say(form.Both("同一单位同一年份有 %d 份不同的表（%s），未录入；请选定一份单独导入", "there are %d different forms of the same unit and year (%s); none was saved: import the right one by itself"), len(q.Found), found)
		if at, _ := LikeliestVersion(q.Found); at >= 0 {
			text += lang.Say(form.Both("，建议 %s", ", probably %s"), q.Found[at])
		}
		return text
	case AskTotal:
		return lang.Say(form.Both("%s：合计行与各单位之和不符（%s）", "%s: the total row is not the sum of the units (%s)"), where, found)
	case AskEmpty:
		return lang.Say(form.Both("汇总表中这些单位没有数字，未录入：%s", "these units of the summary have no figures and were left out: %s"), found)
	case AskRow:
		return lang.Say(form.Both("汇总表的这些行不是单位，未录入：%s", "these rows of the summary are not units and were left out: %s"), found)
	case AskStray:
		return lang.Say(form.Both("%s有数字却没有名称，未录入；请核对各列数字是否错行", "%s has numbers but no label and was left out; check whether columns have slipped"), strings.TrimSpace(q.Source.Sheet+" "+q.Source.Cell))
	case AskExample:
		return lang.Say(form.Both("示例表“%s”未录入", "the example “%s” was left out"), found)
	case AskColumn:
		return lang.Say(form.Both("汇总表的这些列不属于报告样式，未录入：%s", "these columns of the summary are not part of the form and were left out: %s"), found)
	default:
		return lang.Say(form.Both("读取了隐藏的行或工作表（%s），请核对", "hidden rows or sheets were read (%s), please check"), found)
	}
}

// period returns the text that says that a report is not for a whole year, if the question
// is about one.
func (q *Question) period() string {
	for _, text := range q.Found {
		if q.Blocking && yearCell(text) == 0 && isPartOfYear(squeeze(text)) {
			return text
		}
	}
	return ""
}

// where names the figure or table of a question and its place.
func (q *Question) where(lang form.Language) string {
	var parts []string
	if t := tableOf(q.Key.Table); t != nil {
		parts = append(parts, lang.Say(t.Name()))
		if it := t.Item(q.Key.Item); it != nil {
			parts = append(parts, lang.Say(it.Name()))
		}
		if c := t.Column(q.Key.Column); c != nil {
			parts = append(parts, lang.Say(c.Name()))
		}
	}
	place := strings.TrimSpace(q.Source.Sheet + " " + q.Source.Cell)
	if place != "" {
		place = lang.Say(form.Both("（%s）", " (%s)"), place)
	}
	return strings.Join(parts, " · ") + place
}

// tableOf returns a table of the latest edition that has it, or nil.
func tableOf(id string) *form.Table {
	editions := form.Editions()
	for i := len(editions) - 1; i >= 0; i-- {
		if t := editions[i].Table(id); t != nil {
			return t
		}
	}
	return nil
}

// ExplainRecall says which earlier answer was applied to a report, "" if none was.
func ExplainRecall(recalled *form.Correction, lang form.Language) string {
	if recalled == nil {
		return ""
	}
	name := recalled.Region + recalled.Unit
	if recalled.File == PasteName {
		return lang.Say(form.Both("按以前的更正：%s；不对请更正", "from an earlier correction: %s; please correct it if it is wrong"), name)
	}
	return lang.Say(form.Both("按以前对“%s”的更正：%s；不对请更正", "from an earlier correction of “%s”: %s; please correct it if it is wrong"), filepath.Base(recalled.File), name)
}
