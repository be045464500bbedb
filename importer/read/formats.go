package read

import (
	"slices"
	"strings"
)

// format is one kind of file that people hand in. Recognising a file, reading
// it, taking it from a folder and telling what can be imported all follow from
// the list of formats: a new format is a reader and a line there.
type format struct {
	name    string // in a ReadError
	zh, en  string // for users
	endings string // of file names, the usual one first, separated by spaces
	folder  bool   // an import of a folder takes files with these endings
	is      func(*input) bool
	read    func(*input) ([]Sheet, error) // nil for a format that is recognised only to say why it is not read
	refusal ErrorKind                     // why it is not read
}

// formats lists the formats in the order in which a file is tried: what has a
// signature of its own comes before what only text tells apart. It is a function
// because an encrypted file holds another one, which is looked up here again.
func formats() []format {
	return []format{
		{name: "xlsx", zh: "Excel 工作簿", en: "Excel workbook", endings: "xlsx xlsm xltx", folder: true, is: isXLSX, read: readXLSX},
		{name: "xls", zh: "Excel 97–2003 或 WPS 工作簿", en: "Excel 97–2003 or WPS workbook", endings: "xls et ett", folder: true, is: isXLS, read: readXLS},
		{name: "xls", zh: "Excel 5 工作簿", en: "Excel 5 workbook", endings: "xls", folder: true, is: begins("\x09\x08", "\x09\x04", "\x09\x02", "\x09\x00\x04\x00"), read: readBareXLS},
		{name: "docx", zh: "Word 文档", en: "Word document", endings: "docx docm", folder: true, is: mainIn("word/"), read: readDOCX},
		{name: "ods", zh: "OpenDocument 电子表格", en: "OpenDocument spreadsheet", endings: "ods", folder: true, is: holds("content.xml"), read: readODS},
		{name: "encrypted", zh: "加密文件", en: "encrypted file", is: hasStream("EncryptedPackage"), read: readEncrypted},

		{name: "xlsb", zh: "Excel 二进制工作簿", en: "Excel binary workbook", endings: "xlsb", folder: true, is: isXLSB, refusal: LegacyWorkbook},
		{name: "doc", zh: "Word 97–2003 或 WPS 文档", en: "Word 97–2003 or WPS document", endings: "doc wps", folder: true, is: hasStream("WordDocument"), refusal: LegacyDoc},
		{name: "rtf", zh: "RTF 文档", en: "RTF document", endings: "rtf", folder: true, is: begins(`{\rtf`), refusal: LegacyDoc},
		{name: "pdf", zh: "PDF", en: "PDF", endings: "pdf", folder: true, is: isPDF, refusal: PDF},
		{name: "pptx", zh: "PowerPoint 演示文稿", en: "PowerPoint presentation", endings: "pptx", is: mainIn("ppt/"), refusal: NotAWorkbook},
		{name: "ppt", zh: "PowerPoint 97–2003 演示文稿", en: "PowerPoint 97–2003 presentation", endings: "ppt dps", is: hasStream("PowerPoint Document"), refusal: NotAWorkbook},
		{name: "ofd", zh: "OFD 或 EPUB", en: "OFD or EPUB", endings: "ofd epub", is: holds("META-INF/container.xml", "OFD.xml"), refusal: UnknownFormat},
		{name: "png", zh: "PNG 图片", en: "PNG picture", endings: "png", is: begins("\x89PNG"), refusal: Picture},
		{name: "jpeg", zh: "JPEG 图片", en: "JPEG picture", endings: "jpg jpeg", is: begins("\xFF\xD8\xFF"), refusal: Picture},
		{name: "gif", zh: "GIF 图片", en: "GIF picture", endings: "gif", is: begins("GIF8"), refusal: Picture},
		{name: "tiff", zh: "TIFF 图片", en: "TIFF picture", endings: "tif tiff", is: begins("II*\x00", "MM\x00*"), refusal: Picture},
		{name: "webp", zh: "WebP 图片", en: "WebP picture", endings: "webp", is: isWebP, refusal: Picture},
		{name: "bmp", zh: "BMP 图片", en: "BMP picture", endings: "bmp", is: isBMP, refusal: Picture},
		{name: "zip", zh: "ZIP", en: "ZIP", endings: "zip", is: holdsFiles, refusal: Archive},
		{name: "gzip", zh: "GZIP", en: "GZIP", endings: "gz tgz", is: begins("\x1F\x8B"), refusal: Archive},
		{name: "7z", zh: "7-Zip", en: "7-Zip", endings: "7z", is: begins("7z\xBC\xAF\x27\x1C"), refusal: Archive},
		{name: "rar", zh: "RAR", en: "RAR", endings: "rar", is: begins("Rar!"), refusal: Archive},
		{name: "bzip2", zh: "BZIP2", en: "BZIP2", endings: "bz2", is: begins("BZh"), refusal: Archive},
		{name: "xz", zh: "XZ", en: "XZ", endings: "xz", is: begins("\xFD7zXZ"), refusal: Archive},
		{name: "package", zh: "ZIP 结构的文件", en: "file packed as ZIP", is: isPackage, refusal: NotAWorkbook},
		{name: "ole", zh: "复合文档", en: "compound file", is: isCompound, refusal: UnknownFormat},

		{name: "xml", zh: "XML 电子表格 2003", en: "XML Spreadsheet 2003", endings: "xls", folder: true, is: isOldXML, read: readOldXML},
		{name: "fods", zh: "XML 文件", en: "XML file", endings: "fods", folder: true, is: isOtherXML, refusal: UnknownFormat},
		{name: "mht", zh: "单个文件网页", en: "web page in one file", endings: "mht mhtml", folder: true, is: isMHTML, read: readMHTML},
		{name: "html", zh: "网页", en: "web page", endings: "html htm", folder: true, is: isHTML, read: readPage},
		{name: "csv", zh: "文本文件", en: "text file", endings: "csv tsv txt", folder: true, is: isText, read: readCSV},
	}
}

// IsTakenFromFolders reports whether an import of a folder reads a file of this
// name. A file that is chosen itself is read whatever it is called.
func IsTakenFromFolders(name string) bool {
	return slices.ContainsFunc(formats(), func(f format) bool { return f.folder && f.endsName(name) })
}

// endsName reports whether a file of this name passes for one of the format.
func (f *format) endsName(name string) bool {
	name = strings.ToLower(name)
	for ending := range strings.FieldsSeq(f.endings) {
		if strings.HasSuffix(name, "."+ending) {
			return true
		}
	}
	return false
}

// readable lists the usual endings of the formats that are read: “.xlsx、.xls”.
func readable(lang string) string {
	var endings []string
	for _, f := range formats() {
		usual, _, _ := strings.Cut(f.endings, " ")
		if f.read != nil && usual != "" && !slices.Contains(endings, "."+usual) {
			endings = append(endings, "."+usual)
		}
	}
	return strings.Join(endings, Pick(lang, "、", ", "))
}

// formatWords calls a format by its name for users, where the list has it.
func formatWords(name, lang string) string {
	for _, f := range formats() {
		if f.name == name {
			return Pick(lang, f.zh, f.en)
		}
	}
	return name
}
