package words

import "nianbao/data/form"

// What went wrong with a file, a statement or the program itself.
var (
	ErrorCancelled     = form.Both("已取消；已完成的部分保留。", "Cancelled; what was finished is kept.")
	ErrorNotThere      = form.Both("找不到 %s，它可能已被移动或删除。", "%s is not there; it may have been moved or deleted.")
	ErrorNoFolder      = form.Both("不能写 %s：文件夹不存在。请先建好文件夹，或换一个位置。", "%s cannot be written: its folder does not exist. Create the folder or choose another place.")
	ErrorForbidden     = form.Both("没有权限读写 %s，或它正被其他程序占用。请关闭那个程序，或换一个位置。", "%s cannot be read or written: permission is missing, or another program holds it. Close that program or choose another place.")
	ErrorDiskFull      = form.Both("磁盘已满，%s 没有写完，未作改动。请腾出空间后重试。", "The disk is full: %s was not written and nothing was changed. Free some space and try again.")
	ErrorNoFile        = form.Both("%s 不能读写：它是文件夹，或路径中有一段不是文件夹。请换一个位置。", "%s cannot be read or written: it is a folder, or a part of its path is none. Choose another place.")
	ErrorFile          = form.Both("%s 不能读写。请检查磁盘和路径后重试。", "%s cannot be read or written. Check the disk and the path, then try again.")
	ErrorTableFormat   = form.Both("表格写成 .xlsx、.csv 或 .parquet 文件；请换一个扩展名。", "A table is written as .xlsx, .csv or .parquet; choose one of these extensions.")
	ErrorChartFormat   = form.Both("图表写成 .png、.svg、.pdf、.xlsx 或 .txt 文件；请换一个扩展名。", "A chart is written as .png, .svg, .pdf, .xlsx or .txt; choose one of these extensions.")
	ErrorNoReturn      = form.Both("这份报告没有核对提示，或都已判定为忽略，无需退回；没有写出文件。", "Nothing was found in this report, or all of it was ignored: there is nothing to send back, and no file was written.")
	ErrorUnsuitable    = form.Both("这种图画不了这个事项：漏斗图（funnel）只画比率，增减分解（change）只画件数和金额。", "This chart does not draw that item: funnel draws rates, change draws counts and amounts.")
	ErrorNoColumn      = form.Both("表格中没有条件或排序所用的列，可能是换了内容或行。请去掉这个条件或排序。", "The table has no column of that condition or order, perhaps since the view or the rows changed. Remove the condition or order.")
	ErrorUnknown       = form.Both("出了程序没有预料到的问题。已保存的数据不受影响；请重试，仍不成功时请换一个数据库或文件再试。", "Something happened that the program did not expect. What was saved is safe; try again, and if it fails again, with another database or file.")
	ErrorReadOnly      = form.Both("只能执行一条只读的 SELECT 语句；不能改动数据，也不能读写其他文件。", "Only one SELECT statement that reads is allowed; nothing can be changed, and no other file read or written.")
	ErrorStatementLong = form.Both("查询用时过长，已停止；请缩小范围。", "The statement took too long and was stopped; narrow it down.")
)

// What is wrong with a statement.
var (
	StatementSyntax      = form.Both("语句在“%s”附近有语法错误。", "There is a syntax error near “%s”.")
	StatementUnfinished  = form.Both("语句有语法错误或没有写完，可能缺少括号、引号或其中一部分。", "The statement has a syntax error or is not complete; a bracket, a quote or a part of it may be missing.")
	StatementNoTable     = form.Both("没有视图“%s”。可查询的视图见 nianbao query --help 或窗口左边的列表。", "There is no view “%s”. The views are listed by nianbao query --help and on the left of the window.")
	StatementNearTable   = form.Both("没有视图“%s”，最接近的是“%s”。", "There is no view “%s”; the nearest is “%s”.")
	StatementNoColumn    = form.Both("没有列“%s”。", "There is no column “%s”.")
	StatementNearColumns = form.Both("没有列“%s”，最接近的：%s。", "There is no column “%s”. Nearest: %s.")
	StatementNoFunction  = form.Both("没有函数“%s”。", "There is no function “%s”.")
	StatementArguments   = form.Both("函数“%s”不能用于这种类型的值；请先用 CAST 转换类型。", "The function “%s” does not take values of this type; convert them with CAST first.")
	StatementGroup       = form.Both("列“%s”要写进 GROUP BY，或放在 sum、max 等汇总函数里。", "The column “%s” must stand in GROUP BY, or inside a function such as sum or max.")
	StatementAmbiguous   = form.Both("列“%s”在几个视图中都有，请在前面加上视图名，如 reports.%s。", "Several views have a column “%s”; put the view before it, as in reports.%s.")
	StatementConversion  = form.Both("“%s”不能转换成所要的类型；请改用 TRY_CAST，或先筛去这样的值。", "“%s” cannot be converted to the type asked for; use TRY_CAST, or leave such values out first.")
	StatementRange       = form.Both("计算结果超出了数值的范围。", "A result is beyond the range of numbers.")
	StatementMemory      = form.Both("查询用的内存过多，已停止；请缩小范围。", "The statement needed too much memory and was stopped; narrow it down.")
	StatementOther       = form.Both("语句不能执行；请检查各个名称、类型和函数的用法。", "The statement cannot be run; check its names, types and functions.")
)
