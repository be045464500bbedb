package words

import "nianbao/data/form"

// What the table's rows and columns are.
var (
	GrainRows       = form.Both("行", "Rows")
	GrainColumns    = form.Both("列", "Columns")
	GrainReport     = form.Both("单位 × 年度", "Unit × year")
	GrainUnit       = form.Both("单位", "Unit")
	GrainRegion     = form.Both("地区", "Region")
	GrainRegionYear = form.Both("地区 × 年度", "Region × year")
	GrainYear       = form.Both("年度", "Year")
	GrainItem       = form.Both("事项", "Item")
	GrainFigure     = form.Both("单个数据", "Single figure")
	AxisMeasure     = form.Both("事项", "Item")
	AxisYear        = form.Both("年度", "Year")
	AxisKind        = form.Both("申请人", "Applicant")
	CompareToggle   = form.Both("与上年比较", "Compare with the year before")
	ChipRows        = form.Both("每行一个：%s", "One row per %s")
	ChipAcross      = form.Both("横向：%s", "Columns by %s")
	CountOfRows     = form.Both("%s 行", "%s {row|rows}")
	ChipHidden      = form.Both("隐藏 %d 列", "%d {column|columns} hidden")
	ChipSort        = form.Both("按%s排序", "Sorted by %s")
	ChipOrder       = form.Both("列顺序已调整", "Columns reordered")
	ColumnsShown    = form.Both("列 %d/%d", "Columns %d/%d")
	ColumnsHint     = form.Both("搜索列", "Search columns")
	ColumnsEvery    = form.Both("全部列，原顺序", "All columns, original order")
	ColumnsAll      = form.Both("显示全部列，恢复原顺序", "Show all columns in original order")
)

// What the menus of cells and headings offer.
var (
	OpenRows    = form.Both("展开这一行的年报", "Show this row’s reports")
	OnlyThis    = form.Both("只看“%s”", "Only “%s”")
	SortUp      = form.Both("升序", "Sort ascending")
	SortDown    = form.Both("降序", "Sort descending")
	SortNone    = form.Both("取消排序", "Clear sorting")
	MoveLeft    = form.Both("左移一列", "Move left")
	MoveRight   = form.Both("右移一列", "Move right")
	HideColumn  = form.Both("隐藏此列", "Hide this column")
	ShowOnChart = form.Both("在图表中显示", "Show on the chart")
)

// Finding a text in the table.
var (
	FindInTable = form.Both("在表中查找…", "Find in the table…")
	FindHint    = form.Both("查找文字、拼音首字母或数字，回车找下一处", "Text, pinyin initials or a number; Enter finds the next")
	FindNone    = form.Both("没有找到“%s”", "“%s” was not found")
	FindAt      = form.Both("第 %s 行", "Row %s")
	FindBusy    = form.Both("正在查找，已查 %s 行…", "Searching, %s {row|rows} so far…")
	FindWrapped = form.Both("第 %s 行（已从头继续）", "Row %s (search wrapped)")
)

// What is shown instead of the number of a comparison, and why.
var (
	WhyBaseZero      = form.Both("上年为 0，无法计算比例", "Last year was 0, so there is nothing to divide by")
	WhySmallBase     = form.Both("上年不足 10 件，比例没有意义，只看增减", "Fewer than 10 last year: only the absolute change is meaningful")
	WhyUnvaried      = form.Both("与上年相同", "Same as the year before")
	WhyNotComparable = form.Both("报告格式在这一年改版，本项前后含义不同，不作比较", "The form was revised this year and the item’s meaning changed, so there is no comparison")
	WhyNoPrior       = form.Both("没有上一年度的报告", "There is no report for the year before")
	WhyNoNumber      = form.Both("本年报告中此格写的不是数字", "This year’s report has text here")
	WhyPriorBlank    = form.Both("上年报告中此格没有数字", "The previous year’s report has no number here")
	NoteNotAdded     = form.Both("不相加", "not added")
	WhyNotAdded      = form.Both("这是某一时点的存量，跨年相加会重复计算；请选定一个年度，或让年度分行、分列", "A stock at a point in time: adding it across years would count it more than once. Choose one year, or use years as rows or columns")
	WhyTooLarge      = form.Both("合计超出可表示的范围", "The sum is too large to show")
)
