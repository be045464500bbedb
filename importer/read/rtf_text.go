package read

import (
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// addByte takes a byte of text.
func (r *rtfReader) addByte(b byte) error {
	if r.target != rtfText {
		return nil
	}
	if len(r.units) > 0 {
		if err := r.flush(); err != nil {
			return err
		}
	}
	if r.bytes = append(r.bytes, b); len(r.bytes) > maxCellBytes {
		return tooLarge(ReasonText)
	}
	return nil
}

// addUnit takes a Unicode character, or half of one.
func (r *rtfReader) addUnit(unit uint16) error {
	if len(r.bytes) > 0 {
		if err := r.flush(); err != nil {
			return err
		}
	}
	r.skip = r.skipped
	if r.target != rtfText {
		return nil
	}
	if r.units = append(r.units, unit); len(r.units) > maxCellBytes {
		return tooLarge(ReasonText)
	}
	return nil
}

// flush decodes the text collected.
func (r *rtfReader) flush() error {
	if len(r.bytes) == 0 && len(r.units) == 0 {
		return nil
	}
	text := string(utf16.Decode(r.units))
	if len(r.bytes) > 0 {
		text = r.decode()
	}
	r.bytes, r.units, r.isRaw = r.bytes[:0], r.units[:0], false
	return r.addText(text)
}

// decode decodes bytes of the current font.
func (r *rtfReader) decode() string {
	isASCII := true
	for _, b := range r.bytes {
		isASCII = isASCII && b < utf8.RuneSelf
	}
	if isASCII || r.isRaw && utf8.Valid(r.bytes) && !isPairs(string(r.bytes)) {
		return string(r.bytes)
	}
	e := r.codePage
	if own := r.fonts[r.font]; own != nil {
		e = own
	}
	text, err := e.NewDecoder().Bytes(r.bytes)
	if err != nil {
		return string(r.bytes)
	}
	return string(text)
}

// addText adds text to the paragraph unless it is not shown.
func (r *rtfReader) addText(text string) error {
	if r.target != rtfText {
		return nil
	}
	look := r.runLook
	look.struck = look.struck || r.deleted
	return r.flows[len(r.flows)-1].text.add(text, look)
}

// rtfSymbol is the text of a control word that stands for a character, "" for any other.
func rtfSymbol(name string) string {
	switch name {
	case "tab":
		return "\t"
	case "line", "lbr":
		return "\n"
	case "~":
		return "\u00a0"
	case "_":
		return "-"
	case "emdash":
		return "—"
	case "endash":
		return "–"
	case "lquote":
		return "‘"
	case "rquote":
		return "’"
	case "ldblquote":
		return "“"
	case "rdblquote":
		return "”"
	case "bullet":
		return "•"
	case "emspace", "enspace", "qmspace":
		return " "
	}
	return ""
}

// encodingOfCharset is the encoding of a font with this charset, nil if the charset does
// not determine it.
func encodingOfCharset(number int) encoding.Encoding {
	switch number {
	case 134:
		return simplifiedchinese.GB18030
	case 136:
		return traditionalchinese.Big5
	case 128:
		return japanese.ShiftJIS
	case 129:
		return korean.EUCKR
	case 161:
		return charmap.Windows1253
	case 204:
		return charmap.Windows1251
	case 238:
		return charmap.Windows1250
	}
	return nil
}

// encodingOfPage is the encoding of a code page of Windows.
func encodingOfPage(number int) encoding.Encoding {
	switch number {
	case 950:
		return traditionalchinese.Big5
	case 932:
		return japanese.ShiftJIS
	case 949:
		return korean.EUCKR
	case 1250:
		return charmap.Windows1250
	case 1251:
		return charmap.Windows1251
	case 1252, 437, 850:
		return charmap.Windows1252
	}
	return simplifiedchinese.GB18030
}
