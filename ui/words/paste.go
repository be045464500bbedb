package words

// Pasting, and completing what a file does not say.
var (
	PasteReport     = Word{"粘贴年报表格并导入", "Paste a report and import it"}
	PasteLabel      = Word{"粘贴的表格", "Pasted table"}
	PasteEmpty      = Word{"剪贴板里没有表格", "There is no table on the clipboard"}
	PasteEmptyText  = Word{"请先在 Excel、WPS、Word 或网页中选中年报的表格并复制，再回到这里粘贴。", "Select the report's tables in Excel, WPS, Word or a web page and copy them, then paste here."}
	PasteHint       = Word{"也可以在 Excel、WPS、Word 或网页中复制表格，在此按 Ctrl+V 粘贴", "Or copy the tables in Excel, WPS, Word or a web page and press Ctrl+V here"}
	CorrectAgain    = Word{"更正并重新导入", "Correct and import again"}
	Password        = Word{"密码", "Password"}
	PasswordHint    = Word{"打开这个文件的密码", "the file’s password"}
	PasswordOpen    = Word{"打开并导入", "Open and import"}
	ErrorNotKept    = Word{"报告已存入数据库，但原文件没有留存；请检查磁盘空间和权限后重新导入。", "The reports were saved, but no copy of their files could be kept. Check disk space and permissions, then import them again."}
	FileFromStore   = Word{"原文件已不在原处或已改动，打开的是导入时留存的一份：%s", "The original file is gone or has changed. This is the copy kept at import: %s"}
	FileFromStoreTo = Word{"打开的是留存的原件", "Opened the copy kept at import"}
)
