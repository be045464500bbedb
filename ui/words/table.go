package words

// What the table's rows and columns stand for.
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
	ChipAcross      = Word{"横向：%s", "Across: %s"}
	CountOfRows     = Word{"%s 行", "%s rows"}
)

// What stands where a comparison has no number, and why.
var (
	WhyBaseZero      = Word{"上年为 0，无法计算比例", "Last year is 0, so there is nothing to divide by"}
	WhySmallBase     = Word{"上年不足 10 件，比例没有意义，只看增减", "Fewer than 10 last year: only the absolute change says something"}
	WhyUnvaried      = Word{"与上年相同", "The same as the year before"}
	WhyNotComparable = Word{"报告格式在这一年改版，本项前后含义不同，不作比较", "The form was revised in this year and the item means something else, so nothing is compared"}
	WhyNoPrior       = Word{"没有上一年度的报告", "There is no report of the year before"}
	WhyPriorBlank    = Word{"上年报告中此格没有数字", "The year before holds no number here"}
	WhyTooLarge      = Word{"合计超出可表示的范围", "The sum is beyond what can be shown"}
)
