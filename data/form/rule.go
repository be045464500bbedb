package form

// Severity says how serious a finding is.
type Severity string

// The severities of a finding, worst first.
const (
	SeverityError   Severity = "error"   // wrong in the report itself
	SeverityWarning Severity = "warning" // probably wrong, or not sure
	SeverityHint    Severity = "hint"    // worth knowing
)

// RuleID names a rule in findings, in files of findings and on the command
// line. An id is never reused for another rule.
type RuleID string

// The rules.
const (
	RuleBalance      RuleID = "balance"       // received + carried over = handled + carried forward
	RuleOutcomeSum   RuleID = "outcome-sum"   // the outcomes add up to their total
	RuleRowSum       RuleID = "row-sum"       // the kinds of applicants add up to the total
	RuleReviewSum    RuleID = "review-sum"    // the results of reviews add up to the total
	RuleCarryOver    RuleID = "carry-over"    // carried over equals what was carried forward the year before
	RuleInForce      RuleID = "in-force"      // documents in force follow from last year
	RuleNarrative    RuleID = "narrative"     // numbers in the text agree with the tables
	RuleBlank        RuleID = "blank"         // a cell is empty
	RuleNotANumber   RuleID = "not-a-number"  // a cell has no count
	RuleUnknownLabel RuleID = "unknown-label" // a row or column does not belong to the form
	RuleMissingTable RuleID = "missing-table" // a table or row is missing
	RuleEditionYear  RuleID = "edition-year"  // the edition is not that of the year
	RuleUnitOfMoney  RuleID = "unit-of-money" // an amount is in another unit
	RuleJump         RuleID = "jump"          // a figure changed very much
	RuleLookAlike    RuleID = "look-alike"    // a report repeats another one
	RuleAmbiguous    RuleID = "ambiguous"     // a figure can be read in two ways
	RuleHidden       RuleID = "hidden"        // a figure was read from a hidden sheet, row or column
	RuleEvidence     RuleID = "identity"      // the evidence for body or year contradicts itself
	RuleSources      RuleID = "sources"       // two sources of a report differ
	RuleParent       RuleID = "parent"        // a report differs from the sum of those it contains
)

// Rule describes one rule.
type Rule struct {
	ID      RuleID
	Name    Words
	Meaning Words // one sentence: the condition that must be met
}

// RulesVersion is raised with every change in what the checks find. Reports that were
// checked with an earlier version are checked again when the window opens, or before the
// next import.
const RulesVersion = 4

// Rules lists every rule that a finding can name.
func Rules() []Rule {
	return []Rule{
		{RuleBalance, Words{"勾稽关系", "Balance"}, Words{"本年新收＋上年结转＝办理总计＋结转下年，七列各自成立", "received + carried over = outcomes in total + carried forward, in each of the seven columns"}},
		{RuleOutcomeSum, Words{"办理结果合计", "Outcome sum"}, Words{"（七）总计＝三、本年度办理结果各行之和，七列各自成立", "outcomes in total = the sum of all outcome rows, in each column"}},
		{RuleRowSum, Words{"行合计", "Row sum"}, Words{"总计＝自然人＋五类法人或其他组织，每行成立", "total = natural persons + five kinds of bodies, in each row"}},
		{RuleReviewSum, Words{"复议诉讼合计", "Review sum"}, Words{"总计＝结果维持＋结果纠正＋其他结果＋尚未审结", "total = upheld + corrected + other + pending"}},
		{RuleCarryOver, Words{"结转衔接", "Carry-over"}, Words{"上年结转＝上一年报告的结转下年，七列各自成立", "carried over = what last year's report carried forward, in each column"}},
		{RuleInForce, Words{"有效件数衔接", "Stock in force"}, Words{"现行有效件数＝上年现行有效件数＋本年制发－本年废止", "in force = in force last year + issued − repealed"}},
		{RuleNarrative, Words{"文表一致", "Text against tables"}, Words{"正文所述数字与表中数字一致", "numbers in the text agree with the tables"}},
		{RuleBlank, Words{"未填", "Blank cells"}, Words{"应填的格为空；空不等于0，请确认是否为0", "cells are empty; blank is not zero, confirm whether it means 0"}},
		{RuleNotANumber, Words{"不是数字", "Not a number"}, Words{"格中应为非负整数（金额可有小数，增减可有正负号）", "the cell should hold a whole number, not negative (amounts may have decimals, changes a sign)"}},
		{RuleUnknownLabel, Words{"不认识的行列", "Unknown label"}, Words{"表中有样式之外的行或列，未计入", "a row or column that the form does not have; not counted"}},
		{RuleMissingTable, Words{"缺表", "Missing table"}, Words{"报告缺少样式规定的表或行", "a table or row of the form is missing"}},
		{RuleEditionYear, Words{"样式与年份", "Edition and year"}, Words{"报告样式与报告年份不符", "the edition of the form does not belong to the reporting year"}},
		{RuleUnitOfMoney, Words{"金额单位", "Unit of money"}, Words{"金额的单位与样式不同，已换算，请核对", "the amount is printed in another unit than the form's; converted, please check"}},
		{RuleJump, Words{"异常变动", "Jump"}, Words{"与上年相比变动很大（上年不少于50、相差不少于300，且为4倍以上或四分之一以下），请核对", "changed very much against last year (50 or more then, a difference of 300 or more, and four times or a quarter of it), please check"}},
		{RuleLookAlike, Words{"内容雷同", "Look-alike"}, Words{"数字表或正文与其他单位同年报告、或与本单位上年报告雷同（通用语句不计）", "tables or text repeat another body's report of the year, or last year's (phrases that everybody uses do not count)"}},
		{RuleAmbiguous, Words{"两种读法", "Two readings"}, Words{"同一数字在文件中有两种读法，未计入", "the file gives two readings of one figure; neither was taken"}},
		{RuleHidden, Words{"隐藏行列", "Hidden parts"}, Words{"数字取自隐藏的工作表或行", "figures were read from a hidden sheet or row"}},
		{RuleSources, Words{"来源不一", "Sources differ"}, Words{"同一报告的各个来源（表、部分表、汇总表）数字一致", "all sources of a report (form, parts of it, summaries) give the same number"}},
		{RuleParent, Words{"上下级不一", "Parent and parts"}, Words{"全域报告的数字不小于所含各单位之和", "a report that contains others has at least their sum"}},
		{RuleEvidence, Words{"单位年份存疑", "Body or year in doubt"}, Words{"单位或年份的依据互相矛盾", "the evidence for body or year contradicts itself"}},
	}
}

// RuleByID returns the rule with that id; ok is false for an unknown one.
func RuleByID(id RuleID) (Rule, bool) {
	for _, r := range Rules() {
		if r.ID == id {
			return r, true
		}
	}
	return Rule{}, false
}
