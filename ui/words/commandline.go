package words

import "nianbao/data/form"

// The commands of the command line. The first word of a synopsis is the command's name.
var (
	CommandRoot    = form.Both("nianbao [选项]", "nianbao [flags]")
	CommandHelp    = form.Both("help [命令]", "help [command]")
	CommandImport  = form.Both("import [选项] 文件或文件夹…", "import [flags] PATH…")
	CommandQuery   = form.Both("query [选项] SQL语句", "query [flags] SQL")
	CommandCheck   = form.Both("check [选项]", "check [flags]")
	CommandUnits   = form.Both("units [选项]", "units [flags]")
	CommandExport  = form.Both("export --to 文件 [选项]", "export --to FILE [flags]")
	CommandBackup  = form.Both("backup --to 文件", "backup --to FILE")
	CommandRebuild = form.Both("rebuild --from 文件 --to 新文件", "rebuild --from FILE --to NEW")
	CommandSample  = form.Both("sample 文件夹", "sample FOLDER")
	CommandVersion = form.Both("version", "version")

	AboutRoot    = form.Both("年报通览：不带命令时打开窗口。", "Nianbao: without a command it opens the window.")
	AboutHelp    = form.Both("显示一个命令的用法", "show how a command is used")
	AboutImport  = form.Both("导入文件、压缩包和文件夹（含下级），每份报告输出一行", "import files, archives and whole folders; prints one line for each report")
	AboutQuery   = form.Both("执行一条只读的查询语句", "run one read-only statement")
	AboutCheck   = form.Both("列出核对提示", "list the findings")
	AboutUnits   = form.Both("列出单位名录，或收入一份名录", "list the register of units, change it, or import a list of units")
	AboutExport  = form.Both("把表格、图表、报告、退回件、核对提示或汇总写成文件", "write a table, chart, report, return copy, list of findings or roll-up to a file")
	AboutBackup  = form.Both("把数据库连同原文件、核对结论和视图写成一个备份文件", "write the database with its originals, decisions and views to one file")
	AboutRebuild = form.Both("从留存的原文件和已有的结论重新建立数据库，并逐数比较", "rebuild a database from its originals and recorded decisions, and compare figure by figure")
	AboutSample  = form.Both("写出示例工作簿", "write the sample workbooks")
	AboutVersion = form.Both("显示程序、DuckDB 和数据结构的版本", "show the versions of the program, DuckDB and the schema")

	MoreImport = form.Both("各栏以制表符分隔：结果、单位、年度、数据个数、核对提示数、文件及说明。\n有文件失败或需要答复时，其余照常保留，退出码为 1；以前的更正待确认时也是。",
		"The fields are separated by tabs: verdict, unit, year, number of figures, number of findings, file and remarks.\nIf a file fails or needs an answer, the others are kept and the exit code is 1. The exit code is also 1 if earlier corrections wait to be confirmed.")
	MoreQuery = form.Both("可查询的视图：%s。\n各列见 SELECT * FROM 视图 LIMIT 1，或窗口的“SQL 查询”。",
		"The views are %s.\nSELECT * FROM view LIMIT 1 shows the columns of a view; so does “SQL query” in the window.")
	MoreCheck = form.Both("有程度为“错误”的提示时，退出码为 1。", "The exit code is 1 if a finding has severity “error”.")
	MoreUnits = form.Both(`名录文件（.xlsx、.csv 等）的表头须有“单位”，可有“上级”“类型”“别名”“全称”“简称”“是否应报”，顺序不限；几个别名用顿号隔开。
收不进的行逐行说明原因，其余照常收入，退出码为 1。对单位的改动都可以在窗口里撤销：

  nianbao units --import 名录.xlsx
  nianbao units --rename 石桥乡=石桥镇 --merge 旧桥镇=石桥镇 --move 石桥镇=望江区 --no-expect 望湖街道`,
		`The heading of a list (.xlsx, .csv and others) must have 单位 and may have 上级, 类型, 别名, 全称, 简称 and 是否应报, in any order; several
names in a cell are separated by commas. Rows that cannot be used are listed with the reason, the others are imported, and the
exit code is 1. All changes of units can be undone in the window:

  nianbao units --import list.xlsx
  nianbao units --rename 石桥乡=石桥镇 --merge 旧桥镇=石桥镇 --move 石桥镇=望江区 --no-expect 望湖街道`)
	MoreRebuild = form.Both(`重新读取每份报告的原文件，沿用导入记录、修订、更正、核对结论和保存的视图，写成一个新文件；原数据库不变（旧版的先升级）。
随后逐数比较，每处不同输出一行：单位、年度、数据（id）、原来、现在。
缺少原文件或读不出的报告逐份列出，其余照常重建；有这样的报告或有不同时，退出码为 1。`,
		`Every report is read from its original again; imports, revisions, corrections, decisions and saved views are copied
into a new file. The database itself is not changed, except that one of an earlier version is upgraded first.
Then the two are compared; each difference is one line: unit, year, figure (id), before, after.
Reports whose original is missing or cannot be read are listed, and the others rebuilt. The exit code is 1 if there are
such reports or differences.`)
	MoreExport = form.Both(`表格（.xlsx、.csv、.parquet）与窗口中所见相同；加 --chart 写图表（.png、.svg、.pdf、.xlsx、.txt），
加 --report 写一份报告（.xlsx、.docx），加 --return 写退回件（.xlsx），加 --blank 写空白表（.xlsx、.docx），
加 --roll-up 写汇总（.xlsx），加 --brief 写简报（.docx），加 --coverage 写报送情况，
加 --findings 写核对提示（.xlsx、.csv）；--returns 给每份有错误的报告写一个退回件。

  nianbao export --to 结果.xlsx --view outcomes --compare --years 2023
  nianbao export --to 排名.png --chart ranking --year 2023
  nianbao export --to 退回.xlsx --return 平潭综合实验区 --year 2020
  nianbao export --to 汇总.xlsx --roll-up --regions 示例市示例区
  nianbao export --to 简报.docx --brief --regions 示例市示例区 --year 2024
  nianbao export --returns 退回件 --year 2023

取多个值的选项用逗号分隔各值。名称写错时不写任何文件，并提示最接近的名称。`,
		`A table (.xlsx, .csv, .parquet) is written as the window shows it; --chart writes a chart instead (.png, .svg, .pdf, .xlsx, .txt),
--report one report (.xlsx, .docx), --return its return copy (.xlsx), --blank the blank form (.xlsx, .docx), --roll-up the sum of reports (.xlsx),
--brief a briefing (.docx), --coverage which units have reported and --findings the findings (.xlsx, .csv). --returns writes a return copy of
each report with errors.

  nianbao export --to outcomes.xlsx --view outcomes --compare --years 2023
  nianbao export --to ranking.png --chart ranking --year 2023
  nianbao export --to return.xlsx --return 平潭综合实验区 --year 2020
  nianbao export --to total.xlsx --roll-up --regions 示例市示例区
  nianbao export --to briefing.docx --brief --regions 示例市示例区 --year 2024
  nianbao export --returns copies --year 2023

Several values of a flag are separated by commas. If a name is wrong, no file is written and the nearest names are suggested.`)
)

// Parts of a help page.
var (
	HelpUsage    = form.Both("用法：", "Usage:")
	HelpCommands = form.Both("命令：", "Commands:")
	HelpFlags    = form.Both("选项：", "Flags:")
	HelpMore     = form.Both("“nianbao 命令 --help”显示一个命令的全部选项。", "“nianbao COMMAND --help” shows all flags of a command.")
	HelpNames    = form.Both("%s：%s", "%s: %s")
)

// The flags of the command line. The text between backquotes is the name of the value.
var (
	FlagDB           = form.Both("数据库`文件`，缺省为程序自己的数据目录中的数据库", "the database `FILE`; by default the one in the application's own data directory")
	FlagHelp         = form.Both("显示用法", "show this help")
	FlagPassword     = form.Both("受保护工作簿的`密码`", "the `PASSWORD` of protected workbooks")
	FlagList         = form.Both("把名录`文件`收入单位名录", "import the `LIST` of units into the register")
	FlagRename       = form.Both("给单位改名：`旧名=新名`，各年报告仍连在一起", "rename a unit: `OLD=NEW`; its earlier reports stay with it")
	FlagMerge        = form.Both("把前一个单位并入后一个：`甲=乙`", "merge the first unit into the second: `A=B`")
	FlagMove         = form.Both("把单位改到另一个上级：`单位=上级`", "put a unit below another parent: `UNIT=PARENT`")
	FlagExpect       = form.Both("这个`单位`应当报送", "this `UNIT` is expected to report")
	FlagNoExpect     = form.Both("这个`单位`不用报送", "this `UNIT` is not expected to report")
	FlagOpenUnit     = form.Both("文件没有写明或写得不确定时的`单位`全称", "the full name of the `UNIT` of files that do not name it reliably")
	FlagOpenYear     = form.Both("文件没有写明或写得不确定时的报告`年份`", "the reporting `YEAR` of files that do not give it reliably")
	FlagFormat       = form.Both("输出的`格式`", "the `FORMAT` of the output")
	FlagBackupTo     = form.Both("备份`文件`；不能是已有的文件", "the backup `FILE`, which must not exist yet")
	FlagFrom         = form.Both("要重建的数据库或备份`文件`", "the database or backup `FILE` to rebuild")
	FlagRebuildTo    = form.Both("新数据库`文件`；不能是已有的文件", "the new database `FILE`, which must not exist yet")
	FlagTo           = form.Both("要写的`文件`，扩展名决定格式", "the `FILE` to write; its extension decides the format")
	FlagView         = form.Both("表格的`内容`，缺省为全部数据", "the `VIEW` of the table; by default everything")
	FlagRows         = form.Both("一`行`代表什么，缺省为一份报告", "what a `ROW` stands for; by default a report")
	FlagAcross       = form.Both("`横轴`：每个事项再按什么分列", "the `AXIS`: what each item is split by")
	FlagCompare      = form.Both("每个数字旁加上年数和增减", "last year and the change beside each number")
	FlagItems        = form.Both("只要这些`事项`（id）", "only these `ITEMS`, by id")
	FlagKind         = form.Both("`申请人`类别，缺省为总计", "the kinds of `APPLICANT`; by default the total")
	FlagHide         = form.Both("隐藏这些`列`（id）", "hide these `COLUMNS`, by id")
	FlagFirst        = form.Both("把这些`列`（id）放在前面", "put these `COLUMNS` first, by id")
	FlagSort         = form.Both("按这些`列`（id）排序，id 前加 - 为降序", "order by these `COLUMNS`, by id; -id for descending")
	FlagYears        = form.Both("`年度`：2023、2019-2024、2021- 或 -2020", "the `YEARS`: 2023, 2019-2024, 2021- or -2020")
	FlagUnits        = form.Both("只要这些`单位`，名称前可加地区", "only these `UNITS`, by name, with or without the region before it")
	FlagRegions      = form.Both("只要这些`地区`", "only these `REGIONS`")
	FlagUnitKinds    = form.Both("只要这些单位`类型`", "only these `KINDS` of unit")
	FlagEditions     = form.Both("只要这些`版本`样式的报告", "only reports in these `EDITIONS` of the form")
	FlagStatuses     = form.Both("只要含有这种`状态`数据的报告", "only reports with a figure that has one of these `STATUSES`")
	FlagWithFindings = form.Both("只要有核对提示的报告", "only reports with findings")
	FlagWhere        = form.Both("只要符合`条件`的行，如 applications/received/total>=10、enforcement/penalty/decisions=blank", "only rows that meet the `CONDITIONS`, such as applications/received/total>=10 or enforcement/penalty/decisions=blank")
	FlagSaved        = form.Both("从保存的`视图`开始，其他选项在其上修改", "start from a saved `VIEW`; the other flags change it")
	FlagEncoding     = form.Both(".csv 的`编码`", "the `ENCODING` of a .csv")
	FlagPartition    = form.Both(".parquet 写成文件夹，每年一个文件", "write .parquet as a folder with one file per year")
	FlagReport       = form.Both("按官方样式写这个`单位`的报告，须有 --year", "write the report of this `UNIT` as the official form; needs --year")
	FlagBlank        = form.Both("写这个`样式版本`的空白表，不需要数据库", "write the blank form of this `EDITION`; needs no database")
	FlagBrief        = form.Both("写简报：所选报告一年的情况，逐句依据数字，附图表和出处", "write a briefing on the chosen reports of a year: sentences made from the figures, charts, and the source of each number")
	FlagReturn       = form.Both("写这个`单位`报告的退回件，须有 --year", "write the return copy of this `UNIT`; needs --year")
	FlagReturns      = form.Both("给每份有错误的报告写一个退回件，放入这个新的或空的`文件夹`；不用 --to", "write a return copy of each report with errors into this `FOLDER`, which must be new or empty; without --to")
	FlagFindings     = form.Both("写核对提示清单，连同建议、判定和所在单元格", "write the list of findings with their suggestions, decisions and cells")
	FlagRollUp       = form.Both("把所选报告按官方样式汇总", "write the sum of the chosen reports as the official form")
	FlagCoverage     = form.Both("写哪些单位已报、未报（按单位名录）", "write which units of the register have reported and which are missing")
	FlagYear         = form.Both("报告、汇总、简报、图表或表格的`年度`；汇总、简报和一个年度的图表缺省为最近一年", "the `YEAR` of the report, roll-up, briefing, chart or table; by default the latest for roll-ups, briefings and charts of one year")
	FlagChart        = form.Both("写这种`图表`", "write this `CHART`")
	FlagItem         = form.Both("图表画什么：一`列`（id），如 metric/disclosure-rate", "what the chart draws: a `COLUMN` by id, such as metric/disclosure-rate")
	FlagBy           = form.Both("`分组`：图表中一条线或一根条代表什么", "the `SPLIT`: what a line or bar of the chart stands for")
	FlagCounts       = form.Both("构成画成数量，不画成比重", "draw parts as numbers instead of shares")
	FlagOwnScales    = form.Both("小图各用各的刻度", "give each small multiple its own scale")
)

// Mistakes in a call.
var (
	UsageSee         = form.Both("用法见 %s --help", "See %s --help")
	UsageNoCommand   = form.Both("没有命令“%s”。最接近的：%s", "There is no command “%s”. Nearest: %s")
	UsageNoFlag      = form.Both("%s 没有选项“%s”。最接近的：%s", "%s has no flag “%s”. Nearest: %s")
	UsageNoValue     = form.Both("选项 --%s 后面缺少值", "the flag --%s needs a value")
	UsageBadFlag     = form.Both("选项“%s”的写法不对", "“%s” is not a valid flag")
	UsageBadCall     = form.Both("命令行的写法不对", "the command line is not valid")
	UsageBadValue    = form.Both("--%s 不能取值“%s”", "--%s cannot be “%s”")
	UsageEmpty       = form.Both("--%s 的值是空的。可用：%s", "The value of --%s is empty. Possible: %s")
	UsageEmptyText   = form.Both("--%s 的值是空的", "The value of --%s is empty")
	UsageNoName      = form.Both("--%s：没有“%s”", "--%s: there is no “%s”")
	UsageNearest     = form.Both("。最接近的：%s", ". Nearest: %s")
	UsageAmbiguous   = form.Both("--%s：有 %d 个单位叫“%s”，请连同地区写全名：%s", "--%s: %d {unit is|units are} called “%s”; put the region before the name: %s")
	UsageNoYear      = form.Both("所选范围没有 %s 年的报告", "None of the chosen reports is for %s")
	UsageYearsText   = form.Both("--%s：“%s”不是年度；写成 2023、2019-2024、2021- 或 -2020", "--%s: “%s” is not a year; write 2023, 2019-2024, 2021- or -2020")
	UsageYearText    = form.Both("--%s：“%s”不是四位数的年度", "--%s: “%s” is not a year of four digits")
	UsageYearsTurned = form.Both("--%s：%d 在 %d 之后，请把前面的年度写在前面", "--%s: %d is after %d; put the earlier year first")
	UsageCondition   = form.Both("--%s：“%s”不是条件；写成 列、比较（%s）、数字，如 applications/received/total>=10", "--%s: “%s” is not a condition; write a column, a test (%s) and a number, such as applications/received/total>=10")
	UsageOperand     = form.Both("--%s：“%s”中的“%s”既不是数字，也不是状态。最接近的状态：%s", "--%s: in “%s”, “%s” is neither a number nor a state. Nearest state: %s")
	UsageNoTo        = form.Both("请用 --to 指定要写的文件", "Name the file to write with --to")
	UsageNoFrom      = form.Both("请用 --from 指定要重建的数据库", "Name the database to rebuild with --from")
	UsageFormats     = form.Both("--to：%s写成 %s，不能写成“%s”", "--to: %s is written as %s, not as “%s”")
	UsageTable       = form.Both("表格", "a table")
	UsageChart       = form.Both("图表", "a chart")
	UsageForm        = form.Both("退回件或汇总", "a return copy or roll-up")
	UsageReport      = form.Both("报告或空白表", "a report or blank form")
	UsageOfBlank     = form.Both("空白表", "a blank form")
	UsageBrief       = form.Both("简报", "a briefing")
	UsageCoverage    = form.Both("报送情况", "the coverage")
	UsageFindings    = form.Both("核对提示", "the findings")
	UsageOfReturns   = form.Both("全部退回件", "all return copies")
	UsageFolder      = form.Both("分年的表格", "a table divided by year")
	UsageExclude     = form.Both("--%s 和 --%s 不能同时用", "--%s and --%s exclude each other")
	UsageUnused      = form.Both("--%s 对%s不起作用，请去掉", "--%s has no effect on %s; leave it out")
	UsageOfCommand   = form.Both("命令 %s ", "the command %s")
	UsageOfChart     = form.Both("图表 %s（%s）", "the chart %s (%s)")
	UsageOfReport    = form.Both("一份报告", "a single report")
	UsageOfReturn    = form.Both("退回件", "a return copy")
	UsageOfRollUp    = form.Both("汇总", "a roll-up")
	UsageOfTable     = form.Both("表格（%s）", "a table (%s)")
	UsageCompare     = form.Both("--compare 在这里不起作用：一行或一列须只代表一年。请加 --year，或用 --across years", "--compare has no effect here: each row or column must belong to a single year. Add --year, or use --across years")
	UsageAcrossYears = form.Both("--across years 在这里不起作用：一行须代表几年。请用 --rows units、regions 或 items", "--across years has no effect here: each row must cover several years. Use --rows units, regions or items")
	UsageAcrossKinds = form.Both("--across kinds 在这里不起作用：只有申请的数据分申请人类别，且每行不能是单个数据", "--across kinds has no effect here: only figures of applications are divided by kind of applicant, and a row must not be a single figure")
	UsageKinds       = form.Both("--kind 在这里不起作用：只有申请的数据分申请人类别；指标须用 --across kinds", "--kind has no effect here: only figures of applications are divided by kind of applicant; metrics need --across kinds")
	UsageParquet     = form.Both("--%s：.parquet 中列“%s”的位置固定，不能隐藏或移动", "--%s: in a .parquet the position of the column “%s” is fixed; it can be neither hidden nor moved")
	UsageNeedsYear   = form.Both("--report 和 --return 须有 --year", "--report and --return need --year")
	UsageNotBy       = form.Both("--by：图表 %s 不能按“%s”画。可用：%s", "--by: the chart %s cannot be split by “%s”. Possible: %s")
	UsageUnsuitable  = form.Both("--item：图表 %[2]s 画不了“%[1]s”：漏斗图（funnel）只画比率，增减分解（change）只画件数和金额", "--item: the chart %[2]s does not draw “%[1]s”: funnel draws rates, change draws counts and amounts")
	UsageFolderName  = form.Both("不带扩展名的文件夹", "a folder without an extension")
	UsageOwnItems    = form.Both("图表 %s 画固定的事项，不用 --item", "The chart %s always draws the same items and takes no --item")
	UsageNoArguments = form.Both("%s 不接受“%s”", "%s takes no argument “%s”")
	UsagePaths       = form.Both("请写出要导入的文件或文件夹", "Name the files or folders to import")
	UsageStatement   = form.Both("请写一条 SQL 语句，放在引号里", "Give one SQL statement, in quotes")
	UsageList        = form.Both("--import：“%s”不是名录；请用 .xlsx 或 .csv 文件", "--import: “%s” is not a list of units; use an .xlsx or .csv file")
	UsagePair        = form.Both("--%s：“%s”应写成 甲=乙", "--%s: “%s” must be written A=B")
	UsageOneFolder   = form.Both("请写出一个文件夹", "Name one folder")
)

// The output of the commands.
var (
	OutputImport      = form.Both("共 %d：导入 %d，更新 %d，补充 %d，未变 %d，待答 %d，失败 %d", "%d in all: imported %d, replaced %d, added %d, unchanged %d, asked %d, failed %d")
	OutputBackup      = form.Both("已备份到 %s；可直接打开，也可复制到其他电脑上打开", "the backup is %s; it can be opened directly, also on another machine")
	OutputMissing     = form.Both("未能重建：%s\t%d\t%s\t%s", "not rebuilt: %s\t%d\t%s\t%s")
	OutputMissingOld  = form.Both("未能重建（已被取代的旧版）：%s\t%d\t%s\t%s", "not rebuilt (a superseded revision): %s\t%d\t%s\t%s")
	OutputDiffers     = form.Both("不同：%s\t%s → %s", "differs: %s\t%s → %s")
	OutputMoreDiffer  = form.Both("另有 %d 处不同没有列出", "%d more differences are not listed")
	OutputNoSamples   = form.Both("程序自带的 %d 份示例报告没有带入，可在窗口中重新打开示例", "%d {report|reports} of the program's own examples were left out; open the examples again in the window")
	OutputSums        = form.Both("合计", "sums")
	OutputRecords     = form.Both("记录表 %s", "the table of records %s")
	OutputRebuilt     = form.Both("已重建 %d 份报告（另有旧版 %d 份）、%d 个数，%s：%s", "rebuilt %d {report|reports} (and %d superseded ones) with %d {figure|figures}, %s: %s")
	OutputAllEqual    = form.Both("与原数据库全部相同", "all equal")
	OutputNotEqual    = form.Both("未能重建 %d 份，不同 %d 处", "%d {report|reports} not rebuilt, %d {difference|differences}")
	OutputNothing     = form.Both("已取消，没有写出文件。", "Cancelled; no file was written.")
	OutputDiskFull    = form.Both("磁盘已满：%d 份报告没有存入（第一份是 %s），另有 %d 个文件没有读取。此前存入的报告不受影响；腾出空间后重新导入即可。", "The disk is full: %d {report was|reports were} not stored (the first is %s) and %d {file was|files were} not read. The reports stored before are safe; free some space and import again.")
	OutputSheet       = form.Both("%s［%s］", "%s [%s]")
	OutputRemarks     = form.Both("%s：%s", "%s: %s")
	OutputCut         = form.Both("只输出前 %d 行；请用 WHERE 或 LIMIT 缩小范围", "only the first %d {row is|rows are} printed; narrow them with WHERE or LIMIT")
	OutputRechecked   = form.Both("规则有更新，重新核对 %d / %d", "the rules have changed: checked %d of %d again")
	OutputSamples     = form.Both("已写出 %d 份示例报告：%s", "wrote %d sample reports: %s")
	OutputWritten     = form.Both("已写出：%s", "written: %s")
	OutputReplaced    = form.Both("已写出：%s（替换了原有的文件）", "written: %s (replaced an existing file)")
	OutputMergedYears = form.Both("%s和%s都有 %s 年的报告：各年只有后导入的一份有效，另一份留作旧版。若是两个不同的单位，请在窗口中撤销这次合并", "%s and %s both have reports for %s: of each year only the one imported later is in force, the other is kept as a revision. If they are two units, undo this merge in the window")
	OutputReturns     = form.Both("已写出 %d 份退回件：%s", "wrote %d return copies: %s")
	OutputReturnsOf   = form.Both("其中 %d 份的原文件已不在、有过改动，或格式不能加批注，以填好数字的统一样式制作", "of them, %d are the filled official form, because the originals are gone, have changed or cannot hold comments")
	OutputOfForm      = form.Both("原文件已不在原处或有过改动，以填好数字的统一样式制作", "the original is gone or has changed; the filled official form was used")
	OutputNoDatabase  = form.Both("没有数据库 %[1]s，也没有新建。请核对 --db 后的文件名；要建立数据库，请先导入年报：nianbao import --db %[1]s 文件或文件夹", "There is no database %[1]s, and none was created. Check the name after --db; to create a database, import reports: nianbao import --db %[1]s PATH")
	OutputNothingYet  = form.Both("还没有任何数据（%s 尚未建立）。请先导入年报：nianbao import 文件或文件夹，或打开窗口导入。", "There is no data yet (%s does not exist). Import reports first: nianbao import PATH, or open the window.")
	OutputOtherFile   = form.Both("可用 --db 指定另一个文件。", " Use --db to name another file.")
)
