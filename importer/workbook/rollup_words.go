package workbook

import "nianbao/data/form"

// RollUpMissing is the state of a body without a report of the year, which is shown in red.
var RollUpMissing = form.Both("未报", "not reported")

// The names and titles of the sheets of a roll-up.
var (
	sheetOfSums        = form.Both("汇总", "Roll-up")
	sheetOfChecks      = form.Both("校验", "Checks")
	sheetOfCoverage    = form.Both("报送情况", "Coverage")
	sheetOfDifferences = form.Both("与公布数之差", "Difference from published")
	sheetOfGaps        = form.Both("空白与文字", "Blanks and texts")
	sheetOfSubtotal    = form.Both("小计%d", "Subtotal %d")
	sheetOfWhole       = form.Both("%s公布数", "%s as published")

	titleOfChecks      = form.Both("汇总数校验（左边应等于右边）", "Checks on the sums (the left must equal the right)")
	titleOfCoverage    = form.Both("报送情况：应报 %d 个，已汇总 %d 个，未汇总 %d 个", "Coverage: %d expected, %d added, %d not added")
	titleOfDifferences = form.Both("%s公布数与汇总数之差", "Figures published by %s and the sums")
	titleOfGaps        = form.Both("未计入汇总的空白与文字，以及带注的数字", "Blanks and texts that no sum counts, and numbers with notes")
	titleOfSubtotal    = form.Both("小计%d：%s 至 %s，共 %d 个单位", "Subtotal %d: %s to %s, %d units")
)

// The headings and words of its tables.
var (
	columnRule        = form.Both("规则", "Rule")
	columnPlace       = form.Both("数字", "Figure")
	columnLeft        = form.Both("左边", "Left")
	columnRight       = form.Both("右边", "Right")
	columnDifference  = form.Both("差", "Difference")
	columnResult      = form.Both("结果", "Result")
	columnUnitsBehind = form.Both("本身不符的单位（左边－右边，导出时）", "Units that break it themselves (left − right, when exported)")
	columnUnit        = form.Both("单位", "Unit")
	columnRegion      = form.Both("地区", "Region")
	columnState       = form.Both("情况", "Status")
	columnSheet       = form.Both("工作表", "Sheet")
	columnPublished   = form.Both("公布数", "Published")
	columnSum         = form.Both("汇总数", "Sum")
	columnRest        = form.Both("差额（公布－汇总）", "Published − sum")
	columnExplained   = form.Both("可能的原因（单位：现数 → 应为，导出时）", "Probable cause (unit: figure → expected, when exported)")
	columnRaw         = form.Both("原文", "As printed")
	columnCell        = form.Both("单元格", "Cell")

	checkHolds   = form.Both("通过", "holds")
	checkFails   = form.Both("不符", "fails")
	checkUnknown = form.Both("无法判断", "unknown")
	stateAdded   = form.Both("已汇总", "added")
)

// gapStates are the words for what a cell holds instead of a plain number.
func gapStates() map[form.Status]form.Words {
	return map[form.Status]form.Words{
		form.StatusBlank: form.Both("空白", "blank"), form.StatusNA: form.Both("不适用", "not applicable"),
		form.StatusText: form.Both("文字", "text"), form.StatusNoted: form.Both("带注，已计入", "noted, counted"),
	}
}
