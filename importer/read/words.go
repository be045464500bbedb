package read

import "nianbao/data/form"

// Explain says in one line what is wrong, where, and what to do.
func (e *ReadError) Explain(lang form.Language) string {
	what, todo := e.words(lang)
	if lang == form.English {
		if place := e.place("sheet “%s”", "cell %s", ", "); place != "" {
			what += " (" + place + ")"
		}
		return what + "; " + todo
	}
	if place := e.place("工作表“%s”", "单元格 %s", "，"); place != "" {
		what += "（" + place + "）"
	}
	return what + "；" + todo
}

// words returns what is wrong and what to do.
func (e *ReadError) words(lang form.Language) (what, todo string) {
	resend := lang.Say(form.Both("请用 Excel 或 WPS 打开检查并另存，或请报送单位重新发送", "open it in Excel or WPS, check and save it again, or ask the sender for it again"))
	saveAs := lang.Say(form.Both("请在 Word 或 WPS 中另存为 .docx 或 .xlsx 后再导入", "save it as .docx or .xlsx in Word or WPS and import that"))
	smaller := lang.Say(form.Both("请删去无关的工作表和空白区域后另存", "delete unrelated sheets and empty areas and save it again"))
	if e.Format == "pdf" || e.Format == "ofd" {
		resend = lang.Say(form.Both("请用阅读器打开检查，或请报送单位重新发送", "open it in a reader and check it, or ask the sender for it again"))
		smaller = lang.Say(form.Both("请只保留报告的页面，另存后再导入", "save the pages of the report alone and import them"))
	}
	switch e.Kind {
	case Empty:
		return lang.Say(form.Both("文件是空的", "the file is empty")), lang.Say(form.Both("请报送单位重新发送", "ask the sender for it again"))
	case Truncated:
		return lang.Say(form.Both("文件不完整，结尾缺失", "the file is incomplete: its end is missing")), lang.Say(form.Both("请重新下载或复制，或请报送单位重新发送", "copy or download it again, or ask the sender for it again"))
	case Damaged:
		return lang.Say(form.Both("文件已损坏：", "the file is damaged: ")) + e.Reason.words(lang), resend
	case TooLarge:
		return lang.Say(form.Both("文件超出了报告应有的大小：", "the file is larger than any report: ")) + e.Reason.words(lang), smaller
	case Encrypted:
		if e.Format == zipFormat {
			return lang.Say(form.Both("压缩包设有密码", "the archive is protected by a password")), lang.Say(form.Both("请用密码解压，再导入里面的文件", "unpack it with its password and import the files in it"))
		}
		if e.Format != "" {
			return lang.Say(form.Both("文件设有打开密码，这种格式带密码不能读取", "the file is protected by a password, which is not supported for this format")) + e.formatName(lang), lang.Say(form.Both("请在 Word、Excel 或 WPS 中取消密码，另存后再导入", "open it in Word, Excel or WPS, remove the password, save it and import that"))
		}
		return lang.Say(form.Both("文件设有打开密码", "the file is protected by a password")), lang.Say(form.Both("请输入密码，或在 Excel 或 WPS 中取消密码后另存", "enter the password, or save the file without one in Excel or WPS"))
	case WrongPassword:
		return lang.Say(form.Both("密码不正确", "the password is wrong")), lang.Say(form.Both("请核对密码（区分大小写）后重试", "check it (it is case-sensitive) and try again"))
	case LegacyDoc:
		return lang.Say(form.Both("暂不能读取旧版文档", "documents in this old format cannot be read yet")) + e.formatName(lang), saveAs
	case LegacyWorkbook:
		return lang.Say(form.Both("暂不能读取这种表格文件", "workbooks of this kind cannot be read yet")) + e.formatName(lang), lang.Say(form.Both("请在 Excel 或 WPS 中另存为 .xlsx 后再导入", "save it as .xlsx in Excel or WPS and import that"))
	case Scan:
		if e.Reason == ReasonEncoding {
			return lang.Say(form.Both("文件的文字使用特殊字体，程序取不出来", "the fonts of the file do not tell which characters they show, so no program can read its text")), lang.Say(form.Both("请导入原来的 Word 或 Excel 文件", "import the Word or Excel file from which it was made"))
		}
		return lang.Say(form.Both("文件的页面是图片（扫描件），里面没有可读的文字", "the pages of the file are pictures without readable text, such as a scan")),
			lang.Say(form.Both("请导入原来的 Word 或 Excel 文件；没有原件时，可用 WPS 或 Word 的文字识别转为表格，逐格核对后导入", "import the Word or Excel file from which it was made; if there is none, let WPS or Word recognise the text, check each cell and import the result"))
	case Picture:
		return lang.Say(form.Both("这是图片，里面没有可读的表格", "this is a picture; it has no readable table")) + e.formatName(lang), lang.Say(form.Both("请导入原来的 Word 或 Excel 文件", "import the Word or Excel file from which it was made"))
	case NothingPacked:
		return lang.Say(form.Both("里面没有可以读取的文件", "it contains no file that can be read")) + e.formatName(lang), lang.Say(form.Both("请报送单位重新发送", "ask the sender for it again"))
	case TooMuchPacked:
		what = lang.Say(form.Both("压缩包里的文件太多或太大，余下的没有读取", "the archive contains too many or too large files; the rest was not read"))
		if e.Reason == ReasonDepth {
			what = lang.Say(form.Both("压缩包一层套一层，太深", "the archive is nested too deeply in other archives"))
		}
		return what, lang.Say(form.Both("请解压后分批导入", "unpack it and import the files a part at a time"))
	case PackedOtherwise:
		return lang.Say(form.Both("压缩包里的这个文件用了少见的压缩方法", "this file in the archive is compressed in a rare way")), lang.Say(form.Both("请解压，再导入解压出来的文件", "unpack it and import it"))
	case Archive:
		return lang.Say(form.Both("这是压缩包", "this is an archive")) + e.formatName(lang), lang.Say(form.Both("请先解压，再导入里面的文件", "unpack it and import the files in it"))
	case OurFault:
		return lang.Say(form.Both("本程序处理这个文件时出错，这是程序的缺陷，文件未必有问题", "the program failed on this file; the fault is in the program, not necessarily in the file")),
			lang.Say(form.Both("其他文件不受影响；请把文件名和程序版本告知开发者，或在 Excel、WPS 中另存为 .xlsx 后再试", "other files are not affected; tell the developers the name of the file and the version of the program, or save it as .xlsx in Excel or WPS and try again"))
	case Unsupported:
		todo = formatTodo(e.Format, lang)
		if todo == "" {
			todo = lang.Say(form.Both("请用原来的程序另存或导出为 .xlsx 或 .docx 后再导入", "save it as .xlsx or .docx in the program that made it and import that"))
		}
		return lang.Say(form.Both("暂不能读取这种文件", "files of this kind cannot be read yet")) + e.formatName(lang), todo
	case NotAWorkbook:
		return lang.Say(form.Both("内容不是表格或文档", "the content is neither a workbook nor a document")) + e.formatName(lang), resend
	default:
		return lang.Say(form.Both("认不出文件格式", "the format of the file is unknown")) + e.formatName(lang), lang.Say(form.Both("可导入的有 ", "you can import ")) + readable(lang)
	}
}

// formatName names the format in brackets if the kind covers several.
func (e *ReadError) formatName(lang form.Language) string {
	if e.Format == "" {
		return ""
	}
	return lang.Say(form.Both("（%s）", " (%s)"), formatWords(e.Format, lang))
}

func (r Reason) words(lang form.Language) string {
	switch r {
	case ReasonChecksum:
		return lang.Say(form.Both("内容与校验码不符", "its content does not match its checksum"))
	case ReasonDTD:
		return lang.Say(form.Both("含有不允许的文档类型定义", "it has a document type definition, which is not allowed"))
	case ReasonMissingPart:
		return lang.Say(form.Both("缺少必要的部分", "a part that it needs is missing"))
	case ReasonTwoParts:
		return lang.Say(form.Both("同名的部分出现两次", "two of its parts have the same name"))
	case ReasonStringIndex:
		return lang.Say(form.Both("引用的文本不存在", "a cell refers to a text that does not exist"))
	case ReasonAddress:
		return lang.Say(form.Both("单元格地址无效", "a cell address is invalid"))
	case ReasonCellTwice:
		return lang.Say(form.Both("同一单元格出现两次", "the same cell occurs twice"))
	case ReasonMergeOverlap:
		return lang.Say(form.Both("合并单元格互相重叠", "merged areas overlap"))
	case ReasonEncoding:
		return lang.Say(form.Both("文字编码有误", "its text is not in the declared encoding"))
	case ReasonCells:
		return lang.Say(form.Both("单元格太多", "too many cells"))
	case ReasonText:
		return lang.Say(form.Both("文字太多", "too much text"))
	case ReasonParts:
		return lang.Say(form.Both("内部文件太多或太大", "too many or too large parts"))
	case ReasonPages:
		return lang.Say(form.Both("页数太多", "too many pages"))
	case ReasonTime:
		return lang.Say(form.Both("内容过于复杂，处理时间太长", "its content is too complex and takes too long to read"))
	case ReasonDepth:
		return lang.Say(form.Both("嵌套层次太深", "nested too deeply"))
	default:
		return lang.Say(form.Both("结构不完整或不合规范", "its structure is incomplete or invalid"))
	}
}
