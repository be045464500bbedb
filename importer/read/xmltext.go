package read

import (
	"bytes"
	"unicode/utf8"
)

// decode resolves entities and line ends. It returns raw itself if there are
// none.
func (x *xmlScanner) decode(raw []byte) ([]byte, error) {
	special := false
	for _, b := range raw {
		if b < ' ' || b == '&' || b >= utf8.RuneSelf {
			special = true
			break
		}
	}
	if !special {
		return raw, nil
	}
	if bytes.IndexByte(raw, '&') < 0 {
		return x.plain(raw)
	}
	out := x.scratch[:0]
	for len(raw) > 0 {
		i := bytes.IndexByte(raw, '&')
		if i < 0 {
			i = len(raw)
		}
		piece, err := checkText(raw[:i])
		if err != nil {
			return nil, err
		}
		out = appendLines(out, piece)
		if raw = raw[i:]; len(raw) == 0 {
			break
		}
		r, n := entity(raw)
		if n == 0 {
			return nil, damaged(ReasonMalformed)
		}
		out = utf8.AppendRune(out, r)
		raw = raw[n:]
	}
	x.scratch = out
	return out, nil
}

// plain resolves line ends only, as in CDATA sections.
func (x *xmlScanner) plain(raw []byte) ([]byte, error) {
	raw, err := checkText(raw)
	if err != nil || bytes.IndexByte(raw, '\r') < 0 {
		return raw, err
	}
	x.scratch = appendLines(x.scratch[:0], raw)
	return x.scratch, nil
}

// checkText rejects what XML text may not contain: control characters and
// invalid UTF-8.
func checkText(raw []byte) ([]byte, error) {
	for _, b := range raw {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' {
			return nil, damaged(ReasonEncoding)
		}
	}
	if !utf8.Valid(raw) {
		return nil, damaged(ReasonEncoding)
	}
	return raw, nil
}

// appendLines appends text with CR LF and CR normalised to LF, as XML requires.
func appendLines(out, text []byte) []byte {
	for {
		i := bytes.IndexByte(text, '\r')
		if i < 0 {
			return append(out, text...)
		}
		out = append(append(out, text[:i]...), '\n')
		if text = text[i+1:]; len(text) > 0 && text[0] == '\n' {
			text = text[1:]
		}
	}
}

// entity decodes the reference at the beginning of raw and returns its length,
// 0 for any but the five of XML and the character references that XML allows.
func entity(raw []byte) (rune, int) {
	end := bytes.IndexByte(raw[:min(len(raw), 12)], ';')
	if end < 2 {
		return 0, 0
	}
	switch name := raw[1:end]; string(name) {
	case "lt":
		return '<', end + 1
	case "gt":
		return '>', end + 1
	case "amp":
		return '&', end + 1
	case "quot":
		return '"', end + 1
	case "apos":
		return '\'', end + 1
	default:
		if r, ok := characterNumber(name); ok {
			return r, end + 1
		}
		return 0, 0
	}
}

// characterNumber decodes #65 or #x41.
func characterNumber(name []byte) (rune, bool) {
	if name[0] != '#' {
		return 0, false
	}
	base, digits := rune(10), name[1:]
	if len(digits) > 0 && digits[0] == 'x' {
		base, digits = 16, digits[1:]
	}
	r := rune(0)
	for _, b := range digits {
		d := hexDigit(b)
		if d < 0 || d >= base || r > utf8.MaxRune {
			return 0, false
		}
		r = r*base + d
	}
	allowed := r >= ' ' || r == '\t' || r == '\n' || r == '\r'
	return r, len(digits) > 0 && allowed && utf8.ValidRune(r) && r != 0xFFFE && r != 0xFFFF
}

func hexDigit(b byte) rune {
	switch {
	case b >= '0' && b <= '9':
		return rune(b - '0')
	case b >= 'a' && b <= 'f':
		return rune(b-'a') + 10
	case b >= 'A' && b <= 'F':
		return rune(b-'A') + 10
	default:
		return -1
	}
}
