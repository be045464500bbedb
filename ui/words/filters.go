package words

// The sections of filters and how they sum up what is chosen.
var (
	FilterUnitKinds  = Word{"单位类型", "Kind of unit"}
	FilterItems      = Word{"事项", "Items"}
	FilterItemsHint  = Word{"搜索事项", "Search items"}
	FilterStatuses   = Word{"填报状态", "Status of figures"}
	FilterEditions   = Word{"报告格式", "Edition"}
	FilterItemCount  = Word{"%d 个事项", "%d items"}
	FilterCount      = Word{"%d 个", "%d"}
	EditionName      = Word{"%s 版", "Edition %s"}
	EditionYears     = Word{"%d–%d 年度", "%d–%d"}
	EditionYearsOpen = Word{"%d 年度起", "since %d"}
	HasNumber        = Word{"有数字", "Numbers"}
	HasBlank         = Word{"有未填", "Blank cells"}
	HasNA            = Word{"有不适用", "Not applicable"}
	HasText          = Word{"有非数字文字", "Text"}
	HasNoted         = Word{"有带注的数字", "Numbers with a note"}
)

// Conditions on numbers.
var (
	ConditionAdd     = Word{"按数值筛选…", "Filter by number…"}
	ConditionTitle   = Word{"按数值筛选", "Filter by number"}
	ConditionColumn  = Word{"列", "Column"}
	ConditionTest    = Word{"条件", "Is"}
	ConditionValue   = Word{"数值", "Number"}
	ConditionHint    = Word{"如 100", "e.g. 100"}
	ConditionPercent = Word{"如 85.7（%）", "e.g. 85.7 (%)"}
	ConditionSearch  = Word{"搜索列，可用拼音首字母", "Search columns"}
	ConditionNote    = Word{"未填和不适用的格不是 0，不满足任何数值比较", "Blank and not-applicable cells are not 0: no comparison with a number matches them"}
	ConditionWrong   = Word{"请填写数字", "enter a number"}
	ConditionOrder   = Word{"后一个数应不小于前一个", "the second number must not be smaller than the first"}
	ConditionApply   = Word{"筛选", "Filter"}
	ConditionThis    = Word{"按此列筛选…", "Filter by this column…"}
	ConditionFirst   = Word{"先选一列", "choose a column"}
	TestAbove        = Word{"大于", "more than"}
	TestAtLeast      = Word{"大于或等于", "at least"}
	TestBelow        = Word{"小于", "less than"}
	TestAtMost       = Word{"小于或等于", "at most"}
	TestEqual        = Word{"等于", "equal to"}
	TestUnequal      = Word{"不等于", "not equal to"}
	TestBetween      = Word{"介于", "between"}
	TestHasValue     = Word{"有数字", "a number"}
	TestBlank        = Word{"未填", "blank"}
	TestNA           = Word{"不适用", "not applicable"}
	TestText         = Word{"不是数字", "text"}
	TestAbsent       = Word{"报告中没有这一项", "not in the report"}
	ColumnValue      = Word{"数值", "Value"}
)

// Saved views.
var (
	ViewsButton    = Word{"已存视图", "Saved views"}
	ViewsNone      = Word{"还没有保存的视图", "No saved views"}
	ViewSave       = Word{"保存当前视图…", "Save this view…"}
	ViewsManage    = Word{"管理视图…", "Manage views…"}
	ViewSaveTitle  = Word{"保存当前视图", "Save this view"}
	ViewName       = Word{"名称", "Name"}
	ViewNameHint   = Word{"如 各镇公开率", "e.g. Disclosure rates of towns"}
	ViewSearch     = Word{"搜索视图", "Search views"}
	ViewNameNone   = Word{"请填写名称", "enter a name"}
	ViewSaveNote   = Word{"保存筛选、行列、排序和所在页面，随数据库一起保留", "Filters, rows, columns, sorting and the current page are saved in the database"}
	ViewReplace    = Word{"替换", "Replace"}
	ViewReplaceAsk = Word{"已有名为“%s”的视图，要替换它吗？", "A view named “%s” already exists. Replace it?"}
	ViewOpen       = Word{"打开", "Open"}
	ViewRename     = Word{"改名", "Rename"}
	ViewDelete     = Word{"删除", "Delete"}
	ViewSaveButton = Word{"保存", "Save"}
	ViewSaved      = Word{"已保存视图“%s”", "View “%s” saved"}
	ViewDeleteAsk  = Word{"删除视图“%s”？报告和数据不受影响。", "Delete the view “%s”? Reports and figures are not affected."}
)

// What a column of comparison shows.
var (
	ComparePrior   = Word{"上年", "year before"}
	CompareChange  = Word{"增减", "change"}
	ComparePercent = Word{"同比", "change in %"}
	ComparePoints  = Word{"百分点", "points"}
)
