package words

import "nianbao/data/form"

// The texts of a roll-up of reports (汇总).
var (
	RollUp             = form.Both("汇总", "Roll-up")
	SaveRollUp         = form.Both("导出汇总表…", "Export the roll-up…")
	RollUpSaved        = form.Both("汇总表已保存：%s", "Roll-up saved: %s")
	RollUpTitle        = form.Both("%s%d年政府信息公开工作年度报告汇总（%d 个单位，应有 %d 个）", "%s%d年政府信息公开工作年度报告汇总 · roll-up of %d {report|reports} (of %d expected)")
	RollUpChosen       = form.Both("所选单位", "Selected bodies")
	RollUpOtherEdition = form.Both("报告样式版本不同，未汇总", "another edition of the form; not added")
	RollUpParent       = form.Both("是其他单位的上级，未汇总（否则重复计算）", "parent of other bodies; not added (it would count twice)")
	ErrorManyUnits     = form.Both("所选单位超过 1,000 个，一个工作簿放不下这么多工作表。请按地区分别汇总。", "More than 1,000 bodies are selected, too many sheets for one workbook. Roll up each region on its own.")
	ErrorManyForBrief  = form.Both("所选单位超过 2,000 个，简报的附件无法逐一列出数字出处。请缩小范围。", "More than 2,000 bodies are selected; the annex cannot name the source of each figure. Choose fewer.")
	ErrorNoReport      = form.Both("所选范围没有这样的年报。请放宽筛选，或先导入。", "There is no such report among those selected. Widen the filters, or import it first.")
)
