package form

// OtherItem is the id of （六）其他处理. Edition 2019 and some reports of edition
// 2021 print it as one row; otherwise it is a group, whose value is the sum of its
// leaves.
const OtherItem = "other"

// ApplicationsTable and ReviewTable are the ids of sections 三 and 四.
const (
	ApplicationsTable = "applications"
	ReviewTable       = "review"
	TotalColumnID     = "total"
)

const outcomeHeading = "三、本年度办理结果"

// receivedRows returns the rows of section 三 above the outcomes.
func receivedRows() []Item {
	return []Item{
		{ID: "received", Label: "一、本年新收政府信息公开申请数量", Short: "本年新收", English: "Received this year", Side: LeftSide,
			Aliases: []string{"本年新收", "新收", "本年新收申请", "本年新收申请数量", "新收申请数", "新收政府信息公开申请数量", "本年新收政府信息公开申请", "本年新收政府信息公开申请数", "收到", "收到申请", "新收到", "新收到申请", "申请总数", "申请件数", "申请数", "申请数量", "申请总量", "申请总件数", "新增申请", "本年申请"}},
		{ID: "carried-over", Label: "二、上年结转政府信息公开申请数量", Short: "上年结转", English: "Carried over from last year", Side: LeftSide, Stock: true,
			Aliases: []string{"上年结转", "上年结转申请", "上年结转申请数量", "上年度结转", "上一年结转政府信息公开申请数量", "上年度结转政府信息公开申请数量", "上年结转政府信息公开申请", "上年结转政府信息公开申请数", "上年度结转申请", "上年转入", "上年度转入", "上一年结转", "上一年度结转", "结转上年", "上年结转来"}},
	}
}

// outcomeRows returns the rows and groups of 三、本年度办理结果 up to （五）.
func outcomeRows() []Item {
	return []Item{
		{ID: "granted", Label: "（一）予以公开", Short: "予以公开", English: "Granted", Aliases: []string{"予以公开件数"}},
		{ID: "granted-in-part", Label: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", Short: "部分公开", English: "Granted in part",
			Aliases: []string{"部分公开", "部分公开区分处理的只计这一情形不计其他情形"}},
		{ID: "refused", Label: "（三）不予公开", Short: "不予公开", English: "Refused", IsGroup: true},
		{ID: "refused-state-secret", Group: "refused", Label: "1.属于国家秘密", Short: "国家秘密", English: "State secret", Aliases: []string{"国家秘密"}},
		{ID: "refused-by-law", Group: "refused", Label: "2.其他法律行政法规禁止公开", Short: "法律法规禁止公开", English: "Prohibited by law",
			Aliases: []string{"其他法律行政止公开", "其他法律法规禁止公开", "法律行政法规禁止公开", "法律法规禁止公开", "法律法规禁止", "法律行政法规禁止"}},
		{ID: "refused-security", Group: "refused", Label: "3.危及“三安全一稳定”", Short: "三安全一稳定", English: "Endangers security or stability", Aliases: []string{"三安全一稳定", "危及三安全一稳定", "三安全"}},
		{ID: "refused-third-party", Group: "refused", Label: "4.保护第三方合法权益", Short: "第三方合法权益", English: "Third-party rights",
			Aliases: []string{"保护第三方权益", "第三方合法权益", "第三方权益", "第三方"}},
		{ID: "refused-internal", Group: "refused", Label: "5.属于三类内部事务信息", Short: "内部事务信息", English: "Internal affairs",
			Aliases: []string{"三类内部事务信息", "内部事务信息", "内部事务", "三类内部事务"}},
		{ID: "refused-deliberative", Group: "refused", Label: "6.属于四类过程性信息", Short: "过程性信息", English: "Deliberative process",
			Aliases: []string{"四类过程性信息", "过程性信息", "过程性", "四类过程性"}},
		{ID: "refused-case-file", Group: "refused", Label: "7.属于行政执法案卷", Short: "行政执法案卷", English: "Enforcement case file",
			Aliases: []string{"行政执法案卷", "属于行政执法案卷信息", "执法案卷", "行政执法案卷信息"}},
		{ID: "refused-inquiry", Group: "refused", Label: "8.属于行政查询事项", Short: "行政查询事项", English: "Administrative inquiry", Aliases: []string{"行政查询事项", "行政查询"}},
		{ID: "unavailable", Label: "（四）无法提供", Short: "无法提供", English: "Unavailable", IsGroup: true},
		{ID: "unavailable-not-held", Group: "unavailable", Label: "1.本机关不掌握相关政府信息", Short: "不掌握相关信息", English: "Not held",
			Aliases: []string{"不掌握相关政府信息", "本机关不掌握", "不掌握", "不掌握信息"}},
		{ID: "unavailable-to-create", Group: "unavailable", Label: "2.没有现成信息需要另行制作", Short: "需另行制作", English: "Would have to be created",
			Aliases: []string{"没有现成信息", "需要另行制作", "另行制作", "需另行制作"}},
		{ID: "unavailable-unclear", Group: "unavailable", Label: "3.补正后申请内容仍不明确", Short: "补正后仍不明确", English: "Unclear after correction",
			Aliases: []string{"补正后仍不明确", "申请内容仍不明确", "仍不明确", "补正后不明确"}},
		{ID: "not-processed", Label: "（五）不予处理", Short: "不予处理", English: "Not processed", IsGroup: true},
		{ID: "not-processed-petition", Group: "not-processed", Label: "1.信访举报投诉类申请", Short: "信访举报投诉", English: "Petition or complaint",
			Aliases: []string{"信访举报投诉", "信访投诉举报类申请", "信访投诉举报", "信访类申请", "信访举报"}},
		{ID: "not-processed-repeat", Group: "not-processed", Label: "2.重复申请", Short: "重复申请", English: "Repeat request", Aliases: []string{"重复"}},
		{ID: "not-processed-publication", Group: "not-processed", Label: "3.要求提供公开出版物", Short: "公开出版物", English: "Publication requested", Aliases: []string{"公开出版物", "要求提供出版物", "出版物"}},
		{ID: "not-processed-excessive", Group: "not-processed", Label: "4.无正当理由大量反复申请", Short: "大量反复申请", English: "Excessive repetition", Aliases: []string{"大量反复申请", "反复申请"}},
		{ID: "not-processed-confirm", Group: "not-processed", Label: "5.要求行政机关确认或重新出具已获取信息", Short: "确认或重新出具", English: "Confirmation or reissue",
			Aliases: []string{"确认或重新出具已获取信息", "要求确认或重新出具已获取信息", "确认或重新出具", "重新出具"}},
	}
}

// otherRow returns （六）其他处理 as one row, otherRows as a group with its leaves.
func otherRow() []Item {
	return []Item{{ID: OtherItem, Label: "（六）其他处理", Short: "其他处理", English: "Other"}}
}

func otherRows() []Item {
	return []Item{
		{ID: OtherItem, Label: "（六）其他处理", Short: "其他处理", English: "Other", IsGroup: true},
		{ID: "other-not-corrected", Group: OtherItem, Label: "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", Short: "逾期不补正", English: "Not corrected in time",
			Aliases: []string{"逾期不补正", "申请人无正当理由逾期不补正", "无正当理由逾期不补正", "不补正", "逾期未补正"}},
		{ID: "other-unpaid", Group: OtherItem, Label: "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", Short: "逾期未缴费", English: "Fee not paid in time",
			Aliases: []string{"逾期不缴费", "逾期未缴费", "逾期不缴纳费用", "申请人逾期未按收费通知要求缴纳费用", "逾期未按收费通知要求缴纳费用", "未缴费", "不缴费", "逾期未缴纳费用"}},
		{ID: "other-other", Group: OtherItem, Label: "3.其他", Short: "其他", English: "Other reasons", Aliases: []string{"其他处理-其他"}},
	}
}

// closingRows returns （七）总计 and 四、结转下年度继续办理.
func closingRows() []Item {
	return []Item{
		{ID: "outcome-total", Label: "（七）总计", Short: "办理总计", English: "Outcomes in total", IsTotal: true, Side: RightSide,
			Aliases: []string{"办理总计", "办理结果总计", "本年度办理结果总计", "办结", "已办结", "答复", "已答复", "办理结果合计", "办理合计", "办理总数", "办理数", "办理件数", "办结合计", "答复合计", "办结总计"}},
		{ID: "carried-forward", Label: "四、结转下年度继续办理", Short: "结转下年", English: "Carried forward", Side: RightSide, Stock: true,
			Aliases: []string{"结转下一年度", "结转下一年度继续办理", "结转下年度", "结转下年", "结转下年继续办理", "结转下一年", "转下年", "转下年度", "结转至下年", "结转至下年度", "结转到下年度", "结转到下年", "下年结转", "结转下年办理"}},
	}
}

// applications returns section 三 with the given rows for （六）.
func applications(other []Item) Table {
	items := receivedRows()
	for _, it := range append(append(outcomeRows(), other...), closingRows()[0]) {
		it.Heading = outcomeHeading
		items = append(items, it)
	}
	return Table{
		ID: ApplicationsTable, Section: 3, Short: "申请", English: "Applications",
		Label: "三、收到和处理政府信息公开申请情况", Items: append(items, closingRows()[1]), Columns: applicantKinds(),
		TotalRule: RuleRowSum, ItemTotalRule: RuleOutcomeSum, BalanceRule: RuleBalance,
	}
}

// applicantKinds returns the seven columns of section 三.
func applicantKinds() []Column {
	const legal = "法人或其他组织"
	return []Column{
		{ID: "natural-person", Label: "自然人", Short: "自然人", English: "Natural persons", Unit: "件"},
		{ID: "business", Label: "商业企业", Short: "商业企业", English: "Businesses", Heading: legal, Unit: "件", Aliases: []string{"商业", "企业"}},
		{ID: "research", Label: "科研机构", Short: "科研机构", English: "Research bodies", Heading: legal, Unit: "件", Aliases: []string{"科研"}},
		{ID: "charity", Label: "社会公益组织", Short: "社会公益组织", English: "Charities", Heading: legal, Unit: "件", Aliases: []string{"社会公益", "公益组织", "社会组织"}},
		{ID: "legal-service", Label: "法律服务机构", Short: "法律服务机构", English: "Legal services", Heading: legal, Unit: "件", Aliases: []string{"法律服务", "法律机构"}},
		{ID: "other-org", Label: "其他", Short: "其他组织", English: "Other bodies", Heading: legal, Unit: "件", Aliases: []string{"其他组织", "其他法人或组织", "其他法人"}},
		{ID: TotalColumnID, Label: "总计", Short: "总计", English: "Total", Unit: "件", IsTotal: true, Aliases: []string{"合计"}},
	}
}

// review returns section 四, which is the same in all editions.
func review() Table {
	const litigation = "行政诉讼"
	return Table{
		ID: ReviewTable, Section: 4, Short: "复议诉讼", English: "Review and litigation", Across: true,
		Label: "四、政府信息公开行政复议、行政诉讼情况",
		Items: []Item{
			{ID: "reconsideration", Label: "行政复议", Short: "行政复议", English: "Reconsideration", Aliases: []string{"复议"}},
			{ID: "litigation-direct", Label: "未经复议直接起诉", Short: "未经复议直接起诉", English: "Direct litigation", Heading: litigation,
				Aliases:        []string{"直接起诉", "未经复议", "直接诉讼", "未经复议起诉", "未经复议诉讼", "未经复议直接诉讼", "未经复议直接提起诉讼", "未经复议直接提起行政诉讼", "未经行政复议", "未经行政复议直接起诉", "直接提起诉讼", "直接提起行政诉讼"},
				HeadingAliases: []string{"诉讼", "行政诉讼案件", "行政诉讼情况", "行政应诉", "政府信息公开行政诉讼", "信息公开行政诉讼"}},
			{ID: "litigation-after", Label: "复议后起诉", Short: "复议后起诉", English: "Litigation after reconsideration", Heading: litigation,
				Aliases: []string{"经复议后起诉", "复议后诉讼", "经复议", "经复议起诉", "经复议诉讼", "经复议后诉讼", "经行政复议后起诉", "行政复议后起诉", "复议后提起诉讼", "复议后提起行政诉讼", "经复议后提起诉讼", "经复议后提起行政诉讼"}},
		},
		Columns: []Column{
			{ID: "upheld", Label: "结果维持", Short: "维持", English: "Upheld", Unit: "件", Aliases: []string{"维持"}},
			{ID: "corrected", Label: "结果纠正", Short: "纠正", English: "Corrected", Unit: "件", Aliases: []string{"纠正"}},
			{ID: "other", Label: "其他结果", Short: "其他结果", English: "Other result", Unit: "件", Aliases: []string{"结果", "其他"}},
			{ID: "pending", Label: "尚未审结", Short: "尚未审结", English: "Pending", Unit: "件", Aliases: []string{"审结", "未审结"}},
			{ID: TotalColumnID, Label: "总计", Short: "总计", English: "Total", Unit: "件", IsTotal: true, Aliases: []string{"合计"}},
		},
		TotalRule: RuleReviewSum,
	}
}
