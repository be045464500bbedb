package words

// What a roll-up of reports (汇总) says.
var (
	RollUp           = Word{"汇总", "Roll-up"}
	SaveRollUp       = Word{"导出汇总表…", "Export the roll-up…"}
	RollUpSaved      = Word{"汇总表已保存：%s", "Roll-up saved: %s"}
	RollUpTitle      = Word{"%s%d年政府信息公开工作年度报告汇总（%d 个单位，应有 %d 个）", "%s %d: roll-up of %d annual reports (of %d expected)"}
	RollUpChosen     = Word{"所选单位", "Selected bodies"}
	RollUpMembers    = Word{"汇总范围", "Bodies"}
	RollUpPart       = Word{"情况", "Status"}
	RollUpAdded      = Word{"已汇总", "added"}
	RollUpLacking    = Word{"没有该年报告，未汇总", "no report for the year; not added"}
	RollUpApart      = Word{"报告样式版本不同，未汇总", "another edition of the form; not added"}
	RollUpParent     = Word{"是其他单位的上级，未汇总（否则重复计算）", "parent of other bodies; not added (it would count twice)"}
	RollUpFindings   = Word{"汇总核对", "Checks on the sums"}
	RollUpSeverity   = Word{"程度", "Severity"}
	RollUpRule       = Word{"规则", "Rule"}
	RollUpFinding    = Word{"核对结果", "Finding"}
	RollUpNoFindings = Word{"汇总数各项勾稽关系成立", "The sums satisfy all identities"}
	RollUpResidual   = Word{"与公布数之差", "Compared with the published total"}
	RollUpColumn     = Word{"栏", "Column"}
	RollUpPublished  = Word{"上级公布数", "Published"}
	RollUpSum        = Word{"各单位合计", "Sum of bodies"}
	RollUpRest       = Word{"差额（公布数−合计）", "Residual (published − sum)"}
	ErrorNoReport    = Word{"所选范围没有这样的年报。请放宽筛选，或先导入。", "There is no such report among those selected. Widen the filters, or import it first."}
	RollUpCounted    = Word{"有数单位", "Bodies with a figure"}
)
