package words

// What an exported table says besides what the screen shows.
var (
	ColumnItem     = Word{"项目", "Item"}
	ColumnMeasured = Word{"计量单位", "Measured in"}
	ColumnReports  = Word{"年报份数", "Reports"}
	ColumnBodies   = Word{"单位数", "Units"}
	ColumnStatus   = Word{"状态", "Status"}
	ColumnRaw      = Word{"原文", "As printed"}
	ColumnPlace    = Word{"位置", "Place"}

	ExportRate        = Word{"比率", "Rate"}
	ExportValue       = Word{"数值", "Value"}
	ExportNumerator   = Word{"分子", "Numerator"}
	ExportDenominator = Word{"分母", "Denominator"}
	ExportPart        = Word{"%s %s", "%s %s"}

	NoteBaseZero      = Word{"上年为0", "0 the year before"}
	NoteSmallBase     = Word{"基数小于10", "base under 10"}
	NoteUnvaried      = Word{"持平", "unchanged"}
	NoteNotComparable = Word{"口径不同", "not comparable"}
	NoteNoPrior       = Word{"上年无报告", "no report before"}
	NotePriorBlank    = Word{"上年未填", "blank the year before"}

	ExportStatusNumber = Word{"数值", "number"}
	ExportStatusBlank  = Word{"未填", "blank"}
	ExportStatusNA     = Word{"不适用", "not applicable"}
	ExportStatusText   = Word{"文字", "text"}
	ExportStatusNoted  = Word{"带注数值", "number with a note"}

	NotesTab       = Word{"说明", "Notes"}
	NotesView      = Word{"内容", "Content"}
	NotesFilters   = Word{"筛选", "Filters"}
	NotesNoFilter  = Word{"无：全部年报", "None: all reports"}
	NotesRows      = Word{"行数", "Rows"}
	NotesMade      = Word{"生成时间", "Made at"}
	NotesMeasure   = Word{"指标定义", "Definition"}
	NotesLegend    = Word{"记号", "Marks"}
	NotesLegendAre = Word{"“未填”：单元格空白；“/”：不适用；“·”：该年报没有此项。三者都不是 0，合计时不作 0 计。", "“blank”: the cell is empty; “/”: not applicable; “·”: the report does not print it. None of them is 0, nor counted as 0 in a total."}
	NotesRates     = Word{"比率", "Rates"}
	NotesRatesAre  = Word{"比率均按分子、分母合计重新计算，不取平均。", "Rates are recomputed from the sums of numerators and denominators, never averaged."}
	NotesChange    = Word{"同比", "Changes"}
	NotesChangeAre = Word{"上年为0或小于10时只列增减，不算同比；样式调整前后含义不同的项目不作比较；比率之差以百分点计。", "With 0 or fewer than ten the year before there is no change in %; items whose meaning changed with the form are not compared; rates differ in points."}
)
