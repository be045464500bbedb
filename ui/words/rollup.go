package words

import "nianbao/data/form"

// The texts of a roll-up of reports (汇总).
var (
	RollUp             = form.Both("汇总", "Roll-up")
	SaveRollUp         = form.Both("导出汇总表…", "Export the roll-up…")
	RollUpSaved        = form.Both("汇总表已保存：%s", "Roll-up saved: %s")
	RollUpTitle        = form.Both("%s%d年政府信息公开工作年度报告汇总（%d 个单位，应有 %d 个）", "%s %d: roll-up of %d annual reports (of %d expected)")
	RollUpChosen       = form.Both("所选单位", "Selected bodies")
	RollUpMembers      = form.Both("汇总范围", "Bodies")
	RollUpPart         = form.Both("情况", "Status")
	RollUpAdded        = form.Both("已汇总", "added")
	RollUpNoReport     = form.Both("没有该年报告，未汇总", "no report for the year; not added")
	RollUpOtherEdition = form.Both("报告样式版本不同，未汇总", "another edition of the form; not added")
	RollUpParent       = form.Both("是其他单位的上级，未汇总（否则重复计算）", "parent of other bodies; not added (it would count twice)")
	RollUpFindings     = form.Both("汇总核对", "Checks on the sums")
	RollUpSeverity     = form.Both("程度", "Severity")
	RollUpRule         = form.Both("规则", "Rule")
	RollUpFinding      = form.Both("核对结果", "Finding")
	RollUpNoFindings   = form.Both("汇总数各项勾稽关系成立", "The sums satisfy all identities")
	RollUpResidual     = form.Both("与公布数之差", "Compared with the published total")
	RollUpColumn       = form.Both("栏", "Column")
	RollUpPublished    = form.Both("上级公布数", "Published")
	RollUpSum          = form.Both("各单位合计", "Sum of bodies")
	RollUpRest         = form.Both("差额（公布数−合计）", "Residual (published − sum)")
	ErrorNoReport      = form.Both("所选范围没有这样的年报。请放宽筛选，或先导入。", "There is no such report among those selected. Widen the filters, or import it first.")
	RollUpCounted      = form.Both("有数单位", "Bodies with a figure")
)
