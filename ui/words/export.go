package words

// The dialog that exports a table.
var (
	ExportTable         = Word{"导出表格…", "Export the table…"}
	ExportButton        = Word{"导出…", "Export…"}
	ExportTitle         = Word{"导出表格", "Export the table"}
	ExportWorkbook      = Word{"Excel 工作簿", "Excel workbook"}
	ExportText          = Word{"CSV 文本", "CSV text"}
	ExportParquet       = Word{"Parquet", "Parquet"}
	ExportClipboard     = Word{"剪贴板", "Clipboard"}
	ExportWorkbookHint  = Word{"合并表头、数字格式、冻结窗格和合计行；第二张工作表写明筛选条件、指标定义和记号。", "Merged headings, number formats, frozen panes and the total row; a second sheet explains filters, definitions and marks."}
	ExportTextHint      = Word{"一行表头，逗号分隔，数字不带千位逗号；比率后另列分子和分母。", "One line of headings, comma-separated, plain numbers; numerator and denominator follow each rate."}
	ExportParquetHint   = Word{"带类型的列式文件，供 Spark、Trino、ClickHouse、DuckDB、Python 读取；不含合计行，空值为 NULL。", "A typed columnar file for Spark, Trino, ClickHouse, DuckDB or Python; no total row, NULL where there is no number."}
	ExportClipboardHint = Word{"整张表连同表头和合计，可直接粘贴到 Excel 或 WPS 的单元格中。", "The whole table with headings and total, ready to paste into Excel or WPS."}
	ExportUTF8          = Word{"UTF-8（Excel、WPS 直接打开）", "UTF-8 (opens in Excel and WPS)"}
	ExportGB18030       = Word{"GB18030（旧版软件）", "GB18030 (older programs)"}
	ExportByYear        = Word{"每年一个文件（year=2023/…，Hive 分区）", "One file per year (year=2023/…, Hive partitions)"}
	ExportByYearName    = Word{" 分年", " by year"}
	ExportStart         = Word{"选择保存位置…", "Choose where to save…"}
	ExportExtent        = Word{"大小", "Size"}
	ExportSize          = Word{"%s 行 × %s 列", "%s rows × %s columns"}
	ExportWithTotal     = Word{"，另有合计行", ", and a total row"}
	ExportWriting       = Word{"正在写出…", "Writing…"}
	ExportCount         = Word{"%s / %s 行", "%s of %s rows"}
	ExportDone          = Word{"已写出 %s 行", "%s rows written"}
	ExportOpenFile      = Word{"打开文件", "Open the file"}
	ExportOpenFolder    = Word{"打开文件夹", "Open the folder"}
	ErrorTooManyRows    = Word{"一张工作表最多容纳 1,048,576 行，这张表放不下；请缩小筛选范围，或导出为 CSV、Parquet。", "A worksheet holds at most 1,048,576 rows and this table has more. Narrow the filters, or export it as CSV or Parquet."}
	ErrorNoYear         = Word{"这张表的行不是按年度分的，不能按年度分成多个文件。", "The rows of this table do not each belong to one year, so it cannot be split by year."}
	ErrorFolderTaken    = Word{"这个文件夹里已有内容，未作改动；请换一个名称。", "This folder is not empty. Nothing was changed; choose another name."}
)

// What an exported table says in addition to the screen.
var (
	ColumnItem     = Word{"项目", "Item"}
	ColumnMeasured = Word{"计量单位", "Unit of measure"}
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
	NoteNoPrior       = Word{"上年无报告", "no report the year before"}
	NoteNoNumber      = Word{"本年不是数字", "text this year"}
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
	NotesMade      = Word{"生成时间", "Created"}
	NotesMeasure   = Word{"指标定义", "Definition"}
	NotesLegend    = Word{"记号", "Marks"}
	NotesLegendAre = Word{"“未填”：单元格空白；“/”：不适用；“·”：该年报没有此项。三者都不是 0，合计时不作 0 计。", "“blank”: the cell is empty; “/”: not applicable; “·”: not in that report. None of these is 0 or counts as 0 in a total."}
	NotesRates     = Word{"比率", "Rates"}
	NotesRatesAre  = Word{"比率均按分子、分母合计重新计算，不取平均。", "Rates are recomputed from the sums of numerators and denominators, never averaged."}
	NotesChange    = Word{"同比", "Changes"}
	NotesChangeAre = Word{"上年为0或小于10时只列增减，不算同比；样式调整前后含义不同的项目不作比较；比率之差以百分点计。", "No percentage change is given where the year before is below 10; items whose meaning changed with the form are not compared; differences between rates are in percentage points."}
)
