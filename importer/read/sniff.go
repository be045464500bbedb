package read

import (
	"bytes"
	"encoding/binary"
	"strings"

	"github.com/richardlehane/mscfb"
)

// input is a file on its way to a reader, with what is needed to recognise its
// format. Its name plays no part: web pages named .xls and text named .xlsx are
// common.
type input struct {
	content []byte
	opt     Options

	pkg     *zipPackage            // nil unless the file is packed as ZIP
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
		if in.pkg, err = openPackage(content, opt); err == nil {
			in.main, err = in.pkg.mainPart()
		}
	case begins(cfbMagic)(in):
		in.streams, err = cfbStreams(content)
	default:
		text := strings.ToLower(string(withoutUTF16(in.head())))
		in.text = strings.TrimLeft(text, "\ufeff \t\r\n")
	}
	return in, err
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

// holdsFiles recognises archives that have a file with an extension of one of
// the formats.
func holdsFiles(in *input) bool {
	if in.pkg == nil {
		return false
	}
	list := formats()
	for name := range in.pkg.parts {
		for i := range list {
			if list[i].endsName(name) {
				return true
			}
		}
	}
	return false
}

func isPDF(in *input) bool {
	return in.pkg == nil && in.streams == nil && bytes.Contains(in.content[:min(len(in.content), pdfWithin)], []byte("%PDF-"))
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

// utf16Order returns the byte order of a text in UTF-16, nil for anything else.
// Without a byte order mark it is the one in which nearly all characters are
// those of Chinese text; the zero bytes of digits and line ends show that it is
// not another encoding.
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

// isBinary reports whether bytes are no text: some are zero, or many are
// characters that nobody types. A cell with one of those does not make a file
// unreadable.
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
