package words

// The program.
var (
	AppName    = Word{"年报通览", "Nianbao"}
	AppPurpose = Word{"政府信息公开工作年度报告：导入、核对、汇总、比较", "Government information disclosure reports: import, check, sum up, compare"}
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
	Export       = Word{"导出…", "Export…"}
	Quit         = Word{"退出", "Quit"}
	Copy         = Word{"复制", "Copy"}
	CopyHeadings = Word{"连同表头复制", "Copy with headings"}
	SelectAll    = Word{"全选", "Select all"}
	Find         = Word{"查找…", "Find…"}
	Undo         = Word{"撤消", "Undo"}
	Redo         = Word{"重做", "Redo"}
	Cancel       = Word{"取消", "Cancel"}
	Close        = Word{"关闭", "Close"}
	OK           = Word{"确定", "OK"}
	Details      = Word{"详情", "Details"}
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
	WelcomeText  = Word{"文件或整个文件夹均可；.xlsx 工作簿会被识别、核对并保存在本机。", "Files or whole folders; .xlsx workbooks are recognised, checked and kept on this computer."}
	WelcomeNote  = Word{"全部在本机完成，不连接网络。", "Everything stays on this computer; no network is used."}
	SampleNote   = Word{"示例含公开发布的年报数据和一个虚构的“示例区”，可一键移除。", "The sample has published figures and an invented district (示例区); it can be removed in one step."}
)

// Panes.
var (
	PaneOverview = Word{"总览", "Overview"}
	PaneTable    = Word{"数据表", "Table"}
	PaneTrend    = Word{"趋势", "Trend"}
	PaneFindings = Word{"核对", "Findings"}
	PaneReports  = Word{"报告", "Reports"}
	PaneImport   = Word{"导入", "Import"}
)

// Import.
var (
	Importing       = Word{"正在导入 %d / %d", "Importing %d of %d"}
	ImportCurrent   = Word{"当前文件：%s", "Current file: %s"}
	ImportDone      = Word{"导入完成", "Import finished"}
	ImportCancelled = Word{"已取消；已完成的部分保留", "Cancelled; what was finished is kept"}
	ImportCount     = Word{"导入 %d · 更新 %d · 未变 %d · 失败 %d", "%d imported · %d replaced · %d unchanged · %d failed"}
	Imported        = Word{"导入", "imported"}
	Replaced        = Word{"更新", "replaced"}
	Unchanged       = Word{"未变", "unchanged"}
	Failed          = Word{"失败", "failed"}
	ImportNothing   = Word{"没有找到可导入的文件", "Found no file to import"}
	ColumnVerdict   = Word{"结果", "Result"}
	ColumnFile      = Word{"文件", "File"}
	ColumnUnit      = Word{"单位", "Unit"}
	ColumnRegion    = Word{"地区", "Region"}
	ColumnYear      = Word{"年度", "Year"}
	ColumnFigures   = Word{"数据项", "Figures"}
	ColumnFindings  = Word{"核对提示", "Findings"}
	ColumnReason    = Word{"说明", "Note"}
)

// Filters.
var (
	Filters         = Word{"筛选", "Filters"}
	ClearFilters    = Word{"清除全部", "Clear all"}
	FilterYears     = Word{"年度", "Years"}
	FilterFrom      = Word{"自", "From"}
	FilterTo        = Word{"至", "to"}
	FilterUnits     = Word{"单位", "Units"}
	FilterUnitsHint = Word{"搜索单位", "Search units"}
	FilterAllUnits  = Word{"全部单位", "All units"}
	FilterUnitCount = Word{"%d 个单位", "%d units"}
	FilterTopic     = Word{"内容", "Show"}
	FilterApplicant = Word{"申请人", "Applicant"}
	FilterItem      = Word{"事项", "Item"}
	FilterColumn    = Word{"列", "Column"}
	TopicReceived   = Word{"申请", "Applications"}
	TopicOutcomes   = Word{"办理结果", "Outcomes"}
	TopicEnforce    = Word{"执法", "Enforcement"}
	TopicDisputes   = Word{"复议诉讼", "Reviews and litigation"}
	TopicAll        = Word{"全部", "Everything"}
	NoRows          = Word{"没有符合筛选条件的报告", "No report matches the filters"}
)

// The table.
var (
	TotalRow      = Word{"合计", "Total"}
	RowCount      = Word{"%s 行", "%s rows"}
	SelectionInfo = Word{"已选 %s 格 · 数值 %s 个 · 合计 %s · 平均 %s", "%s cells · %s numbers · sum %s · mean %s"}
	Loading       = Word{"读取中…", "Loading…"}
	LegendTitle   = Word{"图例", "Legend"}
	LegendZero    = Word{"0：报告填写为 0", "0: reported as 0"}
	LegendBlank   = Word{"未填：报告中此格为空", "blank: the cell is empty in the report"}
	LegendNA      = Word{"/：报告中写明不适用", "/: the report says not applicable"}
	LegendText    = Word{"褐色：不是数字，保留原文", "brown: not a number, kept as printed"}
	LegendNoted   = Word{"角标：数字旁有注或单位", "corner mark: a number with a note or unit"}
	LegendMissing = Word{"灰底 ·：没有该年报告", "grey ·: no report for that year"}
	MarkBlank     = Word{"未填", "blank"}
	MarkNA        = Word{"/", "/"}
	MarkMissing   = Word{"·", "·"}
	MarkLoading   = Word{"…", "…"}
)

// Charts.
var (
	ChartEmpty     = Word{"没有可以画的数据", "Nothing to draw"}
	ChartEmptyHint = Word{"换一个事项，或放宽筛选条件", "Choose another item or widen the filters"}
	ChartOneYear   = Word{"只有一个年度，无法成线", "One year only, so there is no line"}
	ChartNoReport  = Word{"没有该年报告", "no report"}
	ChartBlank     = Word{"未填", "blank"}
	ChartSeam      = Word{"报告格式改版", "form revised"}
	ChartSeamNote  = Word{"2021 年度起使用新格式，本指标前后不可比", "New form from 2021 on; this figure is not comparable across the line"}
	ChartSeamSame  = Word{"2021 年度起使用新格式，本指标前后可比", "New form from 2021 on; this figure stays comparable"}
	ChartMore      = Word{"另有 %d 条", "%d more"}
	ChangeNone     = Word{"持平", "unchanged"}
	ChangeFromZero = Word{"上年为 0", "0 the year before"}
	ChangeUp       = Word{"▲ %s", "▲ %s"}
	ChangeDown     = Word{"▼ %s", "▼ %s"}
)

// Findings.
var (
	SeverityError   = Word{"错误", "Error"}
	SeverityWarning = Word{"存疑", "Doubtful"}
	SeverityHint    = Word{"提示", "Hint"}
	NoFindings      = Word{"没有核对提示", "No findings"}
)

// What went wrong, and what to do.
var (
	ErrorTitle     = Word{"未能完成", "This could not be done"}
	ErrorInUse     = Word{"数据库正被另一个程序使用：%s", "Another program is using the database: %s"}
	ErrorOpenStore = Word{"无法打开数据库 %s：%s", "Cannot open the database %s: %s"}
	ErrorUnknown   = Word{"发生意外错误，详情已写入日志：%s", "Something unexpected happened; details are in the log: %s"}
	ErrorNoDisplay = Word{"没有可用的图形界面；请在桌面环境中运行，或使用命令行。", "No display is available; run on a desktop, or use the command line."}
)
