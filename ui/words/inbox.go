package words

import "nianbao/data/form"

// The lines of an import, in groups.
var (
	GroupRivals     = form.Both("多个候选", "Several candidates")
	GroupUnit       = form.Both("单位待定", "Unit uncertain")
	GroupUnitYear   = form.Both("单位、年度待定", "Unit and year uncertain")
	GroupYear       = form.Both("年度待定", "Year uncertain")
	GroupPassword   = form.Both("需要密码", "Password needed")
	GroupDoubtful   = form.Both("表格待核", "Tables to check")
	GroupFailed     = form.Both("无法读取", "Not readable")
	GroupNewer      = form.Both("更新版本", "Newer versions")
	GroupFurther    = form.Both("补充来源", "Further sources")
	GroupNew        = form.Both("新报告", "New reports")
	GroupUnchanged  = form.Both("没有变化", "Unchanged")
	GroupLeftOut    = form.Both("不录入", "Left out")
	GroupAnswered   = form.Both("已答复", "Answered")
	GroupChanged    = form.Both("%s 个数字不同", "%s {figure differs|figures differ}")
	GroupChangedOne = form.Both("1 个数字不同", "1 figure differs")
	GroupHint       = form.Both("双击标题行收起或展开；选中标题行就是选中这一组", "Double-click a heading to collapse or expand its group; selecting it selects the group")
	LineUnknown     = form.Both("未定", "unknown")
	LinesToAnswer   = form.Both("待处理", "To answer")
	LinesAttention  = form.Both("有问题", "With problems")
)

// Answers to the questions of an import.
var (
	AnswerPick      = form.Both("从名录选", "Register…")
	AnswerPickHint  = form.Both("名称或拼音首字母", "Name or pinyin initials")
	AnswerProposed  = form.Both("建议", "Suggested")
	AnswerTakeAll   = form.Both("按建议录入 %d 行", "Take the suggestion for %d {line|lines}")
	AnswerTakeOne   = form.Both("按建议录入：%s", "Take the suggestion: %s")
	AnswerLeaveOut  = form.Both("不录入", "Leave out")
	AnswerLeaveSome = form.Both("不录入 %d 行", "Leave out %d {line|lines}")
	AnswerFolder    = form.Both("此文件夹属于…", "This folder belongs to…")
	LeftOutLabel    = form.Both("不录入：%s", "Left out: %s")
	LineLeftOut     = form.Both("按你的选择没有录入；要录入，选中这一行答复", "left out as you chose; select the line and answer to import it")
	FolderTitle     = form.Both("文件夹属于哪个地区？", "In which region are the units of a folder?")
	FolderName      = form.Both("文件夹", "Folder")
	FolderRegion    = form.Both("属于", "Belongs to")
	FolderHint      = form.Both("如 江南省云州市临江区", "e.g. 江南省云州市临江区")
	FolderEffect    = form.Both("重新读取这个文件夹中的 %d 份；没有写明地区的单位归入此地。以后从这个文件夹导入的也照此办理。", "%d {report|reports} of this folder will be read again: units without a region are taken to be in this one. The rule also applies to later imports from this folder.")
	FolderSave      = form.Both("确定", "Apply")
	FolderLabel     = form.Both("%s 属于 %s", "%s belongs to %s")
)

// Candidates and versions side by side.
var (
	CandidateNamed    = form.Both("文件名有“%s”", "its name says %s")
	CandidatePlain    = form.Both("文件名不是初稿", "its name is not that of a draft")
	CandidateLatest   = form.Both("文件日期最近", "the latest file")
	CandidateFuller   = form.Both("填得更全", "it is filled in more completely")
	CandidateProposal = form.Both("建议：%s", "Suggested: %s")
	CandidateTake     = form.Both("采用这份", "Take this one")
	CandidateDated    = form.Both("文件 %s", "file of %s")
	CandidateImported = form.Both("导入 %s", "imported %s")
	CandidateNumbers  = form.Both("%d 个数字", "%d {number|numbers}")
	CandidateFigure   = form.Both("不同的数字（%d）", "Figures that differ (%d)")
	CandidateSame     = form.Both("数字全部相同", "All figures are the same")
	CandidateReading  = form.Both("正在比较…", "Comparing…")
	CandidateWas      = form.Both("原来", "Before")
	CandidateNow      = form.Both("现在", "Now")
	CandidateTakeAll  = form.Both("按建议采用（%d 组）", "Take the suggestions (%d)")
)

// The lines of all imports that wait for the user.
var (
	WaitingTitle = form.Both("待处理 %s 项", "%s to answer")
	WaitingAll   = form.Both("各次导入中还没有答复的", "of all imports")
	WaitingNote  = form.Both("以前的导入中还没有答复的都在这里；关闭程序也不会丢", "Unanswered questions of earlier imports; they are kept when the program is closed")
)

// The sources of a report.
var (
	SourcesTitle      = form.Both("这份报告的来源（%d）", "Sources of this report (%d)")
	SourcesWhat       = form.Both("%s · 工作表“%s”", "%s · sheet “%s”")
	SourcesWhen       = form.Both("%s 导入 · %d 项", "imported %s · %d {figure|figures}")
	SourcesAgree      = form.Both("印证 %d 项，补充 %d 项", "confirms %d {figure|figures}, adds %d")
	SourcesContradict = form.Both("不一致 %d 项", "contradicts %d {figure|figures}")
	SourcesDiffer     = form.Both("其他来源的数字不同", "Other sources differ")
	SourceForm        = form.Both("整份报告", "whole form")
	SourcePart        = form.Both("报告的一部分", "part of the form")
	SourceSummary     = form.Both("汇总表", "summary table")
)

// The outcome of an import, for the history.
var (
	CountImported   = form.Both("新增 %s", "%s new")
	CountReplaced   = form.Both("更新 %s", "%s replaced")
	CountAdded      = form.Both("补充来源 %s", "%s further sources")
	CountUnchanged  = form.Both("未变 %s", "%s unchanged")
	CountNothing    = form.Both("没有录入报告", "no report imported")
	ImportSomeAsked = form.Both("待答的还没有录入：选中一行或一组，在下方答复", "Reports with questions are not imported yet: select a line or a group and answer below")
)
