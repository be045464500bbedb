package words

// The findings.
var (
	FindingsOnly        = Word{"只看问题", "Problems only"}
	FindingsYears       = Word{"全部年度", "All years"}
	FindingsSomeYears   = Word{"%d 个年度", "%d years"}
	FindingsYear        = Word{"%d 年度", "%d"}
	FindingsGroup       = Word{"%s（%d）", "%s (%d)"}
	FindingsFoldHint    = Word{"双击或按回车，收起或展开这个单位；F4、Shift+F4 到下一条、上一条。", "Double-click or press Enter to collapse or expand this unit; F4 and Shift+F4 go to the next and the previous finding."}
	FindingsClean       = Word{"没有问题", "no problems"}
	FindingsErrors      = Word{"错误 %d", "%d errors"}
	FindingsWarnings    = Word{"存疑 %d", "%d doubtful"}
	FindingsHints       = Word{"提示 %d", "%d hints"}
	FindingsDecided     = Word{"已判定 %d", "%d decided"}
	FindingsNoProblems  = Word{"没有发现问题", "No problems found"}
	FindingsShowAll     = Word{"显示全部提示", "Show hints too"}
	FindingsUnitsCount  = Word{"%s 个单位", "%s units"}
	FindingsMore        = Word{"另有 %s 条提示", "%s more hints"}
	ColumnRepair        = Word{"建议", "Suggested"}
	ColumnDecision      = Word{"核实", "Decision"}
	ColumnNote          = Word{"备注", "Remark"}
	DecisionPending     = Word{"待核", "Pending"}
	DecisionConfirmed   = Word{"属实", "Confirmed"}
	DecisionIgnored     = Word{"忽略", "Ignored"}
	DecisionNoteHint    = Word{"备注，如“已电话核实”", "Remark, e.g. “confirmed by phone”"}
	RepairNone          = Word{"算不出唯一的改法，请核对原始台账", "No change to one or two cells resolves it; check the original records"}
	RepairLabel         = Word{"建议：%s", "Suggestion: %s"}
	RepairTied          = Word{"建议（并列，算术上无法区分）", "Suggestions (arithmetic cannot tell which is right)"}
	RepairTiedShort     = Word{"并列：%s", "one of several: %s"}
	RepairOr            = Word{"或：%s", "or: %s"}
	RepairMore          = Word{"另有 %d 种改法", "%d more possibilities"}
	RepairPending       = Word{"正在推算改法…", "Working out suggestions…"}
	NextFinding         = Word{"下一条核对提示", "Next finding"}
	PreviousFinding     = Word{"上一条核对提示", "Previous finding"}
	OpenAgainst         = Word{"打开%s %d 年报告 ›", "Open %s %d ›"}
	OpenAgainstOwn      = Word{"打开 %d 年报告 ›", "Open the report of %d ›"}
	OpenReport          = Word{"打开报告", "Open the report"}
	FindingsWalkedAll   = Word{"已到最后一条", "That was the last one"}
	FindingsWalkedFirst = Word{"已到第一条", "That was the first one"}
)

// The report view.
var (
	PaneReport          = Word{"报告", "Report"}
	ReportNone          = Word{"请选择一个单位", "Choose a unit"}
	ReportUnitHint      = Word{"搜索单位", "Search units"}
	ReportEarlier       = Word{"上一年", "Previous year"}
	ReportLater         = Word{"下一年", "Next year"}
	ReportLastYear      = Word{"对照上年", "Compare with last year"}
	ReportLastYearValue = Word{"上年 %s", "was %s"}
	ReportFindings      = Word{"核对提示", "Findings"}
	ReportNoFindings    = Word{"各项勾稽成立，没有核对提示", "All identities hold; no findings"}
	ReportProposed      = Word{"应为 %s", "should be %s"}
	ReportProposedTied  = Word{"%s → %s", "%s → %s"}
	ReportSummary       = Word{"%s %d 年度 · %d 个数据项 · %d 条核对提示", "%s %d · %d figures · %d findings"}
	ReportShowText      = Word{"显示正文", "Show the text"}
	LegendTerms         = Word{"参与核算的格，编号与左侧算式一致", "in this calculation, numbered"}
	LegendWrong         = Word{"建议修改的格", "suggested change"}
)

// An arithmetic as a sum on paper.
var (
	CalculationSum      = Word{"合计", "Sum"}
	CalculationGap      = Word{"相差", "Difference"}
	CalculationZeros    = Word{"其余 %d 项", "%d others"}
	CalculationDoubtful = Word{"有格未填或不是数字，按 0 计算不成立", "Some cells have no number; with 0 in their place it does not hold"}
)

// The source of a figure.
var (
	SourceTitle      = Word{"数据出处", "Where it comes from"}
	SourceHint       = Word{"单击表中任一数字，这里显示它来自哪个文件、哪个单元格，历次取值，以及它参与的勾稽关系。", "Click any figure to see its file and cell, its earlier values and the identities it is part of."}
	SourceFile       = Word{"文件", "File"}
	SourceSheet      = Word{"工作表", "Sheet"}
	SourceCell       = Word{"单元格", "Cell"}
	SourceRaw        = Word{"原文", "Original text"}
	SourceStatus     = Word{"状态", "Status"}
	SourceImported   = Word{"导入时间", "Imported"}
	SourceRawEmpty   = Word{"（空）", "(empty)"}
	SourceQuoted     = Word{"“%s”", "“%s”"}
	SourceMissing    = Word{"文件中没有这一格", "Not in the file"}
	SourceRevisions  = Word{"历次取值", "Earlier values"}
	SourceInForce    = Word{"现行", "in force"}
	SourceIdentities = Word{"所在勾稽关系", "Identities it is part of"}
	SourceNoIdentity = Word{"这一格不参与勾稽", "Not part of any identity"}
	SourceOpen       = Word{"打开原文件", "Open the file"}
	SourceCopy       = Word{"复制位置", "Copy location"}
	SourceCopied     = Word{"已复制：%s", "Copied: %s"}
	SourcePlace      = Word{"%s｜%s｜%s", "%s | %s | %s"}
	SourceChange     = Word{"上年 %s，%s", "%s last year, %s"}
	StatusNumber     = Word{"数字", "a number"}
	StatusBlank      = Word{"未填（空格）", "blank"}
	StatusNA         = Word{"不适用", "not applicable"}
	StatusText       = Word{"不是数字", "not a number"}
	StatusNoted      = Word{"数字，旁有注或单位", "a number with a note"}
	FileGoneTitle    = Word{"原文件不在了", "File not found"}
	FileGone         = Word{"在 %s 找不到这个文件，它可能已被移动、改名或删除。数据库中的数字不受影响。", "There is no file at %s. It may have been moved, renamed or deleted; the figures in the database are not affected."}
	FileNotOpened    = Word{"系统没有打开 %s 的程序：%s", "The system could not open %s: %s"}
)

// The return copy.
var (
	ReturnCopy          = Word{"退回件…", "Return copy…"}
	ReturnFileName      = Word{"退回_%s_%d.xlsx", "return_%s_%d.xlsx"}
	ReturnTitle         = Word{"保存退回件", "Save the return copy"}
	ReturnDone          = Word{"退回件已保存", "Return copy saved"}
	ReturnOfOriginal    = Word{"%s\n\n以原文件的副本制作：有问题的单元格已着色并附批注，第一张工作表是退回清单。原文件未作任何改动。", "%s\n\nMade from a copy of the original file: the cells concerned are highlighted and commented, and the first sheet lists them. The original was not changed."}
	ReturnOfForm        = Word{"%s\n\n原文件已不在原处、有过改动，或格式不能加批注，因此以填好数字的统一样式制作：有问题的单元格已着色并附批注，第一张工作表是退回清单。", "%s\n\nThe original file is gone, has changed or cannot hold comments, so the official form was filled in with its figures: the cells concerned are highlighted and commented, and the first sheet lists them."}
	ReturnOntoItself    = Word{"不能把退回件存到原文件上，请换一个文件名。", "A return copy cannot overwrite the original file. Choose another name."}
	ReturnNothing       = Word{"没有可退回的问题", "Nothing to send back"}
	ReturnNothingText   = Word{"这份报告没有核对提示，或都已判定为忽略。", "This report has no findings, or all of them were ignored."}
	SaverName           = Word{"文件名", "File name"}
	SaverSave           = Word{"保存", "Save"}
	SaverExists         = Word{"文件已存在", "File already exists"}
	SaverIsFolder       = Word{"“%s”是这里的一个文件夹，请换一个名称。", "“%s” is a folder. Choose another name."}
	SaverReplace        = Word{"%s 已存在，要替换它吗？", "%s already exists. Replace it?"}
	SaverReplaceConfirm = Word{"替换", "Replace"}
	SaverFilter         = Word{"在此文件夹中搜索", "Search in this folder"}
)
