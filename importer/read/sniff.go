package read

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"slices"
	"strings"

	"github.com/richardlehane/mscfb"
)

// input is a file with everything needed to recognise its format. Its name plays no part:
// web pages named .xls and text named .xlsx are common.
type input struct {
	content []byte
	opt     Options

	pkg     *zipPackage            // nil unless the file is one document packed as ZIP
	archive *zip.Reader            // nil unless the file is an archive of other files
	main    string                 // the main part of the package, "" if there is none
	streams map[string]*mscfb.File // streams of a compound file; nil for any other
	text    string                 // the beginning, in lower case; "" for a package or a compound file
}

const (
	zipMagic  = "PK\x03\x04"
	zipEmpty  = "PK\x05\x06"
	cfbMagic  = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
	sniffed   = 8 << 10 // bytes of text that are examined
	pdfWithin = 1 << 10 // bytes that may precede the signature of a PDF
)

// open looks into a file as far as is needed to recognise its format.
func open(content []byte, opt Options) (in *input, err error) {
	in = &input{content: content, opt: opt}
	switch {
	case begins(zipMagic, zipEmpty)(in):
		err = in.openZip()
	case begins(cfbMagic)(in):
		in.streams, err = cfbStreams(content)
	default:
		text := strings.ToLower(string(withoutUTF16(in.head())))
		in.text = strings.TrimLeft(text, "\ufeff \t\r\n")
	}
	return in, err
}

// openZip opens a document packed as ZIP, or an archive.
func (in *input) openZip() error {
	archive, err := zip.NewReader(bytes.NewReader(in.content), int64(len(in.content)))
	if err != nil {
		return &ReadError{Kind: Truncated, Err: err}
	}
	if !isOnePackage(archive) {
		in.archive = archive
		return nil
	}
	if in.pkg, err = openPackage(archive, in.opt); err == nil {
		in.main, err = in.pkg.mainPart()
	}
	return err
}

// isOnePackage reports whether a ZIP file is a document or a program, whose
// entries are its parts, rather than an archive of files.
func isOnePackage(archive *zip.Reader) bool {
	for _, f := range archive.File {
		switch name := partName(f.Name); name {
		case "[content_types].xml", "_rels/.rels", "xl/workbook.xml", "xl/workbook.bin", "word/document.xml", "mimetype", "content.xml",
			"ofd.xml", "meta-inf/container.xml", "meta-inf/manifest.xml", "meta-inf/manifest.mf", "index.zip", "index.apxl", "buildversionhistory.plist":
			return true
		default:
			if strings.HasPrefix(name, "index/") && strings.HasSuffix(name, ".iwa") {
				return true
			}
		}
	}
	return false
}

func (in *input) head() []byte { return in.content[:min(len(in.content), sniffed)] }

// begins recognises files by their first bytes.
func begins(magic ...string) func(*input) bool {
	return func(in *input) bool {
		for _, m := range magic {
			if bytes.HasPrefix(in.content, []byte(m)) {
				return true
			}
		}
		return false
	}
}

// mainIn recognises packages by the folder of their main part.
func mainIn(folder string) func(*input) bool {
	return func(in *input) bool { return strings.HasPrefix(in.main, folder) && !isXLSB(in) }
}

// holds recognises packages without a main part by one of their parts.
func holds(parts ...string) func(*input) bool {
	return func(in *input) bool {
		for _, name := range parts {
			if in.pkg != nil && in.main == "" && in.pkg.has(name) {
				return true
			}
		}
		return false
	}
}

// hasStream recognises compound files that are not workbooks.
func hasStream(name string) func(*input) bool {
	return func(in *input) bool { return in.streams[name] != nil && !isXLS(in) }
}

func isXLSX(in *input) bool {
	return in.main != "" && !isXLSB(in) && !mainIn("word/")(in) && !mainIn("ppt/")(in)
}

func isXLSB(in *input) bool { return strings.HasSuffix(in.main, ".bin") }

func isXLS(in *input) bool { return workbookStream(in) != nil }

func isPackage(in *input) bool { return in.pkg != nil }

func isCompound(in *input) bool { return in.streams != nil }

// isOldWPS recognises documents of old versions of WPS and of Works by their name, since
// their contents have nothing in common.
func isOldWPS(in *input) bool {
	return isCompound(in) && strings.HasSuffix(strings.ToLower(in.opt.name), ".wps")
}

func isArchive(in *input) bool { return in.archive != nil }

func isMail(in *input) bool {
	return in.pkg == nil && in.streams == nil && looksLikeMail(in.content)
}

func isMailbox(in *input) bool {
	return in.pkg == nil && in.streams == nil && looksLikeMailbox(in.content)
}

func isPDF(in *input) bool {
	return in.pkg == nil && in.archive == nil && in.streams == nil && bytes.Contains(in.content[:min(len(in.content), pdfWithin)], []byte("%PDF-"))
}

// isIWork recognises documents of Numbers, Pages and Keynote.
func isIWork(in *input) bool {
	if in.pkg == nil || in.main != "" {
		return false
	}
	for name := range in.pkg.parts {
		if name == "index.zip" || name == "index.apxl" || name == "buildversionhistory.plist" || strings.HasPrefix(name, "index/") && strings.HasSuffix(name, ".iwa") {
			return true
		}
	}
	return false
}

// holdsAny recognises packages by one of their parts.
func holdsAny(parts ...string) func(*input) bool {
	return func(in *input) bool {
		return in.pkg != nil && slices.ContainsFunc(parts, in.pkg.has)
	}
}

func isTAR(in *input) bool {
	return len(in.content) > 512 && string(in.content[257:262]) == "ustar"
}

func isHEIC(in *input) bool {
	if len(in.content) < 12 || string(in.content[4:8]) != "ftyp" {
		return false
	}
	switch string(in.content[8:12]) {
	case "heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "avif":
		return true
	}
	return false
}

func isWebP(in *input) bool {
	return begins("RIFF")(in) && bytes.Contains(in.content[:min(len(in.content), 16)], []byte("WEBP"))
}

func isBMP(in *input) bool {
	return begins("BM")(in) && len(in.content) > 14 && bytes.IndexByte(in.content[:14], 0) >= 0
}

func isXML(in *input) bool { return strings.HasPrefix(in.text, "<?xml") }

func isOldXML(in *input) bool {
	return isXML(in) && strings.Contains(in.text, "urn:schemas-microsoft-com:office:spreadsheet")
}

// isWordXML recognises documents of Word in one XML file, of 2003 or later.
func isWordXML(in *input) bool {
	return isXML(in) && (strings.Contains(in.text, "schemas.microsoft.com/office/word/2003/wordml") ||
		strings.Contains(in.text, "schemas.microsoft.com/office/2006/xmlpackage"))
}

func isFlatODF(in *input) bool {
	return isXML(in) && strings.Contains(in.text, "urn:oasis:names:tc:opendocument:xmlns:office:1.0")
}

// isODT recognises an OpenDocument text by its type, which is the first part.
func isODT(in *input) bool {
	if !holds("content.xml")(in) || !in.pkg.has("mimetype") {
		return false
	}
	part, err := in.pkg.parts["mimetype"].Open()
	if err != nil {
		return false
	}
	defer part.Close()
	kind := make([]byte, 100)
	n, _ := io.ReadFull(part, kind)
	return bytes.Contains(kind[:n], []byte("opendocument.text"))
}

func isOtherXML(in *input) bool {
	return isXML(in) && !strings.Contains(in.text, "<html") && !strings.Contains(in.text, "<table")
}

// isMHTML recognises a web page saved as a mail message.
func isMHTML(in *input) bool {
	header := in.text[:min(len(in.text), 2<<10)]
	return strings.Contains(header, "mime-version:") && strings.Contains(header, "content-type:") &&
		!strings.HasPrefix(header, "<")
}

func isHTML(in *input) bool { return isXML(in) || looksLikeHTML(in.text) }

// looksLikeHTML reports whether a text in lower case is a page or a part of
// one.
func looksLikeHTML(text string) bool {
	if len(text) < 3 || text[0] != '<' {
		return false
	}
	return text[1] >= 'a' && text[1] <= 'z' || text[1] == '!' || strings.Contains(text, "<table")
}

func isText(in *input) bool { return !isBinary(in.head()) }

// withoutUTF16 makes ASCII in UTF-16 text readable for the functions above.
func withoutUTF16(head []byte) []byte {
	if utf16Order(head) != nil {
		return bytes.ReplaceAll(head, []byte{0}, nil)
	}
	return head
}

// utf16Order returns the byte order of a text in UTF-16, nil for anything else. Without a
// byte order mark it is the one in which nearly all characters occur in Chinese text; the
// zero bytes of digits and line ends rule out other encodings.
func utf16Order(head []byte) binary.ByteOrder {
	switch {
	case bytes.HasPrefix(head, []byte("\xFF\xFE")):
		return binary.LittleEndian
	case bytes.HasPrefix(head, []byte("\xFE\xFF")):
		return binary.BigEndian
	}
	const least = 8
	head = head[:min(len(head), sniffed)&^1]
	if len(head) < least || bytes.IndexByte(head, 0) < 0 {
		return nil
	}
	for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		usual := 0
		for i := 0; i < len(head); i += 2 {
			switch unit := order.Uint16(head[i:]); {
			case unit >= ' ' && unit < 0x7F, unit == '\t', unit == '\n', unit == '\r', // ASCII
				unit >= 0x4E00 && unit < 0xA000, unit >= 0x3000 && unit < 0x3040, unit >= 0xFF00 && unit < 0xFFE6, unit >= 0x2010 && unit < 0x2027, unit == 0xA0, unit == 0xB7:
				usual++
			}
		}
		if 2*usual*10 >= len(head)*9 {
			return order
		}
	}
	return nil
}

// isBinary reports whether bytes are not text: some are zero, or many are characters that
// nobody types. A few of those do not make a file unreadable.
func isBinary(head []byte) bool {
	if utf16Order(head) != nil {
		return false
	}
	strange := 0
	for _, b := range head {
		if b == 0 {
			return true
		}
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1A {
			strange++
		}
	}
	const share = 5
	return strange*share > len(head)
}
