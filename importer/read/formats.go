package read

import (
	"bytes"
	"slices"
	"strings"

	"nianbao/data/form"
)

// format is one kind of file that people hand in. The list of formats decides how a file
// is recognised and read, whether it is taken from a folder and which formats messages
// name. A new format is a reader and a line in that list.
type format struct {
	name    string // in a ReadError
	words   form.Words
	endings string                        // extensions of file names, the usual one first, separated by spaces
	folder  bool                          // an import of a folder includes files with these extensions
	is      func(*input) bool             // nil for a format that is recognised by the file name only
	read    func(*input) ([]Sheet, error) // nil for a format that is recognised only to say why it cannot be read
	refusal ErrorKind                     // why it cannot be read
	todo    form.Words                    // what to do about it, if the kind does not say
}

// formats lists the formats in the order in which they are tried: those with a signature
// come before those that only their text reveals.
func formats() []format {
	return []format{
		{name: "xlsx", words: form.Both("Excel 工作簿", "Excel workbook"), endings: "xlsx xlsm xltx xltm", folder: true, is: isXLSX, read: readXLSX},
		{name: "xls", words: form.Both("Excel 97–2003 或 WPS 工作簿", "Excel 97–2003 or WPS workbook"), endings: "xls et ett xlt", folder: true, is: isXLS, read: readXLS},
		{name: "xls", words: form.Both("Excel 5 工作簿", "Excel 5 workbook"), endings: "xls", folder: true, is: begins("\x09\x08", "\x09\x04", "\x09\x02", "\x09\x00\x04\x00"), read: readBareXLS},
		{name: "docx", words: form.Both("Word 文档", "Word document"), endings: "docx docm dotx dotm", folder: true, is: mainIn("word/"), read: readDOCX},
		{name: "odt", words: form.Both("OpenDocument 文本", "OpenDocument text"), endings: "odt ott", folder: true, is: isODT, read: readODF},
		{name: "ods", words: form.Both("OpenDocument 电子表格", "OpenDocument spreadsheet"), endings: "ods ots", folder: true, is: holds("content.xml"), read: readODF},
		{name: "pdf", words: form.Both("PDF", "PDF"), endings: "pdf", folder: true, is: isPDF, read: readPDF},
		{name: "ofd", words: form.Both("OFD", "OFD"), endings: "ofd", folder: true, is: holds("OFD.xml"), read: readOFD},
		{name: "encrypted", words: form.Both("加密文件", "encrypted file"), is: hasStream("EncryptedPackage"), read: readEncrypted},

		{name: "xlsb", words: form.Both("Excel 二进制工作簿", "Excel binary workbook"), endings: "xlsb", folder: true, is: isXLSB, refusal: LegacyWorkbook},
		{name: "doc", words: form.Both("Word 97–2003 或 WPS 文档", "Word 97–2003 or WPS document"), endings: "doc wps dot wpt", folder: true, is: hasStream("WordDocument"), read: readDOC},
		{name: "rtf", words: form.Both("RTF 文档", "RTF document"), endings: "rtf", folder: true, is: begins(`{\rtf`), read: readRTF},
		{name: "doc95", words: form.Both("Word 95 或更早的文档", "document of Word 95 or older"), refusal: LegacyDoc},
		{name: "pptx", words: form.Both("PowerPoint 演示文稿", "PowerPoint presentation"), endings: "pptx pptm ppsx", is: mainIn("ppt/"), refusal: NotAWorkbook},
		{name: "ppt", words: form.Both("PowerPoint 97–2003 演示文稿", "PowerPoint 97–2003 presentation"), endings: "ppt pps dps dpt", is: hasStream("PowerPoint Document"), refusal: NotAWorkbook},
		{name: "epub", words: form.Both("EPUB", "EPUB"), endings: "epub", folder: true, is: holds("META-INF/container.xml"), refusal: Unsupported},
		{name: "odp", words: form.Both("OpenDocument 演示文稿或绘图", "OpenDocument presentation or drawing"), endings: "odp odg", refusal: NotAWorkbook},
		{name: folderFormat, words: form.Both("苹果 Numbers、Pages 文件", "Numbers or Pages document"), endings: "numbers pages key", folder: true, is: isIWork, refusal: Unsupported,
			todo: form.Both("请在 Numbers、Pages 中导出为 Excel 或 Word 文件后再导入", "export it to Excel or Word in Numbers or Pages and import that")},
		{name: outlookFormat, words: form.Both("Outlook 邮件", "Outlook message"), endings: "msg", folder: true, is: isOutlook, refusal: Archive},
		{name: "tnef", words: form.Both("Outlook 的附件包", "package of attachments of Outlook"), is: begins("\x78\x9F\x3E\x22"), refusal: Unsupported,
			todo: form.Both("请发件人以纯文本或 HTML 格式重新发送附件", "ask the sender to send the attachments again as plain text or HTML mail")},
		{name: "caj", words: form.Both("CAJ 文件", "CAJ document"), endings: "caj kdh nh", folder: true, is: begins("CAJ\x00", "KDH ", "HN\x00"), refusal: Unsupported},
		{name: "xps", words: form.Both("XPS 文件", "XPS document"), endings: "xps oxps", folder: true, is: holdsAny("FixedDocSeq.fdseq", "FixedDocumentSequence.fdseq"), refusal: Unsupported},
		{name: "chm", words: form.Both("CHM 文件", "CHM document"), endings: "chm", folder: true, is: begins("ITSF"), refusal: Unsupported},
		{name: "access", words: form.Both("Access 数据库", "Access database"), endings: "mdb accdb", folder: true, is: begins("\x00\x01\x00\x00Standard "), refusal: Unsupported},
		{name: "dbf", words: form.Both("dBASE 或 FoxPro 表", "dBASE or FoxPro table"), endings: "dbf", folder: true, refusal: Unsupported},
		{name: "office", words: form.Both("Visio、Publisher、OneNote 文件", "Visio, Publisher or OneNote document"), endings: "vsd vsdx pub one", folder: true, refusal: Unsupported},
		{name: "png", words: form.Both("PNG 图片", "PNG picture"), endings: "png", folder: true, is: begins("\x89PNG"), refusal: Picture},
		{name: "jpeg", words: form.Both("JPEG 图片", "JPEG picture"), endings: "jpg jpeg jfif", folder: true, is: begins("\xFF\xD8\xFF"), refusal: Picture},
		{name: "gif", words: form.Both("GIF 图片", "GIF picture"), endings: "gif", folder: true, is: begins("GIF8"), refusal: Picture},
		{name: "tiff", words: form.Both("TIFF 图片", "TIFF picture"), endings: "tif tiff", folder: true, is: begins("II*\x00", "MM\x00*"), refusal: Picture},
		{name: "webp", words: form.Both("WebP 图片", "WebP picture"), endings: "webp", folder: true, is: isWebP, refusal: Picture},
		{name: "heic", words: form.Both("HEIC 图片", "HEIC picture"), endings: "heic heif avif", folder: true, is: isHEIC, refusal: Picture},
		{name: "bmp", words: form.Both("BMP 图片", "BMP picture"), endings: "bmp", folder: true, is: isBMP, refusal: Picture},
		{name: "picture", words: form.Both("图片", "picture"), endings: "psd emf wmf djvu svg", folder: true, is: begins("8BPS", "AT&TFORM"), refusal: Picture},
		{name: zipFormat, words: form.Both("ZIP", "ZIP"), endings: "zip", folder: true, is: isArchive, refusal: Archive},
		{name: mailFormat, words: form.Both("电子邮件", "mail"), endings: "eml", folder: true, is: isMail, refusal: Archive},
		{name: mailboxFormat, words: form.Both("邮箱文件", "mailbox"), endings: "mbox mbx", folder: true, is: isMailbox, refusal: Archive},
		{name: "gzip", words: form.Both("GZIP", "GZIP"), endings: "gz tgz", folder: true, is: begins("\x1F\x8B"), refusal: Archive},
		{name: "7z", words: form.Both("7-Zip", "7-Zip"), endings: "7z", folder: true, is: begins("7z\xBC\xAF\x27\x1C"), refusal: Archive},
		{name: "rar", words: form.Both("RAR", "RAR"), endings: "rar", folder: true, is: begins("Rar!"), refusal: Archive},
		{name: "bzip2", words: form.Both("BZIP2", "BZIP2"), endings: "bz2", folder: true, is: begins("BZh"), refusal: Archive},
		{name: "xz", words: form.Both("XZ", "XZ"), endings: "xz", folder: true, is: begins("\xFD7zXZ"), refusal: Archive},
		{name: "tar", words: form.Both("TAR", "TAR"), endings: "tar", folder: true, is: isTAR, refusal: Archive},
		{name: "cab", words: form.Both("CAB", "CAB"), endings: "cab", folder: true, is: begins("MSCF"), refusal: Archive},
		{name: "volume", words: form.Both("分卷压缩包的一卷", "one volume of an archive"), endings: "z01 z02 z03 001 002 003 r00 r01", folder: true, refusal: Archive},
		{name: "package", words: form.Both("ZIP 结构的文件", "file packed as ZIP"), is: isPackage, refusal: NotAWorkbook},
		{name: "oldwps", words: form.Both("旧版 WPS 或 Works 文档", "document of an old version of WPS or Works"), endings: "wps", folder: true, is: isOldWPS, refusal: LegacyDoc},
		{name: "ole", words: form.Both("复合文档", "compound file"), is: isCompound, refusal: UnknownFormat},

		{name: "xml", words: form.Both("XML 电子表格 2003", "XML Spreadsheet 2003"), endings: "xls xml", folder: true, is: isOldXML, read: readOldXML},
		{name: "wordxml", words: form.Both("Word XML 文档", "Word XML document"), endings: "xml", folder: true, is: isWordXML, read: readWordXML},
		{name: "fods", words: form.Both("OpenDocument 单个 XML 文件", "OpenDocument in one XML file"), endings: "fods fodt", folder: true, is: isFlatODF, read: readFlatODF},
		{name: "otherxml", words: form.Both("XML 文件", "XML file"), is: isOtherXML, refusal: UnknownFormat},
		{name: "mht", words: form.Both("单个文件网页", "web page in one file"), endings: "mht mhtml", folder: true, is: isMHTML, read: readMHTML},
		{name: "html", words: form.Both("网页", "web page"), endings: "html htm", folder: true, is: isHTML, read: readPage},
		{name: "csv", words: form.Both("文本文件", "text file"), endings: "csv tsv txt", folder: true, is: isText, read: readCSV},
	}
}

// knownFormats is that list.
var knownFormats []format

// An encrypted file contains another file, which is looked up in the list again: a
// plain initializer would be a cycle.
func init() { knownFormats = formats() }

// IsTakenFromFolders reports whether an import of a folder or an archive includes a file
// with this name: a report, or something that may have been handed in as one. A file that
// the user chose is read whatever its name.
func IsTakenFromFolders(name string) bool {
	return slices.ContainsFunc(knownFormats, func(f format) bool { return f.folder && f.endsName(name) })
}

// IsPicture reports whether a file with this name is a picture.
func IsPicture(name string) bool {
	return slices.ContainsFunc(knownFormats, func(f format) bool { return f.refusal == Picture && f.endsName(name) })
}

// PictureError says why a picture with this name cannot be read.
func PictureError(name string) error {
	for _, f := range knownFormats {
		if f.refusal == Picture && f.endsName(name) {
			return &ReadError{Kind: Picture, Format: f.name}
		}
	}
	return &ReadError{Kind: Picture}
}

// IsPage reports whether a file with this name is a web page.
func IsPage(name string) bool {
	return slices.ContainsFunc(knownFormats, func(f format) bool { return f.name == "html" && f.endsName(name) })
}

// IsFolderFormat reports whether a folder with this name is a document: macOS stores
// Numbers and Pages documents as folders.
func IsFolderFormat(name string) bool {
	return slices.ContainsFunc(knownFormats, func(f format) bool { return f.name == folderFormat && f.endsName(name) })
}

// FolderError says why such a folder cannot be read.
func FolderError() error { return &ReadError{Kind: Unsupported, Format: folderFormat} }

const folderFormat = "iwork"

// TrimArchive removes the extension of an archive, so that its name is like that of a
// folder.
func TrimArchive(name string) string {
	for _, f := range knownFormats {
		if f.refusal == Archive && f.endsName(name) {
			return name[:strings.LastIndexByte(name, '.')]
		}
	}
	return name
}

// IsDocument reports whether a file with this beginning is a document, whatever
// its name.
func IsDocument(head []byte) bool {
	for _, magic := range []string{zipMagic, cfbMagic, "%PDF-", `{\rtf`} {
		if bytes.HasPrefix(head, []byte(magic)) {
			return true
		}
	}
	return false
}

// endsName reports whether a file name has one of the format's extensions.
func (f *format) endsName(name string) bool {
	dot := strings.LastIndexByte(name, '.')
	if dot < 0 {
		return false
	}
	for ending := range strings.FieldsSeq(f.endings) {
		if strings.EqualFold(name[dot+1:], ending) {
			return true
		}
	}
	return false
}

// readable lists the usual extensions of the formats that can be read:
// “.xlsx、.xls”.
func readable(lang form.Language) string {
	var endings []string
	for _, f := range knownFormats {
		usual, _, _ := strings.Cut(f.endings, " ")
		if f.read != nil && usual != "" && !slices.Contains(endings, "."+usual) {
			endings = append(endings, "."+usual)
		}
	}
	return strings.Join(endings, lang.Say(form.Both("、", ", ")))
}

// formatWords returns the user's name for a format, if the list has the format.
func formatWords(name string, lang form.Language) string {
	for _, f := range knownFormats {
		if f.name == name {
			return lang.Say(f.words)
		}
	}
	return name
}

// formatTodo returns advice about a format that cannot be read, "" if the kind of the
// error already gives it.
func formatTodo(name string, lang form.Language) string {
	for _, f := range knownFormats {
		if f.name == name {
			return lang.Say(f.todo)
		}
	}
	return ""
}
