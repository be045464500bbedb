package words

import "nianbao/data/form"

// Pasting, and entering what a file does not give.
var (
	PasteReport     = form.Both("粘贴年报表格并导入", "Paste a report and import it")
	PasteLabel      = form.Both("粘贴的表格", "Pasted table")
	PasteEmpty      = form.Both("剪贴板里没有表格", "There is no table on the clipboard")
	PasteEmptyText  = form.Both("请先在 Excel、WPS、Word 或网页中选中年报的表格并复制，再回到这里粘贴。", "Select the report's tables in Excel, WPS, Word or a web page and copy them, then paste here.")
	PasteHint       = form.Both("也可以在 Excel、WPS、Word 或网页中复制表格，在此按 Ctrl+V 粘贴", "Or copy the tables in Excel, WPS, Word or a web page and press Ctrl+V here")
	CorrectAgain    = form.Both("更正并重新导入", "Correct and import again")
	Password        = form.Both("密码", "Password")
	PasswordHint    = form.Both("打开这个文件的密码", "the file’s password")
	PasswordOpen    = form.Both("打开并导入", "Open and import")
	ErrorNotKept    = form.Both("报告已存入数据库，但原文件没有留存；请检查磁盘空间和权限后重新导入。", "The reports were saved, but no copy of their files could be kept. Check disk space and permissions, then import them again.")
	FileFromStore   = form.Both("原文件已不在原处或已改动，打开的是导入时留存的一份：%s", "The original file is gone or has changed. This is the copy kept at import: %s")
	FileFromStoreTo = form.Both("打开的是留存的原件", "Opened the copy kept at import")
)
