package read

import (
	"bytes"
	"strings"
)

// format is what a file's content shows it to be. Its name plays no part:
// web pages named .xls and text named .xlsx are common.
type format uint8

const (
	formatUnknown format = iota
	formatZip
	formatCFB // compound file: .xls, .doc, or anything with a password
	formatBIFF
	formatHTML
	formatMHTML
	formatXML
	formatText
	formatPDF
	formatRTF
	formatPicture
	formatArchive
)

const cfbMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// magic are the first bytes of formats that have such.
var magic = []struct {
	prefix string
	format format
	name   string
}{
	{"PK\x03\x04", formatZip, "zip"},
	{"PK\x05\x06", formatZip, "zip"},
	{cfbMagic, formatCFB, "cfb"},
	{"\x09\x08", formatBIFF, "xls"},
	{"\x09\x04", formatBIFF, "xls"},
	{"\x09\x02", formatBIFF, "xls"},
	{"\x09\x00\x04\x00", formatBIFF, "xls"},
	{"%PDF-", formatPDF, "pdf"},
	{`{\rtf`, formatRTF, "rtf"},
	{"\x89PNG", formatPicture, "png"},
	{"\xFF\xD8\xFF", formatPicture, "jpeg"},
	{"GIF8", formatPicture, "gif"},
	{"II*\x00", formatPicture, "tiff"},
	{"MM\x00*", formatPicture, "tiff"},
	{"\x1F\x8B", formatArchive, "gzip"},
	{"7z\xBC\xAF\x27\x1C", formatArchive, "7z"},
	{"Rar!", formatArchive, "rar"},
	{"BZh", formatArchive, "bzip2"},
	{"\xFD7zXZ", formatArchive, "xz"},
}

// sniffed is how much of a file is looked at.
const sniffed = 8 << 10

// sniff tells the format of a file by its content. name is a word for messages.
func sniff(content []byte) (f format, name string) {
	for _, m := range magic {
		if bytes.HasPrefix(content, []byte(m.prefix)) {
			return m.format, m.name
		}
	}
	head := content[:min(len(content), sniffed)]
	if i := bytes.Index(head[:min(len(head), 1<<10)], []byte("%PDF-")); i >= 0 {
		return formatPDF, "pdf"
	}
	if bytes.HasPrefix(head, []byte("RIFF")) && bytes.Contains(head[:min(len(head), 16)], []byte("WEBP")) {
		return formatPicture, "webp"
	}
	if bytes.HasPrefix(head, []byte("BM")) && len(head) > 14 && bytes.IndexByte(head[:14], 0) >= 0 {
		return formatPicture, "bmp"
	}
	return sniffText(head)
}

// sniffText tells the formats that consist of text apart.
func sniffText(head []byte) (format, string) {
	text := strings.ToLower(string(withoutUTF16(head)))
	text = strings.TrimLeft(text, "\ufeff \t\r\n")
	xml := strings.HasPrefix(text, "<?xml")
	switch {
	case xml && strings.Contains(text, "urn:schemas-microsoft-com:office:spreadsheet"):
		return formatXML, "xml"
	case xml && !strings.Contains(text, "<html") && !strings.Contains(text, "<table"):
		return formatUnknown, "xml"
	case isMHTML(text):
		return formatMHTML, "mht"
	case xml, strings.HasPrefix(text, "<!doctype html"), looksLikeHTML(text):
		return formatHTML, "html"
	case isBinary(head):
		return formatUnknown, ""
	default:
		return formatText, "text"
	}
}

// looksLikeHTML is true for a page or a piece of one.
func looksLikeHTML(text string) bool {
	if len(text) < 3 || text[0] != '<' {
		return false
	}
	return text[1] >= 'a' && text[1] <= 'z' || text[1] == '!' || strings.Contains(text, "<table")
}

// isMHTML is true for a web page saved as a mail message.
func isMHTML(text string) bool {
	header := text[:min(len(text), 2<<10)]
	return strings.Contains(header, "mime-version:") && strings.Contains(header, "content-type:") &&
		!strings.HasPrefix(header, "<")
}

// withoutUTF16 makes ASCII in UTF-16 text readable to the tests above.
func withoutUTF16(head []byte) []byte {
	if isUTF16(head) {
		return bytes.ReplaceAll(head, []byte{0}, nil)
	}
	return head
}

// isUTF16 is true for text with its byte order mark.
func isUTF16(head []byte) bool {
	return bytes.HasPrefix(head, []byte("\xFF\xFE")) || bytes.HasPrefix(head, []byte("\xFE\xFF"))
}

// isBinary is true for bytes that no text has.
func isBinary(head []byte) bool {
	if isUTF16(head) {
		return false
	}
	for _, b := range head {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1A {
			return true
		}
	}
	return false
}
