package read

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// decodeText decodes a text file. A byte order mark decides, or the zero bytes of UTF-16.
// Without them, valid UTF-8 is UTF-8 whatever a web page declares, because Chinese in
// another encoding is never valid UTF-8 by chance. Next comes the declared encoding, then
// GB18030.
func decodeText(content []byte, declared string) (string, error) {
	switch order := utf16Order(content); {
	case bytes.HasPrefix(content, []byte("\xEF\xBB\xBF")):
		content = content[3:]
		if utf8.Valid(content) {
			return string(content), nil
		}
	case order == binary.BigEndian:
		return decodeWith(unicode.UTF16(unicode.BigEndian, unicode.UseBOM), content)
	case order == binary.LittleEndian:
		return decodeWith(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), content)
	case utf8.Valid(content):
		return string(content), nil
	}
	if found, name := charset.Lookup(declared); found != nil && !strings.HasPrefix(name, "gb") && name != "utf-8" {
		return decodeWith(found, content)
	}
	return decodeWith(simplifiedchinese.GB18030, content)
}

// decodeWith decodes text. In a long text it tolerates a stray broken byte.
func decodeWith(e encoding.Encoding, content []byte) (string, error) {
	decoded, err := e.NewDecoder().Bytes(content)
	if err != nil {
		return "", &ReadError{Kind: Damaged, Reason: ReasonEncoding, Err: err}
	}
	text := string(decoded)
	if broken := strings.Count(text, "\uFFFD"); broken > 0 && broken > len(decoded)/1000 {
		return "", &ReadError{Kind: UnknownFormat, Reason: ReasonEncoding}
	}
	return text, nil
}
