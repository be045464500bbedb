package read

import (
	"bytes"
	"encoding/binary"
	"strings"
)

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
