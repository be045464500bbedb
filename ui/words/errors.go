package words

import "nianbao/data/form"

// What went wrong with a file, a statement or the program itself.
var (
	ErrorCancelled     = form.Both("已取消；已完成的部分保留。", "Cancelled; what was finished is kept.")
	ErrorNotThere      = form.Both("找不到 %s，它可能已被移动或删除。", "%s is not there; it may have been moved or deleted.")
	ErrorNoFolder      = form.Both("不能写 %s：文件夹不存在。请先建好文件夹，或换一个位置。", "%s cannot be written: its folder does not exist. Create the folder or choose another place.")
	ErrorForbidden     = form.Both("没有权限读写 %s，或它正被其他程序占用。请关闭那个程序，或换一个位置。", "%s cannot be read or written: permission is missing, or another program holds it. Close that program or choose another place.")
	ErrorDiskFull      = form.Both("磁盘已满，%s 没有写完，未作改动。请腾出空间后重试。", "The disk is full: %s was not written and nothing was changed. Free some space and try again.")
	ErrorNoFile        = form.Both("%s 不能读写：它是文件夹，或路径中有一段不是文件夹。请换一个位置。", "%s cannot be read or written: it is a folder, or a part of its path is not a folder. Choose another place.")
	ErrorFile          = form.Both("%s 不能读写。请检查磁盘和路径后重试。", "%s cannot be read or written. Check the disk and the path, then try again.")
	ErrorTableFormat   = form.Both("表格写成 .xlsx、.csv 或 .parquet 文件；请换一个扩展名。", "A table is written as .xlsx, .csv or .parquet; choose one of these extensions.")
	ErrorChartFormat   = form.Both("图表写成 .png、.svg、.pdf、.xlsx 或 .txt 文件；请换一个扩展名。", "A chart is written as .png, .svg, .pdf, .xlsx or .txt; choose one of these extensions.")
	ErrorNoReturn      = form.Both("这份报告没有核对提示，或都已判定为忽略，无需退回；没有写出文件。", "This report has no findings, or all of them were ignored: there is nothing to send back, and no file was written.")
	ErrorUnsuitable    = form.Both("这种图画不了这个事项：漏斗图（funnel）只画比率，增减分解（change）只画件数和金额。", "This chart does not draw that item: funnel draws rates, change draws counts and amounts.")
	ErrorNoColumn      = form.Both("表格中没有条件或排序所用的列，可能是换了内容或行。请去掉这个条件或排序。", "The table no longer has the column that it is filtered or sorted by, perhaps because the view or the rows changed. Remove the condition or the sorting.")
	ErrorUnknown       = form.Both("出了程序没有预料到的问题。已保存的数据不受影响；请重试，仍不成功时请换一个数据库或文件再试。", "Something happened that the program did not expect. What was saved is safe; try again, and if it fails again, with another database or file.")
	ErrorReadOnly      = form.Both("只能执行一条只读的 SELECT 语句；不能改动数据，也不能读写其他文件。", "Only one SELECT statement that reads is allowed; nothing can be changed, and no other file read or written.")
	ErrorMemory        = form.Both("查询用的内存过多，已停止；请缩小范围。", "The statement needed too much memory and was stopped; narrow it down.")
	ErrorTemporary     = form.Both("查询用的临时磁盘空间过多，已停止；请缩小范围。", "The statement needed too much temporary disk space and was stopped; narrow it down.")
	ErrorOnlyRead      = form.Both("数据库只能读取，不能改动：文件或文件夹没有写入权限。请先复制到可以写入的位置。", "The database is read-only, because its file or folder cannot be written. Copy it to a place where you can write first.")
	ErrorUpgrade       = form.Both("数据库由旧版程序写成，需要升级，但不能写入。请复制到可以写入的位置后再打开。", "The database was written by an earlier version of the program and must be brought up to date, but it cannot be written. Copy it to a place where you can write, then open it.")
	ErrorNoSpace       = form.Both("磁盘已满。请腾出空间后重试；已保存的数据不受影响。", "The disk is full. Free some space and try again; what was saved is safe.")
	ErrorIsThere       = form.Both("%s 已经存在，没有改动；请换一个文件名。", "%s exists already and was left alone; choose another name.")
	ErrorIsInput       = form.Both("%s 是数据库或报告的来源文件，不能覆盖；请换一个文件名。", "%s is the database or the file of a report and will not be overwritten; choose another name.")
	ErrorIsNotAFile    = form.Both("%s 是文件夹、链接或设备，不能覆盖；请换一个文件名。", "%s is a folder, a link or a device and will not be overwritten; choose another name.")
	ErrorViewName      = form.Both("请给视图起一个名称。", "Give the view a name.")
	ErrorNoView        = form.Both("这个保存的视图已经不在了。", "This saved view is no longer there.")
	ErrorNoOriginal    = form.Both("原文件没有留存，请从报送单位重新取得。", "The original file was not kept; ask the unit for it again.")
	ErrorWrongHash     = form.Both("留存的原文件已损坏，请从备份取回，或从报送单位重新取得。", "The original that was kept is damaged; take it from a backup, or ask the unit for it again.")
	ErrorNotInFile     = form.Both("从原文件中读不到这份报告，请检查文件，或重新导入它。", "The report is not found in its original; look at the file, or import it again.")
	ErrorSameFile      = form.Both("所选文件就是现在打开的数据库，不需要恢复；请选择备份文件。", "The file chosen is the database that is open now, so there is nothing to restore; choose a backup.")
	ErrorGap           = form.Both("备份已写成，但有 %d 个原文件读不出或已改变，没有收入：%s。数字不受影响；请检查数据库旁的 originals 文件夹。", "The backup was written, but %d originals cannot be read or have changed and are not in it: %s. No figure is affected; look at the originals folder beside the database.")
	ErrorStatementLong = form.Both("查询用时过长，已停止；请缩小范围。", "The statement took too long and was stopped; narrow it down.")
)

// What opening a database after a crash found.
var (
	NoticeTitle         = form.Both("打开数据库", "The database was opened")
	NoticeReadOnly      = form.Both("数据库以只读方式打开：可以查看、查询和导出，不能导入或改动。文件或所在文件夹没有写入权限。", "The database is open read-only: you can look, query and export, but nothing can be imported or changed, because the file or its folder cannot be written.")
	TitleReadOnly       = form.Both("%s（只读）", "%s (read-only)")
	NoticeImports       = form.Both("上次有 %d 次导入没有正常结束：已存入的报告完好，跨年度核对现已补做。没有存入的文件请重新导入。", "%d imports were cut short: the reports they stored are whole and have now been compared with others. Import the remaining files again.")
	NoticeOrphans       = form.Both("上次异常退出留下了 %d 份不存在的报告的零散数字，已清除。", "Figures of %d reports that do not exist, left by a crash, were removed.")
	NoticeBroken        = form.Both("上次异常退出使 %d 份报告不完整，已移除；请重新导入它们的文件。", "%d reports were left incomplete by a crash and were removed; import their files again.")
	NoticeOriginals     = form.Both("从中断的导入中找回了 %d 份原文件。", "%d original files of an import that was cut short were recovered.")
	NoticeOriginalsLost = form.Both("中断的导入留下的原文件没能全部整理（找回 %d 份）；请检查磁盘空间和权限，下次打开时会再试。", "The originals of an import that was cut short could not all be recovered (%d were); check disk space and permissions, the next start will try again.")
)
