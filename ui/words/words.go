package words

// The program.
var (
	AppName    = Word{"年报通览", "Nianbao"}
	AppPurpose = Word{"政府信息公开工作年度报告的导入、核对、汇总与比较", "Import, check, add up and compare government information disclosure reports"}
	Version    = Word{"版本 %s · DuckDB %s · 数据结构 %d", "Version %s · DuckDB %s · schema %d"}
)

// Menus and general commands.
var (
	MenuFile     = Word{"文件", "File"}
	MenuEdit     = Word{"编辑", "Edit"}
	MenuView     = Word{"查看", "View"}
	MenuHelp     = Word{"帮助", "Help"}
	OpenFiles    = Word{"选择文件…", "Choose files…"}
	OpenFolder   = Word{"选择文件夹…", "Choose folder…"}
	OpenSample   = Word{"打开示例", "Open the sample"}
	RemoveSample = Word{"移除示例", "Remove the sample"}
	Quit         = Word{"退出", "Quit"}
	Copy         = Word{"复制", "Copy"}
	CopyHeadings = Word{"连同表头复制", "Copy with headings"}
	SelectAll    = Word{"全选", "Select all"}
	Undo         = Word{"撤消", "Undo"}
	Redo         = Word{"重做", "Redo"}
	Cancel       = Word{"取消", "Cancel"}
	Close        = Word{"关闭", "Close"}
	OK           = Word{"确定", "OK"}
	Appearance   = Word{"外观", "Appearance"}
	FollowSystem = Word{"跟随系统", "Follow the system"}
	LightTheme   = Word{"浅色", "Light"}
	DarkTheme    = Word{"深色", "Dark"}
	LanguageMenu = Word{"语言", "Language"}
	About        = Word{"关于", "About"}
)

// The first screen.
var (
	WelcomeTitle = Word{"把年度报告拖到这里", "Drop annual reports here"}
	WelcomeText  = Word{"单个文件或整个文件夹均可，程序会识别、核对并保存其中的表格", "Files or whole folders: their tables are recognised, checked and stored"}
	WelcomeNote  = Word{"所有数据只保存在本机，全程不连接网络", "All data stays on this computer; nothing is sent over the network"}
	SampleTitle  = Word{"手边没有年报？先用示例试一试", "No reports to hand? Try the sample"}
	SampleNote   = Word{"含公开发布的年报数据和一个虚构的“示例区”，可随时一键移除", "Published figures and a fictional district (示例区); one click removes them"}
	SampleName   = Word{"示例", "Sample"}
	SampleShown  = Word{"正在显示示例数据，点此移除", "Showing sample data; click to remove"}
)

// Panes.
var (
	PaneTable    = Word{"数据表", "Table"}
	PaneFindings = Word{"核对", "Findings"}
	PaneImport   = Word{"导入", "Import"}
)

// Import.
var (
	Importing          = Word{"正在导入 %s / %s", "Importing %s of %s"}
	ImportCurrent      = Word{"当前文件：%s", "Current file: %s"}
	ImportCancelled    = Word{"已取消；已完成的部分保留", "Cancelled; reports already imported are kept"}
	ImportCount        = Word{"导入 %s · 更新 %s · 未变 %s · 失败 %s", "%s imported · %s replaced · %s unchanged · %s failed"}
	Imported           = Word{"导入", "imported"}
	Replaced           = Word{"更新", "replaced"}
	Unchanged          = Word{"未变", "unchanged"}
	Failed             = Word{"失败", "failed"}
	ImportNothing      = Word{"没有找到可导入的文件", "No file to import was found"}
	ColumnVerdict      = Word{"结果", "Result"}
	ColumnFile         = Word{"文件", "File"}
	ColumnUnit         = Word{"单位", "Unit"}
	ColumnRegion       = Word{"地区", "Region"}
	ColumnYear         = Word{"年度", "Year"}
	ColumnFigures      = Word{"数据项", "Figures"}
	ColumnFindings     = Word{"核对提示", "Findings"}
	ColumnReason       = Word{"说明", "Note"}
	Rechecking         = Word{"规则有更新，正在重新核对 %s / %s", "The rules have changed: rechecking %s of %s"}
	RecheckingNote     = Word{"已作的核实判定和备注都会保留", "Your decisions and remarks are kept"}
	ImportSearching    = Word{"正在查找文件…", "Looking for files…"}
	ImportCancelling   = Word{"正在停止，已完成的部分保留…", "Stopping; reports already imported are kept…"}
	ImportSomeFailed   = Word{"失败的文件没有写入数据库；选中一行，下方说明原因和办法", "Failed files were not stored. Select a line to see why, and what to do"}
	ImportSomeWrong    = Word{"%d 份报告存在勾稽错误，见“核对”页", "%d reports have arithmetic errors; see Findings"}
	ImportAllGood      = Word{"没有发现勾稽错误", "No arithmetic errors were found"}
	ImportBusy         = Word{"正在导入", "An import is running"}
	ImportBusyText     = Word{"请等这次导入完成，或先取消它，再开始下一次。", "Wait until it is finished, or cancel it, before starting another."}
	ImportLabel        = Word{"%s 等 %d 项", "%s and others (%d)"}
	ImportHistory      = Word{"导入记录", "Past imports"}
	ImportNone         = Word{"还没有导入过", "Nothing has been imported yet"}
	HistoryCount       = Word{"导入 %s · 更新 %s · 未变 %s", "%s imported · %s replaced · %s unchanged"}
	UndoImport         = Word{"撤销这次导入", "Undo this import"}
	UndoImportShort    = Word{"撤销", "Undo"}
	Undone             = Word{"已撤销", "undone"}
	LinesAll           = Word{"全部", "All"}
	LineCount          = Word{"%s 行", "%s lines"}
	ChooserTitle       = Word{"选择年报文件或文件夹", "Choose reports or a folder"}
	ChooserSearch      = Word{"在此文件夹中搜索", "Search in this folder"}
	ChooserEmpty       = Word{"没有文件", "No files"}
	ChooserUp          = Word{"上一级", "Up"}
	ChooserWhole       = Word{"导入整个文件夹", "Import the whole folder"}
	ChooserFiles       = Word{"导入所选（%d）", "Import selected (%d)"}
	ChooserHint        = Word{"点选多个文件，或进入一个文件夹后整个导入", "Select files, or open a folder and import all of it"}
	PlaceHome          = Word{"主目录", "Home"}
	PlaceDrive         = Word{"磁盘 %s", "Disk %s"}
	PlaceDesktop       = Word{"桌面", "Desktop"}
	PlaceDocuments     = Word{"文档", "Documents"}
	PlaceDownloads     = Word{"下载", "Downloads"}
	CorrectTitle       = Word{"这份报告是谁的、哪一年的？", "Whose report is it, and of which year?"}
	CorrectImport      = Word{"按此导入", "Import"}
	CorrectRegionHint  = Word{"如 北京市大兴区，可不填", "e.g. 北京市大兴区; optional"}
	CorrectUnitHint    = Word{"如 瀛海镇", "e.g. 瀛海镇"}
	CorrectYearHint    = Word{"报告年度，如 2023", "reporting year, e.g. 2023"}
	CorrectUnitMissing = Word{"请填写单位", "enter the unit"}
	CorrectYearWrong   = Word{"请填写四位数的年度", "enter a four-digit year"}
	LinesProblems      = Word{"需要处理", "Needs attention"}
	LineSuperseded     = Word{"这个文件以前导入过，其后已有更新的报告，未改动", "imported before and since replaced by a later report; nothing was changed"}
	LineSkipped        = Word{"文件夹里另有 %d 个文件不是年报格式，已略过", "%d other files in the folder are not reports and were skipped"}
	Skipped            = Word{"略过", "skipped"}
)

// Filters.
var (
	ClearFilters       = Word{"清除全部", "Clear all"}
	FilterYears        = Word{"年度", "Years"}
	FilterUnits        = Word{"单位", "Units"}
	FilterUnitsHint    = Word{"搜索单位", "Search units"}
	FilterUnitCount    = Word{"%d 个单位", "%d units"}
	FilterTopic        = Word{"内容", "Show"}
	FilterApplicant    = Word{"申请人", "Applicant"}
	TopicReceived      = Word{"申请", "Applications"}
	TopicOutcomes      = Word{"办理结果", "Outcomes"}
	TopicEnforce       = Word{"行政执法", "Enforcement"}
	TopicDisputes      = Word{"复议诉讼", "Reviews and lawsuits"}
	TopicAll           = Word{"全部数据", "Everything"}
	NoRows             = Word{"没有符合筛选条件的报告", "No report matches the filters"}
	FilterRegion       = Word{"地区", "Region"}
	FilterRegionsHint  = Word{"搜索地区", "Search regions"}
	FilterRegionCount  = Word{"%d 个地区", "%d regions"}
	FilterNothing      = Word{"没有匹配项", "Nothing matches"}
	FilterNoKinds      = Word{"本项内容不分申请人", "not broken down by applicant"}
	FilterWithFindings = Word{"有核对提示", "With findings"}
	NoFilters          = Word{"未设筛选，显示全部报告", "No filters; showing all reports"}
	NoRegion           = Word{"（未注明地区）", "(no region)"}
	YearOnly           = Word{"%s 年", "%s"}
	YearUntil          = Word{"%s 年及以前", "until %s"}
	YearSince          = Word{"%s 年及以后", "since %s"}
	YearRange          = Word{"%s–%s 年", "%s–%s"}
	ListComma          = Word{"、", ", "}
	SentenceBreak      = Word{"；", "; "}
	TopicRefusals      = Word{"不予公开理由", "Refusals"}
	TopicUnavailable   = Word{"无法提供理由", "Unable to provide"}
	TopicMeasures      = Word{"全部指标", "Rates"}
	FindUnit           = Word{"查找单位", "Find a unit"}
)

// The table.
var (
	TotalRow       = Word{"合计", "Total"}
	RowCount       = Word{"%s 份报告", "%s reports"}
	SelectionInfo  = Word{"已选 %s 格 · 数值 %s 个 · 合计 %s · 平均 %s", "%s cells · %s numbers · sum %s · mean %s"}
	LegendZero     = Word{"填写为 0", "reported as 0"}
	LegendBlank    = Word{"报告中此格为空", "empty cell"}
	LegendNA       = Word{"写明不适用", "does not apply"}
	LegendText     = Word{"不是数字，保留原文", "not a number"}
	LegendNoted    = Word{"数字旁有注或单位", "with a note"}
	LegendMissing  = Word{"报告中没有这一项", "not in this report"}
	LegendTotal    = Word{"只加有数字的格，未填不当作 0；存量不跨年相加", "adds numbers only; stocks are not added across years"}
	MarkZero       = Word{"0", "0"}
	MarkNoted      = Word{"22*", "22*"}
	MarkText       = Word{"约 80", "approx. 80"}
	MarkTotal      = Word{"合计", "Total"}
	MarkBlank      = Word{"未填", "blank"}
	MarkNA         = Word{"/", "/"}
	MarkMissing    = Word{"·", "·"}
	MarkLoading    = Word{"…", "…"}
	RateText       = Word{"%s（%s/%s）", "%s (%s/%s)"}
	NoRate         = Word{"—", "—"}
	TooLarge       = Word{"过大", "too large"}
	SelectionCount = Word{"已选 %s 格 · 数值 %s 个", "%s cells · %s numbers"}
	SelectionCells = Word{"已选 %s 格", "%s cells"}
	CopyTooMuch    = Word{"选区太大，无法复制；请改用导出", "The selection is too large to copy; export it instead"}
	Copied         = Word{"已复制 %s 格", "%s cells copied"}
)

// Charts.
var (
	ChartEmpty      = Word{"没有可以画的数据", "Nothing to draw"}
	ChartEmptyHint  = Word{"换一个事项，或放宽筛选条件", "Choose another item, or widen the filters"}
	ChartNoReport   = Word{"没有该年报告", "no report"}
	ChartBlank      = Word{"未填", "blank"}
	ChartNA         = Word{"不适用", "not applicable"}
	ChartSeam       = Word{"报告格式改版", "form revised"}
	ChartMore       = Word{"另有 %d 条", "%d more"}
	ChangeNone      = Word{"持平", "unchanged"}
	ChangeFromZero  = Word{"上年为 0", "0 the year before"}
	ChartNotAsked   = Word{"该年报告没有这一项", "not in that year's form"}
	SeamSame        = Word{"%d 年度起使用新格式，本项前后含义相同，连线可比。", "The form changed in %d; this item kept its meaning, so the line continues."}
	SeamBroken      = Word{"%d 年度起使用新格式，本项前后含义不同，不连线，不可比。", "The form changed in %d and this item’s meaning with it, so the line is broken."}
	TrendItemHint   = Word{"搜索事项", "Search items"}
	TrendOmitted    = Word{"按数值取前 %d 个单位，另有 %d 个未画出", "The %d largest units; %d more are not drawn"}
	TrendDefinition = Word{"计算方法：%s", "Definition: %s"}
)

// Findings.
var (
	SeverityError     = Word{"错误", "Error"}
	SeverityWarning   = Word{"存疑", "Doubtful"}
	SeverityHint      = Word{"提示", "Hint"}
	SeverityAll       = Word{"全部", "All"}
	ColumnSeverity    = Word{"程度", "Severity"}
	ColumnRule        = Word{"规则", "Rule"}
	ColumnMessage     = Word{"说明", "What was found"}
	FindingsAllRules  = Word{"全部规则", "All rules"}
	FindingsRules     = Word{"%d 条规则", "%d rules"}
	FindingsRuleHint  = Word{"搜索规则", "Search rules"}
	FindingsCount     = Word{"%s 条核对提示", "%s findings"}
	FindingsTruncated = Word{"只列出前 %s 条，请缩小筛选范围", "Only the first %s findings are listed; narrow the filters"}
	FindingTitle      = Word{"%s %d 年度 · %s", "%s %d · %s"}
	FindingRule       = Word{"规则：%s", "Rule: %s"}
	FindingPlace      = Word{"工作表“%s” %s", "sheet “%s” %s"}
)

// What went wrong, and what to do.
var (
	ErrorTitle        = Word{"未能完成", "This could not be done"}
	ErrorInUse        = Word{"%s 正被%s使用。请关闭那个程序，然后重试。", "%s is being used by %s. Close that program and try again."}
	ErrorNoDisplay    = Word{"没有可用的图形界面；请在桌面环境中运行，或使用命令行。", "No display is available. Run the program in a desktop session, or use its command line."}
	ErrorInUseTitle   = Word{"数据库正被占用", "The database is in use"}
	ErrorSomebody     = Word{"另一个程序", "another program"}
	ErrorProcess      = Word{"另一个程序（进程号 %s）", "another program (process %s)"}
	ErrorDamagedTitle = Word{"数据库无法打开", "The database cannot be opened"}
	ErrorDamagedLog   = Word{"%s 的日志已损坏，可能因为断电或磁盘故障。可以把日志移到一旁（数据库和日志都会先备份），再打开上一次导入完成时的数据。", "The log of %s is damaged, perhaps by a power cut or a disk fault. You can set it aside (database and log are backed up first) and open the data as it was after the last completed import."}
	ErrorDamaged      = Word{"%s 已损坏。请从备份恢复，或把它改名后重新打开程序，再次导入年报文件。", "%s is damaged. Restore it from a backup, or rename it, restart the program and import the reports again."}
	ErrorNotADatabase = Word{"这个文件不是本程序的数据库，未作任何改动。请换一个文件。", "This file is not a Nianbao database. It was not changed; choose another file."}
	ErrorNewerTitle   = Word{"数据库来自更新的版本", "The database is from a newer version"}
	ErrorNewer        = Word{"%s 由更新版本的年报通览写成，请升级程序后再打开。", "%s was written by a newer version of Nianbao; update the program to open it."}
	ErrorNotSaved     = Word{"%s 未能写入数据库，请检查磁盘空间后重新导入。", "%s could not be saved. Check the disk space and import it again."}
	ErrorInvalid      = Word{"%s 的单位、年度或数值不合要求，没有保存；请核对原文件。", "The unit, the year or a figure of %s is invalid, so nothing was saved. Check the file."}
	ErrorPath         = Word{"不能使用这个数据库路径，或它已经打开。请换一个文件名。", "This path cannot be used for a database, or it is already open. Choose another file name."}
	ErrorReopen       = Word{"数据库引擎停止了工作，已保存的数据不受影响。请关闭并重新打开程序。", "The database stopped working; what was saved is safe. Close the program and open it again."}
	ErrorUndone       = Word{"这次导入已经撤销过了。", "This import has already been undone."}
	SetLogAside       = Word{"移开日志并打开", "Set the log aside and open"}
	Retry             = Word{"重试", "Try again"}
	AboutFont         = Word{"字体：思源黑体 Noto Sans SC（SIL OFL）", "Typeface: Noto Sans SC (SIL OFL)"}
)
