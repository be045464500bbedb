package words

// What the table's rows and columns are.
var (
	GrainRows       = Word{"行", "Rows"}
	GrainColumns    = Word{"列", "Columns"}
	GrainReport     = Word{"单位 × 年度", "Unit × year"}
	GrainUnit       = Word{"单位", "Unit"}
	GrainRegion     = Word{"地区", "Region"}
	GrainRegionYear = Word{"地区 × 年度", "Region × year"}
	GrainYear       = Word{"年度", "Year"}
	GrainItem       = Word{"事项", "Item"}
	GrainFigure     = Word{"单个数据", "Single figure"}
	AxisMeasure     = Word{"事项", "Item"}
	AxisYear        = Word{"年度", "Year"}
	AxisKind        = Word{"申请人", "Applicant"}
	CompareToggle   = Word{"与上年比较", "Compare with the year before"}
	ChipRows        = Word{"每行一个：%s", "One row per %s"}
	ChipAcross      = Word{"横向：%s", "Columns by %s"}
	CountOfRows     = Word{"%s 行", "%s rows"}
	ChipHidden      = Word{"隐藏 %d 列", "%d columns hidden"}
	ChipSort        = Word{"按%s排序", "Sorted by %s"}
	ChipOrder       = Word{"列顺序已调整", "Columns reordered"}
	ColumnsShown    = Word{"列 %d/%d", "Columns %d/%d"}
	ColumnsHint     = Word{"搜索列", "Search columns"}
	ColumnsEvery    = Word{"全部列，原顺序", "All columns, original order"}
	ColumnsAll      = Word{"显示全部列，恢复原顺序", "Show all columns in original order"}
)

// What the menus of cells and headings offer.
var (
	OpenRows    = Word{"展开这一行的年报", "Show this row’s reports"}
	OnlyThis    = Word{"只看“%s”", "Only “%s”"}
	SortUp      = Word{"升序", "Sort ascending"}
	SortDown    = Word{"降序", "Sort descending"}
	SortNone    = Word{"取消排序", "Clear sorting"}
	MoveLeft    = Word{"左移一列", "Move left"}
	MoveRight   = Word{"右移一列", "Move right"}
	HideColumn  = Word{"隐藏此列", "Hide this column"}
	ShowOnChart = Word{"在图表中显示", "Show on the chart"}
)

// Finding a text in the table.
var (
	FindInTable = Word{"在表中查找…", "Find in the table…"}
	FindHint    = Word{"查找文字、拼音首字母或数字，回车找下一处", "Text, pinyin initials or a number; Enter finds the next"}
	FindNone    = Word{"没有找到“%s”", "“%s” was not found"}
	FindAt      = Word{"第 %s 行", "Row %s"}
	FindBusy    = Word{"正在查找，已查 %s 行…", "Searching, %s rows so far…"}
	FindWrapped = Word{"第 %s 行（已从头继续）", "Row %s (search wrapped)"}
)

// What is shown where a comparison has no number, and why.
var (
	WhyBaseZero      = Word{"上年为 0，无法计算比例", "Last year was 0, so there is nothing to divide by"}
	WhySmallBase     = Word{"上年不足 10 件，比例没有意义，只看增减", "Fewer than 10 last year: only the absolute change is meaningful"}
	WhyUnvaried      = Word{"与上年相同", "Same as the year before"}
	WhyNotComparable = Word{"报告格式在这一年改版，本项前后含义不同，不作比较", "The form was revised this year and the item’s meaning changed, so there is no comparison"}
	WhyNoPrior       = Word{"没有上一年度的报告", "There is no report for the year before"}
	WhyNoNumber      = Word{"本年报告中此格写的不是数字", "This year’s report has text here"}
	WhyPriorBlank    = Word{"上年报告中此格没有数字", "The previous year’s report has no number here"}
	NoteNotAdded     = Word{"不相加", "not added"}
	WhyNotAdded      = Word{"这是某一时点的存量，跨年相加会重复计算；请选定一个年度，或让年度分行、分列", "A stock at a point in time: adding it across years would count it more than once. Choose one year, or use years as rows or columns"}
	WhyTooLarge      = Word{"合计超出可表示的范围", "The sum is too large to show"}
)
