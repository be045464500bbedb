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
	GroupChanged    = form.Both("%s 个数字不同", "%s figures differ")
	GroupChangedOne = form.Both("1 个数字不同", "1 figure differs")
	GroupHint       = form.Both("双击标题行收起或展开；选中标题行就是选中这一组", "Double-click a heading to collapse or expand its group; selecting it selects the group")
	LineUnknown     = form.Both("未定", "unknown")
	LinesToAnswer   = form.Both("待处理", "To settle")
	LinesAttention  = form.Both("有问题", "With problems")
)
