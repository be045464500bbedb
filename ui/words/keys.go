package words

import "nianbao/data/form"

// Going places, and the list of keys.
var (
	GoBack        = form.Both("后退", "Back")
	GoForward     = form.Both("前进", "Forward")
	GoTo          = form.Both("转到…", "Go to…")
	PaletteHint   = form.Both("单位、年度或命令；可用拼音首字母", "A body, a year or a command")
	PaletteYear   = form.Both("只看这一年度", "this year only")
	SidebarMenu   = form.Both("展开或收起筛选栏", "Show or fold the filters")
	SourcePanel   = form.Both("出处", "Source")
	PrintMenu     = form.Both("打印…", "Print…")
	FindNext      = form.Both("查找下一个", "Find next")
	FindPrevious  = form.Both("查找上一个", "Find previous")
	HelpMenu      = form.Both("快捷键", "Keyboard shortcuts")
	KeysElsewhere = form.Both("表格、列表与对话框", "Tables, lists and dialogs")

	KeyArrows   = form.Both("方向键", "Arrows")
	KeyArrowsDo = form.Both("在表格、列表和选项中移动；按住 Shift 选取一片", "move in tables, lists and options; with Shift, select a range")
	KeyEdges    = form.Both("Ctrl+方向键", "Ctrl+arrows")
	KeyEdgesDo  = form.Both("移到表格的边缘", "move to the edge of the table")
	KeyEnter    = form.Both("Enter", "Enter")
	KeyEnterDo  = form.Both("打开所在的行；在对话框中执行主要操作", "open the row; in a dialog, do its main action")
	KeyCopy     = form.Both("Ctrl+C", "Ctrl+C")
	KeyCopyDo   = form.Both("复制选取的单元格", "copy the selected cells")
	KeyTab      = form.Both("Tab", "Tab")
	KeyTabDo    = form.Both("移到下一个控件；Shift+Tab 返回", "go to the next control; Shift+Tab goes back")
	KeySpace    = form.Both("空格", "Space")
	KeySpaceDo  = form.Both("按下按钮，勾选一行，展开下拉列表", "press a button, tick a line, open a list")
	KeyEscape   = form.Both("Esc", "Esc")
	KeyEscapeDo = form.Both("关闭对话框或下拉列表，清空搜索，离开报告", "close a dialog or a list, clear a search, leave a report")
)
