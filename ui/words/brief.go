package words

import "nianbao/data/form"

// The texts of a briefing (简报).
var (
	SaveBrief     = form.Both("导出简报…", "Export the briefing…")
	BriefSaved    = form.Both("简报已保存：%s", "Briefing saved: %s")
	BriefFile     = form.Both("%s%d年政府信息公开简报.docx", "%s%d briefing.docx")
	BriefTitle    = form.Both("%s\n政府信息公开工作情况简报", "Disclosure of government information in %s")
	BriefSubtitle = form.Both("（%d年度）", "Briefing on the reports for %d")
	BriefAll      = form.Both("所选单位", "the selected bodies")

	BriefReporting    = form.Both("一、报送情况", "1. Reports handed in")
	BriefApplications = form.Both("二、依申请公开情况", "2. Applications")
	BriefEnforcement  = form.Both("三、行政许可和执法情况", "3. Licences and enforcement")
	BriefDisputes     = form.Both("四、行政复议和诉讼情况", "4. Review and litigation")
	BriefAttention    = form.Both("五、需要关注的情况", "5. What needs attention")
	BriefMethod       = form.Both("六、说明", "6. Notes")
	BriefUnits        = form.Both("附件1　主要数据（按新收申请排列，%d个单位）", "Annex 1: main figures (%d {unit|units}, by applications)")
	BriefSources      = form.Both("附件2　数字出处", "Annex 2: where the figures come from")
	BriefSheet        = form.Both("工作表", "Sheet")
	BriefTaken        = form.Both("表“%s”中“%s”的“%s”", "%s, %s, %s")
	BriefLayout       = form.Both("版式%d：%s。", "Layout %d: %s.")
	BriefLayoutColumn = form.Both("版式", "Layout")
	BriefNothing      = form.Both("没有达到下述门槛的情况。", "Nothing reaches the thresholds below.")
	BriefMethodAre    = form.Both("本简报的每一句都由程序按固定规则从各单位年度报告的数字写成，没有达到门槛的不写：增减只比较两年都有可比数字的单位，上年合计不足%[1]d的不写；比率的分母不足%[2]d的不写，两年的比率只在差别超出偶然（95%% 置信区间不重叠）时比较；排列只在至少%[3]d个单位有数、合计不少于%[2]d时写；单个单位的变化只在翻倍或减半、且超出偶然时写；样式修订前后含义不同的数字不作比较。空白不作 0 计。全域报告包含的单位不重复计入。",
		"Every sentence follows by fixed rules from the figures of the bodies' annual reports, and is left out if it does not reach its threshold. Changes compare only bodies with comparable figures in both years, and need at least %[1]d in the year before; rates need a denominator of at least %[2]d, and two years are compared only if their 95%% intervals do not overlap; ranks need at least %[3]d bodies with a figure and a total of %[2]d; the change of a single body is mentioned if it doubled or halved by more than chance. Figures whose meaning changed with the form are not compared. A blank never counts as 0. Bodies whose report is contained in another are not counted twice.")
)

// The clauses of a briefing.
var (
	BriefExpected = form.Both("%d年度应报送%d个单位，已报送%d个", "For %d, %d {body is|bodies are} expected to report and %d have done so")
	BriefMissing  = form.Both("未报送%d个：%s", "%d have not: %s")
	BriefApartAre = form.Both("另有%d个单位的报告采用其他版本的样式，未计入", "%d further reports follow another edition of the form and are not counted")
	BriefLevel    = form.Both("%s%s（%d个单位）", "%s: %s (%d {body|bodies})")
	BriefRise     = form.Both("可比的%d个单位由上年的%s增至%s，增加%s，增长%s", "in the %d {body|bodies} that can be compared, up from %s to %s, by %s or %s")
	BriefFall     = form.Both("可比的%d个单位由上年的%s减至%s，减少%s，下降%s", "in the %d {body|bodies} that can be compared, down from %s to %s, by %s or %s")
	BriefSame     = form.Both("可比的%d个单位与上年持平（%s）", "in the %d {body|bodies} that can be compared, unchanged (%s)")
	BriefApart    = form.Both("另有%d个单位上年没有可比的数字，本年%s", "%d further bodies have no comparable figure for the year before; this year %s")
	BriefRate     = form.Both("%s为%s（%s/%s，%d个单位）", "%s: %s (%s of %s, %d {body|bodies})")
	BriefRateUp   = form.Both("可比的%d个单位比上年提高%s个百分点（上年%s，本年%s）", "for the %d {body|bodies} that can be compared it rose by %s percentage points (from %s to %s)")
	BriefRateDown = form.Both("可比的%d个单位比上年降低%s个百分点（上年%s，本年%s）", "for the %d {body|bodies} that can be compared it fell by %s percentage points (from %s to %s)")
	BriefTop      = form.Both("%s最多的是%s，合计占%s（%s/%s）", "%s: most in %s, together %s (%s of %s)")
	BriefTopUnit  = form.Both("%s（%s）", "%s (%s)")
	BriefBroken   = form.Both("%s的报告有%d处勾稽关系不符", "the report of %s breaks %d {identity|identities}")
	BriefDoubled  = form.Both("%s的%s由上年的%s增至%s，为上年的%s倍", "%s, %s: from %s to %s, %s times as many")
	BriefHalved   = form.Both("%s的%s由上年的%s减至%s，下降%s", "%s, %s: from %s to %s, down %s")
	BriefNote     = form.Both("%s：%s。来源：各单位年度报告，见附件2。", "%s: %s. Source: the bodies' annual reports, see annex 2.")
	BriefComma    = form.Both("，", ", ")
	BriefStop     = form.Both("。", ". ")
	BriefSemi     = form.Both("；", "; ")
)
