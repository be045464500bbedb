package read

import (
	"slices"
	"strings"

	"nianbao/data/form"
)

// format is one kind of file that people hand in. The list of formats decides
// how a file is recognised and read, whether it is taken from a folder and what
// messages say can be imported. A new format is a reader and a line in that
// list.
type format struct {
	name    string // in a ReadError
	words   form.Words
	endings string // extensions of file names, the usual one first, separated by spaces
	folder  bool   // an import of a folder includes files with these extensions
	is      func(*input) bool
	read    func(*input) ([]Sheet, error) // nil for a format that is recognised only to say why it cannot be read
	refusal ErrorKind                     // why it cannot be read
}

// formats lists the formats in the order in which they are tried: those with a
// signature of their own come before those that can only be told by their text.
// It is a function because an encrypted file contains another file, which is
// looked up here again.
func formats() []format {
	return []format{
		{name: "xlsx", words: form.Both("Excel 工作簿", "Excel workbook"), endings: "xlsx xlsm xltx", folder: true, is: isXLSX, read: readXLSX},
		{name: "xls", words: form.Both("Excel 97–2003 或 WPS 工作簿", "Excel 97–2003 or WPS workbook"), endings: "xls et ett", folder: true, is: isXLS, read: readXLS},
		{name: "xls", words: form.Both("Excel 5 工作簿", "Excel 5 workbook"), endings: "xls", folder: true, is: begins("\x09\x08", "\x09\x04", "\x09\x02", "\x09\x00\x04\x00"), read: readBareXLS},
		{name: "docx", words: form.Both("Word 文档", "Word document"), endings: "docx docm", folder: true, is: mainIn("word/"), read: readDOCX},
		{name: "ods", words: form.Both("OpenDocument 电子表格", "OpenDocument spreadsheet"), endings: "ods", folder: true, is: holds("content.xml"), read: readODS},
		{name: "pdf", words: form.Both("PDF", "PDF"), endings: "pdf", folder: true, is: isPDF, read: readPDF},
		{name: "ofd", words: form.Both("OFD", "OFD"), endings: "ofd", folder: true, is: holds("OFD.xml"), read: readOFD},
		{name: "encrypted", words: form.Both("加密文件", "encrypted file"), is: hasStream("EncryptedPackage"), read: readEncrypted},

		{name: "xlsb", words: form.Both("Excel 二进制工作簿", "Excel binary workbook"), endings: "xlsb", folder: true, is: isXLSB, refusal: LegacyWorkbook},
		{name: "doc", words: form.Both("Word 97–2003 或 WPS 文档", "Word 97–2003 or WPS document"), endings: "doc wps", folder: true, is: hasStream("WordDocument"), refusal: LegacyDoc},
		{name: "rtf", words: form.Both("RTF 文档", "RTF document"), endings: "rtf", folder: true, is: begins(`{\rtf`), refusal: LegacyDoc},
		{name: "pptx", words: form.Both("PowerPoint 演示文稿", "PowerPoint presentation"), endings: "pptx", is: mainIn("ppt/"), refusal: NotAWorkbook},
		{name: "ppt", words: form.Both("PowerPoint 97–2003 演示文稿", "PowerPoint 97–2003 presentation"), endings: "ppt dps", is: hasStream("PowerPoint Document"), refusal: NotAWorkbook},
		{name: "epub", words: form.Both("EPUB", "EPUB"), endings: "epub", is: holds("META-INF/container.xml"), refusal: UnknownFormat},
		{name: "png", words: form.Both("PNG 图片", "PNG picture"), endings: "png", is: begins("\x89PNG"), refusal: Picture},
		{name: "jpeg", words: form.Both("JPEG 图片", "JPEG picture"), endings: "jpg jpeg", is: begins("\xFF\xD8\xFF"), refusal: Picture},
		{name: "gif", words: form.Both("GIF 图片", "GIF picture"), endings: "gif", is: begins("GIF8"), refusal: Picture},
		{name: "tiff", words: form.Both("TIFF 图片", "TIFF picture"), endings: "tif tiff", is: begins("II*\x00", "MM\x00*"), refusal: Picture},
		{name: "webp", words: form.Both("WebP 图片", "WebP picture"), endings: "webp", is: isWebP, refusal: Picture},
		{name: "bmp", words: form.Both("BMP 图片", "BMP picture"), endings: "bmp", is: isBMP, refusal: Picture},
		{name: "zip", words: form.Both("ZIP", "ZIP"), endings: "zip", is: holdsFiles, refusal: Archive},
		{name: "gzip", words: form.Both("GZIP", "GZIP"), endings: "gz tgz", is: begins("\x1F\x8B"), refusal: Archive},
		{name: "7z", words: form.Both("7-Zip", "7-Zip"), endings: "7z", is: begins("7z\xBC\xAF\x27\x1C"), refusal: Archive},
		{name: "rar", words: form.Both("RAR", "RAR"), endings: "rar", is: begins("Rar!"), refusal: Archive},
		{name: "bzip2", words: form.Both("BZIP2", "BZIP2"), endings: "bz2", is: begins("BZh"), refusal: Archive},
		{name: "xz", words: form.Both("XZ", "XZ"), endings: "xz", is: begins("\xFD7zXZ"), refusal: Archive},
		{name: "package", words: form.Both("ZIP 结构的文件", "file packed as ZIP"), is: isPackage, refusal: NotAWorkbook},
		{name: "ole", words: form.Both("复合文档", "compound file"), is: isCompound, refusal: UnknownFormat},

		{name: "xml", words: form.Both("XML 电子表格 2003", "XML Spreadsheet 2003"), endings: "xls", folder: true, is: isOldXML, read: readOldXML},
		{name: "fods", words: form.Both("XML 文件", "XML file"), endings: "fods", folder: true, is: isOtherXML, refusal: UnknownFormat},
		{name: "mht", words: form.Both("单个文件网页", "web page in one file"), endings: "mht mhtml", folder: true, is: isMHTML, read: readMHTML},
		{name: "html", words: form.Both("网页", "web page"), endings: "html htm", folder: true, is: isHTML, read: readPage},
		{name: "csv", words: form.Both("文本文件", "text file"), endings: "csv tsv txt", folder: true, is: isText, read: readCSV},
	}
}

// IsTakenFromFolders reports whether an import of a folder includes a file with
// this name. A file that is chosen itself is read whatever its name.
func IsTakenFromFolders(name string) bool {
	return slices.ContainsFunc(formats(), func(f format) bool { return f.folder && f.endsName(name) })
}

// endsName reports whether a file name has one of the format's extensions.
func (f *format) endsName(name string) bool {
	name = strings.ToLower(name)
	for ending := range strings.FieldsSeq(f.endings) {
		if strings.HasSuffix(name, "."+ending) {
			return true
		}
	}
	return false
}

// readable lists the usual extensions of the formats that can be read:
// “.xlsx、.xls”.
func readable(lang form.Language) string {
	var endings []string
	for _, f := range formats() {
		usual, _, _ := strings.Cut(f.endings, " ")
		if f.read != nil && usual != "" && !slices.Contains(endings, "."+usual) {
			endings = append(endings, "."+usual)
		}
	}
	return strings.Join(endings, lang.Say(form.Both("、", ", ")))
}

// formatWords returns what users call the format with a name, if the list has
// such a name.
func formatWords(name string, lang form.Language) string {
	for _, f := range formats() {
		if f.name == name {
			return lang.Say(f.words)
		}
	}
	return name
}
